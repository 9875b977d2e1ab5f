"""Deals in which the parties have different roles: licences, purchases, stakes, money given, things founded."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.claims import _REFUSED, PLANNED, Claim, Speaker, has_money, resolve
from loaders.extraction.clauses import Slotted
from loaders.extraction.kinds import kind_of
from loaders.extraction.lexicon import pattern
from loaders.model import PartyRole

_S = r"(?P<one>@\d+(?:\.\d+)*|%|\^)"
_O = r"(?P<two>@\d+(?:\.\d+)*|%|\^)"
_N = r"[^@^;]{0,%d}?"
_TO = r"\b(?:to|a|au|aux|en faveur (?:de|du|d')|pour|for|vers)\b(?: (?:the|la|le|l')\b)?"
_FROM = r"\b(?:from|aupres (?:de|du|d')|de la part de|aupres|a|au|de|du|d'|of|held by|detenus? par|developpe\w* par|by|par)(?: ?(?:the|la|le|l')\b)?"
_RIGHTS = r"\b(?:rights?|droits|licen[cs]es?|option|candidat\w*|candidate|molecules?|actifs|assets?|portefeuille|portfolio|programmes?|program|technolog\w+|plateforme|platform|brevets?|patents?|franchise|compound|antibod\w+|anticorps|product|produits?|business|activites?|division|site|usine|plant)\b"

_LICENSES = re.compile(
    rf"{_S}{_N % 60}\b(?:licenses|licensed|license|licences|out-licens\w+|sublicens\w+|concede\w*|concedent|cede|cedent|a cede|octroie\w*|octroye|grants?|granted|granting|accorde\w*|confie\w*|transfere\w*|transfers?|transferred|sells?|sold|vend|vendu|opt\w* in)\b"
    rf"(?P<what>{_N % 110}){_TO} ?{_N % 25}{_O}"
)
_LICENCE = re.compile(r"\b(?:licen[cs]es?|rights?|droits|option|commercialisation|brevets?|patents?)\b")
_GRANTS = re.compile(
    rf"{_S}{_N % 60}\b(?:grants?|granted|granting|accorde\w*|octroie\w*|octroye|gives?|gave|offers?) {_N % 10}{_O}(?P<what>{_N % 70}\b(?:licen[cs]e|option|rights?|droits)\b)"
)
_TAKES = re.compile(
    rf"{_S}{_N % 60}\b(?:licenses|licensed|license|in-licens\w+|acquires?|acquired|acquiert|acquis|acquerir|obtains?|obtained|obtient|obtenu|secures?|secured|receives?|received|recoit|s'offre|achete\w*|rachete\w*|buys?|bought|purchas\w+|reprend|was granted|is granted|has been granted|s'est vu accorder|gains?|picks? up|picked up|snaps? up|snapped up|decroche\w*|exerce\w*|exercis\w+)\b"
    rf"(?P<what>{_N % 110}{_RIGHTS}{_N % 60}){_FROM} ?{_N % 25}{_O}"
)
_TAKES_FROM = re.compile(
    rf"{_S}{_N % 60}\b(?:acquires?|acquired|acquiert|acquis|obtient|obtenu|achete\w*|rachete\w*|buys?|bought|licenses|licensed) (?:from|aupres (?:de|du|d')|a|au|de|du|d') ?(?:the |la |le |l')?{_N % 20}{_O}(?P<what>{_N % 60}{_RIGHTS})"
)
_OPTS = re.compile(
    rf"{_S}{_N % 60}\b(?:exercises?|exercised|exerce\w*|leve|a leve|opts?|opted) {_N % 60}\b(?:option|licen[cs]e|droits|rights){_N % 60}{_O}"
)
_BUY = r"(?:acquires?|acquired|acquir\w+|acquiert|acquierent|a acquis|rachete\w*|racheter|buys?|bought|to buy|buy|s'offre|s'est offert|met la main sur|met la main|prend le controle (?:de|du|d')|takes? over|took over|taken over|absorbe|absorbs?|merges? with|merged with|fusionne\w* avec|snaps? up|purchas\w+)"
_BUYS = re.compile(rf"{_S}{_N % 60}\b{_BUY}\b(?P<what>{_N % 30})(?:l'|d'|the |la |le )?{_O}(?P<after>'s? [a-z-]+)?")
_BOUGHT = re.compile(
    rf"\b(?:acquisition|rachat|takeover|prise de controle|purchase|reprise)(?: \w+)? (?:of|de|du|d'|par (?=@))(?:the |la |le |l')?{_N % 25}{_O}{_N % 40}\b(?:by|par) (?:the |la |le |l')?{_N % 25}{_S}"
)
_BUYER_NOUN = re.compile(
    rf"{_S}{_N % 90}\b(?:acquisition|rachat|takeover|reprise|prise de controle)(?: \w+)? (?:of|de|du|d')(?P<what>{_N % 25}){_O}(?P<after>'s? [a-z-]+)?"
)
_BOUGHT_BY = re.compile(
    rf"{_O}(?:,)?{_N % 40}\b(?:acquired|bought|rachete\w*|acquise?|repris\w?|taken over|absorbe\w?) (?:in #\d+ |en #\d+ )?(?:by|par) (?:the |la |le |l')?{_N % 25}{_S}"
)
_STAKE = re.compile(
    rf"{_S}{_N % 60}\b(?:(?:prend|prendra|pris|takes?|took|take|acquires?|acquiert|acquis|buys?|souscri\w*|subscrib\w*){_N % 60}\b(?:participation|stake|equity|parts|capital|shares|actions|interest)|entre\w* au capital|invest\w*|injecte\w*){_N % 50}"
    rf"\b(?:in|into|dans|de|du|d'|of|chez|to) ?(?:the |la |le |l')?(?:capital de |capital d'|tour de table de )?{_N % 25}{_O}"
)
_RAISES = re.compile(
    rf"{_O}{_N % 80}\b(?:leve\w*|rais\w+|boucle\w*|clos\w+|secur\w+|financ\w+|announc\w+|annonc\w+|complet\w+|realis\w+|obtien\w*){_N % 120}(?:\b(?:from|aupres (?:de|du|d'|des)|led by|co-led by|mene\w* par|menee? par|conduit\w* par|with|avec|by|par|aux cotes de|souscrit\w* par)) ?{_N % 40}{_S}"
)
_ROUND = re.compile(
    r"\b(?:tour de table|levee de fonds|leve\w*|rais(?:es|ed|ing)|series [a-d]|serie [a-d]|seed|amorcage|financing round|round|funding round|capital increase|augmentation de capital)\b"
)
_GIVE = r"(?:accord\w+|attribu\w+|octroi\w+|octroy\w+|allou\w+|alloue|vers\w+|verse|award\w*|grant\w*|alloc\w+|donat\w+|donn\w+|don|don de|remis|remet\w*|appor\w+|provid\w+|contribut\w+|commit\w*|dote|consacre\w*|debloqu\w+|give\w*|gave)"
_GIVES = re.compile(rf"{_S}{_N % 60}\b{_GIVE}\b(?P<what>{_N % 110}){_TO} ?{_N % 60}{_O}")
_GIVES_DIRECT = re.compile(
    rf"{_S}{_N % 50}\b(?:awards?|awarded|grants?|granted|gives?|gave|provides?|provided) (?:the )?{_O}(?P<what>[^@^;]{{0,60}})"
)
_PROGRAMME = re.compile(
    rf"{_S}{_N % 60}\b{_GIVE}\b{_N % 110}\b(?:to|a|au|aux|pour|for) (?:the |le |la |l'|un |une |a )?{_N % 40}\b(?:programmes?|programs?|projects?|projets?|consortium|etude|study|essai|trial)\b"
)
_BACKS = re.compile(
    rf"{_S}{_N % 60}\b(?:financ(?:e|ent|era|eront|er|es|ed|ing)|a finance|cofinance\w*|co-finance\w*|funds|funded|fund|co-funds?|subventionne\w*|soutien\w*|soutenu|supports?|supported|backs?|backed|sponsors?|sponsored|parraine\w*)\b(?! (?:[a-z]+ ){{0,2}}?(?:by|par)\b){_N % 90}(?<![a-z]){_O}"
)
_BACKED = re.compile(
    rf"\b(?:financ\w+|funded|cofinanc\w+|co-funded|subventionn\w+|soutenue?s?|supported|backed|sponsored|dote\w*|labellise\w*)(?: [a-z'-]+){{0,5}}? (?:by|par) ?(?:the |la |le |l')?{_N % 30}{_S}"
)
_RECEIVES = re.compile(
    rf"{_O}{_N % 70}\b(?:receiv\w+|recoi\w*|recu|obtien\w*|obtenu|benefici\w+|award\w+|laureat\w*|win\w*|won|secur\w+|selected|decroch\w+|remport\w+|perceiv\w+)(?P<what>{_N % 110})\b(?:from|de|du|d'|des|by|par|aupres de) ?(?:the |la |le |l')?{_N % 40}{_S}"
)
_AID = r"(?:grace au|avec le|grace a l'|avec l'|with the|thanks to the|thanks to a|with) (?P<what>(?:[a-z-]+ ){0,3}?(?:soutien|support|aide|concours|appui|financement|funding|mecenat|grant)(?: [a-z-]+){0,3}?) (?:de|d'|du|des|of|from) ?(?:the |la |le |l')?"
_THANKS = re.compile(rf"\b{_AID}(?P<one>@\d+(?:\.\d+)*)[^@^;]{{0,60}}?, (?:the |la |le |l')?(?P<two>@\d+(?:\.\d+)*)")
_SUPPORT = re.compile(
    rf"{_S}{_N % 70}\b(?:its|their|son|leur) (?:[a-z-]+ ){{0,2}}?(?:support|soutien|appui|funding|financement) (?:for|to|of|a|au|aux|de|du) {_N % 60}{_O}"
)
_SPONSORED = re.compile(
    r"\b(?:sponsored by|promue? par|sponsor(?:ed)? is) (?:the |la |le |l')?(?P<one>@\d+)[^@^;]{0,40}?\b(?:supported|funded|financee?|soutenue?|co-?funded) (?:by|par) (?:the |la |le |l')?(?P<two>@\d+)"
)
_SHARES_DATA = re.compile(
    rf"{_S}{_N % 60}\b(?:opens?|ouvr\w+|shares?|partage\w*|gives? access|donne\w* acces|met a disposition|mettent a disposition){_N % 40}\b(?:data|donnees|entrepots?|registry|registre){_N % 40}\b(?:to|with|a|au|aux|avec) {_N % 25}{_O}"
)
_WELCOMES = re.compile(
    rf"{_O}{_N % 30}\b(?:welcomes?|welcomed|accueill\w+|integre\w*){_N % 30}{_S}{_N % 40}\b(?:as|comme|parmi|among|en tant que)[^@^;]{{0,30}}?\b(?:members?|membres?|adherents?|partenaires?|partners?)\b"
)
_GRANT = re.compile(
    r"\b(?:grants?|funding|funds|financ\w+|subvention\w*|bourse|soutien financier|financial support|enveloppe|dotation|don|dons|donation|mecenat|award\w*|aide|prix)\b"
)
_LED = re.compile(
    r"\b(?:led|coordinated|run|headed|porte\w?|conduite?|mene\w?|coordonne\w?|pilote\w?|dirige\w?|carried out|conducted) (?:jointly )?(?:by|par) (?:the |la |le |l')?[^@;]{0,25}(?P<lead>@\d+(?:\.\d+)*)(?: ?,? ?(?:together |jointly |en lien |avec |with |et |and |alongside ){1,3}(?:the |la |le |l')?(?P<more>@\d+(?:\.\d+)*))?"
)
_FOUNDED = pattern("agreements", "founded") + r"(?![a-z])"
_MAKE = r"(?:creat\w+|creer\w*|cree\w*|creent|creation|found|founds|founded|founding|fond\w+|launch\w*|lanc\w+|establish\w*|set up|sets up|setting up|form|forms|formed|inaugur\w+|constitu\w+|mettent sur pied|build|mettre en place|mettent en place|open\w*|ouvr\w+|donnent naissance|unveil\w*|initi\w+)"
_FOUNDS = re.compile(
    rf"(?P<one>@\d+(?:\.\d+)+|\^|%){_N % 110}\b{_MAKE}\b(?P<what>{_N % 70})(?:\b(?P<noun>{_FOUNDED})(?P<gap>[^@^;]{{0,25}}?)(?P<two>@\d+(?!\.?\d))?|(?P<three>@\d+(?!\.?\d)))"
)
_JOINS = re.compile(
    rf"{_S}{_N % 50}\b(?:rejoi\w+|joins?|joined|joining|adhere\w*|devien\w* (?:un )?membre|(?:becomes?|became) (?:a |an |the \w+ )?(?:\w+ )?member|font leur entree|fait son entree|integre\w*){_N % 40}(?<![a-z]){_O}"
)
_COLLECTIVE = {"Cluster", "Network", "Association", "LearnedSociety", "PatientAssociation"}
FOUNDABLE = _COLLECTIVE | {
    "ResearchUnit",
    "ResearchBody",
    "Foundation",
    "Company",
    "BiotechCompany",
    "OrganizationalUnit",
    "Organization",
}


def deals(sentence: Slotted, speaker: Speaker, kinds: dict[str, str]) -> Iterator[Claim]:
    """Claims with roles in one sentence; `kinds` gives the class of each actor by id."""
    text = sentence.text
    yield from _licences(sentence, speaker, text)
    yield from _purchases(sentence, speaker, text)
    yield from _investments(sentence, speaker, text)
    yield from _money(sentence, speaker, text)
    yield from _foundings(sentence, speaker, text, kinds)
    for match in _SPONSORED.finditer(text):
        yield from _make(sentence, speaker, match, "ClinicalTrialCollaboration", "party", "party", "sponsored by")
    for match in _SHARES_DATA.finditer(text):
        yield from _make(sentence, speaker, match, "DataCollaboration", "party", "party", "shares data")
    for match in _WELCOMES.finditer(text):
        yield from _make(sentence, speaker, match, "MembershipAgreement", "party", "party", "welcomes")
    for match in _JOINS.finditer(text):
        group = resolve(sentence, speaker, [match["two"]])
        if len(group) == 1 and kinds.get(group[0]) in _COLLECTIVE:
            yield from _make(sentence, speaker, match, "MembershipAgreement", "party", "party", "joins")


def _make(
    sentence: Slotted,
    speaker: Speaker,
    match: re.Match[str],
    kind: str,
    one: PartyRole,
    two: PartyRole,
    rule: str,
    *,
    weak: bool = False,
) -> Iterator[Claim]:
    first, second = resolve(sentence, speaker, [match["one"]]), resolve(sentence, speaker, [match["two"]])
    at = max(match.start("one"), match.start("two"))
    earlier = min(match.end("one"), match.end("two"))
    if _REFUSED.search(sentence.text[max(0, earlier - 60) : at]) or not first or not second or set(first) & set(second):
        return
    parties: dict[str, PartyRole] = {**dict.fromkeys(first, one), **dict.fromkeys(second, two)}
    yield Claim(parties, kind, earlier, rule, weak=weak)


def _licences(sentence: Slotted, speaker: Speaker, text: str) -> Iterator[Claim]:
    for match in _LICENSES.finditer(text):
        around = match["what"] + text[match.end() :][:100]
        if has_money(match["what"]) and "licen" not in match[0]:
            continue
        if re.search(r"\b(?:sells?|sold|vend\w*)\b", match[0]):
            if re.search(_RIGHTS, around):
                yield from _make(sentence, speaker, match, "AssetPurchase", "party", "party", "sells")
        elif re.search(r"licens|licenc|concede|cede\b|cedent", match[0]) or _LICENCE.search(around):
            yield from _make(sentence, speaker, match, "Licence", "licensor", "licensee", "licenses to")
    for match in _GRANTS.finditer(text):
        yield from _make(sentence, speaker, match, "Licence", "licensor", "licensee", "grants")
    for match in _OPTS.finditer(text):
        yield from _make(sentence, speaker, match, "Licence", "licensee", "licensor", "exercises option")
    for expression in (_TAKES, _TAKES_FROM):
        for match in expression.finditer(text):
            if re.search(r"\b(?:grant|subvention|approval|autorisation|funding)\b", match["what"]):
                continue
            bought = re.search(r"\b(?:achet|rachet|buy|bought|purchas|acqui)\w*", match[0]) and not re.search(
                r"licen|droits|rights|option", match[0]
            )
            if bought:
                yield from _make(sentence, speaker, match, "AssetPurchase", "party", "party", "buys from")
            elif re.search(r"licen|droits|rights|option", match[0]):
                yield from _make(sentence, speaker, match, "Licence", "licensee", "licensor", "takes rights")


def _purchases(sentence: Slotted, speaker: Speaker, text: str) -> Iterator[Claim]:
    for expression in (_BUYS, _BUYER_NOUN):
        for match in expression.finditer(text):
            what = match["what"]
            if re.search(
                r"\b(?:stake|participation|parts|capital|shares|actions|licen|experience|equipement|equipment|expertise)",
                what,
            ) or (re.search(r"\b(?:from|aupres|of|de)\b.*$", what) and expression is _BUYS):
                continue
            if re.search(_RIGHTS, what) and expression is _BUYS:
                continue
            asset = match["after"] is not None
            yield from _make(
                sentence,
                speaker,
                match,
                "AssetPurchase" if asset else "Acquisition",
                "party" if asset else "investor",
                "party",
                "buys",
            )
    for expression in (_BOUGHT, _BOUGHT_BY):
        for match in expression.finditer(text):
            yield from _make(sentence, speaker, match, "Acquisition", "investor", "party", "bought by")


def _investments(sentence: Slotted, speaker: Speaker, text: str) -> Iterator[Claim]:
    for match in _STAKE.finditer(text):
        plain = re.search(r"\binvest\w*", match[0]) and not re.search(r"capital|stake|participation|equity", match[0])
        if re.search(r"\ball (?:of )?(?:the )?(?:outstanding |issued )?shares|100 ?%|totalite", match[0]):
            continue
        if plain and not (has_money(match[0]) or "." not in match["two"]):
            continue
        if re.search(r"\binvest(?:igat|isseur|or)", match[0]) and not re.search(
            r"\binvest(?:it|issent|s|ed|i|ir|ing)?\b", match[0]
        ):
            continue
        yield from _make(sentence, speaker, match, "EquityInvestment", "investor", "party", "invests")
    if _ROUND.search(text) and has_money(text):
        for match in _RAISES.finditer(text):
            if not _ROUND.search(text[match.start() : match.end()]):
                continue
            more = re.findall(r"@\d+(?:\.\d+)*", text[match.end() :])
            for claim in _make(sentence, speaker, match, "EquityInvestment", "investor", "party", "raises"):
                for actor in resolve(sentence, speaker, more):
                    claim.parties.setdefault(actor, "investor")
                yield claim


def _money(sentence: Slotted, speaker: Speaker, text: str) -> Iterator[Claim]:
    gift = bool(re.search(r"\b(?:mecenat|mecene|don|dons|donation|philanthrop\w+)\b", text))
    kind, role = ("Sponsorship", "sponsor") if gift else ("Funding", "funder")
    giver: PartyRole = "sponsor" if role == "sponsor" else "funder"
    for match in _GIVES.finditer(text):
        if (has_money(match["what"]) or _GRANT.search(match[0])) and not re.search(
            r"licen|droits|rights|option|milestone|upfront|redevance|royalt", match[0]
        ):
            yield from _make(sentence, speaker, match, kind, giver, "beneficiary", "gives")
    for match in _GIVES_DIRECT.finditer(text):
        if has_money(match["what"]) or re.match(r" (?:a |an |the )?(?:[a-z-]+ ){0,3}grant\b", match["what"]):
            yield from _make(sentence, speaker, match, kind, giver, "beneficiary", "gives")
    for match in _BACKS.finditer(text):
        money = has_money(text) or bool(re.search(r"\b(?:financ|cofinanc|co-financ|fund|subvention)", match[0]))
        yield from _make(sentence, speaker, match, kind, giver, "beneficiary", "backs", weak=not money)
    for match in _SUPPORT.finditer(text):
        yield from _make(sentence, speaker, match, kind, giver, "beneficiary", "supports")
    for match in _RECEIVES.finditer(text):
        if not (_GRANT.search(match[0]) or has_money(match[0])) or _ROUND.search(match[0]):
            continue
        if not re.search(r"approval|autorisation|licen|milestone", match[0]):
            yield from _make(sentence, speaker, match, kind, giver, "beneficiary", "receives")
    for match in _THANKS.finditer(text):
        money = bool(re.search(r"financ|fund|subvention|grant|mecenat|don", match["what"])) or has_money(text)
        yield from _make(sentence, speaker, match, kind, giver, "beneficiary", "thanks to", weak=not money)
    for match in _BACKED.finditer(text):
        leaders = _LED.search(text)
        before = re.findall(r"@\d+(?:\.\d+)*", text[: match.start()])
        slots = [leaders["lead"], *([leaders["more"]] if leaders["more"] else [])] if leaders else before[-1:]
        one, two = resolve(sentence, speaker, [match["one"]]), resolve(sentence, speaker, slots)
        if (
            one
            and two
            and not set(one) & set(two)
            and not _REFUSED.search(text[max(0, match.start() - 60) : match.start()])
        ):
            parties: dict[str, PartyRole] = {**dict.fromkeys(one, giver), **dict.fromkeys(two, "beneficiary")}
            yield Claim(parties, kind, match.start(), "backed by", weak=leaders is None)


def programme_grants(sentence: Slotted, speaker: Speaker) -> Iterator[Claim]:
    """Sums given to a programme that is no actor: the giver alone, until the text says who leads it."""
    for match in _PROGRAMME.finditer(sentence.text):
        giver = resolve(sentence, speaker, [match["one"]])
        if giver and has_money(match[0]) and not _REFUSED.search(sentence.text[: match.start()][-60:]):
            yield Claim(dict.fromkeys(giver, "funder"), "Funding", match.start(), "programme")


def leaders_of(sentence: Slotted, speaker: Speaker) -> list[str]:
    """Who runs the programme that a sentence speaks of: *led by A together with B*."""
    match = _LED.search(sentence.text)
    return resolve(sentence, speaker, [match["lead"], *([match["more"]] if match["more"] else [])]) if match else []


def _foundings(sentence: Slotted, speaker: Speaker, text: str, kinds: dict[str, str]) -> Iterator[Claim]:
    for match in _FOUNDS.finditer(text):
        created = resolve(sentence, speaker, [slot for slot in (match["two"], match["three"]) if slot])
        founders = [actor for actor in resolve(sentence, speaker, [match["one"]]) if actor not in created]
        plainly = re.search(r"\b(?:cree\w*|creent|creat\w+|found\w*|fond\w+|establish\w*|set up|sets up)\b", match[0])
        if (
            match["noun"] is None
            and not (created and plainly)
            and (not created or kinds.get(created[0]) not in FOUNDABLE - {"Company", "BiotechCompany", "ResearchBody"})
        ):
            continue
        if match["noun"] is None and re.search(r"\b(?:with|avec|of|by|par|from|a|to|au sein)\b", match["what"]):
            continue
        if match["gap"] and re.search(r"\b(?:with|avec|between|entre|for|by|par|of|at|au sein|de)\b", match["gap"]):
            created = []
        if len(founders) < 2 or (
            _REFUSED.search(text[max(0, match.start("what") - 60) : match.start("what")])
            and not PLANNED.search(match[0])
        ):
            continue
        noun = match["noun"] or ""
        kind = "ConsortiumFounding"
        if re.match(r"alliance|chaire|chair", noun) and not created:
            kind = kind_of(match[0])
        claim = Claim(
            dict.fromkeys(founders, "founder" if kind == "ConsortiumFounding" else "party"),
            kind,
            match.start("what"),
            "founds",
        )
        claim.creates = created[0] if created and kind == "ConsortiumFounding" else None
        claim.planned = bool(PLANNED.search(match[0]))
        yield claim
