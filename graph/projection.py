"""The projection: the readable property graph, computed from the ledger by a pure function.

All that the graph shows of a subject follows from what documents state about that subject, so a changed document
recomputes the subjects it touches and no others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph import nodes, shortcuts
from graph.ledger import Assertions
from graph.mapping import Mapping as GraphMapping
from graph.model import Facts, Link, Projection, Properties, Support, facts, stub
from ontology.dates import PartialDate
from ontology.iris import ONTOLOGY
from ontology.rdf import term

_ISSUED = ONTOLOGY + "issued"


def project(
    support: Support, issued: Mapping[str, str], documents: Collection[str], mapping: GraphMapping
) -> Projection:
    """The nodes of the subjects, the relationships that start from them, and the shortcuts they give rise to.

    Args:
        support: subject → document → what that document states about it; a subject with no statement becomes a stub.
        issued: document → date of publication as ISO text, where known: the newest value of a property is shown.
        documents: IRIs of the documents that assert anything.
        mapping: names and forms.
    """
    projection = Projection()
    for subject, stated in support.items():
        known = facts(subject, stated, issued)
        is_document = subject in documents
        if not known.values and not is_document:
            projection.nodes[subject] = stub(subject)
            continue
        node = nodes.node(known, mapping, is_document=is_document)
        projection.nodes[subject] = node
        projection.links.update(_relationships(known, mapping))
        projection.links.update(shortcuts.shortcuts(known, node.properties, mapping))
    return projection


def date_of_issue(document: str, assertions: Assertions) -> str | None:
    """The date of publication that a document states of itself, as ISO text; the latest where it states several."""
    prefix = f"<{_ISSUED}> "
    dates = []
    for pair in assertions.get(document, ()):
        if pair.startswith(prefix):
            try:
                dates.append(PartialDate(term(pair.removeprefix(prefix)).value).value)
            except ValueError:  # not a date of ours: such a document counts as undated
                continue
    return max(dates, default=None)


def _relationships(known: Facts, mapping: GraphMapping) -> dict[Link, Properties]:
    found: dict[Link, Properties] = {}
    for predicate in known.values:
        form = mapping.properties.get(predicate)
        if form is not None and form.kind == "relationship":
            for end, documents in known.things(predicate).items():
                found[Link(known.subject, form.name, end)] = {"docs": sorted(documents)}
    return found
