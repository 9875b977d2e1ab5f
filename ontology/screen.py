"""A quick look that clears a document of shapes that it surely meets, before pyshacl is asked about the others.

The screen never reports anything: it says which shapes are in doubt, and pyshacl judges those. It is strict: whatever
it does not understand (a construct of SHACL, an odd literal, a class hierarchy in the data) is in doubt. Shapes are
compiled once per process into functions; which functions concern a thing depends on its classes and on which
properties it has, so that choice is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from rdflib import RDF, BNode, Literal, URIRef
from rdflib.graph import Graph
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from ontology import rdf, shacl
from ontology.findings import SHAPES, DocumentView
from ontology.iris import ONTOLOGY
from ontology.rdf import Term, term
from ontology.vocab import ONCO, local, subclasses

Properties = Mapping[str, list[str]]  # a thing's values by property
Test = Callable[["Scene", str, Properties], bool]  # whether a thing surely conforms
ValueTest = Callable[[Term], bool]

_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_MOST = 200_000  # values and signatures that are remembered at most
_SAID = {RDF.type, SH.severity, SH.message, SH.targetClass, SH.targetSubjectsOf, SH.path}
_NOTES = (SHAPES + "repair", SHAPES + "about")
_LEXICAL = {
    XSD.integer: re.compile(r"-?\d{1,18}\Z", re.ASCII),
    XSD.decimal: re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII),
    XSD.duration: re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+D)?\Z", re.ASCII),
    XSD.gYear: re.compile(r"\d{4}\Z", re.ASCII),
    XSD.gYearMonth: re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z", re.ASCII),
    XSD.date: re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII),
}


class Uncompiled(Exception):
    """A shape uses what the screen does not know: pyshacl judges it always."""


class Scene:
    """The things of a document, their classes and properties, as the compiled tests look at them."""

    def __init__(self, view: DocumentView, known_types: Mapping[str, Iterable[str]]) -> None:
        self.properties = view.properties
        self.types: dict[str, tuple[str, ...]] = {thing: tuple(types) for thing, types in view.types.items()}
        for thing, types in known_types.items():
            self.types[thing] = tuple(sorted({*self.types.get(thing, ()), *types}))

    def is_a(self, thing: str, classes: frozenset[str]) -> bool:
        """Whether a thing is known to be of one of the classes."""
        return not classes.isdisjoint(self.types.get(thing, ()))


def doubtful(view: DocumentView, known_types: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The names of the shapes that a document may break; empty where it surely breaks none.

    Args:
        view: the document's statements.
        known_types: classes (full IRIs) of things that the document refers to and others describe.
    """
    return _screen().doubtful(view, known_types)


class Screen:
    """The shapes of a graph, compiled.

    Attributes:
        always: names of the shapes that the screen cannot compile, which are always in doubt.
    """

    def __init__(self, graph: Graph) -> None:
        compiler = _Compiler(graph)
        self.names: frozenset[str] = frozenset(_name(shape) for shape in shacl.targeted(graph))
        self.always: frozenset[str] = frozenset()
        self._compiled: list[tuple[str, frozenset[str], frozenset[str], _Shape]] = []
        self._plans: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[str, Test]]] = {}
        for shape in shacl.targeted(graph):
            try:
                classes = frozenset().union(*(_below(str(c)) for c in graph.objects(shape, SH.targetClass)))
                used = frozenset(str(p) for p in graph.objects(shape, SH.targetSubjectsOf))
                self._compiled.append((_name(shape), classes, used, compiler.shape(shape)))
            except Uncompiled:
                self.always |= {_name(shape)}

    def doubtful(self, view: DocumentView, known_types: Mapping[str, Iterable[str]]) -> frozenset[str]:
        """As the function of that name."""
        if view.unusual or any(_SUBCLASS in properties for properties in view.properties.values()):
            return self.names
        scene = Scene(view, known_types)
        found = set(self.always)
        for thing, properties in view.properties.items():
            for name, test in self._plan(scene.types.get(thing, ()), properties):
                if not test(scene, thing, properties):
                    found.add(name)
        return frozenset(found)

    def _plan(self, types: tuple[str, ...], properties: Properties) -> list[tuple[str, Test]]:
        """The tests of the shapes that concern a thing with such classes and properties, the idle ones left out."""
        signature = (types, tuple(properties))
        plan = self._plans.get(signature)
        if plan is None:
            plan = [
                (name, shape.test)
                for name, classes, used, shape in self._compiled
                if (not classes.isdisjoint(types) or not used.isdisjoint(properties))
                and not (shape.idle_without and shape.idle_without.isdisjoint(properties))
            ]
            if len(self._plans) > _MOST:
                self._plans.clear()
            self._plans[signature] = plan
        return plan


@cache
def _screen() -> Screen:
    return Screen(shacl.shapes_graph())


class _Shape:
    """A compiled shape; `idle_without`: properties without any of which nothing can be wrong."""

    def __init__(self, test: Test, idle_without: frozenset[str]) -> None:
        self.test = test
        self.idle_without = idle_without


class _Compiler:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def shape(self, shape: Node) -> _Shape:
        constraints: dict[Node, list[Node]] = {}
        for predicate, value in self.graph.predicate_objects(shape):
            if predicate not in _SAID and str(predicate) not in _NOTES:
                constraints.setdefault(predicate, []).append(value)
        if SH.deactivated in constraints:
            raise Uncompiled
        path = self.graph.value(shape, SH.path)
        return self._node(constraints) if path is None else self._property(self._path(path), constraints)

    def _path(self, path: Node) -> tuple[str, ...]:
        if isinstance(path, URIRef):
            return (str(path),)
        alternatives = self.graph.value(path, SH.alternativePath)
        names = list(self.graph.items(alternatives)) if alternatives is not None else []
        if not names or not all(isinstance(name, URIRef) for name in names) or len(list(self.graph[path])) > 1:
            raise Uncompiled
        return tuple(map(str, names))

    def _node(self, constraints: dict[Node, list[Node]]) -> _Shape:
        """The value is the thing itself: its classes, and what nested shapes say of it."""
        tests = [self._about(kind, value) for kind, values in constraints.items() for value in values]
        return _Shape(lambda scene, thing, own: all(test(scene, thing, own) for test in tests), frozenset())

    def _about(self, kind: Node, value: Node) -> Test:
        if kind == SH["class"]:
            classes = _below(str(value))
            return lambda scene, thing, _own: scene.is_a(thing, classes)
        if kind in (SH["or"], SH["and"]):
            members = [self.shape(member).test for member in self.graph.items(value)]
            if kind == SH["or"]:
                return lambda scene, thing, own: any(test(scene, thing, own) for test in members)
            return lambda scene, thing, own: all(test(scene, thing, own) for test in members)
        if kind == SH["not"]:
            return self._not(value)
        raise Uncompiled

    def _not(self, value: Node) -> Test:
        """Only of what the screen knows for certain both ways: a class of the thing, or one value of a property."""
        said = dict(self.graph.predicate_objects(value))
        if set(said) <= {SH["class"], SH.path, SH.hasValue} and len(said) == len(list(self.graph[value])):
            test = self.shape(value).test
            return lambda scene, thing, own: not test(scene, thing, own)
        raise Uncompiled

    def _property(self, path: tuple[str, ...], constraints: dict[Node, list[Node]]) -> _Shape:
        whole: list[Test] = []  # about the values together
        each: list[ValueTest] = []  # about one value, whatever the document
        classes: list[frozenset[str]] = []  # what each value must be
        least, most = 0, None
        needed = False
        for kind, values in constraints.items():
            for value in values:
                if kind == SH.minCount:
                    least = int(str(value))
                elif kind == SH.maxCount:
                    most = int(str(value))
                elif kind == SH["class"]:
                    classes.append(_below(str(value)))
                elif kind == SH.hasValue:
                    needed = True
                    whole.append(_has(path, _token(value)))
                elif kind == SH.uniqueLang:
                    whole.append(_one_in_each_language(path))
                elif kind == SH.lessThan:
                    whole.append(_less(path, str(value)))
                elif kind == SH.disjoint:
                    whole.append(_disjoint(path, str(value)))
                elif kind == SH["or"]:
                    alternatives = [self._value_shape(member) for member in self.graph.items(value)]
                    if all(classed is None for _, classed in alternatives):
                        each.append(_any([test for test, _ in alternatives]))
                    elif all(classed is not None for _, classed in alternatives):
                        classes.append(frozenset().union(*(classed or () for _, classed in alternatives)))
                    else:
                        raise Uncompiled
                elif kind == SH["not"]:
                    # On rdf:type: the values are classes, and none may be the one named.
                    said = list(self.graph.predicate_objects(value))
                    if len(said) != 1 or said[0][0] != SH.hasValue:
                        raise Uncompiled
                    forbidden = term(_token(said[0][1]))
                    each.append(lambda value, forbidden=forbidden: value != forbidden)  # type: ignore[misc]
                else:
                    each.append(self._value(kind, value))
        test = _values_test(path, least, most, each, classes, whole)
        return _Shape(test, frozenset() if least or needed else frozenset(path))

    def _value_shape(self, shape: Node) -> tuple[ValueTest, frozenset[str] | None]:
        """A nested shape of one value: tests of it, or its class."""
        said = list(self.graph.predicate_objects(shape))
        if len(said) == 1 and said[0][0] == SH["class"]:
            return (lambda _value: False), _below(str(said[0][1]))
        tests = [self._value(kind, value) for kind, value in said]
        return (lambda value: all(test(value) for test in tests)), None

    def _value(self, kind: Node, value: Node) -> ValueTest:
        if kind == SH.nodeKind and value in (SH.IRI, SH.Literal):
            wanted = "iri" if value == SH.IRI else "literal"
            return lambda found: found.kind == wanted
        if kind == SH.pattern:
            pattern = re.compile(str(value))
            return lambda found: pattern.search(found.value) is not None
        if kind == SH.datatype and value in _LEXICAL:
            return _datatype(str(value), _LEXICAL[value])  # type: ignore[index]
        if kind == SH["in"]:
            allowed = frozenset(term(_token(one)) for one in self.graph.items(value))
            return lambda found: found in allowed
        if kind == SH.languageIn:
            languages = frozenset(str(one).lower() for one in self.graph.items(value))
            return lambda found: (found.language or "").lower() in languages
        if kind == SH.minInclusive and isinstance(value, Literal):
            least = Decimal(str(value))
            return lambda found: _number(found) is not None and _number(found) >= least  # type: ignore[operator]
        raise Uncompiled


def _values_test(
    path: tuple[str, ...],
    least: int,
    most: int | None,
    each: list[ValueTest],
    classes: list[frozenset[str]],
    whole: list[Test],
) -> Test:
    known_good: set[str] = set()  # values that passed before

    def test(scene: Scene, thing: str, own: Properties) -> bool:
        values = _values(own, path)
        if len(values) < least or (most is not None and len(values) > most):
            return False
        for value in values:
            if each and value not in known_good:
                decoded = term(value)
                if not all(one(decoded) for one in each):
                    return False
                if len(known_good) > _MOST:
                    known_good.clear()
                known_good.add(value)
            if classes and not (value[0] == "<" and all(scene.is_a(value[1:-1], wanted) for wanted in classes)):
                return False
        return all(one(scene, thing, own) for one in whole)

    if len(path) > 1 or classes or whole or not each or least > 1 or most == 0:
        return test
    name = path[0]

    def one_known(scene: Scene, thing: str, own: Properties) -> bool:
        """The usual case first: one value, which passed before."""
        values = own.get(name, ())
        return (len(values) == 1 and values[0] in known_good) or test(scene, thing, own)

    return one_known


def _values(own: Properties, path: tuple[str, ...]) -> list[str]:
    if len(path) == 1:
        return own.get(path[0], [])
    return list(dict.fromkeys(value for name in path for value in own.get(name, ())))


def _has(path: tuple[str, ...], wanted: str) -> Test:
    return lambda _scene, _thing, own: wanted in _values(own, path)


def _one_in_each_language(path: tuple[str, ...]) -> Test:
    def test(_scene: Scene, _thing: str, own: Properties) -> bool:
        values = _values(own, path)
        if len(values) < 2:
            return True
        languages = [(value.language or "").lower() for value in map(term, values)]
        tagged = [language for language in languages if language]
        return len(tagged) == len(set(tagged))

    return test


def _less(path: tuple[str, ...], other: str) -> Test:
    def test(_scene: Scene, _thing: str, own: Properties) -> bool:
        lower, upper = (
            [_number(term(value)) for value in values] for values in (_values(own, path), own.get(other, ()))
        )
        return all(a is not None and b is not None and a < b for a in lower for b in upper)

    return test


def _disjoint(path: tuple[str, ...], other: str) -> Test:
    return lambda _scene, _thing, own: other not in own or set(_values(own, path)).isdisjoint(own[other])


def _any(tests: list[ValueTest]) -> ValueTest:
    return lambda value: any(test(value) for test in tests)


def _datatype(datatype: str, lexical: re.Pattern[str]) -> ValueTest:
    def test(value: Term) -> bool:
        if value.datatype != datatype or not lexical.match(value.value):
            return False
        if datatype != str(XSD.date):
            return True
        try:
            date.fromisoformat(value.value)
        except ValueError:
            return False
        return True

    return test


def _number(value: Term) -> Decimal | None:
    if value.datatype in (str(XSD.integer), str(XSD.decimal)) and _LEXICAL[XSD.decimal].match(value.value):
        return Decimal(value.value)
    return None


def _token(node: Node) -> str:
    if isinstance(node, BNode):
        raise Uncompiled
    return rdf.encode(node)


@cache
def _below(class_: str) -> frozenset[str]:
    """The class and all below it."""
    name = local(class_)
    if name not in ONCO:
        return frozenset((class_,))
    return frozenset((class_, *(ONTOLOGY + other for other in subclasses(name))))


def _name(shape: Node) -> str:
    return str(shape).removeprefix(SHAPES)
