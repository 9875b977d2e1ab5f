"""Who is meant: mentions of known actors, their units, new names and descriptions, each with one actor."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.authority import Entry, authority
from loaders.extraction.lexicon import pattern
from loaders.extraction.mentions import Mention, find_known, introduced, legal_form, unit_around
from loaders.extraction.names import Candidate, find_candidates
from loaders.extraction.sections import Layout
from loaders.extraction.text import Token, word_key
from loaders.folding import key
from loaders.model import Resolution
from ontology.iris import mint, slug

_WORD_EDGE = r"(?<![\w@.-]){}(?![\w@]|-\w)"
_DESCRIPTION = re.compile(
    r"\b(?:The |the |Le |le |La |la |L'|l'|Du |du |Au |au |de l'|à l')"
    r"(?P<noun>Institute|Institut|University|Universite|Company|company|Group|Groupe|Societe|societe|Entreprise|entreprise|Foundation|"
    r"Fondation|Cluster|Ecole|School|Center|Centre|Hospital|Hopital|Association|Ligue|League|Agency|Agence|Laboratoire|laboratoire|"
    r"start-up|biotech|Federation|Oncopole|groupe|institut|federation)"
    r"(?= (?:and|et|a|is|has|will|va|est|s'|se|met|also|with|avec|who|qui|to|in|en|au|aux|pour|for|sera|seront|ont|aura|to|was|were|then|later|now|puis)\b| [a-z]{3,}ed\b| (?:"
    + pattern("agreements", "company_verbs")
    + r")\b|['.,;:)]|\s*$)"
)
_COMPANY_KINDS = frozenset(("Company", "PharmaCompany", "BiotechCompany"))
_INSTITUTIONS = frozenset(("CancerCentre", "Hospital", "UniversityHospital", "ResearchBody"))
_FITTING: tuple[tuple[str, frozenset[str]], ...] = (
    ("company group groupe societe entreprise start-up biotech laboratoire", _COMPANY_KINDS),
    ("institute institut", frozenset(("ResearchBody", "CancerCentre", "University", "ResearchUnit", "Agency"))),
    ("university universite", frozenset(("University",))),
    ("foundation fondation", frozenset(("Foundation",))),
    ("cluster", frozenset(("Cluster",))),
    ("ecole school", frozenset(("School",))),
    (
        "center centre oncopole",
        frozenset(("CancerCentre", "Hospital", "UniversityHospital", "ResearchBody", "Organization")),
    ),
    ("hospital hopital", frozenset(("Hospital", "UniversityHospital"))),
    ("association ligue league", frozenset(("Association", "PatientAssociation", "LearnedSociety"))),
    ("agency agence", frozenset(("Agency", "PublicBody"))),
    ("federation", frozenset(("Network", "Association"))),
)
_FITS = {noun: kinds for nouns, kinds in _FITTING for noun in nouns.split()}


@dataclass(slots=True)
class ActorDraft:
    """An actor of this document."""

    id: str
    name: str
    kind: str
    status: Resolution
    part_of: str | None = None  # of a unit: the known actor whose name it bears
    parent: str | None = None  # by the authority file

    @property
    def iri(self) -> str:
        """The IRI under the user's base."""
        return mint("actor", self.id)

    @property
    def company(self) -> bool:
        """Whether it is a firm."""
        return self.kind in _COMPANY_KINDS or self.kind == "Investor"


@dataclass
class Cast:
    """The actors of a document and where they stand, in order."""

    actors: dict[str, ActorDraft] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def settle(self) -> None:
        """Orders the mentions and drops those inside another."""
        kept: list[Mention] = []
        for mention in sorted(self.mentions, key=lambda m: (m.start, -m.end, m.anaphor)):
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        self.mentions = kept
        self._starts = [mention.start for mention in kept]

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin inside a span."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def known(self, entry: Entry) -> ActorDraft:
        """The draft of an entry of the authority file."""
        return self.actors.setdefault(
            entry.id, ActorDraft(entry.id, entry.name, entry.kind, "known", parent=entry.parent)
        )

    def at(self, span: tuple[int, int]) -> str | None:
        """The actor named inside a span, the first one."""
        inside = self.within(*span)
        return inside[0].actor if inside else None


def known_cast(folded: str, tokens: Sequence[Token]) -> Cast:
    """Mentions of known actors, of their units, and of the short forms that the text introduces for them."""
    cast = Cast()
    starts = [token.start for token in tokens]
    for start, end, entry in find_known(folded, tokens).spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        last = max(last, first + 1)
        left, right, is_unit = unit_around(folded, tokens, first, last)
        if is_unit and not _plain(folded, start, end, entry):
            is_unit = False
        if is_unit:
            name = folded[tokens[left].start : tokens[right - 1].end]
            actor = _unit(cast, name, entry)
            cast.mentions.append(Mention(tokens[left].start, tokens[right - 1].end, actor))
        else:
            cast.known(entry)
            cast.mentions.append(Mention(start, legal_form(folded, end), entry.id))
    cast.settle()
    _short_forms(folded, cast, list(cast.mentions))
    return cast


def _plain(folded: str, start: int, end: int, entry: Entry) -> bool:
    """Whether unit words beside a name can be trusted: not for names that already end in them."""
    return key(folded[start:end]) in {key(name) for name in (*entry.names, *entry.acronyms, *entry.weak_aliases)}


def _unit(cast: Cast, name: str, parent: Entry) -> str:
    same = authority().resolve(name)
    if len(same) == 1:
        return cast.known(same[0]).id
    identity = slug(key(name))
    cast.known(parent)
    cast.actors.setdefault(
        identity, ActorDraft(identity, re.sub(r"\s+", " ", name), "OrganizationalUnit", "unit", parent.id)
    )
    return identity


def _short_forms(folded: str, cast: Cast, mentions: Sequence[Mention]) -> None:
    """`Institut … (IPX)` makes IPX mean the institute in this document alone."""
    forms: dict[str, str] = {}
    for mention in mentions:
        short = introduced(folded, mention.end)
        if not short or short[0] in forms:
            continue
        others = {entry.id for entry in authority().resolve(short[0])}
        actor = cast.actors[mention.actor]
        plain = short[0].isupper() or short[0].lower() in folded[mention.start : mention.end].lower()
        if (not others or actor.id in others) and plain and not any(m.start <= short[1] < m.end for m in mentions):
            forms[short[0]] = mention.actor
    add_spellings(folded, cast, forms)


def add_spellings(folded: str, cast: Cast, forms: dict[str, str]) -> None:
    """Finds every place of the given spellings, capitals as given, that no mention covers yet."""
    if forms:
        listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
        for match in re.finditer(_WORD_EDGE.format(f"(?P<form>{listed})"), folded):
            if not _covered(cast, match.start()):
                cast.mentions.append(Mention(match.start(), match.end(), forms[match["form"]]))
    cast.settle()


def _covered(cast: Cast, position: int) -> bool:
    index = bisect_left(cast._starts, position + 1) - 1
    return index >= 0 and cast.mentions[index].end > position


def add_candidates(
    folded: str,
    low: str,
    tokens: Sequence[Token],
    cast: Cast,
    people: Iterable[tuple[int, int]],
    sentences: Iterable[tuple[int, int, bool]],
    layout: Layout,
) -> None:
    """New names with enough evidence become candidates, with their short forms, wherever they stand."""
    blocked = bytearray(len(folded) + 1)
    for start, end in people:
        blocked[start:end] = b"\x02" * (end - start)
    for mention in cast.mentions:
        blocked[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    headings = [p.owner for p in layout.paragraphs if p.owner]
    headings += [layout.source] if layout.source else []
    forms: dict[str, str] = {}
    common = {token.key for token in tokens if folded[token.start].islower()}
    candidates = find_candidates(folded, low, tokens, blocked, sentences, headings)
    for candidate in sorted(candidates, key=lambda c: (-len(c.name), c.spans[0])):
        draft = cast.actors[forms[candidate.name]] if candidate.name in forms else _candidate(cast, candidate)
        for start, end in candidate.spans:
            cast.mentions.append(Mention(start, legal_form(folded, end), draft.id))
            short = introduced(folded, end)
            if short and not authority().resolve(short[0]) and len(short[0]) > 2:
                forms[short[0]] = draft.id
        forms[candidate.name] = draft.id
        words = candidate.name.split()
        if len(words) > 1 and "tail" in candidate.signs and len(words[0]) > 4 and words[0].lower() not in common:
            forms.setdefault(words[0], draft.id)
    cast.settle()
    add_spellings(folded, cast, {form: actor for form, actor in forms.items() if len(form) > 2})


def _candidate(cast: Cast, candidate: Candidate) -> ActorDraft:
    meant = authority().weak(key(candidate.name), candidate.name)
    if len(meant) == 1 and meant[0].kind in _INSTITUTIONS:  # the words around the short name show that it is no person
        return cast.known(meant[0])
    identity = slug(key(candidate.name))
    if identity in authority().by_id:  # the slug is taken by a known actor of another name
        identity += "-candidate"
    name = re.sub(r"\s+", " ", candidate.name)
    return cast.actors.setdefault(identity, ActorDraft(identity, name, candidate.kind, "candidate"))


def add_descriptions(folded: str, cast: Cast, owner_at: dict[tuple[int, int], str], publisher: str | None) -> None:
    """Descriptions such as *the Institute*: the section's owner if it fits, else the nearest fitting name before."""
    added: list[Mention] = []
    spans = sorted(owner_at)
    for match in _DESCRIPTION.finditer(folded):
        start, end = match.span("noun")
        if _covered(cast, start):
            continue
        fits = _FITS.get(match["noun"].lower(), frozenset())
        owner = next((owner_at[span] for span in spans if span[0] <= start < span[1]), None)
        actor = (
            owner if owner and cast.actors[owner].kind in fits else _nearest(cast, start, fits, word_key(match["noun"]))
        )
        if actor is None and publisher and cast.actors[publisher].kind in fits:
            actor = publisher
        if actor:
            added.append(Mention(start, end, actor, anaphor=True))
    cast.mentions.extend(added)
    cast.settle()


def _nearest(cast: Cast, position: int, fits: frozenset[str], noun: str) -> str | None:
    index = bisect_left(cast._starts, position) - 1
    before = [mention.actor for mention in reversed(cast.mentions[max(0, index - 40) : index + 1])]
    named = [actor for actor in before if noun in key(cast.actors[actor].name).split()]
    fitting = [actor for actor in before if cast.actors[actor].kind in fits]
    return next(iter(named + fitting), None)
