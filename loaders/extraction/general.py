"""The general reading: who stands around a word of agreement, where no closer pattern has spoken.

The closer patterns know how a sentence is built; texts are written in more ways than patterns. Here every name of the
clause is a party unless the words before it make it a place, an origin, an example or a contrast.
"""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.extraction.claims import Claim, Speaker, resolve
from loaders.extraction.clauses import Slotted
from loaders.extraction.kinds import kind_of
from loaders.extraction.lexicon import pattern
from loaders.model import PartyRole

MOST_PARTIES = 9  # more names than that are a list of something else
_SLOT = re.compile(r"@\d+(?:\.\d+)*|\^|%")
_NOUN = pattern("agreements", "nouns") + r"(?![a-z])"
_HOSTS = {"Cluster", "Network", "Association", "LearnedSociety", "PatientAssociation"}  # what one can be a member of

# Families of words, the most telling first; None leaves the kind to the words around.
_TRIGGERS: tuple[tuple[str | None, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})(?![a-z])"))
    for kind, words in (
        (
            "MembershipAgreement",
            r"rejoi\w+|a rejoint|ont rejoint|join(?:s|ed|ing)? (?=(?:the |[a-z-]+ ){0,4}@)|adher(?:e|ent|ait|er|era|eront)|adhesion|devien\w+ (?:le |la |un |une )?(?:[a-z]+ )?membres?|bec[ao]mes? (?:a |an |the )?(?:[a-z-]+ ){0,2}members?|admitted|admis\w*|(?:nouveaux?|nouvelles?|nouvel|new|newest|latest) (?:[a-z]+ )?(?:membres?|adherents?|members?)|membership (?:of|in|agreement|charter)|elected (?:a )?member|integre le reseau|integrent le reseau",
        ),
        (
            "Acquisition",
            r"acqui(?:r|re|res|red|ring|ert|erir|s)\b|acquisitions?|takeover|rachet\w+|rachat|absorb\w+|swallow\w+|snap\w* up|buy-?out|buys|bought|passe(?:r|nt)? (?:sous|dans|aux mains)|merg(?:e|es|ed|er|ing)|fusion(?:ne\w*)?|tombe dans l'escarcelle",
        ),
        (
            "EquityInvestment",
            r"entr(?:e|ent|ait|ee|er|ant) (?:[a-z]+ ){0,2}(?:au|dans le) capital|lev(?:e|ent|er|ee) (?:de )?(?:[a-z]+ )?[\d€$]|leve(?:e|es)? de fonds|tours? de table|rais(?:es|ed|ing) [^@;]{0,20}\d|fund-?raising|financing round|(?:funding|seed|series [a-d]|serie [a-d]) ?round|series [a-d]|serie [a-d]|(?:equity|minority) (?:stake|investment|interest)|\d+(?: ?%| percent| per cent) (?:stake|of the (?:capital|shares))|prise de participation|pris une participation|prend une participation|souscri\w+|augmentation de capital|capital increase",
        ),
        (
            "Sponsorship",
            r"mecen\w+|parrain\w+|cheques?|donat\w+|dons?|philanthrop\w+|corporate sponsor\w*",
        ),
        (
            "Funding",
            r"subvention\w*|bourses?|grants?|awarded|financements?|finance[snr]?|finance\w* par|cofinanc\w+|co-?fund\w+|fund(?:ed|s|ing)|soutien financier|financial support|dotation|allou\w+|octroy\w+|verse\w*",
        ),
        (
            "Licence",
            r"licen[cs]\w+|sous-licence|option (?:exclusive|agreement|and)|droits (?:exclusifs|mondiaux|europeens|de commercialisation)|(?:exclusive|worldwide|global|commercial|commerciali[sz]ation) rights",
        ),
        (
            None,
            r"li(?:e|ent|ant|ait|es) |reli(?:e|ent|ant)|links? |linking|binds|unit |unissent|paraph\w+|signataires?|signator(?:y|ies)|signed|signent|signe\w*|protocole|lettres? d'intention|letters? of intent|memorandum|s'engag\w+|jumel\w+|mutualis\w+|conjugu\w+|laboratoires? communs?|joint (?:[a-z]+ )?(?:laborator(?:y|ies)|programmes?|projects?|venture|institute|unit|team)|unites? mixtes?|chaires?|programmes? communs?|"
            + _NOUN
            + "|"
            + pattern("agreements", "collaborate")
            + "|"
            + pattern("agreements", "along"),
        ),
    )
)
_GATHERS = re.compile(
    r"\b(?:br(?:ings?|inging|ought) together|gathers?|unites|reuni\w+|rassembl\w+|regroup\w+|consortium (?:of|compris\w+|includes?|compos\w+|is made up|form\w+)|partners? (?:are|include)|partenaires sont)\b"
)
_PROJECT = re.compile(r"\b(?:projets?|projects?|programmes?|programs?|etudes?|stud(?:y|ies)|consortium|horizon)\b")
_FOUNDING = re.compile(
    r"\b(?:cree\w*|fonde\w*|lance\w*|mis\w* (?:sur pied|en place)|ne\w* de (?:l'alliance|la rencontre|l'union)|created|founded|launched|established|set up|co-?founded|constitu\w+)\b[^@;]{0,40}?\b(?:par|by|entre|between)\b"
)
_BODY = re.compile(rf"\b(?:{pattern('agreements', 'founded')})(?![a-z])")
_APART = re.compile(
    r"(?:\b(?:at|chez|within|in|into|dans|au sein|hosted by|hosted at|heberge\w*(?: a| par| au)?|installe\w* (?:a|au)|base\w* (?:a|au)|issue?s?|spun out|spin-?off|emerged|ex|former|formerly|ancien\w*|like|such as|comme|notamment|including|parmi lesquels|parmi lesquelles|dont|notably|unlike|contrairement|outre|besides|contre|against|versus|over|near|pres|via|through|under|professors?|professeure?s?|researchers?|scientists?|chercheu\w+|patients?|according|selon|d'apres|rival|competitors?|concurrents?|after|apres|subsidiary|filiale|division|shareholders?|actionnaires?|alumni|graduate\w*|students?|previously|auparavant|distribute\w*|supplied|fourni\w*)(?: (?:of|from|to|the|de|la|le|les|du|des|a|au|aux|by|par|with|avec|its|sa|son|ses|existing))*(?: ?(?:l'|d'))?\s?)$"
)
_FROM_IS_PARTY = re.compile(r"\b(?:from|de|du|d'|des|in|into|dans|of)(?: (?:the|la|le|les))?(?: ?l')?\s?$")
_EXCLUDED_BEHIND = re.compile(
    r"^[^@;.]{0,60}?\b(?:n'en est pas|n'en fait pas|n'a pas|n'ont pas|is not|are not|was not|were not|took no part|not a party|n'est pas|ne participe\w* pas)\b"
)
_OWNS_NEXT = re.compile(r"^'s? [^@;]{0,40}?(?=@)")
_NOTHING_DONE = re.compile(
    r"\b(?:dement\w*|denie[sd]?|rumou?r\w*|rumeurs?|talks|pourparlers|negociations?|negotiations?|discussions?|failed|echou\w*|abandon\w*|rupture|broke off|ended without|aucun(?:e)? (?:accord|contrat|engagement|partenariat)|no (?:agreement|deal|contract|partnership)|nothing (?:is|was|has been) (?:signed|agreed)|winners?|laureats?|nomme\w*|appointed|appoints|recrut\w+|candidatures?|if |would|could|might|pourrai\w+|souhait\w+|espere\w*|hopes?|envisag\w+|reflechi\w+|exploring|en quete|looking for|cherche\w* (?:un|des|a)|seek\w*|aim(?:s|ed)? (?:at|to)|she|he|chez|held positions?|diplome\w*|graduat\w+|avant de rejoindre|before joining|career|carriere)\b"
)
_CLAUSE_END = re.compile(
    r"; |\. | (?:-|–|—) |, (?:while|whereas|but|mais|tandis que|alors que|even though|bien que)\b| : "
)
_WITH_NAME = re.compile(
    r"\b(?:with|avec|to|by|par|from|aupres (?:de|du|d')|a|au|aux|between|entre)(?: (?:the|la|le|les))?(?: ?l')?\s?$"
)


_DENIED = re.compile(
    r"\b(?:dement|dementi|dementent|dementir|denie[sd]|no truth|rumou?rs?|rumeurs?|(?:previous|past|former) (?:winners?|laureates?)|(?:laureats?|gagnants?) (?:precedents?|des annees precedentes)|anciens? laureats?|rattachee? (?:a|au)\b[^@]*\bvous|a inclus \d+|included \d+ patients|enrolled \d+)\b"
)
_STANDS_IN = re.compile(
    r"(?:^|[,:] |\b(?:and|et|since|depuis #\d+|que) )(?:(?:en|in) #\d+,? )?(?:it|elle|il|they|ils|elles|celle-ci|celui-ci|(?:the|this) (?:[a-z-]+ ){0,2}(?:group|company|firm|biotech|start-?up|centre|center|institute|hospital|association|foundation)|(?:le|la|l'|cette|ce) ?(?:groupe|societe|biotech|start-?up|jeune pousse|medtech|entreprise|institut|hopital|centre|laboratoire|association|fondation|pme|etablissement))\b"
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:le|la|les|l'|the|ces|these) ?[a-z-]+(?: [a-z-]+)? (?:a|ont|avait|avaient|est|sont|had|has|have|is|are|was|were)\b"
)
_NOUN_INSIDE = re.compile(_NOUN)
_NAME_OF_IT = re.compile(rf"{_NOUN} [\"«] ?$")  # the agreement's own name in quotes
_NAME_OF_BODY = re.compile(rf"(?:{_BODY.pattern}) (?:[a-z-]+ )?[\"« ]*$")
_ORIGIN = re.compile(
    r"\b(?:researchers?|chercheu\w+|spin-?off|spun out|issue?s?|filiale|subsidiary) ?(?:from|of|de|du|d')?[^@]{0,6}$"
)
_LED_BY = re.compile(rf"(?:coordinat\w+|led|pilote|porte|dirige)\w* (?:by|par) (?:the |la |le |l')?({_SLOT.pattern})")
_SIGNS = re.compile(r"\b(?:sign\w*|paraph\w*|conclu\w*|ratifi\w*|scell\w*|inked)\b")


def denied(sentence: Slotted) -> bool:
    """Whether a sentence says that nothing was agreed, or speaks of prizes, vacancies and patients."""
    return bool(_DENIED.search(sentence.text))


def general_claims(
    sentence: Slotted,
    speaker: Speaker,
    kinds: Mapping[str, str],
    *,
    has_person: bool,
    signers: Sequence[str] = (),
) -> Iterator[Claim]:
    """At most one claim a clause: its names around its most telling word.

    Args:
        sentence: the sentence as slots.
        speaker: who *we* and the unsaid subject are.
        kinds: class of each actor.
        has_person: whether a person is named, who may join or be rewarded in place of an organisation.
        signers: organisations of the persons named, who sign for them.
    """
    text = sentence.text
    gathered = _gathered(sentence, speaker)
    if gathered:
        yield gathered
        return
    for start, end in _clauses(text):
        clause = text[start:end]
        if _NOTHING_DONE.search(clause):
            continue
        found = _trigger(clause, start)
        if found is None:
            continue
        kind, at = found
        slots = [match for match in _SLOT.finditer(text, start, end) if _is_party(text, match, kind)]
        actors = resolve(sentence, speaker, [match[0] for match in slots])
        if kind is not None and kind not in ("Funding", "MembershipAgreement"):
            actors = [actor for actor in actors if kinds.get(actor) not in _AUTHORITIES]  # territories and approvals
        if signers and "%" not in clause and "~" in text[start:at] and _SIGNS.search(clause):
            actors = list(dict.fromkeys([*signers, *actors]))
        alone = len(actors) == 1
        actors = _with_subject(text, start, at, slots, actors, speaker)
        if not 2 <= len(actors) <= MOST_PARTIES:
            continue
        if kind in ("Funding", "Sponsorship") and all(kinds.get(actor) in _GIVERS for actor in actors):
            continue  # thanks to those who paid, and nobody named who received
        if kind == "MembershipAgreement" and (has_person or not any(kinds.get(actor) in _HOSTS for actor in actors)):
            continue
        kind = kind or kind_of(text[max(start, at - 70) : min(end, at + 150)])
        creates = _created(sentence, text, slots, start, end) if kind == "ConsortiumFounding" else None
        yield Claim(_roles(kind, actors, kinds), kind, at, "general", weak=alone, creates=creates)


def _gathered(sentence: Slotted, speaker: Speaker) -> Claim | None:
    """*The project brings together A, B and C*: all that is listed behind the verb, examples included."""
    match = _GATHERS.search(sentence.text)
    if not match or not _PROJECT.search(sentence.text) or _NOTHING_DONE.search(sentence.text):
        return None
    slots = [slot for slot in _SLOT.finditer(sentence.text, match.end()) if "@" in slot[0]]
    before = _LED_BY.search(sentence.text)
    names = [*([before[1]] if before else []), *(slot[0] for slot in slots)]
    actors = resolve(sentence, speaker, names)
    if len(actors) < 3:
        return None
    roles: dict[str, PartyRole] = dict.fromkeys(actors, "party")
    if before:
        roles[actors[0]] = "coordinator"
    return Claim(roles, "ResearchCollaboration", match.start(), "gathers")


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _trigger(clause: str, start: int) -> tuple[str | None, int] | None:
    founding = _FOUNDING.search(clause)
    if founding and _BODY.search(clause):
        return "ConsortiumFounding", start + founding.start()
    for kind, expression in _TRIGGERS:
        match = expression.search(clause)
        if match:
            return kind, start + match.start()
    return None


def _is_party(text: str, slot: re.Match[str], kind: str | None) -> bool:
    before, behind = text[max(0, slot.start() - 45) : slot.start()], text[slot.end() : slot.end() + 80]
    if _EXCLUDED_BEHIND.match(behind) or _NAME_OF_IT.search(before):
        return False
    owns = _OWNS_NEXT.match(behind)
    if owns and not _NOUN_INSIDE.search(owns[0]):
        return False
    if kind in ("EquityInvestment", "Licence", "Acquisition", "MembershipAgreement") and _FROM_IS_PARTY.search(before):
        return not _ORIGIN.search(before)
    return not _APART.search(before)


def _with_subject(
    text: str, start: int, at: int, slots: list[re.Match[str]], actors: list[str], speaker: Speaker
) -> list[str]:
    """Names behind *with*, *to* or *by* alone: the other party is who speaks, acted before, or owns the page."""
    if not slots:
        return actors
    stands_in = _STANDS_IN.search(text[start : slots[0].start()])
    preposed = all(_WITH_NAME.search(text[max(start, slot.start() - 22) : slot.start()]) for slot in slots)
    if not (preposed or (stands_in and len(actors) == 1)) or (len(actors) > 1 and not stands_in):
        return actors
    if not stands_in and _OTHER_SUBJECT.search(text[start : max(at, slots[0].start())]):
        return actors
    other = (speaker.we if "%" in text else None) or speaker.it or speaker.subject
    return [*actors, other] if other and other not in actors else actors


def _created(sentence: Slotted, text: str, slots: list[re.Match[str]], start: int, end: int) -> str | None:
    """`The joint laboratory X was created by A and B`: the name directly behind the body's noun is what is founded."""
    for match in slots:
        if _NAME_OF_BODY.search(text[max(start, match.start() - 40) : match.start()]):
            named = sentence.actors(match[0])
            if len(named) == 1 and match.end() < end:
                return named[0]
    return None


_AUTHORITIES = {"PublicBody", "Agency", "Ministry"}
_GIVERS = _AUTHORITIES | {
    "Foundation",
    "Association",
    "PatientAssociation",
    "PharmaCompany",
    "Company",
    "BiotechCompany",
    "Investor",
}
_RECEIVERS = {"CancerCentre", "Hospital", "UniversityHospital", "University", "School", "ResearchBody", "ResearchUnit"}


def _roles(kind: str, actors: list[str], kinds: Mapping[str, str]) -> dict[str, PartyRole]:
    """Roles where the kinds of actors leave no doubt; `party` otherwise."""
    roles: dict[str, PartyRole] = dict.fromkeys(actors, "party")
    if kind == "EquityInvestment":
        investors = [actor for actor in actors if kinds.get(actor) == "Investor"]
        if investors and len(investors) < len(actors):
            roles.update(dict.fromkeys(investors, "investor"))
    elif kind in ("Funding", "Sponsorship"):
        receivers = [actor for actor in actors if kinds.get(actor) in _RECEIVERS]
        givers = [
            actor for actor in actors if kinds.get(actor) in _GIVERS or (len(actors) == 2 and actor not in receivers)
        ]
        if receivers and givers and len(receivers) + len(givers) == len(actors):
            roles.update(dict.fromkeys(receivers, "beneficiary"))
            roles.update(dict.fromkeys(givers, "sponsor" if kind == "Sponsorship" else "funder"))
    return roles
