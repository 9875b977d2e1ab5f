from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import URIRef
from rdflib.namespace import SH

from benchmarks.validation.generate import ACROSS, BREAKS, Zipf, documents, make
from ontology import crossing, rdf, screen, shacl
from ontology.bulk import Validated, _validate_chunk, validate_many
from ontology.findings import SHAPES, DocumentView
from ontology.gate import validate
from ontology.rdf import DocumentGraph
from ontology.together import Fault, Together

_ALONE = [name for name in BREAKS if name not in ACROSS]
_BROKEN = list(documents(165, broken=0.97, seed=11, each=5))  # some whole ones among them


def _plain(graphs: Iterable[DocumentGraph], shapes: rdflib.Graph) -> set[Fault]:
    """What plain pyshacl finds in all documents as one graph: nothing of ours but the reading of its report."""
    data = rdf.to_rdflib({one for graph in graphs for one in graph.statements})
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=shacl.class_hierarchy())
    rdf.keep_lexical_forms()
    found = set()
    for result in results.objects(None, SH.result):
        path, value, focus = (results.value(result, name) for name in (SH.resultPath, SH.value, SH.focusNode))
        found.add(
            (
                rdf.encode(focus).strip("<>") if isinstance(focus, URIRef) else rdf.encode(focus),
                str(results.value(result, SH.sourceShape)).removeprefix(SHAPES),
                str(results.value(result, SH.sourceConstraintComponent)),
                str(path) if isinstance(path, URIRef) else "",
                rdf.encode(value) if value is not None and value != focus else "",
            )
        )
    return found


def _comparable(faults: Iterable[Fault]) -> set[Fault]:
    """Without the properties that our reports name although the shape's path is not a single one."""
    single = {
        str(shape).removeprefix(SHAPES): str(path)
        for shape, path in shacl.shapes_graph().subject_objects(SH.path)
        if isinstance(path, URIRef)
    }
    return {(thing, shape, component, single.get(shape, ""), value) for thing, shape, component, _, value in faults}


def _two_passes(graphs: list[DocumentGraph], folder: Path) -> tuple[list[Validated], set[Fault]]:
    with Together(folder / "things.sqlite") as together:
        validated, described = _validate_chunk(graphs)
        together.add(described)
        return validated, together.whole()


def test_the_two_passes_find_what_pyshacl_finds_in_the_whole_graph(tmp_path: Path):
    validated, whole = _two_passes(_BROKEN, tmp_path)
    expected = _plain(_BROKEN, shacl.shapes_graph())
    assert len(expected) >= 700
    assert _comparable(whole) == expected
    shapes = {shape for _, shape, *_ in expected}
    assert {name.split("@")[0] for name in _ALONE} - shapes == set()
    # Each document alone is judged more strictly: nothing that another one supplies excuses it.
    alone = {
        (f.focus, f.rule, f.component, f.path or "", f.value or "")
        for one in validated
        for f in one.report.findings
        if f.component.startswith(str(SH))
    }
    assert alone - whole


def test_contradictions_are_those_that_pyshacl_finds_in_the_whole_graph():
    graphs = list(documents(120, broken=0.6, seed=5, kinds=ACROSS))
    expected = {
        (shape.split(".")[0], value or (focus if focus.startswith('"') else f"<{focus}>"))
        for focus, shape, _, _, value in _plain(graphs, crossing.crossing_shapes())
    }
    found = [f for one in validate_many(graphs, workers=1) for f in one.report.findings if f.rule in ACROSS]
    assert {name for name, _ in expected} == set(ACROSS)
    assert {(f.rule, f.value) for f in found} == expected
    between = [f for f in found if f.others]
    assert {f.rule for f in between} == set(ACROSS)
    assert all(f.document not in f.others for f in between)


def test_the_screen_doubts_what_pyshacl_finds_and_nothing_else():
    """It would be right if it doubted more; that it does not is what makes it quick."""
    assert screen.Screen(shacl.shapes_graph()).always == frozenset()
    for graph in _BROKEN[:40]:
        view = DocumentView(graph.iri, graph.statements)
        assert screen.doubtful(view, {}) == {problem.shape for problem in shacl.run(view, {})}


@pytest.mark.parametrize("name", BREAKS)
def test_every_way_to_break_a_valid_document_is_found_and_named(name: str):
    zipf = Zipf(12)
    first, second = make(8, zipf, 3), make(9, zipf, 3)
    if name in ACROSS:
        second.things["actor"] = sorted({second.things["actor"], second.things["other"]} - {first.things["actor"]})[0]
    assert validate(first.graph()).findings == ()
    assert validate(second.graph()).findings == ()
    assert [one for one in validate_many([first.graph(), second.graph()], workers=1) if one.report.findings] == []
    BREAKS[name](second)
    if name in ACROSS and not name.endswith("-kind"):
        BREAKS[name](first)
    elif name in ACROSS:
        shared = second.things["actor" if "organisation" in name else "second"]
        first.statements |= {one for one in make(9, zipf, 3).statements if one[0] == f"<{shared}>"}
    found = {
        f.rule
        for one in validate_many([first.graph(), second.graph()], workers=1)
        for f in one.report.findings
        if one.document == second.iri
    }
    assert name.split("@")[0] in found


def test_several_processes_say_the_same_in_the_same_order():
    alone, several = (list(validate_many(_BROKEN, workers=workers)) for workers in (1, 2))
    assert [one.document for one in alone if not one.together] == [graph.iri for graph in _BROKEN]
    assert alone == several


def test_documents_are_read_as_they_are_needed():
    taken: list[int] = []
    counted: list[int] = []

    def given() -> Iterable[DocumentGraph]:
        for number, graph in enumerate(documents(150)):
            taken.append(number)
            yield graph

    first = next(iter(validate_many(given(), workers=1, progress=counted.append)))
    assert first.report.findings == ()
    assert len(taken) < 150
    assert Counter(one.together for one in validate_many(documents(70), workers=1, progress=counted.append)) == {
        False: 70
    }
    assert counted[-1] == 70


def test_evidence_that_two_documents_describe_is_told_of_both():
    first, second = make(0, Zipf(12), 1), make(1, Zipf(12), 1)
    borrowed = first.things["evidence"]
    second.a(borrowed, "Evidence")
    second.link(borrowed, "quotedFrom", second.iri)
    found = [
        f
        for one in validate_many([first.graph(), second.graph()], workers=1)
        for f in one.report.findings
        if one.together and f.focus == borrowed
    ]
    assert {(f.document, f.others) for f in found} >= {(first.iri, (second.iri,)), (second.iri, (first.iri,))}


def test_a_construct_that_the_screen_does_not_know_always_goes_to_pyshacl():
    shapes = rdflib.Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix onco: <https://w3id.org/oncograph/ontology#> .
        <https://w3id.org/oncograph/shapes#odd> a sh:PropertyShape ; sh:targetClass onco:Organization ;
            sh:path onco:city ; sh:maxLength 3 .
        <https://w3id.org/oncograph/shapes#plain> a sh:PropertyShape ; sh:targetClass onco:Organization ;
            sh:path onco:city ; sh:minCount 1 .""",
        format="turtle",
    )
    compiled = screen.Screen(shapes)
    assert compiled.always == {"odd"}
    view = DocumentView("", make(0, Zipf(12), 1).graph().statements)
    assert compiled.doubtful(view, {}) == {"odd"}


@pytest.mark.parametrize("odd", ['"\\u0041"', '"A"^^<http://www.w3.org/2001/XMLSchema#string>'])
def test_what_is_written_in_an_odd_way_is_in_doubt(odd: str):
    draft = make(0, Zipf(12), 1)
    draft.put(draft.things["agreement"], "tier", odd)
    view = DocumentView(draft.iri, draft.graph().statements)
    assert screen.doubtful(view, {}) == screen.Screen(shacl.shapes_graph()).names


def test_classes_that_the_data_put_under_ours_are_in_doubt():
    draft = make(0, Zipf(12), 1)
    draft.link(
        "https://example.org/Lab", "http://www.w3.org/2000/01/rdf-schema#subClassOf", crossing.ONTOLOGY + "School"
    )
    assert screen.doubtful(DocumentView(draft.iri, draft.graph().statements), {})
