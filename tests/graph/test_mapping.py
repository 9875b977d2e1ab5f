"""The mapping is what the ontology's annotations say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from graph.cypher import with_labels, with_type
from graph.mapping import DERIVED_TYPES, default_mapping, from_terms
from ontology import vocab
from tests.graph.sample import onco


def test_every_named_term_of_the_ontology_is_mapped() -> None:
    mapping = default_mapping()
    named = {term.iri: term.graph_name for term in vocab.terms().values() if term.graph_name}
    assert {**mapping.labels, **{iri: term.name for iri, term in mapping.properties.items()}} == named
    assert len(named) > 100


def test_names_read_as_labels_types_and_keys() -> None:
    mapping = default_mapping()
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", label) for label in mapping.labels.values())
    for term in mapping.properties.values():
        form = r"[A-Z]+(_[A-Z]+)*" if term.kind == "relationship" else r"[a-z][A-Za-z0-9]*"
        assert re.fullmatch(form, term.name), term.name


def test_a_class_brings_the_labels_above_it() -> None:
    labels = default_mapping().labels_of(frozenset({onco("BiotechCompany")}))
    assert labels == {"BiotechCompany", "Company", "Organization", "Actor"}


def test_only_the_lowest_classes_are_leaves() -> None:
    classes = frozenset({onco("Company"), onco("PharmaCompany"), onco("Person"), "http://example.org/Other"})
    assert default_mapping().leaves(classes) == {onco("PharmaCompany"), onco("Person")}


def test_the_roles_of_parties_are_below_party() -> None:
    roles = default_mapping().subproperties[onco("party")]
    assert {onco("sponsor"), onco("licensee"), onco("founder")} <= roles
    assert onco("creates") not in roles


def test_a_text_knows_its_datatype() -> None:
    properties = default_mapping().properties
    assert properties[onco("duration")].datatype == "http://www.w3.org/2001/XMLSchema#duration"
    assert properties[onco("siren")].datatype is None


def test_the_version_follows_what_is_projected_and_nothing_else() -> None:
    terms = vocab.terms()
    version = from_terms(terms).version
    assert version == default_mapping().version

    def changed(name: str, **fields: object) -> str:
        return from_terms({**terms, name: replace(terms[name], **fields)}).version  # type: ignore[arg-type]

    assert changed("tier", definitions={"fr": "autre", "en": "other"}) == version
    assert changed("tier", graph_name="level") != version
    assert changed("tier", graph_kind="texts") != version
    assert changed("Licence", parents=()) != version
    assert changed("sponsor", parents=()) != version


@pytest.mark.parametrize("name", ["label", "HAS_PARTY", "Actor", "uri", "docs", "PARTNERS_WITH", "ASSERTS"])
def test_a_name_may_be_used_once(name: str) -> None:
    terms = vocab.terms()
    with pytest.raises(ValueError, match="already used"):
        from_terms({**terms, "tier": replace(terms["tier"], graph_name=name)})


def test_an_unknown_kind_is_refused() -> None:
    terms = vocab.terms()
    with pytest.raises(ValueError, match="graphKind"):
        from_terms({**terms, "tier": replace(terms["tier"], graph_kind="colour")})


def test_derived_types_are_not_terms() -> None:
    assert not set(DERIVED_TYPES) & set(default_mapping().properties_by_name)


def test_names_are_quoted_in_cypher() -> None:
    assert "(node:`Actor`:`Od``d`)" in with_labels("create_nodes", frozenset({"Od`d", "Actor"}))
    assert "[link:`X``Y`]" in with_type("create_links", "X`Y")
