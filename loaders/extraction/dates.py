"""Dates as the text gives them: a value, its precision, and ranges; nothing finer than the words."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.dates import PartialDate

_MONTHS = (
    ("january", "janvier", "jan", "janv"),
    ("february", "fevrier", "feb", "fevr", "fev"),
    ("march", "mars", "mar"),
    ("april", "avril", "apr", "avr"),
    ("may", "mai"),
    ("june", "juin", "jun"),
    ("july", "juillet", "jul", "juil"),
    ("august", "aout", "aug"),
    ("september", "septembre", "sept", "sep"),
    ("october", "octobre", "oct"),
    ("november", "novembre", "nov"),
    ("december", "decembre", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORD = r"(?:st|nd|rd|th|er|e|eme)?"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b"
    rf"|\b(?P<d1>{_DAY}){_ORD}(?: of)?[ -](?P<m1>{MONTH})\b\.?,?[ -](?P<y1>{_YEAR})\b"
    rf"|\b(?P<m2>{MONTH})\b\.? (?P<d2>{_DAY}){_ORD},? (?P<y2>{_YEAR})\b"
    rf"|\b(?P<dn>\d{{1,2}})[/.](?P<mn>\d{{1,2}})[/.](?P<yn>{_YEAR})\b"
    rf"|\b(?P<my>0[1-9]|1[0-2])/(?P<yy>{_YEAR})\b"
    rf"|\b(?P<m3>{MONTH})\b\.?(?: of| de)?,? (?P<y3>{_YEAR})\b"
    rf"|\b(?P<from>{_YEAR})(?: ?[-/] ?| to | until | a | jusqu'en | et | and )(?P<to>{_YEAR})\b(?!-\d)"
    rf"|(?<![\d.,/-])\b(?P<year>{_YEAR})\b(?![\d%])(?!-\d)(?![.,]\d)"
)
_BETWEEN = re.compile(r"(?:between|entre|de|from|period|periode|\(|sur)\s{0,2}$")
_NAME_BEFORE = re.compile(
    r"(?:horizon|france|plan|agenda|vision|ambition|objectif|strategie|strategy|europe|asco|esmo|aacr|sante|programme|"
    r"n°|no\.|grant|€|\$|£|eur|usd|article|rcs|siren|bp|cs|loi)[ -]{0,2}$"
)
_NAME_AFTER = re.compile(
    r"[ -]?(?:strategic|programme|program|plan|strategy|agenda|vision|patients?|people|persons?|personnes?|salaries|"
    r"collaborateurs|employees|chercheurs|researchers|m2|m²|euros?|dollars?|€|\$|essais|trials|hospitals|hopitaux|"
    r"beds|lits|women|men|femmes|hommes|enfants|children|cas|cases|centres|sites|publications|congress|annual)\b"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text; `until` is the end of a range."""

    start: int
    end: int
    date: PartialDate
    until: PartialDate | None = None


def find_dates(low: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """The dates in a stretch of a folded, lower-case text, in order.

    >>> [m.date.value for m in find_dates("signe le 27 juin 2011, puis en sept. 2014 et en 2016")]
    ['2011-06-27', '2014-09', '2016']
    """
    found = []
    for match in _DATE.finditer(low, start, len(low) if end is None else end):
        mention = _mention(match, low)
        if mention:
            found.append(mention)
    return found


def _mention(match: re.Match[str], low: str) -> DateMention | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    until = None
    if "iso" in groups:
        value = groups["iso"]
    elif "d1" in groups:
        value = _day(groups["y1"], _NUMBER[groups["m1"]], groups["d1"])
    elif "d2" in groups:
        value = _day(groups["y2"], _NUMBER[groups["m2"]], groups["d2"])
    elif "dn" in groups:
        value = _numeric(groups["yn"], int(groups["dn"]), int(groups["mn"]))
    elif "my" in groups:
        value = f"{groups['yy']}-{groups['my']}"
    elif "m3" in groups:
        value = f"{groups['y3']}-{_NUMBER[groups['m3']]:02d}"
    elif "from" in groups:
        value, until = groups["from"], groups["to"]
        joined = low[match.end("from") : match.start("to")]
        before = low[max(0, match.start() - 12) : match.start()]
        if joined.strip() in ("et", "and") and not re.search(r"(?:between|entre)\s{0,2}$", before):
            until = None
        if until is not None and until < value:
            return None
    else:
        value = groups["year"]
        before, after = low[max(0, match.start() - 14) : match.start()], low[match.end() : match.end() + 16]
        if _NAME_BEFORE.search(before) or _NAME_AFTER.match(after):
            return None
    try:
        stop = match.end() if until is not None or "from" not in groups else match.end("from")
        return DateMention(match.start(), stop, PartialDate(value), PartialDate(until) if until else None)
    except ValueError:  # a 31 February: not a date
        return None


def _day(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02d}-{int(day):02d}"


def _numeric(year: str, first: int, second: int) -> str:
    """Day first, as in French; month first where only that is possible."""
    day, month = (first, second) if second <= 12 else (second, first)
    return f"{year}-{month:02d}-{day:02d}"


_WORDS = {
    **dict.fromkeys(("one", "un", "une"), 1), **dict.fromkeys(("two", "deux"), 2),
    **dict.fromkeys(("three", "trois"), 3), **dict.fromkeys(("four", "quatre"), 4),
    **dict.fromkeys(("five", "cinq"), 5), **dict.fromkeys(("six",), 6),
    **dict.fromkeys(("seven", "sept"), 7), **dict.fromkeys(("eight", "huit"), 8),
    **dict.fromkeys(("nine", "neuf"), 9), **dict.fromkeys(("ten", "dix"), 10),
    **dict.fromkeys(("twelve", "douze"), 12), **dict.fromkeys(("fifteen", "quinze"), 15),
    **dict.fromkeys(("eighteen", "dix-huit"), 18), **dict.fromkeys(("twenty", "vingt"), 20),
    **dict.fromkeys(("twenty-four", "vingt-quatre"), 24), **dict.fromkeys(("thirty-six", "trente-six"), 36),
}  # fmt: skip
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>years?|yrs?|months?|ans?|annees?|mois)\b"
_DURATION = re.compile(
    rf"(?:\b(?:for|over|lasting|spanning|through|during|pour|sur|pendant|durant|duration of|length of|period of|term of|"
    rf"duree(?: initiale| totale)? de|periode(?: initiale)? de|duree ?:|duration ?:|renewed for|engagement de)"
    rf" (?:an? |une |la |the |its )?(?:additional |further |initial |first |next |total |period of |periode de |duree de )*"
    rf"(?P<count>{_COUNT}) (?:more |additional |other |nouvelles |autres )?{_UNIT})"
    rf"|\b(?P<count2>{_COUNT})[ -](?P<unit2>year|month)s?(?:[ -]long)?,? (?:[a-z]+[ ,-]{{1,2}}){{0,5}}?"
    rf"(?:agreement|partnership|collaboration|alliance|contract|period|programme|program|project|term|deal|sponsorship|"
    rf"grant|commitment|plan|funding|licen[cs]e|convention|research)\b"
    rf"|\b(?:accord|partenariat|convention|contrat|collaboration|programme|projet|alliance|mecenat|cooperation|soutien|"
    rf"financement|engagement)(?: [a-z'-]+){{0,4}}? (?:de|sur) (?P<count3>{_COUNT}) (?P<unit3>ans|annees|mois)\b"
    r"|\b(?P<word>biennale?|triennale?|quadriennale?|quinquennale?)\b"
)
_LATIN = {"bi": 2, "tr": 3, "qua": 4, "qui": 5}
_NOT_A_TERM = re.compile(
    r"(?:last|past|previous|depuis|since|dernieres|derniers|passees|more than|plus de|moins de|less than|deja|already|"
    r"within|d'ici|nearly|pres de|almost|some)\b"
)
_AGO = re.compile(r"\s*(?:ago|of |d'experience|d'existence|old|d'age|of age|of expertise|d'expertise|survival|follow)")


def find_duration(low: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The first term of a contract in a stretch of text: ISO 8601 duration and where it stands.

    >>> find_duration("pour une duree de 3 ans", 0, 23)
    ('P3Y', 5, 23)
    """
    for match in _DURATION.finditer(low, start, end):
        if _NOT_A_TERM.search(match[0]) or _AGO.match(low[match.end() : match.end() + 20]):
            continue
        before = low[max(start, match.start() - 12) : match.start()]
        if re.search(r"(?:within|d'ici|depuis|since|past|last|apres|after)\s{0,2}$", before):
            continue
        if match["word"]:
            prefix = next(number for prefix, number in _LATIN.items() if match["word"].startswith(prefix))
            return f"P{prefix}Y", match.start(), match.end()
        for count, unit in (("count", "unit"), ("count2", "unit2"), ("count3", "unit3")):
            if match[count]:
                number = _WORDS.get(match[count]) or int(match[count])
                if number:
                    letter = "M" if match[unit].startswith("mo") else "Y"
                    if letter == "M" and number % 12 == 0:
                        number, letter = number // 12, "Y"
                    return f"P{number}{letter}", match.start(), match.end()
    return None


def add_duration(date: PartialDate, duration: str) -> PartialDate:
    """The date at the end of a duration, at the date's own precision."""
    number = int(duration[1:-1])
    return date.plus(months=number) if duration.endswith("M") else date.plus(years=number)
