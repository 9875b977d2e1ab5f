"""When: which event a date in a sentence belongs to, and which claim."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.claims import Claim
from loaders.extraction.clauses import Slotted
from loaders.extraction.lexicon import pattern
from loaders.model import AgreementDate, EventKind, Evidence
from ontology.dates import PartialDate

_NOUN = pattern("agreements", "nouns")
_BEFORE: tuple[tuple[EventKind | None, re.Pattern[str]], ...] = (
    (
        None,
        re.compile(
            r"\b(?:expected|prevue?s?|attendue?s?|horizon|d'ici|by the end of|before the end of|by|avant(?: la)?(?: fin)?|founded in|incorporated in|created in|fondee? en|creee? en|ne en|publi\w+ (?:in|en|le)|first signed in|initially signed in|sales of|turnover|chiffre d'affaires|in the (?:first|second|third|fourth) (?:quarter|half) of|des) $"
        ),
    ),
    (
        None,
        re.compile(
            r"\b(?:(?:renew|extend|prolong|renouvel|amend|expan|reconduit|etend|elargi)\w*(?: [a-z]+){0,2}? (?:in|en|le|on)|puis (?:prolong|renouvel)\w* en) $"
        ),
    ),
    (
        "end",
        re.compile(
            r"\b(?:until|till|through|through to|jusqu'au|jusqu'en|jusqu'a|jusqu'a la fin de|jusqu'a fin|until the end of|expir\w+ (?:in|on|en|le|fin)|ends? (?:in|on)|ending (?:in|on)|prend fin (?:en|le)|run(?:s|ning)? to|a echeance|to) (?:fin |end of |the end of |decembre )?$"
        ),
    ),
    (
        "start",
        re.compile(
            r"\b(?:since|depuis|depuis le|depuis la|as of|as from|starting|effective|a compter du?|(?:adher|rejoi)\w*(?: [@a-z0-9.'-]+){0,5}? au|a partir du?|a partir de|beginning|dating (?:back to|from)|remonte a|remontant a|datant de|date de|dates (?:back to|from)|(?:start|launch|initi|begun|began|engag|lanc|debut|entam|noue|commenc|establish|ne[e]?|cree|created|forg)\w*(?: [a-z]+){0,2}? (?:in|on|en|le|des|depuis|early in|back in)) (?:early |fin |debut |late |l'annee |the year |le )?$"
        ),
    ),
    (
        "signed",
        re.compile(
            r"\b(?:sign|conclu|ink|paraph|finalis|ratifi|seal|scell)\w*(?: (?:on|le)(?: [a-z]+day| lundi| mardi| mercredi| jeudi| vendredi| samedi)?)? $|\b(?:sign|conclu|ink|paraph|finalis|ratifi|seal|scell)\w*[^#@;]{0,40}? (?:on|in|le|en|the|last|du|dated) (?:early |late |fin |debut )?$|(?:sign|conclu|ink|paraph)\w* $"
        ),
    ),
    (
        "announced",
        re.compile(
            r"\b(?:announc|annonc|unveil|devoil|reveal|rendu public|presente)\w*(?: [a-z]+){0,2}? (?:on|in|le|en|the)? ?$"
        ),
    ),
)
_NOUN_BEHIND = re.compile(rf" (?:[a-z-]+ ){{0,2}}?{_NOUN}")
_NOUN_BEFORE = re.compile(rf"{_NOUN}(?: (?:[a-z-]+)){{0,2}}? (?:of|du|de|dated|from) $")
_OPENING = re.compile(
    r"(?:^|[;,] |\band |\bet |: )(?:in|en|le|on|since|depuis|during|au cours de|debut|fin|early|late|the)? ?(?:early |late |fin |debut )?$"
)
_PLAIN = re.compile(r"\b(?:in|en|on|le) (?:early |late |fin |debut |the )?$")
_SIGN = re.compile(
    r"\b(?:sign\w*|conclu\w*|ink\w*|paraph\w*|enter\w* into|acqui\w+|rachet\w*|bought|licens\w+|granted|obtenu|obtained|formali\w+|scell\w*)"
)
_ANNOUNCE = re.compile(r"\b(?:announc\w*|annonc\w*|unveil\w*|devoil\w*)")
TODAY = re.compile(r"\b(?:today|aujourd'hui|ce jour|this day)\b")
_CAREER = re.compile(
    r"\b(?:born|joined|nomme|appointed|diplom\w+|graduat\w+|elected|elu\w?|publie\w?|published|approved|inclu\w*|enrol\w*|patients)\b[^@;]{0,20}$"
)


def date_claims(sentence: Slotted, claims: Sequence[Claim], evidence: Evidence) -> None:
    """Gives every date of a sentence to the claim whose words stand nearest, with the event that the words name."""
    text = sentence.text
    for match in re.finditer(r"#(\d+)", text):
        day = sentence.dates[int(match[1])]
        event = event_of(text, match.start(), match.end(), ranged=day.until is not None)
        if event is None:
            continue
        claim = min(claims, key=lambda c: (_distance(text, c.at, match.start()), c.at), default=None)
        if claim is None:
            continue
        for other in claims:
            if other.key == claim.key and abs(other.at - claim.at) < 200 and other.kind == claim.kind:
                _put(other, AgreementDate(event, day.date, "stated", evidence))
                if day.until is not None and event == "start":
                    _put(other, AgreementDate("end", day.until, "stated", evidence))
        if event == "start" and _NOUN_BEHIND.match(text[match.end() :]):
            for other in claims:
                other.earlier = other.earlier or other.key == claim.key


_FORMER = re.compile(
    r"\b(?:first|initial\w*|earlier|previous\w*|former\w*|already|had|premiere?|initiale?\w*|precedente?\w*|anterieure?\w*|deja|avai(?:t|ent)|dated? back|historique\w*)\b"
)


def mark_former(sentence: Slotted, claims: Sequence[Claim], issued: PartialDate | None) -> None:
    """A dated agreement of years before the document, told as such, is not the one that the document announces."""
    for claim in claims:
        own = [date.date for date in claim.dates if date.event in ("start", "signed")]
        if issued and own and own[0].last.year < issued.first.year and _FORMER.search(sentence.text):
            claim.earlier = True


def _put(claim: Claim, date: AgreementDate) -> None:
    if all(date.event != given.event for given in claim.dates):
        claim.dates.append(date)


def _distance(text: str, at: int, place: int) -> int:
    left, right = min(at, place), max(at, place)
    between = text[left:right]
    return right - left + 120 * len(re.findall(r"; |, (?:and|et|puis|then|while|tandis)\b|\. ", between))


def event_of(text: str, start: int, end: int, *, ranged: bool = False) -> EventKind | None:
    """The event that the words around a date name; None when they name none of an agreement."""
    before, after = text[max(0, start - 80) : start], text[end : end + 60]
    for event, expression in _BEFORE:
        if expression.search(before):
            return event
    if ranged:
        return "start"
    if _NOUN_BEHIND.match(after) and not _NOUN_BEHIND.match(after)[0].lstrip().startswith(("programme", "program")):  # type: ignore[index]
        return "start"
    if _NOUN_BEFORE.search(before):
        return "signed"
    if re.match(r" ?\)", after) and before.endswith("("):
        return "start"
    if _CAREER.search(before):
        return None
    if _OPENING.search(before) or _PLAIN.search(before):
        if _OPENING.search(before):
            scope = after + text[end + 60 : end + 200]
            clause = re.split(r"[;]|, (?:and|et|puis) ", scope)[0]
        else:
            clause = before
        if _SIGN.search(clause):
            return "signed"
        if _ANNOUNCE.search(clause):
            return "announced"
        return "start"
    return None
