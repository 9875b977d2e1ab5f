"""One document being read: its layout, sentences, actors, persons, and whose words each sentence is."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from loaders.extraction.affiliations import Role, find_affiliation, find_own_role, is_lone
from loaders.extraction.areas import AreaMention, find_areas
from loaders.extraction.dates import DateMention, find_dates
from loaders.extraction.language import language_of
from loaders.extraction.mentions import Mention
from loaders.extraction.people import PersonDraft, find_people, person_key, speaker_of
from loaders.extraction.resolution import Cast, add_candidates, add_descriptions, known_cast
from loaders.extraction.roles import find_roles
from loaders.extraction.sections import Layout, Paragraph, layout, quotes
from loaders.extraction.sentences import sentences
from loaders.extraction.signs import is_item
from loaders.extraction.text import LONGEST_TEXT, Cover, Placements, Token, lower, plain, tokens, word_key
from loaders.folding import key
from loaders.model import Evidence, Language, RawDocument, SectionKind, Span

_WE = re.compile(r"\b(?:we|our|nous|notre|nos)\b")
OPENING = re.compile(
    r"(?:at |chez |a |within |l'|le |la |the |au |depuis #?\d{4}, |since \d{4}, |in \d{4}, |en \d{4}, )*(?:l'|le |la |the )?"
)
OWN = re.compile(r"\b(?:son|sa|leur|its|their|his|her) \Z")
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
    role_cover: Cover = field(default_factory=lambda: Cover(0))  # names inside functions of persons are no parties
    silent: Cover = field(default_factory=lambda: Cover(0))
    dates: Placements[DateMention] = field(default_factory=Placements)
    areas: Placements[AreaMention] = field(default_factory=Placements)
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

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence in which a character stands."""
        sentence = self._places.at(position)
        return sentence if sentence and position < sentence.end else None

    def sentences_in(self, start: int, end: int) -> Sequence[Sentence]:
        """Sentences that begin inside a span."""
        return self._places.within(start, end)

    @cached_property
    def protagonist(self) -> str | None:
        """The actor that the text is about: the first one, when no other is named as often."""
        counts = Counter(mention.actor for mention in self.cast.mentions)
        first = self.cast.mentions[0].actor if self.cast.mentions else None
        others = [count for actor, count in counts.items() if actor != first]
        return first if first and counts[first] > max(others, default=0) else None

    @cached_property
    def _places(self) -> Placements[Sentence]:
        return Placements(self.sentences)


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
    page.role_cover = Cover(len(text))
    page.silent = Cover(len(text), [(p.start, p.end) for p in page.layout.paragraphs if p.kind in SILENT])
    _split(page)
    spans = [(mention.start, mention.end) for mention in page.cast.mentions]
    people = find_people(folded, low, spans)
    stretches = [(s.start, s.end, s.kind not in SILENT and not _headline_case(page, s)) for s in page.sentences]
    add_candidates(folded, low, words, page.cast, people, stretches, page.layout)
    _silence(page)
    owners = _owners(page)
    _find_publisher(page, owners)
    add_descriptions(folded, page.cast, owners, page.publisher)
    for sentence in page.sentences:
        paragraph = page.layout.paragraphs[sentence.paragraph]
        sentence.we = owners.get((paragraph.start, paragraph.end), page.publisher)
    page.dates = Placements(find_dates(low))
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
    if page.folded[sentence.start : sentence.end].endswith(".") or is_item(page.low, sentence.start, sentence.end):
        return False
    return len(words) >= 5 and (capitals > 0.75 * len(words) or shouted > 0.6 * len(words))


def _silence(page: Page) -> None:
    """Names in contact and navigation blocks are no mentions."""
    page.cast.mentions = [mention for mention in page.cast.mentions if mention.start not in page.silent]
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
    speech, about = Cover(len(page.text), spoken), Cover(len(page.text), owners)
    first_person = any(m.start() not in speech and m.start() not in about for m in _WE.finditer(page.low))
    mentions = [m for m in page.cast.mentions if m.start not in speech]
    if first_person and mentions and not owners:
        counts = Counter(mention.actor for mention in mentions)
        first = mentions[0].actor
        sentence = page.sentence_at(mentions[0].start)
        opens = sentence is not None and OPENING.fullmatch(page.low[sentence.start : mentions[0].start])
        if opens and counts[first] * 2 >= max(counts.values()):
            page.publisher = first
            return
    page.publisher_guessed = False


def _persons(page: Page, people: Sequence[tuple[int, int]]) -> None:
    """Names with the functions printed beside them, and who speaks; a speaker's words get the speaker's organisation."""
    people = [span for span in people if span[0] not in page.silent]
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
        inside = people[bisect_left(people, (paragraph.start, 0)) : bisect_left(people, (paragraph.end, 0))]
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
    for sentence in sentences(page.folded, paragraph.start, paragraph.end):
        here = inside[bisect_left(inside, (sentence[0], 0)) : bisect_left(inside, (sentence[1], 0))]
        if not here:
            continue
        mentions = page.cast.within(*sentence)
        found = find_roles(page.folded, page.low, here, mentions, sentence)
        for index, (span, roles) in enumerate(found.items()):
            floor = here[index - 1][1] if index else sentence[0]
            limits = floor, here[index + 1][0] if index + 1 < len(here) else sentence[1]
            if not roles:
                beside = find_affiliation(page.low, span, limits, mentions)
                roles = [beside] if beside else _unsaid_roles(page, span, limits, mentions)
            for start, end, actor in roles:
                by_span[span].roles.append((start, end, actor))
                page.role_cover.add(min(start, span[0]), max([end, *_ends(mentions, end, actor)]))


def _unsaid_roles(
    page: Page, span: tuple[int, int], limits: tuple[int, int], mentions: Sequence[Mention]
) -> list[Role]:
    """A leading function without its organisation: that of the name, of the possessive, of the section, of the text."""
    title = find_own_role(page.low, span, limits)
    if title is None or not is_lone(page.folded, title):
        return []
    surname = word_key(page.folded[span[0] : span[1]].split()[-1])
    family = {m.actor for m in page.cast.mentions if surname in key(page.cast.actors[m.actor].name).split()}
    if len(family) == 1 and len(surname) > 3:
        return [(*title, family.pop())]
    sentence = page.sentence_at(span[0])
    if sentence is None or sentence.kind == "footnote":
        return []
    actor = sentence.we or page.protagonist
    pronoun = page.low[limits[0] : limits[0] + 5].lstrip().startswith(("elle ", "il ", "it "))
    if title[0] < span[0] and (pronoun or OWN.search(page.low, max(0, title[0] - 7), title[0])):
        near = page.cast.within(max(0, limits[0] - 400), title[0])
        return [(*title, near[-1].actor)] if near else []
    if [m for m in mentions if span[1] <= m.start < limits[1]]:
        return []
    return [(*title, actor)] if actor else []


def _ends(mentions: Sequence[object], end: int, actor: str) -> list[int]:
    return [m.end for m in mentions if end <= m.start <= end + 30 and m.actor == actor][:1]  # type: ignore[attr-defined]


def _speech(
    page: Page, paragraph: Paragraph, inside: list[tuple[int, int]], by_span: dict[tuple[int, int], PersonDraft]
) -> None:
    spoken = quotes(page.text, page.folded, paragraph.start, paragraph.end)
    if not spoken:
        return
    speech = Cover(len(page.text), spoken)
    outside = [span for span in inside if span[0] not in speech]
    last: tuple[int, int] | None = None
    for quote in spoken:
        place = bisect_left(outside, quote)
        speaker = (
            speaker_of(page.low, quote, outside[max(0, place - 3) : place + 3], (paragraph.start, paragraph.end))
            or last
        )
        if speaker is None:
            continue
        last = speaker
        draft = by_span[speaker]
        draft.quoted = True
        organization = draft.roles[0][2] if draft.roles else None
        opening = page.sentence_at(quote[0])
        for sentence in [*([opening] if opening else []), *page.sentences_in(*quote)]:
            sentence.kind = "quote"
            sentence.we = organization or sentence.we


def _areas(page: Page) -> None:
    blocked = bytearray(len(page.folded) + 1)
    for mention in page.cast.mentions:
        if not mention.anaphor:
            blocked[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    page.areas = Placements(
        area for area in find_areas(page.folded, page.tokens, blocked) if area.start not in page.silent
    )
