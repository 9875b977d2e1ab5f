# ruff: noqa: E501 (patterns and tables of words are read better whole)
"""What a sentence leaves unsaid: *the two partners*, *it*, *this agreement*, a footnote's mark, a programme's leaders."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extraction.claims import Claim, Speaker
from loaders.extraction.clauses import Slotted
from loaders.extraction.dating import date_claims
from loaders.extraction.deals import leaders_of, programme_grants
from loaders.extraction.kinds import kind_of
from loaders.extraction.lexicon import pattern
from loaders.extraction.merging import Group
from loaders.extraction.page import OPENING, Page, Sentence
from loaders.model import AgreementDate, PartyRole

_PAIR = re.compile(
    r"\b(?:the|les|both|these|ces) (?:two |three |four |five |deux |trois |quatre |cinq )?(?:partners|partenaires|parties|companies|entreprises|societes|"
    r"institutions|etablissements|organi[sz]ations|organismes|groupes|groups|acteurs|players|institutes|instituts|centres|laboratoires|poles(?: de competitivite)?|clusters|hopitaux|hospitals|universites|universities|fondations|foundations|associations|structures|entites|entities|organisations|sides|equipes|teams)\b"
)
_THIS = re.compile(
    r"\b(?:this|the|these|ce|cet|cette|ces|le|la|l'|new|nouveau|nouvelle)(?: [a-z-]+){0,3}? ?"
    + pattern("agreements", "nouns")
    + r"(?![a-z])|\b(?:the|la|l'|le|this|cette|ce) ?(?:transaction|operation|grant|subvention|financement|don|bourse)\b"
)
_OPENS_WITH_IT = re.compile(
    _PAIR.pattern + rf"|(?:the|this|le|la|l'|ce|cet|cette) ?{pattern('agreements', 'nouns')}(?![a-z])"
)
_SPEAKS_OF_IT = re.compile(_THIS.pattern + "|" + _PAIR.pattern)


def subject_of(page: Page, sentence: Sentence) -> str | None:
    """The actor with which a sentence opens, when no person is named in it."""
    mentions = page.cast.within(sentence.start, min(sentence.end, sentence.start + 40))
    spans = (span for person in page.people for span in person.spans)
    if (
        not mentions
        or not OPENING.fullmatch(page.low[sentence.start : mentions[0].start])
        or any(sentence.start <= start < sentence.end for start, _ in spans)
    ):
        return None
    return mentions[0].actor


def two_named(page: Page, sentence: Sentence) -> tuple[str, ...]:
    """The actors of a sentence when it names exactly two: *the two partners* are they."""
    named = tuple(dict.fromkeys(mention.actor for mention in page.cast.within(sentence.start, sentence.end)))
    return named if len(named) == 2 else ()


def with_pair(low: str, sentence: Sentence, pair: tuple[str, ...]) -> str:
    """*The two partners* as the mark `^`, when it is clear who they are; as long as before."""
    if len(pair) < 2:
        return low
    text = low[sentence.start : sentence.end]
    replaced = _PAIR.sub(lambda m: "^" + " " * (len(m[0]) - 1), text)
    return low if replaced == text else low[: sentence.start] + replaced + low[sentence.end :]


_RESUMES = re.compile(
    rf"(?:^|[;,] )(?:un|une|a|an|another|le|the|ce|cet|cette|this) (?:[a-z-]+ ){{0,3}}?{pattern('agreements', 'nouns')}(?![a-z])[^@;]{{0,40}}?"
    r"\b(?:sign\w*|conclu\w*|paraph\w*|formali\w*|entered into|established|reached|agreed|inked)\b"
)


def resumed(claims: list[Claim], sentence: Sentence, here: Slotted, page: Page) -> list[Claim]:
    """`A framework agreement was signed in 2015` speaks of the parties of the sentence before."""
    last = claims[-1] if claims else None
    if last is None or "@" in here.text or sentence.kind not in ("body", "quote"):
        return []
    before = page.sentences[last.sentence]
    match = _RESUMES.search(here.text)
    if not match or sentence.number - last.sentence != 1 or before.paragraph != sentence.paragraph:
        return []
    claim = Claim(dict(last.parties), kind_of(here.text), match.start(), "resumed", sentence.number)
    date_claims(here, [claim], page.evidence(sentence, "date"))
    return [claim]


def programmes(
    pending: list[Claim], sentence: Sentence, here: Slotted, speaker: Speaker, claims: list[Claim]
) -> list[Claim]:
    """Money for a programme goes to those who lead it, as this sentence or one of the next two says."""
    started = [replace(claim, sentence=sentence.number) for claim in programme_grants(here, speaker)]
    pending = [*pending, *started]
    leaders = leaders_of(here, speaker)
    if leaders and pending:
        for claim in pending:
            parties: dict[str, PartyRole] = {**dict.fromkeys(leaders, "beneficiary"), **claim.parties}
            if len(parties) > 1:
                claims.append(replace(claim, parties=parties))
        return []
    return [claim for claim in pending if sentence.number - claim.sentence < 2 or claim.sentence == 0]


def read_notes(page: Page, claims: list[Claim]) -> None:
    """A footnote that cites a release is a second statement of the claim whose sentence carries its mark."""
    marks = {p.marker: index for index, p in enumerate(page.layout.paragraphs) if p.marker}
    for marker, index in marks.items():
        cited = [s for s in page.sentences if s.paragraph == index]
        body = [s for s in page.sentences if s.kind in ("body", "quote") and _carries(page, s, marker or "")]
        if not cited or not body:
            continue
        before = [
            claim
            for claim in claims
            if 0 <= claim.sentence <= body[-1].number and page.sentences[claim.sentence].paragraph == body[-1].paragraph
        ]
        nearest = max((claim.sentence for claim in before), default=-1)
        targets = [claim for claim in before if claim.sentence == nearest]
        own = [claim for claim in claims if any(claim.sentence == s.number for s in cited)]
        text = " ".join(page.low[s.start : s.end] for s in cited)
        for target in targets:
            date = next(iter(page.dates.within(cited[0].start, cited[-1].end)), None)
            announces = bool(
                re.search(rf"{pattern('agreements', 'nouns')}|" + pattern("agreements", "collaborate"), text)
            )
            dates = (
                [AgreementDate("announced", date.date, "stated", page.evidence(cited[0], "footnote"))]
                if date and announces
                else []
            )
            claims.append(
                Claim(
                    dict(target.parties),
                    kind_of(text) if announces else "Partnership",
                    0,
                    "footnote",
                    cited[0].number,
                    dates=dates,
                )
            )
        for claim in own:
            claims.remove(claim)


def _carries(page: Page, sentence: Sentence, marker: str) -> bool:
    paragraph = page.layout.paragraphs[sentence.paragraph]
    at = page.folded.find(marker, sentence.start, sentence.end)
    if at < 0 and sentence.end < paragraph.end:
        following = page.folded[sentence.end : min(paragraph.end, sentence.end + 8)].strip()
        return following.startswith(marker)
    return at >= 0 and at > paragraph.start


def followers_of(page: Page, group: Group, *, is_main: bool) -> list[Sentence]:
    """Sentences that speak of *this agreement* without naming other parties, behind a statement of it."""
    if group.earlier:
        return []
    numbers = {claim.sentence for claim in group.claims}
    last = max(numbers)
    reach = range(min(numbers) + 1, len(page.sentences)) if is_main else range(last + 1, last + 2)
    found = []
    for number in reach:
        if number >= len(page.sentences) or number in page.stating:
            continue
        sentence = page.sentences[number]
        if sentence.kind not in ("body", "quote") or not _SPEAKS_OF_IT.search(page.low, sentence.start, sentence.end):
            continue
        others = {m.actor for m in page.cast.within(sentence.start, sentence.end)} - group.key
        if not others or _OPENS_WITH_IT.match(page.low, sentence.start, sentence.end):
            found.append(sentence)
    return found
