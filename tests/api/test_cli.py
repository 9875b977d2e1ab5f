"""The command line: results on standard output, one clear message otherwise, and exit statuses that mean something."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest

from api import texts
from api.cli.main import main
from api.cli.serving import SAMPLES
from graph.settings import StoreSettings
from graph.store import Store
from queries.catalogue import catalogue

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "extract",
    "ingest",
    "validate",
    "evaluate",
    "question",
    "questions",
    "ask",
    "export",
    "retract",
    "verify",
    "status",
    "serve",
    "run",
)
NOTICE = "curie-google-2025"


class Outcome(NamedTuple):
    """What a command did."""

    status: object
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose server stays for all tests of this module."""
    data = tmp_path_factory.mktemp("cli")
    with Store.open(StoreSettings(data=data)):
        yield data


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs `oncograph` with some arguments, in this process."""
    monkeypatch.setenv("ONCOGRAPH_DATA", str(folder))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def command(*arguments: str | Path) -> Outcome:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        sys.stdout.flush()
        written = capfdbinary.readouterr()
        return Outcome(end.value.code, written.out.decode(), written.err.decode())

    yield command
    texts._chosen = None  # the language is the process's: as it was before --lang


@pytest.fixture
def samples(run: Run) -> None:
    """The sample documents, loaded."""
    assert run("ingest", SAMPLES).status == 0


def script(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `oncograph` as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "api.cli.main", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "200", **environment},
        timeout=60,
    )


def test_help_names_all_commands_in_the_language_of_the_locale() -> None:
    english, french = script("--help", LANG="en_US.UTF-8"), script("--help", LANG="fr_FR.UTF-8")
    assert english.returncode == french.returncode == 0
    for command in COMMANDS:
        assert f" {command} " in english.stdout
    assert "French oncology" in english.stdout
    assert "cancérologie française" in french.stdout


def test_help_is_quick_because_it_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom api.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = ('neo4j', 'rdflib', 'pyshacl', 'fastapi', 'pydantic', 'uvicorn')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.status == 0
    _, examples = shown.out.split("Examples", 1)
    assert f"oncograph {command}" in examples


def test_help_of_a_command_is_french_where_asked() -> None:
    shown = script("ask", "--help", "--lang", "fr").stdout
    assert "Exemples" in shown
    assert "Montrer cette aide et finir." in shown
    assert "Show this" not in shown
    commands = script("--help", "--lang", "fr").stdout
    assert "Commandes" in commands
    assert "completion" not in commands
    assert "Erreur" in script("serve", "--port", "many", "--lang", "fr").stderr
    assert texts.t("ask.help", "fr")[:40] in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["ingest"],
        ["question"],
        ["question", "A4"],
        ["question", "A4", "--param", "acter=Servier"],
        ["question", "A4", "--param", "nonsense"],
        ["export", "--format", "xml"],
        ["serve", "--port", "many"],
        ["questions", "--lang", "de"],
        ["status", "--no-such-option"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_status_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert done.err


def test_extract_prints_one_promised_object_a_line(run: Run) -> None:
    schema = json.loads((ROOT / "loaders" / "extract.schema.json").read_text(encoding="utf-8"))
    files = sorted(SAMPLES.glob("*.txt"))[:3]
    done = run("extract", *files)
    assert done.status == 0
    objects = [json.loads(line) for line in done.out.splitlines()]
    assert [each["document"]["file"] for each in objects] == [file.name for file in files]
    for each in objects:
        jsonschema.validate(each, schema)


def test_offsets_count_in_the_text_that_extract_prints(run: Run) -> None:
    file = SAMPLES / f"{NOTICE}.txt"
    text = run("extract", "--text", file).out
    extracted = json.loads(run("extract", file).out)
    mentions = [mention for actor in extracted["actors"] for mention in actor["mentions"]]
    assert mentions
    for mention in mentions:
        assert text[mention["start"] : mention["end"]] == mention["text"]


def test_a_bad_file_is_refused_with_its_reason_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "good.txt").write_text((SAMPLES / f"{NOTICE}.txt").read_text(encoding="utf-8"), encoding="utf-8")
    for arguments in (["extract"], ["ingest", "--dry-run"]):
        done = run(*arguments, tmp_path)
        assert done.status == 1
        assert "empty.txt" in done.err
        assert "binary.txt" in done.err
        assert "good" in done.out
        assert "Traceback" not in done.err


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_ingest_sums_up_and_says_what_is_unchanged(run: Run, lang: str) -> None:
    file = SAMPLES / f"{NOTICE}.txt"
    run("retract", NOTICE)
    first = run("ingest", file, "--lang", lang)
    assert first.status == 0
    assert {"en": "new", "fr": "nouveau"}[lang] in first.out
    again = json.loads(run("ingest", file, "--json").out)
    assert again["counts"]["unchanged"] == 1
    assert again["documents"][0]["iri"].endswith(f"document/{NOTICE}")


def test_a_dry_run_writes_nothing(run: Run) -> None:
    run("retract", NOTICE)
    before = json.loads(run("status", "--json").out)
    done = json.loads(run("ingest", SAMPLES / f"{NOTICE}.txt", "--dry-run", "--json").out)
    assert (done["dryRun"], done["counts"]["new"]) == (True, 1)
    assert json.loads(run("status", "--json").out) == before


@pytest.mark.parametrize("command", ["ingest", "run"])
def test_a_path_that_is_not_there_starts_no_database(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("ONCOGRAPH_DATA", str(tmp_path / "data"))
    done = run(command, tmp_path / "nowhere")
    assert done.status == 1
    assert "nowhere" in done.err
    assert not (tmp_path / "data").exists()


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ingest", "EMPTY"], "le fichier est vide"),
        (["extract", "EMPTY"], "Mettez-y le texte"),
        (["validate", "EMPTY"], "le fichier est vide"),
        (["ingest", "nowhere"], "ce fichier ou dossier n’existe pas"),
        (["question", "ZZ9"], "aucune question"),
        (["question", "A4", "-p", "actor=zzzzzz"], "rien dans le graphe ne s’appelle"),
        (["question", "A4"], "A4 demande 'actor'"),
    ],
)
def test_what_cannot_be_done_is_said_in_french(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run(*[str(empty) if each == "EMPTY" else each for each in arguments], "--lang", "fr")
    assert done.status
    assert words in " ".join(done.err.split())


def test_a_folder_without_documents_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("ingest", tmp_path)
    assert done.status == 1
    assert str(tmp_path) in done.err


def test_validate_explains_a_refusal_in_both_languages(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.ttl"
    run("ingest", SAMPLES / f"{NOTICE}.txt")
    good.write_text(run("export", "--document", NOTICE).out, encoding="utf-8")
    assert run("validate", good).status == 0
    assert run("validate", SAMPLES / f"{NOTICE}.txt").status == 0
    bad = tmp_path / "bad.ttl"
    bad.write_text(good.read_text(encoding="utf-8").replace('onco:language "', 'onco:lingua "'), encoding="utf-8")
    bad.write_text(bad.read_text(encoding="utf-8").replace("dcterms:language", "dcterms:lingua"), encoding="utf-8")
    english, french = run("validate", bad, "--lang", "en"), run("validate", bad, "--lang", "fr")
    assert english.status == french.status == 1
    assert "does not conform" in english.out
    assert "non conforme" in french.out
    report = json.loads(run("validate", bad, "--format", "json").out)
    assert report[0]["report"]
    assert run("validate", bad, "--format", "turtle").out.count("sh:ValidationReport") == 1
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b> .")
    assert run("validate", broken).status == 1


def test_questions_lists_the_catalogue(run: Run) -> None:
    listed = json.loads(run("questions", "--json").out)
    assert [each["id"] for each in listed] == list(catalogue().questions)
    table = run("questions", "--lang", "fr").out
    assert all(f" {question} " in table for question in catalogue().questions)


@pytest.mark.usefixtures("samples")
def test_a_question_is_answered_with_its_sentences(run: Run) -> None:
    done = run("question", "A4", "-p", "actor=Paris Saclay Cancer Cluster")
    assert done.status == 0
    assert "Gustave Roussy" in done.out
    assert "[1]" in done.out
    answer = json.loads(run("question", "a4", "-p", "actor=Paris Saclay Cancer Cluster", "--json").out)
    assert {"question", "parameters", "columns", "rows", "evidence", "meta"} <= answer.keys()
    assert all(row["evidence"] for row in answer["rows"])


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["question", "ZZ9"], "ZZ9"),
        (["question", "A4", "-p", "actor=zzzz"], "zzzz"),
        (["retract", "no-such-document"], "status"),
        (["export", "--document", "no-such-document"], "no-such-document"),
    ],
)
def test_what_cannot_be_done_is_status_1_with_place_or_remedy(run: Run, arguments: list[str], named: str) -> None:
    done = run(*arguments)
    assert done.status == 1
    assert named in done.err
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("samples")
def test_ask_answers_in_the_language_of_the_sentence_or_refuses(run: Run) -> None:
    english = json.loads(run("ask", "Who founded the Paris Saclay Cancer Cluster?", "--json").out)
    assert english["question"]["id"] == "A4"
    assert len(english["answer"]["rows"]) == 5
    french = run("ask", "Qui", "a", "fondé", "le", "Paris Saclay Cancer Cluster ?")
    assert french.status == 0
    assert "fondateur" in french.out
    refused = run("ask", "What will the weather be like in Lyon tomorrow?")
    assert refused.status == 1
    assert "Gustave Roussy" not in refused.err


@pytest.mark.usefixtures("samples")
def test_an_export_loaded_elsewhere_exports_the_same(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tmp_path / "graph.trig"
    done = run("export", "--format", "trig", "--out", first)
    assert (done.status, done.out) == (0, "")
    assert first.stat().st_mode & 0o044
    monkeypatch.setenv("ONCOGRAPH_DATA", str(tmp_path / "other"))
    assert run("ingest", first).status == 0
    assert run("export", "--format", "trig").out == first.read_text(encoding="utf-8")


@pytest.mark.usefixtures("samples")
def test_an_export_that_cannot_be_written_leaves_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "graph.ttl"
    done = run("export", "--out", target)
    assert done.status == 1
    assert str(target) in done.err
    blocked = tmp_path / "folder.ttl"
    blocked.mkdir()
    assert run("export", "--out", blocked).status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["folder.ttl"]


@pytest.mark.usefixtures("samples")
def test_verify_finds_a_hand_edit_and_repairs_it(run: Run, folder: Path) -> None:
    assert run("verify").status == 0
    with Store.open(StoreSettings(data=folder)) as store:
        edit(store)
    found = run("verify")
    assert found.status == 1
    assert "gustave-roussy" in found.out
    report = json.loads(run("verify", "--json").out)
    assert (report["clean"], report["count"]) == (False, 1)
    assert run("verify", "--repair").status == 0
    assert run("verify").status == 0


def edit(store: Store) -> None:
    """What a person with a database client might do."""
    import neo4j

    login = store._database.connection
    with neo4j.GraphDatabase.driver(login.uri, auth=(login.user, login.password)) as driver:
        driver.execute_query(
            "MATCH (n:Resource {uri: $uri}) SET n.city = 'Nowhere'",
            uri="https://w3id.org/oncograph/id/actor/gustave-roussy",
            database_=login.database,
        )


@pytest.mark.usefixtures("samples")
def test_status_says_what_is_loaded_and_where(run: Run, folder: Path) -> None:
    shown: Any = json.loads(run("status", "--json").out)
    assert shown["documents"] == len(shown["loaded"]) >= 12
    assert str(folder) in run("status").out


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"ONCOGRAPH_STORE": "bolt://127.0.0.1:9", "ONCOGRAPH_NEO4J_PASSWORD": "secret-word"}, "127.0.0.1:9"),
        ({"ONCOGRAPH_STORE": "bolt://127.0.0.1:9"}, "ONCOGRAPH_NEO4J_PASSWORD"),
        ({"ONCOGRAPH_STORE": "http://127.0.0.1"}, "http://127.0.0.1"),
        ({"ONCOGRAPH_DATA": "/dev/null/data"}, "/dev/null"),
    ],
    ids=["down", "no password", "no database address", "unwritable"],
)
@pytest.mark.parametrize("command", [["status"], ["ingest", str(SAMPLES)], ["run", "--port", "0"]], ids=lambda c: c[0])
def test_a_database_that_is_not_there_is_one_message(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], named: str, command: list[str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    done = run(*command)
    assert done.status == 1
    assert named in done.err
    assert "secret-word" not in done.err
    assert "Traceback" not in done.err


@pytest.mark.neo4j
def test_a_wrong_password_is_one_message(
    run: Run, monkeypatch: pytest.MonkeyPatch, neo4j_settings: StoreSettings
) -> None:
    monkeypatch.setenv("ONCOGRAPH_STORE", str(neo4j_settings.store))
    monkeypatch.setenv("ONCOGRAPH_NEO4J_PASSWORD", "not-the-password")
    done = run("status")
    assert done.status == 1
    assert "not-the-password" not in done.err
    assert "ONCOGRAPH_NEO4J_PASSWORD" in done.err


GOLD = ROOT / "tests" / "gold" / "dev"


def test_evaluate_shows_figures_in_both_languages_and_errors_only_where_asked(run: Run) -> None:
    english, french = run("evaluate", GOLD), run("evaluate", GOLD, "--lang", "fr", "--errors")
    assert english.status == french.status == 0
    assert "precision" in english.out
    assert "rappel" in french.out
    assert " · accords (parties) · " in french.out
    assert " · agreements (parties) · " not in english.out


def test_evaluate_gives_programs_the_same_figures(run: Run) -> None:
    figures = json.loads(run("evaluate", GOLD, "--json").out)
    assert figures["texts"] == len(list(GOLD.glob("*.yaml")))
    assert figures["fields"]["parties"]["recall"]["of"] > 20


def test_evaluate_refuses_what_is_no_gold_text(run: Run, tmp_path: Path) -> None:
    refused = run("evaluate", tmp_path)
    assert refused.status == 1
    assert str(tmp_path) in refused.err


@pytest.mark.parametrize("command", ["export", "apply"])
def test_the_commands_of_review_have_help_with_examples(run: Run, command: str) -> None:
    shown = run("review", command, "--help")
    assert shown.status == 0
    assert f"oncograph review {command}" in shown.out.split("Examples", 1)[1]


def test_a_decision_goes_from_the_table_to_the_graph(
    run: Run, samples: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONCOGRAPH_DECISIONS", str(tmp_path / "decisions.jsonl"))
    table = tmp_path / "queue.csv"
    assert run("review", "export", "--out", table).status == 0
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    row = next(line for line in lines if line.startswith("c") and ",open,B," in line)
    table.write_text("\n".join([lines[0], row.replace(",open,", ",reject,", 1)]), encoding="utf-8")
    applied = run("review", "apply", table)
    assert applied.status == 0, applied.err
    assert applied.out.startswith("1 decisions added")
    assert run("review", "apply", table).out.startswith("0 decisions added")
    claim = row.partition(",")[0]
    assert claim not in run("review", "export").out
    assert f"{claim},rejected," in run("review", "export", "--all").out
    reread = script("ingest", str(SAMPLES), "--dry-run", "--json", **_settings_of(tmp_path))
    outcomes = {Path(each["file"]).stem: each["outcome"] for each in json.loads(reread.stdout)["documents"]}
    document = next(csv.DictReader(table.open(encoding="utf-8-sig")))["document"]
    assert outcomes[document] == "replaced"


def _settings_of(folder: Path) -> dict[str, str]:
    return {"ONCOGRAPH_DATA": os.environ["ONCOGRAPH_DATA"], "ONCOGRAPH_DECISIONS": str(folder / "decisions.jsonl")}


def test_a_row_that_cannot_be_decided_is_said_with_its_line(
    run: Run, samples: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONCOGRAPH_DECISIONS", str(tmp_path / "decisions.jsonl"))
    table = tmp_path / "queue.csv"
    table.write_text("claim_id,status\nc0,accept\n", encoding="utf-8")
    refused = run("review", "apply", table)
    assert refused.status == 1
    assert "line 2" in refused.err
    assert not (tmp_path / "decisions.jsonl").exists()
