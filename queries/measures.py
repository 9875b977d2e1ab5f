"""Durations and sums of money as a reader writes them, and the time between two dates that are not equally fine."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from ontology.dates import PartialDate

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?\Z")
_UNITS = {
    "fr": (("an", "ans"), ("mois", "mois"), ("semaine", "semaines"), ("jour", "jours")),
    "en": (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
}
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}
_SCALES = ((Decimal(10**9), "Md", "billion"), (Decimal(10**6), "M", "million"))


def duration_words(text: str, lang: str) -> str:
    """A duration in words, or two of them from the least to the most.

    >>> duration_words("P1Y6M", "en"), duration_words("P5Y", "fr"), duration_words("P10Y/P11Y", "fr")
    ('1 year 6 months', '5 ans', '10 à 11 ans')
    """
    least, _, most = text.partition("/")
    if most:
        words = [_words(each, lang) for each in (least, most)]
        unit = words[1].split(" ", 1)[1]
        if words[0].split(" ", 1)[1:] == [unit]:
            words[0] = words[0].split(" ", 1)[0]
        return (" à " if lang == "fr" else " to ").join(words)
    return _words(least, lang)


def _words(text: str, lang: str) -> str:
    match = _DURATION.match(text)
    if not match:
        return text
    numbers = [(int(number), words) for number, words in zip(match.groups(), _UNITS[lang], strict=True) if number]
    # French counts 0 as singular, English as plural
    return " ".join(f"{n} {one if n == 1 or (lang == 'fr' and n == 0) else many}" for n, (one, many) in numbers)


def between(start: str | None, end: str | None) -> str | None:
    """The time from one date to another, in full years or months, as the coarser of the two allows.

    Returns:
        An ISO 8601 duration; `least/most` where the dates leave it open; None where one is not known or they are the
        wrong way round.

    >>> between("2012", "2023-01-19"), between("2020-03-05", "2023-01-19"), between("2024-05", "2024-05-20")
    ('P10Y/P11Y', 'P2Y10M', 'P0M')
    """
    if not start or not end:
        return None
    first, second = PartialDate(start), PartialDate(end)
    most = _months(first.first, second.last)
    if most < 0:
        return None
    least = max(0, _months(first.last, second.first))
    if "year" in (first.precision, second.precision):
        ends = [f"P{months // 12}Y" for months in (least, most)]
    else:
        ends = [_iso(months) for months in (least, most)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _months(start: dt.date, end: dt.date) -> int:
    """Full months from one day to another."""
    return 12 * (end.year - start.year) + end.month - start.month - (1 if end.day < start.day else 0)


def _iso(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"P{f'{years}Y' if years else ''}{f'{rest}M' if rest or not years else ''}"


def money_words(digits: str, currency: str | None, lang: str) -> str:
    r"""A sum as a reader of the language writes it; nothing is rounded.

    >>> money_words("20000000", "EUR", "fr"), money_words("20000000", "EUR", "en"), money_words("12.50", "EUR", "fr")
    ('20\xa0M€', 'EUR 20 million', '12,50\xa0€')
    """
    number, word, letter = Decimal(digits), "", ""
    for scale, french, english in _SCALES:
        if number >= scale:
            number, letter, word = (number / scale).normalize(), french, " " + english
            break
    text = f"{number:,f}"
    if lang == "fr":
        text = text.replace(",", "\u202f").replace(".", ",")
        unit = letter + _SIGNS[currency] if currency in _SIGNS else f"{letter} {currency or ''}".strip()
        return f"{text}\xa0{unit}".strip()
    return f"{currency or ''} {text}{word}".strip()
