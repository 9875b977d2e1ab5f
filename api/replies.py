"""Answers in the form that was asked for, with the headers that go with a negotiated answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from api import negotiation, problems
from api.negotiation import CSV, JSON, Format
from api.problems import Problem
from api.tables import list_csv
from api.texts import Language, t
from graph.export import ExportFormat, describe
from graph.store import Store
from ontology import iris
from queries.resources import Page


def chosen(request: Request, asked: str | None, offered: Sequence[Format]) -> Format:
    """The form to answer in.

    Raises:
        NotAcceptable: none of those offered was asked for.
    """
    return negotiation.choose(request.headers.get("accept"), asked, offered)


def reply(
    request: Request,
    form: Format,
    offered: Sequence[Format],
    *,
    body: Mapping[str, Any],
    store: Store,
    subjects: Iterable[str] = (),
    lines: Iterable[str] = (),
    name: str = "oncograph",
    language: Language | None = None,
    links: Sequence[str] = (),
) -> Response:
    """One answer in one form.

    Args:
        request: what is answered.
        form: the form chosen among those offered.
        offered: all forms, named in the `Link` header as alternates.
        body: the answer as JSON.
        store: asked for the statements where the form is RDF.
        subjects: IRIs of the things that the answer is about; RDF holds the ledger's statements about them.
        lines: the answer as CSV.
        name: name of the file where the answer is saved.
        language: of names and labels in it.
        links: more values of the `Link` header.
    """
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache"}
    headers["Link"] = ", ".join([*links, *alternates(request, form, offered)])
    if language:
        headers["Content-Language"] = language
    if "format" in request.query_params:
        headers["Content-Disposition"] = f'inline; filename="{name}.{form.extension}"'
    if form == JSON:
        return Response(json.dumps(body, ensure_ascii=False), 200, headers, form.content_type)
    if form == CSV:
        return StreamingResponse(iter(lines), 200, headers, form.content_type)
    return StreamingResponse(describe(store, subjects, format=ExportFormat(form.name)), 200, headers, form.content_type)


def page(
    request: Request,
    form: Format,
    offered: Sequence[Format],
    found: Page,
    *,
    store: Store,
    language: Language,
    name: str,
) -> Response:
    """One page of a list: `{"items", "next"}`, the next page as a link too."""
    following = _with(request, cursor=found.next) if found.next else None
    body = {"items": found.items, "next": following, "cursor": found.next}
    links = [f'<{following}>; rel="next"'] if following else []
    subjects = [item["iri"] for item in found.items if "iri" in item]
    return reply(
        request,
        form,
        offered,
        body=body,
        store=store,
        subjects=subjects,
        lines=list_csv(found.items),
        name=name,
        language=language,
        links=links,
    )


def not_found(kind: str, local: str, language: Language) -> Problem:
    """The problem of an id that names nothing in the graph."""
    iri = local if local.startswith(iris.base()) else iris.mint(kind, local)
    return Problem(problems.NOT_FOUND, t("problem.not-found.detail", language, iri=iri), iri=iri)


def _with(request: Request, **changes: str | None) -> str:
    parameters = {**dict(request.query_params), **changes}
    return f"{request.url.path}?{urlencode({name: value for name, value in parameters.items() if value is not None})}"


def alternates(request: Request, form: Format, offered: Sequence[Format]) -> list[str]:
    """The values of a `Link` header that name the other forms of an answer."""
    return [
        f'<{_with(request, format=other.name)}>; rel="alternate"; type="{other.media_type}"'
        for other in offered
        if other != form
    ]
