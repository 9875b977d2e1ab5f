"""Search by name."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from api import replies
from api.dependencies import FormDep, LanguageDep, StoreDep
from api.examples import EXAMPLES
from api.negotiation import JSON
from queries.search import search

router = APIRouter(tags=["search"])
Group = Literal["actor", "person", "agreement", "area", "document"]


@router.get("/v1/search", summary="Find by name", operation_id="search")
def find(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=200,
            description="A name, an alias or an acronym.",
            openapi_examples=EXAMPLES["name"],
        ),
    ],
    type: Annotated[list[Group] | None, Query(description="Only things of these types.")] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="Most results.")] = 10,
) -> dict[str, Any]:
    """The things whose names are near the text, best first; accents, articles and typing errors are forgiven."""
    replies.chosen(request, form, (JSON,))
    hits = search(store, q, lang=lang, groups=type or (), limit=limit)
    return {"query": q, "results": [hit.to_json() for hit in hits]}
