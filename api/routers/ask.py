"""A sentence in French or English."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from api import replies
from api.dependencies import FormDep, StoreDep
from api.examples import EXAMPLES
from api.negotiation import JSON
from api.texts import Language
from queries import ask

router = APIRouter(tags=["questions"])


@router.get("/v1/ask", summary="Ask in words", operation_id="ask")
def ask_sentence(
    request: Request,
    store: StoreDep,
    form: FormDep,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=500,
            description="A sentence in French or English.",
            openapi_examples=EXAMPLES["sentence"],
        ),
    ],
    lang: Annotated[
        Language | None, Query(description="Language of the sentence and the answer; found out where absent.")
    ] = None,
) -> dict[str, Any]:
    """The question understood, with its parameters, and its answer; below the threshold `answer` is null."""
    replies.chosen(request, form, (JSON,))
    return ask.ask(store, q, lang).to_json()
