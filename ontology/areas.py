"""The therapeutic areas: the bilingual SKOS scheme of `areas.ttl`, read on first use and once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from ontology.iris import DEFAULT_BASE, mint

AREAS_FILE = Path(__file__).with_name("areas.ttl")
ROOT = "oncology"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
Lang = Literal["fr", "en"]


@dataclass(frozen=True)
class AreaConcept:
    """A therapeutic area or approach.

    Attributes:
        slug: its English name as it stands in the IRI.
        pref_labels: language → the one preferred name.
        alt_labels: language → other wordings by which a text names it (plurals, adjectives, acronyms, spellings).
        definitions: language → meaning, where the name alone does not say it.
        broader: slugs of the areas directly above; empty for the root alone.
        exact_matches, close_matches: IRIs in DOID, MONDO, NCIt, MeSH, OncoTree.
    """

    slug: str
    pref_labels: Mapping[str, str]
    alt_labels: Mapping[str, tuple[str, ...]]
    definitions: Mapping[str, str]
    broader: tuple[str, ...]
    exact_matches: tuple[str, ...]
    close_matches: tuple[str, ...]

    @property
    def iri(self) -> str:
        """The IRI under the user's own base."""
        return mint("area", self.slug)

    def labels(self, lang: Lang) -> tuple[str, ...]:
        """Every wording in a language, the preferred one first."""
        return (self.pref_labels[lang], *self.alt_labels.get(lang, ()))


@dataclass
class _Draft:
    pref: dict[str, str] = field(default_factory=dict)
    alt: dict[str, list[str]] = field(default_factory=dict)
    definition: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)


@cache
def areas() -> Mapping[str, AreaConcept]:
    """All areas by slug, in the order of the file."""
    import pyoxigraph  # here, so that importing a name costs nothing

    prefix = DEFAULT_BASE + "area/"
    drafts: dict[str, _Draft] = {}
    with AREAS_FILE.open("rb") as file:
        for quad in pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE):
            if not isinstance(quad.subject, pyoxigraph.NamedNode) or not quad.subject.value.startswith(prefix):
                continue
            draft = drafts.setdefault(quad.subject.value.removeprefix(prefix), _Draft())
            name, value = quad.predicate.value.removeprefix(_SKOS), quad.object.value
            if name == "prefLabel":
                draft.pref[quad.object.language] = value
            elif name == "altLabel":
                draft.alt.setdefault(quad.object.language, []).append(value)
            elif name == "definition":
                draft.definition[quad.object.language] = value
            elif name in ("broader", "exactMatch", "closeMatch"):
                draft.links.setdefault(name, []).append(value.removeprefix(prefix))
    return {
        slug: AreaConcept(
            slug=slug,
            pref_labels=draft.pref,
            alt_labels={lang: tuple(labels) for lang, labels in draft.alt.items()},
            definitions=draft.definition,
            broader=tuple(draft.links.get("broader", ())),
            exact_matches=tuple(draft.links.get("exactMatch", ())),
            close_matches=tuple(draft.links.get("closeMatch", ())),
        )
        for slug, draft in drafts.items()
    }


def area(iri_or_slug: str) -> AreaConcept:
    """The area of an IRI (under any base) or slug.

    Raises:
        KeyError: the scheme has no such area.
    """
    return areas()[iri_or_slug.rsplit("/", 1)[-1]]


@cache
def ancestors(slug: str) -> tuple[str, ...]:
    """Slugs of all areas above, nearest first, the root last, without itself."""
    above: list[str] = []
    queue = list(area(slug).broader)
    while queue:
        parent = queue.pop(0)
        if parent not in above:
            above.append(parent)
            queue.extend(area(parent).broader)
    if ROOT in above:  # a long way round must not put the root before a nearer area
        above.remove(ROOT)
        above.append(ROOT)
    return tuple(above)


@cache
def narrower(slug: str) -> tuple[str, ...]:
    """Slugs of all areas below, at any depth, in the order of the scheme, without itself."""
    area(slug)
    return tuple(other for other in areas() if slug in ancestors(other))


def is_acronym(label: str) -> bool:
    """Whether a wording is an acronym or symbol, to be recognised in its exact case only (`IA`, `NSCLC`, `CAR-T`).

    >>> is_acronym("NSCLC"), is_acronym("mCRPC"), is_acronym("oncologie")
    (True, True, False)
    """
    letters = [ch for ch in label if ch.isalpha()]
    return " " not in label and len(label) <= 7 and sum(ch.isupper() for ch in letters) * 2 > len(letters)
