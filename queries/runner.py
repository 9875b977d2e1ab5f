"""Answering a question: parameters in, rows out, each with the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.store import Store
from ontology.errors import QuestionError
from queries import values
from queries.catalogue import catalogue
from queries.parameters import Resolved, bind, resolve
from queries.question import Question

_EVIDENCE = Path(__file__).with_name("resources") / "evidence.cypher"
_SPEAKING = Path(__file__).with_name("resources") / "speaking.cypher"

Row = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """A question answered.

    Attributes:
        parameters: name → value as understood (`{"iri", "name"}` for things), defaults included.
        rows: column → cell (see `queries.values`), and for each row `evidence` (a list, see `evidence_of`) and
            `pending`: true while the fact waits for a person's review.
        evidence: all sentences of all rows, each once.
        meta: how many rows, documents and publishers, how old they are, and what no rows mean.
    """

    question: Question
    lang: str
    parameters: Mapping[str, object]
    rows: Sequence[Row]
    evidence: Sequence[Mapping[str, Any]]
    meta: Mapping[str, object]
    wording: str

    def to_json(self) -> dict[str, object]:
        """The answer as the interface promises it."""
        return {
            "question": {
                "id": self.question.id,
                "group": self.question.group,
                "answer": self.question.answer,
                "wording": self.wording,
                "description": self.question.description[self.lang],
            },
            "parameters": dict(self.parameters),
            "columns": [column.to_json(self.lang) for column in self.question.columns],
            "rows": list(self.rows),
            "evidence": list(self.evidence),
            "meta": dict(self.meta),
        }


def answer(store: Store, question_id: str, parameters: Mapping[str, str] | None = None, lang: str = "fr") -> Answer:
    """Answer a question of the catalogue.

    Args:
        store: the graph.
        question_id: `A4`.
        parameters: as a person writes them: names, aliases, IRIs, dates.
        lang: language of names and labels, `fr` or `en`.

    Raises:
        QuestionError: no such question, or a parameter that cannot be understood.
        StoreError: the database did not answer.
    """
    question = catalogue().get(question_id)
    resolved = resolve(store, question, parameters or {}, lang)
    found = store.query(question.cypher, bind(question, resolved, lang))
    sentences = evidence_of(store, (iri for row in found for iri in _evidence_iris(row)), lang)
    rows = [_row(question, row, sentences, lang) for row in found]
    used = [sentences[iri] for iri in sentences]
    named: set[object] = {each.value for each in resolved.values() if each}
    return Answer(
        question=question,
        lang=lang,
        parameters={name: each.shown if each else None for name, each in resolved.items()},
        rows=rows,
        evidence=used,
        meta=_meta(question, rows, used, named | _parties_of(store, sentences), lang),
        wording=_wording(question, resolved, lang),
    )


def evidence_of(store: Store, evidence_iris: Iterable[str], lang: str) -> dict[str, dict[str, Any]]:
    """The sentences with these IRIs, in the order of the documents.

    Each is `{"iri", "document": {"iri", "name"}, "quote", "start", "end", "section", "language", "states", "rule",
    "publisher", "issued"}`: offsets are Unicode code points into the document's text, `end` exclusive; `states` is the
    property that the sentence is evidence for, None when it is the fact as a whole.
    """
    wanted = sorted(set(evidence_iris))
    if not wanted:
        return {}
    rows = store.query(_EVIDENCE.read_text(encoding="utf-8"), {"iris": wanted})
    return {str(row["iri"]): _sentence(row, lang) for row in rows}


def _parties_of(store: Store, evidence_iris: Iterable[str]) -> set[object]:
    rows = store.query(_SPEAKING.read_text(encoding="utf-8"), {"iris": sorted(evidence_iris)})
    return {row["iri"] for row in rows}


def _sentence(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    language = "fr" if row["quote_fr"] else "en" if row["quote_en"] else row["language"]
    return {
        "iri": row["iri"],
        "document": values.thing(row["document"], lang),
        "quote": row["quote_fr"] or row["quote_en"] or row["quote"],
        "start": row["start"],
        "end": row["end"],
        "section": row["section"],
        "language": language,
        "states": row["states"],
        "rule": row["rule"],
        "publisher": values.thing(row["publisher"], lang) if row["publisher"] else None,
        "issued": values.date(row["issued"]) if row["issued"]["value"] else {"unknown": "not stated"},
    }


def _evidence_iris(row: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(iri for iri in row["evidence"] or () if iri))


def _row(question: Question, row: Mapping[str, Any], sentences: Mapping[str, Mapping[str, Any]], lang: str) -> Row:
    missing = [column.name for column in question.columns if column.name not in row]
    if missing:
        raise QuestionError(f"the query returns no {', '.join(missing)}", place=question.file)
    shown: Row = {column.name: values.cell(row[column.name], column, lang) for column in question.columns}
    own = set(_evidence_iris(row))
    shown["evidence"] = [sentence for iri, sentence in sentences.items() if iri in own]
    shown["pending"] = row.get("tier") == "B"
    return shown


def _wording(question: Question, resolved: Mapping[str, Resolved | None], lang: str) -> str:
    return question.worded(lang, {name: each.name for name, each in resolved.items() if each})


def _meta(
    question: Question, rows: Sequence[Row], sentences: Sequence[Mapping[str, Any]], speaking: set[object], lang: str
) -> dict[str, Any]:
    documents = {sentence["document"]["iri"]: sentence for sentence in sentences}
    dates = sorted(
        (each["issued"] for each in documents.values() if "value" in each["issued"]), key=lambda date: date["value"]
    )
    publishers = {each["publisher"]["iri"]: each["publisher"] for each in documents.values() if each["publisher"]}
    concerned = {iri for row in rows for iri in _things(row)} | speaking
    return {
        "rows": len(rows),
        "pending": sum(1 for row in rows if row["pending"]),
        "documents": len(documents),
        "undated_documents": sum(1 for each in documents.values() if "unknown" in each["issued"]),
        "oldest": dates[0] if dates else None,
        "newest": dates[-1] if dates else None,
        "publishers": [publishers[iri] for iri in sorted(publishers)],
        # a publisher that is in the question, in the answer or a party of what its sentences say speaks of itself
        "independent_publishers": len(set(publishers) - concerned),
        "empty": question.empty[lang] if not rows else None,
    }


def _things(row: Row) -> Iterable[str]:
    for name, value in row.items():
        if name in ("evidence", "pending"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and "iri" in each:
                yield each["iri"]
