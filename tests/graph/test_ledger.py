"""The ledger's form is exact."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph import ledger
from ontology.errors import InputError
from ontology.rdf import DocumentGraph, Statement
from tests.graph.strategies import documents


@given(documents)
def test_decoding_gives_back_what_was_encoded(document: DocumentGraph) -> None:
    assertions = ledger.encode(document.statements)
    assert set(ledger.decode_all(assertions)) == document.statements
    assert ledger.size(assertions) == len(document.statements)
    assert list(ledger.decode_all(assertions)) == sorted(ledger.decode_all(assertions))


@given(documents, documents)
def test_fingerprints_are_equal_exactly_when_the_statements_are(one: DocumentGraph, other: DocumentGraph) -> None:
    prints = [ledger.fingerprint(ledger.encode(document.statements)) for document in (one, other)]
    assert (prints[0] == prints[1]) == (one.statements == other.statements)
    assert prints[0] == ledger.fingerprint(ledger.encode(sorted(one.statements, reverse=True)))


@pytest.mark.parametrize(
    "statement",
    [("_:b", "<http://x/p>", '"x"'), ("<http://x/s>", "<http://x/p>", "_:b"), ("<http://x/s>", "p", '"x"')],
)
def test_what_is_not_a_statement_of_ours_is_refused(statement: Statement) -> None:
    with pytest.raises(InputError, match="cannot be stored"):
        ledger.encode([statement])
