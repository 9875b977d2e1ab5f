# ruff: noqa: E501 (patterns and tables of words are read better whole)
"""Where a person works when no function of the usual form stands behind the name: brackets, verbs, labels, context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.mentions import Mention
from loaders.extraction.roles import ROLE, find_title

Role = tuple[int, int, str]  # span of the title, empty where only the organisation is printed; id of the actor

_HONORIFIC = r"(?:dr|drs|pr|prof|professor|professeure?|docteure?|m|mme|mr|mrs|ms)\b\.? ?"
_ARTICLE = r"(?:the |la |le |l'|les )?"
_OPENING_BRACKET = re.compile(r"\s?[(\[](?P<title>(?:[a-z.&/-]{1,18}[ ,]{1,2}){0,3})\Z")
_IN_BRACKET = re.compile(r"[^()\[\]\n]{0,80}[)\]]")
_OF = re.compile(
    r"(?:,? (?:of|from|with)|,? (?:at|a l'|a la|au|chez)| (?:de l'|de la|du|de|d'))(?P<noun>(?: ?(?:the|la|le|l'))?(?: [a-z][a-z-]+){0,2}) ?\Z"
)
_DOES = re.compile(
    r"[, ]+(?:(?:who|qui) )?(?:now |currently |today |also |also |dirige aujourd'hui |aujourd'hui )?(?:has |a |had |avait |vient de )?"
    r"(?P<verb>heads?|headed|leads?|led|runs?|ran|chairs?|chaired|directs?|directed|founded|co-founded|joins?|joined|joining|works? (?:at|for)|worked (?:at|for)|"
    r"represents?|represented|dirige|dirigeait|preside|presidait|pilote|anime|codirige|rejoint|rejoignait|fonde|cofonde|travaille (?:a|au|chez|pour)|represente|represent[ae]it)"
    r"(?P<gap> (?:the |la |le |l'|a |une? )?(?:[a-z-]+ ){0,2})\Z"
)
_IS = re.compile(
    r",? (?:(?:who|qui) )?(?:is|was|est|etait|devient|becomes|became|est nommee?|a ete nommee?|has been (?:appointed|named)|(?:is|was) (?:appointed|named)|"
    r"est devenue?)(?: aujourd'hui| now| currently| also)?(?: (?:the|le|la|l'|an?|une?|as))? ?"
)
_BY = re.compile(
    r"\b(?P<verb>(?:co-?)?(?:dirig|presid|pilot|anim|cre|fond|coordonn)\w{0,4}|(?:led|headed|chaired|run|founded|created|directed|managed))"
    r"(?: (?:depuis|since|en|in) [\w ]{4,16})? (?:par|by) (?:le |la |the )?(?:" + _HONORIFIC + r")?\Z"
)
_NAMING = re.compile(
    r"\b(?:appoint\w*|names|named|hires|hired|recruits|recruited|welcomes|promotes|promoted|nomm\w+|recrut\w+|accueill\w+|promeut|"
    r"(?:la nomination|l'arrivee|le recrutement|the appointment|the arrival|the promotion) (?:de|of|d'))(?: (?:de|of|d'))? ?(?:"
    + _HONORIFIC
    + r")?\Z"
)
_AS = re.compile(
    r" ?(?:,|\bas\b|\bto\b(?: the)?(?: (?:position|role|post) of)?|au poste d[e'] ?|aux fonctions d[e'] ?|a la fonction d[e'] ?|en tant que|en qualite d[e'] ?|comme)[ ']?(?:its |son |sa |the |le |la |new |nouveau |nouvelle )*"
)
_OWN = re.compile(r"\b(?:son|sa|leur|its|their|his|her) (?P<title>[a-z' -]{2,60}?),? ?(?:" + _HONORIFIC + r")?\Z")
_LABEL = re.compile(r"(?:^|[\n.;•-] ?)(?P<title>[a-z][a-z' -]{3,50}?) ?: ?(?:" + _HONORIFIC + r")?\Z")
_TITLED = re.compile(_HONORIFIC + r"\Z")
_LINE_END = re.compile(r"(?: ?\([^)\n]{1,40}\))?\s*(?:\.?\s*\Z|[;\n])")
_TEAM = re.compile(
    r"\b(?P<title>equipe|groupe|laboratoire|service|team|group|laboratory|lab) (?:de |du |d'|of )?(?:"
    + _HONORIFIC
    + r")?\Z"
)
_PART_LED_BY = re.compile(
    r"(?:\b(?:elle|il|it) (?:a ete |est |was |is )|\b(?:laboratoire|unite|service|departement|institut|centre|equipe|laboratory|unit|department|team|institute|center)\b[^.;:,]{0,50},? )"
    r"(?P<verb>(?:dirig|presid|pilot|fond|cre)ee?s?|led|headed|founded|chaired) (?:par|by) (?:le |la |the )?(?:"
    + _HONORIFIC
    + r")?\Z"
)  # a part without a name, or a pronoun, and the person at its head
_HEADS = re.compile(
    r"\b(?:ceo|cso|cmo|cfo|coo|cto|cbo|pdg|dg|chief|chair|chairman|chairwoman|president|presidente|director|directeur|directrice|founder|co-founder|cofounder|"
    r"fondateur|fondatrice|cofondateur|cofondatrice|co-fondateur|co-fondatrice|gerante?|patronne?|dirigeante?|tresorier|tresoriere|treasurer|secretaire generale?|"
    r"head|spokes\w+|porte-parole|manager|delegue general|deleguee generale|vice-president\w?)\b"
)


def find_affiliation(
    low: str, person: tuple[int, int], limits: tuple[int, int], mentions: Sequence[Mention]
) -> Role | None:
    """The organisation beside a name, with its title where one is printed.

    `limits` are the ends of the sentence, cut at the persons before and behind; `mentions` stand in the sentence.
    """
    begin, end = limits
    start, stop = person
    behind = next((m for m in mentions if stop <= m.start < end), None)
    if behind:
        role = _behind(low, person, limits, behind)
        if role:
            return role
    before = next((m for m in reversed(mentions) if begin <= m.start and m.end <= start), None)
    if before:
        lead = low[before.end : start]
        if _NAMING.search(lead) and len(lead) < 120 and not _comes_to(low, stop, behind):
            joined = _AS.match(low, stop, end)
            title = find_title(low, joined.end(), min(end, joined.end() + 90)) if joined else None
            return (*(title or (stop, stop)), before.actor)
        by = _BY.search(lead)
        if by and len(lead) < 70:
            return before.end + by.start("verb"), before.end + by.end("verb"), before.actor
        if re.fullmatch(r" ?: ?(?:" + _HONORIFIC + r")?", lead) and re.match(
            r" (?:prend|devient|nommee?|appointed|named|rejoint|joins|becomes|elue?|elected)\b", low[stop:end]
        ):
            return stop, stop, before.actor
    return None


def _comes_to(low: str, stop: int, behind: Mention | None) -> bool:
    """Whether the organisation behind a name is the one that the person comes to: *as director of ORG*."""
    return behind is not None and bool(re.search(r"\b(?:of|at|de|du|d'|de la|de l') ?\Z", low[stop : behind.start]))


def _behind(low: str, person: tuple[int, int], limits: tuple[int, int], mention: Mention) -> Role | None:
    begin, end = limits
    start, stop = person
    gap = low[stop : mention.start]
    lead = low[max(0, min(begin, start - 60)) : start]
    title = _lead_title(start, lead)
    bracket = _OPENING_BRACKET.match(gap)
    if bracket and _IN_BRACKET.match(low, mention.end):
        inside = bracket["title"].strip(" ,")
        if inside:
            return stop + bracket.start("title"), stop + bracket.start("title") + len(inside), mention.actor
        return (*title, mention.actor)
    if re.fullmatch(r",? (?:the |an? |une? |le |la |l')?", gap):
        listed = _TITLED.search(lead) or _LABEL.search(lead) or not low[begin:start].strip(" -•:;")
        if listed and _LINE_END.match(low[mention.end : end]):
            return (*title, mention.actor)
        own = find_title(low, mention.end, min(end, mention.end + 60), anywhere=False) if "," in gap else None
        if own and re.fullmatch(r"[ '-]{0,2}", low[mention.end : own[0]]):
            return (*own, mention.actor)
    of = _OF.match(gap)
    if of and not ROLE.search(gap):
        place = gap.lstrip(" ,").startswith(("a l'", "a la", "au ", "at ", "chez"))
        if not place or _TEAM.search(lead) or "," in gap:
            return (*title, mention.actor)
    does = _DOES.match(gap)
    if does:
        return stop + does.start("verb"), stop + does.end("verb"), mention.actor
    is_ = _IS.match(gap)
    if is_ and not re.search(r"[.;]", gap):
        printed = find_title(low, stop + is_.end(), mention.start)
        if printed and printed[0] == stop + is_.end() and printed[1] - printed[0] < 80:
            return (*printed, mention.actor)
    return None


def _lead_title(start: int, lead: str) -> tuple[int, int]:
    """The words of function right before a name; an empty span where there are none."""
    label = _LABEL.search(lead)
    if label and ROLE.search(label["title"]):
        base = start - len(lead)
        return base + label.start("title"), base + label.end("title")
    return start, start


def find_own_role(low: str, person: tuple[int, int], limits: tuple[int, int]) -> tuple[int, int] | None:
    """A leading function that names no organisation: *its president, Name*; *Name, chief executive, said*."""
    begin, end = limits
    start, stop = person
    own = _OWN.search(low, max(begin, start - 80), start)
    if own and _HEADS.search(own["title"]):
        return own.span("title")
    by = _PART_LED_BY.search(low, max(begin, start - 110), start)
    if by:
        return by.span("verb")
    opening = re.match(r",\s{1,2}", low[stop:end])
    if not opening:
        return None
    first = stop + opening.end()
    cut = re.search(r"[,.;:()\"\n]|\b(?:who|qui|will|said|told|a |et |and (?:said|has))", low[first + 3 : end])
    last = first + 3 + cut.start() if cut else end
    title = find_title(low, first, min(last, first + 70))
    if title and _HEADS.search(low[title[0] : title[1]]) and title[0] - first < 5:
        return title
    return None


def is_lone(folded: str, title: tuple[int, int]) -> bool:
    """Whether a title names no place that was not recognised: no capitalised word behind *of*, *de*."""
    return not re.search(
        r"(?:of|de|du|des|d'|at|for|chez) ?(?:the |la |le |l')?[A-Z]",
        folded[title[0] : title[1] + 30].split(",")[0].split(".")[0],
    )
