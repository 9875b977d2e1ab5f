"""What is missing or waits for a person."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from api import replies
from api.dependencies import Cursor, FormDep, LanguageDep, Limit, StoreDep
from api.examples import EXAMPLES, forms
from api.negotiation import HTML, JSON, TABLE, TURTLE
from ontology import iris
from ontology.report import Report
from ontology.report_page import STYLE
from queries import resources
from queries.resources import Item, Page

router = APIRouter(prefix="/v1/quality", tags=["quality"])
_REPORT = (JSON, HTML, TURTLE)
_DATES = ("signed", "announced", "starts")


@router.get(
    "/agreements", summary="Incomplete agreements", operation_id="listIncompleteAgreements", responses=forms(TABLE)
)
def list_incomplete(
    request: Request, store: StoreDep, lang: LanguageDep, form: FormDep, cursor: Cursor = None, limit: Limit = 50
) -> Response:
    """Agreements that lack a field, or wait for a person's review; `limit` counts the agreements looked at."""
    chosen = replies.chosen(request, form, TABLE)
    looked_at = resources.agreements(store, lang=lang, cursor=cursor, limit=limit)
    incomplete = [item for item in map(_gaps, looked_at.items) if item["missing"] or item["pending"]]
    return replies.page(
        request, chosen, TABLE, Page(incomplete, looked_at.next), store=store, language=lang, name="incomplete"
    )


@router.get(
    "/loads/{id}", summary="What the gate said of a document", operation_id="getLoadReport", responses=forms(_REPORT)
)
def get_load_report(
    request: Request,
    id: Annotated[
        str, Path(description="Local part of the IRI.", max_length=400, openapi_examples=EXAMPLES["document"])
    ],
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
) -> Response:
    """What was found when the document was loaded last: each thing, rule, passage and repair.

    HTML is a page to read in the language asked for, Turtle a SHACL validation report.
    """
    chosen = replies.chosen(request, form, _REPORT)
    kept = store.report(iris.mint("document", id))
    if kept is None:
        raise replies.not_found("document", id, lang)
    report = Report.from_json(json.loads(kept))
    text = {"html": report.to_html(lang), "turtle": report.to_turtle()}.get(chosen.name) or kept
    headers = {
        "Vary": "Accept, Accept-Language",
        "Cache-Control": "no-cache",
        "Content-Language": lang,
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_style_digest()}'; frame-ancestors 'none'",
    }
    return Response(text, media_type=chosen.content_type, headers=headers)


@cache
def _style_digest() -> str:
    """The page carries its style within, so that it can be saved as one file; nothing else inline is let through."""
    return b64encode(sha256(STYLE.encode()).digest()).decode()


def _gaps(agreement: Item) -> Item:
    missing = [name for name in ("areas", "duration", "ends") if _absent(agreement.get(name))]
    if all(_absent(agreement.get(name)) for name in _DATES):
        missing.append("date")
    if len(agreement.get("parties") or ()) < 2:
        missing.append("parties")
    return {
        "iri": agreement["iri"],
        "name": agreement["name"],
        "kind": agreement.get("kind"),
        "missing": sorted(missing),
        "pending": agreement["pending"],
    }


def _absent(value: object) -> bool:
    return not value or (isinstance(value, dict) and "unknown" in value)
