"""Small documents of our own for the tests of the store."""

from __future__ import annotations

from ontology import rdf
from ontology.iris import DEFAULT_BASE as BASE
from ontology.rdf import RDF_TYPE, RDFS_LABEL, XSD, DocumentGraph, Statement
from ontology.vocab import ONCO

SKOS = "http://www.w3.org/2004/02/skos/core#"


def at(path: str) -> str:
    """The IRI of a thing of ours."""
    return BASE + path


def onco(name: str) -> str:
    """The IRI of a term of our ontology, which must have it."""
    return ONCO[name]


def says(subject: str, predicate: str, *objects: str) -> set[Statement]:
    """Statements about a thing; objects are terms."""
    predicate_term = predicate if predicate.startswith("<") else rdf.iri(onco(predicate))
    return {(rdf.iri(at(subject)), predicate_term, object_) for object_ in objects}


def thing(path: str) -> str:
    """A thing as an object."""
    return rdf.iri(at(path))


def is_a(subject: str, *classes: str) -> set[Statement]:
    return says(subject, RDF_TYPE, *(rdf.iri(onco(name)) for name in classes))


def named(subject: str, **labels: str) -> set[Statement]:
    return says(subject, RDFS_LABEL, *(rdf.literal(text, language=language) for language, text in labels.items()))


def month(value: str) -> str:
    return rdf.literal(value, datatype=XSD + "gYearMonth")


def day(value: str) -> str:
    return rdf.literal(value, datatype=XSD + "date")


def press_release(
    name: str = "one",
    *,
    parties: tuple[str, ...] = ("actor/servier", "actor/gustave-roussy"),
    kind: str = "ResearchCollaboration",
    agreement: str = "agreement/a",
    issued: str = "2024-03-05",
    starts: str = "2024-03",
    actor_class: str = "PharmaCompany",
    label: str = "Accord de recherche",
) -> DocumentGraph:
    """A document about one agreement, complete in itself."""
    document = f"document/{name}"
    statements = (
        is_a(document, "Document")
        | says(document, "issued", day(issued))
        | says(document, "mentions", *(thing(party) for party in parties))
        | is_a(agreement, kind)
        | named(agreement, fr=label)
        | says(agreement, "party", *(thing(party) for party in parties))
        | says(agreement, "concerns", thing("area/lung-cancer"))
        | says(agreement, "startsOn", month(starts))
        | says(agreement, "tier", rdf.literal("A"))
        | says(agreement, "evidence", thing(f"evidence/{name}-1"))
        | is_a(f"evidence/{name}-1", "Evidence")
        | says(f"evidence/{name}-1", "quotedFrom", thing(document))
        | says(f"evidence/{name}-1", "quote", rdf.literal("Ils travaillent\nensemble « @fr ».", language="fr"))
        | is_a("area/lung-cancer", "TherapeuticArea")
        | named("area/lung-cancer", fr="cancer du poumon", en="lung cancer")
    )
    for party in parties:
        statements |= is_a(party, actor_class) | named(party, fr=party.rpartition("/")[2].title())
    return DocumentGraph(at(document), frozenset(statements))
