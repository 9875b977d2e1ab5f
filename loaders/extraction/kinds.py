"""The kind of an agreement from the words around it, most specific first."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re

RANK = (
    "Acquisition",
    "AssetPurchase",
    "EquityInvestment",
    "Sponsorship",
    "Licence",
    "LetterOfIntent",
    "ConsortiumFounding",
    "FrameworkAgreement",
    "ClinicalTrialCollaboration",
    "DataCollaboration",
    "TrainingPartnership",
    "Funding",
    "StrategicAlliance",
    "CoDevelopment",
    "ResearchCollaboration",
    "MembershipAgreement",
    "Amendment",
    "Partnership",
)
# Kinds of one family describe the same tie more or less closely; kinds of different families are different deals.
_OWN = {"Acquisition", "AssetPurchase", "EquityInvestment", "Licence", "Funding", "MembershipAgreement", "Sponsorship"}

_APART = {
    "Acquisition",
    "AssetPurchase",
    "EquityInvestment",
    "MembershipAgreement",
}  # beside a collaboration, a second deal
_VAGUE = {"Partnership", "Amendment", "LetterOfIntent"}

_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(r"\b(?:" + words + ")"))
    for kind, words in (
        ("Sponsorship", r"mecenat|mecene|(?:corporate|research|teaching) sponsorship|sponsorship (?:agreement|programme|program)|philanthrop|donation\b|fait don\b|convention de don"),
        ("Licence", r"licen[cs](?:e|es|ed|ing)\b(?! (?:pro|students))|sous-licence|sublicen|droits (?:exclusifs|mondiaux|europeens|de commercialisation)|rights to\b|option (?:and licen|to licen|de licence|exclusive)"),
        ("FrameworkAgreement", r"framework|(?:accord|convention|contrat)s?[- ]cadres?\b|master (?:research |collaboration )?agreement"),
        ("LetterOfIntent", r"letters? of intent|lettres? d'intention|memorandum|protocole d'(?:accord|entente)|mou\b"),
        ("ClinicalTrialCollaboration", r"clinical (?:trials?|stud(?:y|ies)|research)? ?(?:and supply )?(?:collaboration|agreement|partnership|alliance)|clinical trial|essais? cliniques?|etudes? cliniques?|(?:collaboration|partenariat|cooperation|accord) (?:de recherche )?clinique|clinical supply|phase (?:[i123]|iv)|recherche clinique|essais? de |programme d'essais"),
        ("DataCollaboration", r"data (?:sharing|partnership|collaboration|access)|real[- ]world (?:data|evidence)|partage de (?:donnees|bases)|donnees de (?:vie reelle|sante)|(?:entrepot|plateforme|hub) de donnees|health data"),
        ("TrainingPartnership", r"(?:training|teaching|educational|education) (?:programme|program|partnership|agreement)|(?:partenariat|convention|accord|programme) (?:de formation|pedagogique|d'enseignement)|formation (?:des|continue|initiale)|doubles? diplomes?|double degree|joint (?:master|degree)|diplome universitaire|formation commune|convention pedagogique|master's degree"),
        ("StrategicAlliance", r"strategic collaboration|strategic (?:global |research |oncology |industrial )?(?:alliance|partnership)|(?:alliance|partenariat|accord) strategique|broad (?:strategic )?alliance|alliance\b|s'alli|allian|ally\b|allies\b"),
        ("CoDevelopment", r"co-?develop|developp?\w* (?:and|et) (?:the |la |de )?commerciali|commerciali\w* (?:and|et) (?:the |le |de )?developp?|developpement conjoint|joint(?:ly)? develop|accord de developpement|development agreement|on developing\b|to (?:jointly |co-)develop\b"),
        ("ResearchCollaboration", r"recherche|research|r ?& ?d\b|translation|scientifi|discover|decouverte|laboratoires? communs?|joint laborator|preclini|biomarqueur|biomarker|collaborative|accord de collaboration|collaboration agreement|projets? collaboratifs?|etudier|to study\b|essais"),
        ("Amendment", r"avenant|amend|extend|extension|renew|renouvel|prolong|expan[ds]|expansion|etend|elargi"),
    )
)  # fmt: skip
RENEWS = re.compile(
    r"\b(?:avenant|amend|exten[ds]|renew|renouvel|prolong|reconduit|reconduction|expan[ds]|etend|elargi|strengthen|renforc|new phase|nouvelle etape|deepen)"
)


_FUNDS = re.compile(
    r"\b(?:co-?)?(?:fund|financ)\w*(?: [a-z-]+){0,3} (?:research )?(?:chair|chaire|programme|program|projet|project)s?\b"
)


def kind_of(text: str) -> str:
    """The most specific kind that a stretch of folded, lower-case text names; `Partnership` when it names none.

    >>> kind_of("signent un accord-cadre de recherche"), kind_of("are partners")
    ('FrameworkAgreement', 'Partnership')
    """
    if _FUNDS.search(text):
        return "Funding"
    for kind, expression in _WORDS:
        if expression.search(text):
            return kind
    return "Partnership"


def compatible(one: str, other: str) -> bool:
    """Whether two kinds may describe one deal of the same parties."""
    if one == other:
        return True
    if one in _APART or other in _APART:
        return one in _VAGUE or other in _VAGUE
    return one not in _OWN or other not in _OWN


def finer(one: str, other: str) -> str:
    """The more specific of two kinds."""
    return min(one, other, key=RANK.index)
