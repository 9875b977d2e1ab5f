"""Checks of a document's graph that SHACL Core cannot say: terms, order of dates, contact details, facts.

Checks of evidence against the document's text are in `ontology.evidence`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ontology.areas import areas
from ontology.contacts import has_contact_details
from ontology.dates import PartialDate
from ontology.findings import RDF_TYPE_IRI, Bilingual, DocumentView, Problem
from ontology.iris import ONTOLOGY
from ontology.rdf import Term, term
from ontology.vocab import ONCO, VocabularyTerm, local, terms

ACTOR_RELATIONS = ("partOf", "memberOf", "founderOf", "alliedWith", "subsidiaryOf", "supervisedBy")
_BETWEEN_TWO = (*ACTOR_RELATIONS, "supplements", "amends", "expands")
_DATES = ("signedOn", "announcedOn", "startsOn", "endsOn", "roleAsOf", "issued", "year", "stageAsOf", "occurredOn")
_DATE_IRIS = frozenset(ONTOLOGY + name for name in _DATES)
_BROADER = "http://www.w3.org/2004/02/skos/core#broader"
_SAME_AS = "https://schema.org/sameAs"
_WITH_CHECK_DIGITS = frozenset((_SAME_AS, ONTOLOGY + "siren", ONTOLOGY + "siret"))
_ROR = re.compile(r"https://ror\.org/0([a-hj-km-np-tv-z0-9]{6})(\d{2})\Z")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def check(view: DocumentView) -> Iterator[Problem]:
    """All checks of this module."""
    yield from _vocabulary(view)
    for subject in view.properties:
        yield from _dates(view, subject)
        for predicate, text in view.pairs(subject):
            if _plain(text) and predicate not in _WITH_CHECK_DIGITS and text[1:-1] != subject:
                continue
            value = term(text)
            if value.kind == "literal":
                yield from _literal(subject, predicate, text, value)
            else:
                yield from _link(subject, predicate, text, value.value)
    yield from _areas(view)


def _vocabulary(view: DocumentView) -> Iterator[Problem]:
    foreign: set[str] = set()
    ours = False
    for subject, properties in view.properties.items():
        types = tuple(view.types.get(subject, ()))
        if _known(types, tuple(properties)):
            ours = True
            continue
        classes = [name for name in types if name.startswith(ONTOLOGY)]
        ours = ours or any(local(name) in ONCO for name in classes)
        if not classes:
            yield _untyped(subject, view.types.get(subject, []))
        for name in classes:
            if not _is(name, "class"):
                yield _unknown(subject, RDF_TYPE_IRI, name, "class")
        for predicate in properties:
            if predicate.startswith(ONTOLOGY):
                if not _is(predicate, "property"):
                    yield _unknown(subject, predicate, predicate, "property")
            elif predicate != RDF_TYPE_IRI and predicate not in terms() and predicate not in foreign:
                foreign.add(predicate)
                yield _foreign(subject, predicate)
    if not ours:
        yield Problem(
            "nothing-of-ours",
            "Violation",
            view.iri,
            Bilingual(
                f"Rien dans ces données n'emploie les classes d'oncograph ({ONTOLOGY}…).",
                f"Nothing in these data uses the classes of oncograph ({ONTOLOGY}…).",
            ),
            Bilingual(
                "Vérifiez le préfixe, ou traduisez les données dans le vocabulaire de oncograph.ttl.",
                "Check the prefix, or translate the data into the vocabulary of oncograph.ttl.",
            ),
        )


@lru_cache(maxsize=32_768)
def _known(types: tuple[str, ...], properties: tuple[str, ...]) -> bool:
    """Whether a thing of these classes with these properties uses our terms alone; most things are alike in that."""
    ours = [name for name in types if name.startswith(ONTOLOGY)]
    return (
        bool(ours)
        and all(local(name) in ONCO and _is(name, "class") for name in ours)
        and all(
            name == RDF_TYPE_IRI or (_is(name, "property") if name.startswith(ONTOLOGY) else name in terms())
            for name in properties
        )
    )


@cache
def _is(name: str, kind: str) -> bool:
    found: VocabularyTerm | None = terms().get(local(name))
    return found is not None and found.kind == kind


def _unknown(subject: str, path: str, name: str, kind: str) -> Problem:
    same_kind = [known for known, described in terms().items() if described.kind == kind and known in ONCO]
    near = difflib.get_close_matches(local(name), same_kind, n=1, cutoff=0.7)
    did_you = Bilingual(f"Vouliez-vous dire onco:{near[0]} ? " if near else "",
                        f"Did you mean onco:{near[0]}? " if near else "")  # fmt: skip
    return Problem(
        "known-term",
        "Violation",
        subject,
        Bilingual(
            f"Le vocabulaire n'a pas de {'classe' if kind == 'class' else 'propriété'} « {local(name)} ».",
            f"The vocabulary has no {kind} “{local(name)}”.",
        ),
        Bilingual(
            f"{did_you.fr}La liste des termes est dans oncograph.ttl.",
            f"{did_you.en}The list of terms is in oncograph.ttl.",
        ),
        path=path,
        value=f"<{name}>" if kind == "class" else None,
    )


def _foreign(subject: str, predicate: str) -> Problem:
    return Problem(
        "other-vocabulary",
        "Warning",
        subject,
        Bilingual(
            "Cette propriété vient d'un autre vocabulaire : elle est gardée et exportée, mais ne se voit pas dans le "
            "graphe.",
            "This property comes from another vocabulary: it is kept and exported, but does not show in the graph.",
        ),
        _instead(predicate)
        or Bilingual(
            "Si un terme d'oncograph dit la même chose, employez-le.",
            "If a term of oncograph says the same, use it.",
        ),
        path=predicate,
    )


@cache
def _instead(foreign: str) -> Bilingual | None:
    """What to write instead of a term of others: the same name with our prefix, or ours that say it more finely."""
    name = re.split(r"[#/]", foreign)[-1]
    if "oncograph" in foreign and name in ONCO:
        return Bilingual(
            f"Le préfixe est presque le bon : écrivez <{ONTOLOGY}{name}>.",
            f"The prefix is nearly the right one: write <{ONTOLOGY}{name}>.",
        )
    finer = [f"onco:{known}" for known, described in terms().items() if known in ONCO and foreign in described.parents]
    if not finer:
        return None
    listed = ", ".join(finer)
    return Bilingual(f"Termes d'oncograph qui le disent : {listed}.", f"Terms of oncograph that say it: {listed}.")


def _untyped(subject: str, others: list[str]) -> Problem:
    return Problem(
        "known-class",
        "Warning",
        subject,
        Bilingual(
            "Rien ne dit ce qu'est cette chose avec une classe d'oncograph : elle sera gardée sans étiquette.",
            "Nothing says with a class of oncograph what this thing is: it will be kept without a label.",
        ),
        next(filter(None, map(_instead, others)), None)
        or Bilingual("Ajoutez sa classe (rdf:type).", "Add its class (rdf:type)."),
        path=RDF_TYPE_IRI,
        value=f"<{others[0]}>" if others else None,
    )


def _dates(view: DocumentView, subject: str) -> Iterator[Problem]:
    if view.properties[subject].keys().isdisjoint(_DATE_IRIS):
        return
    known: dict[str, PartialDate] = {}
    for name in _DATES:
        for text in (value.value for value in view.values(subject, ONTOLOGY + name)):
            if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text):
                continue  # the shapes say so
            try:
                known[name] = PartialDate(text)
            except ValueError:
                yield Problem(
                    "day-exists",
                    "Violation",
                    subject,
                    Bilingual(
                        f"Le jour {text} n'existe pas dans le calendrier.", f"The day {text} is not in the calendar."
                    ),
                    Bilingual(
                        "Vérifiez dans le document, ou gardez le mois seul.",
                        "Check in the document, or keep the month.",
                    ),
                    path=ONTOLOGY + name,
                )
    end = known.get("endsOn")
    for name, severity in (("startsOn", "Violation"), ("signedOn", "Warning")):
        start = known.get(name)
        if start and end and end.last < start.first:
            what = Bilingual("début", "start") if name == "startsOn" else Bilingual("signature", "signature")
            yield Problem(
                "end-not-before-start",
                severity,  # type: ignore[arg-type]
                subject,
                Bilingual(
                    f"L'accord finit ({end.value}) avant {what.fr} ({start.value}).",
                    f"The agreement ends ({end.value}) before its {what.en} ({start.value}).",
                ),
                Bilingual("Vérifiez les deux dates dans le document.", "Check both dates in the document."),
                path=ONTOLOGY + "endsOn",
            )


@lru_cache(maxsize=32_768)
def _plain(text: str) -> bool:
    """Whether nothing can be wrong with a value whatever it belongs to; the same values come again and again."""
    value = term(text)
    if value.kind == "iri":
        return not value.value.lower().startswith(("mailto:", "tel:"))
    known = not value.language or value.language.split("-")[0].lower() in ("fr", "en")
    return known and not has_contact_details(value.value)


def _literal(subject: str, predicate: str, text: str, value: Term) -> Iterator[Problem]:
    if has_contact_details(value.value):
        yield Problem(
            "no-contact-details",
            "Violation",
            subject,
            Bilingual(
                "Le texte contient une adresse électronique ou un numéro de téléphone ; le graphe n'en garde aucun.",
                "The text holds an e-mail address or a telephone number; the graph keeps none.",
            ),
            Bilingual("Retirez la coordonnée, ou citez moins.", "Remove the contact detail, or quote less."),
            path=predicate,
            value=text,
        )
    if value.language and value.language.split("-")[0].lower() not in ("fr", "en"):
        yield Problem(
            "known-language",
            "Warning",
            subject,
            Bilingual(
                f"La langue « {value.language} » n'est pas affichée ; le graphe parle français et anglais.",
                f"The language “{value.language}” is not shown; the graph speaks French and English.",
            ),
            Bilingual("Ajoutez le texte en français ou en anglais.", "Add the text in French or English."),
            path=predicate,
            value=text,
        )
    for name, digits in (("siren", 9), ("siret", 14)):
        number = value.value
        if predicate == ONTOLOGY + name and re.fullmatch(rf"\d{{{digits}}}", number) and not _luhn(number):
            yield _check_digit(subject, predicate, text, name.upper())


def _link(subject: str, predicate: str, text: str, target: str) -> Iterator[Problem]:
    if target.lower().startswith(("mailto:", "tel:")):
        yield Problem(
            "no-contact-details",
            "Violation",
            subject,
            Bilingual(
                "Le lien est une adresse électronique ou un numéro de téléphone ; le graphe n'en garde aucun.",
                "The link is an e-mail address or a telephone number; the graph keeps none.",
            ),
            Bilingual("Retirez le lien.", "Remove the link."),
            path=predicate,
            value=text,
        )
    if subject == target and (predicate == _BROADER or local(predicate) in _BETWEEN_TWO):
        yield Problem(
            "not-itself",
            "Violation",
            subject,
            Bilingual("La chose est reliée à elle-même.", "The thing is related to itself."),
            Bilingual("Corrigez l'une des deux extrémités.", "Correct one of the two ends."),
            path=predicate,
            value=text,
        )
    if predicate == _SAME_AS and (ror := _ROR.match(target)) and not _ror_sum(ror[1], ror[2]):
        yield _check_digit(subject, predicate, text, "ROR")


def _check_digit(subject: str, path: str, value: str, register: str) -> Problem:
    return Problem(
        "check-digit",
        "Warning",
        subject,
        Bilingual(
            f"La clé de contrôle de ce numéro {register} est fausse.", f"The check digit of this {register} is wrong."
        ),
        Bilingual(
            "Une faute de frappe est probable : comparez avec le répertoire.",
            "A slip of the pen is likely: compare with the register.",
        ),
        path=path,
        value=value,
    )


def _luhn(digits: str) -> bool:
    if digits.startswith("356000000") and len(digits) == 14:  # La Poste: the sum of the digits is a multiple of 5
        return sum(map(int, digits)) % 5 == 0
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(digits))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _ror_sum(body: str, check: str) -> bool:
    number = 0  # ISO/IEC 7064 MOD 97-10 over Crockford's base 32
    for character in body:
        number = number * 32 + _CROCKFORD.index(character)
    return 98 - (number * 100) % 97 == int(check)


def _areas(view: DocumentView) -> Iterator[Problem]:
    known = _known_areas()
    for subject, types in view.types.items():
        if ONCO.TherapeuticArea in types and subject not in known:
            yield Problem(
                "area-of-the-scheme",
                "Warning",
                subject,
                Bilingual(
                    "Ce domaine n'est pas dans le référentiel ; on ne le retrouvera que sous ce nom.",
                    "This area is not in the scheme; it will be found under this name only.",
                ),
                Bilingual(
                    "Choisissez un domaine de areas.ttl, ou proposez-y celui-ci.",
                    "Choose an area of areas.ttl, or propose this one for it.",
                ),
            )


@cache
def _known_areas() -> frozenset[str]:
    return frozenset(area.iri for area in areas().values())
