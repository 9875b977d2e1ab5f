"""Documents made up from numbers, in the vocabulary of the project: valid ones, and ones broken in known ways.

Document `i` is a function of `i` and the seed alone. Organisations are drawn by Zipf's law from a pool half as large as
the number of documents and described alike in every document; some agreements are told by two documents.
"""

from __future__ import annotations

import bisect
import hashlib
import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ontology import iris, rdf
from ontology.iris import ONTOLOGY
from ontology.rdf import XSD, DocumentGraph, Statement

RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
BROADER = "http://www.w3.org/2004/02/skos/core#broader"
TITLE = "http://purl.org/dc/terms/title"
LANGUAGE = "http://purl.org/dc/terms/language"
SAME_AS = "https://schema.org/sameAs"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
ORGANISATIONS = ("PharmaCompany", "BiotechCompany", "CancerCentre", "UniversityHospital", "University", "Foundation")
AGREEMENTS = ("ResearchCollaboration", "CoDevelopment", "Licence", "Sponsorship", "Funding", "Partnership")
AREAS = ("solid-tumours", "breast-cancer", "immuno-oncology")
WORDS = re.findall(
    r"\w+",
    "les parties travaillent ensemble sur une étude du cancer avec des équipes de recherche et un comité qui suit "
    "chaque année les progrès du projet dans le cadre de cet accord signé entre elles pour la durée prévue",
)


def text(value: str, lang: str | None = None) -> str:
    """A plain or tagged literal as an N-Triples term."""
    return rdf.literal(value, language=lang)


def typed(value: str, datatype: str) -> str:
    """A literal of an XML Schema datatype as an N-Triples term."""
    return rdf.literal(value, datatype=XSD + datatype)


def minted(kind: str, local: str) -> str:
    """An IRI of ours."""
    return iris.mint(kind, local)


@dataclass
class Draft:
    """A document while it is made: its things by their part, and its statements."""

    number: int
    random: random.Random
    iri: str
    things: dict[str, str] = field(default_factory=dict)
    statements: set[Statement] = field(default_factory=set)
    text: str = ""

    def add(self, thing: str, predicate: str, *values: str) -> None:
        """States values of a property; a predicate without `://` is one of ours."""
        name = predicate if "://" in predicate else ONTOLOGY + predicate
        self.statements.update((f"<{thing}>", f"<{name}>", value) for value in values)

    def link(self, thing: str, predicate: str, *targets: str) -> None:
        """Relates things."""
        self.add(thing, predicate, *(f"<{target}>" for target in targets))

    def drop(self, thing: str, predicate: str) -> None:
        """Takes the values of a property back."""
        name = f"<{predicate if '://' in predicate else ONTOLOGY + predicate}>"
        self.statements = {one for one in self.statements if one[:2] != (f"<{thing}>", name)}

    def put(self, thing: str, predicate: str, *values: str) -> None:
        """Replaces the values of a property."""
        self.drop(thing, predicate)
        self.add(thing, predicate, *values)

    def a(self, thing: str, kind: str) -> None:
        """Says what a thing is."""
        self.link(thing, TYPE, ONTOLOGY + kind)

    def graph(self) -> DocumentGraph:
        """The document."""
        return DocumentGraph(self.iri, frozenset(self.statements), self.text)


class Zipf:
    """Numbers below `count`, small ones much more often."""

    def __init__(self, count: int) -> None:
        self._sums = list(itertools.accumulate(1.0 / (i + 1) ** 1.07 for i in range(count)))

    def draw(self, source: random.Random) -> int:
        """One of them."""
        return bisect.bisect(self._sums, source.random() * self._sums[-1])


def documents(
    count: int, *, broken: float = 0.0, seed: int = 7, kinds: tuple[str, ...] = (), each: int = 1
) -> Iterator[DocumentGraph]:
    """That many documents.

    Args:
        count: how many.
        broken: the share of documents that are broken.
        seed: another one gives other documents.
        kinds: the ways to break them, taken in turn; all of `BREAKS` without.
        each: in how many ways a broken document is broken.
    """
    zipf = Zipf(max(12, count // 2))
    ways = itertools.cycle(kinds or BREAKS)
    for number in range(count):
        draft = make(number, zipf, seed)
        if draft.random.random() < broken:
            for way in itertools.islice(ways, each):
                BREAKS[way](draft)
        yield draft.graph()


def make(number: int, zipf: Zipf, seed: int) -> Draft:
    """A valid document that may still be broken."""
    source = random.Random(seed * 1_000_003 + number)
    draft = Draft(number, source, minted("document", f"d{number}"))
    organisations: list[int] = []
    while len(organisations) < 5:
        drawn = zipf.draw(source)
        if drawn not in organisations:
            organisations.append(drawn)
    actors = [_organisation(draft, drawn) for drawn in organisations]
    areas = [_area(draft, name) for name in AREAS]
    quotes: list[str] = []
    places = [_evidence(draft, quotes, index) for index in range(12)]
    draft.text = "\n".join(quotes)
    draft.things |= {"actor": actors[0], "other": actors[1], "evidence": places[0], "area": areas[1]}
    day = f"{source.randint(2000, 2024)}-{source.randint(1, 12):02d}-{source.randint(1, 28):02d}"
    _document(draft, actors, areas, day)
    for index, tag in enumerate(("agreement", "second")):
        # Every tenth document's second agreement is one that the document before tells too.
        shared = tag == "second" and number % 10 == 9
        teller = number - 1 if shared else number
        draft.things[tag] = minted("agreement", f"{tag}-d{teller}")
        _agreement(draft, draft.things[tag], index, actors, areas, places, random.Random(seed + teller))
    for index in range(2):
        _person(draft, index, actors, places, day)
    project = draft.things["project"] = minted("project", f"p{number}")
    draft.a(project, "Project")
    draft.add(project, RDFS_LABEL, text(f"Projet {number}", "fr"))
    draft.link(project, "concerns", areas[0])
    draft.link(project, "evidence", places[6])
    draft.link(draft.things["agreement"], "project", project)
    figure = draft.things["figure"] = minted("figure", f"f{number}")
    draft.a(figure, "Figure")
    draft.link(figure, "figureOf", actors[0])
    draft.add(figure, "measure", text("staff"))
    draft.add(figure, "value", typed(str(source.randint(10, 9000)), "decimal"))
    draft.add(figure, "year", typed("2023", "gYear"))
    draft.link(figure, "evidence", places[7])
    draft.link(actors[2], "activeIn", areas[0])
    _states(draft, places[8], actors[2], "activeIn", areas[0])
    for place in places[9:]:
        draft.link(draft.things["agreement"], "evidence", place)
    return draft


def _organisation(draft: Draft, number: int) -> str:
    source = random.Random(number * 7919 + 13)
    iri = minted("actor", f"o{number}")
    draft.a(iri, ORGANISATIONS[number % len(ORGANISATIONS)])
    draft.add(iri, RDFS_LABEL, text(f"Organisation {number}", "fr"), text(f"Organisation no {number}", "en"))
    draft.add(iri, ALT_LABEL, text(f"O{number}"))
    draft.add(iri, "resolution", text("known"))
    draft.add(iri, "country", text(source.choice(("FR", "DE", "US"))))
    draft.add(iri, "city", text(source.choice(("Lyon", "Paris", "Basel"))))
    draft.add(iri, "siren", text(siren(number)))
    draft.link(iri, SAME_AS, f"http://www.wikidata.org/entity/Q{number + 1}")
    return iri


def siren(number: int) -> str:
    """A number with nine digits and a sound check digit."""
    body = f"{100_000_00 + number:08d}"
    total = 0
    for position, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if position % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return body + str(-total % 10)


def _area(draft: Draft, name: str) -> str:
    iri = minted("area", name)
    draft.a(iri, "TherapeuticArea")
    draft.add(iri, RDFS_LABEL, text(name, "en"), text(f"{name} (fr)", "fr"))
    if name == "breast-cancer":
        draft.link(iri, BROADER, minted("area", "solid-tumours"))
    return iri


def _document(draft: Draft, actors: list[str], areas: list[str], day: str) -> None:
    draft.a(draft.iri, "Document")
    draft.add(draft.iri, TITLE, text(f"Communiqué {draft.number}", "fr"))
    draft.add(draft.iri, RDFS_LABEL, text(f"Communiqué {draft.number}", "fr"))
    draft.add(draft.iri, LANGUAGE, text("fr"))
    draft.add(draft.iri, "fileName", text(f"d{draft.number}.txt"))
    draft.add(draft.iri, "sha256", text(hashlib.sha256(draft.text.encode()).hexdigest()))
    draft.add(draft.iri, "genre", text("press release"))
    draft.add(draft.iri, "extractor", text("oncograph 0"))
    draft.add(draft.iri, "issued", typed(day, "date"))
    draft.add(draft.iri, "issuedBasis", text("stated"))
    draft.link(draft.iri, "publisher", actors[0])
    draft.link(draft.iri, "source", f"https://example.org/d{draft.number}")
    draft.link(draft.iri, "mentions", *actors, *areas)


def _evidence(draft: Draft, quotes: list[str], index: int) -> str:
    quote = f"Au point {draft.number}.{index}, " + " ".join(draft.random.choices(WORDS, k=18))
    start = sum(len(one) + 1 for one in quotes)
    quotes.append(quote)
    iri = minted("evidence", f"d{draft.number}-{start}-{start + len(quote)}")
    draft.a(iri, "Evidence")
    draft.link(iri, "quotedFrom", draft.iri)
    draft.add(iri, "quote", text(quote, "fr"))
    draft.add(iri, "quoteStart", typed(str(start), "integer"))
    draft.add(iri, "quoteEnd", typed(str(start + len(quote)), "integer"))
    draft.add(iri, "section", text("body"))
    draft.add(iri, "rule", text("r1"))
    draft.add(iri, "agentType", text("text_mining_agent"))
    draft.add(iri, "knowledgeLevel", text("knowledge_assertion"))
    return iri


def _states(draft: Draft, place: str, about: str, name: str, target: str | None = None) -> None:
    draft.link(place, "statedSubject", about)
    draft.add(place, "statedPredicate", text(name))
    if target:
        draft.link(place, "statedObject", target)


def _agreement(
    draft: Draft,
    iri: str,
    index: int,
    actors: list[str],
    areas: list[str],
    places: list[str],
    source: random.Random,
) -> None:
    kind = AGREEMENTS[source.randrange(len(AGREEMENTS))]
    roles = {"Licence": ("licensor", "licensee"), "Sponsorship": ("sponsor", "beneficiary")}
    roles["Funding"] = ("funder", "beneficiary")
    first, second = roles.get(kind, ("party", "party"))
    year = source.randint(2000, 2024)
    draft.a(iri, kind)
    draft.add(iri, RDFS_LABEL, text(f"Accord {iri.rsplit('/', 1)[-1]}", "fr"))
    draft.link(iri, first, actors[0])
    draft.link(iri, second, actors[1])
    draft.link(iri, "concerns", areas[1])
    draft.add(iri, "signedOn", typed(f"{year}-{source.randint(1, 12):02d}", "gYearMonth"))
    draft.add(iri, "signedOnBasis", text("stated"))
    draft.add(iri, "startsOn", typed(f"{year}-{source.randint(1, 12):02d}-15", "date"))
    draft.add(iri, "startsOnBasis", text("stated"))
    draft.add(iri, "endsOn", typed(str(year + 3), "gYear"))
    draft.add(iri, "endsOnBasis", text("stated"))
    draft.add(iri, "duration", typed("P3Y", "duration"))
    draft.add(iri, "amount", typed(f"{source.randint(1, 900)}000.00", "decimal"))
    draft.add(iri, "currency", text("EUR"))
    draft.add(iri, "amountDisclosure", text("disclosed"))
    draft.add(iri, "status", text("concluded"))
    draft.add(iri, "tier", text("A"))
    draft.add(iri, "signal", text("parties_known"), text("verb"))
    draft.add(iri, "subject", text("une étude commune", "fr"))
    draft.link(iri, "evidence", places[2 * index])
    _states(draft, places[2 * index + 1], iri, "startsOn")


def _person(draft: Draft, index: int, actors: list[str], places: list[str], day: str) -> None:
    person, role = minted("person", f"d{draft.number}-{index}"), minted("role", f"d{draft.number}-{index}")
    draft.things[f"person{index}"], draft.things[f"role{index}"] = person, role
    draft.a(person, "Person")
    draft.add(person, RDFS_LABEL, text(f"Personne {draft.number} {index}"))
    draft.link(person, "quotedIn", draft.iri)
    draft.a(role, "Role")
    draft.link(role, "roleHolder", person)
    draft.link(role, "roleAt", actors[index])
    draft.add(role, "roleTitle", text("directrice générale", "fr"))
    draft.add(role, "roleAsOf", typed(day, "date"))
    draft.link(role, "evidence", places[4 + index])


Break = Callable[[Draft], object]


def _put(part: str, predicate: str, *values: str) -> Break:
    return lambda draft: draft.put(draft.things[part], predicate, *values)


def _add(part: str, predicate: str, *values: str) -> Break:
    return lambda draft: draft.add(draft.things[part], predicate, *values)


def _of_document(predicate: str, *values: str, add: bool = False) -> Break:
    return lambda draft: (draft.add if add else draft.put)(draft.iri, predicate, *values)


def _kind(part: str, kind: str) -> Break:
    return lambda draft: draft.a(draft.things[part], kind)


def _without_role(role: str) -> Break:
    def change(draft: Draft) -> None:
        thing = draft.things["agreement"]
        for name in ("party", "sponsor", "beneficiary", "funder", "licensor", "licensee"):
            draft.drop(thing, name)
        kind = {"sponsor": "Sponsorship", "beneficiary": "Sponsorship", "licensee": "Licence", "funder": "Funding"}
        draft.drop(thing, TYPE)
        draft.a(thing, kind[role])
        pairs = {"sponsor": "beneficiary", "beneficiary": "sponsor", "licensee": "licensor", "funder": "beneficiary"}
        draft.link(thing, pairs[role], draft.things["actor"])
        draft.link(thing, "party", draft.things["other"])

    return change


def _same_text(draft: Draft) -> None:
    draft.text = "toujours le même texte"
    draft.put(draft.iri, "sha256", text(hashlib.sha256(draft.text.encode()).hexdigest()))


def _trial(draft: Draft) -> None:
    trial = minted("trial", f"t{draft.number}")
    draft.a(trial, "ClinicalTrial")
    draft.add(trial, RDFS_LABEL, text("Essai", "fr"))
    draft.add(trial, "nctId", text("NCT01234567"))


def _end_first(draft: Draft) -> None:
    draft.put(draft.things["evidence"], "quoteStart", typed("999999", "integer"))


def _one_party(draft: Draft) -> None:
    thing = draft.things["agreement"]
    for name in ("party", "sponsor", "beneficiary", "funder", "licensor", "licensee"):
        draft.drop(thing, name)
    draft.link(thing, "party", draft.things["actor"])


# Each way to break a document, by the rule that must find it; `@` tells apart several ways to break one rule.
BREAKS: dict[str, Break] = {
    "only-organization": _add("person0", "city", text("Lyon")),
    "only-actor": lambda d: d.link(d.things["project"], "memberOf", d.things["actor"]),
    "only-agreement": lambda d: d.link(d.things["project"], "party", d.things["actor"]),
    "only-agreement-or-project": lambda d: d.link(d.things["actor"], "concerns", d.things["area"]),
    "only-agreement-or-figure": _add("project", "currency", text("EUR")),
    "only-evidence": _add("project", "section", text("body")),
    "only-role": _add("actor", "roleTitle", text("x", "fr")),
    "only-person": lambda d: d.link(d.things["actor"], "quotedIn", d.iri),
    "only-document": lambda d: d.link(d.things["actor"], "mentions", d.things["other"]),
    "only-figure": _add("project", "unit", text("people")),
    "only-area": lambda d: d.link(d.things["actor"], BROADER, d.things["area"]),
    "organisation-name": _put("actor", RDFS_LABEL),
    "organisation-name@twice": _add("actor", RDFS_LABEL, text("Autre nom", "fr")),
    "person-name": _put("person0", RDFS_LABEL, text(" ")),
    "project-name": _put("project", RDFS_LABEL),
    "agreement-name": _put("agreement", RDFS_LABEL),
    "other-name": _add("actor", ALT_LABEL, text("")),
    "person-or-organisation": _kind("person0", "Hospital"),
    "actor-resolution": _put("actor", "resolution", text("perhaps")),
    "actor-same-as": lambda d: d.link(d.things["actor"], SAME_AS, f"https://ror.org/{d.number}"),
    "organisation-siren": lambda d: d.put(d.things["actor"], "siren", text(f"12-{d.number}")),
    "organisation-country": _put("actor", "country", text("France")),
    "organisation-city": _add("actor", "city", text("Ailleurs")),
    "organisation-homepage": _add("actor", "homepage", text("example.org")),
    "actor-relations": lambda d: d.link(d.things["actor"], "partOf", d.things["project"]),
    "actor-active-in": lambda d: d.link(d.things["actor"], "activeIn", d.things["project"]),
    "agreement-two-parties": _one_party,
    "agreement-parties": lambda d: d.link(d.things["agreement"], "party", d.things["project"]),
    "agreement-parties@unknown": lambda d: d.link(d.things["agreement"], "party", minted("actor", f"x{d.number}")),
    "agreement-party-disclosure": _add("agreement", "partyDisclosure", text("perhaps")),
    "agreement-kind": _kind("agreement", "Agreement"),
    "sponsorship-sponsor": _without_role("sponsor"),
    "sponsorship-beneficiary": _without_role("beneficiary"),
    "licence-licensee": _without_role("licensee"),
    "funding-funder": _without_role("funder"),
    "agreement-signed-date": _put("agreement", "signedOn", typed("2024-13", "gYearMonth")),
    "agreement-starts-date": _put("agreement", "startsOn", text("last spring")),
    "agreement-starts-date@twice": _add("agreement", "startsOn", typed("1999", "gYear")),
    "agreement-starts-basis": _put("agreement", "startsOnBasis"),
    "agreement-ends-basis-without-date": _put("agreement", "endsOn"),
    "agreement-duration": _put("agreement", "duration", text("3 ans")),
    "agreement-evidence": _put("agreement", "evidence"),
    "agreement-concerns": lambda d: d.link(d.things["agreement"], "concerns", d.things["actor"]),
    "agreement-project": lambda d: d.link(d.things["agreement"], "project", d.things["actor"]),
    "agreement-earlier": lambda d: d.link(d.things["agreement"], "amends", minted("agreement", f"none-{d.number}")),
    "agreement-status": _put("agreement", "status", text("hoped for")),
    "agreement-tier": _put("agreement", "tier", text("C")),
    "agreement-subject": _add("agreement", "subject", text("sans langue")),
    "amount-number": _put("agreement", "amount", typed("-5.0", "decimal")),
    "amount-has-currency": _put("agreement", "currency"),
    "amount-is-disclosed": _put("agreement", "amountDisclosure", text("not stated")),
    "evidence-quote": _put("evidence", "quote"),
    "evidence-start": _end_first,
    "evidence-section": _put("evidence", "section", text("margin")),
    "evidence-rule": _add("evidence", "rule", text("r2")),
    "evidence-agent": _put("evidence", "agentType", text("oracle")),
    "role-holder": lambda d: d.link(d.things["role0"], "roleHolder", d.things["actor"]),
    "role-title": _put("role0", "roleTitle", text("directrice")),
    "role-as-of": _put("role0", "roleAsOf", text("2024")),
    "role-evidence": _put("role0", "evidence"),
    "document-title": _of_document(TITLE),
    "document-language": _of_document(LANGUAGE, text("de")),
    "document-digest": _of_document("sha256", text("ABC"), add=True),
    "document-issued": _of_document("issued", text("5 mars")),
    "document-issued-basis": _of_document("issuedBasis", text("guessed")),
    "document-source": _of_document("source", text("le site"), add=True),
    "document-mentions": lambda d: d.link(d.iri, "mentions", d.things["project"]),
    "figure-of": _put("figure", "figureOf"),
    "figure-value": _put("figure", "value", text("environ 120")),
    "figure-year": _put("figure", "year", typed("2023-00", "gYearMonth")),
    "area-broader": lambda d: d.link(d.things["area"], BROADER, d.things["actor"]),
    "one-siren-one-organisation": _put("actor", "siren", text("784257164")),
    "one-reference-one-actor": lambda d: d.link(
        d.things["actor"], SAME_AS, "http://www.wikidata.org/entity/Q999999999"
    ),
    "one-siret-one-organisation": _put("actor", "siret", text("78425716400016")),
    "one-nct-number-one-trial": _trial,
    "one-text-one-document": _same_text,
    "one-organisation-one-kind": lambda d: (d.drop(d.things["actor"], TYPE), d.a(d.things["actor"], "School")),
    "one-agreement-one-kind": lambda d: d.a(d.things["second"], "Acquisition"),
}
ACROSS = tuple(name for name in BREAKS if name.startswith("one-"))
