"""Which form of an answer a client gets: `Accept` with q-values (RFC 9110, section 12.5.1), or `?format=`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A form an answer can take; `name` is what `?format=` says."""

    name: str
    media_type: str
    extension: str

    @property
    def content_type(self) -> str:
        """The media type with the encoding, for text."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


JSON = Format("json", "application/json", "json")
TURTLE = Format("turtle", "text/turtle", "ttl")
TRIG = Format("trig", "application/trig", "trig")
NTRIPLES = Format("nt", "application/n-triples", "nt")
NQUADS = Format("nq", "application/n-quads", "nq")
JSONLD = Format("jsonld", "application/ld+json", "jsonld")
CSV = Format("csv", "text/csv", "csv")
HTML = Format("html", "text/html", "html")
RDF: tuple[Format, ...] = (TURTLE, NTRIPLES, TRIG, JSONLD)
DUMP: tuple[Format, ...] = (TURTLE, TRIG, NTRIPLES, NQUADS, JSONLD)
RESOURCE: tuple[Format, ...] = (JSON, *RDF)
TABLE: tuple[Format, ...] = (JSON, CSV, *RDF)


class NotAcceptable(Exception):
    """None of the forms that exist was asked for."""

    def __init__(self, wanted: str, offered: Sequence[Format]) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.offered = tuple(offered)


def choose(accept: str | None, requested: str | None, offered: Sequence[Format]) -> Format:
    """The form to answer in; `requested` (from `?format=`) wins over the header.

    Args:
        accept: the `Accept` header; absent means anything.
        requested: the value of `?format=`, if any.
        offered: what exists, the preferred one first; it breaks ties between equal q-values.

    Raises:
        NotAcceptable: nothing that exists was asked for.
    """
    if requested:
        for form in offered:
            if requested.lower() in {form.name, form.extension, form.media_type}:
                return form
        raise NotAcceptable(requested, offered)
    ranges = _ranges(accept or "*/*") or _ranges("*/*")
    ranked = [(_quality(form.media_type, ranges), form) for form in offered]
    quality, best = max(ranked, key=lambda item: item[0])
    if quality <= 0:
        raise NotAcceptable(accept or "", offered)
    return best


def _ranges(accept: str) -> list[tuple[str, float]]:
    """Media ranges with their weights; parts that are not media ranges are passed over."""
    found = []
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media.count("/") != 1:
            continue
        weight = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        try:
            found.append((media, min(max(float(weight), 0.0), 1.0)))
        except ValueError:
            continue
    return found


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers a media type; 0 where none does."""
    major = media_type.partition("/")[0]
    for pattern in (media_type, f"{major}/*", "*/*"):
        weights = [weight for media, weight in ranges if media == pattern]
        if weights:
            return max(weights)
    return 0.0
