"""From an extraction to statements: the document's own graph, complete in itself.

The result is a function of the extraction as a set: the order in which things were found makes no difference.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from urllib.parse import quote

from loaders import describe
from loaders.extraction.dates import add_duration
from loaders.model import (
    Agreement,
    AgreementDate,
    Amount,
    AreaLink,
    Evidence,
    Extraction,
    Figure,
    Person,
    Project,
    Relation,
    Span,
)
from loaders.privacy import section_kind, without_contact_details
from loaders.review.replay import decisions_mark
from loaders.version import extractor_version
from ontology import iris
from ontology.dates import PartialDate
from ontology.rdf import RDF_TYPE, RDFS_LABEL, XSD, DocumentGraph, Statement, iri, literal
from ontology.vocab import ONCO, label

_DCTERMS = "http://purl.org/dc/terms/"
_EVENTS = {"signed": "signedOn", "announced": "announcedOn", "start": "startsOn", "end": "endsOn"}
_MAIN_EVENTS = ("start", "signed", "announced")  # the first known of these dates an agreement
_ORIGINS = {"start": "start", "signed": "signature", "announced": "announcement"}  # what an end is counted from
_BASES = ("stated", "inferred", "derived")
_GIVING = ("sponsor", "funder", "licensor", "investor", "founder", "coordinator", "party", "beneficiary", "licensee")
_NAMED_PARTIES = 4  # a label names at most so many
_SILENT = frozenset({"navigation", "contacts"})  # sections that make no statements
_IN_GRAPH = frozenset({"A", "B"})


def to_graph(extraction: Extraction) -> DocumentGraph:
    """All that the graph keeps of a document: agreements, relations, roles and figures, each with its quotes.

    Claims of tier C stay out, and with them personal contact details. Every actor and area that is named is described,
    ancestors of areas included.
    """
    writer = _Writer(without_contact_details(extraction))
    writer.write()
    return DocumentGraph(extraction.document.iri, frozenset(writer.statements), extraction.document.text)


def _dates(agreement: Agreement) -> dict[str, list[AgreementDate]]:
    """For each event the one date the graph keeps, as often as it is said: stated, then fine ones are preferred."""
    kept: dict[str, list[AgreementDate]] = {}
    for date in sorted(agreement.dates, key=lambda d: (_BASES.index(d.basis), -len(d.date.value), d.date)):
        same = kept.setdefault(date.event, [date])
        if same[0] is not date and (same[0].date, same[0].basis) == (date.date, date.basis):
            same.append(date)
    return kept


class _Writer:
    """Collects the statements of one document."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.document = extraction.document
        self.statements: set[Statement] = set()
        self.actors = {actor.iri: actor for actor in extraction.actors}
        self.named: set[str] = set()  # actors that the graph refers to
        self.areas: set[str] = set()
        self.quotes: dict[str, list[Evidence]] = {}

    def write(self) -> None:
        agreements = [agreement for agreement in self.extraction.agreements if agreement.tier in _IN_GRAPH]
        stated = {agreement.iri for agreement in agreements}
        for agreement in agreements:
            self._agreement(agreement, stated)
        for relation in self.extraction.relations:
            if relation.tier == "A":
                self._relation(relation)
        for person in self.extraction.persons:
            self._person(person)
        for figure in self.extraction.figures:
            self._figure(figure)
        self._document()
        self.statements.update(describe.run(self.document.iri, self.document.file))
        for evidence_iri, found in self.quotes.items():
            self._quote(evidence_iri, found)
        for actor_iri in self.named:
            self.statements.update(describe.actor(actor_iri, self.actors.get(actor_iri)))
        self.statements.update(describe.areas(self.areas))

    # -- statements ------------------------------------------------------------------------------------------------

    def _type(self, subject: str, kind: str) -> None:
        self.statements.add((iri(subject), RDF_TYPE, iri(ONCO[kind])))

    def _link(self, subject: str, property_: str, target: str) -> None:
        self.statements.add((iri(subject), iri(ONCO[property_]), iri(target)))

    def _text(self, subject: str, property_: str, value: str, *, tagged: bool = False, datatype: str = "") -> None:
        language = self.document.language if tagged else None
        typed = literal(value, language=language, datatype=XSD + datatype if datatype else None)
        self.statements.add((iri(subject), iri(ONCO[property_]), typed))

    def _label(self, subject: str, value: str, language: str | None = None) -> None:
        self.statements.add((iri(subject), RDFS_LABEL, literal(value, language=language)))

    def _date(self, subject: str, property_: str, date: PartialDate) -> None:
        self.statements.add((iri(subject), iri(ONCO[property_]), literal(date.value, datatype=date.datatype)))

    def _actor(self, actor_iri: str) -> str:
        self.named.add(actor_iri)
        return actor_iri

    # -- evidence --------------------------------------------------------------------------------------------------

    def _support(self, subject: str, evidence: Iterable[Evidence]) -> None:
        for each in evidence:
            span = each.span
            # words that a person has looked at for this subject say nothing of others that rest on them
            states = "" if each.agent == "text_mining_agent" else f"{each.agent} {subject}"
            quote_iri = iris.evidence(self.document.id, span.start, span.end, states)
            self._link(subject, "evidence", self._keep(quote_iri, each))

    def _states(self, evidence: Iterable[Evidence], subject: str, property_: str, target: str | None = None) -> None:
        for each in evidence:
            stated = f"{subject} {property_} {target or ''}".strip()
            span = each.span
            quote_iri = self._keep(iris.evidence(self.document.id, span.start, span.end, stated), each)
            self._link(quote_iri, "statedSubject", subject)
            self._text(quote_iri, "statedPredicate", property_)
            if target:
                self._link(quote_iri, "statedObject", target)

    def _keep(self, evidence_iri: str, evidence: Evidence) -> str:
        self.quotes.setdefault(evidence_iri, []).append(evidence)
        return evidence_iri

    def _quote(self, subject: str, found: list[Evidence]) -> None:
        span = found[0].span
        self._type(subject, "Evidence")
        self._link(subject, "quotedFrom", self.document.iri)
        self._text(subject, "quote", span.text, tagged=True)
        self._text(subject, "quoteStart", str(span.start), datatype="integer")
        self._text(subject, "quoteEnd", str(span.end), datatype="integer")
        self._text(subject, "section", min(each.section for each in found))
        rules = sorted({each.rule for each in found if each.rule})
        if rules:  # several rules may read the same words
            self._text(subject, "rule", ", ".join(rules))
        self._text(subject, "agentType", max(each.agent for each in found))
        self._text(subject, "knowledgeLevel", "knowledge_assertion")

    # -- what the document says ------------------------------------------------------------------------------------

    def _agreement(self, agreement: Agreement, stated: set[str]) -> None:
        subject = agreement.iri
        self._type(subject, agreement.kind)
        for language in ("fr", "en"):
            self._label(subject, self._agreement_label(agreement, language), language)
        for party in agreement.parties:
            self._link(subject, party.role, self._actor(party.actor))
        for event, dates in _dates(agreement).items():
            property_ = _EVENTS[event]
            self._date(subject, property_, dates[0].date)
            self._text(subject, property_ + "Basis", dates[0].basis)
            if rule := self._date_rule(agreement, dates[0]):
                self._text(subject, property_ + "Rule", rule)
            self._states([date.evidence for date in dates if date.evidence], subject, property_)
        if agreement.duration:
            self._text(subject, "duration", agreement.duration, datatype="duration")
            if agreement.duration_evidence:
                self._states([agreement.duration_evidence], subject, "duration")
        if agreement.amount:
            self._amount(subject, agreement.amount)
        self._concerns(subject, agreement.areas)
        if agreement.subject:
            self._text(subject, "subject", agreement.subject, tagged=True)
        for related in agreement.related:
            if related.agreement in stated and related.agreement != subject:
                self._link(subject, related.relation, related.agreement)
        for project in agreement.projects:
            self._link(subject, "project", project.iri)
            self._project(project)
        if agreement.creates:
            self._link(subject, "creates", self._actor(agreement.creates))
        self._text(subject, "status", "planned" if agreement.planned else "concluded")
        self._text(subject, "tier", agreement.tier)
        for signal in agreement.signals:
            self._text(subject, "signal", signal)
        self._support(subject, agreement.evidence)

    def _date_rule(self, agreement: Agreement, date: AgreementDate) -> str | None:
        """How a date was worked out, one of the ontology's rules; None for one that is written or of no known rule."""
        issued = self.document.issued
        if date.basis == "inferred" and issued and date.date == issued.date:
            return "date of the document"
        if date.basis != "derived" or date.event != "end" or not agreement.duration:
            return None
        for event, name in _ORIGINS.items():
            for origin in agreement.dates:
                # an announcement dates the news only: the end is counted from its month
                start = origin.date if event != "announced" else PartialDate(origin.date.value[:7])
                if origin.event == event and add_duration(start, agreement.duration) == date.date:
                    return f"{name} + duration"
        return None

    def _agreement_label(self, agreement: Agreement, language: str) -> str:
        ranked = sorted({(_GIVING.index(party.role), self._name(party.actor, language)) for party in agreement.parties})
        names = list(dict.fromkeys(name for _, name in ranked))
        if len(names) > _NAMED_PARTIES:
            others = len(names) - _NAMED_PARTIES + 1
            names[_NAMED_PARTIES - 1 :] = [f"{others} autres" if language == "fr" else f"{others} others"]
        kind = label(agreement.kind, language)
        dates = _dates(agreement)
        main = next((dates[event][0].date for event in _MAIN_EVENTS if event in dates), None)
        year = f" ({main.value[:4]})" if main else ""
        colon = " : " if language == "fr" else ": "
        return f"{kind[:1].upper()}{kind[1:]}{colon}{' – '.join(names)}{year}"

    def _name(self, actor_iri: str, language: str) -> str:
        return describe.name_of(actor_iri, self.actors.get(actor_iri), language)

    def _amount(self, subject: str, amount: Amount) -> None:
        self._text(subject, "amount", amount.value, datatype="decimal")
        self._text(subject, "currency", amount.currency)
        self._text(subject, "amountDisclosure", "disclosed")
        if amount.evidence:
            self._states([amount.evidence], subject, "amount")

    def _concerns(self, subject: str, links: Iterable[AreaLink]) -> None:
        for link in links:
            self.areas.add(link.area)
            self._link(subject, "concerns", link.area)
            self._states(link.evidence, subject, "concerns", link.area)

    def _project(self, project: Project) -> None:
        self._type(project.iri, "Project")
        self._label(project.iri, project.label, self.document.language)
        self._concerns(project.iri, project.areas)
        self._support(project.iri, project.evidence)

    def _relation(self, relation: Relation) -> None:
        self._actor(relation.subject)
        if relation.predicate == "activeIn":
            self.areas.add(relation.object)
        else:
            self._actor(relation.object)
        self._link(relation.subject, relation.predicate, relation.object)
        self._states(relation.evidence, relation.subject, relation.predicate, relation.object)

    def _person(self, person: Person) -> None:
        if not (person.roles or person.quoted or self._speaks(person.mentions)):
            return
        self._type(person.iri, "Person")
        self._label(person.iri, person.name)
        self._link(self.document.iri, "mentions", person.iri)
        if person.quoted:
            self._link(person.iri, "quotedIn", self.document.iri)
        found: dict[tuple[str, str | None], list[Evidence]] = {}
        for role in person.roles:
            found.setdefault((role.organization, role.title), []).extend(role.evidence)
        earlier = ""
        number = 1
        for (organization, title), evidence in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or "")):
            number = number + 1 if organization == earlier else 1
            earlier = organization
            self._role(person, organization, title, number, evidence)

    def _role(
        self, person: Person, organization: str, title: str | None, number: int, evidence: Iterable[Evidence]
    ) -> None:
        holder, place = (each.rsplit("/", 1)[-1] for each in (person.iri, organization))
        local = f"{holder}-{place}-{iris.document_local(self.document.id)}"
        subject = iris.mint("role", local if number == 1 else f"{local}-{number}")
        self._type(subject, "Role")
        name = self._name(organization, self.document.language)
        self._label(subject, ", ".join(filter(None, (person.name, title, name))), self.document.language)
        self._link(subject, "roleHolder", person.iri)
        self._link(subject, "roleAt", self._actor(organization))
        if title:
            self._text(subject, "roleTitle", title, tagged=True)
        if self.document.issued:
            self._date(subject, "roleAsOf", self.document.issued.date)
        self._support(subject, evidence)

    def _figure(self, figure: Figure) -> None:
        when = figure.year.value if figure.year else iris.document_local(self.document.id)
        digest = hashlib.sha256(f"{figure.value} {figure.unit}".encode()).hexdigest()[:8]
        owner = figure.actor.rsplit("/", 1)[-1]
        subject = iris.mint("figure", f"{owner}-{iris.slug(figure.measure)}-{when}-{digest}")
        self._type(subject, "Figure")
        self._label(subject, f"{self._name(figure.actor, 'en')}: {figure.measure}, {figure.value} {figure.unit}")
        self._link(subject, "figureOf", self._actor(figure.actor))
        self._text(subject, "measure", figure.measure)
        self._text(subject, "value", figure.value, datatype="decimal")
        self._text(subject, "unit", figure.unit)
        if figure.year:
            self._date(subject, "year", figure.year)
        self._support(subject, figure.evidence)

    def _document(self) -> None:
        document = self.document
        subject = document.iri
        self._type(subject, "Document")
        self._label(subject, document.title or document.file, document.language if document.title else None)
        if document.title:
            title = literal(document.title, language=document.language)
            self.statements.add((iri(subject), iri(_DCTERMS + "title"), title))
        self.statements.add((iri(subject), iri(_DCTERMS + "language"), literal(document.language)))
        self._text(subject, "fileName", document.file)
        self._text(subject, "sha256", document.sha256)
        self._text(subject, "extractor", extractor_version() + decisions_mark(document.id, document.text))
        if document.genre:
            self._text(subject, "genre", document.genre)
        if document.issued:
            self._date(subject, "issued", document.issued.date)
            self._text(subject, "issuedBasis", document.issued.basis)
        if document.publisher:
            self._link(subject, "publisher", self._actor(document.publisher))
        for source in document.sources:
            self._link(subject, "source", quote(source, safe="%/:?#[]@!$&'()*+,;=~-._"))
        for actor in self.extraction.actors:
            if self._speaks(actor.mentions):
                self._link(subject, "mentions", self._actor(actor.iri))
        for area in self.extraction.areas:
            if self._speaks(area.mentions):
                self.areas.add(area.iri)
                self._link(subject, "mentions", area.iri)

    def _speaks(self, mentions: tuple[Span, ...]) -> bool:
        return any(section_kind(self.document, span) not in _SILENT for span in mentions)
