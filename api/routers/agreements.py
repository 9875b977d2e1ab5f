"""Agreements: who agreed with whom, in what role, when, on what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from api import replies
from api.dependencies import Cursor, FormDep, LanguageDep, Limit, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import RESOURCE, TABLE
from ontology import iris
from queries import resources

router = APIRouter(prefix="/v1/agreements", tags=["agreements"])


@router.get("", summary="List agreements", operation_id="listAgreements", responses=forms(TABLE))
def list_agreements(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    kind: Annotated[
        str | None,
        Query(description="Class, those below included.", max_length=80, openapi_examples=EXAMPLES["agreement_kind"]),
    ] = None,
    actor: Annotated[
        str | None,
        Query(description="Only those of this actor: id or IRI.", max_length=400, openapi_examples=EXAMPLES["actor"]),
    ] = None,
    area: Annotated[
        str | None,
        Query(
            description="Only those on this area or a narrower one: id or IRI.",
            max_length=400,
            openapi_examples=EXAMPLES["area"],
        ),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """Parties with roles, kind, dates with precision and basis, areas; a page at a time."""
    chosen = replies.chosen(request, form, TABLE)
    found = resources.agreements(
        store, lang=lang, kind=kind, actor=_iri("actor", actor), area=_iri("area", area), cursor=cursor, limit=limit
    )
    return replies.page(request, chosen, TABLE, found, store=store, language=lang, name="agreements")


@router.get("/{id}", summary="One agreement", operation_id="getAgreement", responses=forms(RESOURCE))
def get_agreement(
    request: Request,
    id: Annotated[
        str, Path(description="Local part of the IRI.", max_length=400, openapi_examples=EXAMPLES["agreement"])
    ],
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
) -> Response:
    """Everything that is said of it, with the sentences."""
    chosen = replies.chosen(request, form, RESOURCE)
    item = resources.agreement(store, id, lang=lang)
    if item is None:
        raise replies.not_found("agreement", id, lang)
    return replies.reply(
        request, chosen, RESOURCE, body=item, store=store, subjects=[item["iri"]], name=item["id"], language=lang
    )


def _iri(kind: str, given: str | None) -> str | None:
    return iris.mint(kind, given) if given and not given.startswith(iris.base()) else given
