"""Spellings made comparable: one function that keeps offsets, one that makes the key of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cleanco.termdata import terms_by_country

_QUOTES = dict.fromkeys("‘’‚‛ʼ′`´", "'") | dict.fromkeys("“”„‟«»″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹣-", "-")
_SPACES = dict.fromkeys(
    "\t\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_STROKES = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i"}
_SINGLE = _QUOTES | _DASHES | _SPACES | _STROKES | {"\u2028": "\n", "\u2029": "\n"}

_MARKS = re.compile(r"\(tm\)|[™®©℠]", re.IGNORECASE)
_ELISION = re.compile(r"^[ld]'(?=\w)")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_ARTICLES = frozenset({"le", "la", "les", "the"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SAME_WORD = {"et": "and", "st": "saint", "ste": "sainte"}

# Cutting these would merge names that differ in nothing else (Merck & Co, Merck KGaA) or cut words that are no
# legal form in a French or English name (État, as, da …).
_UNSAFE = frozenset(
    {
        "co",
        "and co",
        "company",
        "and company",
        "kgaa",
        "sep",
        "sem",
        "ei",
        "cic",
        "cio",
        "sc",
        "sal",
        "sad",
        "ss",
        "eg",
        "lp",
    }
)
_COUNTRIES = (
    *("France", "United Kingdom", "United States of America", "Germany", "Netherlands", "Belgium", "Switzerland"),
    *("Italy", "Spain", "Sweden", "Denmark"),
)


def fold(text: str) -> str:
    """The text with accents, quotes, dashes and spaces made plain, each character at its own place.

    The result has the same length as the text, so an offset into one is an offset into the other. Case and newlines
    stay; a letter that would become two (œ, ß) stays as it is.

    >>> fold("l’Hôpital – déjà")
    "l'Hopital - deja"
    """
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """A translation table that fills itself with the characters met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = [part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part)]
        plain = self[code] = base[0] if len(base) == 1 else character
        return plain


_PLAIN = _Plain({ord(character): plain for character, plain in _SINGLE.items()})


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The key under which spellings of one name meet, or `""` when nothing of the name is left.

    Folded: accents, case, hyphens, apostrophes, dots, trademark signs, `&`/`et`/`and`, `St`/`Saint`. Cut: leading
    articles and elisions, a final possessive, legal forms at the end. Two names of the same key are the same name;
    two different keys say nothing.

    >>> key("L’École Polytechnique"), key("MacroGenics, Inc."), key("the University’s")
    ('ecole polytechnique', 'macrogenics', 'university')
    """
    plain = fold(_MARKS.sub("", name)).strip(" \n\r\"'*.,;:()[]").casefold().translate(_LIGATURES)
    plain = _ELISION.sub("", _POSSESSIVE.sub("", plain)).replace(".", "").replace("&", " and ")
    plain = "".join(
        ch
        for ch in unicodedata.normalize("NFKD", plain)
        if not unicodedata.combining(ch) and unicodedata.category(ch) != "Cf"
    )
    words = [_SAME_WORD.get(word, word) for word in _NOT_WORD.split(plain) if word]
    return " ".join(_without_legal_form(_without_article(words)))


def _without_article(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return words


def _without_legal_form(words: list[str]) -> list[str]:
    for length in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if tuple(words[-length:]) in _LEGAL_FORMS:
            return _without_legal_form(words[:-length])
    return words


def _legal_forms() -> frozenset[tuple[str, ...]]:
    listed = [term for country in _COUNTRIES for term in terms_by_country[country]]
    plain = {re.sub(r"[^a-z]+", " ", term.replace(".", "").replace("&", " and ")).strip() for term in listed}
    return frozenset(tuple(term.split()) for term in (plain | {"sa", "se", "co ltd", "association loi 1901"}) - _UNSAFE)


_LEGAL_FORMS = _legal_forms()
_LONGEST_FORM = max(map(len, _LEGAL_FORMS))
