"""Loads documents without end until it is killed; says on its output which ones are in.

Run as `python -m tests.graph.loader_process`; the store is that of the environment.
"""

from __future__ import annotations

import itertools
import sys

from graph.settings import StoreSettings
from graph.store import Store
from tests.graph.sample import press_release

PARTIES = [tuple(f"actor/p{number}-{side}" for number in range(6)) for side in ("a", "b")]
NAMES = ("x", "y", "z")


def main() -> None:
    with Store.open(StoreSettings()) as store:
        for turn in itertools.count():
            name = NAMES[turn % len(NAMES)]
            store.replace(press_release(name, parties=PARTIES[turn // len(NAMES) % 2], agreement=f"agreement/{name}"))
            sys.stdout.write(f"{turn}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
