"""Random documents: few things and terms, so that documents overlap, and every form of literal."""

from __future__ import annotations

from hypothesis import strategies as st

from ontology import rdf
from ontology.rdf import RDF_TYPE, RDFS_LABEL, XSD, DocumentGraph, Statement
from tests.graph.sample import SKOS, at, onco

DOCUMENTS = ["document/a", "document/b", "document/c"]
ACTORS = ["actor/a", "actor/b", "actor/c"]
AGREEMENTS = ["agreement/a", "agreement/b"]
ROLES = ["role/a", "role/b"]
THINGS = [*ACTORS, *AGREEMENTS, *ROLES, "evidence/a", *DOCUMENTS]

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12) | (
    st.sampled_from(['say "no"', "back\\slash", "two\nlines\r\n", "a@fr", 'x"^^<http://y>', "tab\t", "é𝄞", " ", ""])
)
languages = st.sampled_from(["fr", "en", "fr-FR", "fr-fr", "de", "zh-Hant"])
years = st.integers(1000, 2999).map(str)
months = st.builds("{}-{:02}".format, years, st.integers(1, 12))
days = st.builds("{}-{:02}".format, months, st.integers(1, 28))
partial_dates = (
    years.map(lambda value: rdf.literal(value, datatype=XSD + "gYear"))
    | months.map(lambda value: rdf.literal(value, datatype=XSD + "gYearMonth"))
    | days.map(lambda value: rdf.literal(value, datatype=XSD + "date"))
)
integers = st.integers(-(2**63), 2**63 - 1).map(lambda value: rdf.literal(str(value), datatype=XSD + "integer"))
odd_integers = st.sampled_from(["01", "+1", "-0", str(2**64), "9" * 30, "x"]).map(
    lambda value: rdf.literal(value, datatype=XSD + "integer")
)
decimals = st.sampled_from(["1.50", "0.1", "120000000", "-3.00", "1" * 40 + ".5"]).map(
    lambda value: rdf.literal(value, datatype=XSD + "decimal")
)
plain = texts.map(rdf.literal)
tagged = st.builds(lambda text, language: rdf.literal(text, language=language), texts, languages)
odd = st.builds(
    lambda text, datatype: rdf.literal(text, datatype=datatype),
    texts,
    st.sampled_from([XSD + "gYear", XSD + "date", XSD + "decimal", XSD + "boolean", "http://example.org/type"]),
) | st.just(rdf.literal("2024-03-05+01:00", datatype=XSD + "date"))
outside = st.sampled_from(["https://ror.org/04t0gwh46", "http://www.wikidata.org/entity/Q1", "urn:x:y"]).map(rdf.iri)


def things(*paths: str) -> st.SearchStrategy[str]:
    return st.sampled_from([rdf.iri(at(path)) for path in paths])


def _pairs(subjects: list[str], predicate: str, objects: st.SearchStrategy[str]) -> st.SearchStrategy[Statement]:
    predicate = predicate if predicate.startswith("<") else rdf.iri(onco(predicate))
    return st.tuples(st.sampled_from([rdf.iri(at(path)) for path in subjects]), st.just(predicate), objects)


def classes(*names: str) -> st.SearchStrategy[str]:
    return st.sampled_from([rdf.iri(onco(name)) for name in names])


_PARTIES = things(*ACTORS)
mapped = st.one_of(
    _pairs(ACTORS, RDF_TYPE, classes("CancerCentre", "PharmaCompany", "Company", "Person")),
    _pairs(AGREEMENTS, RDF_TYPE, classes("Licence", "Sponsorship", "Agreement")),
    _pairs(ROLES, RDF_TYPE, classes("Role")),
    _pairs(DOCUMENTS, RDF_TYPE, classes("Document")),
    _pairs(THINGS, RDFS_LABEL, tagged | plain),
    _pairs(ACTORS, f"<{SKOS}altLabel>", tagged | plain),
    _pairs(ACTORS, "siren", plain),
    _pairs(ACTORS, "homepage", outside),
    _pairs(ACTORS, "partOf", _PARTIES),
    *(_pairs(AGREEMENTS, role, _PARTIES) for role in ("party", "sponsor", "beneficiary", "licensor", "licensee")),
    _pairs(AGREEMENTS, "concerns", things("area/a", "area/b")),
    _pairs(AGREEMENTS, "creates", _PARTIES),
    _pairs(AGREEMENTS, "startsOn", partial_dates),
    _pairs(AGREEMENTS, "announcedOn", partial_dates),
    _pairs(AGREEMENTS, "duration", st.just(rdf.literal("P3Y", datatype=XSD + "duration"))),
    _pairs(AGREEMENTS, "signal", plain),
    _pairs(AGREEMENTS, "amount", decimals),
    _pairs(ROLES, "roleHolder", _PARTIES),
    _pairs(ROLES, "roleAt", _PARTIES),
    _pairs(ROLES, "roleTitle", tagged),
    _pairs(["evidence/a"], "quoteStart", integers),
    _pairs(DOCUMENTS, "issued", partial_dates),
    _pairs(DOCUMENTS, "mentions", things(*ACTORS)),
)
unmapped = st.one_of(
    _pairs(THINGS, "<http://example.org/p>", plain | tagged | odd | outside | odd_integers),
    _pairs(THINGS, RDF_TYPE, outside),
    _pairs(THINGS, "startsOn", odd | tagged),
    _pairs(THINGS, "amount", odd),
    _pairs(THINGS, "quoteStart", odd_integers),
    _pairs(THINGS, "party", plain),
    _pairs(THINGS, RDFS_LABEL, odd | outside),
)
statements = st.frozensets(mapped | unmapped, min_size=1, max_size=25)
documents = st.builds(DocumentGraph, st.sampled_from(DOCUMENTS).map(at), statements)


@st.composite
def libraries(draw: st.DrawFn) -> list[DocumentGraph]:
    """One to three documents with different IRIs."""
    names = draw(st.lists(st.sampled_from(DOCUMENTS), min_size=1, max_size=3, unique=True))
    return [DocumentGraph(at(name), draw(statements)) for name in names]
