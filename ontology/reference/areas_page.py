"""The page of therapeutic areas: a tree that opens and closes, each area with an anchor of its own."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ontology.areas import ROOT, AreaConcept, ancestors, area, areas
from ontology.reference.frame import Lang, capital, esc, page, short
from ontology.reference.words import say


def areas_page(lang: Lang) -> str:
    """The whole scheme."""
    other: Lang = "en" if lang == "fr" else "fr"
    tree = "".join(_node(slug, ROOT, lang, other) for slug in _below()[ROOT])
    content = (
        f"<h1>{esc(say('areas.title', lang))}</h1>"
        f'<p class="lead">{esc(say("areas.lead", lang, count=len(areas())))}</p>'
        f'<form class="filter" role="search" hidden><label for="filter">{esc(say("areas.find", lang))}</label>'
        f'<input id="filter" type="search" autocomplete="off" spellcheck="false" maxlength="100">'
        f'<output for="filter" data-text="{esc(say("areas.found", lang, n="{n}"))}"></output></form>'
        f'<div class="tree"><div class="area" id="{ROOT}">{_words(area(ROOT), ROOT, lang, other)}</div>{tree}</div>'
    )
    return page("areas", lang, say("areas.title", lang), content)


@cache
def _below() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for slug, concept in areas().items():
        for broader in concept.broader:
            found[broader].append(slug)
    return found


def _home(concept: AreaConcept) -> str:
    """The one place where an area is described: under the first of the areas above it."""
    return concept.broader[0]


def _node(slug: str, parent: str, lang: Lang, other: Lang) -> str:
    concept = area(slug)
    name = esc(capital(concept.pref_labels[lang]))
    if _home(concept) != parent:
        place = esc(area(_home(concept)).pref_labels[lang])
        return (
            f'<p class="elsewhere"><a href="#{slug}">{name}</a> '
            f'<span class="quiet">{esc(say("areas.see", lang))} « {place} »</span></p>'
        )
    below = "".join(_node(each, slug, lang, other) for each in _below().get(slug, ()))
    words = _words(concept, parent, lang, other)
    searched = esc(" ".join([*concept.labels("fr"), *concept.labels("en")]).casefold())
    count = len([each for each in areas() if slug in ancestors(each)])
    number = f" <small>{count}</small>" if count else ""
    return (
        f'<details class="area" id="{slug}" data-words="{searched}"><summary>{name}{number} '
        f'<span class="quiet" lang="{other}">{esc(concept.pref_labels[other])}</span></summary>{words}{below}</details>'
    )


def _words(concept: AreaConcept, parent: str, lang: Lang, other: Lang) -> str:
    parts = []
    if lang in concept.definitions:
        parts.append(f"<p>{esc(concept.definitions[lang])}</p>")
    also = [
        f'<span lang="{each}">{esc(", ".join(concept.alt_labels[each]))}</span>'
        for each in (lang, other)
        if concept.alt_labels.get(each)
    ]
    under = [f'<a href="#{each}">{esc(area(each).pref_labels[lang])}</a>' for each in concept.broader if each != parent]
    rows = [(say("areas.also", lang), " · ".join(also)), (say("areas.under", lang), ", ".join(under))]
    rows += [
        (say(key, lang), " ".join(f'<a href="{esc(iri)}"><code>{esc(short(iri))}</code></a>' for iri in iris))
        for key, iris in (("areas.same", concept.exact_matches), ("areas.near", concept.close_matches))
    ]
    facts = "".join(f"<dt>{esc(key)}</dt><dd>{value}</dd>" for key, value in rows if value)
    parts.append(f"<dl>{facts}</dl>")
    parts.append(f'<p class="quiet"><a href="/#/area/{concept.slug}">{esc(say("areas.agreements", lang))}</a></p>')
    return "".join(parts)
