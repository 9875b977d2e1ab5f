"""The ontology: pages for people, Turtle and JSON-LD for programs, at the same addresses."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import rdflib
from fastapi import APIRouter, Request
from fastapi.responses import Response

from api import reference, replies
from api.dependencies import FormDep, LanguageDep
from api.examples import forms
from api.negotiation import HTML, JSON, JSONLD, TURTLE, Format
from api.texts import Language
from ontology.areas import AREAS_FILE
from ontology.jsonld import context
from ontology.reference import areas_page, rules_page, terms_page
from ontology.shacl import SHAPES_FILE
from ontology.values import VALUES_FILE
from ontology.vocab import ONTOLOGY_FILE

router = APIRouter(tags=["ontology"])
_FORMS = (HTML, TURTLE, JSONLD)
_HEADERS = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache"}


@router.get("/ontology", summary="Classes and properties", operation_id="getOntology", responses=forms(_FORMS))
def get_ontology(request: Request, lang: LanguageDep, form: FormDep) -> Response:
    """Each term with its meaning, its rules, an example and the questions that use it."""
    return _reply(request, form, lang, _terms_page, ONTOLOGY_FILE)


@router.get("/ontology/areas", summary="The area scheme", operation_id="getAreaScheme", responses=forms(_FORMS))
def get_area_scheme(request: Request, lang: LanguageDep, form: FormDep) -> Response:
    """Therapeutic areas and approaches in French and English, broader and narrower, with matches elsewhere."""
    return _reply(request, form, lang, cache(areas_page), AREAS_FILE)


@router.get("/ontology/shapes", summary="The rules", operation_id="getShapes", responses=forms(_FORMS))
def get_shapes(request: Request, lang: LanguageDep, form: FormDep) -> Response:
    """What is checked before anything enters the graph: in words, and as SHACL."""
    return _reply(request, form, lang, cache(rules_page), SHAPES_FILE)


@router.get(
    "/ontology/values", summary="The lists of values", operation_id="getValues", responses=forms((TURTLE, JSONLD))
)
def get_values(request: Request, lang: LanguageDep, form: FormDep) -> Response:
    """The closed lists of values, as SKOS."""
    return _reply(request, form, lang, None, VALUES_FILE)


@router.get("/ontology/context.jsonld", summary="The JSON-LD context", operation_id="getContext",
            responses=forms((JSONLD,)))  # fmt: skip
def get_context() -> Response:
    """Our terms by their local names, for JSON-LD."""
    content = json.dumps(context(), ensure_ascii=False, indent=1)
    return Response(content, 200, {"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}, JSONLD.media_type)


@router.get("/v1/enumerations", summary="Kinds, roles and values", operation_id="listEnumerations")
def list_enumerations(request: Request, form: FormDep) -> dict[str, Any]:
    """Every closed list that answers draw from, with names and meanings in both languages."""
    replies.chosen(request, form, (JSON,))
    return {"enumerations": reference.enumerations()}


@cache
def _terms_page(lang: Language) -> str:
    return terms_page(lang, examples=reference.examples(), questions=reference.questions())


@cache
def _json_ld(file: Path) -> str:
    return rdflib.Graph().parse(file, format="turtle").serialize(format="json-ld", indent=1)


def _reply(
    request: Request, asked: str | None, lang: Language, render: Callable[[Language], str] | None, file: Path
) -> Response:
    """A page, or the file behind it."""
    offered: tuple[Format, ...] = _FORMS if render else (TURTLE, JSONLD)
    form = replies.chosen(request, asked, offered)
    headers = _HEADERS | {"Link": ", ".join(replies.alternates(request, form, offered))}
    if form == HTML and render:
        return Response(render(lang), 200, headers | {"Content-Language": lang}, form.content_type)
    content = file.read_text(encoding="utf-8") if form == TURTLE else _json_ld(file)
    return Response(content, 200, headers, form.content_type)
