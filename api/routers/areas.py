"""Therapeutic areas and approaches."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from api import replies
from api.dependencies import Cursor, FormDep, LanguageDep, Limit, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import RESOURCE, TABLE
from queries import resources

router = APIRouter(prefix="/v1/areas", tags=["areas"])


@router.get("", summary="List areas", operation_id="listAreas", responses=forms(TABLE))
def list_areas(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """The areas that documents name and those above them, a page at a time."""
    chosen = replies.chosen(request, form, TABLE)
    found = resources.areas(store, lang=lang, cursor=cursor, limit=limit)
    return replies.page(request, chosen, TABLE, found, store=store, language=lang, name="areas")


@router.get("/{id}", summary="One area", operation_id="getArea", responses=forms(RESOURCE))
def get_area(
    request: Request,
    id: Annotated[str, Path(description="Local part of the IRI.", max_length=400, openapi_examples=EXAMPLES["area"])],
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
) -> Response:
    """Definition, place in the scheme, and the agreements on it or on a narrower one."""
    chosen = replies.chosen(request, form, RESOURCE)
    item = resources.area(store, id, lang=lang)
    if item is None:
        raise replies.not_found("area", id, lang)
    return replies.reply(
        request, chosen, RESOURCE, body=item, store=store, subjects=[item["iri"]], name=item["id"], language=lang
    )
