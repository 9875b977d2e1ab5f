"""The ledger: what each document states, kept exactly.

`(document)-[:ASSERTS {po}]->(subject)` holds the statements of one document about one subject; `po` is the sorted list
of their `predicate SP object` texts in N-Triples. Subjects are kept as plain IRIs, since they are the key of the node.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ontology.errors import InputError
from ontology.rdf import Statement, iri

Assertions = Mapping[str, tuple[str, ...]]  # subject IRI → its sorted `predicate SP object` texts


def encode(statements: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    """The statements of one document as they are kept, by subject IRI.

    Raises:
        InputError: a subject or predicate is not an IRI (a blank node, for instance).
    """
    gathered: defaultdict[str, set[str]] = defaultdict(set)
    for subject, predicate, object_ in statements:
        if not (subject.startswith("<") and predicate.startswith("<") and object_[:1] in ("<", '"')):
            raise InputError(
                f"this statement cannot be stored: {subject} {predicate} {object_[:80]}",
                remedy="give every node an IRI; blank nodes are not stored",
            )
        gathered[subject[1:-1]].add(f"{predicate} {object_}")
    return {subject: tuple(sorted(po)) for subject, po in gathered.items()}


def decode(subject: str, po: Iterable[str]) -> Iterator[Statement]:
    """The statements about one subject, in the order kept."""
    subject_term = iri(subject)
    for pair in po:
        predicate, _, object_ = pair.partition(" ")
        yield subject_term, predicate, object_


def decode_all(assertions: Assertions) -> Iterator[Statement]:
    """All statements of a document, sorted."""
    for subject in sorted(assertions):
        yield from decode(subject, assertions[subject])


def size(assertions: Assertions) -> int:
    """How many statements these are."""
    return sum(len(po) for po in assertions.values())


def fingerprint(assertions: Assertions) -> str:
    """SHA-256 of a document's sorted N-Triples, in hexadecimal: equal exactly when the statements are."""
    digest = hashlib.sha256()
    for subject, predicate, object_ in decode_all(assertions):
        digest.update(f"{subject} {predicate} {object_} .\n".encode())
    return digest.hexdigest()
