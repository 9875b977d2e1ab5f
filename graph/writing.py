"""From one state of the graph to another, inside one transaction: only what differs is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import neo4j

from graph.cypher import statement, with_labels, with_type
from graph.driver import records
from graph.engines import EngineKind
from graph.mapping import ASSERTS
from graph.model import Link, Node, Projection, Properties, stub

BATCH = 1000  # rows of one statement
T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some


def write(transaction: neo4j.Transaction, old: Projection, new: Projection, kind: EngineKind) -> None:
    """Makes the graph of some subjects what it should be.

    Args:
        transaction: holds the writer lock.
        old: these subjects and the relationships they give rise to, as they are in the database now.
        new: the same as they should be; has the nodes of `old`, ends of relationships may be missing. Its nodes that
            nothing is tied to are deleted.
        kind: which engine it is.
    """
    present = _present(transaction, old, new)
    # A changed assertion is replaced: to find each of a document's many again would look at all of them each time.
    kept = {
        link: properties
        for link, properties in old.links.items()
        if link in new.links and (link.type != ASSERTS or new.links[link] == properties)
    }
    gone = old.links.keys() - kept.keys()
    delete_links(transaction, gone)
    held = {uri for link in new.links for uri in (link.start, link.end)}
    loose = {uri for link in gone for uri in (link.start, link.end)} | new.nodes.keys()
    deleted = delete_orphans(transaction, (loose & present) - held)
    wanted = {uri: node for uri, node in new.nodes.items() if uri in present - deleted or uri in held}
    for uri in held - present - wanted.keys():
        wanted[uri] = stub(uri)
    _write_nodes(transaction, old, wanted, present, kind)
    _write_links(transaction, kept, new.links)


def delete_orphans(transaction: neo4j.Transaction, candidates: Iterable[str]) -> set[str]:
    """Deletes those of the nodes that no relationship holds, and says which these were."""
    return {
        record["uri"]
        for uris in batches(sorted(candidates))
        for record in records(transaction, statement("delete_orphans"), {"uris": uris})
    }


def delete_links(transaction: neo4j.Transaction, links: Iterable[Link]) -> None:
    """Deletes relationships, all of the same key together."""
    others: dict[Link, Properties] = {}
    asserted: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.type == ASSERTS:
            asserted[link.start].append(link.end)
        else:
            others[link] = {}
    for document, subjects in asserted.items():
        transaction.run(statement("delete_assertions"), document=document, subjects=subjects).consume()
    _by_type(transaction, "delete_links", others)


def _present(transaction: neo4j.Transaction, old: Projection, new: Projection) -> set[str]:
    """Which of the nodes exist; those that a present relationship ends in are not asked for."""
    present = {uri for link in old.links for uri in (link.start, link.end)}
    asked = {uri for link in new.links for uri in (link.start, link.end)} | new.nodes.keys()
    for uris in batches(sorted(asked - present)):
        present.update(record["uri"] for record in records(transaction, statement("existing"), {"uris": uris}))
    return present


def _write_nodes(
    transaction: neo4j.Transaction, old: Projection, wanted: dict[str, Node], present: set[str], kind: EngineKind
) -> None:
    created: defaultdict[frozenset[str], list[dict[str, Properties]]] = defaultdict(list)
    added: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    removed: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    changed: list[dict[str, Any]] = []
    for uri, node in wanted.items():
        if uri not in present:
            created[node.labels].append({"properties": node.properties})
            continue
        before = old.nodes.get(uri) or stub(uri)
        more, fewer = node.labels - before.labels, before.labels - node.labels
        if more and fewer and kind == "arcadedb":
            _rebuild(transaction, node)
            continue
        if more:
            added[more].append(uri)
        if fewer:
            removed[fewer].append(uri)
        if node.properties != before.properties:
            changed.append({"uri": uri, "properties": node.properties})
    for labels, nodes in created.items():
        for rows in batches(nodes):
            transaction.run(with_labels("create_nodes", labels), rows=rows).consume()
    for name, groups in (("add_labels", added), ("remove_labels", removed)):
        for labels, subjects in groups.items():
            for uris in batches(subjects):
                transaction.run(with_labels(name, labels), uris=uris).consume()
    for changes in batches(changed):
        transaction.run(statement("set_properties"), rows=changes).consume()


def _rebuild(transaction: neo4j.Transaction, node: Node) -> None:
    """Puts a node with other labels in the place of the one with the same IRI.

    Under a uniqueness constraint ArcadeDB lets a node change its labels once in a transaction; giving some and taking
    others are two changes.
    """
    uri = node.properties["uri"]
    around = {
        link_of(record["start"], record["type"], record["end"], record["properties"]): record["properties"]
        for name in ("outgoing", "incoming")
        for record in records(transaction, statement(name), {"uris": [uri]})
    }
    transaction.run(statement("delete_node"), uri=uri).consume()
    transaction.run(with_labels("create_nodes", node.labels), rows=[{"properties": node.properties}]).consume()
    _by_type(transaction, "create_links", around)


def _write_links(transaction: neo4j.Transaction, kept: dict[Link, Properties], wanted: dict[Link, Properties]) -> None:
    changed = {link: properties for link, properties in wanted.items() if link in kept and kept[link] != properties}
    _by_type(transaction, "set_link_properties", changed)
    _by_type(transaction, "create_links", {link: wanted[link] for link in wanted if link not in kept})


def _by_type(transaction: neo4j.Transaction, name: str, links: dict[Link, Properties]) -> None:
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for link, properties in links.items():
        groups[link.type].append({"start": link.start, "end": link.end, "via": link.via, "properties": properties})
    for type_, group in groups.items():
        for rows in batches(group):
            transaction.run(with_type(name, type_), rows=rows).consume()


def link_of(start: str, type_: str, end: str, properties: dict[str, Any]) -> Link:
    """The key of a relationship as it stands in the database."""
    return Link(start, type_, end, str(properties.get("agreement") or properties.get("role") or ""))
