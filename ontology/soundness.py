"""Which statements can be stored at all: IRIs and literals, well written and in their places."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.findings import Bilingual, Problem
from ontology.rdf import Statement, term

_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:(?!\s)[^\x00-\x20<>"{}|^`\\]+\Z""")


def sound(statements: frozenset[Statement]) -> tuple[frozenset[Statement], list[Problem]]:
    """The statements whose terms are IRIs and literals, and what is wrong with the others.

    A statement with a blank node or a malformed term cannot be stored, nor looked at further.
    """
    names = {text for subject, predicate, _ in statements for text in (subject, predicate)}
    unsound_names = {text for text in names if not _is_name(text)}
    unsound_values = {text for _, _, text in statements if not _is_value(text)}
    if not unsound_names and not unsound_values:
        return statements, []
    problems: dict[str, Problem] = {}
    kept = []
    for statement in sorted(statements):
        bad = [text for text in statement[:2] if text in unsound_names]
        bad += [text for text in statement[2:] if text in unsound_values]
        for text in bad:
            problems.setdefault(text, _unsound(text, statement))
        if not bad:
            kept.append(statement)
    return frozenset(kept), list(problems.values())


def _unsound(text: str, statement: Statement) -> Problem:
    if text.startswith("_:"):
        return Problem(
            "blank-node",
            "Violation",
            text,
            Bilingual(
                "Une chose n'a pas d'IRI (nœud anonyme) : on ne pourrait ni la retrouver ni la remplacer.",
                "A thing has no IRI (blank node): it could be neither found again nor replaced.",
            ),
            Bilingual("Donnez-lui un IRI.", "Give it an IRI."),
            path=_named(statement[1]),
        )
    return Problem(
        "malformed-term",
        "Violation",
        _named(statement[0]) or statement[0],
        Bilingual(
            f"« {text[:80]} » n'est ni un IRI ni un texte bien écrit, ou n'est pas à sa place.",
            f"“{text[:80]}” is neither an IRI nor a sound text, or is out of place.",
        ),
        Bilingual(
            "Corrigez les caractères interdits (espaces, guillemets, accolades dans un IRI).",
            "Correct the forbidden characters (spaces, quotation marks, braces in an IRI).",
        ),
        path=_named(statement[1]),
    )


@lru_cache(maxsize=32_768)
def _is_value(text: str) -> bool:
    try:
        return term(text).kind == "literal" or _is_name(text)
    except ValueError:
        return False


@lru_cache(maxsize=32_768)
def _is_name(text: str) -> bool:
    try:
        found = term(text)
    except ValueError:
        return False
    return found.kind == "iri" and _IRI.match(found.value) is not None


def _named(text: str) -> str | None:
    return text[1:-1] if _is_name(text) else None
