"""The graphs that the questions are asked of: the five documents as read by hand, and a small world of edge cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.engines import open_engine
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


def _loaded(settings: StoreSettings, documents: list[DocumentGraph]) -> Iterator[Store]:
    with Store.open(settings) as store:
        for document in documents:
            store.replace(document)
        yield store


def _own_embedded(folder: Path, documents: list[DocumentGraph]) -> Iterator[Store]:
    """Documents in a database of their own, that no other test empties."""
    settings = StoreSettings(data=folder)
    with open_engine(settings):
        yield from _loaded(settings, documents)


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory, documents_dir: Path) -> Iterator[Store]:
    """The five documents, loaded once; for what does not depend on the engine."""
    yield from _own_embedded(tmp_path_factory.mktemp("five"), five_documents(documents_dir))


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The made-up world, loaded once; for what does not depend on the engine."""
    yield from _own_embedded(tmp_path_factory.mktemp("made-up"), world())


@pytest.fixture(scope="module", params=_ENGINES)
def five_on_each(
    request: pytest.FixtureRequest, wipe: Callable[[StoreSettings], None], documents_dir: Path
) -> Iterator[Store]:
    """The five documents on each engine in turn."""
    if request.param == "embedded":
        yield request.getfixturevalue("five")
    else:
        settings: StoreSettings = request.getfixturevalue("neo4j_settings")
        wipe(settings)
        yield from _loaded(settings, five_documents(documents_dir))


@pytest.fixture(scope="module", params=_ENGINES)
def made_up_on_each(request: pytest.FixtureRequest, wipe: Callable[[StoreSettings], None]) -> Iterator[Store]:
    """The made-up world on each engine in turn."""
    if request.param == "embedded":
        yield request.getfixturevalue("made_up")
    else:
        settings: StoreSettings = request.getfixturevalue("neo4j_settings")
        wipe(settings)
        yield from _loaded(settings, world())
