from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import InputError
from ontology.gate import validate
from ontology.rdf_files import RDF_SUFFIXES, parse_rdf
from ontology.shacl import shapes_graph
from tests.ontology.example import DOCUMENT, PREFIXES, VALID, rules, turtle

_X = '<https://example.org/s> <https://example.org/p> "x"@fr-FR , "01"^^<http://www.w3.org/2001/XMLSchema#integer> .'
_WANTED = frozenset(
    {
        ("<https://example.org/s>", "<https://example.org/p>", '"x"@fr-FR'),
        ("<https://example.org/s>", "<https://example.org/p>", '"01"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    }
)
_LINES = "\n".join(f"{s} {p} {o} ." for s, p, o in sorted(_WANTED))
_JSON = """{"@id": "https://example.org/s", "https://example.org/p": [{"@value": "x", "@language": "fr-FR"},
 {"@value": "01", "@type": "http://www.w3.org/2001/XMLSchema#integer"}]}"""


def _write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.ttl", _X), ("a.trig", _X), ("a.nt", _LINES), ("a.nq", _LINES), ("a.jsonld", _JSON), ("a.TTL", "\ufeff" + _X)],
)
def test_every_format_gives_the_same_statements(tmp_path: Path, name: str, text: str):
    validate(parse_rdf(_write(tmp_path, "first.ttl", _X))[0])  # the gate must not change what is read after it
    (graph,) = parse_rdf(_write(tmp_path, name, text))
    assert graph.statements == _WANTED
    assert graph.iri == "https://w3id.org/oncograph/id/document/a"


def test_a_named_graph_is_a_document(tmp_path: Path):
    trig = f"<https://example.org/g1> {{ {_X} }} <https://example.org/g2> {{ {_X} }} {_X}"
    found = parse_rdf(_write(tmp_path, "many.trig", trig))
    assert [graph.iri for graph in found] == [
        "https://example.org/g1",
        "https://example.org/g2",
        "https://w3id.org/oncograph/id/document/many",
    ]
    assert {graph.statements for graph in found} == {_WANTED}
    quads = "\n".join(f"{s} {p} {o} <https://example.org/g1> ." for s, p, o in sorted(_WANTED))
    (graph,) = parse_rdf(_write(tmp_path, "one.nq", quads))
    assert (graph.iri, graph.statements) == ("https://example.org/g1", _WANTED)


def test_turtle_belongs_to_the_document_it_describes(tmp_path: Path):
    lines = "\n".join(f"{s} {p} {o} ." for s, p, o in sorted(VALID))
    for name in ("x.ttl", "x.nt", "x.trig"):
        (graph,) = parse_rdf(_write(tmp_path, name, lines))
        assert (graph.iri, graph.statements) == (DOCUMENT, VALID)
        assert validate(graph).findings == ()


def test_a_blank_node_reaches_the_gate_or_is_named_with_its_line(tmp_path: Path):
    (graph,) = parse_rdf(
        _write(tmp_path, "b.ttl", PREFIXES + "actor:a a onco:Company ; onco:partOf [ a onco:Company ] .")
    )
    assert "blank-node" in rules(validate(graph))
    with pytest.raises(InputError, match="blank node") as caught:
        parse_rdf(_write(tmp_path, "b.nt", "# first line\n_:x <a:b> <c:d> .\n"))
    assert caught.value.place is not None
    assert caught.value.place.endswith("line 2")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.ttl", "@prefix a: <b:> .\na:x a:y 'z' .\na:x q:y 'z' .", "line 3"),
        ("a.ttl", "<https://a.org> <c:d> 'x", "line 1"),
        ("a.trig", "<a:g> {\n <a:b> <c:d> \n}", "line"),
        ("a.nq", "<a:b> <c:d> 'x' .", "line 1"),
        ("a.nt", "<a:b> <c:d> <e:f> .\nrubbish", "line 2"),
        ("a.jsonld", '{"@id": "a:b",\n "c:d" }', "line 2"),
        ("a.jsonld", '{"@id": 5}', "a.jsonld"),
        ("a.jsonld", '[{"@context": {"@import": "https://example.org/c"}}]', "a.jsonld"),
        ("a.jsonld", '{"@context": ["https://schema.org", {}], "name": "x"}', "a.jsonld"),
        ("a.ttl", "", "a.ttl"),
        ("a.ttl", "# nothing\n", "a.ttl"),
        ("a.ttl", "<a:b> <c:d> 'é' .".encode("cp1252"), "a.ttl"),
        ("a.ttl", b"\x00\x01\xff", "a.ttl"),
        ("a.rdf", "<rdf/>", "a.rdf"),
    ],
)
def test_what_cannot_be_read_is_refused_with_place_and_remedy(tmp_path: Path, name: str, text: str | bytes, place: str):
    with pytest.raises(InputError) as caught:
        parse_rdf(_write(tmp_path, name, text))
    assert place in (caught.value.place or "")
    assert str(tmp_path) in (caught.value.place or "")
    assert caught.value.remedy


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(InputError):
        parse_rdf(tmp_path / "none.ttl")


def test_our_own_files_can_be_read():
    for suffix in ("oncograph.ttl", "areas.ttl"):
        path = Path("ontology") / suffix
        assert path.suffix in RDF_SUFFIXES
        assert len(parse_rdf(path)[0].statements) > 500
    assert len(shapes_graph()) > 500


def test_relative_iris_do_not_depend_on_the_folder(tmp_path: Path):
    (graph,) = parse_rdf(_write(tmp_path, "here.ttl", "<> <a:b> <#part> ."))
    assert graph.statements == {
        (
            "<https://w3id.org/oncograph/id/document/here>",
            "<a:b>",
            "<https://w3id.org/oncograph/id/document/here#part>",
        )
    }
    assert turtle("actor:x onco:partOf actor:y .")
