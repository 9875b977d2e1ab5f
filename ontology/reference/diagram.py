"""The main classes and relations as a picture: SVG whose words come from the ontology."""

from __future__ import annotations

from typing import NamedTuple

from ontology import vocab
from ontology.reference.frame import Lang, anchor, capital, esc
from ontology.reference.words import say

_X = (105, 435, 800, 1130)  # centres of the columns
_Y = (70, 215, 360, 505)
_WIDTH, _HEIGHT = 190, 58
_SIZE = (1235, 570)
PLACES = {  # class → column, row
    "Person": (0, 0),
    "Role": (1, 0),
    "Event": (2, 0),
    "Programme": (3, 0),
    "Figure": (0, 1),
    "Actor": (1, 1),
    "Agreement": (2, 1),
    "Project": (3, 1),
    "TherapeuticArea": (1, 2),
    "Evidence": (2, 2),
    "Product": (3, 2),
    "Software": (0, 3),
    "ExtractionRun": (1, 3),
    "Document": (2, 3),
    "Technology": (3, 3),
}
_FAMILY = {
    "Person": "who", "Actor": "who", "Role": "who", "Figure": "who",
    "Agreement": "deal", "Event": "deal",
    "Document": "source", "Evidence": "source", "ExtractionRun": "source", "Software": "source",
}  # fmt: skip


class Arrow(NamedTuple):
    """A property drawn from one class to another; `at` is where on the line its words stand."""

    property: str
    source: str
    target: str
    at: float = 0.5


ARROWS = (
    Arrow("roleHolder", "Role", "Person"),
    Arrow("roleAt", "Role", "Actor"),
    Arrow("figureOf", "Figure", "Actor"),
    Arrow("party", "Agreement", "Actor"),
    Arrow("concerns", "Agreement", "TherapeuticArea"),
    Arrow("activeIn", "Actor", "TherapeuticArea"),
    Arrow("eventOf", "Event", "Agreement"),
    Arrow("project", "Agreement", "Project"),
    Arrow("programme", "Project", "Programme"),
    Arrow("product", "Agreement", "Product"),
    Arrow("technology", "Agreement", "Technology", 0.8),
    Arrow("evidence", "Agreement", "Evidence"),
    Arrow("quotedFrom", "Evidence", "Document"),
    Arrow("read", "ExtractionRun", "Document"),
    Arrow("performedBy", "ExtractionRun", "Software"),
)
LOOPS = {  # class → properties that lead back to the same class
    "Actor": ("partOf", "memberOf"),
    "Agreement": ("amends", "supplements"),
    "TherapeuticArea": ("http://www.w3.org/2004/02/skos/core#broader",),
}
_LOOPS_LEFT = frozenset({"TherapeuticArea"})  # on its right an arrow arrives


def diagram(lang: Lang) -> str:
    """The picture as an SVG element; colours and fonts come from the style sheet of the site."""
    width, height = _SIZE
    parts = [
        f'<svg class="diagram" viewBox="0 0 {width} {height}" role="img" aria-labelledby="diagram-title">',
        f'<title id="diagram-title">{esc(say("picture", lang))}</title>',
        '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0 1 9 5 0 9z" class="tip"/></marker></defs>',
    ]
    parts += [_line(arrow) for arrow in ARROWS]
    parts += [_loop(name, properties, lang) for name, properties in LOOPS.items()]
    parts += [_words(arrow, lang) for arrow in ARROWS]
    parts += [_box(name, lang) for name in PLACES]
    return "\n".join([*parts, "</svg>"])


def _centre(name: str) -> tuple[float, float]:
    column, row = PLACES[name]
    return _X[column], _Y[row]


def _ends(arrow: Arrow) -> tuple[float, float, float, float]:
    """Where the line leaves the one box and meets the other."""
    (x1, y1), (x2, y2) = _centre(arrow.source), _centre(arrow.target)
    dx, dy = x2 - x1, y2 - y1
    reach = min(
        _WIDTH / 2 / abs(dx) if dx else float("inf"),
        _HEIGHT / 2 / abs(dy) if dy else float("inf"),
    )
    gap = 4 / (dx * dx + dy * dy) ** 0.5
    return x1 + dx * reach, y1 + dy * reach, x2 - dx * (reach + gap), y2 - dy * (reach + gap)


def _line(arrow: Arrow) -> str:
    x1, y1, x2, y2 = _ends(arrow)
    return f'<path class="edge" d="M{x1:.0f} {y1:.0f} {x2:.0f} {y2:.0f}" marker-end="url(#arrow)"/>'


def _words(arrow: Arrow, lang: Lang) -> str:
    x1, y1, x2, y2 = _ends(arrow)
    x, y = x1 + (x2 - x1) * arrow.at, y1 + (y2 - y1) * arrow.at
    return _text(x, y + 5, vocab.label(arrow.property, lang), f"#{anchor(arrow.property)}")


def _text(x: float, y: float, words: str, href: str, place: str = "middle") -> str:
    wide = 7.3 * len(words) + 10
    left = {"middle": x - wide / 2, "start": x - 5, "end": x - wide + 5}[place]
    return (
        f'<a href="{esc(href)}"><rect class="plate" x="{left:.0f}" y="{y - 15:.0f}" width="{wide:.0f}" height="20"/>'
        f'<text class="verb" x="{x:.0f}" y="{y:.0f}" text-anchor="{place}">{esc(words)}</text></a>'
    )


def _loop(name: str, properties: tuple[str, ...], lang: Lang) -> str:
    x, y = _centre(name)
    side = -1 if name in _LOOPS_LEFT else 1
    edge, top = x + side * _WIDTH / 2, y - _HEIGHT / 2
    words = ", ".join(vocab.label(each, lang) for each in properties)
    path = f"M{edge - side * 46:.0f} {top:.0f} c0 {-36} {side * 52} {-36} {side * 40} -4"
    return f'<path class="edge" d="{path}" marker-end="url(#arrow)"/>' + _text(
        edge + side * 10, top - 16, words, f"#{anchor(properties[0])}", "start" if side > 0 else "end"
    )


def _box(name: str, lang: Lang) -> str:
    x, y = _centre(name)
    family = _FAMILY.get(name, "subject")
    return (
        f'<a href="#{name}"><rect class="box {family}" x="{x - _WIDTH / 2:.0f}" y="{y - _HEIGHT / 2:.0f}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" rx="12"/>'
        f'<text class="name" x="{x:.0f}" y="{y - 3:.0f}" text-anchor="middle">'
        f"{esc(capital(vocab.label(name, lang)))}</text>"
        f'<text class="code" x="{x:.0f}" y="{y + 17:.0f}" text-anchor="middle">{name}</text></a>'
    )
