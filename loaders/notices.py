"""Warnings about a document: a code that programs can rely on, and the words for people in French and English.

A warning is `code` or `code: detail; detail`, as `oncograph extract` prints it.
"""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, str]] = {
    "no-agreement": ("aucun accord n'a été trouvé dans ce document", "no agreement was found in this document"),
    "undated": ("le document ne dit pas sa date de publication", "the document does not say when it was published"),
    "publisher-guessed": (
        "l'éditeur n'est pas écrit, il est déduit du texte",
        "the publisher is not written, it is inferred from the text",
    ),
    "third-language": (
        "une partie du texte n'est ni en français ni en anglais",
        "part of the text is neither French nor English",
    ),
    "truncated": ("le texte est trop long : sa fin n'a pas été lue", "the text is too long: its end was not read"),
    "encoding": (
        "le fichier n'est pas en UTF-8 ; il a été lu comme {0}, et les positions comptent dans le texte décodé",
        "the file is not UTF-8; it was read as {0}, and offsets count in the decoded text",
    ),
    "byte-order-mark": (
        "la marque d'ordre des octets a été omise ; les positions comptent après elle",
        "the byte order mark was left out; offsets count after it",
    ),
    "damaged-characters": (
        "caractères illisibles (U+FFFD) déjà présents dans le fichier : {0}",
        "unreadable characters (U+FFFD) that were already in the file: {0}",
    ),
    "pages-without-text": ("pages sans texte : {0}", "pages without text: {0}"),
    "attachments": ("pièces jointes non lues : {0}", "attachments that were not read: {0}"),
    "decision-unmatched": (
        "la décision {0} ({1}) ne correspond plus à rien de lu : {2}",
        "the decision {0} ({1}) fits nothing that is read any more: {2}",
    ),
    "contact-details": (
        "coordonnées laissées hors du graphe : adresses électroniques {0}, numéros de téléphone {1}",
        "contact details left out of the graph: e-mail addresses {0}, telephone numbers {1}",
    ),
}


def warning(code: str, *details: object) -> str:
    """A warning from its code and details.

    Raises:
        KeyError: there is no such code.
    """
    _WORDS[code]
    return f"{code}: {'; '.join(map(str, details))}" if details else code


def words(warning: str, lang: str) -> str:
    """A warning as a person reads it, in French (`fr`) or English; one of an unknown code as it is."""
    code, _, details = warning.partition(": ")
    if code not in _WORDS:
        return warning
    return _WORDS[code][lang != "fr"].format(*details.split("; "), *[""] * 2)


def codes() -> tuple[str, ...]:
    """All codes."""
    return tuple(_WORDS)
