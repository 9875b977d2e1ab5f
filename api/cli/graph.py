"""The graph itself: export, verify, status."""

from __future__ import annotations

import enum
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli import console
from api.cli.files import write_whole
from api.texts import t
from ontology.errors import InputError


class RdfFormat(enum.StrEnum):
    """Forms of RDF that the graph can be written in."""

    TURTLE = "turtle"
    TRIG = "trig"
    NT = "nt"
    NQ = "nq"
    JSONLD = "jsonld"


def export(
    form: Annotated[RdfFormat, typer.Option("--format", help=t("export.format"))] = RdfFormat.TURTLE,
    document: Annotated[str | None, typer.Option("--document", help=t("export.document"), metavar="ID")] = None,
    out: Annotated[Path | None, typer.Option("--out", help=t("export.out"), metavar=t("metavar.file"))] = None,
) -> None:
    """Write the graph as RDF from the ledger, streamed."""
    from graph.export import ExportFormat
    from graph.export import export as serialise
    from graph.settings import StoreSettings
    from graph.store import Store
    from loaders.plan import document_iri

    iri = document_iri(document) if document else None
    with Store.open(StoreSettings(), read_only=True) as store:
        if iri and iri not in {each.iri for each in store.documents()}:
            raise InputError(t("export.absent"), place=iri, remedy=t("export.absent-remedy"))
        content = serialise(store, format=ExportFormat(form.value), document=iri)
        if out is None:
            for piece in content:
                sys.stdout.buffer.write(piece)
        else:
            console.note(t("export.done", file=out, size=write_whole(out, content)))


Json = Annotated[bool, typer.Option("--json", help=t("option.json"))]


def verify(
    repair: Annotated[bool, typer.Option("--repair", help=t("verify.repair"))] = False, as_json: Json = False
) -> None:
    """Compare the readable graph with what the documents say."""
    from dataclasses import asdict

    from graph.settings import StoreSettings
    from graph.store import Store

    with Store.open(StoreSettings(), read_only=not repair, allow_stale=repair) as store:
        report = store.repair() if repair else store.verify()
        left = store.verify() if repair and not report.clean else report
    if as_json:
        console.as_json({"clean": left.clean, **asdict(report)})
    else:
        for difference in report.differences:
            console.line(str(difference))
        if report.count > len(report.differences):
            console.line(t("verify.more", n=report.count - len(report.differences)))
        key = "verify.clean" if report.clean else "verify.repaired" if left.clean else "verify.differs"
        sizes = {"documents": report.documents, "statements": report.statements, "nodes": report.nodes}
        console.line(t(key, n=report.count, left=left.count, relationships=report.relationships, **sizes))
    if not left.clean:
        raise typer.Exit(1)


def status(as_json: Json = False) -> None:
    """Say what is loaded, and where."""
    from dataclasses import asdict

    from graph.settings import StoreSettings
    from graph.store import Store

    settings = StoreSettings()
    with Store.open(settings, read_only=True) as store:
        found = store.status()
        documents = store.documents()
    if as_json:
        console.as_json({**asdict(found), "loaded": [asdict(document) for document in documents]})
        return
    where = settings.store or str(settings.data.resolve())
    counted = {"engine": found.engine, "server": found.server, "place": where, "ontology": found.ontology_version}
    counted |= {name: getattr(found, name) for name in ("documents", "statements", "nodes", "relationships")}
    console.pairs(None, {t(f"status.{name}"): value for name, value in counted.items()})
    if documents:
        columns = (t("column.document"), t("column.statements"), t("column.loaded"))
        rows = [(each.iri.rsplit("/", 1)[-1], each.statements, each.loaded_at) for each in documents]
        console.table(None, columns, rows)


COMMANDS: dict[str, Any] = {"export": export, "verify": verify, "status": status}
