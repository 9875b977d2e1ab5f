"""How two actors are connected."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.dependencies import FormDep, LanguageDep, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import TABLE
from api.routers.questions import reply_answer

router = APIRouter(tags=["paths"])
QUESTION = "P1"


@router.get("/v1/paths", summary="How two actors are connected", operation_id="findPaths", responses=forms(TABLE))
def find_paths(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    from_: Annotated[
        str,
        Query(
            alias="from", max_length=400, description="Name, id or IRI of an actor.", openapi_examples=EXAMPLES["from"]
        ),
    ],
    to: Annotated[
        str, Query(max_length=400, description="Name, id or IRI of another.", openapi_examples=EXAMPLES["to"])
    ],
) -> Response:
    """The shortest path over relations between actors, with the sentence behind each hop (question P1).

    Areas, places and documents are no connection. No row means: no path in these documents.
    """
    return reply_answer(request, store, QUESTION, {"from_actor": from_, "to_actor": to}, lang, form)
