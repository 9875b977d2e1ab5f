"""Writing Turtle and TriG: grouped by subject, with prefixes, sorted, so that two exports compare line by line.

A writer of our own because language tags (`fr-FR`) and lexical forms must come out as they went in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from ontology.jsonld import prefixes
from ontology.rdf import RDF_TYPE, Statement

# The part of Turtle's local names that needs no escape and cannot be mistaken.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?\Z")


class Shortener:
    """Writes IRIs with prefixes where they have one."""

    def __init__(self) -> None:
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes().items()}
        self._known: dict[str, str] = {}

    def iri(self, value: str) -> str | None:
        """`prefix:local`, or None where no prefix fits."""
        split = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._by_namespace.get(value[:split])
        return f"{prefix}:{value[split:]}" if prefix and _LOCAL.match(value[split:]) else None

    def term(self, text: str) -> str:
        """An N-Triples term as Turtle."""
        if text.startswith("<"):
            return self.iri(text[1:-1]) or text
        body, mark, datatype = text.rpartition("^^")
        if mark and datatype.endswith(">") and body.endswith('"'):
            return f"{body}^^{self.iri(datatype[1:-1]) or datatype}"
        return text


def header() -> str:
    """The prefixes as Turtle."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes().items()))


def blocks(statements: Iterable[Statement], shorten: Shortener, indent: str = "") -> Iterator[str]:
    """One paragraph for each subject.

    Args:
        statements: sorted.
        shorten: knows the prefixes.
        indent: put before each line.
    """
    for subject, about in groupby(statements, key=itemgetter(0)):
        lines = []
        by_predicate = [(predicate, list(same)) for predicate, same in groupby(about, key=itemgetter(1))]
        for predicate, same in sorted(by_predicate, key=lambda pair: pair[0] != RDF_TYPE):
            verb = "a" if predicate == RDF_TYPE else shorten.term(predicate)
            separator = f",\n{indent}        "
            lines.append(f"{indent}    {verb} {separator.join(shorten.term(object_) for _, _, object_ in same)}")
        yield f"{indent}{shorten.term(subject)}\n" + " ;\n".join(lines) + " .\n"
