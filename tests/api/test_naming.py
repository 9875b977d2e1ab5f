"""What the command line calls documents and counts."""

from __future__ import annotations

import pytest

from api.cli.documents import _named
from api.texts import t
from loaders.outcome import DocumentOutcome


@pytest.mark.parametrize(
    ("file", "document", "shown"),
    [
        ("/in/graph.trig", "003-x", "graph.trig: 003-x"),
        ("/in/003_x.txt", "003_x", "003_x.txt"),
        ("/in/lost.txt", "", "lost.txt"),
    ],
)
def test_a_document_of_a_file_of_many_is_named(file: str, document: str, shown: str) -> None:
    iri = f"https://example.org/document/{document}" if document else None
    assert _named(DocumentOutcome(file, "new", iri=iri)) == shown


@pytest.mark.parametrize(("lang", "ledger"), [("en", "ledger"), ("fr", "registre")])
def test_what_is_counted_is_said(lang: str, ledger: str) -> None:
    assert ledger in t("status.relationships", lang)
    sizes = {"documents": 1, "statements": 2, "nodes": 3, "relationships": 4}
    assert ledger in t("verify.clean", lang, **sizes)
