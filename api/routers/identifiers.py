"""The IRIs of the data on the user's own host, and the statements about any of them."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse, Response

from api import negotiation, replies
from api.dependencies import FormDep, LanguageDep, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import HTML, RDF, RESOURCE
from graph.export import describe_statements
from ontology import iris

router = APIRouter(tags=["identifiers"])
# kind in the IRI → (data route, page route)
_ROUTES = {
    "actor": "actors",
    "person": "actors",
    "agreement": "agreements",
    "area": "areas",
    "document": "documents",
}


@router.get("/id/{path:path}", summary="Follow an IRI", operation_id="followIri", status_code=303)
def follow(
    request: Request,
    path: Annotated[
        str, Path(max_length=400, description="What follows the base of the IRIs.", openapi_examples=EXAMPLES["path"])
    ],
    form: FormDep = None,
) -> Response:
    """303 to the page about the thing, for browsers, or to its data."""
    kind, _, local = path.partition("/")
    chosen = negotiation.choose(request.headers.get("accept"), form, (*RESOURCE, HTML))
    query = f"?{urlencode(list(request.query_params.multi_items()))}" if request.query_params else ""
    if chosen == HTML and kind in _ROUTES:
        target = f"/#/{kind}/{quote(local)}"
    elif kind in _ROUTES and chosen not in RDF:
        target = f"/v1/{_ROUTES[kind]}/{quote(local)}{query}"
    else:
        target = f"/v1/resources/{quote(path)}{query}"
    return RedirectResponse(target, 303, {"Vary": "Accept"})


@router.get(
    "/v1/resources/{path:path}",
    summary="What is stated about any IRI",
    operation_id="getResource",
    responses=forms(RESOURCE),
)
def get_resource(
    request: Request,
    path: Annotated[
        str, Path(max_length=400, description="What follows the base of the IRIs.", openapi_examples=EXAMPLES["path"])
    ],
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
) -> Response:
    """The statements of the ledger about a thing of any kind, evidence and roles included, by document."""
    chosen = replies.chosen(request, form, RESOURCE)
    iri = iris.base() + path
    stated = list(describe_statements(store, [iri]))
    if not stated:
        raise replies.not_found(*path.partition("/")[::2], lang)
    body = {
        "iri": iri,
        "statements": [
            {"document": document, "subject": subject, "predicate": predicate, "object": object_}
            for document, (subject, predicate, object_) in stated
        ],
    }
    return replies.reply(request, chosen, RESOURCE, body=body, store=store, subjects=[iri], name=iris.slug(path))
