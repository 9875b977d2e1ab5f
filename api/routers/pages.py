"""The start page, the page about the interface, and the pages about problems: plain files, nothing from elsewhere."""

from __future__ import annotations

import html
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from api import problems
from api.problems import Problem
from api.texts import LANGUAGES, accepted_language, t

router = APIRouter(include_in_schema=False)
FOLDER = Path(__file__).parents[1] / "web"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@router.get("/")
def start_page() -> Response:
    """The start page."""
    return _file("index.html")


@router.get("/docs")
def docs_page() -> Response:
    """The page about the interface."""
    return _file("docs.html")


@router.get("/web/{name}")
def part(request: Request, name: str) -> Response:
    """A style sheet, script or picture of the pages."""
    if name not in {path.name for path in FOLDER.iterdir() if path.suffix in _TYPES}:
        language = accepted_language(request.headers.get("accept-language"))
        raise Problem(problems.NO_SUCH_ROUTE, t("problem.no-such-route.detail", language, path=request.url.path))
    return _file(name)


@router.get("/problems/{name}")
def problem_page(request: Request, name: str) -> Response:
    """What a kind of problem means, in both languages."""
    language = accepted_language(request.headers.get("accept-language"))
    kind = problems.KINDS.get(name)
    if kind is None:
        raise Problem(problems.NO_SUCH_ROUTE, t("problem.no-such-route.detail", language, path=request.url.path))
    sections = "".join(
        f'<section lang="{each}"><h1>{html.escape(t(f"problem.{name}.title", each))}</h1>'
        f"<p>{html.escape(t(f'problem.{name}.help', each))}</p></section>"
        for each in sorted(LANGUAGES, key=lambda each: each != language)
    )
    return HTMLResponse(
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(t(f'problem.{name}.title', language))}</title>"
        f'<link rel="stylesheet" href="/web/app.css"></head><body><main>{sections}'
        f"<p><code>{kind.status}</code> <code>{kind.type}</code></p></main></body></html>"
    )


def _file(name: str) -> Response:
    path = FOLDER / name
    return FileResponse(path, media_type=_TYPES[path.suffix], headers={"Cache-Control": "no-cache"})
