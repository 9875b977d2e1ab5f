"""The queue as a table for spreadsheets, in French or English, and a curator's verdicts read back from one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from loaders.review.claims import Row
from loaders.review.decisions import ClaimDecision, Decision
from loaders.review.queue import Verdict
from ontology.errors import InputError
from ontology.vocab import agreement_kinds, label, party_roles, subclasses

# In the order of the table: name of the column, its heading in French and English.
COLUMNS: Mapping[str, tuple[str, str]] = {
    "claim_id": ("affirmation", "claim_id"),
    "status": ("statut", "status"),
    "tier": ("niveau", "tier"),
    "kind": ("nature", "kind"),
    "parties": ("parties", "parties"),
    "date": ("dates", "date"),
    "precision": ("précision", "precision"),
    "duration": ("durée", "duration"),
    "quote": ("citation", "quote"),
    "before": ("avant", "before"),
    "after": ("après", "after"),
    "document": ("document", "document"),
    "signals": ("signes", "signals"),
    "why_doubtful": ("pourquoi douteux", "why_doubtful"),
    "fix_kind": ("corriger nature", "fix_kind"),
    "fix_parties": ("corriger parties", "fix_parties"),
    "fix_date": ("corriger dates", "fix_date"),
    "note": ("remarque", "note"),
    "curator": ("relecteur", "curator"),
    "decided_at": ("décidé le", "decided_at"),
}
_WORDS: dict[str, tuple[str, str]] = {
    "open": ("à relire", "open"),
    "certain": ("sûr", "certain"),
    "accepted": ("accepté", "accepted"),
    "rejected": ("rejeté", "rejected"),
    "corrected": ("corrigé", "corrected"),
    "merged": ("fusionné", "merged"),
    "split": ("séparé", "split"),
    "gone": ("sans objet", "gone"),
    "new-name": ("nom nouveau : {0}", "new name: {0}"),
    "stated-once": ("dit une seule fois", "stated once"),
    "not-in-title": ("pas dans le titre", "not in the title"),
    "weak-words": ("mots faibles", "weak words"),
    "roles-unknown": ("qui donne et qui reçoit n'est pas clair", "who gives and who receives is unclear"),
    "undated": ("aucune date écrite", "no written date"),
    "like": ("ressemble à : {0}", "looks like: {0}"),
    "unit": ("partie de {0} ?", "part of {0}?"),
    "in-documents": ("dans {0} documents", "in {0} documents"),
    "parties_known": ("parties connues", "parties known"),
    "stated_twice": ("dit deux fois", "stated twice"),
    "in_title": ("dans le titre", "in the title"),
    "day": ("jour", "day"),
    "month": ("mois", "month"),
    "year": ("année", "year"),
    "signed": ("signé", "signed"),
    "announced": ("annoncé", "announced"),
    "start": ("début", "start"),
    "end": ("fin", "end"),
}
_VERDICTS: Mapping[str, tuple[str, str]] = {
    "accept": ("accepter", "accept"),
    "reject": ("rejeter", "reject"),
    "correct": ("corriger", "correct"),
    "reopen": ("rouvrir", "reopen"),
    "actor": ("acteur", "actor"),
    "alias": ("alias", "alias"),
    "merge": ("fusionner", "merge"),
    "split": ("séparer", "split"),
}
_SEPARATOR = " | "
_PARTY = re.compile(r"\s*(?P<name>.*?)\s*(?:\[(?P<role>[^\][]*)\])?\s*\Z", re.DOTALL)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LANGUAGES = ("fr", "en")
_MOST_BYTES = 50_000_000


def to_csv(rows: Iterable[Row], gone: Iterable[Decision], lang: str) -> Iterator[str]:
    """The lines of the table with a mark that says UTF-8; semicolons in French, commas in English."""
    yield "\ufeff"
    yield _line([headings[_at(lang)] for headings in COLUMNS.values()], lang)
    for row in rows:
        cells = _name_cells(row, lang) if "name" in row else _claim_cells(row, lang)
        yield _line([cells.get(column, "") for column in COLUMNS], lang)
    for decision in gone:
        cells = _gone_cells(decision, lang)
        yield _line([cells.get(column, "") for column in COLUMNS], lang)


def _at(lang: str) -> int:
    return _LANGUAGES.index(lang)


def word(code: str, lang: str, *values: object) -> str:
    """The words of a status, doubt, signal, event or role in a language; a code without words as it is."""
    if code in _WORDS:
        return _WORDS[code][_at(lang)].format(*values)
    return label(code, lang) if code in party_roles() else code


def doubts(row: Row, lang: str) -> list[str]:
    """Why a row waits, in words."""
    if "name" in row:
        found = [word("in-documents", lang, row["documents"])] if row["documents"] > 1 else []
        found += [word("unit", lang, row["partOf"])] if row["partOf"] else []
        return found + ([word("like", lang, ", ".join(row["like"]))] if row.get("like") else [])
    pairs = (doubt.partition(": ") for doubt in row["doubts"])
    return [word(code, lang, detail) for code, _, detail in pairs]


def _shared(row: Row, lang: str) -> dict[str, str]:
    cells = {name: str(row.get(name) or "") for name in ("tier", "document", "duration")}
    cells |= {name: " ".join(row[name].split()) for name in ("quote", "before", "after")}  # a row stays a row
    cells |= {name: row.get(name, "") for name in ("note", "curator", "decided_at")}
    return cells | {
        "claim_id": row["id"],
        "status": word(row["status"], lang),
        "kind": label(row["kind"], lang),
        "why_doubtful": "; ".join(doubts(row, lang)),
    }


def _claim_cells(row: Row, lang: str) -> dict[str, str]:
    parties = [p["name"] + ("" if p["role"] == "party" else f" [{word(p['role'], lang)}]") for p in row["parties"]]
    return _shared(row, lang) | {
        "parties": _SEPARATOR.join(parties),
        "date": _SEPARATOR.join(f"{word(event, lang)} {value}" for event, value in row["dates"]),
        "precision": word(row["precision"], lang) if row["precision"] else "",
        "signals": "; ".join(word(signal, lang) for signal in row["signals"]),
    }


def _name_cells(row: Row, lang: str) -> dict[str, str]:
    return _shared(row, lang) | {"parties": row["name"]}


def _gone_cells(decision: Decision, lang: str) -> dict[str, str]:
    claim = decision.claim if isinstance(decision, ClaimDecision) else None
    return {
        "claim_id": decision.subject,
        "status": word("gone", lang),
        "kind": label(claim.kind, lang) if claim else "",
        "parties": _SEPARATOR.join(claim.parties) if isinstance(decision, ClaimDecision) and claim else decision.name,  # type: ignore[union-attr]
        "date": (claim.date or "") if claim else "",
        "document": claim.document if claim else "",
        "why_doubtful": _VERDICTS[decision.verdict][_at(lang)],
        "note": decision.note,
        "curator": decision.curator,
        "decided_at": decision.decided_at,
    }


def _line(cells: Iterable[str], lang: str) -> str:
    buffer = io.StringIO()
    harmless = ["'" + cell if cell.startswith(_FORMULA) else cell for cell in cells]  # documents are written by others
    csv.writer(buffer, delimiter=";" if lang == "fr" else ",", lineterminator="\r\n").writerow(harmless)
    return buffer.getvalue()


def read_verdicts(path: Path) -> list[tuple[int, Verdict]]:
    """The rows of a table that a curator decided on, each with its line; rows left as they were say nothing.

    Either language, comma, semicolon or tab between cells, columns in any order.

    Raises:
        InputError: the file is no such table, or a cell cannot be understood.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError("the table is too large", place=str(path), remedy="Keep the decided rows only.")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "the table is not UTF-8", place=str(path), remedy="Save it as “CSV UTF-8” in the spreadsheet."
        ) from error
    except OSError as error:
        raise InputError(
            f"the table cannot be read ({error.strerror or error})", place=str(path), remedy="Check the path."
        ) from error
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    known = {heading.casefold(): name for name, headings in COLUMNS.items() for heading in (name, *headings)}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[tuple[int, Verdict]] = []
    try:
        columns = [known.get(cell.strip().casefold(), "") for cell in next(reader, [])]
        if not {"claim_id", "status"} <= set(columns):
            raise InputError(
                "this is no table of the review queue",
                place=str(path),
                remedy="Make one with `oncograph review export`.",
            )
        for cells in reader:
            row = {name: _plain(cell) for name, cell in zip(columns, cells, strict=False) if name}
            verdict = _verdict(row, f"{path}, line {reader.line_num}")
            if verdict:
                found.append((reader.line_num, verdict))
    except csv.Error as error:
        raise InputError(f"not a CSV file ({error})", place=str(path), remedy="Save it as CSV again.") from error
    return found


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _verdict(row: Mapping[str, str], place: str) -> Verdict | None:
    said = row.get("status", "").casefold()
    verdict = next((name for name, words in _VERDICTS.items() if said in (name, *words)), None)
    if verdict is None:
        if not said or any(said in words for words in _WORDS.values()):
            return None
        words = ", ".join(words[1] for words in _VERDICTS.values())
        raise InputError(f"the status {said!r} is no decision", place=place, remedy=f"Write one of {words}.")
    name = row.get("parties", "") if not row.get("claim_id") or row["claim_id"].startswith("actor:") else ""
    fix_date = row.get("fix_date", "")
    return Verdict(
        row.get("claim_id", ""),
        verdict,
        kind=_kind(row.get("fix_kind", ""), place),
        parties=tuple(_party(each) for each in row.get("fix_parties", "").split("|") if each.strip()),
        dates=tuple(_date(each, row, place) for each in fix_date.split("|")) if fix_date else None,
        name=name,
        note=row.get("note", ""),
        curator=row.get("curator", ""),
    )


def _kind(text: str, place: str) -> str | None:
    if not text:
        return None
    for kind in (*agreement_kinds(), "Organization", *subclasses("Organization")):
        if text.casefold() in {kind.casefold(), *(label(kind, lang).casefold() for lang in _LANGUAGES)}:
            return kind
    raise InputError(f"{text!r} is no kind of agreement or organisation", place=place, remedy="Copy one from `kind`.")


def _party(text: str) -> tuple[str, str]:
    match = _PARTY.match(text)
    assert match  # noqa: S101  the pattern matches any text
    return match["name"], _code(match["role"] or "party")


def _date(text: str, row: Mapping[str, str], place: str) -> tuple[str, str]:
    """`signed 2011-06`; the event may be left out where the claim has one date."""
    words = text.split()
    if len(words) == 2:
        return _code(words[0]), words[1]
    read = row.get("date", "").split("|")
    if len(words) == 1 and len(read) == 1 and len(read[0].split()) == 2:
        return _code(read[0].split()[0]), words[0]
    raise InputError(f"{text!r} is no date of an event", place=place, remedy="Write such as: signed 2011-06.")


def _code(text: str) -> str:
    said = text.strip().casefold()
    roles = {code: tuple(label(code, lang).casefold() for lang in _LANGUAGES) for code in party_roles()}
    return next((code for code, words in (_WORDS | roles).items() if said in (code.casefold(), *words)), said)
