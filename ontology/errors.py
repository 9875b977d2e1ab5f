"""The errors that people meet: one small hierarchy, each naming the place and the remedy."""

from __future__ import annotations


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
        parts = [f"{self.place}: {self.message}" if self.place else self.message]
        if self.remedy:
            parts.append(f"→ {self.remedy}")
        return "\n".join(parts)


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
