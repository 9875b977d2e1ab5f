"""The service over the sample documents, on each engine in turn."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.cli.serving import SAMPLES
from api.settings import ApiSettings
from graph.settings import StoreSettings
from graph.store import Store
from loaders.pipeline import ingest

Client = httpx.Client

_ENGINES = [
    pytest.param("embedded", id="embedded"),
    pytest.param("neo4j", id="neo4j", marks=pytest.mark.neo4j),
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Both engines, but for what is marked to be the same on each: forms, pages, texts."""
    if "loaded" in metafunc.fixturenames:
        engines = _ENGINES[:1] if metafunc.definition.get_closest_marker("one_engine") else _ENGINES
        metafunc.parametrize("loaded", engines, indirect=True, scope="package")


@pytest.fixture(scope="package")
def loaded(request: pytest.FixtureRequest, wipe: Callable[[StoreSettings], None]) -> StoreSettings:
    """Settings of each engine in turn, the sample documents loaded."""
    settings: StoreSettings = request.getfixturevalue(f"{request.param}_settings")
    wipe(settings)
    with Store.open(settings) as store:
        assert ingest([SAMPLES], store).complete
    return settings


@pytest.fixture(scope="package")
def app(loaded: StoreSettings) -> FastAPI:
    """The application over the sample documents."""
    return create_app(ApiSettings(), loaded)


@pytest.fixture(scope="package")
def client(app: FastAPI) -> Iterator[Client]:
    """A client of the application, served as it is in real life."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started or not thread.is_alive(), seconds=30)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as opened:
        yield opened
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive()


def wait_until(condition: Callable[[], bool], *, seconds: float) -> None:
    """Waits for a condition, and fails when it does not come about."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.05)
