"""The graphs that the questions are asked of: the five documents as read by hand, and a small world of edge cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.settings import StoreSettings
from graph.store import Store
from ontology.rdf import DocumentGraph
from tests.queries.build import read

READING = Path(__file__).with_name("reading")
WORLD = Path(__file__).with_name("world")
_ENGINES = [
    pytest.param("embedded", id="embedded"),
    pytest.param("neo4j", id="neo4j", marks=pytest.mark.neo4j),
]


def five_documents(folder: Path) -> list[DocumentGraph]:
    """The five documents as read by hand."""
    return [read(file, folder) for file in sorted(READING.glob("*.yaml"))]


def world() -> list[DocumentGraph]:
    """A small made-up world with the edge cases that the five documents lack."""
    return [read(file) for file in sorted(WORLD.glob("*.yaml"))]


def _opened(
    request: pytest.FixtureRequest, wipe: Callable[[StoreSettings], None], documents: list[DocumentGraph]
) -> Iterator[Store]:
    settings: StoreSettings = request.getfixturevalue(f"{request.param}_settings")
    wipe(settings)
    with Store.open(settings) as store:
        for document in documents:
            store.replace(document)
        yield store


@pytest.fixture(scope="module", params=_ENGINES)
def five(request: pytest.FixtureRequest, wipe: Callable[[StoreSettings], None], documents_dir: Path) -> Iterator[Store]:
    """The five documents on each engine in turn."""
    yield from _opened(request, wipe, five_documents(documents_dir))


@pytest.fixture(scope="module", params=_ENGINES)
def made_up(request: pytest.FixtureRequest, wipe: Callable[[StoreSettings], None]) -> Iterator[Store]:
    """The made-up world on each engine in turn."""
    yield from _opened(request, wipe, world())
