"""Checks of a document and its evidence: quotes are the text's own words, and every fact has one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ontology.checks import ACTOR_RELATIONS
from ontology.findings import Bilingual, DocumentView, Problem
from ontology.iris import ONTOLOGY
from ontology.rdf import iri
from ontology.vocab import ONCO, terms

_FACTS = (*ACTOR_RELATIONS, "activeIn")
_FACT_IRIS = frozenset(ONTOLOGY + name for name in _FACTS)


def check_evidence(view: DocumentView) -> Iterator[Problem]:
    """Whether the document is described and its quotes are its own, at their place, and of use."""
    yield from _document(view)
    used = {target for subject in view.properties for target in view.iris(subject, ONCO.evidence)}
    stated: set[tuple[str, str, str]] = set()
    for subject, types in view.types.items():
        if ONCO.Evidence not in types:
            continue
        yield from _origin(view, subject)
        yield from _place(view, subject)
        facts = list(_stated(view, subject))
        stated.update(facts)
        if subject not in used and not facts:
            yield Problem(
                "evidence-supports",
                "Warning",
                subject,
                Bilingual("Cette preuve ne soutient rien.", "This evidence supports nothing."),
                Bilingual(
                    "Reliez-la à un accord (onco:evidence) ou dites ce qu'elle affirme (onco:statedSubject).",
                    "Tie it to an agreement (onco:evidence) or say what it states (onco:statedSubject).",
                ),
            )
        for fact in facts:
            yield from _asserted(view, subject, fact)
    yield from _unsupported(view, stated)


def _document(view: DocumentView) -> Iterator[Problem]:
    if ONCO.Document not in view.types.get(view.iri, ()):
        yield Problem(
            "document-described",
            "Violation",
            view.iri,
            Bilingual(
                "Le document dont viennent ces données n'est pas décrit.",
                "The document that these data come from is not described.",
            ),
            Bilingual(
                f"Ajoutez <{view.iri}> a onco:Document, avec son titre, sa langue et son empreinte.",
                f"Add <{view.iri}> a onco:Document, with its title, language and digest.",
            ),
        )
    digest = view.text_of(view.iri, ONCO.sha256)
    if view.text is not None and digest and hashlib.sha256(view.text.encode()).hexdigest() != digest:
        yield Problem(
            "digest-of-text",
            "Violation",
            view.iri,
            Bilingual("L'empreinte n'est pas celle du texte.", "The digest is not that of the text."),
            Bilingual(
                "Le texte a changé depuis : relisez le document.",
                "The text has changed since: read the document again.",
            ),
            path=ONCO.sha256,
        )


def _origin(view: DocumentView, subject: str) -> Iterator[Problem]:
    for source in view.iris(subject, ONCO.quotedFrom):
        if source != view.iri:
            yield Problem(
                "evidence-of-this-document",
                "Violation",
                subject,
                Bilingual(
                    "Cette preuve cite un autre document que celui-ci.",
                    "This evidence quotes another document than this one.",
                ),
                Bilingual(
                    "Mettez-la dans les données de l'autre document, ou corrigez onco:quotedFrom.",
                    "Put it into the data of the other document, or correct onco:quotedFrom.",
                ),
                path=ONCO.quotedFrom,
                value=iri(source),
            )


def offsets(view: DocumentView, subject: str) -> tuple[int, int] | None:
    """Where a quote stands in the text, None where the offsets are not two sound numbers."""
    start, end = (view.text_of(subject, name) for name in (ONCO.quoteStart, ONCO.quoteEnd))
    if start and end and start.isdecimal() and end.isdecimal() and int(start) < int(end):
        return int(start), int(end)
    return None


def _place(view: DocumentView, subject: str) -> Iterator[Problem]:
    quote, place = view.text_of(subject, ONCO.quote), offsets(view, subject)
    if not quote or place is None:
        return  # the shapes say so
    start, end = place
    if view.text is not None and view.text[start:end] != quote:
        yield Problem(
            "quote-in-text",
            "Violation",
            subject,
            Bilingual(
                f"Le texte dit autre chose aux caractères {start}–{end} : « {_short(view.text[start:end])} ».",
                f"The text says something else at characters {start}–{end}: “{_short(view.text[start:end])}”.",
            ),
            _where(view.text, quote),
            path=ONCO.quote,
        )
    elif end - start != len(quote):
        yield Problem(
            "quote-length",
            "Violation",
            subject,
            Bilingual(
                f"La citation compte {len(quote)} caractères, ses positions en couvrent {end - start}.",
                f"The quote has {len(quote)} characters, its offsets cover {end - start}.",
            ),
            Bilingual(
                f"Si le début est juste, la fin est {start + len(quote)}.",
                f"If the start is right, the end is {start + len(quote)}.",
            ),
            path=ONCO.quoteEnd,
        )


def _where(text: str, quote: str) -> Bilingual:
    found = text.find(quote)
    if found < 0:
        return Bilingual(
            "La citation n'est nulle part dans le texte : copiez les mots exacts.",
            "The quote is nowhere in the text: copy the exact words.",
        )
    return Bilingual(
        f"La citation se trouve aux caractères {found}–{found + len(quote)} : corrigez les positions.",
        f"The quote stands at characters {found}–{found + len(quote)}: correct the offsets.",
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:79] + "…"


def _stated(view: DocumentView, subject: str) -> Iterator[tuple[str, str, str]]:
    for about in view.iris(subject, ONCO.statedSubject):
        name = view.text_of(subject, ONCO.statedPredicate)
        if name:
            yield about, name, next(iter(view.iris(subject, ONCO.statedObject)), "")


def _asserted(view: DocumentView, evidence: str, fact: tuple[str, str, str]) -> Iterator[Problem]:
    about, name, target = fact
    known = terms().get(name)
    if known is None or known.kind != "property" or not known.iri.startswith(ONTOLOGY):
        yield Problem(
            "known-term",
            "Violation",
            evidence,
            Bilingual(
                f"La preuve affirme une propriété « {name} » que le vocabulaire n'a pas.",
                f"The evidence states a property “{name}” that the vocabulary does not have.",
            ),
            Bilingual(
                "Écrivez le nom d'une propriété de oncograph.ttl.", "Write the name of a property of oncograph.ttl."
            ),
            path=ONCO.statedPredicate,
        )
        return
    found = view.values(about, known.iri)
    if not found or (target and target not in {value.value for value in found}):
        yield Problem(
            "stated-fact-is-there",
            "Warning",
            evidence,
            Bilingual(
                f"La preuve affirme « {known.labels['fr']} » pour {view.name(about).fr}, mais le fait n'est pas dans "
                "les données.",
                f"The evidence states “{known.labels['en']}” of {view.name(about).en}, but the fact is not in the "
                "data.",
            ),
            Bilingual("Ajoutez le fait, ou retirez la preuve.", "Add the fact, or remove the evidence."),
            path=ONCO.statedPredicate,
        )


def _unsupported(view: DocumentView, stated: set[tuple[str, str, str]]) -> Iterator[Problem]:
    for subject, properties in view.properties.items():
        if properties.keys().isdisjoint(_FACT_IRIS):
            continue
        for name in _FACTS:
            for target in view.iris(subject, ONTOLOGY + name):
                if (subject, name, target) not in stated:
                    yield Problem(
                        "fact-has-evidence",
                        "Warning",
                        subject,
                        Bilingual("Aucun passage ne soutient ce fait.", "No passage supports this fact."),
                        Bilingual(
                            "Ajoutez une preuve avec onco:statedSubject, onco:statedPredicate et onco:statedObject.",
                            "Add evidence with onco:statedSubject, onco:statedPredicate and onco:statedObject.",
                        ),
                        path=ONTOLOGY + name,
                        value=iri(target),
                    )
