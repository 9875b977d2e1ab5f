"""The catalogue of questions, and one question answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response

from api import problems, replies
from api.dependencies import FormDep, LanguageDep, StoreDep, known_only, refuse_unknown
from api.examples import EXAMPLES, forms
from api.negotiation import JSON, TABLE
from api.problems import Problem
from api.tables import answer_csv
from api.texts import Language
from graph.store import Store
from ontology import vocab
from ontology.areas import areas
from ontology.errors import QuestionError
from queries import vocabulary
from queries.catalogue import catalogue
from queries.question import Question
from queries.runner import answer

router = APIRouter(prefix="/v1/questions", tags=["questions"])
COMMON_PARAMETERS = ("lang", "format")


@router.get("", summary="The catalogue", operation_id="listQuestions", dependencies=[Depends(known_only)])
def list_questions(request: Request, lang: LanguageDep, form: FormDep) -> dict[str, Any]:
    """All questions that can be asked: wording, parameters with types and examples, columns."""
    replies.chosen(request, form, (JSON,))
    listed = [question.to_json(lang) | _localised(question, lang) for question in catalogue().questions.values()]
    return {"questions": listed}


def _localised(question: Question, lang: Language) -> dict[str, Any]:
    """The parameters with what a form shows: kinds to choose from, examples and defaults by name."""
    described: Any = question.to_json(lang)["parameters"]
    for shown, parameter in zip(described, question.parameters, strict=True):
        if parameter.type == "kind":
            kinds = vocabulary.kinds()
            under = [name for name in kinds if vocab.is_a(name, parameter.suggests or name)]
            shown["choices"] = sorted(
                ({"value": name, "name": kinds[name][lang]} for name in under), key=lambda choice: choice["name"]
            )
        for member, value in (("exampleName", parameter.example), ("defaultName", parameter.default)):
            if value is not None:
                shown[member] = _name(parameter.type, value, lang)
    return {"parameters": described}


def _name(parameter_type: str, value: str, lang: Language) -> str:
    """A value as a reader of the language writes it: kinds and areas have names in both."""
    if parameter_type == "kind" and value in vocabulary.kinds():
        return vocabulary.kinds()[value][lang]
    if parameter_type == "area":
        return next((area.labels(lang)[0] for area in areas().values() if value in area.labels("en")), value)
    return value


@router.get("/{id}", summary="Answer a question", operation_id="answerQuestion", responses=forms(TABLE))
def answer_question(
    request: Request,
    id: Annotated[
        str, Path(description="Id of the question, such as A4.", max_length=20, openapi_examples=EXAMPLES["question"])
    ],
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
) -> Response:
    """The rows of the answer, each with the sentences it rests on. Each question has parameters of its own."""
    try:
        question = catalogue().get(id)
    except QuestionError as error:
        raise Problem(problems.NOT_FOUND, error.message_in(lang), remedy=error.remedy_in(lang)) from error
    names = [parameter.name for parameter in question.parameters]
    refuse_unknown(request, [*names, *COMMON_PARAMETERS])
    given = {name: value for name, value in request.query_params.items() if name in names}
    return reply_answer(request, store, question.id, given, lang, form)


def reply_answer(
    request: Request, store: Store, question_id: str, given: Mapping[str, str], lang: Language, form: str | None
) -> Response:
    """A question's answer in the form asked for."""
    chosen = replies.chosen(request, form, TABLE)
    found = answer(store, question_id, given, lang)
    body = found.to_json()
    return replies.reply(
        request,
        chosen,
        TABLE,
        body=body,
        store=store,
        subjects=_subjects(body),
        lines=answer_csv([column.to_json(lang) for column in found.question.columns], found.rows),
        name=found.question.id,
        language=lang,
    )


def _subjects(value: object) -> list[str]:
    """All things that an answer names, its sentences and their documents included."""
    if isinstance(value, dict):
        own = [value["iri"]] if isinstance(value.get("iri"), str) else []
        return list(dict.fromkeys([*own, *(iri for each in value.values() for iri in _subjects(each))]))
    if isinstance(value, list):
        return list(dict.fromkeys(iri for each in value for iri in _subjects(each)))
    return []
