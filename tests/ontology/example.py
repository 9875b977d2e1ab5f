"""A document written for the tests, with one thing of each class, and ways to change it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import rdflib

from ontology.gate import validate
from ontology.rdf import DocumentGraph, Statement, from_rdflib, keep_lexical_forms
from ontology.report import Finding, Report

TEXT = """Un mécénat pour l'enseignement
Lyon, le 5 mars 2024 – La société Alpha soutient la Fondation Beta pour trois ans, à partir de mars 2024.
L'accord porte sur le cancer du sein. Alpha emploie 120 personnes en 2023.
« Nous sommes fiers », dit Anne Exemple, directrice générale d'Alpha. Alpha est membre du réseau Gamma.
"""
DOCUMENT = "https://w3id.org/oncograph/id/document/exemple"
PREFIXES = """
@prefix onco: <https://w3id.org/oncograph/ontology#> .
@prefix actor: <https://w3id.org/oncograph/id/actor/> .
@prefix person: <https://w3id.org/oncograph/id/person/> .
@prefix area: <https://w3id.org/oncograph/id/area/> .
@prefix agreement: <https://w3id.org/oncograph/id/agreement/> .
@prefix document: <https://w3id.org/oncograph/id/document/> .
@prefix evidence: <https://w3id.org/oncograph/id/evidence/> .
@prefix x: <https://w3id.org/oncograph/id/> .
@prefix other: <https://example.org/vocabulary#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_TURTLE = Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")


def turtle(text: str) -> frozenset[Statement]:
    """Statements in Turtle, the prefixes above understood."""
    graph = rdflib.Graph()
    keep_lexical_forms()
    graph.parse(data=PREFIXES + text, format="turtle")
    return frozenset(from_rdflib(graph))


def _evidence(name: str, quote: str, more: str) -> str:
    start = TEXT.index(quote)
    return (
        f"evidence:{name} a onco:Evidence ; onco:quotedFrom document:exemple ; onco:quote {quote!r}@fr ;"
        f" onco:quoteStart {start} ; onco:quoteEnd {start + len(quote)} ; onco:section 'body' ; onco:rule 'r1' ;"
        f" onco:agentType 'text_mining_agent' ; onco:knowledgeLevel 'knowledge_assertion' {more} .\n"
    )


def _stating(subject: str, predicate: str, target: str = "") -> str:
    stated = f"; onco:statedSubject {subject} ; onco:statedPredicate {predicate!r}"
    return stated + (f" ; onco:statedObject {target}" if target else "")


VALID = turtle(
    _TURTLE.replace("{sha256}", hashlib.sha256(TEXT.encode()).hexdigest())
    + _evidence("deal", "La société Alpha soutient la Fondation Beta", "")
    + _evidence("start", "à partir de mars 2024", _stating("agreement:alpha-beta", "startsOn"))
    + _evidence("area", "le cancer du sein", _stating("agreement:alpha-beta", "concerns", "area:breast-cancer"))
    + _evidence("staff", "Alpha emploie 120 personnes en 2023", "")
    + _evidence("role", "Anne Exemple, directrice générale d'Alpha", "")
    + _evidence("member", "Alpha est membre du réseau Gamma", _stating("actor:alpha", "memberOf", "actor:gamma"))
)


def document(*, add: str = "", remove: str = "", text: str | None = TEXT) -> DocumentGraph:
    """The valid document with statements added and removed, both in Turtle; each removed one must be there."""
    gone = turtle(remove)
    assert gone <= VALID, gone - VALID
    return DocumentGraph(DOCUMENT, (VALID - gone) | turtle(add), text)


def check(*, add: str = "", remove: str = "", text: str | None = TEXT) -> Report:
    """The gate's report on the changed document."""
    return validate(document(add=add, remove=remove, text=text))


def rules(report: Report) -> set[str]:
    """The names of the rules that were broken."""
    return {finding.rule for finding in report.findings}


def of_rule(report: Report, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in report.findings if finding.rule == rule]
