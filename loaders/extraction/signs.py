# ruff: noqa: E501 (patterns and tables of words are read better whole)
"""What stands around a name and tells that it is an organisation's, or that it is none: verbs, lists, neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.extraction.lexicon import pattern

_ARTICLE = r"(?: the| la| le| les| l'| its| sa| son)? ?$"
_BOUGHT = re.compile(
    r"\b(?:acquir\w+|acquiert|acquis|bought|buys?|absorb\w+|rachet\w+|(?:takes?|took|taking) over|"
    r"a rejoint|ont rejoint|joined|joins|(?:acquisition|purchase|takeover|rachat|reprise|absorption) (?:of|de|d'|par|by)|merg\w+ with|fusion\w* avec|"
    r"filiales? (?:de|d')|subsidiar\w+ of|spin-?(?:off|out)s? (?:of|from|de|d')|(?:au|du|le) capital (?:de|d')|actionnaires? (?:de|d')|"
    r"shareholders? (?:of|in)|stake in|analysts? (?:at|with|from)|analystes? (?:de|d'|chez)|clients? (?:de|d')|customers? of|competitors? of|"
    r"concurrents? (?:de|d')|salaries (?:de|d')|employees of|(?:supplied|provided|manufactured|maintained|audited|distributed|marketed|sold|"
    r"hosted|operated|owned) by|(?:fourni|fabriqu|maintenu|audit|distribu|commercialis|vendu|heberg|exploit|detenu|edit)\w{0,3} par)"
    + _ARTICLE
)
_MEMBER = re.compile(
    r"\b(?:members? of|membres? (?:de|d')|adher\w+ (?:a|de|d')|rejoint|siege (?:a|chez)|benevoles? (?:de|d')|volunteers? (?:of|from)|"
    r"(?:backed|sponsored|funded|financed|supported|organi[sz]ed|published|hosted) by|(?:soutenu|parrain|financ|organis|publi|opere|port)\w{0,3} par)"
    + _ARTICLE
)
_ALLIED = re.compile(
    r"\b(?:(?:associ|alli)\w{1,5} a|(?:partner\w*|collaborat\w+|team\w* up|joins? forces|joined forces|deal|agreement|partnership|alliance|merger|contract|licen[cs]e) with|"
    r"(?:accord|contrat|partenariat|alliance|convention|collaboration|fusion|licence|lie\w{0,3}|signee?s?) avec)"
    + _ARTICLE
)
_OURS = re.compile(
    r"\b(?:notre|our) (?:association|fondation|foundation|societe|entreprise|company|charity|club|collectif|federation|start-?up|biotech|network|reseau|partenaire|partner),? \"? ?$"
)
_TRADES = re.compile(
    r"\s?(?:\([^)]{1,60}\))? (?:today |also |a |has |have |ont |vient de |va |will |avait |had )*(?:acquires?|acquired|acquiert|acquis|rachet\w+|raised|raises|"
    r"employs|emploie|leve|licensed|licenses|out-licensed|commerciali[sz]es?|fabrique|manufactures|distribue)\b"
)
_OTHER_THING = re.compile(
    r"\s?(?:\([^)]{1,80}\))?,? (?:(?:is|est|was|are|etait) )?(?:an?|un|une|the|la|le|l') ?(?:[\w'-]+ ){0,6}?(?:project|projet|trial|essai|study|etude|platform|"
    r"plateforme|drug|antibody|anticorps|molecule|medicament|inhibitor|inhibiteur|vaccine|vaccin|cohort|cohorte|software|logiciel|device|app|event|"
    r"candidate|candidat|treatment|traitement|therapy|therapie|gene|protein|proteine|registry|registre)\b"
)
_COUNTRY = (
    r"(?:france|germany|allemagne|italy|italie|spain|espagne|portugal|belgium|belgique|netherlands|the netherlands|pays-bas|luxembourg|switzerland|suisse|austria|"
    r"autriche|poland|pologne|czech republic|czechia|tchequie|slovakia|slovaquie|slovenia|slovenie|hungary|hongrie|romania|roumanie|bulgaria|bulgarie|greece|grece|"
    r"cyprus|chypre|malta|malte|croatia|croatie|serbia|serbie|estonia|estonie|latvia|lettonie|lithuania|lituanie|finland|finlande|sweden|suede|norway|norvege|denmark|"
    r"danemark|iceland|islande|ireland|irlande|united kingdom|royaume-uni|uk|england|scotland|israel|turkey|turquie|turkiye|united states|usa|us|etats-unis|canada|"
    r"japan|japon|china|chine|korea|coree|india|inde|australia|australie|brazil|bresil|ukraine|[a-z]{2})"
)
_ITEM = re.compile(r"\s*(?:[-*•·▪◦►]|\(?\d{1,2}[.)])\s*")
_BEHIND_ITEM = re.compile(r"\s*(?:(?:[,-] [a-z' -]{2,40})?[,(-] ?" + _COUNTRY + r"\)?)?\s*[;.,]?\s*\Z")
_PLACED_ITEM = re.compile(r"\s*(?:[,-] [a-z' -]{2,40})?(?:\(|, )" + _COUNTRY + r"\)?\s*[;.,]?\s*\Z")
_JOINED_BEFORE = re.compile(
    r"(?P<join>, (?:and |et |ou |or )?| and | et | & | / |/)(?:the |la |le |les |l'|du |de la |de l'|des |d'|au |aux |a |avec |with |by |par |de )?\Z"
)
_JOINED_AFTER = re.compile(
    r"(?:\s?\([^()]{1,30}\))?(?P<join>, (?:and |et |ou |or )?| and | et | & | / |/)(?:the |la |le |les |l'|du |de la |de l'|des |d'|au |aux |a |avec |with |by |par |de )?"
)
_QUOTED_DEED = re.compile(
    r"\b(?:accord|accord-cadre|convention|contrat|agreement|charte|plan|appel a projets|call|campagne|campaign|operation|course|soiree|exposition|exhibition|"
    + pattern("organisations", "study_words")[3:-1]
    + r')(?: [a-z-]+){0,2} " ?$'
)


def context_points(before: str, after: str, *, words: int, capitals: bool) -> dict[str, float]:
    """The signs in the words right before and behind a name, each with its points.

    `words` is the number of words of the name, `capitals` whether it is written in capitals alone.
    """
    points: dict[str, float] = {}
    if _BOUGHT.search(before):
        points["object of trade"] = 3
    elif _MEMBER.search(before):
        points["member of"] = 3 if words > 1 else 2
    elif _ALLIED.search(before):
        points["allied with"] = 1.5
    if _OURS.search(before):
        points["our own"] = 3
    if _TRADES.match(after):
        points["trades"] = 1.5 if not capitals else 1
    if _OTHER_THING.match(after):
        points["another thing"] = -5
    if _QUOTED_DEED.search(before):
        points["name of a deed"] = -5
    return points


def item_points(low: str, line: tuple[int, int], span: tuple[int, int], *, among_known: bool) -> dict[str, float]:
    """Points of a name that fills a line of a list: with a country behind it, or beside lines of known actors."""
    start, end = line
    mark = _ITEM.match(low, start, end)
    opening = mark.end() if mark else start + len(low[start:end]) - len(low[start:end].lstrip())
    if span[0] != opening:
        return {}
    rest = low[span[1] : end]
    if _PLACED_ITEM.match(rest) and (mark or among_known):
        return {"listed with a country": 7}  # outweighs the doubt about names in capitals
    if mark and among_known and _BEHIND_ITEM.match(rest):
        return {"listed among actors": 3}
    return {}


def is_item(low: str, start: int, end: int) -> bool:
    """Whether a line is one of a list."""
    return _ITEM.match(low, start, end) is not None


def neighbour_points(low: str, span: tuple[int, int], ends: Mapping[int, int], starts: Mapping[int, int]) -> float:
    """Points of a name enumerated with actors; `ends` gives the start of the one that ends there, `starts` the end."""
    count, strong = 0, False
    position = span[0]
    while count < 3:
        join = _JOINED_BEFORE.search(low, max(0, position - 14), position)
        if not join or join.start() not in ends:
            break
        strong = strong or join["join"].strip(" ,") in ("and", "et", "&")
        count += 1
        position = ends[join.start()]
    position = span[1]
    while count < 3:
        join = _JOINED_AFTER.match(low, position)
        if not join or join.end() not in starts:
            break
        strong = strong or join["join"].strip(" ,") in ("and", "et", "&")
        count += 1
        position = starts[join.end()]
    if count > 1:
        return 3
    return 0 if not count else 2 if strong else 1
