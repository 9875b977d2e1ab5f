"""A report as one page for a browser: no script, no other file, readable in print."""

from __future__ import annotations

from html import escape

from ontology.findings import SEVERITIES
from ontology.report import HEADINGS, WORDS, Finding, Quote, Report

STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h2 { overflow-wrap: anywhere; border-bottom: 1px solid; padding-bottom: .3rem }
article { border-left: .3rem solid #888; margin: 1rem 0; padding: .2rem 1rem }
article.Violation { border-color: #b3261e } article.Warning { border-color: #b26a00 }
article h4 { margin: .2rem 0 } article p { margin: .4rem 0 }
code { font-size: .85em; overflow-wrap: anywhere; opacity: .8 }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 1px solid; font-style: italic }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .8rem; margin: .4rem 0 }
dt { font-weight: 600 } dd { margin: 0; overflow-wrap: anywhere }
"""
_TITLES = {"fr": "Contrôle avant chargement", "en": "Check before loading"}


def page(report: Report, lang: str) -> str:
    """The page in French (`fr`) or English."""
    title = _TITLES["fr" if lang == "fr" else "en"]
    documents = dict.fromkeys(finding.document for finding in report.findings)
    parts = [_document(report, document, lang) for document in documents]
    body = "\n".join(parts) or f"<p>{WORDS['ok'].in_(lang)}</p>"
    return (
        f'<!doctype html>\n<html lang="{"fr" if lang == "fr" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _document(report: Report, document: str, lang: str) -> str:
    own = Report(tuple(finding for finding in report.findings if finding.document == document))
    verdict = WORDS["in" if own.conforms else "out"].in_(lang)
    parts = [f"<section>\n<h2>{escape(document)}</h2>\n<p><strong>{verdict}.</strong></p>"]
    for severity in SEVERITIES:
        found = [finding for finding in own.findings if finding.severity == severity]
        if found:
            parts.append(f"<h3>{HEADINGS[severity].in_(lang)} ({len(found)})</h3>")
            parts += [_finding(finding, lang) for finding in found]
    return "\n".join([*parts, "</section>"])


def _finding(finding: Finding, lang: str) -> str:
    label = f" — {finding.path_label.in_(lang)}" if finding.path_label else ""
    rows = [(WORDS["value"].in_(lang), finding.value_text.in_(lang))] if finding.value_text else []
    rows += [(WORDS["other"].in_(lang), other) for other in finding.others]
    rows += [(WORDS["do"].in_(lang), finding.repair.in_(lang)), (WORDS["rule"].in_(lang), finding.rule)]
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows)
    return (
        f'<article class="{finding.severity}">\n<h4>{escape(finding.focus_name.in_(lang) + label)}</h4>\n'
        f"<code>{escape(finding.focus)}</code>\n<p>{escape(finding.problem.in_(lang))}</p>\n"
        f"{''.join(_quote(quote, lang) for quote in finding.quotes)}<dl>{listed}</dl>\n</article>"
    )


def _quote(quote: Quote, lang: str) -> str:
    where = [f"{WORDS['line'].in_(lang)} {quote.line}"] if quote.line else []
    if quote.start is not None:
        where.append(f"{WORDS['characters'].in_(lang)} {quote.start}–{quote.end}")
    place = f" <small>({', '.join(where)})</small>" if where else ""
    return f"<blockquote>{escape(' '.join(quote.text.split()))}{place}</blockquote>\n"
