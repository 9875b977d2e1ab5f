"""What the pages share: escaping, links to terms, the frame around the content."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ontology import vocab
from ontology.iris import ONTOLOGY
from ontology.reference.words import say

Lang = Literal["fr", "en"]
PREFIXES: Mapping[str, str] = {
    "onco": ONTOLOGY,
    "biolink": "https://w3id.org/biolink/vocab/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frapo": "http://purl.org/cerif/frapo/",
    "oa": "http://www.w3.org/ns/oa#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "DOID": "http://purl.obolibrary.org/obo/DOID_",
    "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
    "NCIT": "http://purl.obolibrary.org/obo/NCIT_",
    "MeSH": "http://id.nlm.nih.gov/mesh/",
    "OncoTree": "http://data.mskcc.org/ontologies/oncotree#",
}
_PAGES = {"terms": "/ontology", "areas": "/ontology/areas", "rules": "/ontology/shapes"}


@dataclass(frozen=True)
class Example:
    """A thing of a class as the sample documents give it.

    Attributes:
        turtle: what is stated about it.
        source: name of the document.
        href: where the document can be read, if anywhere.
    """

    turtle: str
    source: str
    href: str = ""


@dataclass(frozen=True)
class QuestionUse:
    """A question of the catalogue.

    Attributes:
        wording: language → the question.
        href: where it is answered.
        names: labels, relationship types and properties of the graph that it reads.
        asks_for: classes whose kinds it lets the reader choose among.
    """

    id: str
    wording: Mapping[str, str]
    href: str
    names: frozenset[str] = field(default_factory=frozenset)
    asks_for: frozenset[str] = field(default_factory=frozenset)


def esc(text: str) -> str:
    """Text as HTML."""
    return html.escape(text, quote=True)


def short(iri: str) -> str:
    """An IRI with a prefix where there is one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def capital(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def colon(lang: Lang) -> str:
    """A colon with the space that the language puts before it."""
    return "\N{NO-BREAK SPACE}: " if lang == "fr" else ": "


def anchor(name: str) -> str:
    """The fragment of a term: its local name, as in its IRI; for terms of others the short form."""
    return name if name in vocab.ONCO else short(name).replace(":", "-")


def term_link(name: str, lang: Lang) -> str:
    """A link to the description of a term; terms of others by their short form."""
    if name in vocab.terms():
        return f'<a href="/ontology?lang={lang}#{esc(anchor(name))}">{esc(vocab.label(name, lang))}</a>'
    return f"<code>{esc(short(name))}</code>"


def _current(here: bool, what: str) -> str:
    return f' aria-current="{what}"' if here else ""


def page(name: str, lang: Lang, title: str, content: str) -> str:
    """A whole page.

    Args:
        name: `terms`, `areas` or `rules`.
        lang: its language.
        title: of the page.
        content: its HTML.
    """
    path = _PAGES[name]
    languages = "".join(
        f'<a href="{path}?lang={each}" lang="{each}" hreflang="{each}"'
        f"{_current(each == lang, 'true')}>{each.upper()}</a>"
        for each in ("fr", "en")
    )
    places = "".join(
        f'<a href="{href}?lang={lang}"{_current(key == name, "page")}>{say(f"nav.{key}", lang)}</a>'
        for key, href in _PAGES.items()
    )
    alternates = "".join(
        f'<link rel="alternate" type="{media}" href="{path}?format={form}">'
        for form, media in (("turtle", "text/turtle"), ("jsonld", "application/ld+json"))
    )
    other = "en" if lang == "fr" else "fr"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{esc(title)} · oncograph</title>\n"
        '<link rel="icon" href="/web/icon.svg" type="image/svg+xml">\n'
        '<link rel="stylesheet" href="/web/app.css">\n<link rel="stylesheet" href="/web/ontology.css">\n'
        f'{alternates}<link rel="alternate" hreflang="{other}" href="{path}?lang={other}">\n'
        '<script type="module" src="/web/ontology.js"></script>\n</head>\n<body>\n'
        f'<a class="skip" href="#main">{say("skip", lang)}</a>\n'
        '<header class="top"><a class="brand" href="/"><img src="/web/icon.svg" alt="" width="28" height="28">'
        f'<span>oncograph</span></a><nav class="places">{places}</nav>'
        f'<nav class="languages" aria-label="Langue / Language">{languages}</nav></header>\n'
        f'<main id="main" tabindex="-1" class="reference">\n{content}\n</main>\n'
        f'<footer class="bottom"><nav>{places}<a href="{path}?format=turtle">Turtle</a>'
        f'<a href="{path}?format=jsonld">JSON-LD</a>'
        f'<a href="/ontology/context.jsonld">{say("nav.context", lang)}</a>'
        f'<a href="/">{say("nav.start", lang)}</a></nav></footer>\n</body>\n</html>\n'
    )
