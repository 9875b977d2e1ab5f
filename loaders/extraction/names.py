"""New organisations: capitalised names that the authority file does not know, kept when enough evidence speaks for them."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.extraction.lexicon import pattern, words
from loaders.extraction.name_extent import BODIES, CONNECTORS, DESCRIBED, class_of, extent, generic, lower_words
from loaders.extraction.signs import context_points, item_points, neighbour_points
from loaders.extraction.text import Token
from loaders.folding import key

_KNOWN = re.compile(rb"\x01+")  # stretches of `blocked` where a known actor stands
THRESHOLD = 3.0  # points of evidence; below it a name is no actor
_TICKER = re.compile(r"\s?\((?:euronext|nasdaq|nyse|paris|otc|lse|six|isin|ticker|alternext|tsx|swx|bse)[^)]{1,60}\)")
_LEGAL = re.compile(
    r",? (?:inc|ltd|limited|llc|corp|corporation|plc|sas|sasu|s\.a\.s|s\.a|sa|sarl|gmbh|ag|bv|b\.v|nv|n\.v|spa|ab)\b\.?"
)
_APPOSED = re.compile(
    r"\s?(?:\([^)]{1,60}\))?, (?:(?:a|an|un|une|the|la|le|l'|jeune|leader|premier|premiere|world|leading|global) ?)"
    r"(?:[\w'/-]+ ){0,7}?(?:company|companies|biotech\w*|start-?up|firm|group|laboratory|developer|specialist|provider|maker|manufacturer|"
    r"pharma\w*|subsidiary|spin-?off|society|association|foundation|institute|hospital|university|entreprise|groupe|societe|laboratoire|"
    r"filiale|editeur|fabricant|specialiste|specialisee?|acteur|fondation|leader|player|organi[sz]ation|medtech|pme|deeptech|investor|fonds)\b"
    r"|\s?(?:\([^)]{1,60}\))?, (?:societe|start-up|startup|entreprise|filiale|biotech|laboratoire|medtech|leader|specialiste|groupe|jeune pousse|"
    r"editeur|fabricant|acteur|spin-off|pme|association|ong|fondation|club|institut|etablissement|cabinet|banque|mutuelle|cooperative|agence|specialist|developer|maker|provider|subsidiary)\b"
)
_LED_BY = re.compile(
    r"(?:(?:directeur|directrice|director|responsable|presidente?|head|chief|manager|chef|cheffe)(?: [a-z-]+){1,4}|ceo|pdg|president|presidente|directeur general|directrice generale|chief \w+ officer|founder|fondateur|fondatrice|"
    r"co-founder|cofondateur|cofondatrice|chairman|president-directeur general|head \w+|director|general manager) (?:and ceo |et pdg )?(?:of|de|d'|chez|at)\s?$"
)
_SUBJECT_OF = re.compile(
    r"\s?(?:\([^)]{1,60}\))? (?:(?:today|also|ont|a|has|have|will|va|vont|is|est|sont|are|to|se|s'|,) ?){0,2}"
    r"(?:" + pattern("agreements", "company_verbs") + r")\b"
)
_PARTNER_BEFORE = re.compile(
    r"\b(?:with|avec|entre|between|aupres de|to|from|by|par|and|et|a|&|x)(?: (?:the|la|le|l'))? ?$"
)
_TRIGGER = re.compile(r"\b" + pattern("agreements", "any_trigger"))
_SUFFIX = re.compile(
    r"(?:pharma|therapeutics|biotech|bio|genics|genix|genetics|cellis|vax|biome|cure|onco|thera|tech|medix|lytics|biosciences|nova|rna|immune|gene|zyme)\Z"
)
_FIELD = re.compile(
    r"(?:partenaires?|partners?|collaborat\w+|consortium|promoteur|sponsors?|coordinat\w+|members?|membres)[a-z ]{0,20} ?: "
)
_FOUNDED = re.compile(
    r"(?: \([^)]{1,30}\))?,? (?:was |a ete |est |is a company )?(?:founded|fondee?s?|creee?s?|incorporated|spun out|spun off|creee? en|founded in|headquartered|based in|basee? a) "
)
_LEADS = re.compile(
    r"(?:'s)? (?:ceo|cso|cfo|cmo|chief [a-z]+ officer|chairman|chairwoman|founder|co-founder|president|managing director|spokes\w+)\b"
)
_DRUG = re.compile(
    r"(?:mab|nib|lib|ciclib|parib|platin|taxel|tinib|rubicin|limus|zumab|ximab|leucel|mide|stat|tecan|tide|degib|rafenib|vec)\Z"
)
_GLUED = re.compile(r"-(?:based\b|(?!(?:owned|backed|led|funded|sponsored|supported|controlled|partnered|run)\b)[a-z])")
_CODE = re.compile(r"[A-Z]{1,6}-?\d[\w-]*\Z|\d(?![\w-]*[a-z]{3})")
_ADJECTIVE = (
    r"(?:[a-z]+-based |(?:de |du |des |d'|en )?(?!(?:near|pres|from|with|pour|par|dans|avec|sur|and|for|chez|that|qui|aux|vers|into|over|than|via|"
    r"son|her|his|its|est|les|the|about|named|founded|led|dirige\w*|cree\w*|preside\w*) )[a-z-]{3,20} ){0,2}"
)
_DESCRIPTOR = re.compile(
    r"\b(?P<noun>" + "|".join(map(re.escape, sorted(DESCRIBED, key=len, reverse=True))) + rf") {_ADJECTIVE}(?:\" ?)?$"
)
_NATIONAL = re.compile(r"\b(?:l'|le |la |the |fellow )(?:" + pattern("organisations", "nationalities") + r") $")


@dataclass(slots=True)
class Candidate:
    """A possible organisation: its spelling, where it stands, and the evidence by name of the sign."""

    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    signs: dict[str, float] = field(default_factory=dict)
    kind: str = "Organization"

    @property
    def score(self) -> float:
        """Points of evidence: each sign counts once."""
        return sum(self.signs.values())

    def note(self, sign: str, points: float) -> None:
        """Remembers a sign with its points."""
        self.signs[sign] = points


def find_candidates(
    folded: str,
    low: str,
    tokens: Sequence[Token],
    blocked: bytearray,
    stretches: Iterable[tuple[int, int, bool]],
    headings: Iterable[tuple[int, int]],
) -> list[Candidate]:
    """Names that are probably organisations, strongest evidence first.

    `blocked` has a byte a character, non-zero where a known name or a person stands; `stretches` are sentences with
    whether a name may open in them (not in titles full of capitals); `headings` are names in About and source lines.
    """
    found: dict[str, Candidate] = {}
    lowered = lower_words(folded, tokens)
    position = 0
    lines = sorted(stretches)
    known = [blocked.find(1, start, min(end, start + 24)) >= 0 for start, end, _ in lines]
    for number, (start, end, opens) in enumerate(lines):
        among = any(known[max(0, number - 3) : number + 4])
        while position < len(tokens) and tokens[position].start < start:
            position += 1
        last = position
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if opens:
            index = position
            while index < last:
                stop = extent(folded, tokens, index, last, blocked)
                if stop > index:
                    candidate = _judge(folded, low, tokens, index, stop, (start, end), lowered, found)
                    if candidate:
                        span = tokens[index].start, tokens[stop - 1].end
                        for sign, points in item_points(low, (start, end), span, among_known=among).items():
                            candidate.note(sign, points)
                    index = stop
                else:
                    index += 1
        position = last
    for start, end in headings:
        name = key(folded[start:end])
        if name in found:
            found[name].note("heading", 4)
    _judge_neighbours(low, blocked, found)
    kept = [candidate for candidate in found.values() if candidate.score >= THRESHOLD]
    for candidate in kept:
        candidate.kind = candidate.kind if candidate.kind != "Organization" else _kind(candidate)
    return kept


def _judge_neighbours(low: str, blocked: bytearray, found: dict[str, Candidate]) -> None:
    """Names enumerated with known actors, or with new ones that are sure."""
    spans = [match.span() for match in _KNOWN.finditer(blocked)]
    spans += [span for candidate in found.values() if candidate.score >= THRESHOLD for span in candidate.spans]
    starts, ends = dict(spans), {end: start for start, end in spans}
    for candidate in found.values():
        if candidate.score < THRESHOLD:
            points = max(neighbour_points(low, span, ends, starts) for span in candidate.spans)
            if points:
                candidate.note("enumerated", points)


def _judge(
    folded: str,
    low: str,
    tokens: Sequence[Token],
    first: int,
    stop: int,
    sentence: tuple[int, int],
    lowered: frozenset[str],
    found: dict[str, Candidate],
) -> Candidate | None:
    """Collects the evidence that one occurrence gives."""
    start, end = tokens[first].start, tokens[stop - 1].end
    name = folded[start:end]
    name_key = key(name)
    if (
        not name_key
        or len(name) < 2
        or name_key in words("organisations", "not_names")
        or low[start:end] in words("organisations", "not_names")
    ):
        return None
    if (end < len(folded) and folded[end] == "@") or low[max(0, start - 4) : start].endswith(("www.", "@", "://")):
        return None
    if _GLUED.match(low, end):  # half of a longer name, or a place
        return None
    keys = [token.key for token in tokens[first:stop]]
    if all(part in words("organisations", "nationalities") for part in keys):
        return None
    if all(part in words("organisations", "not_names") or part in CONNECTORS for part in keys):
        return None
    plain = all(part in generic() for part in keys) and not _is_body(folded, start, keys)
    if plain and not re.match(r"\s?\([A-Z][\w-]{1,10}\)", folded[end : end + 16]):
        return None
    candidate = found.get(name_key) or Candidate(name)
    candidate.spans.append((start, end))
    found[name_key] = candidate
    if _is_body(folded, start, keys) and keys[0] in ("societe", "society"):
        candidate.kind = "LearnedSociety"
    before, after = low[max(sentence[0], start - 70) : start], low[end : end + 160]
    _name_signs(keys, name, candidate)
    _context_signs(low, before, after, candidate, sentence)
    for sign, points in context_points(before, after, words=len(keys), capitals=name.isupper()).items():
        candidate.note(sign, points)
    _against(name, keys, before, after, candidate, lowered, at_start=start <= sentence[0] + 2)
    return candidate


def _is_body(folded: str, start: int, keys: list[str]) -> bool:
    """Whether common words are the name of a body: a capital, its scope, its field: *Society of Dermatology, French*."""
    scoped = len(keys) > 2 and keys[0] in BODIES and keys[1] in words("organisations", "scopes")
    return scoped and folded[start].isupper() and keys[-1] not in words("organisations", "scopes")


def _name_signs(keys: list[str], name: str, candidate: Candidate) -> None:
    heads, tails = class_of("heads"), class_of("tails")
    if len(keys) > 1 and keys[0] in heads:
        proper = [part for part in keys[1:] if part not in CONNECTORS]
        capitals = re.search(r"[ '-][A-Z0-9]", name)
        if proper and (capitals or len(proper) > 1):
            candidate.note("head", 3)
            candidate.kind = heads[keys[0]] if candidate.kind == "Organization" else candidate.kind
    if len(keys) > 1 and keys[-1] in tails and "head" not in candidate.signs:
        candidate.note("tail", 3)
        candidate.kind = tails[keys[-1]]
    if len(keys) == 1 and re.search(r"[a-z][A-Z]", name):
        candidate.note("camel case", 1)
    if _SUFFIX.search(keys[-1]) and len(keys[-1]) > 5:
        candidate.note("ending", 1)


def _context_signs(low: str, before: str, after: str, candidate: Candidate, sentence: tuple[int, int]) -> None:
    if _LEGAL.match(after):
        candidate.note("legal form", 4)
        _as_company(candidate)
    if _TICKER.match(after):
        candidate.note("ticker", 4)
        _as_company(candidate)
    described = _DESCRIPTOR.search(before)
    if described:
        candidate.note("description before", 3)
        if candidate.kind == "Organization":
            candidate.kind = DESCRIBED[described["noun"]]
    elif _NATIONAL.search(before):
        candidate.note("nationality before", 3)
        _as_company(candidate)
    apposed = _APPOSED.match(after)
    if apposed:
        candidate.note("apposition", 3)
        if re.search(r"compan|biotech|start|firm|societe|entreprise|developer|specialis|medtech|pharma", apposed[0]):
            _as_company(candidate)
        if re.search(r"biotech|start-?up", apposed[0]):
            candidate.kind = "BiotechCompany"
    if ":" in before and _FIELD.match(low, *sentence):
        candidate.note("partner field", 3)
    if _FOUNDED.match(after):
        candidate.note("founded", 3)
        _as_company(candidate)
    if _LED_BY.search(before) or _LEADS.match(after):
        candidate.note("led by", 3)
    if _SUBJECT_OF.match(after):
        candidate.note("acts", 1.5)
    if _PARTNER_BEFORE.search(before) and _TRIGGER.search(low, sentence[0], sentence[1]):
        candidate.note("partner", 1.5)
        if re.search(r"\b(?:with|avec|between|entre|aupres de|to|from)(?: (?:the|la|le|l'))? ?$", before):
            candidate.note("with", 0.5)
    if after.startswith(("'s ", "' ")):
        candidate.note("possessive", 0.5)
    if len(candidate.spans) > 1:
        candidate.note("repeated", 0.5 if len(candidate.spans) < 4 else 1)
    if before.strip() == "about" or re.search(r"\ba propos d[e' ]{1,2}(?:l[ea'] ?)?$", before):
        candidate.note("about", 4)


def _as_company(candidate: Candidate) -> None:
    if candidate.kind == "Organization":
        candidate.kind = "Company"


def _against(
    name: str,
    keys: list[str],
    before: str,
    after: str,
    candidate: Candidate,
    lowered: frozenset[str],
    *,
    at_start: bool,
) -> None:
    if len(keys) == 1 and keys[0] in lowered and (at_start or "legal form" not in candidate.signs):
        candidate.note("common word", -4)
    if at_start and len(keys) > 1 and keys[0] in lowered and keys[0] not in class_of("heads"):
        candidate.note("opens with a common word", -2)
    if _CODE.match(name) or (len(keys) == 1 and _DRUG.search(keys[0])):
        candidate.note("substance", -5)
    if re.search(r"\b" + pattern("organisations", "study_words") + r"(?: [a-z]+)? \"?$", before) or re.match(
        r"\"? " + pattern("organisations", "study_words") + r"\b", after
    ):
        candidate.note("study or product", -5)
    if any(part in words("organisations", "event_words") for part in keys) or re.search(
        r"\b" + pattern("organisations", "event_words") + r" (?:annuel |annual |of |de |d'|de l'|du |the )*$", before
    ):
        candidate.note("event", -5)
    if (
        len(keys) == 1
        and name.isupper()
        and not candidate.signs.keys() & {"legal form", "ticker", "description before", "head", "object of trade"}
    ):
        candidate.note("capitals", -1)
    if name.isupper() and len(name) > 16 and "listed with a country" not in candidate.signs:
        candidate.note("shouted", -5)
    if (
        re.search(
            r"\b(?:a|in|en|at|de|from|near|outside|around|vers|pres de|based in|base a|basee a|city of|ville de)\s$",
            before,
        )
        and len(keys) == 1
        and re.match(r"\s?(?:\(|,? (?:france|germany|usa|uk|belgium|switzerland|ma\b|ca\b)|,|\.)", after)
        and not candidate.signs.keys()
        & {
            "legal form",
            "ticker",
            "apposition",
            "about",
            "description before",
            "camel case",
            "object of trade",
            "allied with",
            "led by",
        }
    ):
        candidate.note("place", -2)


def _kind(candidate: Candidate) -> str:
    last = key(candidate.name).split()[-1]
    if _SUFFIX.search(last) and last.endswith(
        ("bio", "thera", "genics", "vax", "immune", "gene", "cure", "onco", "rna")
    ):
        return "BiotechCompany"
    if candidate.signs.keys() & {"legal form", "ticker", "possessive", "led by", "partner", "acts"}:
        return "Company"
    return "Organization"
