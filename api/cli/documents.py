"""Documents in and out: extract, ingest, validate, retract."""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import console
from api.texts import current, t
from ontology.errors import InputError, OncographError

if TYPE_CHECKING:
    from loaders.outcome import DocumentOutcome, IngestSummary

Paths = Annotated[list[Path], typer.Argument(help=t("argument.paths"), metavar="PATH…", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=t("option.json"))]
_COLOURS = {"new": "green", "replaced": "cyan", "unchanged": "dim", "duplicate": "yellow", "refused": "bold red"}


class ReportFormat(enum.StrEnum):
    """Forms of a validation report."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"
    HTML = "html"


def extract(paths: Paths, text: Annotated[bool, typer.Option("--text", help=t("extract.text"))] = False) -> None:
    """Print what documents say, one JSON object a line, or the text that offsets count in."""
    from loaders.json_form import to_line
    from loaders.prepare import extract_document
    from loaders.reading import DOCUMENT_SUFFIXES, find, read_all

    files = find(paths, suffixes=DOCUMENT_SUFFIXES)
    refused = 0
    for number, file in enumerate(files, 1):
        try:
            for raw in read_all(file):
                if text:
                    sys.stdout.write(raw.text)
                else:
                    console.line(to_line(extract_document(raw)))
        except InputError as error:
            refused += 1
            console.note(error.told(current()))
        if len(files) > 1 and sys.stderr.isatty() is False:
            console.note(f"[{number}/{len(files)}] {file}")
    if refused:
        console.note(t("cli.refused", n=refused, total=len(files)))
        raise typer.Exit(1)


def ingest(
    paths: Paths,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=t("ingest.dry-run"))] = False,
    as_json: Json = False,
) -> None:
    """Read, check and load documents; each alone and atomic."""
    from graph.settings import StoreSettings
    from graph.store import Store
    from loaders.pipeline import ingest as load
    from loaders.reading import find

    find(paths)  # a path that is not there is said before a database is started for nothing
    with Store.open(StoreSettings(), read_only=dry_run) as store, console.progress(t("ingest.progress")) as draw:
        summary = load(paths, store, dry_run=dry_run, progress=shown_by(draw))
    if as_json:
        console.as_json(_json(summary))
    else:
        show_summary(summary)
    if not summary.complete:
        raise typer.Exit(1)


def shown_by(draw: Callable[[int, int, str], None]) -> Callable[[int, int, DocumentOutcome], None]:
    """The progress of an ingest drawn by a progress bar."""

    def heard(done: int, total: int, outcome: DocumentOutcome) -> None:
        draw(done, total, f"{_named(outcome)}: {t('outcome.' + outcome.outcome)}")

    return heard


def show_summary(summary: IngestSummary, *, detailed: int = 60) -> None:
    """What an ingest did: a table of the documents (of the refused ones alone, where they are many), and the sums."""
    from rich.text import Text

    from loaders.notices import words

    shown = [each for each in summary.documents if len(summary.documents) <= detailed or each.outcome == "refused"]
    rows = [
        (
            _named(each),
            Text(t("outcome." + each.outcome), style=_COLOURS[each.outcome]),
            each.statements or "",
            len(each.warnings) or "",
        )
        for each in shown
    ]
    columns = (t("column.document"), t("column.outcome"), t("column.statements"), t("column.warnings"))
    if rows:
        console.table(t("ingest.dry") if summary.dry_run else None, columns, rows)
    counts = ", ".join(f"{n} {t('outcome.' + outcome)}" for outcome, n in summary.counts.items() if n)
    console.line(t("ingest.sum", counts=counts or "0", statements=summary.statements, warnings=summary.warnings))
    for each in summary.documents:
        for warning in each.warnings:
            console.note(f"{_named(each)}: {words(warning, current())}")
        if each.same_as:
            console.note(t("ingest.same", file=Path(each.file).name, other=each.same_as))
        if each.outcome == "refused":
            _explain(each)


def _named(outcome: DocumentOutcome) -> str:
    """The file; of one that holds several documents also which of them."""
    from ontology.iris import document_local

    file = Path(outcome.file)
    document = (outcome.iri or "").rsplit("/", 1)[-1]
    return file.name if not document or document == document_local(file.stem) else f"{file.name}: {document}"


def _explain(refused: DocumentOutcome) -> None:
    if refused.error:
        console.note(refused.error.told(current()))
    elif refused.report:
        console.note(refused.report.to_text(current()))


def _json(summary: IngestSummary) -> dict[str, object]:
    return {
        "dryRun": summary.dry_run,
        "counts": summary.counts,
        "statements": summary.statements,
        "warnings": summary.warnings,
        "documents": [
            {
                "file": each.file,
                "outcome": each.outcome,
                "iri": each.iri,
                "statements": each.statements,
                "warnings": list(each.warnings),
                "sameAs": each.same_as,
                "error": _error_json(each.error),
                "report": each.report.to_json() if each.report and each.outcome == "refused" else None,
            }
            for each in summary.documents
        ],
    }


def _error_json(error: OncographError | None) -> dict[str, str | None] | None:
    return {"message": error.message, "place": error.place, "remedy": error.remedy} if error else None


def validate(
    paths: Paths,
    report_format: Annotated[ReportFormat, typer.Option("--format", help=t("validate.format"))] = ReportFormat.TEXT,
) -> None:
    """Say whether RDF files, or what documents yield, may enter the graph, and why not."""
    from loaders.prepare import prepare
    from loaders.reading import DOCUMENT_SUFFIXES, RDF_SUFFIXES, find
    from ontology.report import Finding, Report

    conforms = True
    results = []
    findings: list[Finding] = []
    for file in find(paths, suffixes=DOCUMENT_SUFFIXES | RDF_SUFFIXES):
        try:
            checked = prepare(file)
        except InputError as error:
            conforms = False
            console.note(error.told(current()))
            continue
        for prepared in checked:
            graph, report = prepared.graph, prepared.report
            conforms = conforms and report.conforms
            if report_format == ReportFormat.TEXT:
                verdict = t("validate.conforms" if report.conforms else "validate.refused")
                console.line(f"{file} <{graph.iri}>: {verdict}")
                if report.findings:
                    console.line(report.to_text(current()))
            elif report_format == ReportFormat.TURTLE:
                console.line(report.to_turtle())
            elif report_format == ReportFormat.HTML:
                findings += report.findings
            else:
                results.append({"file": str(file), "document": graph.iri, "report": report.to_json()})
    if report_format == ReportFormat.JSON:
        console.as_json(results)
    if report_format == ReportFormat.HTML:
        console.line(Report.of(findings).to_html(current()))
    if not conforms:
        raise typer.Exit(1)


def retract(
    ids: Annotated[list[str], typer.Argument(help=t("argument.document"), metavar="ID…", show_default=False)],
    as_json: Json = False,
) -> None:
    """Take documents back: nothing of them stays in the graph."""
    from graph.settings import StoreSettings
    from graph.store import Store
    from loaders.plan import document_iri

    outcomes = {}
    with Store.open(StoreSettings()) as store:
        for given in ids:
            iri = document_iri(given)
            outcomes[iri] = store.retract(iri).outcome
    if as_json:
        console.as_json(outcomes)
    else:
        for iri, outcome in outcomes.items():
            console.line(f"{iri}: {t('outcome.' + outcome)}")
    if "absent" in outcomes.values():
        console.note(t("retract.absent"))
        raise typer.Exit(1)


COMMANDS = {"extract": extract, "ingest": ingest, "validate": validate, "retract": retract}
