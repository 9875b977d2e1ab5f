"""The gate's report: what is wrong, with which thing, which words it concerns, what to do."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ontology import rdf
from ontology.findings import SEVERITIES, SH, SHAPES, Bilingual, Severity

__all__ = ["Bilingual", "Finding", "Quote", "Report", "Severity"]

_WIDTH = 112
HEADINGS: dict[Severity, Bilingual] = {
    "Violation": Bilingual("À corriger : empêche le chargement", "To correct: keeps the document out"),
    "Warning": Bilingual("À vérifier : n'empêche pas le chargement", "To check: does not keep the document out"),
    "Info": Bilingual("À savoir", "Good to know"),
}
WORDS = {
    "ok": Bilingual("Rien à signaler.", "Nothing to report."),
    "in": Bilingual("Le document peut entrer dans le graphe", "The document may enter the graph"),
    "out": Bilingual("Le document n'entre pas dans le graphe", "The document does not enter the graph"),
    "value": Bilingual("Valeur", "Value"),
    "quote": Bilingual("Passage", "Passage"),
    "other": Bilingual("Autre document", "Other document"),
    "do": Bilingual("À faire", "To do"),
    "rule": Bilingual("Règle", "Rule"),
    "line": Bilingual("ligne", "line"),
    "characters": Bilingual("caractères", "characters"),
}


@dataclass(frozen=True)
class Quote:
    """Words of the document that a finding concerns; offsets in code points, `line` from 1 if known."""

    text: str
    start: int | None = None
    end: int | None = None
    line: int | None = None


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or to be known.

    Attributes:
        severity: `Violation` keeps the document out, `Warning` and `Info` do not.
        document: IRI of the document.
        focus, focus_name: IRI and name of the thing concerned.
        path, path_label: IRI and name of the property concerned, where there is one.
        value, value_text: the value concerned, as an N-Triples term and as a person reads it.
        problem: the rule that is broken, in plain words.
        repair: what to do.
        quotes: the passages that the thing rests on.
        others: IRIs of other documents concerned, where documents contradict each other.
        shape: IRI of the rule.
        component: IRI of the SHACL constraint component.
    """

    severity: Severity
    document: str
    focus: str
    focus_name: Bilingual
    problem: Bilingual
    repair: Bilingual
    shape: str
    component: str
    path: str | None = None
    path_label: Bilingual | None = None
    value: str | None = None
    value_text: Bilingual | None = None
    quotes: tuple[Quote, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The short name of the rule."""
        return self.shape.removeprefix(SHAPES)

    def to_json(self) -> dict[str, object]:
        """The finding as JSON values."""

        def both(words: Bilingual | None) -> dict[str, str] | None:
            return {"fr": words.fr, "en": words.en} if words else None

        return {
            "severity": self.severity,
            "document": self.document,
            "thing": {"iri": self.focus, "name": both(self.focus_name)},
            "property": {"iri": self.path, "name": both(self.path_label)} if self.path else None,
            "value": both(self.value_text),
            "term": self.value,
            "problem": both(self.problem),
            "repair": both(self.repair),
            "quotes": [{"text": q.text, "start": q.start, "end": q.end, "line": q.line} for q in self.quotes],
            "otherDocuments": list(self.others),
            "rule": self.rule,
            "shape": self.shape,
            "component": self.component,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Finding:
        """The finding that `to_json` wrote."""

        def both(words: dict[str, str] | None) -> Bilingual | None:
            return Bilingual(words["fr"], words["en"]) if words else None

        concerned = data["property"] or {"iri": None, "name": None}
        return cls(
            severity=data["severity"],
            document=data["document"],
            focus=data["thing"]["iri"],
            focus_name=Bilingual(**data["thing"]["name"]),
            problem=Bilingual(**data["problem"]),
            repair=Bilingual(**data["repair"]),
            shape=data["shape"],
            component=data["component"],
            path=concerned["iri"],
            path_label=both(concerned["name"]),
            value=data["term"],
            value_text=both(data["value"]),
            quotes=tuple(Quote(**quote) for quote in data["quotes"]),
            others=tuple(data["otherDocuments"]),
        )


@dataclass(frozen=True)
class Report:
    """All findings, worst first."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """A report of some findings, put in order, each once."""
        ordered = sorted(
            set(findings),
            key=lambda f: (SEVERITIES.index(f.severity), f.focus, f.path or "", f.shape, f.value or "", f.component),
        )
        return cls(tuple(ordered))

    @property
    def conforms(self) -> bool:
        """Whether nothing keeps the data out."""
        return not any(finding.severity == "Violation" for finding in self.findings)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, zeros included."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}

    def to_text(self, lang: str = "fr") -> str:
        """The report as a person reads it, in French (`fr`) or English (any other value)."""
        if not self.findings:
            return WORDS["ok"].in_(lang)
        lines: list[str] = []
        for document in dict.fromkeys(finding.document for finding in self.findings):
            own = [finding for finding in self.findings if finding.document == document]
            enters = all(finding.severity != "Violation" for finding in own)
            lines += [f"{WORDS['in' if enters else 'out'].in_(lang)}{_colon(lang)}{document}"]
            for severity in SEVERITIES:
                of_severity = [finding for finding in own if finding.severity == severity]
                if of_severity:
                    lines += ["", f"{HEADINGS[severity].in_(lang)} ({len(of_severity)})"]
                for number, finding in enumerate(of_severity, 1):
                    lines += _finding_text(number, finding, lang)
            lines.append("")
        return "\n".join(lines).rstrip()

    def to_json(self) -> dict[str, object]:
        """The report as JSON values: `conforms`, `counts`, `findings`."""
        return {
            "conforms": self.conforms,
            "counts": dict(self.counts),
            "findings": [finding.to_json() for finding in self.findings],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Report:
        """The report that `to_json` wrote."""
        return cls(tuple(map(Finding.from_json, data["findings"])))

    def joined(self, other: Report) -> Report:
        """The findings of both reports, in order."""
        return Report.of((*self.findings, *other.findings)) if other.findings else self

    def to_html(self, lang: str = "fr") -> str:
        """The report as one page for a browser, with a part for each document, in French (`fr`) or English."""
        from ontology.report_page import page  # the page shows reports, so it cannot come before them

        return page(self, lang)

    def to_turtle(self) -> str:
        """The report as a SHACL validation report (https://www.w3.org/TR/shacl/#validation-report)."""
        results = ",\n".join(_result_turtle(finding) for finding in self.findings)
        return (
            f"@prefix sh: <{SH}> .\n\n[] a sh:ValidationReport ;\n    sh:conforms {str(not self.findings).lower()}"
            + (f" ;\n    sh:result\n{results}" if results else "")
            + " .\n"
        )


def _colon(lang: str) -> str:
    return " : " if lang == "fr" else ": "


def _finding_text(number: int, finding: Finding, lang: str) -> list[str]:
    label = finding.path_label
    head = finding.focus_name.in_(lang) + (f" — {label.in_(lang)}" if label else "")
    parts = [("", finding.problem.in_(lang))]
    if finding.value_text:
        parts.append(("value", finding.value_text.in_(lang)))
    parts += [("other", other) for other in finding.others]
    parts += [("quote", _quote_text(quote, lang)) for quote in finding.quotes]
    parts.append(("do", finding.repair.in_(lang)))
    parts.append(("rule", finding.rule))
    lines = [f"  {number}. {head}", f"     <{finding.focus}>"]
    for key, text in parts:
        words = f"{WORDS[key].in_(lang)}{_colon(lang)}{text}" if key else text
        lines += textwrap.wrap(
            words, _WIDTH, initial_indent=" " * 5, subsequent_indent=" " * 7, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
    return lines


def _quote_text(quote: Quote, lang: str) -> str:
    flat = " ".join(quote.text.split())
    words = f"« {flat} »" if lang == "fr" else f"“{flat}”"
    where = [f"{WORDS['line'].in_(lang)} {quote.line}"] if quote.line else []
    if quote.start is not None:
        where.append(f"{WORDS['characters'].in_(lang)} {quote.start}–{quote.end}")
    return f"{words} ({', '.join(where)})" if where else words


def _node(text: str) -> str:
    """An IRI, or the text of what should have been one."""
    return f"<{text}>" if re.fullmatch(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+', text) else rdf.literal(text)


def _result_turtle(finding: Finding) -> str:
    pairs = [("sh:resultSeverity", f"sh:{finding.severity}"), ("sh:sourceShape", rdf.iri(finding.shape))]
    pairs.append(("sh:sourceConstraintComponent", rdf.iri(finding.component)))
    pairs.append(("sh:focusNode", _node(finding.focus)))
    if finding.path:
        pairs.append(("sh:resultPath", rdf.iri(finding.path)))
    if finding.value:
        pairs.append(("sh:value", finding.value))
    for lang in ("fr", "en"):
        pairs.append(("sh:resultMessage", rdf.literal(finding.problem.in_(lang), language=lang)))
    body = " ;\n".join(f"        {predicate} {value}" for predicate, value in pairs)
    return f"    [ a sh:ValidationResult ;\n{body} ]"
