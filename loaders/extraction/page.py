"""One document being read: its layout, sentences, actors, persons, and whose words each sentence is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.extraction.areas import AreaMention, find_areas
from loaders.extraction.dates import DateMention, find_dates
from loaders.extraction.language import language_of
from loaders.extraction.people import PersonDraft, find_people, find_roles, person_key, speaker_of
from loaders.extraction.resolution import Cast, add_candidates, add_descriptions, known_cast
from loaders.extraction.sections import Layout, Paragraph, layout, quotes
from loaders.extraction.sentences import sentences
from loaders.extraction.text import LONGEST_TEXT, Token, lower, plain, tokens
from loaders.model import Evidence, Language, RawDocument, SectionKind, Span

_WE = re.compile(r"\b(?:we|our|nous|notre|nos)\b")
SILENT = ("contacts", "navigation")  # sections that never state anything


@dataclass(slots=True)
class Sentence:
    """A sentence with its section and the actor whose words it is."""

    number: int
    start: int
    end: int
    kind: SectionKind
    paragraph: int
    we: str | None = None


@dataclass
class Page:
    """Everything the readers of claims need of one document."""

    raw: RawDocument
    text: str
    folded: str
    low: str
    language: Language
    tokens: list[Token]
    layout: Layout
    cast: Cast
    sentences: list[Sentence] = field(default_factory=list)
    people: list[PersonDraft] = field(default_factory=list)
    role_spans: list[tuple[int, int]] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    areas: list[AreaMention] = field(default_factory=list)
    publisher: str | None = None
    publisher_guessed: bool = False
    warnings: list[str] = field(default_factory=list)
    stating: frozenset[int] = frozenset()  # numbers of the sentences that state an agreement by themselves

    def span(self, start: int, end: int) -> Span:
        """The exact slice of the document's text."""
        return Span(start, end, self.text[start:end])

    def evidence(self, sentence: Sentence, rule: str) -> Evidence:
        """The sentence as evidence."""
        return Evidence(self.span(sentence.start, sentence.end), sentence.kind, rule)

    def within_dates(self, start: int, end: int) -> list[DateMention]:
        """Dates inside a span."""
        return [date for date in self.dates if start <= date.start < end]


def read_page(raw: RawDocument) -> Page:
    """Reads a document up to the point where claims can be looked for."""
    text = raw.text[:LONGEST_TEXT]
    folded = plain(text)
    low = lower(folded)
    language, third = language_of(text)
    words = tokens(folded)
    page = Page(raw, text, folded, low, language, words, layout(folded, low), known_cast(folded, words))
    if third:
        page.warnings.append("third-language")
    if len(raw.text) > LONGEST_TEXT:
        page.warnings.append("truncated")
    _split(page)
    spans = [(mention.start, mention.end) for mention in page.cast.mentions]
    people = find_people(folded, low, spans)
    stretches = [
        (s.start, s.end, s.kind not in SILENT and not _headline_case(page, s)) for s in page.sentences
    ]
    add_candidates(folded, low, words, page.cast, people, stretches, page.layout)
    _silence(page)
    owners = _owners(page)
    _find_publisher(page, owners)
    add_descriptions(folded, page.cast, owners, page.publisher)
    for sentence in page.sentences:
        sentence.we = owners.get(next((s for s in owners if s[0] <= sentence.start < s[1]), (-1, -1)), page.publisher)
    page.dates = find_dates(low)
    _persons(page, people)
    _areas(page)
    return page


def _split(page: Page) -> None:
    for index, paragraph in enumerate(page.layout.paragraphs):
        spans = (
            [(paragraph.start, paragraph.end)]
            if paragraph.kind in (*SILENT, "dateline", "source")
            else sentences(page.folded, paragraph.start, paragraph.end)
        )
        for start, end in spans:
            page.sentences.append(Sentence(len(page.sentences), start, end, paragraph.kind, index))


def _headline_case(page: Page, sentence: Sentence) -> bool:
    """Whether nearly every word has a capital, so that capitals tell nothing of names."""
    words = [word for word in page.folded[sentence.start : sentence.end].split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    shouted = sum(1 for word in words if word.isupper())
    if page.folded[sentence.start : sentence.end].endswith("."):
        return False
    return len(words) >= 5 and (capitals > 0.75 * len(words) or shouted > 0.6 * len(words))


def _silence(page: Page) -> None:
    """Names in contact and navigation blocks are no mentions."""
    silent = [(p.start, p.end) for p in page.layout.paragraphs if p.kind in SILENT]
    page.cast.mentions = [
        mention for mention in page.cast.mentions if not any(a <= mention.start < b for a, b in silent)
    ]
    page.cast.settle()
    named = {mention.actor for mention in page.cast.mentions}
    parents = {actor.part_of for actor in page.cast.actors.values() if actor.id in named}
    page.cast.actors = {key: actor for key, actor in page.cast.actors.items() if key in named or key in parents}


def _owners(page: Page) -> dict[tuple[int, int], str]:
    """Spans of the About sections with the actor each is about."""
    owners: dict[tuple[int, int], str] = {}
    current: str | None = None
    for paragraph in page.layout.paragraphs:
        if paragraph.kind != "about":
            current = None
            continue
        if paragraph.owner:
            current = page.cast.at(paragraph.owner) or current
        if current:
            owners[(paragraph.start, paragraph.end)] = current
    return owners


def _find_publisher(page: Page, owners: dict[tuple[int, int], str]) -> None:
    """The source line, a line that is only a name, the one About section, or the first actor of a text that says *we*."""
    named = page.cast.at(page.layout.source) if page.layout.source else None
    if named:
        page.publisher = named
        return
    page.publisher_guessed = True
    for paragraph in page.layout.paragraphs[:6]:
        if paragraph.kind == "source":
            inside = page.cast.within(paragraph.start, paragraph.end)
            if inside and inside[0].end - inside[0].start >= 0.6 * (paragraph.end - paragraph.start):
                page.publisher = inside[0].actor
                return
    if len(set(owners.values())) == 1:
        page.publisher = next(iter(owners.values()))
        return
    spoken = [span for p in page.layout.paragraphs for span in quotes(page.text, page.folded, p.start, p.end)]
    about = [span for span in owners]
    first_person = any(
        not any(a <= match.start() < b for a, b in (*spoken, *about)) for match in _WE.finditer(page.low)
    )
    mentions = [m for m in page.cast.mentions if not any(a <= m.start < b for a, b in spoken)]
    if first_person and mentions and not owners:
        counts = Counter(mention.actor for mention in mentions)
        first = mentions[0].actor
        if counts[first] * 2 >= max(counts.values()):
            page.publisher = first
            return
    page.publisher_guessed = False


def _persons(page: Page, people: Sequence[tuple[int, int]]) -> None:
    """Names with the functions printed beside them, and who speaks; a speaker's words get the speaker's organisation."""
    silent = [(p.start, p.end) for p in page.layout.paragraphs if p.kind in SILENT]
    people = [span for span in people if not any(a <= span[0] < b for a, b in silent)]
    drafts: dict[str, PersonDraft] = {}
    by_span: dict[tuple[int, int], PersonDraft] = {}
    for span in people:
        name = re.sub(r"\s+", " ", page.text[span[0] : span[1]].replace("’", "'"))
        draft = _draft(drafts, name)
        draft.spans.append(span)
        by_span[span] = draft
    for paragraph in page.layout.paragraphs:
        if paragraph.kind in SILENT:
            continue
        inside = [span for span in people if paragraph.start <= span[0] < paragraph.end]
        if inside:
            _roles(page, paragraph, inside, by_span)
        _speech(page, paragraph, inside, by_span)
    page.people = list(drafts.values())


def _draft(drafts: dict[str, PersonDraft], name: str) -> PersonDraft:
    """The person of that name; a surname alone means the one person who bears it."""
    identity = person_key(name)
    if " " not in identity:
        bearers = [draft for key, draft in drafts.items() if key.split()[-1] == identity]
        if len(bearers) == 1:
            return bearers[0]
    return drafts.setdefault(identity, PersonDraft(name))


def _roles(
    page: Page, paragraph: Paragraph, inside: list[tuple[int, int]], by_span: dict[tuple[int, int], PersonDraft]
) -> None:
    mentions = page.cast.within(paragraph.start, paragraph.end)
    for sentence in sentences(page.folded, paragraph.start, paragraph.end):
        here = [span for span in inside if sentence[0] <= span[0] < sentence[1]]
        if not here:
            continue
        for span, roles in find_roles(page.folded, page.low, here, mentions, sentence).items():
            for start, end, actor in roles:
                by_span[span].roles.append((start, end, actor))
                page.role_spans.append((min(start, span[0]), max([end, *_ends(mentions, end, actor)])))


def _ends(mentions: Sequence[object], end: int, actor: str) -> list[int]:
    return [m.end for m in mentions if end <= m.start <= end + 30 and m.actor == actor][:1]  # type: ignore[attr-defined]


def _speech(
    page: Page, paragraph: Paragraph, inside: list[tuple[int, int]], by_span: dict[tuple[int, int], PersonDraft]
) -> None:
    spoken = quotes(page.text, page.folded, paragraph.start, paragraph.end)
    outside = [span for span in inside if not any(a <= span[0] < b for a, b in spoken)]
    last: tuple[int, int] | None = None
    for quote in spoken:
        speaker = speaker_of(page.low, quote, outside, (paragraph.start, paragraph.end)) or last
        if speaker is None:
            continue
        last = speaker
        draft = by_span[speaker]
        draft.quoted = True
        organization = draft.roles[0][2] if draft.roles else None
        for sentence in page.sentences:
            if quote[0] <= sentence.start < quote[1] or sentence.start <= quote[0] < sentence.end:
                sentence.kind = "quote"
                sentence.we = organization or sentence.we


def _areas(page: Page) -> None:
    blocked = bytearray(len(page.folded) + 1)
    for mention in page.cast.mentions:
        if not mention.anaphor:
            blocked[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    silent = [(p.start, p.end) for p in page.layout.paragraphs if p.kind in SILENT]
    page.areas = [
        area
        for area in find_areas(page.folded, page.tokens, blocked)
        if not any(a <= area.start < b for a, b in silent)
    ]
