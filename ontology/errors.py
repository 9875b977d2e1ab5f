"""The errors that people meet: one small hierarchy, each naming the place and the remedy."""

from __future__ import annotations

from ontology.messages import told


class OncographError(Exception):
    """Root of all errors that are shown to a person.

    Args:
        message: what is wrong, one sentence.
        place: the file, line, setting or document concerned.
        remedy: what the person can do about it.
    """

    def __init__(self, message: str, *, place: str | None = None, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        return self.told("en")

    def told(self, language: str) -> str:
        """Message, place and remedy in French (`fr`) or English."""
        message, remedy = self.message_in(language), self.remedy_in(language)
        parts = [f"{self.place}{' : ' if language == 'fr' else ': '}{message}" if self.place else message]
        if remedy:
            parts.append(f"→ {remedy}")
        return "\n".join(parts)

    def message_in(self, language: str) -> str:
        """The message in French (`fr`) or English."""
        return told(self.message, language)

    def remedy_in(self, language: str) -> str | None:
        """The remedy in French (`fr`) or English."""
        return told(self.remedy, language) if self.remedy else None


class InputError(OncographError):
    """A file, folder or argument cannot be used."""


class StoreError(OncographError):
    """The database did not do what was asked."""


class StoreUnavailable(StoreError):
    """The database cannot be reached, or refuses the login."""


class StoreVersionError(StoreError):
    """The database was written by another version of oncograph."""


class EngineError(StoreError):
    """The embedded engine cannot start or was lost."""


class QuestionError(OncographError):
    """A question or its parameters cannot be understood."""


class ParametersError(QuestionError):
    """A question is asked with a parameter too few or too many: wrong use, not a value that is not found."""
