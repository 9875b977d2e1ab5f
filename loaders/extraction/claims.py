"""Claims in one sentence: which names stand as parties to which agreement, by surface patterns over slots."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.extraction.clauses import Slotted
from loaders.extraction.kinds import kind_of
from loaders.extraction.lexicon import pattern
from loaders.model import AgreementDate, PartyRole

_NOUN = pattern("agreements", "nouns") + r"(?![a-z])"
_COMMIT = pattern("agreements", "commit_verbs") + r"(?![a-z])"
_TOGETHER = pattern("agreements", "collaborate") + r"(?![a-z])"
_G = r"(?:@\d+(?:\.\d+)*|\^)"
_GG = r"(?:@\d+(?:\.\d+)+|\^)"
_WITH = r"(?:with|avec|aupres (?:de|du|d')|aux cotes (?:de|du|des|d')|alongside)"
_SHORT = r"[^@^;]{0,45}?"
_LONG = r"[^@^;]{0,120}?"
_MONEY = re.compile(r"(?:€|\$|£|\b(?:euros?|dollars?|eur|usd|millions?|milliards?|billion|m€|k€)\b)")

_BETWEEN = re.compile(
    rf"\b(?:between|entre|linking|lie|liant|unissant|unit|reliant|associant|associe|reunissant|reunit|rassemblant|rassemble|bringing together|uniting|involving) {_SHORT}"
    rf"(?P<all>{_GG}|(?P<one>{_G})[^@^;.]{{1,90}}?\b(?:and|et) {_SHORT}(?P<two>{_G}))"
)
_ACT = re.compile(
    rf"(?P<all>{_GG})(?P<gap>{_LONG})\b(?:(?P<alone>{_TOGETHER})|{_COMMIT}(?P<gap2>{_LONG})\b(?P<noun>{_NOUN}))"
)
_OF = re.compile(
    rf"\b(?P<noun>{_NOUN}) (?:[a-z'-]+ ){{0,4}}?(?:by|par|of|de|d'|des?|du) ?(?:the |la |le |l')?(?P<all>{_GG})"
)
_ADJACENT = re.compile(
    rf"(?P<all>{_GG}) ?(?:[:-] )?(?:[a-z'-]+ ){{0,3}}?(?P<noun>{_NOUN})|\b(?P<noun2>{_NOUN}) (?:[a-z'-]+ ){{0,2}}?(?P<all2>@\d+\.\d+)(?![.\d])"
)
_COMMIT_WITH = re.compile(
    rf"\b(?P<noun>{_COMMIT}) (?:[a-z'#\d]+ ){{0,3}}?{_WITH} ?(?:the |la |le |l')?{_SHORT}(?P<other>{_G})[^@^;]{{0,70}}?\b{_NOUN}"
)
_FRONTED = re.compile(
    rf"(?:^|[\"(;] ?)(?:under|as part of|in the framework of|within the framework of|through|thanks to|following|aux termes|dans le cadre|en vertu|grace a|au titre|a travers)"
    rf"[^@^;]{{0,40}}?\b(?P<noun>{_NOUN})[^@^;]{{0,80}}?, (?:the |le |la |les |l')?(?P<all>{_GG})"
)
_JOINT_WORK = r"(?:projects?|projets?|programmes?|programs?|consortium|study|etude|essai|trial|initiative|alliance|platform|plateforme|laborator\w+|chaire)"
_GATHERS = re.compile(
    rf"(?:\b{_JOINT_WORK}\b[^@^;]{{0,120}}?|^[^@^;]{{0,40}}?\b(?:it|il|elle)\b[^@^;]{{0,60}}?)\b(?P<verb>brings? together|brought together|reunit|reunissant|rassemble|regroupe|involves|"
    rf"involving|gathers|unites|associe|mobilise|implique|federe|(?:is )?composed of|comprises|est composee? de|includes|compte)\b[^@^;]{{0,110}}?(?P<all>{_GG})"
)
_NOUN_WITH = re.compile(rf"\b(?P<noun>{_NOUN})(?P<gap>{_LONG})\b{_WITH} ?{_SHORT}(?P<other>{_G})")
_VERB_WITH = re.compile(
    rf"\b(?P<noun>{_TOGETHER})(?P<gap>[^@^;]{{0,70}}?)"
    rf"\b(?:{_WITH}|a|au|aux|to) (?:the |la |le |l'|une? |an? )?{_SHORT}(?P<other>{_G})"
)
_WORK_WITH = re.compile(
    rf"\b(?P<noun>(?:works?|worked|working|travaill\w*)(?: [a-z]+){{0,3}}? (?:with|avec))(?P<gap>) (?:the |la |le |l'|une? |an? )?{_SHORT}(?P<other>{_G})"
)
_ALONG = re.compile(rf"\b(?P<noun>{pattern('agreements', 'along')}) ?{_SHORT}(?P<other>{_G})")
_PARTNER_OF = re.compile(
    rf"(?P<one>{_G}|%)[^@^;]{{0,50}}?\b(?:partenaires?|partners?)\b(?: [a-z-]+){{0,3}}? (?:of|de|d'|du|des) ?(?:the |la |l')?(?P<two>{_G})"
)
_PARTNER_FIRST = re.compile(
    rf"^[\W]{{0,3}}(?:partenaires?|partners?|allie)\b(?: [a-z-]+){{0,3}}? (?:of|de|d'|du|des) ?(?:the |la |le |l')?(?P<one>{_G})[^@^;]{{0,60}}?, (?:the |la |le |l')?(?P<two>{_G})"
)
_ANY = re.compile(rf"\b(?:{_NOUN}|{_TOGETHER}|{_COMMIT}|{_JOINT_WORK}|brings?|reuni|rassemble|regroupe|involves)")
_REFUSED = re.compile(
    r"\b(?:no|not|aucune?|sans|never|jamais|n'a pas|n'ont pas|could|might|pourrai\w+|envisag\w+|souhait\w+|hopes?|espere\w*|calls? for|called for|"
    r"appel a|seek\w*|looking for|cherche\w*|recherche de|potential|potentiels?|rumou?r\w*|talks|en discussion|discussions?|negoci\w+|negotiat\w+|"
    r"would like|ambition\w*|open to|ouvert a|si |if |suitors?|echou\w+|failed|fails|renonc\w+|abandon\w+|tent[ea]\w*|attempt\w*|tried|dementi\w*|denied|denies|competing|concurren\w+|face a|versus|compared|unlike|contrairement)\b"
    r"(?![^@^]{0,60}\b(?:autour|around)\b)[^@^;]{0,40}$"
)
PLANNED = re.compile(
    r"\b(?:plans? to|planning to|intends? to|intend to|intention|will (?:create|found|establish|launch|set up)|to be created|vont (?:creer|fonder|lancer)|"
    r"prevoient|ont l'intention|projet de creation|project to create|announced? plans|aim to create|va etre cree|sera cree\w*|projettent|envisagent)\b"
)


@dataclass(slots=True)
class Claim:
    """What one sentence says of one agreement.

    Attributes:
        at: place of the trigger in the slotted text.
        rule: name of the pattern.
        weak: the pattern alone does not prove an agreement.
    """

    parties: dict[str, PartyRole]
    kind: str
    at: int
    rule: str
    sentence: int = -1
    weak: bool = False
    planned: bool = False
    creates: str | None = None
    plural: bool = False
    dates: list[AgreementDate] = field(default_factory=list)
    earlier: bool = False  # an agreement of the past, beside the one the document is about

    @property
    def key(self) -> frozenset[str]:
        """The set of parties."""
        return frozenset(self.parties)


@dataclass(slots=True)
class Speaker:
    """Whose words a sentence is: for *we*, *the two partners* and sentences without a subject."""

    we: str | None = None
    pair: tuple[str, ...] = ()
    it: str | None = None  # the subject of the sentence before, for *it*
    subject: str | None = None  # the page's owner, for sentences that name only the counterpart


def symmetric_claims(sentence: Slotted, speaker: Speaker) -> Iterator[Claim]:
    """Claims in which the parties stand on equal terms."""
    text = sentence.text
    trigger = _ANY.search(text)
    if not trigger:
        return
    for match in _BETWEEN.finditer(text):
        near = text[max(0, match.start() - 150) : match.start()]
        if re.search(rf"\b(?:{_NOUN}|{_TOGETHER}|signe\w*|conclu\w*|noue\w*)", near) or re.match(
            rf"[^@;]{{0,60}}\b{_NOUN}", text[match.end() :]
        ):
            slots = [match["all"]] if match["one"] is None else [match["one"], match["two"]]
            yield from _claim(sentence, speaker, slots, match.start(), "between")
    for match in _ACT.finditer(text):
        if match["noun"] is None or not re.search(r"\b(?:with|avec|by|par)\b", match["gap2"] or ""):
            slots = [match["all"]]
            further = re.match(rf"[^@^;]{{0,60}}?\b{_WITH} {_SHORT}({_G})", text[match.end() :])
            if further:
                slots.append(further[1])
            at = match.start("noun") if match["noun"] else match.start("alone")
            yield from _claim(sentence, speaker, slots, at, "act", start=match.start())
    for match in _GATHERS.finditer(text):
        yield from _claim(sentence, speaker, [match["all"]], match.start("verb"), "gathers", start=match.start())
    for match in _FRONTED.finditer(text):
        yield from _claim(sentence, speaker, [match["all"]], match.start("noun"), "fronted")
    for match in _OF.finditer(text):
        yield from _claim(sentence, speaker, [match["all"]], match.start(), "of")
    for match in _ADJACENT.finditer(text):
        slot = match["all"] or match["all2"]
        at = match.start("noun") if match["noun"] else match.start("noun2")
        yield from _claim(sentence, speaker, [slot], at, "adjacent", weak=match["noun"] is not None)


def asymmetric_claims(sentence: Slotted, speaker: Speaker) -> Iterator[Claim]:
    """Claims with a counterpart behind *with*: the other party is the subject, the possessor or the speaker."""
    text = sentence.text
    for expression, rule in (
        (_NOUN_WITH, "noun with"),
        (_COMMIT_WITH, "signs with"),
        (_VERB_WITH, "verb with"),
        (_WORK_WITH, "work with"),
        (_ALONG, "along with"),
    ):
        for match in expression.finditer(text):
            other = match["other"]
            subject = _subject(sentence, speaker, match.start("noun"), match.end())
            if subject is None:
                continue
            weak = rule in ("along with", "work with")
            plural = rule == "noun with" and match["noun"].endswith("s") and "." in other
            for claim in _claim(sentence, speaker, [*subject, other], match.start("noun"), rule, weak=weak):
                if plural:  # partnerships with A and B are two
                    for actor in sentence.actors(other):
                        pair = {
                            party: role
                            for party, role in claim.parties.items()
                            if party == actor or party not in sentence.actors(other)
                        }
                        if len(pair) > 1:
                            yield replace(claim, parties=pair, dates=[])
                else:
                    yield claim
    for match in _PARTNER_OF.finditer(text):
        is_one = re.search(r"\b(?:est|sont|is|are|devien\w*|becomes?|became|etait|en tant que|as)\b", match[0])
        yield from _claim(
            sentence, speaker, [match["one"], match["two"]], match.start("two"), "partner of", weak=not is_one
        )
    for match in _PARTNER_FIRST.finditer(text):
        yield from _claim(sentence, speaker, [match["one"], match["two"]], match.start("one"), "partner of")


_IT = re.compile(r"\b(?:it|elle|il)\b[^@;]{0,60}$")
_PERSON = re.compile(r"\b(?:she|he|his|her|they|ils|elles)\b[^@;]{0,80}$")
_ARTICLE = re.compile(r"(?:an?|the|une?|l[ae]|this|cet|cette|ce)\b|l'")
_PREPOSED = re.compile(
    r"\b(?:with|avec|of|de|du|des|d'|in|en|at|a|au|aux|by|par|from|for|pour|chez|dans|within|to|aupres de|entre|between|sur|on|under|via|than|que|like|comme)(?: (?:the|la|le|les|l'))?\s?$|\b(?:d'|de l'|a l')$"
)


def _subject(sentence: Slotted, speaker: Speaker, at: int, end: int) -> list[str] | None:
    """The slots that act: possessor, nearest subject before, subject of the main clause behind, or the speaker."""
    text = sentence.text
    before = text[:at]
    owner = re.search(rf"(?P<slot>{_G})(?:'s|')? (?:[a-z-]+ ){{0,4}}$", before)
    if owner and ("'" in owner[0] and not _PREPOSED.search(before[: owner.start()])):
        return [owner["slot"]]
    inner = re.search(
        rf"^[^@;]{{0,30}}?\b(?:de|du|d'|of|by|par) ?(?:la |l'|the )?(?P<slot>{_G}) (?:with|avec)", text[at:end]
    )
    if inner:
        return [inner["slot"]]
    candidates = [m for m in re.finditer(rf"{_G}|%", before) if not _PREPOSED.search(before[: m.start()])]
    clause = max(before.rfind(";"), before.rfind(". "), 0)
    candidates = [m for m in candidates if m.start() >= clause]
    if candidates:
        slot = candidates[-1][0]
        if slot == "%":
            return ["%"] if speaker.we else None
        return [slot]
    if "%" in text and speaker.we:
        return ["%"]
    behind = re.match(rf"[^@^.]{{0,60}}?, (?:the |la |le |les |l')?(?P<slot>{_G})(?= [a-z])", text[end:])
    if behind:
        return [behind["slot"]]
    if _PERSON.search(before):
        return None
    if _IT.search(before) or (speaker.it and at <= 25 and _ARTICLE.match(text)):
        return ["="] if speaker.it else None
    return ["!"] if speaker.subject else None


def _claim(
    sentence: Slotted,
    speaker: Speaker,
    slots: list[str],
    at: int,
    rule: str,
    *,
    weak: bool = False,
    start: int | None = None,
) -> Iterator[Claim]:
    text = sentence.text
    lead = min(at, start) if start is not None else at
    if _REFUSED.search(text[max(0, at - 70) : at]) or _REFUSED.search(text[max(0, lead - 60) : lead]):
        return
    actors = resolve(sentence, speaker, slots)
    if len(actors) < 2 or len(actors) > 40:
        return
    window = text[max(0, at - (160 if rule == "between" else 70)) : at + 150]
    yield Claim(dict.fromkeys(actors, "party"), kind_of(window), at, rule, weak=weak or "!" in slots)


def resolve(sentence: Slotted, speaker: Speaker, slots: list[str]) -> list[str]:
    """The actors of slots, each once, in order."""
    actors: list[str] = []
    for slot in slots:
        if slot == "%":
            actors += [speaker.we] if speaker.we else []
        elif slot == "!":
            actors += [speaker.subject] if speaker.subject else []
        elif slot == "=":
            actors += [speaker.it] if speaker.it else []
        elif slot == "^":
            actors += speaker.pair
        else:
            actors += sentence.actors(slot)
    return list(dict.fromkeys(actors))


def has_money(text: str) -> bool:
    """Whether a stretch of text names a sum."""
    return bool(_MONEY.search(text))
