"""The one store of the service: opened when it starts, tried again while the database is away, closed at its end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from graph.settings import StoreSettings
from graph.store import Store
from ontology.errors import StoreError

RETRY_SECONDS = 2.0


class StoreAccess:
    """Hands out the store, or says why there is none.

    A database that is still starting when the service starts is met later: `/readyz` says so until then.
    """

    def __init__(self, settings: StoreSettings, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._refusal: StoreError | None = None
        self._tried = float("-inf")

    def get(self) -> Store:
        """The open store.

        Raises:
            StoreError: it could not be opened; tried again at most every two seconds.
        """
        with self._lock:
            if self._store is not None:
                return self._store
            if self._refusal is not None and self._clock() - self._tried < RETRY_SECONDS:
                raise self._refusal
            self._tried = self._clock()
            try:
                self._store = Store.open(self._settings, read_only=True)
            except StoreError as refusal:
                self._refusal = refusal
                raise
            return self._store

    def open(self) -> None:
        """Open the store now; a database that refuses is no reason not to start: `/readyz` tells why."""
        with suppress(StoreError):
            self.get()

    def close(self) -> None:
        """Close the store."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
