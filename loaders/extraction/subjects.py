"""What an agreement is about: its subject in the text's words, areas, money, and the projects under it."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.areas import most_specific
from loaders.extraction.page import Page, Sentence
from loaders.model import Amount, AreaLink, Evidence, Project
from ontology.areas import areas
from ontology.iris import document_local, mint

_LONGEST = 160
_PURPOSE = re.compile(
    r"\b(?:aimed at|aiming to|designed to|in order to|focus(?:s?ed|ing)? on|dedicated to|devoted to|covering|regarding|concerning|"
    r"in the field of|in the area of|for the development of|to develop|to evaluate|to identify|to accelerate|to study|on the|on a|on an|on|for the|for|"
    r"visant a|afin de|afin d'|dans le domaine de|dans le domaine du|dans le domaine des|portant sur|dediee? a|consacree? a|pour developper|"
    r"pour accelerer|pour etudier|pour evaluer|autour de|autour d'|autour du|en matiere de|concernant|relatif a|sur les|sur le|sur la|sur l'|sur un|sur une|sur|pour)(?:\s|(?<='))"
)
_STOP = re.compile(r"[.;:]\s|[.;]$|\"|,? (?:which|qui|dont|signed|signe)\b")
_MONEY = re.compile(
    r"(?P<pre>€|\$|£|\beur|\busd|us\$)\s?(?P<n1>\d[\d ,.]{0,14}\d|\d)\s?(?P<m1>m|mn|million|millions|bn|billion|billions|k|thousand)?\b"
    r"|(?P<n2>\d[\d ,.]{0,14}\d|\d)\s?(?P<m2>million|millions|milliard|milliards|billion|m|k|mille)?\s?(?:d'|de |of )?(?P<post>€|\$|£|euros?\b|dollars?\b|eur\b|usd\b)"
)
_NOT_A_DEAL = re.compile(
    r"\b(?:turnover|revenues?|sales|chiffre d'affaires|ventes|budget annuel|annual budget|annual|market|marche|capitali[sz]ation|employs|emploie|"
    r"each year|chaque annee|per year|par an|patients)\b"
)
_SCALE = {"k": 1_000, "thousand": 1_000, "mille": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
          "bn": 1_000_000_000, "billion": 1_000_000_000, "billions": 1_000_000_000, "milliard": 1_000_000_000, "milliards": 1_000_000_000}  # fmt: skip
_CURRENCY = {
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "£": "GBP",
}
_MEASURES = (
    ("upfront", re.compile(r"upfront|initial payment|paiement initial|a la signature|at signing|versement initial")),
    ("milestones", re.compile(r"milestone|etapes|jalons|up to|jusqu'a|potential")),
)
_BULLET = re.compile(r"\s*(?:[•·▪◦‣*►–-]|\d{1,2}[.)])\s+\S")
_MARKER = re.compile(r"\A\s*(?:[•·▪◦‣*►–-]|\d{1,2}[.)])\s+")
_PROJECT = re.compile(r"\b(?:projects?|projets?|programmes?|programs?|axes|studies|etudes|work ?packages?)\b")


def subject(page: Page, stated: Sequence[Sentence], parties: frozenset[str]) -> str | None:
    """A short slice of the text that says what it is about: what stands behind *for*, *aimed at*, *dans le domaine de*."""
    for sentence in sorted(stated, key=lambda s: s.kind == "title")[:20]:
        if sentence.kind == "footnote":
            continue
        low = page.low[sentence.start : sentence.end]
        mentions = [m for m in page.cast.within(sentence.start, sentence.end) if m.actor in parties]
        from_ = min((m.end for m in mentions), default=sentence.start) - sentence.start
        for match in _PURPOSE.finditer(low, from_):
            begin = match.end() if match[0].strip() in ("on", "for", "pour", "sur", "covering") else match.start()
            rest = low[begin : begin + _LONGEST]
            stop = _STOP.search(rest)
            end = begin + (stop.start() if stop else len(rest))
            if not stop and begin + _LONGEST < len(low):
                end = begin + rest.rfind(" ")
            begin += len(low[begin:end]) - len(low[begin:end].lstrip())
            text = page.text[sentence.start + begin : sentence.start + end].strip(" ,\n")
            duration = re.match(
                r"(?:for |pour |sur |on |over )?(?:an? |une? )?(?:\w+|\d+)[ -](?:years?|ans|months|mois)\b|#|\d",
                text.lower(),
            )
            names = any(m.start < sentence.start + end and m.end > sentence.start + begin for m in mentions)
            if len(text.split()) >= 2 and not duration and not names:
                return re.sub(r"\s+", " ", text)
    return None


def areas_of(page: Page, stated: Sequence[Sentence], *, is_main: bool) -> tuple[AreaLink, ...]:
    """Areas named in the sentences of an agreement, the more general ones left out."""
    found: dict[str, list[Evidence]] = {}
    for sentence in stated:
        for area in page.areas.within(sentence.start, sentence.end):
            found.setdefault(area.slug, []).append(page.evidence(sentence, "area"))
    if is_main:
        titles = [s for s in page.sentences if s.kind == "title" and s not in stated]
        for sentence in titles:
            for area in page.areas.within(sentence.start, sentence.end):
                found.setdefault(area.slug, []).append(page.evidence(sentence, "area"))
    return tuple(
        AreaLink(areas()[name].iri, tuple(dict.fromkeys(found[name]))) for name in sorted(most_specific(list(found)))
    )


def amount(page: Page, stated: Sequence[Sentence]) -> Amount | None:
    """The first sum that belongs to the deal; sums of turnover, budget or market never do."""
    for sentence in stated:
        low = page.low[sentence.start : sentence.end]
        if _NOT_A_DEAL.search(low) or sentence.kind in ("about", "footnote"):
            continue
        for match in _MONEY.finditer(low):
            value = _value(match["n1"] or match["n2"], match["m1"] or match["m2"])
            currency = _CURRENCY.get((match["pre"] or match["post"]).strip())
            if value and currency:
                around = low[max(0, match.start() - 60) : match.end() + 60]
                measures = next((name for name, words in _MEASURES if words.search(around)), "total")
                return Amount(value, currency, measures, page.evidence(sentence, "amount"))
    return None


def _value(digits: str, scale: str | None) -> str | None:
    plain = digits.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        plain = re.sub(r"[.,]", "", plain)
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return None
    factor = _SCALE.get(scale or "", 1)
    whole, _, part = plain.partition(".")
    exponent = len(part)
    number = int(whole + part) * factor
    if number % 10**exponent:
        return f"{number / 10**exponent:.2f}"
    return str(number // 10**exponent)


def projects(page: Page, stated: Sequence[Sentence]) -> tuple[Project, ...]:
    """Projects that a list under the announcement plainly enumerates."""
    numbers = [sentence.number for sentence in stated if sentence.kind in ("title", "body")]
    if not numbers:
        return ()
    spoken = any(_PROJECT.search(page.low, s.start, s.end) for s in stated)
    found: list[Project] = []
    paragraphs = page.layout.paragraphs
    first = page.sentences[min(numbers)].paragraph
    for index in range(first, min(len(paragraphs), first + 16)):
        paragraph = paragraphs[index]
        if not _BULLET.match(page.folded, paragraph.start, paragraph.end) or paragraph.kind != "body":
            if found:
                break
            continue
        sentence = page.sentences_in(paragraph.start, paragraph.end)[0]
        label = re.sub(r"\s+", " ", _MARKER.sub("", page.text[paragraph.start : paragraph.end])).strip(" .;")
        if page.cast.within(paragraph.start, paragraph.end):
            return ()  # a list of news or of partners, not of projects
        evidence = (Evidence(page.span(paragraph.start, paragraph.end), "body", "list"),)
        slugs = [area.slug for area in page.areas.within(paragraph.start, paragraph.end)]
        links = tuple(AreaLink(areas()[name].iri, evidence) for name in sorted(most_specific(slugs)))
        iri = mint("project", f"{document_local(page.raw.id)}-{sentence.start}")
        found.append(Project(iri, label, links, evidence))
    return tuple(found) if spoken and len(found) > 1 else ()
