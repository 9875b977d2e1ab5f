"""What the routes share: the store, the reader's language, the form of the answer, and strict query parameters."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Query, Request
from rapidfuzz import process

from api import problems
from api.problems import Problem
from api.store_access import StoreAccess
from api.texts import Language, accepted_language, t
from graph.store import Store


def _store(request: Request) -> Store:
    return cast(StoreAccess, request.app.state.store_access).get()


def _language(
    request: Request,
    lang: Annotated[Language | None, Query(description="Language of names, labels and messages.")] = None,
) -> Language:
    return lang or accepted_language(request.headers.get("accept-language"))


def _form(
    format: Annotated[  # the public name of the parameter
        str | None, Query(description="Form of the answer; wins over the Accept header.", examples=["json"])
    ] = None,
) -> str | None:
    return format


StoreDep = Annotated[Store, Depends(_store)]
LanguageDep = Annotated[Language, Depends(_language)]
FormDep = Annotated[str | None, Depends(_form)]
Limit = Annotated[int, Query(ge=1, le=500, description="Most items on a page.")]
Cursor = Annotated[str | None, Query(max_length=600, description="Where the page starts: `next` of the page before.")]


def known_only(request: Request) -> None:
    """Refuse query parameters that the interface's own description does not name for the route.

    Raises:
        Problem: there is one.
    """
    described = request.app.openapi()["paths"].get(request.scope["route"].path_format, {}).get("get", {})
    refuse_unknown(request, [each["name"] for each in described.get("parameters", ()) if each["in"] == "query"])


def refuse_unknown(request: Request, known: list[str]) -> None:
    """Refuse the first query parameter that is not among the known ones.

    Raises:
        Problem: there is one.
    """
    for name in request.query_params:
        if name in known:
            continue
        language = problems.language_of(request)
        nearest = process.extractOne(name, known, score_cutoff=65)
        key = "nearest" if nearest else "known"
        detail = t(
            f"problem.unknown-parameter.{key}",
            language,
            name=name,
            nearest=nearest[0] if nearest else "",
            known=", ".join(known) or "–",
        )
        raise Problem(
            problems.UNKNOWN_PARAMETER, detail, parameter=name, nearest=nearest[0] if nearest else None, known=known
        )
