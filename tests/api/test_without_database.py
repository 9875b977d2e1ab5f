"""The service while its database is away: alive, honest about it, and well again by itself."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from api import problems
from api.app import create_app
from api.settings import ApiSettings
from api.store_access import RETRY_SECONDS, StoreAccess
from graph.settings import StoreSettings
from graph.store import Store
from ontology.errors import StoreUnavailable

NOWHERE = StoreSettings(store="bolt://127.0.0.1:9", neo4j_password=SecretStr("secret-word"))


async def get(app: FastAPI, address: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=app)
    async with (
        httpx.AsyncClient(transport=transport, base_url="http://test") as client,
        app.router.lifespan_context(app),
    ):
        return await client.get(address)


@pytest.fixture
def ask() -> Callable[[str], httpx.Response]:
    """Asks a service that has no database."""
    import anyio

    app = create_app(ApiSettings(), NOWHERE)
    return lambda address: anyio.run(get, app, address)


def test_the_process_is_alive_but_not_ready(ask: Callable[[str], httpx.Response]) -> None:
    assert ask("/healthz").status_code == 200
    assert ask("/").status_code == 200
    assert ask("/v1/questions").status_code == 200
    ready = ask("/readyz")
    assert ready.status_code == 503
    assert ready.json()["type"] == problems.STORE_UNAVAILABLE.type
    assert ready.json()["reasons"]


@pytest.mark.parametrize(
    "address", ["/v1/actors", "/v1/questions/A4?actor=x", "/v1/export", "/v1/ask?q=x", "/v1/search?q=x"]
)
def test_what_needs_the_database_says_so(ask: Callable[[str], httpx.Response], address: str) -> None:
    given = ask(address)
    assert given.status_code == 503
    assert given.json()["type"] == problems.STORE_UNAVAILABLE.type
    assert given.headers["retry-after"]
    assert given.json()["remedy"]
    assert "secret-word" not in given.text


def test_a_database_that_comes_back_is_met_without_a_restart(embedded_settings: StoreSettings) -> None:
    now = time.monotonic()
    clock = {"now": now}
    access = StoreAccess(NOWHERE, clock=lambda: clock["now"])
    access.open()
    with pytest.raises(StoreUnavailable):
        access.get()
    access._settings = embedded_settings
    with pytest.raises(StoreUnavailable):  # not asked again so soon
        access.get()
    clock["now"] += RETRY_SECONDS
    assert isinstance(access.get(), Store)
    access.close()
