"""Files into a real database: what loads, what is refused, and a database that is as before where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from graph.export import ExportFormat, export
from graph.store import Store
from loaders.outcome import DocumentOutcome, IngestSummary
from loaders.pipeline import document_iri, extract_file, ingest
from loaders.plan import Decided, plan
from loaders.rdf import to_graph
from loaders.recorded import Recorded
from ontology import iris
from ontology.errors import InputError
from ontology.rdf import Statement

RESEARCH = (
    "Paris, le 3 mars 2021 – Sanofi et l’Institut Curie ont signé un accord de collaboration de recherche sur le "
    "cancer du sein, pour une durée de trois ans.\n"
)
SPONSORSHIP = (
    "Villejuif, 12 May 2020 – Ipsen and Gustave Roussy have signed a research collaboration agreement in lung "
    "cancer. The collaboration runs for two years.\n"
)
NOTHING = "Le laboratoire ouvre ses portes au public samedi prochain, de dix heures à midi.\n"


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def content(store: Store) -> list[tuple[str, Statement]]:
    return sorted(store.statements())


def outcomes(summary: IngestSummary) -> dict[str, str]:
    return {Path(each.file).name: each.outcome for each in summary.documents}


def only(summary: IngestSummary) -> DocumentOutcome:
    (document,) = summary.documents
    return document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "docs/curie.txt", RESEARCH)
    write(tmp_path, "docs/sub/roussy.md", SPONSORSHIP)
    return tmp_path / "docs"


# -- loading, on both engines -----------------------------------------------------------------------------------------


def test_a_folder_is_loaded_and_the_second_time_nothing_is_done(store: Store, folder: Path) -> None:
    first = ingest([folder], store)
    assert outcomes(first) == {"curie.txt": "new", "roussy.md": "new"}
    assert first.complete
    assert first.statements == len(content(store)) > 100
    expected = {
        (graph.iri, statement)
        for path in (folder / "curie.txt", folder / "sub" / "roussy.md")
        for graph in [to_graph(extract_file(path))]
        for statement in graph.statements
    }
    assert set(content(store)) == expected

    second = ingest([folder], store)
    assert outcomes(second) == {"curie.txt": "unchanged", "roussy.md": "unchanged"}
    assert (second.complete, second.statements) == (True, 0)
    assert set(content(store)) == expected


def test_a_changed_file_replaces_its_document(store: Store, folder: Path) -> None:
    ingest([folder], store)
    write(folder, "curie.txt", RESEARCH.replace("trois ans", "cinq ans"))
    summary = ingest([folder], store)
    assert outcomes(summary) == {"curie.txt": "replaced", "roussy.md": "unchanged"}
    said = {value for _, (_, _, value) in content(store)}
    assert not any("trois ans" in value for value in said)
    assert any("cinq ans" in value for value in said)
    assert store.verify().clean


def test_a_document_taken_back_leaves_the_others_as_if_it_had_never_been(store: Store, folder: Path) -> None:
    ingest([folder / "sub"], store)
    before = content(store)
    ingest([folder], store)
    assert content(store) != before
    store.retract(document_iri("curie.txt"))
    assert content(store) == before
    assert store.verify().clean


# -- deciding without reading again -----------------------------------------------------------------------------------


def test_what_is_on_record_needs_no_extraction(embedded_store: Store, folder: Path) -> None:
    files = [folder / "curie.txt", folder / "sub" / "roussy.md"]
    assert not any(isinstance(step, Decided) for step in plan(files, Recorded.of(embedded_store)))
    ingest(files, embedded_store)
    assert all(isinstance(step, Decided) for step in plan(files, Recorded.of(embedded_store)))
    write(folder, "curie.txt", RESEARCH + "Un mot de plus.\n")
    assert [isinstance(step, Decided) for step in plan(files, Recorded.of(embedded_store))] == [False, True]


def test_another_extractor_reads_again(embedded_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest([folder], embedded_store)
    monkeypatch.setattr("loaders.recorded.extractor_version", lambda: "oncograph 0.0.1 (older)")
    files = [folder / "curie.txt"]
    assert not any(isinstance(step, Decided) for step in plan(files, Recorded.of(embedded_store)))


def test_a_dry_run_tells_what_would_be_done_and_writes_nothing(embedded_store: Store, folder: Path) -> None:
    write(folder, "empty.txt", "")
    assert outcomes(ingest([folder], None, dry_run=True)) == outcomes(ingest([folder], embedded_store, dry_run=True))
    assert content(embedded_store) == []
    done = ingest([folder], embedded_store)
    assert outcomes(done) == {"curie.txt": "new", "empty.txt": "refused", "roussy.md": "new"}
    write(folder, "curie.txt", SPONSORSHIP + RESEARCH)
    before = content(embedded_store)
    told = ingest([folder], embedded_store, dry_run=True)
    assert content(embedded_store) == before
    assert told.dry_run
    assert outcomes(told) == outcomes(ingest([folder], embedded_store))
    assert outcomes(told)["curie.txt"] == "replaced"


def test_without_a_store_only_a_dry_run_is_possible(folder: Path) -> None:
    with pytest.raises(ValueError, match="dry run"):
        ingest([folder], None)


def test_progress_is_told_document_by_document(embedded_store: Store, folder: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    ingest([folder], embedded_store, progress=lambda done, total, each: heard.append((done, total, each.outcome)))
    assert heard == [(1, 2, "new"), (2, 2, "new")]


def test_many_documents_are_read_by_several_processes_with_the_same_result(
    embedded_store: Store, tmp_path: Path
) -> None:
    for number in range(41):
        write(tmp_path, f"many/{number:02}.txt", f"{RESEARCH}\nNote {number}.\n")
    write(tmp_path, "many/bad.txt", b"\x00\x01\x02")
    write(tmp_path, "many/twin.txt", f"{RESEARCH}\nNote 7.\n")
    summary = ingest([tmp_path / "many"], embedded_store)
    assert summary.counts == {"new": 41, "replaced": 0, "unchanged": 0, "duplicate": 1, "refused": 1}
    assert [each.file for each in summary.documents] == sorted(each.file for each in summary.documents)
    sample = to_graph(extract_file(tmp_path / "many" / "17.txt"))
    assert {statement for _, statement in embedded_store.statements(sample.iri)} ^ sample.statements == set()


# -- bad input --------------------------------------------------------------------------------------------------------

BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("bad.txt", b"", "empty"),
    "blank": ("bad.txt", b" \n\n", "empty"),
    "binary": ("bad.txt", bytes(range(256)) * 20, "binary"),
    "damaged utf-8": ("bad.md", "é".encode() * 50 + b"\xe9 ", "damaged at byte 100"),
    "too large": ("bad.txt", b"oncologie " * 600_000, "6,000,000 bytes; the limit is 5,000,000"),
    "no pdf": ("bad.pdf", b"hello", "PDF is damaged"),
    "page without text": ("bad.html", b"<html><body></body></html>", "no main text"),
    "turtle": ("bad.ttl", b"@prefix x: <http://x/> .\nx:a x:b .\n", "not Turtle"),
    "json-ld": ("bad.jsonld", b"{", "not JSON-LD"),
    "n-quads": ("bad.nq", b"<http://x/a> <http://x/b> .\n", "not N-Quads"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_reason_and_remedy_and_stops_no_other(
    embedded_store: Store, folder: Path, case: str
) -> None:
    name, data, reason = BAD[case]
    bad = write(folder, name, data)
    summary = ingest([folder], embedded_store)
    assert outcomes(summary) == {name: "refused", "curie.txt": "new", "roussy.md": "new"}
    assert not summary.complete
    (refused,) = [each for each in summary.documents if each.outcome == "refused"]
    assert refused.error is not None
    assert reason in refused.error.message
    assert str(bad) in str(refused.error.place)
    assert refused.error.remedy
    bad.unlink()
    loaded = content(embedded_store)
    assert outcomes(ingest([folder], embedded_store)) == {"curie.txt": "unchanged", "roussy.md": "unchanged"}
    assert content(embedded_store) == loaded


def test_a_syntax_error_names_its_line(embedded_store: Store, tmp_path: Path) -> None:
    refused = only(ingest([write(tmp_path, "a.ttl", BAD["turtle"][1])], embedded_store))
    assert "line 2" in str(refused.error and refused.error.place)


def test_a_file_that_spoils_takes_nothing_from_the_database(embedded_store: Store, folder: Path) -> None:
    ingest([folder], embedded_store)
    before = content(embedded_store)
    write(folder, "curie.txt", b"\x00\x00\x00\x00")
    assert outcomes(ingest([folder], embedded_store))["curie.txt"] == "refused"
    assert content(embedded_store) == before


def test_a_windows_text_is_loaded_and_said(embedded_store: Store, tmp_path: Path) -> None:
    done = only(ingest([write(tmp_path, "a.txt", RESEARCH.encode("cp1252"))], embedded_store))
    assert done.outcome == "new"
    assert "encoding: Windows-1252" in done.warnings
    quoted = [term for _, (_, predicate, term) in content(embedded_store) if predicate.endswith("#quote>")]
    assert any("l’Institut Curie ont signé" in quote for quote in quoted)


def test_a_document_without_an_agreement_is_loaded_and_said(embedded_store: Store, tmp_path: Path) -> None:
    done = only(ingest([write(tmp_path, "a.txt", NOTHING)], embedded_store))
    assert (done.outcome, "no-agreement" in done.warnings) == ("new", True)


def test_nothing_to_read_is_an_error_and_changes_nothing(embedded_store: Store, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    for paths in ([tmp_path / "bare"], [tmp_path / "none.txt"], [folder, tmp_path / "bare"]):
        with pytest.raises(InputError) as caught:
            ingest(paths, embedded_store)
        assert caught.value.remedy
    assert content(embedded_store) == []


# -- the same text, the same name -------------------------------------------------------------------------------------


def test_the_same_text_under_two_names_is_loaded_once(embedded_store: Store, folder: Path) -> None:
    twin = write(folder, "zwilling.txt", RESEARCH)
    summary = ingest([folder], embedded_store)
    assert outcomes(summary) == {"curie.txt": "new", "roussy.md": "new", "zwilling.txt": "duplicate"}
    assert summary.complete
    (duplicate,) = [each for each in summary.documents if each.outcome == "duplicate"]
    assert duplicate.same_as == str(folder / "curie.txt")
    later = only(ingest([twin], embedded_store))
    assert (later.outcome, later.same_as) == ("duplicate", document_iri("curie"))
    assert {iri for iri, _ in content(embedded_store)} == {document_iri("curie"), document_iri("roussy")}


def test_the_loaded_one_of_two_twins_stays_whatever_their_order(embedded_store: Store, folder: Path) -> None:
    ingest([folder], embedded_store)
    write(folder, "another.txt", RESEARCH)
    assert outcomes(ingest([folder], embedded_store)) == {
        "another.txt": "duplicate", "curie.txt": "unchanged", "roussy.md": "unchanged",
    }  # fmt: skip
    write(folder, "curie.txt", NOTHING)  # the text has moved to another file
    assert outcomes(ingest([folder], embedded_store)) == {
        "another.txt": "new", "curie.txt": "replaced", "roussy.md": "unchanged",
    }  # fmt: skip


def test_two_texts_of_one_name_are_not_loaded_over_one_another(embedded_store: Store, folder: Path) -> None:
    other = write(folder, "sub/curie.md", SPONSORSHIP + "Plus.\n")
    summary = ingest([folder], embedded_store)
    (refused,) = [each for each in summary.documents if each.outcome == "refused"]
    assert refused.file == str(other)
    assert refused.error is not None
    assert str(folder / "curie.txt") in refused.error.message
    assert "Rename" in str(refused.error.remedy)
    assert outcomes(summary)["curie.txt"] == "new"


def test_any_order_of_loading_gives_the_same_database(embedded_store: Store, folder: Path) -> None:
    files = [folder / "curie.txt", folder / "sub" / "roussy.md", write(folder, "none.txt", NOTHING)]
    results = []
    for order in permutations(files):
        for path in order:
            ingest([path], embedded_store)
        results.append(content(embedded_store))
        assert embedded_store.verify().clean
        for path in order:
            embedded_store.retract(document_iri(path.name))
        assert content(embedded_store) == []
    assert all(result == results[0] for result in results)


# -- RDF --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["trig", "nq", "jsonld"])
def test_what_was_exported_comes_back_the_same(
    embedded_store: Store, folder: Path, tmp_path: Path, form: str, exported: Callable[[Store, str], bytes]
) -> None:
    ingest([folder], embedded_store)
    before, data = content(embedded_store), exported(embedded_store, form)
    for iri in {iri for iri, _ in before}:
        embedded_store.retract(iri)
    summary = ingest([write(tmp_path, f"all.{form}", data)], embedded_store)
    assert [each.outcome for each in summary.documents] == ["new", "new"]
    assert content(embedded_store) == before
    assert exported(embedded_store, form) == data
    assert outcomes(ingest([folder], embedded_store)) == {"curie.txt": "unchanged", "roussy.md": "unchanged"}


@pytest.fixture
def exported() -> Callable[[Store, str], bytes]:
    def whole(store: Store, form: str) -> bytes:
        return b"".join(export(store, format=ExportFormat(form)))

    return whole


def test_a_graph_that_the_gate_refuses_changes_nothing_and_is_explained(
    embedded_store: Store, folder: Path, tmp_path: Path
) -> None:
    ingest([folder], embedded_store)
    before = content(embedded_store)
    document = document_iri("curie")
    broken = write(
        tmp_path,
        "broken.ttl",
        "@prefix onco: <https://w3id.org/oncograph/ontology#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        f"<{document}> a onco:Document .\n"
        f'<{iris.mint("agreement", "x")}> a onco:Sponsorship ; onco:signedOn "2024-13"^^xsd:gYearMonth .\n',
    )
    refused = only(ingest([broken], embedded_store))
    assert (refused.outcome, refused.iri, refused.statements) == ("refused", document, 0)
    assert refused.report is not None
    assert not refused.report.conforms
    assert refused.report.to_text("fr") != refused.report.to_text("en")
    assert content(embedded_store) == before


def test_a_blank_node_is_refused(embedded_store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "blank.ttl",
        "@prefix onco: <https://w3id.org/oncograph/ontology#> .\n"
        f"<{document_iri('x')}> a onco:Document ; onco:publisher [ a onco:Company ] .\n",
    )
    refused = only(ingest([path], embedded_store))
    assert refused.outcome == "refused"
    assert content(embedded_store) == []


def test_an_rdf_file_and_a_text_that_give_the_same_document_are_not_both_loaded(
    embedded_store: Store, folder: Path, exported: Callable[[Store, str], bytes]
) -> None:
    ingest([folder / "curie.txt"], embedded_store)
    write(folder, "export.trig", exported(embedded_store, "trig"))
    summary = ingest([folder], embedded_store)
    assert outcomes(summary) == {"curie.txt": "unchanged", "export.trig": "refused", "roussy.md": "new"}


# -- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", ["003_x", "003_x.txt", "003_x.PDF", "folder/003_x.html"])
def test_a_document_is_named_by_its_id_its_file_or_its_iri(given: str) -> None:
    assert document_iri(given) == iris.mint("document", "003_x")
    assert document_iri(document_iri(given)) == document_iri(given)


@pytest.mark.parametrize(
    ("stem", "local"), [("Communiqué de presse 12", "communique-de-presse-12"), ("..", None), ("A.b_C-3", "A.b_C-3")]
)
def test_what_an_iri_cannot_hold_is_folded(stem: str, local: str | None) -> None:
    assert document_iri(f"{stem}.txt").rsplit("/", 1)[1] == (local or iris.slug(stem))


def test_ids_that_differ_in_punctuation_share_no_iri(tmp_path: Path) -> None:
    graphs = [to_graph(extract_file(write(tmp_path, name, RESEARCH))) for name in ("003_x.txt", "003-x.txt")]
    own = [{s for s, _, _ in graph.statements if "/evidence/" in s or "/document/" in s} for graph in graphs]
    assert len(own[0]) > 1
    assert not own[0] & own[1]


def test_a_dot_in_an_id_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "release.2021.txt", RESEARCH)
    assert extract_file(path).document.iri == document_iri("release.2021.txt") == document_iri("release.2021")


def test_the_real_documents_load_and_verify(embedded_store: Store, documents_dir: Path) -> None:
    summary = ingest([documents_dir], embedded_store)
    assert summary.counts["new"] == len(summary.documents) == 5
    assert embedded_store.verify().clean
    assert ingest([documents_dir], embedded_store).counts["unchanged"] == 5
