"""Statements, partial dates, IRIs and errors: the terms that all rooms share."""

from __future__ import annotations

import datetime as dt

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from ontology import iris, rdf
from ontology.dates import PartialDate
from ontology.errors import InputError, OncographError

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_LITERALS = st.one_of(
    st.builds(rdf.literal, _TEXT),
    st.builds(lambda text, tag: rdf.literal(text, language=tag), _TEXT, st.sampled_from(["fr", "en", "fr-FR", "EN"])),
    st.builds(
        lambda text, kind: rdf.literal(text, datatype=rdf.XSD + kind),
        _TEXT,
        st.sampled_from(["date", "decimal", "gYear"]),
    ),
)
_IRIS = st.builds(
    lambda local: rdf.iri("https://example.org/" + local), st.from_regex(r"[a-zé0-9/#-]{1,12}", fullmatch=True)
)


@given(_LITERALS)
def test_a_literal_is_what_it_was(text: str):
    decoded = rdf.term(text)
    assert rdf.literal(decoded.value, language=decoded.language, datatype=decoded.datatype) == text
    assert rdf.canonical(text) == text


@given(st.sets(st.tuples(_IRIS, _IRIS, st.one_of(_IRIS, _LITERALS)), max_size=8))
def test_statements_survive_rdflib_and_lines(statements: set[rdf.Statement]):
    assert set(rdf.from_rdflib(rdf.to_rdflib(statements))) == statements
    for statement in statements:
        assert rdf.parse_line(" ".join(statement) + " .") == (statement, None)
        assert rdf.parse_line(" ".join(statement) + " <https://g.org/x> .") == (statement, "https://g.org/x")


def test_escapes_are_read():
    assert rdf.canonical(r'"\u00e9\n\t\"\\"@fr') == '"é\\n\t\\"\\\\"@fr'
    assert rdf.canonical('"x"^^<http://www.w3.org/2001/XMLSchema#string>') == '"x"'


@pytest.mark.parametrize("text", ["_:b1", '"x', "<a", "x", '"x"@', '"x"^^y'])
def test_what_is_no_term_is_refused(text: str):
    with pytest.raises(ValueError):
        rdf.term(text)


def test_blank_nodes_and_bad_iris_are_refused():
    graph = rdflib.Graph()
    graph.add((rdflib.BNode(), rdflib.RDF.type, rdflib.URIRef("a:b")))
    with pytest.raises(ValueError):
        list(rdf.from_rdflib(graph))
    with pytest.raises(ValueError):
        rdf.iri("a b")
    with pytest.raises(ValueError):
        rdf.parse_line("_:x <a:b> <c:d> .")


@given(st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31)), st.sampled_from([4, 7, 10]), st.integers(0, 30))
def test_a_partial_date_holds_its_days_and_grows_no_finer(day: dt.date, length: int, years: int):
    date = PartialDate(day.isoformat()[:length])
    assert date.first <= day <= date.last
    later = date.plus(years=years)
    assert later.precision == date.precision
    assert int(later.value[:4]) == day.year + years
    assert date.datatype.endswith({4: "gYear", 7: "gYearMonth", 10: "date"}[length])


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [("2024-01-31", 1, "2024-02-29"), ("2023-11", 14, "2025-01"), ("2011", 36, "2014"), ("2011", 6, "2011")],
)
def test_months_are_added(date: str, months: int, expected: str):
    assert PartialDate(date).plus(months=months).value == expected


@pytest.mark.parametrize("text", ["2024-13", "2023-02-29", "24", "2024-3", "2024-03-05T00:00", "", "2024-03-05\n"])
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(ValueError):
        PartialDate(text)


@given(_TEXT)
def test_a_slug_is_plain_and_stays_itself(name: str):
    slug = iris.slug(name)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert iris.slug(slug) == slug


def test_an_agreement_is_named_the_same_in_any_order_of_parties():
    parties = [iris.mint("actor", name) for name in ("servier", "ecole-polytechnique")]
    first = iris.agreement(parties, "ResearchCollaboration", "2024-03", "d")
    assert first == iris.agreement(reversed(parties), "ResearchCollaboration", "2024", "d")
    assert first == iris.mint("agreement", "ecole-polytechnique--servier-research-collaboration-2024")
    many = [iris.mint("actor", f"a{n}") for n in range(9)]
    assert iris.agreement(many, "Partnership", None, "d") == iris.agreement(many[::-1], "Partnership", None, "d")
    assert iris.evidence("d", 1, 2) != iris.evidence("d", 1, 2, "states something")


def test_an_error_names_place_and_remedy():
    error = InputError("it is empty", place="a.txt", remedy="choose another file")
    assert isinstance(error, OncographError)
    assert str(error) == "a.txt: it is empty\n→ choose another file"
