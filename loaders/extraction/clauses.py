"""A sentence as slots: words as they are, names as `@0`, dates as `#0`, coordinated names as one group."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from loaders.extraction.dates import DateMention
from loaders.extraction.lexicon import pattern, words
from loaders.extraction.mentions import Mention

_NOUN = (
    "(?:"
    + "|".join(
        re.escape(word)
        for word in sorted(
            words("organisations", "descriptors")
            | {
                "centre",
                "hopital",
                "universite",
                "federation",
                "ligue",
                "ecole",
                "university",
                "hospital",
                "banque",
                "bank",
                "school",
            }
            | {"partner", "partenaire", "partners", "partenaires", "hospitals", "companies", "societes", "entreprises"},
            key=len,
            reverse=True,
        )
    )
    + ")"
)
_VERB = (
    r"(?!(?:"
    + pattern("agreements", "company_verbs")
    + r"|and|et|with|avec|to|a|au|aux|of|between|entre|by|par|in|en|ont|has|have|is|est|are|sont|for|pour|who|qui|that|que|which|also|from|d'|de|du|des|contre|s'[a-z]+|se|dans|sur|sous|via|chez|la|le|les|in|on|at|as|into)\b)"
)
_AFTER = rf"(?:(?:(?:de|du|contre le|contre) |d'|l')?{_VERB}[\w/&-]+ ){{0,3}}?"
_DESCRIBED = re.compile(
    r"(?:(?P<lead>\b(?:the|le|la|les|un|une|an|a|its|sa|son|their|leur|notre|our) |\b[ld]')"
    rf"(?:{_VERB}[\w-]+ ){{0,4}}?"
    rf"|(?P<prep>\b(?:with|from|by|in|of|and|avec|par|et|aupres de) )(?:{_VERB}[\w-]+ ){{0,4}}?"
    r"|(?<![\w'-])(?:(?:"
    + pattern("organisations", "nationalities")
    + r"|[a-z]+-based|fellow|new|biopharmaceutical|pharmaceutical|"
    rf"biotechnology|privately held|listed|leading|medical|oncology) ){{0,3}}){_NOUN} {_AFTER}(?=@)"
)
_NATIONALITY = re.compile(
    r"(?P<words>\b(?:(?:the|le|la|l'|fellow) ?)?(?:" + pattern("organisations", "nationalities") + r") )(?=@)"
)
_BRACKET = re.compile(r" ?\([^()]{0,220}\)")
_APPOSITION = re.compile(
    r"(?P<name>@\d+),(?P<words> (?:a |an |un |une |the |la |le |l'|leader|premier|societe|specialis|entreprise|start-?up|biotech|filiale|centre|groupe|acteur|"
    r"medtech|laboratoire|one of|l'un|world|global|based|base|bas[ée]|editeur|fabricant|subsidiary|part of|member of|membre)[^@;:#]{2,180}?)"
    r"(?:,(?= )|(?=$)|(?= (?:et|and) (?:le |la |les |l'|the )?@))"
)
_ORIGIN = re.compile(
    r"(?P<name>@\d+) ?, (?:(?:a|an|une?|the|la|le|l'|jeune|previously|formerly|itself) ?)?(?:[\w'-]+ ){0,4}?(?:spin-?off|start-?up|subsidiary|filiale|issue|member|membre|part|"
    r"partenaire|partner|parent|maison mere|societe mere|owner|holding|spun out|ne|nee|branche|division|laboratoire|unite|entite|founded|fondee?|created|creee?|based|soutenue?|backed|owned|detenue?|hosted|heberge\w?|affiliated|rattachee?|unit) "
    r"[^@;,]{0,40}?@\d+(?:\.\d+)*(?: ?(?:,|and|et) ?(?:la |le |l')?@\d+)?[^@;,]{0,30},"
)
_SUBSIDIARY = re.compile(
    r"@\d+'s? (?:[a-z-]+ ){0,2}?(?:subsidiary|unit|affiliate|division|spin-?off|spin-out|arm|company),? (?P<name>@\d+)"
)
_PIECE = r"@\d+(?:\.\d+)*"
_PREP = r"(?:de |d'|du |des |with |avec |between |to |from |by |par |au |aux |a |aupres de |chez )?(?:the |la |le |les |l'|both )?"
_AND = rf"(?: ?,? ?(?:and|et|&|as well as|ainsi que|along with|together with|, ainsi que)(?: {_PREP})?)"
_LIST = re.compile(
    rf"{_PIECE}(?:(?: ?, (?:the |le |la |les |l'|de |d'|du |de la |de l'|des |au |aux |a |a la |a l'|with |avec |to )?{_PIECE}){{0,30}}{_AND} ?{_PIECE})+"
)
_PAIR = re.compile(rf"(?P<a>{_PIECE}) ?(?:-|/|x|×) ?(?P<b>{_PIECE})")
_CONTEXT_BEFORE = re.compile(
    r"(?:\bat (?:the )?|\blors (?:de |du |d'|de la |de l')|\bduring (?:the )?|\bau sein (?:de |du |d'|de l'|de la )|\bchez |\bwithin (?:the )?)$"
)
_WE = re.compile(r"(?<![\w'-])(?:we|our|ours|us|nous|notre|nos)(?![\w'-])")
_NUMBERS = re.compile(r"\d+")


@dataclass(slots=True)
class Slotted:
    """A sentence with names and dates as slots.

    Attributes:
        text: folded, lower case, names as `@0` or `@0.1.2` (a group), *we* as `%`, dates as `#0`.
        mentions, dates: what the numbers stand for.
        offsets: for each character of `text`, its place in the document.
    """

    text: str
    mentions: list[Mention]
    dates: list[DateMention]
    start: int
    end: int
    offsets: list[int] = field(default_factory=list)

    def actors(self, slot: str) -> tuple[str, ...]:
        """The actors of a slot or group, each once, in order."""
        return tuple(dict.fromkeys(self.mentions[int(number)].actor for number in _NUMBERS.findall(slot)))

    def place(self, position: int) -> int:
        """Where a character of `text` stands in the document."""
        return self.offsets[min(position, len(self.offsets) - 1)] if self.offsets else self.start


def slotted(
    low: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    skip: Container[int] = (),
    *,
    whole: bool = False,
) -> Slotted:
    """A sentence made slots; the names that begin in `skip` (functions of persons) become plain words.

    With `whole`, brackets and appositions stay, which say what a name is rather than what it does.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    used: list[Mention] = []
    days: list[DateMention] = []

    def put(text: str, at: int, *, spread: bool) -> None:
        pieces.append(text)
        offsets.extend(range(at, at + len(text)) if spread else [at] * len(text))

    cursor = start
    events: list[tuple[int, int, object]] = [
        *((m.start, min(m.end, end), m) for m in mentions),
        *((d.start, min(d.end, end), d) for d in dates),
    ]
    for left, right, what in sorted(events, key=lambda row: (row[0], row[1])):
        if left < cursor:
            continue
        put(low[cursor:left], cursor, spread=True)
        if isinstance(what, DateMention):
            put(f"#{len(days)}", left, spread=False)
            days.append(what)
        elif isinstance(what, Mention):
            if left in skip:
                put("~", left, spread=False)
            else:
                put(f"@{len(used)}", left, spread=False)
                used.append(what)
        cursor = right
    put(low[cursor:end], cursor, spread=True)
    sentence = Slotted("".join(pieces), used, days, start, end, offsets)
    if not whole:
        _reduce(sentence)
    _coordinate(sentence)
    return sentence


def _reduce(sentence: Slotted) -> None:
    """Brackets, appositions and descriptions go."""
    _substitute(sentence, re.compile(r"\s{2,}|\n"), lambda _: " ")
    _substitute(sentence, re.compile(r"\(\d{1,2}\)|\[\d{1,2}\]"), lambda _: "")
    _substitute(sentence, _BRACKET, lambda m: m[0] if "#" in m[0] and "@" not in m[0] and len(m[0]) < 14 else "")
    _substitute(sentence, re.compile(r"(?<=@\d)'s? group\b|(?<=@\d\d)'s? group\b"), lambda _: "")
    for _ in range(3):
        before = sentence.text
        _substitute(sentence, _SUBSIDIARY, lambda m: m["name"])
        _substitute(sentence, _ORIGIN, lambda m: m["name"])
        _substitute(sentence, _APPOSITION, lambda m: m["name"])
        _substitute(sentence, _NATIONALITY, lambda _: "")
        _substitute(sentence, _DESCRIBED, lambda m: m["lead"] or m["prep"] or "")
        if sentence.text == before:
            break


def _coordinate(sentence: Slotted) -> None:
    _substitute(sentence, _LIST, lambda m: _group(m, sentence))
    _substitute(sentence, _PAIR, lambda m: "@" + ".".join(_NUMBERS.findall(m[0])))
    _substitute(sentence, _WE, lambda _: "%")


def _group(match: re.Match[str], sentence: Slotted) -> str:
    numbers = _NUMBERS.findall(re.sub(r"[^@\d.]", " ", match[0]))
    if len(numbers) > 2 and _CONTEXT_BEFORE.search(sentence.text[max(0, match.start() - 24) : match.start()]):
        first = match[0].index(",")
        return match[0][: first + 2] + "@" + ".".join(numbers[1:])
    return "@" + ".".join(numbers)


def _substitute(sentence: Slotted, expression: re.Pattern[str], replace: object) -> None:
    """`re.sub` that keeps the offsets in step."""
    text, offsets = sentence.text, sentence.offsets
    pieces: list[str] = []
    kept: list[int] = []
    cursor = 0
    for match in expression.finditer(text):
        new = replace(match)  # type: ignore[operator]
        if new == match[0]:
            continue
        pieces += [text[cursor : match.start()], new]
        kept += offsets[cursor : match.start()]
        at = offsets[match.start()] if match.start() < len(offsets) else sentence.start
        kept += [at] * len(new)
        cursor = match.end()
    if cursor:
        sentence.text = "".join(pieces) + text[cursor:]
        sentence.offsets = kept + offsets[cursor:]
