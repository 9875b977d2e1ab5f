"""The documents that the graph rests on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from api import replies
from api.dependencies import Cursor, FormDep, LanguageDep, Limit, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import RESOURCE, TABLE
from queries import resources

router = APIRouter(prefix="/v1/documents", tags=["documents"])


@router.get("", summary="List documents", operation_id="listDocuments", responses=forms(TABLE))
def list_documents(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """What each document is, who published it and when, a page at a time."""
    chosen = replies.chosen(request, form, TABLE)
    found = resources.documents(store, lang=lang, cursor=cursor, limit=limit)
    return replies.page(request, chosen, TABLE, found, store=store, language=lang, name="documents")


@router.get("/{id}", summary="One document", operation_id="getDocument", responses=forms(RESOURCE))
def get_document(
    request: Request,
    id: Annotated[
        str, Path(description="Local part of the IRI.", max_length=400, openapi_examples=EXAMPLES["document"])
    ],
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
) -> Response:
    """What it is, whom it names, which agreements it speaks of, and every sentence quoted from it."""
    chosen = replies.chosen(request, form, RESOURCE)
    item = resources.document(store, id, lang=lang)
    if item is None:
        raise replies.not_found("document", id, lang)
    return replies.reply(
        request, chosen, RESOURCE, body=item, store=store, subjects=[item["iri"]], name=item["id"], language=lang
    )
