"""Headers of questions: what is right loads, what is wrong names file and line; and rules all queries keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ontology import vocab
from ontology.errors import QuestionError
from queries.catalogue import FOLDER, catalogue, load
from queries.question import LANGUAGES
from queries.resources import FOLDER as RESOURCES

FILES = sorted(FOLDER.glob("*.cypher"))
GOOD = (FOLDER / "A4.cypher").read_text(encoding="utf-8")


def test_the_catalogue_is_in_natural_order() -> None:
    ids = list(catalogue().questions)
    assert ids.index("A2") < ids.index("A10") < ids.index("D1")
    assert {file.stem for file in FILES} == set(ids)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("// id: A4", "// id: founders", "a letter and a number"),
        ("// group: actor", "// grup: actor", "'grup'"),
        ("//   en: Who founded {actor}?", "//   de: Wer?", "French (fr) and in English (en)"),
        ("Qui a fondé {actor} ?", "Qui a fondé {cluster} ?", "{cluster}"),
        ("{type: actor,", "{type: cluster,", "cluster"),
        ("answer: table", "answer: song", "song"),
        ("$actor", "$thing", "actor, thing"),
        ("//   founder_kind: {type: kind", "//   founder_sort: {type: kind", "founder_sort"),
        ("example: Paris Saclay Cancer Cluster, ", "", "needs an example"),
        ("//   fr: Qui", "//   fr: Qui: ", "not YAML"),
        ("//", "#", "header"),
        (", concluded: {fr: conclue, en: concluded}", ", concluded: {fr: conclue}", "concluded"),
    ],
)
def test_a_wrong_header_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    file = tmp_path / "A4.cypher"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(QuestionError) as caught:
        load([file])
    assert says in caught.value.message
    assert re.match(rf"{re.escape(str(file))}:\d+\Z", caught.value.place or "")


def test_the_line_is_that_of_the_mistake(tmp_path: Path) -> None:
    file = tmp_path / "A4.cypher"
    file.write_text(GOOD.replace("answer: table", "answer: song"), encoding="utf-8")
    with pytest.raises(QuestionError) as caught:
        load([file])
    line = int((caught.value.place or "").rpartition(":")[2])
    assert file.read_text(encoding="utf-8").splitlines()[line - 1] == "// answer: song"


def test_an_id_is_used_once(tmp_path: Path) -> None:
    files = [tmp_path / "one.cypher", tmp_path / "two.cypher"]
    for file in files:
        file.write_text(GOOD, encoding="utf-8")
    with pytest.raises(QuestionError, match="used twice"):
        load(files)


@pytest.mark.parametrize("file", [*FILES, *sorted(RESOURCES.glob("*.cypher"))], ids=lambda file: file.stem)
def test_whoever_asks_for_parties_asks_for_every_role(file: Path) -> None:
    roles = {str(vocab.terms()[role].graph_name) for role in vocab.party_roles()}
    giving = {"SPONSORED_BY", "FUNDED_BY", "LICENSED_BY", "INVESTED_BY"}
    receiving = {"BENEFITS", "LICENSED_TO"}
    split = (roles, giving, receiving, roles - giving - receiving, {"FOUNDED_BY"})
    for types in re.findall(r"\[\w*:([A-Z_|]+)", file.read_text(encoding="utf-8")):
        named = set(types.split("|"))
        if named & roles:
            assert named in split, f"some roles are forgotten: {roles - named}"


@pytest.mark.parametrize("question", catalogue().questions.values(), ids=lambda question: question.id)
def test_a_question_reads_well_in_both_languages(question) -> None:  # type: ignore[no-untyped-def]
    for lang in LANGUAGES:
        assert "{" not in question.worded(lang)
        shown = question.to_json(lang)
        assert shown["wording"]
        assert len(shown["columns"]) == len(question.columns)
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD)\b", question.cypher)
