"""From a reading written by hand (YAML) to the statements that the contract asks for.

The questions are tested on what a careful reader finds, so that a mistake of extraction is not taken for one of a
query. A quote is written as its first and last words, joined by ` … `; the words between come from the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ontology import iris
from ontology.dates import PartialDate
from ontology.rdf import RDF_TYPE, RDFS_LABEL, XSD, DocumentGraph, Statement, iri, literal
from ontology.vocab import ONCO

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_EVENTS = {"signed": "signedOn", "announced": "announcedOn", "start": "startsOn", "end": "endsOn"}


def read(file: Path, documents: Path | None = None) -> DocumentGraph:
    """The document that a reading describes; its text is in the reading, or in a folder of documents."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    text = data.get("text")
    if text is None:
        assert documents is not None
        text = (documents / f"{data['id']}.txt").read_text(encoding="utf-8")
    return _Reading(data, text).graph()


class _Reading:
    def __init__(self, data: Mapping[str, Any], text: str) -> None:
        self.data = data
        self.text = text
        self.iri = iris.document(data["id"])
        self.language = data["language"]
        self.statements: set[Statement] = set()

    def graph(self) -> DocumentGraph:
        self._document()
        for slug, (kind, *names) in self.data.get("actors", {}).items():
            self._actor(iris.mint("actor", slug), kind, names)
        for slug, (names, *broader) in self.data.get("areas", {}).items():
            self._area(iris.mint("area", slug), names, broader)
        for person in self.data.get("persons", ()):
            self._person(person)
        for agreement in self.data.get("agreements", ()):
            self._agreement(agreement)
        for subject, predicate, object_, *quotes in self.data.get("relations", ()):
            kind = "area" if predicate == "activeIn" else "actor"
            self._fact(iris.mint("actor", subject), predicate, iris.mint(kind, object_), quotes)
        for figure in self.data.get("figures", ()):
            self._figure(figure)
        return DocumentGraph(self.iri, frozenset(self.statements), self.text)

    def _link(self, subject: str, predicate: str, target: str) -> None:
        self.statements.add((iri(subject), iri(ONCO[predicate]), iri(target)))

    def _value(self, subject: str, predicate: str, value: str, *, tagged: bool = False, datatype: str = "") -> None:
        term = literal(value, language=self.language if tagged else None, datatype=XSD + datatype if datatype else None)
        self.statements.add((iri(subject), iri(ONCO[predicate]), term))

    def _date(self, subject: str, predicate: str, value: str) -> None:
        date = PartialDate(value)
        self.statements.add((iri(subject), iri(ONCO[predicate]), literal(value, datatype=date.datatype)))

    def _type(self, subject: str, kind: str) -> None:
        self.statements.add((iri(subject), RDF_TYPE, iri(ONCO[kind])))

    def _label(self, subject: str, name: str, language: str | None = None) -> None:
        self.statements.add((iri(subject), RDFS_LABEL, literal(name, language=language)))

    def _document(self) -> None:
        self._type(self.iri, "Document")
        self._label(self.iri, self.data["title"], self.language)
        self.statements.add(
            (iri(self.iri), iri(_DCTERMS + "title"), literal(self.data["title"], language=self.language))
        )
        self.statements.add((iri(self.iri), iri(_DCTERMS + "language"), literal(self.language)))
        self._value(self.iri, "fileName", self.data["id"] + ".txt")
        self._value(self.iri, "sha256", f"{len(self.text):064x}")
        if self.data.get("issued"):
            self._date(self.iri, "issued", self.data["issued"])
            self._value(self.iri, "issuedBasis", "stated")
        if self.data.get("publisher"):
            self._link(self.iri, "publisher", iris.mint("actor", self.data["publisher"]))
        for kind in ("actor", "area"):
            for slug in self.data.get(f"{kind}s", {}):
                self._link(self.iri, "mentions", iris.mint(kind, slug))

    def _actor(self, subject: str, kind: str, names: list[Any]) -> None:
        self._type(subject, kind)
        self._value(subject, "resolution", "known")
        labels = names[0] if isinstance(names[0], dict) else {"fr": names[0], "en": names[0]}
        for language, name in labels.items():
            self._label(subject, name, language)
        for alias in names[1:]:
            self.statements.add((iri(subject), iri(_SKOS + "altLabel"), literal(alias)))

    def _area(self, subject: str, names: Mapping[str, str], broader: list[str]) -> None:
        self._type(subject, "TherapeuticArea")
        for language, name in names.items():
            self._label(subject, name, language)
        for wider in broader:
            self.statements.add((iri(subject), iri(_SKOS + "broader"), iri(iris.mint("area", wider))))

    def _person(self, person: Mapping[str, Any]) -> None:
        slug = iris.slug(person["name"])
        subject = iris.mint("person", slug)
        self._type(subject, "Person")
        self._label(subject, person["name"])
        self._link(self.iri, "mentions", subject)
        if person.get("quoted", True):
            self._link(subject, "quotedIn", self.iri)
        for number, (organization, title, quote) in enumerate(person["roles"], 1):
            role = iris.mint("role", f"{slug}-{organization}-{iris.document_local(self.data['id'])}-{number}")
            self._type(role, "Role")
            self._label(role, f"{person['name']}, {title}", self.language)
            self._link(role, "roleHolder", subject)
            self._link(role, "roleAt", iris.mint("actor", organization))
            self._value(role, "roleTitle", title, tagged=True)
            if self.data.get("issued"):
                self._date(role, "roleAsOf", self.data["issued"])
            self._link(role, "evidence", self._quote(quote))

    def _agreement(self, agreement: Mapping[str, Any]) -> None:
        parties = [iris.mint("actor", slug) for slug in agreement["parties"]]
        dates = {event: value if isinstance(value, list) else [value] for event, value in agreement["dates"].items()}
        main = next((dates[event][0] for event in ("start", "signed", "announced") if event in dates), None)
        subject = iris.agreement(parties, agreement["kind"], main, self.data["id"])
        if "id" in agreement:
            subject = iris.mint("agreement", agreement["id"])
        self._type(subject, agreement["kind"])
        self._label(subject, f"{agreement['kind']}: {', '.join(agreement['parties'])}", "en")
        for slug, role in agreement["parties"].items():
            self._link(subject, role, iris.mint("actor", slug))
        for event, (value, basis, *quote) in ((e, [*v, "stated"] if len(v) == 1 else v) for e, v in dates.items()):
            self._date(subject, _EVENTS[event], value)
            self._value(subject, _EVENTS[event] + "Basis", basis)
            self._states(subject, _EVENTS[event], None, quote or agreement["quotes"][:1])
        for key in ("duration", "amount", "currency", "amountDisclosure"):
            if key in agreement:
                datatype = {"duration": "duration", "amount": "decimal"}.get(key, "")
                self._value(subject, key, agreement[key], datatype=datatype)
        if "amount" in agreement:
            self._states(subject, "amount", None, agreement["quotes"][:1])
        if "subject" in agreement:
            self._value(subject, "subject", agreement["subject"], tagged=True)
        for area, quote in agreement.get("areas", {}).items():
            self._fact(subject, "concerns", iris.mint("area", area), [quote])
        for number, project in enumerate(agreement.get("projects", ()), 1):
            target = f"{iris.mint('project', subject.rsplit('/', 1)[-1])}-{number}"
            self._link(subject, "project", target)
            self._type(target, "Project")
            self._label(target, project["name"], self.language)
            self._link(target, "evidence", self._quote(project["quote"]))
            for area in project["areas"]:
                self._fact(target, "concerns", iris.mint("area", area), [project["quote"]])
        for relation, earlier in agreement.get("related", {}).items():
            self._link(subject, relation, iris.mint("agreement", earlier))
        if "creates" in agreement:
            created = iris.mint("actor", agreement["creates"])
            self._link(subject, "creates", created)
            for party in parties:
                self._fact(party, "founderOf", created, agreement["quotes"])
        self._value(subject, "status", agreement.get("status", "concluded"))
        self._value(subject, "tier", agreement.get("tier", "A"))
        for quote in agreement["quotes"]:
            self._link(subject, "evidence", self._quote(quote))

    def _figure(self, figure: Mapping[str, str]) -> None:
        subject = iris.mint("figure", f"{figure['of']}-{iris.slug(figure['measure'])}-{figure.get('year', 'undated')}")
        self._type(subject, "Figure")
        self._label(subject, f"{figure['of']}: {figure['measure']}")
        self._link(subject, "figureOf", iris.mint("actor", figure["of"]))
        self._value(subject, "measure", figure["measure"])
        self._value(subject, "value", figure["value"], datatype="decimal")
        self._value(subject, "unit", figure["unit"])
        if "year" in figure:
            self._date(subject, "year", figure["year"])
        self._link(subject, "evidence", self._quote(figure["quote"]))

    def _fact(self, subject: str, predicate: str, target: str, quotes: list[str]) -> None:
        self._link(subject, predicate, target)
        self._states(subject, predicate, target, quotes)

    def _states(self, subject: str, predicate: str, target: str | None, quotes: list[str]) -> None:
        for quote in quotes:
            evidence = self._quote(quote, f"{subject} {predicate} {target or ''}")
            self._link(evidence, "statedSubject", subject)
            self._value(evidence, "statedPredicate", predicate)
            if target:
                self._link(evidence, "statedObject", target)

    def _quote(self, quote: str, states: str = "") -> str:
        pattern = ".*?".join(r"\s+".join(map(re.escape, part.split())) for part in quote.split(" … "))
        found = re.search(pattern, self.text, re.DOTALL)  # any space stands for a no-break space too
        assert found, f"{self.data['id']} does not say {quote!r}"
        start, end = found.span()
        subject = iris.evidence(self.data["id"], start, end, states)
        self._type(subject, "Evidence")
        self._link(subject, "quotedFrom", self.iri)
        self._value(subject, "quote", self.text[start:end], tagged=True)
        self._value(subject, "quoteStart", str(start), datatype="integer")
        self._value(subject, "quoteEnd", str(end), datatype="integer")
        self._value(subject, "section", "body")
        self._value(subject, "rule", "reading")
        self._value(subject, "agentType", "manual_agent")
        self._value(subject, "knowledgeLevel", "knowledge_assertion")
        return subject
