"""Which statements can be stored at all: IRIs and literals, well written and in their places."""

from __future__ import annotations

import re

from ontology.findings import Bilingual, Problem
from ontology.rdf import Statement, term


def sound(statements: frozenset[Statement]) -> tuple[frozenset[Statement], list[Problem]]:
    """The statements whose terms are IRIs and literals, and what is wrong with the others.

    A statement with a blank node or a malformed term cannot be stored, nor looked at further.
    """
    judged: dict[tuple[str, bool], bool] = {}

    def is_sound(text: str, position: int) -> bool:
        key = (text, position == 2)
        if key not in judged:
            judged[key] = _is_sound(text, literal=position == 2)
        return judged[key]

    problems: dict[str, Problem] = {}
    kept = []
    for statement in sorted(statements):
        bad = [text for position, text in enumerate(statement) if not is_sound(text, position)]
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


def _is_sound(text: str, *, literal: bool) -> bool:
    try:
        kind, value, _, _ = term(text)
    except ValueError:
        return False
    if kind == "literal":
        return literal
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S", value)) and not re.search(r'[\x00-\x20<>"{}|^`\\]', value)


def _named(text: str) -> str | None:
    return text[1:-1] if _is_sound(text, literal=False) else None
