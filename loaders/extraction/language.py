"""The language of a document: French or English, and a warning when it is neither."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from loaders.model import Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 8_000  # characters: enough to tell, and the cost stays flat
_ENOUGH = 60  # characters below which a third language is not claimed
_OTHERS = ("de", "es", "it", "nl", "pt", "pl", "zh", "ja", "ru", "ar", "ko", "sv", "da", "tr")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second to load: only when a text is read

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["fr", "en", *_OTHERS])
    return identifier


def language_of(text: str) -> tuple[Language, bool]:
    """The likelier of French and English, and whether a third language is likelier than both."""
    sample = text[:SAMPLE]
    ranked = [code for code, _ in _identifier().rank(sample)]
    best: Language = "fr" if ranked.index("fr") < ranked.index("en") else "en"
    return best, ranked[0] not in ("fr", "en") and len(sample.strip()) >= _ENOUGH
