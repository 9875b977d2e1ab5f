"""Partial dates: a day, a month or a year, never finer than the text.

The lexical forms are those of XML Schema 1.1 Part 2 (`xsd:date`, `xsd:gYearMonth`, `xsd:gYear`) without a time
zone, which are also the level 0 dates of the Extended Date/Time Format (ISO 8601-2:2019).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_XSD = "http://www.w3.org/2001/XMLSchema#"
DATATYPES: dict[Precision, str] = {"day": _XSD + "date", "month": _XSD + "gYearMonth", "year": _XSD + "gYear"}


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year; ordered by its text (`2011` < `2011-06` < `2011-06-27`)."""

    value: str

    def __post_init__(self) -> None:
        match = _FORM.match(self.value)
        if not match:
            raise ValueError(f"not a date of the form 2024, 2024-03 or 2024-03-05: {self.value!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        dt.date(year or 0, month or 1, day or 1)  # raises ValueError on a month 13 or a 30 February

    @property
    def precision(self) -> Precision:
        """How fine the date is."""
        return {4: "year", 7: "month", 10: "day"}[len(self.value)]  # type: ignore[return-value]

    @property
    def datatype(self) -> str:
        """The XML Schema datatype IRI that this precision has."""
        return DATATYPES[self.precision]

    @property
    def first(self) -> dt.date:
        """The earliest day the date can mean."""
        parts = [int(part) for part in self.value.split("-")]
        return dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)

    @property
    def last(self) -> dt.date:
        """The latest day the date can mean."""
        parts = [int(part) for part in self.value.split("-")]
        if len(parts) == 1:
            return dt.date(parts[0], 12, 31)
        if len(parts) == 2:
            return dt.date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
        return self.first

    def plus(self, years: int = 0, months: int = 0) -> PartialDate:
        """The date that many years and months later, at the same precision.

        A year plus months becomes a year: a result is never finer than what it is derived from. A 29 February or a
        31st that does not exist in the target month becomes that month's last day.
        """
        parts = [int(part) for part in self.value.split("-")]
        if len(parts) == 1:
            return PartialDate(f"{parts[0] + years + months // 12:04d}")
        total = parts[0] * 12 + parts[1] - 1 + years * 12 + months
        year, month = divmod(total, 12)
        if len(parts) == 2:
            return PartialDate(f"{year:04d}-{month + 1:02d}")
        day = min(parts[2], calendar.monthrange(year, month + 1)[1])
        return PartialDate(f"{year:04d}-{month + 1:02d}-{day:02d}")
