"""The whole graph as RDF."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse

from api import replies
from api.dependencies import FormDep, LanguageDep, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import DUMP
from graph.export import ExportFormat, export
from ontology import iris
from queries import resources

router = APIRouter(tags=["export"])


@router.get("/v1/export", summary="The whole graph", operation_id="export", responses=forms(DUMP))
def export_graph(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    document: Annotated[
        str | None,
        Query(max_length=400, description="Only this document: id or IRI.", openapi_examples=EXAMPLES["document"]),
    ] = None,
) -> Response:
    """Everything the documents state, streamed from the ledger; TriG and N-Quads keep one graph a document."""
    chosen = replies.chosen(request, form, DUMP)
    iri = None
    if document is not None:
        found = resources.document(store, document, lang=lang)
        if found is None:
            raise replies.not_found("document", document, lang)
        iri = found["iri"]
    name = document.rsplit("/", 1)[-1] if document else "oncograph"
    headers = {
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="{iris.slug(name)}.{chosen.extension}"',
    }
    content = export(store, format=ExportFormat(chosen.name), document=iri)
    return StreamingResponse(content, 200, headers, chosen.content_type)
