"""The service: serve, and run, which loads something to look at first."""

from __future__ import annotations

import errno
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import console
from api.cli.documents import show_summary, shown_by
from api.texts import t
from ontology.errors import InputError, StoreVersionError

if TYPE_CHECKING:
    from api.settings import ApiSettings
    from graph.settings import StoreSettings
    from graph.store import Store

Host = Annotated[str | None, typer.Option("--host", help=t("serve.host"), show_default="127.0.0.1")]
Port = Annotated[int | None, typer.Option("--port", help=t("serve.port"), min=0, max=65535, show_default="8000")]
SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"


def serve(host: Host = None, port: Port = None) -> None:
    """Serve the HTTP interface and the page until Ctrl-C."""
    from graph.settings import StoreSettings
    from graph.store import Store

    settings = _settings(host, port)
    with _listening(settings) as bound, Store.open(StoreSettings(), read_only=True):
        _serve(bound, settings)


def run(
    folder: Annotated[
        Path | None, typer.Argument(help=t("run.folder"), metavar=f"[{t('metavar.folder')}]", show_default=False)
    ] = None,
    host: Host = None,
    port: Port = None,
) -> None:
    """Load the sample documents, or a folder, and serve."""
    from graph.settings import StoreSettings
    from loaders.reading import find

    settings = _settings(host, port)
    if folder is not None:
        find([folder])  # a folder that cannot be used is said before a database is started for nothing
    with _listening(settings) as bound, brought_up_to_date(StoreSettings()) as store:
        _load(store, folder)
        _serve(bound, settings)


@contextmanager
def brought_up_to_date(settings: StoreSettings) -> Iterator[Store]:
    """The store; one of the embedded engine that an older version projected is projected anew first.

    A server may have other users, who are not to lose their version's graph: it is refused as everywhere.

    Raises:
        StoreVersionError: it was written by another version, and is a server's or of another ledger.
    """
    from graph.store import Store

    with ExitStack() as opened:
        try:
            store = opened.enter_context(Store.open(settings))
        except StoreVersionError:
            if settings.store:
                raise
            store = opened.enter_context(Store.open(settings, allow_stale=True))
            console.note(t("run.upgrade"))
            report = store.repair()
            console.note(t("run.upgraded", documents=report.documents, statements=report.statements))
        yield store


def _load(store: Store, folder: Path | None) -> None:
    """Load a folder in place of the samples, or the samples where nothing else was loaded."""
    from loaders.pipeline import ingest
    from loaders.plan import document_iri
    from loaders.reading import DOCUMENT_SUFFIXES, find

    samples = {document_iri(file.name) for file in find([SAMPLES], suffixes=DOCUMENT_SUFFIXES)}
    loaded = {document.iri for document in store.documents()}
    if folder is None and loaded and not loaded & samples:
        console.note(t("run.own", n=len(loaded)))
        return
    if folder is not None:
        own = {document_iri(file.name) for file in find([folder])}  # a folder that cannot be used changes nothing
        for iri in sorted((loaded & samples) - own):
            store.retract(iri)
    with console.progress(t("ingest.progress")) as draw:
        summary = ingest([folder or SAMPLES], store, progress=shown_by(draw))
    show_summary(summary, detailed=30)


def _settings(host: str | None, port: int | None) -> ApiSettings:
    from api.settings import ApiSettings

    settings = ApiSettings()
    return settings.model_copy(update={k: v for k, v in {"host": host, "port": port}.items() if v is not None})


@contextmanager
def _listening(settings: ApiSettings) -> Iterator[socket.socket]:
    """A socket bound before any work is done, so that a port in use is said at once."""
    place = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((settings.host, settings.port))
            bound.listen(128)  # two services may bind one port, but only one can listen
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                remedy = t("serve.in-use-remedy", port=settings.port + 1 if settings.port < 65535 else 8001)
                raise InputError(t("serve.in-use"), place=place, remedy=remedy) from error
            reason = t("serve.no-address", reason=error.strerror or error)
            raise InputError(reason, place=place, remedy=t("serve.no-address-remedy")) from error
        yield bound


def _serve(bound: socket.socket, settings: ApiSettings) -> None:
    import uvicorn

    from api.app import create_app

    class Server(uvicorn.Server):
        """Says where it listens once it does."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if not self.should_exit:
                _say_hello(bound.getsockname()[1], settings)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        sys.exit(0)  # after the service has ended: leaves by the way that closes the store

    signal.signal(signal.SIGTERM, stop)
    config = uvicorn.Config(
        create_app(settings), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=3
    )
    with suppress(KeyboardInterrupt):  # Ctrl-C is how it ends
        Server(config).run(sockets=[bound])
    console.note(t("serve.stopped"))


def _say_hello(port: int, settings: ApiSettings) -> None:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104  # where to look, not to bind
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    # As it was called: `make run` leaves nothing on the PATH of the other window.
    console.line(t("serve.ready", address=address, program=sys.argv[0] if "/" in sys.argv[0] else "oncograph"))
    sys.stdout.flush()


COMMANDS = {"serve": serve, "run": run}
