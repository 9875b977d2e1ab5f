"""From the driver's values to plain Python values that JSON can carry."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> object:
    """The value as str, int, float, bool, None, list or dict.

    Dates and times become ISO 8601 text; a node `{uri, labels, properties}`, a relationship `{type, start, end,
    properties}`, a path `{nodes, relationships}`.

    Raises:
        TypeError: a type that is not known here (a spatial point, say).
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, Node):
        properties = plain(dict(value))
        return {"uri": value.get("uri"), "labels": sorted(value.labels), "properties": properties}
    if isinstance(value, Relationship):
        ends = [node.get("uri") if node is not None else None for node in (value.start_node, value.end_node)]
        return {"type": value.type, "start": ends[0], "end": ends[1], "properties": plain(dict(value))}
    if isinstance(value, Path):
        return {
            "nodes": [plain(node) for node in value.nodes],
            "relationships": [plain(relationship) for relationship in value.relationships],
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"a value of type {type(value).__name__} cannot be given out")


def comparable(value: Any) -> Any:
    """A stored property as the projection would give it: driver dates as `datetime.date`, the rest as it is."""
    return value.to_native() if isinstance(value, Date | DateTime) else value
