"""The HTTP service: routes, problems, headers, and one store for its life."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool

from api import openapi, problems
from api.dependencies import known_only
from api.middleware import Envelope
from api.routers import (
    actors,
    agreements,
    areas,
    ask,
    documents,
    export,
    health,
    identifiers,
    ontology,
    pages,
    paths,
    quality,
    questions,
    review,
    search,
)
from api.settings import ApiSettings
from api.store_access import StoreAccess
from graph.settings import StoreSettings


def create_app(settings: ApiSettings | None = None, store_settings: StoreSettings | None = None) -> FastAPI:
    """The application.

    Args:
        settings: of the service; read from the environment when absent.
        store_settings: where the graph is kept; read from the environment when absent.
    """
    settings = settings or ApiSettings()
    access = StoreAccess(store_settings or StoreSettings())

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(access.open)
        try:
            yield
        finally:
            await run_in_threadpool(access.close)

    app = FastAPI(
        title="oncograph",
        version=version("oncograph"),
        lifespan=life,
        docs_url=None,  # the framework's pages load their scripts from elsewhere; ours is in api/web
        redoc_url=None,
        servers=[{"url": settings.base_path or "/"}],
        redirect_slashes=False,
    )
    app.state.store_access = access
    app.state.curator_key = settings.curator_key
    strict = [Depends(known_only)]
    for module in (search, ask, actors, agreements, areas, documents, paths, export, quality, review, identifiers,
                   health, ontology):  # fmt: skip
        app.include_router(module.router, dependencies=strict)
    app.include_router(questions.router)  # each question knows its own parameters
    app.include_router(pages.router)
    problems.install(app)
    openapi.install(app)
    app.add_middleware(Envelope, longest_address=settings.longest_address)
    return app
