"""The gate in front of the graph: a document enters whole, or stays out with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ontology import checks, crossing, screen, shacl
from ontology.crossing import Loaded
from ontology.evidence import check_evidence, offsets
from ontology.findings import SHAPES, Bilingual, DocumentView, Problem
from ontology.iris import ONTOLOGY
from ontology.rdf import DocumentGraph, Statement, term
from ontology.report import Finding, Quote, Report
from ontology.soundness import sound
from ontology.vocab import ONCO, local, terms

_QUOTES = 3  # a finding shows at most so many passages


def validate(document: DocumentGraph, *, known_types: Mapping[str, frozenset[str]] | None = None) -> Report:
    """What keeps a document out of the graph, and what is to be known of it.

    Args:
        document: its statements; its text too, where quotes are to be compared with it.
        known_types: IRI → classes (full IRIs or names of ours) of things that the document refers to and that other
            documents describe. A document that describes all it names needs none.
    """
    return examine(document, known_types=known_types)[1]


def examine(
    document: DocumentGraph, *, known_types: Mapping[str, frozenset[str]] | None = None
) -> tuple[DocumentView, Report]:
    """As `validate`, with the document's sound statements as they were looked at."""
    statements, problems = sound(document.statements)
    view = DocumentView(document.iri, statements, document.text)
    context = {
        known: frozenset(name if ":" in name else ONTOLOGY + name for name in names)
        for known, names in (known_types or {}).items()
    }
    problems += shacl.run(view, context, shapes=screen.doubtful(view, context))
    problems += crossing.within(view)
    problems += checks.check(view)
    problems += check_evidence(view)
    return view, _report(view, problems)


def validate_graph(statements: Iterable[Statement], *, iri: str = "urn:oncograph:statements") -> Report:
    """What is wrong with statements that are not one document's, such as a file of others.

    Everything is checked but what ties statements to one document: they may rest on several.

    Args:
        statements: the set.
        iri: what to call it in the report, such as the file's IRI.
    """
    found, problems = sound(frozenset(statements))
    view = DocumentView(iri, found)
    problems += shacl.run(view, {}, shapes=screen.doubtful(view, {}))
    problems += crossing.within(view)
    problems += checks.check(view)
    of_one_document = {"document-described", "evidence-of-this-document"}
    problems += [problem for problem in check_evidence(view) if problem.shape not in of_one_document]
    return _report(view, problems)


def against(document: DocumentGraph, loaded: Loaded) -> Report:
    """What contradicts a loaded graph in a document: identifiers and kinds that other documents give otherwise.

    Args:
        document: the new or changed document; its earlier version in the graph counts for nothing.
        loaded: the graph, without or with that version.
    """
    crossed = crossing.against(document, loaded)
    view = DocumentView(document.iri, document.statements, document.text)
    return Report.of(finding(view, problem, others=others) for others, problem in crossed)


def _report(view: DocumentView, problems: Iterable[Problem]) -> Report:
    return Report.of(finding(view, problem) for problem in problems)


def finding(
    view: DocumentView, problem: Problem, *, document: str | None = None, others: tuple[str, ...] = ()
) -> Finding:
    """A problem with the names and passages that a person needs.

    Args:
        view: where names and passages are found.
        problem: what is wrong.
        document: the document that it is to be told of, where it is not the view's.
        others: other documents that it concerns.
    """
    return Finding(
        severity=problem.severity,
        document=document or view.iri,
        others=others,
        focus=problem.focus,
        focus_name=_thing(view, problem.focus),
        problem=problem.message,
        repair=problem.repair,
        shape=SHAPES + problem.shape,
        component=problem.component,
        path=problem.path,
        path_label=_property(problem.path) if problem.path else None,
        value=problem.value,
        value_text=_value(view, problem.value) if problem.value else _values(view, problem),
        quotes=_quotes(view, problem),
    )


def _thing(view: DocumentView, iri: str) -> Bilingual:
    """Its class and name: `Mécénat « … »`; of evidence, what it is and where."""
    kind = next((name for name in map(local, view.types.get(iri, ())) if name in ONCO), None)
    if kind is None:
        return view.name(iri)
    named = terms()[kind].labels
    name = view.name(iri)
    place = offsets(view, iri)
    if kind == "Evidence" and place:
        where = f"{place[0]}–{place[1]}"
        return Bilingual(f"{named['fr']}, caractères {where}", f"{named['en']}, characters {where}")
    return Bilingual(f"{name.fr} ({named['fr']})", f"{name.en} ({named['en']})")


def _property(iri: str) -> Bilingual:
    known = terms().get(local(iri))
    if known:
        return Bilingual(known.labels["fr"], known.labels["en"])
    short = "type" if iri.endswith("#type") else iri
    return Bilingual(short, short)


def _value(view: DocumentView, text: str) -> Bilingual:
    value = term(text)
    if value.kind == "literal":
        kind = f" ({value.datatype.rsplit('#', 1)[-1]})" if value.datatype else f"@{value.language or ''}".rstrip("@")
        return Bilingual(f"« {value.value} »{kind}", f"“{value.value}”{kind}")
    named = local(value.value)
    if named in terms():
        return Bilingual(terms()[named].labels["fr"], terms()[named].labels["en"])
    name = view.name(value.value)
    return Bilingual(f"{name.fr} <{value.value}>", f"{name.en} <{value.value}>")


def _values(view: DocumentView, problem: Problem) -> Bilingual | None:
    """All values of the property, where the problem is their number."""
    if not problem.path or not problem.component.endswith(
        ("MaxCountConstraintComponent", "UniqueLangConstraintComponent")
    ):
        return None
    shown = [_value(view, value) for name, value in view.pairs(problem.focus) if name == problem.path]
    return Bilingual(", ".join(each.fr for each in shown), ", ".join(each.en for each in shown))


def _quotes(view: DocumentView, problem: Problem) -> tuple[Quote, ...]:
    """The passages that the problem concerns: its own, those of the statement, else those of the thing."""
    focus = problem.focus
    if ONCO.Evidence in view.types.get(focus, ()):
        found = [focus]
    else:
        stating = [
            subject
            for subject, types in view.types.items()
            if ONCO.Evidence in types and focus in view.iris(subject, ONCO.statedSubject)
        ]
        path = problem.path or ""
        exact = [s for s in stating if path == ONTOLOGY + (view.text_of(s, ONCO.statedPredicate) or "?")]
        found = exact or view.iris(focus, ONCO.evidence)
    return tuple(quote for quote in (_quote(view, subject) for subject in found[:_QUOTES]) if quote)


def _quote(view: DocumentView, subject: str) -> Quote | None:
    text, place = view.text_of(subject, ONCO.quote), offsets(view, subject)
    if not text:
        return None
    if place is None:
        return Quote(text)
    within = view.text is not None and place[1] <= len(view.text)
    line = view.text.count("\n", 0, place[0]) + 1 if view.text is not None and within else None
    return Quote(text, place[0], place[1], line)
