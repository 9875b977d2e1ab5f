"""What the gate said of a document, as its readers get it."""

from __future__ import annotations

import httpx
import pytest
import rdflib
from rdflib.namespace import RDF, SH

pytestmark = pytest.mark.one_engine

_ADDRESS = "/v1/quality/loads/gustave-roussy-owkin-2019"


def test_a_report_has_a_form_for_programs_people_and_other_tools(client: httpx.Client) -> None:
    report = client.get(_ADDRESS).json()
    assert report["conforms"] is True
    assert len(report["findings"]) == sum(report["counts"].values())
    turtle = client.get(_ADDRESS, headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=turtle.text, format="turtle")
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(report["findings"])
    page = client.get(_ADDRESS, headers={"Accept": "text/html", "Accept-Language": "fr"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-language"] == "fr"
    assert "style-src 'sha256-" in page.headers["content-security-policy"]
    assert "<h1>Contrôle avant chargement</h1>" in page.text
    for finding in report["findings"]:
        assert finding["rule"] in page.text


@pytest.mark.parametrize("id", ["nobody", "gustave-roussy-owkin-2019-2"])
def test_a_document_that_was_not_loaded_has_none(client: httpx.Client, id: str) -> None:
    answer = client.get(f"/v1/quality/loads/{id}")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
