"""`python -m benchmarks.ask [dev|test|file.yaml …]`: how well sentences are understood, and which are confused."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.ask.measure import Score, measure, read
from graph.settings import StoreSettings
from graph.store import Store
from loaders.pipeline import ingest
from queries.names import index_of

_ROOT = Path(__file__).resolve().parents[2]
_HALVES = _ROOT / "tests" / "queries" / "paraphrases"
_DOCUMENTS = (_ROOT / "loaders" / "samples", _ROOT.parent / "shared" / "documents")


def main() -> None:
    """Read the arguments, load the documents, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ask", description=__doc__)
    parser.add_argument("sets", nargs="*", default=["dev", "test"], help="dev, test, or a file of the same form")
    parser.add_argument("--documents", nargs="+", type=Path, help="what the graph is built from")
    parser.add_argument("--errors", action="store_true", help="each sentence that was not understood (never for test)")
    parser.add_argument("--data", type=Path, help="an embedded graph that is there already")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = StoreSettings(store=None, data=chosen.data or Path(folder) / "data")
        with Store.open(settings) as store:
            if chosen.data is None:
                ingest(chosen.documents or [each for each in _DOCUMENTS if each.is_dir()], store)
            for name in chosen.sets:
                score = measure(index_of(store), read(Path(name) if "." in name else _HALVES / f"{name}.yaml"))
                show(name, score, errors=chosen.errors and name != "test")


def show(name: str, score: Score, *, errors: bool) -> None:
    """Print the figures of a set; its confusions and errors only where they may be looked at."""
    inside = sum(1 for each in score.outcomes if each.paraphrase.expected)
    print(f"{name}: {inside} sentences in scope, {len(score.outcomes) - inside} out of scope")
    print(f"  intent {score.intent:.3f}   exact {score.exact:.3f}   false answers {score.false_answers:.3f}")
    print(f"  {score.median_ms:.1f} ms a sentence (median)")
    for (expected, given), times in score.confusion.most_common():
        print(f"    {expected:>8} → {given:<8} {times}")
    if errors:
        for each in score.wrong:
            print(f"  {_wanted(each.paraphrase.expected)} ≠ {each.question} {_short(each.result.parameters)}")
            print(f"      {each.paraphrase.sentence}  [{each.result.confidence:.2f}]")


def _wanted(expected: object) -> str:
    return str(expected) if expected else "refused"


def _short(parameters: object) -> str:
    return str({name: value.rsplit("/", 1)[-1] for name, value in dict(parameters).items()})  # type: ignore[call-overload]


if __name__ == "__main__":
    main()
