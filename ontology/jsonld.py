"""The JSON-LD context: every term by its local name, typed as the ontology says, and the prefixes of an export."""

from __future__ import annotations

from collections.abc import Mapping

from ontology import iris
from ontology.iris import ONTOLOGY
from ontology.vocab import ONCO, terms

_VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "onco": ONTOLOGY,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_KINDS = (
    *("actor", "agreement", "area", "document", "evidence", "figure", "person", "product", "project", "role"),
    *("run", "software"),
)
_LITERALS = frozenset({"text", "texts", "integer", "decimal"})


def prefixes() -> dict[str, str]:
    """The prefixes of every export: vocabularies, and one for each kind of thing of ours."""
    return {**_VOCABULARIES, **{kind: f"{iris.base()}{kind}/" for kind in _KINDS}}


def context() -> Mapping[str, object]:
    """The context of our terms, as the value of `@context`.

    Classes and properties go by their local names. A property that leads to a thing takes an IRI as its value, one with
    a single datatype takes the plain text of it, one with a language is an object from language to texts; a date is
    written with its own datatype, since that says how fine it is.
    """
    found: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    prefixed = prefixes()
    found.update({name: {"@id": iri, "@prefix": True} for name, iri in prefixed.items()})
    for name, term in terms().items():
        if not term.graph_name:
            continue
        key = name if name in ONCO else name.replace("#", "/").rsplit("/", 1)[-1]
        if key in prefixed:  # `product:` names products, so that the property is written onco:product
            key = f"onco:{key}"
        described: dict[str, object] = {"@id": term.iri}
        if term.kind != "class":
            if term.graph_kind in ("relationship", "external"):
                described["@type"] = "@id"
            elif term.graph_kind in ("langText", "langTexts"):
                described["@container"] = "@language" if term.graph_kind == "langText" else "@set"
            elif term.graph_kind in _LITERALS and term.range and not term.range.endswith(("#string", "#langString")):
                described["@type"] = term.range
        found[key] = described
    return {"@context": found}
