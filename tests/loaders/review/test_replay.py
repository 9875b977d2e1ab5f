"""Decisions: kept in a file that only grows, carried out at every reading, and never lost without a word."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.settings import StoreSettings
from graph.store import Store
from loaders.authority import authority
from loaders.extraction import mentions
from loaders.model import Agreement, Extraction
from loaders.pipeline import extract_file, ingest
from loaders.review import decisions as kept
from loaders.review.claims import claim_key, review_of
from loaders.review.decisions import ActorDecision, ClaimDecision, ClaimKey, DecidedParty, Decision
from loaders.review.queue import Queue, Verdict
from loaders.review.sheet import read_verdicts, to_csv
from ontology.errors import InputError
from ontology.rdf import DocumentGraph

TEXT = """Paris, le 12 mars 2021

En mars 2019, l'Institut Curie et Zorvalis SAS ont signé un accord de collaboration de recherche.

Zorvalis est une société de biotechnologie lyonnaise. Contact : presse@zorvalis.example

L'Institut Bergonié et Sanofi ont signé en 2018 une convention de mécénat dans le sarcome.
"""
Write = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "release.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "texts"


def forget() -> None:
    """What a new process would read again."""
    kept.recorded.cache_clear()
    authority.cache_clear()
    mentions._first_words.cache_clear()


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Adds decisions to a file of the test's own."""
    file = tmp_path / "decided" / "decisions.jsonl"
    monkeypatch.setenv("ONCOGRAPH_DECISIONS", str(file))

    def add(*decisions: Decision) -> None:
        kept.append(file, decisions)
        forget()

    forget()
    yield add
    monkeypatch.undo()
    forget()


def read(folder: Path) -> Extraction:
    return extract_file(folder / "release.txt")


def of(extraction: Extraction, actor: str) -> Agreement:
    (found,) = [a for a in extraction.agreements if any(p.actor.endswith(f"/{actor}") for p in a.parties)]
    return found


def key_of(extraction: Extraction, actor: str) -> ClaimKey:
    return claim_key("release", of(extraction, actor))


def test_the_text_has_what_these_tests_need(folder: Path, decide: Write) -> None:
    found = of(read(folder), "zorvalis")
    assert (found.kind, found.tier) == ("ResearchCollaboration", "B")
    assert claim_key("release", found) == ClaimKey(
        "release", "ResearchCollaboration", ("institut-curie", "zorvalis"), "2019-03"
    )


def test_an_accepted_claim_is_certain_and_says_who_accepted_it(folder: Path, decide: Write) -> None:
    key = key_of(read(folder), "zorvalis")
    decide(ClaimDecision(key, "accept", curator="Ada", decided_at="2026-01-02T03:04:05+00:00"))
    found = of(read(folder), "zorvalis")
    assert found.tier == "A"
    assert "curated" in found.signals
    assert {each.agent for each in found.evidence} == {"manual_validation_of_automated_agent"}
    assert all("accept Ada 2026-01-02" in each.rule for each in found.evidence)


def test_a_rejected_claim_does_not_come_back(folder: Path, decide: Write) -> None:
    decide(ClaimDecision(key_of(read(folder), "zorvalis"), "reject"))
    found = read(folder)
    assert not [a for a in found.agreements if any("zorvalis" in p.actor for p in a.parties)]
    assert not [warning for warning in found.warnings if warning.startswith("decision")]


def test_a_corrected_claim_has_kind_parties_and_dates_of_the_curator(folder: Path, decide: Write) -> None:
    parties = (DecidedParty("institut-curie", "Institut Curie", "licensor"), DecidedParty("neo-x", "Neo X", "licensee"))
    decide(ClaimDecision(key_of(read(folder), "zorvalis"), "correct", "Licence", parties, (("start", "2019-04-01"),)))
    extraction = read(folder)
    found = of(extraction, "neo-x")
    assert found.iri.endswith("agreement/institut-curie--neo-x-licence-2019")
    assert {(p.actor.rsplit("/", 1)[1], p.role) for p in found.parties} == {
        ("institut-curie", "licensor"),
        ("neo-x", "licensee"),
    }
    assert [(d.event, d.date.value) for d in found.dates] == [("start", "2019-04-01")]
    assert {each.agent for each in found.evidence} == {"manual_agent"}
    assert any(actor.name == "Neo X" and actor.status == "candidate" for actor in extraction.actors)


def test_the_last_decision_counts_and_can_be_taken_back(folder: Path, decide: Write) -> None:
    before = read(folder)
    key = key_of(before, "zorvalis")
    decide(ClaimDecision(key, "reject"), ClaimDecision(key, "accept"))
    assert of(read(folder), "zorvalis").tier == "A"
    decide(ClaimDecision(key, "reopen"))
    assert read(folder) == before


def test_a_decision_that_fits_nothing_any_more_is_said(folder: Path, decide: Write) -> None:
    key = replace(key_of(read(folder), "zorvalis"), date="1999")
    decide(ClaimDecision(key, "accept"))
    assert f"decision-unmatched: {key.id}; accept; ResearchCollaboration" in read(folder).warnings


def test_decisions_on_other_documents_say_nothing_here(folder: Path, decide: Write) -> None:
    before = read(folder)
    decide(ClaimDecision(replace(key_of(before, "zorvalis"), document="other"), "reject"))
    assert read(folder) == before


def test_a_sponsorship_whose_roles_are_unknown_is_not_made_certain(folder: Path, decide: Write) -> None:
    found = of(read(folder), "institut-bergonie")
    bare = replace(found, parties=tuple(replace(party, role="party") for party in found.parties))
    decide(ClaimDecision(claim_key("release", bare), "correct", parties=(
        DecidedParty("institut-bergonie", "Institut Bergonié"), DecidedParty("sanofi", "Sanofi"))))  # fmt: skip
    extraction = read(folder)
    assert of(extraction, "institut-bergonie").tier == found.tier
    assert any(warning.startswith("decision-unmatched") for warning in extraction.warnings)


def test_a_new_actor_is_known_from_then_on(folder: Path, decide: Write) -> None:
    decide(ActorDecision("zorvalis", "Zorvalis", "actor", kind="BiotechCompany"))
    (actor,) = [each for each in read(folder).actors if each.iri.endswith("/zorvalis")]
    assert (actor.status, actor.kind) == ("known", "BiotechCompany")
    assert of(read(folder), "zorvalis").tier == "A" or "parties_known" in of(read(folder), "zorvalis").signals


def test_an_alias_is_the_actor_it_stands_for(folder: Path, decide: Write) -> None:
    decide(ActorDecision("zorvalis", "Zorvalis", "alias", target="servier"))
    extraction = read(folder)
    assert of(extraction, "servier").kind == "ResearchCollaboration"
    assert not [each for each in extraction.actors if each.iri.endswith("/zorvalis")]


def test_decisions_on_a_claim_follow_their_parties_into_another_actor(folder: Path, decide: Write) -> None:
    decide(ClaimDecision(key_of(read(folder), "zorvalis"), "accept"))
    decide(ActorDecision("zorvalis", "Zorvalis", "alias", target="servier"))
    assert of(read(folder), "servier").tier == "A"
    assert "curated" in of(read(folder), "servier").signals


def test_two_known_actors_can_be_merged(folder: Path, decide: Write) -> None:
    decide(ActorDecision("institut-bergonie", "Institut Bergonié", "merge", target="institut-curie"))
    assert "institut-bergonie" not in authority().by_id
    assert authority().resolve("Institut Bergonié")[0].id == "institut-curie"
    assert of(read(folder), "sanofi").iri.startswith(of(read(folder), "zorvalis").iri.split("zorvalis")[0][:-2])


def test_a_spelling_can_be_split_off(folder: Path, decide: Write) -> None:
    label, into = "La Fondation Curie", "fondation-curie"
    decide(ActorDecision("institut-curie", "Fondation Curie", "split", kind="Foundation", label=label, target=into))
    assert authority().resolve("Fondation Curie")[0].id == "fondation-curie"
    assert authority().resolve("Institut Curie")[0].id == "institut-curie"


def test_a_name_that_is_no_organisation_goes_with_its_claims(folder: Path, decide: Write) -> None:
    decide(ActorDecision("zorvalis", "Zorvalis", "reject"))
    extraction = read(folder)
    assert not [each for each in extraction.actors if each.iri.endswith("/zorvalis")]
    assert not [a for a in extraction.agreements if any("zorvalis" in p.actor for p in a.parties)]
    assert of(extraction, "sanofi")


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
KEYS = st.builds(ClaimKey, TEXTS, TEXTS, st.lists(TEXTS, max_size=3).map(tuple), st.none() | TEXTS.filter(bool))
PARTIES = st.builds(DecidedParty, TEXTS.filter(bool), TEXTS.filter(bool), st.sampled_from(["party", "sponsor"]))
CLAIMS = st.builds(
    ClaimDecision,
    KEYS,
    st.sampled_from(["accept", "reject", "correct", "reopen"]),
    st.none() | TEXTS.filter(bool),
    st.lists(PARTIES, max_size=3).map(tuple),
    st.none() | st.lists(st.tuples(st.sampled_from(["start", "end"]), st.just("2020-02")), min_size=1).map(tuple),
    TEXTS,
    TEXTS,
    TEXTS,
)
ACTORS = st.builds(
    ActorDecision,
    st.sampled_from(["a", "b-c"]),
    TEXTS.filter(bool),
    st.sampled_from(["actor", "alias", "merge", "split", "reject"]),
    st.none() | TEXTS.filter(bool),
    st.none() | TEXTS.filter(bool),
    st.none() | TEXTS.filter(bool),
    TEXTS,
    TEXTS,
    TEXTS,
)


@given(st.lists(CLAIMS | ACTORS, max_size=5))
def test_the_file_gives_back_what_was_decided(tmp_path_factory: pytest.TempPathFactory, given: list[Decision]) -> None:
    file = tmp_path_factory.mktemp("decisions") / "decisions.jsonl"
    for decision in given:
        kept.append(file, [decision])
    assert kept.read(file) == given


def test_a_file_is_only_added_to_even_where_its_last_line_is_open(tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    first = ActorDecision("a", "A", "reject")
    file.write_text(kept.line(first), encoding="utf-8")
    kept.append(file, [ActorDecision("b", "B", "reject")])
    assert file.read_text(encoding="utf-8").startswith(kept.line(first) + "\n")
    assert [decision.subject for decision in kept.read(file)] == ["actor:a", "actor:b"]


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"actor": "a", "name": "A", "verdict": "maybe"}'])
def test_a_damaged_file_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text(kept.line(ActorDecision("a", "A", "reject")) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="no decision") as refusal:
        kept.read(file)
    assert "line 2" in str(refusal.value)


@pytest.fixture
def store(embedded_settings: StoreSettings, wipe: Callable[[StoreSettings], None]) -> Iterator[Store]:
    wipe(embedded_settings)
    with Store.open(embedded_settings) as opened:
        yield opened


def queue(store: Store) -> Queue:
    return Queue.of(store, kept.read(kept.decisions_file()))


def table(store: Store, lang: str, *, everything: bool = False) -> list[dict[str, str]]:
    found = queue(store)
    text = "".join(to_csv(found.rows(everything=everything), found.gone, lang))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";" if lang == "fr" else ","))


def test_the_queue_comes_from_the_database_alone_names_first(folder: Path, store: Store, decide: Write) -> None:
    ingest([folder], store)
    (folder / "release.txt").unlink()
    rows = table(store, "en")
    assert rows[0]["claim_id"] == "actor:zorvalis"
    (claim,) = [row for row in rows if "Zorvalis" in row["parties"] and row["claim_id"].startswith("c")]
    assert claim["quote"].startswith("En mars 2019, l'Institut Curie")
    assert claim["date"] == "signed 2019-03"
    assert claim["tier"] == "B"
    assert "new name: Zorvalis" in claim["why_doubtful"]
    assert "presse@" not in "".join("".join(row.values()) for row in rows)
    assert [row["affirmation"] for row in table(store, "fr")] == [row["claim_id"] for row in rows]


def test_a_decision_has_its_document_read_again_and_only_that(folder: Path, store: Store, decide: Write) -> None:
    (folder / "other.txt").write_text(
        "Servier et Owkin ont signé un accord de licence le 3 mai 2020.", encoding="utf-8"
    )
    ingest([folder], store)
    assert ingest([folder], store).counts["unchanged"] == 2
    (row,) = [r for r in queue(store).rows() if r["id"] == key_of(read(folder), "zorvalis").id]
    decide(queue(store).decide(Verdict(row["id"], "accept", curator="Ada")))
    counts = ingest([folder], store).counts
    assert (counts["replaced"], counts["unchanged"]) == (1, 1)
    assert ingest([folder], store).counts["unchanged"] == 2
    (tier,) = store.query(
        "MATCH (a:ResearchCollaboration)-[:HAS_PARTY]->(p:Actor {name: 'Zorvalis'}) RETURN a.tier AS tier"
    )
    assert tier == {"tier": "A"}
    agents = store.query(
        "MATCH (a:ResearchCollaboration)-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.agentType AS agent"
    )
    assert agents == [{"agent": "manual_validation_of_automated_agent"}]
    assert row["id"] not in {r["id"] for r in queue(store).rows()}
    (shown,) = [r for r in queue(store).rows(everything=True) if r["id"] == row["id"]]
    assert (shown["status"], shown["curator"]) == ("accepted", "Ada")
    assert store.verify().clean


def test_a_new_name_has_the_documents_that_print_it_read_again(folder: Path, store: Store, decide: Write) -> None:
    (folder / "other.txt").write_text(
        "Servier et Owkin ont signé un accord de licence le 3 mai 2020.", encoding="utf-8"
    )
    ingest([folder], store)
    decide(queue(store).decide(Verdict("actor:zorvalis", "accept", kind="BiotechCompany")))
    counts = ingest([folder], store).counts
    assert (counts["replaced"], counts["unchanged"]) == (1, 1)
    assert store.query("MATCH (p:Actor {name: 'Zorvalis'}) RETURN p.resolution AS known") == [{"known": "known"}]
    assert "actor:zorvalis" not in {row["id"] for row in queue(store).rows(everything=True)}
    assert queue(store).gone == ()


def test_a_rejected_claim_stays_in_the_queue_as_rejected(folder: Path, store: Store, decide: Write) -> None:
    ingest([folder], store)
    claim = key_of(read(folder), "zorvalis").id
    decide(queue(store).decide(Verdict(claim, "reject")))
    ingest([folder], store)
    assert store.query("MATCH (a:ResearchCollaboration) RETURN a.uri AS uri") == []
    assert queue(store).claims[claim]["status"] == "rejected"
    decide(queue(store).decide(Verdict(claim, "reopen")))
    ingest([folder], store)
    assert len(store.query("MATCH (a:ResearchCollaboration) RETURN a.uri AS uri")) == 1


def test_decisions_that_fit_nothing_in_the_database_are_in_the_table(folder: Path, store: Store, decide: Write) -> None:
    ingest([folder], store)
    decide(ClaimDecision(ClaimKey("gone", "Licence", ("a", "b"), None), "accept", note="why"))
    (row,) = [row for row in table(store, "en") if row["status"] == "gone"]
    assert (row["document"], row["parties"], row["note"]) == ("gone", "a | b", "why")


def test_documents_taken_back_leave_the_queue(folder: Path, store: Store, decide: Write) -> None:
    (outcome,) = ingest([folder], store).documents
    assert outcome.iri
    assert queue(store).claims
    store.retract(outcome.iri)
    assert not queue(store).claims
    assert not queue(store).names


def test_rdf_of_others_waits_for_nobody(store: Store, decide: Write) -> None:
    store.replace(
        DocumentGraph("https://x.example/d", frozenset({("<https://x.example/d>", "<https://x.example/p>", '"v"')}))
    )
    assert queue(store).rows() == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_table_filled_in_becomes_decisions(
    folder: Path, store: Store, decide: Write, tmp_path: Path, lang: str
) -> None:
    ingest([folder], store)
    found = queue(store)
    claim = key_of(read(folder), "zorvalis").id
    lines = list(
        csv.reader(io.StringIO("".join(to_csv(found.rows(), (), lang))[1:]), delimiter=";" if lang == "fr" else ",")
    )
    heads = lines[0]
    words = {"fr": ("corriger", "licence", "concédant"), "en": ("correct", "Licence", "licensor")}[lang]
    for line in lines[1:]:
        if line[0] == claim:
            line[1] = words[0]
            line[heads.index({"fr": "corriger nature", "en": "fix_kind"}[lang])] = words[1]
            line[heads.index({"fr": "corriger parties", "en": "fix_parties"}[lang])] = (
                "Institut Curie [licensor] | Zorvalis [licensee] | IGR"
            )
            line[heads.index({"fr": "corriger dates", "en": "fix_date"}[lang])] = "2019-04"
        elif line[0] == "actor:zorvalis":
            line[1] = "accept"
    file = tmp_path / "queue.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter="\t").writerows(lines)
    first, second = (found.decide(verdict) for _, verdict in read_verdicts(file))
    assert first == replace(
        ActorDecision("zorvalis", "Zorvalis", "actor"), kind=first.kind, decided_at=first.decided_at
    )
    assert isinstance(second, ClaimDecision)
    assert (second.kind, second.dates) == ("Licence", (("signed", "2019-04"),))
    assert {(party.actor, party.role) for party in second.parties} == {
        ("institut-curie", "licensor"),
        ("zorvalis", "licensee"),
        ("gustave-roussy", "party"),
    }


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict("c000000000000", "accept"),
        Verdict("CLAIM", "merge"),
        Verdict("CLAIM", "correct"),
        Verdict("CLAIM", "correct", kind="Company"),
        Verdict("CLAIM", "correct", parties=(("Institut Curie", "party"),)),
        Verdict("CLAIM", "correct", parties=(("Institut Curie", "boss"), ("Sanofi", "party"))),
        Verdict("CLAIM", "correct", dates=(("signed", "last year"),)),
        Verdict("CLAIM", "correct", dates=(("birthday", "2019"),)),
        Verdict("CLAIM", "correct", kind="Sponsorship"),
        Verdict("actor:zorvalis", "alias", parties=(("Nobody Known", "party"),)),
        Verdict("actor:zorvalis", "accept", kind="Licence"),
        Verdict("actor:zorvalis", "split", parties=(("Zorvalis Two", "party"),)),
        Verdict("actor:institut-curie", "accept"),
        Verdict("actor:nobody", "reject"),
        Verdict("", "actor", name="Institut Curie"),
        Verdict("", "alias", name=" "),
    ],
)
def test_a_verdict_that_would_not_hold_is_refused(folder: Path, store: Store, decide: Write, verdict: Verdict) -> None:
    ingest([folder], store)
    claim = key_of(read(folder), "zorvalis").id
    with pytest.raises(InputError):
        queue(store).decide(replace(verdict, id=claim) if verdict.id == "CLAIM" else verdict)


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "claim_id,status\nc1,perhaps\n", b"claim_id,status\nc1,r\xe9ject\xe9\n"]
)
def test_what_is_no_table_of_the_queue_is_refused(tmp_path: Path, content: str | bytes) -> None:
    file = tmp_path / "queue.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError):
        read_verdicts(file)
    with pytest.raises(InputError):
        read_verdicts(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("distance", range(180, 300, 7))
def test_no_part_of_a_contact_detail_stands_around_a_quote(folder: Path, decide: Write, distance: int) -> None:
    body = "L'Institut Curie et Zorvalis SAS ont signé un accord de collaboration de recherche en mars 2019."
    text = f"Tél. 01 42 34 56 78, presse@zorvalis.example {'mot ' * (distance // 4)}\n\n{body}"
    (folder / "release.txt").write_text(text, encoding="utf-8")
    around = json.loads(review_of(read(folder)))["claims"][0]["before"]
    assert not any(part in around for part in ("01 42", "56 78", "34 56", "presse", "zorvalis.example"))
    assert around.split()[-1] == "mot"
    assert around.lstrip("… ").startswith(("mot", "Tél"))


def test_no_cell_of_the_table_is_a_formula(folder: Path, store: Store, decide: Write) -> None:
    (folder / "release.txt").write_text(TEXT.replace("En mars 2019", "=HYPERLINK(1)\n\nEn mars 2019"), encoding="utf-8")
    ingest([folder], store)
    assert not [cell for row in table(store, "en") for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
