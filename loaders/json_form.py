"""The JSON of `oncograph extract`: one object a document, fields always in this order, unknown fields null."""

from __future__ import annotations

import json
from collections.abc import Iterable

from loaders import model

Json = dict[str, object]


def to_json(extraction: model.Extraction) -> Json:
    """The extraction as the object that other programs rely on (its schema is `extract.schema.json`)."""
    document = extraction.document
    return {
        "document": {
            "id": document.id,
            "iri": document.iri,
            "file": document.file,
            "sha256": document.sha256,
            "language": document.language,
            "title": document.title,
            "issued": _date(document.issued),
            "publisher": document.publisher,
            "genre": document.genre,
            "sources": list(document.sources),
        },
        "actors": [_actor(actor) for actor in extraction.actors],
        "persons": [_person(person) for person in extraction.persons],
        "areas": [
            {"iri": area.iri, "label": area.label, "mentions": _spans(area.mentions)} for area in extraction.areas
        ],
        "agreements": [_agreement(agreement) for agreement in extraction.agreements],
        "relations": [
            {
                "predicate": relation.predicate,
                "subject": relation.subject,
                "object": relation.object,
                "tier": relation.tier,
                "evidence": _evidence(relation.evidence),
            }
            for relation in extraction.relations
        ],
        "figures": [
            {
                "actor": figure.actor,
                "measure": figure.measure,
                "value": figure.value,
                "unit": figure.unit,
                "year": figure.year.value if figure.year else None,
                "evidence": _evidence(figure.evidence),
            }
            for figure in extraction.figures
        ],
        "warnings": list(extraction.warnings),
    }


def to_line(extraction: model.Extraction) -> str:
    """The same object on one line, without the newline."""
    return json.dumps(to_json(extraction), ensure_ascii=False)


def _actor(actor: model.Actor) -> Json:
    return {
        "iri": actor.iri,
        "name": actor.name,
        "kind": actor.kind,
        "status": actor.status,
        "partOf": actor.part_of,
        "mentions": _spans(actor.mentions),
    }


def _person(person: model.Person) -> Json:
    return {
        "iri": person.iri,
        "name": person.name,
        "mentions": _spans(person.mentions),
        "roles": [
            {"title": role.title, "organization": role.organization, "evidence": _evidence(role.evidence)}
            for role in person.roles
        ],
        "quoted": person.quoted,
    }


def _agreement(agreement: model.Agreement) -> Json:
    amount = agreement.amount
    return {
        "iri": agreement.iri,
        "kind": agreement.kind,
        "parties": [{"actor": party.actor, "role": party.role} for party in agreement.parties],
        "dates": [
            {"event": when.event, **_value(when.date.value, when.date.precision, when.basis)}
            for when in agreement.dates
        ],
        "duration": agreement.duration,
        "amount": {"value": amount.value, "currency": amount.currency, "measures": amount.measures} if amount else None,
        "areas": [link.area for link in agreement.areas],
        "subject": agreement.subject,
        "related": [{"relation": each.relation, "agreement": each.agreement} for each in agreement.related],
        "projects": [
            {
                "iri": project.iri,
                "label": project.label,
                "areas": [link.area for link in project.areas],
                "evidence": _evidence(project.evidence),
            }
            for project in agreement.projects
        ],
        "creates": agreement.creates,
        "planned": agreement.planned,
        "tier": agreement.tier,
        "signals": dict.fromkeys(agreement.signals, True),
        "evidence": _evidence(agreement.evidence),
    }


def _date(dated: model.DatedValue | None) -> Json | None:
    return _value(dated.date.value, dated.date.precision, dated.basis) if dated else None


def _value(value: str, precision: str, basis: str) -> Json:
    return {"value": value, "precision": precision, "basis": basis}


def _spans(spans: Iterable[model.Span]) -> list[Json]:
    return [{"start": span.start, "end": span.end, "text": span.text} for span in spans]


def _evidence(evidence: Iterable[model.Evidence]) -> list[Json]:
    return [
        {"start": each.span.start, "end": each.span.end, "text": each.span.text, "section": each.section}
        for each in evidence
    ]
