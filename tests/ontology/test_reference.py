"""The pages of the ontology: whole, in both languages, and safe under the site's security policy."""

from __future__ import annotations

import itertools
from collections import Counter
from html.parser import HTMLParser

import pytest

from ontology import vocab
from ontology.areas import areas
from ontology.reference import Example, Lang, QuestionUse, areas_page, rules_page, terms_page
from ontology.reference.diagram import ARROWS, LOOPS, PLACES, _ends, diagram
from ontology.reference.rules import rules
from ontology.reference.words import WORDS
from ontology.values import value_lists
from ontology.vocab import ONCO

_EXAMPLES = {"Licence": Example('agreement:x a onco:Licence ; rdfs:label "<b> & co" .', "A <title>", "/#/document/x")}
_QUESTIONS = (
    QuestionUse("X1", {"fr": "Qui prête ?", "en": "Who lends?"}, "/#/question/X1", frozenset({"LICENSED_BY"})),
    QuestionUse("X2", {"fr": "Quelles natures ?", "en": "Which kinds?"}, "/#/q/X2", asks_for=frozenset({"Agreement"})),
)
_VOID = {"meta", "link", "img", "input", "br", "wbr"}


class _Page(HTMLParser):
    """What a browser would see: ids, addresses, attributes, text, and whether tags are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.inline: list[str] = []
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in found.items()]
        self.ids += [found["id"]] if "id" in found else []
        self.addresses += [found[name] for name in ("href", "src") if name in found]
        if tag == "style" or (tag == "script" and "src" not in found):
            self.inline.append(tag)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _terms(lang: Lang) -> str:
    return terms_page(lang, examples=_EXAMPLES, questions=_QUESTIONS)


PAGES = {
    f"{name}-{lang}": render(lang)
    for name, render in (("terms", _terms), ("areas", areas_page), ("rules", rules_page))
    for lang in ("fr", "en")
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_loads_nothing_from_elsewhere(name: str):
    page = _Page(PAGES[name])
    assert [each for each, count in Counter(page.ids).items() if count > 1] == []
    assert page.inline == []
    assert [each for each in page.attributes if each[1] == "style" or each[1].startswith("on")] == []
    loaded = [value for tag, key, value in page.attributes if key == "src" or (tag == "link" and key == "href")]
    assert all(value.startswith("/") for value in loaded)
    assert f'lang="{name[-2:]}"' in PAGES[name][:100]


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_pages_leads_somewhere(name: str):
    places = {
        "/ontology": set(_Page(PAGES[f"terms-{name[-2:]}"]).ids),
        "/ontology/areas": set(_Page(PAGES[f"areas-{name[-2:]}"]).ids),
        "/ontology/shapes": set(_Page(PAGES[f"rules-{name[-2:]}"]).ids),
    }
    here = {"terms": "/ontology", "areas": "/ontology/areas", "rules": "/ontology/shapes"}[name[:-3]]
    for address in _Page(PAGES[name]).addresses:
        path, mark, fragment = address.partition("#")
        path = path.partition("?")[0] or here
        if mark and path in places:
            assert fragment in places[path], address


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_term_value_area_and_rule_has_its_place(lang: Lang):
    terms, area_ids, rule_ids = (_Page(PAGES[f"{name}-{lang}"]) for name in ("terms", "areas", "rules"))
    ours = {name for name, term in vocab.terms().items() if name in ONCO and term.kind in ("class", "property")}
    assert ours - set(terms.ids) == set()
    assert {f"values-{name}" for name in value_lists()} <= set(terms.ids)
    assert set(areas()) <= set(area_ids.ids)
    assert {rule.name for rule in rules()} <= set(rule_ids.ids)
    for name in ours:
        assert vocab.definition(name, lang) in terms.text, name
    for concept in areas().values():
        assert all(label in area_ids.text for label in concept.alt_labels.get(lang, ())), concept.slug
    for rule in rules():
        assert rule.messages[lang] in rule_ids.text
        assert rule.repairs[lang] in rule_ids.text


def test_an_example_and_the_questions_stand_with_their_class():
    for lang, wording in (("fr", "Qui prête ?"), ("en", "Who lends?")):
        page = PAGES[f"terms-{lang}"]
        licence = page[page.index('id="Licence"') :]
        licence = licence[: licence.index("</div>") if "</div>" in licence else None]
        assert "&lt;b&gt; &amp; co" in licence
        assert "A &lt;title&gt;" in licence
        agreement = page[page.index('id="Agreement"') : page.index('id="FrameworkAgreement"')]
        assert wording in agreement


def test_a_rule_is_told_with_the_class_it_is_about():
    page = PAGES["terms-en"]
    sponsorship = page[page.index('id="Sponsorship"') : page.index('id="Funding"')]
    assert "A sponsorship has a sponsor" in sponsorship
    assert "sponsor has a licensor" not in sponsorship


def test_nothing_the_pages_say_lacks_a_language():
    for key, texts in WORDS.items():
        assert len(texts) == 2, key
        assert all(texts), key


# -- the picture -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_picture_holds_its_classes_and_relations_in_words(lang: Lang):
    picture = diagram(lang)
    for name in PLACES:
        assert vocab.label(name, lang).casefold() in picture.casefold()
    for each in (*(arrow.property for arrow in ARROWS), *(name for loop in LOOPS.values() for name in loop)):
        assert vocab.label(each, lang) in picture


def test_an_arrow_says_what_the_ontology_says():
    for arrow in ARROWS:
        term = vocab.terms()[arrow.property]
        assert ONCO[arrow.source] in term.domains, arrow
        targets = [target.removeprefix(ONCO["Actor"].removesuffix("Actor")) for target in term.ranges]
        assert any(vocab.is_a(arrow.target, target) for target in targets), arrow


def test_boxes_do_not_overlap_and_no_arrow_runs_through_one():
    from ontology.reference import diagram as drawn

    half = drawn._WIDTH / 2, drawn._HEIGHT / 2
    centres = {name: drawn._centre(name) for name in PLACES}
    for (_, one), (_, two) in itertools.combinations(centres.items(), 2):
        assert abs(one[0] - two[0]) > 2 * half[0] or abs(one[1] - two[1]) > 2 * half[1]
    for arrow in ARROWS:
        x1, y1, x2, y2 = _ends(arrow)
        points = [(x1 + (x2 - x1) * t / 50, y1 + (y2 - y1) * t / 50) for t in range(51)]
        for name, (x, y) in centres.items():
            inside = [p for p in points if abs(p[0] - x) < half[0] - 1 and abs(p[1] - y) < half[1] - 1]
            assert inside == [], (arrow, name)
