"""What a document's graph says of actors as the authority file has them, of areas, and of its own reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.authority import Entry, authority
from loaders.model import Actor
from loaders.version import rules_digest, software_version
from ontology import iris
from ontology.areas import ancestors, area
from ontology.rdf import RDF_TYPE, RDFS_LABEL, Statement, iri, literal
from ontology.vocab import ONCO

_SKOS = "http://www.w3.org/2004/02/skos/core#"
ALT_LABEL = iri(_SKOS + "altLabel")
SAME_AS = iri("https://schema.org/sameAs")
DEFINITION = iri(_SKOS + "definition")
BROADER = iri(_SKOS + "broader")
EXACT_MATCH = iri(_SKOS + "exactMatch")
CLOSE_MATCH = iri(_SKOS + "closeMatch")


def entry_of(actor_iri: str) -> Entry | None:
    """The authority file's entry of an actor, None for one that it does not know."""
    return authority().by_id.get(actor_iri.removeprefix(iris.mint("actor", "")))


def name_of(actor_iri: str, actor: Actor | None, lang: str) -> str:
    """The actor's name in a language: from the authority file, else as the document gives it."""
    entry = entry_of(actor_iri)
    if entry:
        return entry.labels.get(lang, entry.name)
    return actor.name if actor else actor_iri.rsplit("/", 1)[-1]


def actor(actor_iri: str, named: Actor | None) -> Iterator[Statement]:
    """The description of an actor.

    Args:
        actor_iri: its IRI.
        named: what the document says of it; a known actor's description does not depend on the document.
    """
    subject = iri(actor_iri)
    entry = entry_of(actor_iri)
    if entry:
        yield from _known(subject, entry)
    elif named:
        yield subject, RDF_TYPE, iri(ONCO[named.kind])
        yield subject, RDFS_LABEL, literal(named.name)
        yield subject, iri(ONCO.resolution), literal(named.status)


def _known(subject: str, entry: Entry) -> Iterator[Statement]:
    yield subject, RDF_TYPE, iri(ONCO[entry.kind])
    yield subject, iri(ONCO.resolution), literal("known")
    labels = {lang: entry.labels.get(lang, entry.name) for lang in ("fr", "en")}
    for lang, label in labels.items():
        yield subject, RDFS_LABEL, literal(label, language=lang)
    other = [(alias, lang or None) for lang, aliases in entry.aliases.items() for alias in aliases]
    other += [(acronym, None) for acronym in entry.acronyms] + [(entry.name, None)]
    for alias, language in other:
        if alias not in labels.values():
            yield subject, ALT_LABEL, literal(alias, language=language)
    for same in entry.same_as:
        yield subject, SAME_AS, iri(same)
    for property_, value in (("city", entry.city), ("country", entry.country), ("siren", entry.siren)):
        if value:
            yield subject, iri(ONCO[property_]), literal(value)
    if entry.homepage:
        yield subject, iri(ONCO.homepage), iri(entry.homepage)


def run(document_iri: str, file: str) -> Iterator[Statement]:
    """The reading of a document, and the software that did it.

    A run has no clock time: the same text read by the same rules gives the same statements.
    """
    subject = iri(iris.mint("run", document_iri.rsplit("/", 1)[-1]))
    yield subject, RDF_TYPE, iri(ONCO.ExtractionRun)
    yield subject, RDFS_LABEL, literal(f"Lecture de {file}", language="fr")
    yield subject, RDFS_LABEL, literal(f"Reading of {file}", language="en")
    yield subject, iri(ONCO.read), iri(document_iri)
    version, digest = software_version(), rules_digest()
    software = iri(iris.mint("software", iris.slug(f"oncograph {version} {digest}")))
    yield subject, iri(ONCO.performedBy), software
    yield software, RDF_TYPE, iri(ONCO.Software)
    yield software, RDFS_LABEL, literal(f"oncograph {version}")
    yield software, iri(ONCO.softwareVersion), literal(version)
    yield software, iri(ONCO.rulesDigest), literal(digest)


def areas(named: Iterable[str]) -> Iterator[Statement]:
    """The description of areas, given by IRI, and of every area above them.

    Raises:
        KeyError: the area scheme has no such area.
    """
    slugs = {area(area_iri).slug for area_iri in named}
    for slug in slugs.union(*map(ancestors, slugs)):
        concept = area(slug)
        subject = iri(concept.iri)
        yield subject, RDF_TYPE, iri(ONCO.TherapeuticArea)
        for lang, label in concept.pref_labels.items():
            yield subject, RDFS_LABEL, literal(label, language=lang)
        for lang, labels in concept.alt_labels.items():
            yield from ((subject, ALT_LABEL, literal(label, language=lang)) for label in labels)
        for lang, definition in concept.definitions.items():
            yield subject, DEFINITION, literal(definition, language=lang)
        for broader in concept.broader:
            yield subject, BROADER, iri(area(broader).iri)
        for property_, matches in ((EXACT_MATCH, concept.exact_matches), (CLOSE_MATCH, concept.close_matches)):
            yield from ((subject, property_, iri(match)) for match in matches)
