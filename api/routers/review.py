"""The review queue over HTTP, and decisions on it for those who hold the curator's key."""

from __future__ import annotations

import hmac
import threading
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from api import problems, replies
from api.dependencies import FormDep, LanguageDep, StoreDep
from api.negotiation import JSON
from api.problems import Problem
from api.texts import Language, accepted_language, t
from loaders.model import EventKind, PartyRole
from loaders.review import sheet
from loaders.review.claims import Row
from loaders.review.decisions import append, decisions_file, read, same
from loaders.review.queue import Queue, Verdict
from ontology import iris
from ontology.vocab import agreement_kinds, label, party_roles, subclasses

router = APIRouter(prefix="/v1/review", tags=["review"])
_deciding = threading.Lock()  # what is decided next rests on what was decided before
_Text = Annotated[str, Field(max_length=300)]


class GivenParty(BaseModel):
    """A party as the curator names it."""

    model_config = ConfigDict(extra="forbid")
    name: _Text
    role: PartyRole = "party"


class GivenDate(BaseModel):
    """A date of an agreement."""

    model_config = ConfigDict(extra="forbid")
    event: EventKind
    value: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class GivenDecision(BaseModel):
    """A decision on a row of the queue."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(max_length=300, description="Of a claim (c…) or a name (actor:…).")]
    verdict: Literal["accept", "reject", "correct", "reopen", "alias", "merge", "split"]
    kind: _Text | None = None
    parties: Annotated[list[GivenParty], Field(max_length=50)] = []
    dates: Annotated[list[GivenDate], Field(max_length=4)] | None = None
    name: _Text = ""
    note: Annotated[str, Field(max_length=2000)] = ""
    curator: _Text = ""


@router.get("", summary="The review queue", operation_id="listReview")
def list_review(
    request: Request,
    store: StoreDep,
    lang: LanguageDep,
    form: FormDep,
    status: Annotated[
        Literal["open", "all"], Query(description="Rows to decide on, or those decided and certain too.")
    ] = "open",
    limit: Annotated[int, Query(ge=1, le=500, description="Most rows.")] = 100,
) -> dict[str, Any]:
    """Names that nobody knows yet first, then claims read with doubt, each with its sentence and what stands around."""
    replies.chosen(request, form, (JSON,))
    queue = Queue.of(store, read(decisions_file()))
    rows = queue.rows(everything=status == "all")
    return {
        "curation": _key(request) is not None,
        "total": len(rows),
        "gone": len(queue.gone),
        "rows": [_shown(row, lang) for row in rows[:limit]],
        "kinds": _labels(agreement_kinds(), lang),
        "actorKinds": _labels(("Organization", *subclasses("Organization")), lang),
        "roles": _labels(party_roles(), lang),
    }


def _labels(names: tuple[str, ...], lang: Language) -> list[dict[str, str]]:
    return sorted(({"value": name, "name": label(name, lang)} for name in names), key=lambda each: each["name"])


def _shown(row: Row, lang: Language) -> dict[str, Any]:
    shown = {name: value for name, value in row.items() if name not in ("key", "doubts", "document", "title")}
    shown |= {
        "type": "name" if "name" in row else "claim",
        "kindName": label(row["kind"], lang),
        "why": sheet.doubts(row, lang),
        "document": {"iri": iris.mint("document", row["document"]), "name": row["title"]},
    }
    if "parties" in row:
        shown["parties"] = [party | {"roleName": label(party["role"], lang)} for party in row["parties"]]
        shown["dates"] = [{"event": e, "eventName": sheet.word(e, lang), "value": v} for e, v in row["dates"]]
    return shown


@router.post("/decisions", summary="Decide", operation_id="decide", status_code=201)
def decide(
    request: Request,
    store: StoreDep,
    given: GivenDecision,
    x_curator_key: Annotated[
        str, Header(max_length=500, description="The key that the service was started with.")
    ] = "",
) -> JSONResponse:
    """Add a decision to the file of decisions; it takes effect when the document is read again."""
    _admit(request, x_curator_key)
    verdict = Verdict(
        given.id,
        given.verdict,
        kind=given.kind or None,
        parties=tuple((party.name, party.role) for party in given.parties),
        dates=None if given.dates is None else tuple((date.event, date.value) for date in given.dates),
        name=given.name,
        note=given.note,
        curator=given.curator,
    )
    path = decisions_file()
    with _deciding:
        known = read(path)
        decision = Queue.of(store, known).decide(verdict)
        fresh = not same(decision, known)
        if fresh:
            append(path, [decision])
    body = {"id": given.id, "verdict": given.verdict, "decidedAt": decision.decided_at, "recorded": fresh}
    return JSONResponse(body, 201 if fresh else 200, {"Cache-Control": "no-store"})


def _key(request: Request) -> SecretStr | None:
    return cast("SecretStr | None", request.app.state.curator_key)


def _admit(request: Request, given: str) -> None:
    """Let a curator in.

    Raises:
        Problem: curation over HTTP is off, or the key is another.
    """
    language = accepted_language(request.headers.get("accept-language"))
    key = _key(request)
    if key is None:
        raise Problem(problems.CURATION_OFF, t("problem.curation-off.detail", language))
    if not hmac.compare_digest(key.get_secret_value().encode(), given.encode()):
        raise Problem(problems.CURATOR_KEY, t("problem.curator-key.detail", language))
