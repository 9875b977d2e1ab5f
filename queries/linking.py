"""Finding in a sentence what it speaks of: actors, persons, areas, kinds, dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from ontology.areas import ROOT, is_acronym
from ontology.dates import PartialDate
from ontology.iris import mint, slug
from queries import vocabulary
from queries.names import Entry, NameIndex, fold

_WORD = re.compile(r"[^\W_]+")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january janvier jan janv",
            "february fevrier feb fevr",
            "march mars mar",
            "april avril apr avr",
            "may mai",
            "june juin jun",
            "july juillet jul juil",
            "august aout aug",
            "september septembre sept sep",
            "october octobre oct",
            "november novembre nov",
            "december decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|eme)?\Z")
_NUMBERS = {
    word: number
    for number, words in {
        2: "two deux",
        3: "three trois",
        4: "four quatre",
        5: "five cinq",
        6: "six",
        7: "seven sept",
        8: "eight huit",
        9: "nine neuf",
        10: "ten dix",
        12: "twelve douze",
    }.items()
    for word in words.split()
}
_IN_DATES = frozenset(["of", "de", "the", "le", "la", "l", "in", "en", "annee", "year", "d", "on", "at", "by", "a"])
# Of a year, its first or its last month.
_EDGES = dict.fromkeys(["start", "beginning", "early", "debut"], "-01") | dict.fromkeys(["end", "late", "fin"], "-12")
_LIMITS = frozenset(
    ["since", "depuis", "before", "avant", "after", "apres", "until", "jusque", "jusqu", "between", "entre", "from"]
)
_YEAR = 4  # characters of a date that is a year
_YEARS = frozenset(["year", "years", "an", "ans", "annee", "annees"])
_VAGUE = frozenset({"Actor", "Organization", "Agreement", "Person", "Partnership", "OrganizationalUnit"})
_MORE_THAN = (("more", "than"), ("plus", "de"))
_LINKED = ("actor", "person", "area", "agreement", "document")
_GUESSED = ("actor", "person", "area")  # titles of agreements and documents are too long to be guessed from a piece
_TYPO = 86.0  # nearness from which a misspelt name is taken for the name
_PART = 75.0  # nearness of a whole word of a name
_SHARE = 0.35  # of the letters of a name, so that one word of it can stand for it
_SAME_WORD = 60.0  # nearness of two words of which one may be the other misspelt
_GUESSABLE = 4  # letters from which a name may be misspelt
_CLEARLY = 0.67  # share of the largest share of a name from which another name may be meant as well
_MOST = 0.6  # of the letters of a name, so that these words in another order can stand for it
_SMALL = frozenset(["of", "the", "in", "at", "de", "du", "des", "la", "le", "les", "l", "d", "a", "en", "and", "et"])
_ROOT = mint("area", ROOT)


@dataclass(frozen=True)
class Token:
    """A word of the sentence, as written and folded."""

    text: str
    folded: str


@dataclass(frozen=True)
class Mention:
    """A piece of the sentence, tokens `start` to `end` (exclusive), that names something.

    Attributes:
        type: a parameter type: `actor`, `person`, `area`, `agreement`, `document`, `kind`, `date` or `integer`.
        value: what a question takes for it: an IRI, a class name, an ISO date, digits.
        certainty: 1 for a name as it is known, less for a misspelt or shortened one.
        rivals: other things that the words may name as well.
    """

    start: int
    end: int
    type: str
    value: str
    name: str
    certainty: float = 1.0
    rivals: tuple[Entry, ...] = ()

    @property
    def early(self) -> bool:
        """Whether it is all that lies before a date."""
        return self.type == "span" and self.value.split()[0] in ("before", "avant")

    @property
    def general(self) -> bool:
        """Whether it names what all the graph is about: oncology."""
        return self.value == _ROOT


def tokens(sentence: str) -> list[Token]:
    """The words of a sentence; hyphens and apostrophes part words."""
    return [
        Token(word, folded) for word in _WORD.findall(sentence) for folded in slug(word).split("-") if word and folded
    ]


def mentions(words: Sequence[Token], index: NameIndex, usual: frozenset[int], lang: str) -> list[Mention]:
    """What the words name, longest names first, no two overlapping.

    Args:
        words: the sentence.
        index: the names of the graph.
        usual: places of the words by which questions are put; no names, unless written as an acronym is.
        lang: language for the names shown.
    """
    taken = [False] * len(words)
    found: list[Mention] = []

    def take(candidates: Iterator[Mention]) -> None:
        for mention in candidates:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
                found.append(mention)

    named = [*_named(words, index, usual, lang), *_rearranged(words, index, lang)]
    take(iter(sorted(named, key=lambda mention: mention.start - mention.end)))  # the longest first
    take(_dates(words))
    take(_kinds(words, lang))
    take(_guessed(words, index, usual, lang, taken, range(min(5, len(words)), 1, -1)))
    take(_shortened(words, index, usual, lang))
    take(_guessed(words, index, usual, lang, taken, range(1, 2)))
    take(_numbers(words))
    return sorted(found, key=lambda mention: mention.start)


def _named(words: Sequence[Token], index: NameIndex, usual: frozenset[int], lang: str) -> Iterator[Mention]:
    for size in range(min(index.longest + 1, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            window = words[start : start + size]
            if (
                all(place in usual for place in range(start, start + size))
                and size < 3
                and not _written_as_acronym(window, index)
            ):
                continue
            entries = index.exact(" ".join(word.folded for word in window), _LINKED)
            if entries:
                yield _mention(start, start + size, entries, lang)


def _written_as_acronym(window: Sequence[Token], index: NameIndex) -> bool:
    """Whether a usual word stands there in the very capitals of an acronym: `ALL` is a leukaemia, `all` is not."""
    text = " ".join(word.text for word in window)
    return is_acronym(text) and any(text in entry.names for entry in index.exact(text))


def _mention(start: int, end: int, entries: Sequence[Entry], lang: str, certainty: float = 1.0) -> Mention:
    first = min(entries, key=lambda entry: (_LINKED.index(entry.group), not entry.in_graph, entry.iri))
    rivals = tuple(entry for entry in entries if entry is not first and entry.group == first.group and entry.in_graph)
    return Mention(start, end, first.group, first.iri, first.name(lang), certainty, rivals)


def _guessed(
    words: Sequence[Token], index: NameIndex, usual: frozenset[int], lang: str, taken: Sequence[bool], sizes: range
) -> Iterator[Mention]:
    """Names with a typing error, or shortened to a word that only one name has."""
    for size in sizes:
        for start in range(len(words) - size + 1):
            window = words[start : start + size]
            text = " ".join(word.folded for word in window)
            edges = {start, start + size - 1}
            if any(taken[start : start + size]) or len(text) < _GUESSABLE or text.isdigit():
                continue
            if edges & usual and (size < 3 or all(place in usual for place in range(start, start + size))):
                continue
            near = index.find(text, _GUESSED, limit=4, cutoff=_PART)
            if not near:
                continue
            best = near[0]
            name = fold(best.matched)
            # of an actor, a word of its main name: a former or translated one may be made of common words
            main = fold(best.entry.names[0]) if best.entry.group == "actor" else name
            part = size == 1 and text in name.split() and text in main.split() and len(text) >= _SHARE * len(name)
            piece = f" {text} " in f" {name} "  # a piece of a name is no misspelt name
            if not part and (piece or best.score < _TYPO or not _alike(text.split(), name.split())):
                continue
            close = [match.entry for match in near if best.score - match.score < 4 and match.entry.in_graph]
            yield _mention(start, start + size, close or [best.entry], lang, 0.97 if best.score >= 92 else 0.92)


def _shortened(words: Sequence[Token], index: NameIndex, usual: frozenset[int], lang: str) -> Iterator[Mention]:
    """One word, written as a name is, of the names of an actor or a person; of several where it is in all of them."""
    for place, word in enumerate(words):
        if place in usual or not word.text[0].isupper() or len(word.folded) < _GUESSABLE:
            continue
        shares = {
            entry.iri: len(word.folded) / len(fold(entry.names[0]))
            for name in index.holding([word.folded])
            for entry in index.exact(name, ("actor", "person"))
            # of its main name: in a longer or former one the word may be a town or a parent
            if entry.in_graph and word.folded in fold(entry.names[0]).split()
        }
        if shares:
            most = max(shares.values())
            meant = [index.entries[iri] for iri, share in shares.items() if share >= most * _CLEARLY]
            yield _mention(place, place + 1, meant, lang, 0.95)


def _alike(written: Sequence[str], name: Sequence[str]) -> bool:
    """Whether two names differ by letters: a name of which one word is quite another one is another name."""
    if len(written) != len(name):
        return True
    return all(fuzz.ratio(one, two) >= _SAME_WORD for one, two in zip(sorted(written), sorted(name), strict=True))


def _rearranged(words: Sequence[Token], index: NameIndex, lang: str) -> Iterator[Mention]:
    """Names of which some words are left out or stand in another order: "the cancer cluster of Paris-Saclay"."""
    for size in range(min(6, len(words)), 1, -1):
        for start in range(len(words) - size + 1):
            if words[start].folded in _SMALL or words[start + size - 1].folded in _SMALL:
                continue
            wanted = [word.folded for word in words[start : start + size] if word.folded not in _SMALL]
            if len(wanted) < 2 or len(set(wanted)) < len(wanted):
                continue
            letters = len(" ".join(wanted))
            found = {
                entry.iri: entry
                for name in index.holding(wanted)
                if letters >= _MOST * len(name)
                for entry in index.exact(name, ("actor",))
                if entry.in_graph
            }
            if found:
                yield _mention(start, start + size, list(found.values()), lang, 0.97)


def _kinds(words: Sequence[Token], lang: str) -> Iterator[Mention]:
    for size in range(4, 0, -1):
        for start in range(len(words) - size + 1):
            local = _kind_names().get(" ".join(_singular(word.folded) for word in words[start : start + size]))
            if local:
                yield Mention(start, start + size, "kind", local, vocabulary.kinds()[local][lang])


@cache
def _kind_names() -> dict[str, str]:
    """Singular folded name → class, for all kinds but the roots, which say nothing."""
    names = {
        " ".join(map(_singular, fold(name).split())): local
        for name, local in vocabulary.kind_names().items()
        if local not in _VAGUE and name != local
    }
    return names | {
        "pharma": "PharmaCompany",
        "big pharma": "PharmaCompany",
        "pharma company": "PharmaCompany",
        "pharmaceutical company": "PharmaCompany",
        "laboratoire": "PharmaCompany",
        "labo": "PharmaCompany",
        "labo pharmaceutique": "PharmaCompany",
        "drug maker": "PharmaCompany",
        "biotech": "BiotechCompany",
        "industriel": "Company",
        "societe pharmaceutique": "PharmaCompany",
        "entreprise pharmaceutique": "PharmaCompany",
        "firme pharmaceutique": "PharmaCompany",
        "industriel pharmaceutique": "PharmaCompany",
        "invest": "EquityInvestment",
        "invested": "EquityInvestment",
        "investi": "EquityInvestment",
        "investit": "EquityInvestment",
        "fund": "Funding",
        "funded": "Funding",
        "finance": "Funding",
        "financent": "Funding",
        "industriel du medicament": "PharmaCompany",
        "laboratoire pharma": "PharmaCompany",
        "pharma group": "PharmaCompany",
        "groupe pharmaceutique": "PharmaCompany",
        "pharmaceutical group": "PharmaCompany",
        "drug company": "PharmaCompany",
        "drugmaker": "PharmaCompany",
        "biotech company": "BiotechCompany",
        "societe de biotech": "BiotechCompany",
        "societe": "Company",
        "business": "Company",
        "startup": "Company",
        "start up": "Company",
        "anticancer centre": "CancerCentre",
        "cancer center": "CancerCentre",
        "clcc": "CancerCentre",
        "chu": "UniversityHospital",
        "philanthropie": "Sponsorship",
        "philanthropy": "Sponsorship",
        "collaborative research": "ResearchCollaboration",
        "framework": "FrameworkAgreement",
        "licensing": "Licence",
        "licensing agreement": "Licence",
        "licencing": "Licence",
        "accord de licence": "Licence",
        "licence agreement": "Licence",
        "equity stake": "EquityInvestment",
        "data partnership": "DataCollaboration",
        "firm": "Company",
        "license": "Licence",
        "sponsoring": "Sponsorship",
    }


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) and not word.endswith("ss") else word


def _dates(words: Sequence[Token]) -> Iterator[Mention]:
    folded = [word.folded for word in words]
    for start, word in enumerate(words):
        for size in (4, 3, 2, 1):
            parts = [part for part in folded[start : start + size] if part not in _IN_DATES]
            value = _date(parts) if folded[start] not in _IN_DATES else None
            if value and start + size <= len(words):
                yield _dated(folded, start, start + size, value)
                break
        if word.folded in ("today", "aujourd"):
            size = 2 if word.folded == "aujourd" and start + 1 < len(words) else 1
            yield Mention(start, start + size, "date", "today", word.text)


def _dated(words: Sequence[str], start: int, end: int, value: str) -> Mention:
    """A date with what stands before it: its beginning or end, or a word that makes it the limit of a span."""
    before = start
    while before and words[before - 1] in _IN_DATES:
        before -= 1
    edge = next((each for each in (words[before - 1 : before]) if each in _EDGES), None)
    if edge and len(value) == _YEAR:
        before -= 1
        value += _EDGES[edge]
    limit = next((each for each in reversed(words[max(0, before - 3) : before]) if each not in _IN_DATES), None)
    first = before if edge else start
    if limit in _LIMITS and not {"months", "mois"} & set(words[max(0, before - 4) : before]):
        return Mention(first, end, "span", f"{limit} {value}", value)
    return Mention(first, end, "date", value, value)


def _date(parts: Sequence[str]) -> str | None:
    """`2012`, `may 2014`, `27 juin 2011`, `june 27 2011`, `2011 06 27` as ISO text."""
    day = month = year = ""
    for part in parts:
        ordinal = _ORDINAL.match(part)
        if re.fullmatch(r"(19|20)\d\d", part) and not year:
            year = part
        elif part in _MONTHS and not month:
            month = f"{_MONTHS[part]:02d}"
        elif ordinal and year and not month:
            month = f"{int(ordinal[1]):02d}"
        elif ordinal and not day:
            day = f"{int(ordinal[1]):02d}"
        else:
            return None
    if not year or (day and not month):
        return None
    try:
        return PartialDate("-".join(part for part in (year, month, day) if part)).value
    except ValueError:
        return None


def _numbers(words: Sequence[Token]) -> Iterator[Mention]:
    for start, word in enumerate(words):
        number = int(word.folded) if word.folded.isdigit() and len(word.folded) < 4 else _NUMBERS.get(word.folded)
        if number is not None:
            before = tuple(each.folded for each in words[max(0, start - 2) : start])
            number += before in _MORE_THAN  # "more than two" is at least three
            if start + 1 < len(words) and words[start + 1].folded in _YEARS:
                number *= 12  # spans are counted in months
            yield Mention(start, start + 1, "integer", str(number), str(number))
