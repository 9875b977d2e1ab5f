"""Errors over HTTP: `application/problem+json` (RFC 9457) with types that stay the same and resolve to a page."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.negotiation import NotAcceptable
from api.texts import LANGUAGES, Language, accepted_language, t
from ontology.errors import InputError, OncographError, QuestionError, StoreError, StoreUnavailable, StoreVersionError
from ontology.messages import told

TYPE_BASE = "https://w3id.org/oncograph/problems/"
MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kind:
    """One kind of problem: the last segment of its type IRI, and its status."""

    name: str
    status: int

    @property
    def type(self) -> str:
        """The stable type IRI."""
        return TYPE_BASE + self.name


NOT_FOUND = Kind("not-found", 404)
NO_SUCH_ROUTE = Kind("no-such-route", 404)
METHOD_NOT_ALLOWED = Kind("method-not-allowed", 405)
NOT_ACCEPTABLE = Kind("not-acceptable", 406)
ADDRESS_TOO_LONG = Kind("address-too-long", 414)
UNKNOWN_PARAMETER = Kind("unknown-parameter", 422)
INVALID_PARAMETER = Kind("invalid-parameter", 422)
CURATION_OFF = Kind("curation-off", 403)
CURATOR_KEY = Kind("curator-key", 401)
STORE_UNAVAILABLE = Kind("store-unavailable", 503)
STORE_VERSION = Kind("store-version", 503)
STORE_ERROR = Kind("store-error", 503)
INTERNAL = Kind("internal-error", 500)
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        NOT_FOUND,
        NO_SUCH_ROUTE,
        METHOD_NOT_ALLOWED,
        NOT_ACCEPTABLE,
        ADDRESS_TOO_LONG,
        UNKNOWN_PARAMETER,
        INVALID_PARAMETER,
        CURATION_OFF,
        CURATOR_KEY,
        STORE_UNAVAILABLE,
        STORE_VERSION,
        STORE_ERROR,
        INTERNAL,
    )
}


class Problem(Exception):
    """An error that a route found; `extensions` become members of the problem document."""

    def __init__(
        self, kind: Kind, detail: str, *, headers: Mapping[str, str] | None = None, **extensions: object
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.extensions = extensions


def document(kind: Kind, detail: str, language: Language, request_id: str, **extensions: object) -> dict[str, object]:
    """The members of a problem document; those without a value are left out."""
    members: dict[str, object] = {
        "type": kind.type,
        "title": t(f"problem.{kind.name}.title", language),
        "status": kind.status,
        "detail": detail,
        "help": f"/problems/{kind.name}",
        "requestId": request_id,
    }
    return members | {name: value for name, value in extensions.items() if value is not None}


def response(request: Request, problem: Problem) -> JSONResponse:
    """A problem as a response, in the reader's language."""
    language = language_of(request)
    body = document(problem.kind, problem.detail, language, request_id(request), **problem.extensions)
    headers = {"Content-Language": language, "Cache-Control": "no-store", **problem.headers}
    return JSONResponse(body, problem.kind.status, headers, MEDIA_TYPE)


def language_of(request: Request) -> Language:
    """The reader's language: the parameter `lang` where it is one of ours, else what the header prefers."""
    asked = request.query_params.get("lang")
    header = accepted_language(request.headers.get("accept-language"))
    return next((language for language in LANGUAGES if language == asked), header)


def request_id(request: Request) -> str:
    """The id that the middleware gave to the request."""
    return str(request.scope.get("state", {}).get("request_id", ""))


def of_error(error: OncographError, language: Language) -> Problem:
    """An error of the rooms below as a problem: the nearest class decides."""
    kinds: tuple[tuple[type[OncographError], Kind], ...] = (
        (StoreUnavailable, STORE_UNAVAILABLE),
        (StoreVersionError, STORE_VERSION),
        (StoreError, STORE_ERROR),
        (QuestionError, INVALID_PARAMETER),
        (InputError, INVALID_PARAMETER),
    )
    kind = next((kind for cls, kind in kinds if isinstance(error, cls)), INTERNAL)
    headers = {"Retry-After": "5"} if kind.status == 503 else None
    return Problem(
        kind, error.message_in(language), headers=headers, place=error.place, remedy=error.remedy_in(language)
    )


def install(app: FastAPI) -> None:
    """Make every error of the application a problem document, those of the framework too."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(NotAcceptable, _on_not_acceptable)
    app.add_exception_handler(OncographError, _on_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)


async def _on_problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Problem)  # noqa: S101  # what it is registered for
    return response(request, error)


async def _on_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, OncographError)  # noqa: S101
    problem = of_error(error, language_of(request))
    if problem.kind.status >= 500:
        _log.error("%s %s: %s", request.method, request.url.path, error)
    return response(request, problem)


async def _on_not_acceptable(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, NotAcceptable)  # noqa: S101
    language = language_of(request)
    available = [{"format": form.name, "mediaType": form.media_type} for form in error.offered]
    detail = t(
        "problem.not-acceptable.detail",
        language,
        wanted=error.wanted,
        offered=", ".join(f"{form.name} ({form.media_type})" for form in error.offered),
    )
    return response(request, Problem(NOT_ACCEPTABLE, detail, headers={"Vary": "Accept"}, available=available))


async def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    language = language_of(request)
    found: list[Any] = list(error.errors())
    errors = [{"parameter": str(item["loc"][-1]), "message": told(str(item["msg"]), language)} for item in found]
    detail = "; ".join(f"{item['parameter']}: {item['message']}" for item in errors)
    return response(request, Problem(INVALID_PARAMETER, detail, errors=errors))


async def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101
    language = language_of(request)
    path, method = request.url.path, request.method
    if error.status_code == 404:
        return response(request, Problem(NO_SUCH_ROUTE, t("problem.no-such-route.detail", language, path=path)))
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "GET")
        detail = t("problem.method-not-allowed.detail", language, method=method, allowed=allowed)
        return response(request, Problem(METHOD_NOT_ALLOWED, detail, headers={"Allow": allowed}))
    return response(request, Problem(Kind(INTERNAL.name, error.status_code), str(error.detail)))
