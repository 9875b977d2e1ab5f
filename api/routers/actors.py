"""Actors: organisations and persons, and what ties one to others."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from api import replies
from api.dependencies import Cursor, FormDep, LanguageDep, Limit, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import CSV, JSON, RESOURCE, TABLE
from queries import resources

router = APIRouter(prefix="/v1/actors", tags=["actors"])
ActorId = Annotated[str, Path(description="Local part of the IRI.", max_length=400, openapi_examples=EXAMPLES["actor"])]


@router.get("", summary="List actors", operation_id="listActors", responses=forms(TABLE))
def list_actors(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    kind: Annotated[
        str | None,
        Query(description="Class, those below included.", max_length=80, openapi_examples=EXAMPLES["actor_kind"]),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """Organisations and persons in the order of their IRIs, a page at a time."""
    chosen = replies.chosen(request, form, TABLE)
    found = resources.actors(store, lang=lang, kind=kind, cursor=cursor, limit=limit)
    return replies.page(request, chosen, TABLE, found, store=store, language=lang, name="actors")


@router.get("/{id}", summary="One actor", operation_id="getActor", responses=forms(RESOURCE))
def get_actor(request: Request, id: ActorId, store: StoreDep, lang: LanguageDep, form: FormDep) -> Response:
    """Names, kind, place, identifiers, and the documents that name it."""
    chosen = replies.chosen(request, form, RESOURCE)
    item = resources.actor(store, id, lang=lang)
    if item is None:
        raise replies.not_found("actor", id, lang)
    return replies.reply(
        request, chosen, RESOURCE, body=item, store=store, subjects=[item["iri"]], name=item["id"], language=lang
    )


@router.get(
    "/{id}/relationships",
    summary="What ties an actor to others",
    operation_id="getActorRelationships",
    responses=forms((JSON, CSV)),
)
def get_relationships(
    request: Request,
    id: ActorId,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    relation: Annotated[
        str | None,
        Query(
            description="Only this one: agreement, or a type such as PART_OF.",
            max_length=80,
            openapi_examples=EXAMPLES["relation"],
        ),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """Agreements with each other party, stated relations and roles, each with its sentences."""
    chosen = replies.chosen(request, form, (JSON, CSV))
    found = resources.relationships(store, id, lang=lang, relation=relation, cursor=cursor, limit=limit)
    if found is None:
        raise replies.not_found("actor", id, lang)
    return replies.page(request, chosen, (JSON, CSV), found, store=store, language=lang, name="relationships")
