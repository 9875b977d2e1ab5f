"""The figures of an evaluation: counts, shares with their intervals, and the mistakes behind them."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from typing import Literal

FIELDS = (
    "parties",
    "complete",
    "kind",
    "dates",
    "duration",
    "organizations",
    "persons",
    "affiliations",
    "issued",
)
Fault = Literal["false", "missed", "differs"]
Json = dict[str, object]

_Z = 1.959964  # two-sided 95 %


@dataclass
class Count:
    """Right ones, false ones and missed ones of a field."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, *, right: int = 0, false: int = 0, missed: int = 0) -> None:
        """Counts some more."""
        self.right += right
        self.false += false
        self.missed += missed

    @property
    def precision(self) -> float | None:
        """Share of the found ones that are right; None when nothing was found."""
        return self.right / (self.right + self.false) if self.right + self.false else None

    @property
    def recall(self) -> float | None:
        """Share of the true ones that were found; None when there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def precision_interval(self) -> tuple[float, float]:
        """The 95 % interval of the precision."""
        return wilson(self.right, self.right + self.false)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """The 95 % interval of the recall."""
        return wilson(self.right, self.right + self.missed)

    @property
    def f(self) -> float | None:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share (Wilson 1927, J. Am. Stat. Assoc. 22:209)."""
    if not total:
        return 0.0, 1.0
    share = right / total
    centre = share + _Z**2 / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    # At the ends the formula gives 0 and 1; said outright, for rounding leaves it a hair beside them.
    return (centre - spread) / scale if right else 0.0, (centre + spread) / scale if right < total else 1.0


@dataclass(frozen=True)
class Mistake:
    """One difference from the gold reading, with the words concerned.

    Attributes:
        document: id of the text.
        field: one of `FIELDS`.
        fault: `false` (found, not there), `missed` (there, not found) or `differs` (found with another value).
        found: what extraction says.
        true: what the gold reading says.
        sentence: where the text says so, or what the false claim rests on.
    """

    document: str
    field: str
    fault: Fault
    found: str = ""
    true: str = ""
    sentence: str = ""


@dataclass
class Evaluation:
    """The figures of one run over a gold set.

    Attributes:
        texts: how many were read.
        silent: number of texts without any agreement; `alarms`: false agreements found in them.
        counts: per field of `FIELDS`; `complete` asks for parties, kind and dates at once.
        by_language: the parties of agreements, split; so are `by_genre` and `by_tier` (nothing is missed in a tier).
        mistakes: every difference, in the order of the texts.
    """

    texts: int = 0
    silent: int = 0
    alarms: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in FIELDS})
    by_language: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_genre: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_tier: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    mistakes: list[Mistake] = field(default_factory=list)

    def to_json(self, *, errors: bool = False) -> Json:
        """The figures for programs; a share is null where there was nothing to count.

        Args:
            errors: with every mistake and its sentence.
        """
        groups = {"language": self.by_language, "genre": self.by_genre}
        figures: Json = {
            "texts": self.texts,
            "withoutAgreement": self.silent,
            "falseAlarms": self.alarms,
            "fields": {name: _figures(count) for name, count in self.counts.items()},
            **{name: {key: _figures(group[key]) for key in sorted(group)} for name, group in groups.items()},
            "tier": {tier: _shares(self.by_tier[tier], "precision") for tier in sorted(self.by_tier)},
        }
        return figures | {"errors": [asdict(mistake) for mistake in self.mistakes]} if errors else figures


def _figures(count: Count) -> Json:
    counted: Json = {"right": count.right, "false": count.false, "missed": count.missed}
    return counted | _shares(count, "precision") | _shares(count, "recall") | {"f": count.f}


def _shares(count: Count, name: Literal["precision", "recall"]) -> Json:
    share = count.precision if name == "precision" else count.recall
    low, high = count.precision_interval if name == "precision" else count.recall_interval
    of = count.right + (count.false if name == "precision" else count.missed)
    return {name: None if share is None else {"value": share, "low": low, "high": high, "right": count.right, "of": of}}
