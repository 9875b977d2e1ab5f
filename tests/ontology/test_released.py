"""What was released stays: others have written queries and data with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ontology import vocab
from ontology.areas import areas
from ontology.iris import ONTOLOGY
from ontology.values import value_lists
from ontology.vocab import ONTOLOGY_FILE, VocabularyTerm

_RELEASED = ONTOLOGY_FILE.with_name("released.txt")
Row = tuple[str, str, str, str]  # kind, name, name and form in the graph


def released() -> list[tuple[str, Row]]:
    """Version and row of every line."""
    lines = Path(_RELEASED).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(version, (kind, name, graph_name, form)) for version, kind, name, graph_name, form in rows]


def present(terms: Mapping[str, VocabularyTerm], lists: Iterable[str], slugs: Iterable[str]) -> set[Row]:
    """The rows of what there is now."""
    rows = {(term.kind, name, term.graph_name or "-", term.graph_kind or "-") for name, term in terms.items()}
    return rows | {("value", each, "-", "-") for each in lists} | {("area", slug, "-", "-") for slug in slugs}


def _now(terms: Mapping[str, VocabularyTerm] | None = None, slugs: Iterable[str] | None = None) -> set[Row]:
    values = [f"{each.name}: {notation}" for each in value_lists().values() for notation in each.notations]
    return present(vocab.terms() if terms is None else terms, values, areas() if slugs is None else slugs)


def lost(now: set[Row]) -> list[Row]:
    """What was released and is not there as it was."""
    return [row for _, row in released() if row not in now]


def test_no_released_term_is_gone_or_changed():
    assert lost(_now()) == [], "keep the term and mark it owl:deprecated true; give a new meaning a new name"


def test_every_term_is_on_the_list():
    listed = {row for _, row in released()}
    missing = sorted(_now() - listed)
    lines = "\n".join("\t".join((vocab.version(), *row)) for row in missing)
    assert not missing, f"add to {_RELEASED.name}:\n{lines}"


def test_the_list_would_tell():
    terms = dict(vocab.terms())
    without = {name: term for name, term in terms.items() if name != "sponsor"}
    assert [row[1] for row in lost(_now(without))] == ["sponsor"]
    changed = terms | {"sponsor": replace(terms["sponsor"], graph_name="HAS_SPONSOR")}
    assert [row[1] for row in lost(_now(changed))] == ["sponsor"]
    turned = terms | {"tier": replace(terms["tier"], kind="class")}
    assert [row[1] for row in lost(_now(turned))] == ["tier"]
    assert [row[1] for row in lost(_now(slugs=[slug for slug in areas() if slug != "sarcoma"]))] == ["sarcoma"]
    deprecated = terms | {"sponsor": replace(terms["sponsor"], deprecated=True)}
    assert lost(_now(deprecated)) == []


def test_the_list_names_each_once_and_no_later_version():
    rows = [row[:2] for _, row in released()]
    assert len(set(rows)) == len(rows)

    def number(version: str) -> tuple[int, ...]:
        return tuple(map(int, version.split(".")))

    assert max(number(version) for version, _ in released()) <= number(vocab.version())


def test_the_version_has_an_iri_of_its_own():
    text = ONTOLOGY_FILE.read_text(encoding="utf-8")
    assert f"owl:versionIRI <{ONTOLOGY.removesuffix('#')}/{vocab.version()}>" in text
