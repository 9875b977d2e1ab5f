"""What is missing or waits for a person."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api import replies
from api.dependencies import Cursor, FormDep, LanguageDep, Limit, StoreDep
from api.examples import forms
from api.negotiation import TABLE
from queries import resources
from queries.resources import Item, Page

router = APIRouter(prefix="/v1/quality", tags=["quality"])
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
