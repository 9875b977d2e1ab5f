"""The review queue over HTTP: shown to everybody, decided on by those with the key alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.settings import ApiSettings
from graph.settings import StoreSettings
from loaders.review import decisions

pytestmark = pytest.mark.one_engine

KEY = {"X-Curator-Key": "open sesame"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "decisions.jsonl"
    monkeypatch.setenv("ONCOGRAPH_DECISIONS", str(path))
    return path


@pytest.fixture
def curated(loaded: StoreSettings, file: Path) -> Iterator[TestClient]:
    with TestClient(create_app(ApiSettings(curator_key=SecretStr("open sesame")), loaded)) as opened:
        yield opened


def rows(client: TestClient, **parameters: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/v1/review", params=parameters).json()["rows"]
    return found


def pending(client: TestClient) -> dict[str, Any]:
    return next(row for row in rows(client) if row["type"] == "claim" and row["kind"] != "Sponsorship")


def test_the_queue_holds_doubtful_claims_with_their_words_around(curated: TestClient) -> None:
    found = rows(curated, lang="fr")
    assert found
    assert {row["tier"] for row in found if row["type"] == "claim"} <= {"B", "C"}
    assert all(row["quote"] for row in found)
    claim = pending(curated)
    assert claim["document"]["iri"].rsplit("/", 1)[1]
    assert len(rows(curated, status="all")) > len(found)
    assert [row["id"] for row in rows(curated, limit="1")] == [found[0]["id"]]


def test_without_a_key_the_service_takes_no_decision(app: FastAPI, file: Path) -> None:
    with TestClient(app) as client:
        assert client.get("/v1/review").json()["curation"] is False
        refused = client.post("/v1/review/decisions", json={"id": "c0", "verdict": "accept"}, headers=KEY)
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "curation-off")
    assert not file.exists()


@pytest.mark.parametrize("headers", [{}, {"X-Curator-Key": "open sesam"}, {"X-Curator-Key": ""}])
def test_a_wrong_key_is_refused(curated: TestClient, file: Path, headers: dict[str, str]) -> None:
    given = {"id": pending(curated)["id"], "verdict": "accept"}
    refused = curated.post("/v1/review/decisions", json=given, headers=headers)
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (401, "curator-key")
    assert not file.exists()


def test_a_decision_is_written_down_once_and_leaves_the_queue(curated: TestClient, file: Path) -> None:
    claim = pending(curated)
    given = {"id": claim["id"], "verdict": "accept", "curator": "Ada", "note": "read it"}
    assert curated.post("/v1/review/decisions", json=given, headers=KEY).status_code == 201
    assert curated.post("/v1/review/decisions", json=given, headers=KEY).status_code == 200
    (written,) = decisions.read(file)
    assert (written.subject, written.verdict, written.curator, written.note) == (
        claim["id"],
        "accept",
        "Ada",
        "read it",
    )
    assert claim["id"] not in {row["id"] for row in rows(curated)}
    (shown,) = [row for row in rows(curated, status="all") if row["id"] == claim["id"]]
    assert shown["status"] == "accepted"


def test_a_correction_over_http(curated: TestClient, file: Path) -> None:
    claim = pending(curated)
    parties = [{"name": party["name"], "role": party["role"]} for party in claim["parties"]] + [{"name": "Inserm"}]
    given = {
        "id": claim["id"],
        "verdict": "correct",
        "parties": parties,
        "dates": [{"event": "start", "value": "2020"}],
    }
    assert curated.post("/v1/review/decisions", json=given, headers=KEY).status_code == 201
    (written,) = decisions.read(file)
    assert isinstance(written, decisions.ClaimDecision)
    assert "inserm" in {party.actor for party in written.parties}
    assert written.dates == (("start", "2020"),)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"id": "c0", "verdict": "accept"},
        {"id": "CLAIM", "verdict": "perhaps"},
        {"id": "CLAIM", "verdict": "correct", "dates": [{"event": "start", "value": "soon"}]},
        {"id": "CLAIM", "verdict": "correct", "dates": [{"event": "start", "value": "2020-13"}]},
        {"id": "CLAIM", "verdict": "correct", "kind": "Wedding"},
        {"id": "CLAIM", "verdict": "accept", "surprise": 1},
        {"id": "CLAIM", "verdict": "accept", "note": "x" * 3000},
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(curated: TestClient, file: Path, given: dict[str, Any]) -> None:
    if given.get("id") == "CLAIM":
        given = given | {"id": pending(curated)["id"]}
    refused = curated.post("/v1/review/decisions", json=given, headers=KEY)
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    assert not file.exists()
