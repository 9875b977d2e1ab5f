"""XML and fragments of HTML read without entities, without the network, and without depth or size that would hurt."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree, html

from ontology.errors import InputError

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    )
)
_SILENT = frozenset(("script", "style", "template", "noscript", "head", "title"))
_LONGEST_FRAGMENT = 2_000_000  # characters


def parse_xml(data: bytes, path: Path, what: str) -> etree._Element:
    """The root of an XML document.

    Args:
        data: its bytes.
        path: named in refusals.
        what: the kind of file, named in refusals.

    Raises:
        InputError: it is not well-formed, or declares entities of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"the {what} is damaged ({error.msg})", place=str(path), remedy="Save its text as a .txt file in UTF-8."
        ) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise InputError(
            f"the {what} declares entities of its own, which are never expanded",
            place=str(path),
            remedy="Save its text as a .txt file in UTF-8.",
        )
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of_html(fragment: str) -> str:
    """The text of a piece of HTML, one paragraph a block, scripts and styles left out; plain text as it is."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    fragment = fragment[:_LONGEST_FRAGMENT]
    try:
        root = html.fragment_fromstring(fragment, create_parent="div")
    except (etree.ParserError, ValueError):  # nothing but a comment, or characters that XML forbids
        return re.sub(r"<[^<>]*>", " ", fragment).strip()
    pieces: list[str] = []
    # Without recursion: nesting is bounded by the parser, not by our stack.
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        name = local_name(element)
        silent = name in _SILENT or any(local_name(above) in _SILENT for above in element.iterancestors())
        if event == "start":
            pieces += ["\n\n"] if name in _BLOCKS else ["\n"] if name == "br" else []
            pieces += [] if silent else [_flat(element.text)]
        else:
            pieces += ["\n\n"] if name in _BLOCKS else []
            outside = any(local_name(above) in _SILENT for above in element.iterancestors())
            pieces += [] if outside or element is root else [_flat(element.tail)]
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
