"""The page of classes, properties and values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ontology import vocab
from ontology.areas import areas
from ontology.reference import rules
from ontology.reference.diagram import diagram
from ontology.reference.frame import Example, Lang, QuestionUse, anchor, capital, colon, esc, page, short, term_link
from ontology.reference.words import say
from ontology.values import value_lists
from ontology.vocab import ONCO, VocabularyTerm, local

GROUPS: Mapping[str, tuple[str, ...]] = {  # heading → classes described in full; those below them follow each
    "actors": ("Actor", "Organization", "Person"),
    "agreements": ("Agreement",),
    "subjects": ("TherapeuticArea", "Product", "Technology", "Project", "Programme"),
    "facts": ("Role", "Figure", "Event"),
    "sources": ("Document", "Evidence", "ExtractionRun", "Software"),
}
_HOW_KNOWN = ("Basis", "Rule", "Unknown")  # endings of properties that say how another is known
_FORMS = {"partialDate": "date", "texts": "text", "langTexts": "langText", "relationship": "thing"}


def terms_page(lang: Lang, *, examples: Mapping[str, Example], questions: Sequence[QuestionUse]) -> str:
    """The reference of all terms.

    Args:
        lang: language of the page.
        examples: class name → a thing of that class, from the sample documents.
        questions: the catalogue; each class names those that use it.
    """
    classes = [name for name in vocab.classes() if name in ONCO]
    properties = [name for name, term in vocab.terms().items() if term.kind == "property" and name in ONCO]
    lead = say(
        "lead", lang, version=vocab.version(), classes=len(classes), properties=len(properties), areas=len(areas())
    )
    groups = "".join(
        f'<section class="group"><h2 id="{group}">{esc(say(f"group.{group}", lang))}</h2>'
        + "".join(_class(name, lang, examples, questions, names) for name in names)
        + "</section>"
        for group, names in GROUPS.items()
    )
    content = (
        f'<h1>{esc(say("title", lang))}</h1><p class="lead">{esc(lead)}</p>'
        f"<h2>{esc(say('picture', lang))}</h2><p>{esc(say('picture.help', lang))}</p>"
        f'<div class="picture" tabindex="0">{diagram(lang)}</div>'
        f"{_contents(lang)}{groups}{_names(lang)}{_values(lang)}"
        f'<h2 id="correct">{esc(say("correct", lang))}</h2><p>{esc(say("correct.help", lang))}</p>'
    )
    return page("terms", lang, say("title", lang), content)


def _contents(lang: Lang) -> str:
    items = "".join(
        f'<li><a href="#{group}">{esc(say(f"group.{group}", lang))}</a><span> '
        + " · ".join(f'<a href="#{name}">{esc(vocab.label(name, lang))}</a>' for name in names)
        + "</span></li>"
        for group, names in GROUPS.items()
    )
    items += "".join(
        f'<li><a href="#{key}">{esc(say(words, lang))}</a></li>'
        for key, words in (("names", "group.names"), ("values", "values"))
    )
    return f'<nav class="contents" aria-label="{esc(say("contents", lang))}"><ul>{items}</ul></nav>'


# -- classes -----------------------------------------------------------------------------------------------------------


def _class(
    name: str, lang: Lang, examples: Mapping[str, Example], questions: Sequence[QuestionUse], group: Sequence[str]
) -> str:
    below = [each for each in vocab.subclasses(name) if _described_with(each, group) == name]
    kinds = "".join(_kind(each, lang, examples, questions) for each in below)
    return (
        f'<section class="term" id="{name}">{_heading(name, lang)}{_facts(name, lang)}'
        f"{_properties(name, lang)}{_rules(name, lang)}{_example(name, lang, examples)}"
        f"{_questions(name, lang, questions)}"
        + (f'<h4>{esc(say("kinds", lang))}</h4><div class="kinds">{kinds}</div>' if kinds else "")
        + "</section>"
    )


def _described_with(name: str, group: Sequence[str]) -> str | None:
    """The class of a group, itself or the nearest above, under which a class is described."""
    return next((each for each in (name, *vocab.superclasses(name)) if each in group), None)


def _kind(name: str, lang: Lang, examples: Mapping[str, Example], questions: Sequence[QuestionUse]) -> str:
    return (
        f'<details class="term kind" id="{name}"><summary><b>{esc(capital(vocab.label(name, lang)))}</b> '
        f"<code>{name}</code> <span>{esc(vocab.definition(name, lang))}</span></summary>"
        f"{_facts(name, lang)}{_properties(name, lang)}{_rules(name, lang)}{_example(name, lang, examples)}"
        f"{_questions(name, lang, questions)}</details>"
    )


def _heading(name: str, lang: Lang) -> str:
    gone = f" <small>({esc(say('deprecated', lang))})</small>" if vocab.terms()[name].deprecated else ""
    return (
        f'<h3><a class="self" href="#{name}">{esc(capital(vocab.label(name, lang)))}</a> <code>{name}</code>{gone}</h3>'
        f'<p class="meaning">{esc(vocab.definition(name, lang))}</p>'
    )


def _facts(name: str, lang: Lang) -> str:
    term = vocab.terms()[name]
    ours = [local(parent) for parent in term.parents if local(parent) in ONCO]
    others = [parent for parent in term.parents if local(parent) not in ONCO]
    rows = [(say("label", lang), f"<code>:{esc(term.graph_name or '')}</code>")]
    if ours:
        rows.insert(0, (say("above", lang), ", ".join(term_link(parent, lang) for parent in ours)))
    rows += [
        (say(key, lang), ", ".join(f'<a href="{esc(iri)}"><code>{esc(short(iri))}</code></a>' for iri in iris))
        for key, iris in (("built", others), ("aligned", term.close_matches))
        if iris
    ]
    return "<dl>" + "".join(f"<dt>{esc(key)}</dt><dd>{value}</dd>" for key, value in rows) + "</dl>"


def _properties(name: str, lang: Lang) -> str:
    iri = vocab.terms()[name].iri
    own = [key for key, term in vocab.terms().items() if term.kind == "property" and iri in term.domains]
    if not own:
        return ""
    first = [key for key in own if not key.endswith(_HOW_KNOWN)]
    rest = [key for key in own if key.endswith(_HOW_KNOWN)]
    known = f"{esc(say('known', lang))} ({len(rest)})"
    return (
        f"<h4>{esc(say('properties', lang))}</h4>{_table(first, lang, name)}"
        f"{_folded('known', known, _table(rest, lang, name)) if rest else ''}"
    )


def _table(keys: Sequence[str], lang: Lang, owner: str = "") -> str:
    rows = "".join(_property(key, vocab.terms()[key], lang, owner) for key in keys)
    heads = "".join(f"<th>{esc(say(key, lang))}</th>" for key in ("property", "leads", "graph", "meaning"))
    table = f'<table class="properties"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="wide">{table}</div>'


def _property(key: str, term: VocabularyTerm, lang: Lang, owner: str = "") -> str:
    first = not owner or (key in ONCO and local(term.domains[0]) == owner)
    mark = f' id="{esc(anchor(key))}"' if first else ""  # a property of two classes has one place
    gone = f" <small>({esc(say('deprecated', lang))})</small>" if term.deprecated else ""
    code = f"onco:{key}" if key in ONCO else short(key)
    return (
        f"<tr{mark}><td><b>{esc(vocab.label(key, lang))}</b>{gone}<br><code>{esc(code)}</code></td>"
        f"<td>{_leads(term, lang)}</td><td><code>{esc(term.graph_name or '')}</code></td>"
        f"<td>{esc(vocab.definition(key, lang))}</td></tr>"
    )


def _leads(term: VocabularyTerm, lang: Lang) -> str:
    if term.values:
        listed = say("kind.list", lang, name=value_lists()[term.values].labels[lang])
        return f'<a href="#values-{esc(term.values)}">{esc(listed)}</a>'
    ours = [local(target) for target in term.ranges if local(target) in ONCO]
    if ours:
        return ", ".join(term_link(target, lang) for target in ours)
    form = _FORMS.get(term.graph_kind or "", term.graph_kind or "")
    return esc(say(f"kind.{form}", lang))


def _rules(name: str, lang: Lang) -> str:
    own = rules.of_class(name)
    above = [each for each in vocab.superclasses(name) if rules.of_class(each)]
    more = f"{esc(say('rules.above', lang))} " + ", ".join(term_link(each, lang) for each in above) if above else ""
    if not own:
        return f'<p class="quiet">{esc(say("rules", lang))}{colon(lang)}{more}</p>' if more else ""
    items = "".join(
        f'<li class="{rule.severity}"><a href="/ontology/shapes?lang={lang}#{esc(rule.name)}">'
        f"{esc(say(f'severity.{rule.severity}', lang))}</a> {esc(rule.messages.get(lang, ''))}</li>"
        for rule in own
    )
    tail = f'<p class="quiet">{more}</p>' if more else ""
    return _folded("rules", f"{esc(say('rules', lang))} ({len(own)})", f"<ul>{items}</ul>{tail}")


def _folded(kind: str, summary: str, content: str) -> str:
    return f'<details class="{kind}"><summary>{summary}</summary>{content}</details>'


def _example(name: str, lang: Lang, examples: Mapping[str, Example]) -> str:
    found = examples.get(name)
    if found:
        source = f'<a href="{esc(found.href)}">{esc(found.source)}</a>' if found.href else esc(found.source)
        return (
            f'<details class="example"><summary>{esc(say("example", lang))}</summary>'
            f'<pre><code>{esc(found.turtle)}</code></pre><p class="quiet">{source}</p></details>'
        )
    words = vocab.terms()[name].examples.get(lang)
    if words:
        return (
            f'<p class="example"><b>{esc(say("example.words", lang))}</b>{colon(lang)}{esc(words)}. '
            f'<span class="quiet">{esc(say("example.none", lang))}</span></p>'
        )
    return f'<p class="quiet">{esc(say("example.none", lang))}</p>'


def _questions(name: str, lang: Lang, questions: Sequence[QuestionUse]) -> str:
    term = vocab.terms()[name]
    own = {term.graph_name} | {
        each.graph_name
        for each in vocab.terms().values()
        if each.graph_kind == "relationship" and each.domains == (term.iri,) and each.kind == "property"
    }
    chosen = {name, *vocab.superclasses(name)}
    used = [each for each in questions if each.names & own or each.asks_for & chosen]
    if not used:
        above = vocab.superclasses(name)
        if above:
            return f'<p class="quiet">{esc(say("questions.of", lang))} {term_link(above[0], lang)}.</p>'
        return f'<p class="quiet">{esc(say("questions", lang))}{colon(lang)}{esc(say("questions.none", lang))}</p>'
    items = "".join(f'<li><a href="{esc(each.href)}">{esc(each.wording[lang])}</a></li>' for each in used)
    return _folded("uses", f"{esc(say('questions', lang))} ({len(used)})", f"<ul>{items}</ul>")


# -- terms of others, values -------------------------------------------------------------------------------------------


def _names(lang: Lang) -> str:
    keys = [key for key, term in vocab.terms().items() if key not in ONCO and term.graph_name]
    heading = f'<h2 id="names">{esc(say("group.names", lang))}</h2>'
    return f'<section class="group">{heading}{_table(keys, lang)}</section>'


def _values(lang: Lang) -> str:
    parts = []
    for each in value_lists().values():
        users = [name for name, term in vocab.terms().items() if term.values == each.name]
        rows = "".join(
            f"<tr><td><code>{esc(value.notation).replace('_', '_<wbr>')}</code></td><td>{esc(value.labels[lang])}</td>"
            f"<td>{esc(value.definitions.get(lang, ''))}</td></tr>"
            for value in each.values
        )
        used = f'<p class="quiet">{esc(say("used", lang))} ' + ", ".join(term_link(u, lang) for u in users) + "</p>"
        parts.append(
            f'<section class="list" id="values-{esc(each.name)}"><h3>{esc(capital(each.labels[lang]))} '
            f"<code>{esc(each.name)}</code></h3><table><tbody>{rows}</tbody></table>{used if users else ''}</section>"
        )
    return (
        f'<section class="group"><h2 id="values">{esc(say("values", lang))}</h2><p>{esc(say("values.help", lang))}</p>'
        f'<div class="lists">{"".join(parts)}</div></section>'
    )
