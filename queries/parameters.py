"""From what a person wrote to what a query takes: names become IRIs, dates are checked, defaults filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process

from graph.store import Store
from ontology import iris
from ontology.dates import PartialDate
from ontology.errors import ParametersError, QuestionError
from ontology.vocab import is_a
from queries import vocabulary
from queries.names import Entry, NameIndex, fold, index_of
from queries.question import Parameter, Question

# Which things of the name index a parameter type accepts.
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "actor": ("actor",),
    "person": ("person",),
    "area": ("area",),
    "agreement": ("agreement",),
    "document": ("document",),
    "thing": ("actor", "person", "agreement", "area", "document"),
}
_CLOSE = 4.0  # two candidates whose scores differ by less are not told apart


@dataclass(frozen=True)
class Resolved:
    """A parameter as understood: `value` goes into the query, `shown` into the answer."""

    value: object
    shown: object
    name: str
    bounds: Mapping[str, dt.date] = field(default_factory=dict)

    def bind(self, name: str) -> dict[str, object]:
        """What the query gets: the value under the parameter's name, a date also as `name_first` and `name_last`."""
        return {name: self.value, **{f"{name}_{end}": day for end, day in self.bounds.items()}}


def resolve(
    store: Store, question: Question, given: Mapping[str, str], lang: str, today: dt.date | None = None
) -> dict[str, Resolved | None]:
    """All parameters of a question, None for those that were neither given nor have a default.

    Raises:
        QuestionError: one is missing, unknown to the question, ambiguous, or no such thing is in the graph.
    """
    for name in given:
        if question.parameter(name) is None:
            known = [parameter.name for parameter in question.parameters]
            nearest = process.extractOne(name, known, score_cutoff=60)
            remedy = f"did you mean {nearest[0]!r}?" if nearest else f"{question.id} takes {', '.join(known) or 'none'}"
            raise ParametersError(f"{question.id} has no parameter {name!r}", place=name, remedy=remedy)
    resolved: dict[str, Resolved | None] = {}
    for parameter in question.parameters:
        text = (given.get(parameter.name) or "").strip() or parameter.default
        if text is None:
            if parameter.required:
                raise ParametersError(
                    f"{question.id} needs {parameter.name!r}",
                    place=parameter.name,
                    remedy=f"for example {parameter.name}={parameter.example}",
                )
            resolved[parameter.name] = None
        else:
            resolved[parameter.name] = _resolve_one(store, parameter, text, lang, today or dt.date.today())
    return resolved


def _resolve_one(store: Store, parameter: Parameter, text: str, lang: str, today: dt.date) -> Resolved:
    match parameter.type:
        case "text":
            if parameter.values and text not in parameter.values:
                raise QuestionError(
                    f"{parameter.name} cannot be {text!r}",
                    place=parameter.name,
                    remedy=f"it may be {', '.join(parameter.values)}",
                )
            return Resolved(text, text, text)
        case "integer":
            if not text.isascii() or not text.isdigit() or len(text) > 9:
                raise QuestionError(
                    f"{text!r} is not a whole number", place=parameter.name, remedy=f"for example {parameter.example}"
                )
            return Resolved(int(text), int(text), text)
        case "date":
            return _date(parameter, today.isoformat() if text == "today" else text)
        case "kind":
            return _kind(parameter, text, lang)
        case _:
            entry = find_entry(index_of(store), text, _GROUPS[parameter.type], place=parameter.name, lang=lang)
            return Resolved(entry.iri, {"iri": entry.iri, "name": entry.name(lang)}, entry.name(lang))


def bind(question: Question, resolved: Mapping[str, Resolved | None], lang: str) -> dict[str, object]:
    """The parameters of the query: every one that it names, null where nothing was given."""
    bound: dict[str, object] = {"lang": lang}
    for parameter in question.parameters:
        found = resolved[parameter.name]
        if found is not None:
            bound |= found.bind(parameter.name)
        else:
            bound |= dict.fromkeys([parameter.name, f"{parameter.name}_first", f"{parameter.name}_last"])
    return bound


def _date(parameter: Parameter, text: str) -> Resolved:
    try:
        date = PartialDate(text)
    except ValueError as error:
        raise QuestionError(
            f"{text!r} is not a date", place=parameter.name, remedy="write 2024, 2024-03 or 2024-03-05"
        ) from error
    shown = {"value": date.value, "precision": date.precision, "basis": "stated"}
    return Resolved(date.value, shown, date.value, {"first": date.first, "last": date.last})


def _kind(parameter: Parameter, text: str, lang: str) -> Resolved:
    wanted = fold(text.rsplit("#", 1)[-1])
    root = parameter.suggests
    names = {fold(name): local for name, local in vocabulary.kind_names().items() if root is None or is_a(local, root)}
    if wanted in names:
        local = names[wanted]
        return Resolved(local, vocabulary.kind([local], lang), vocabulary.kinds()[local][lang])
    # A kind has several names: the three nearest names may all be those of one kind.
    ranked = process.extract(wanted, list(names), limit=None)
    near = list(dict.fromkeys(vocabulary.kinds()[names[name]][lang] for name, _, _ in ranked))[:3]
    raise QuestionError(f"no kind is called {text!r}", place=parameter.name, remedy=f"nearest: {', '.join(near)}")


def find_entry(index: NameIndex, text: str, groups: Sequence[str], *, place: str, lang: str = "fr") -> Entry:
    """The one thing that a text names: an IRI, the local part of one, a name, an alias or an acronym.

    Raises:
        QuestionError: nothing has that name (the nearest are named), or several things have.
    """
    for iri in (text, *(iris.mint(group, text) for group in groups), iris.base() + text):
        entry = index.entries.get(iri)
        if entry is not None and entry.group in groups:
            return entry
    named = index.exact(text, groups)
    if len(named) == 1:
        return named[0]
    if len(named) > 1:
        raise QuestionError(
            f"{text!r} names {len(named)} things",
            place=place,
            remedy=f"write one of {', '.join(_written(entry, lang) for entry in named)}",
        )
    near = index.find(text, groups, limit=3, cutoff=50)
    # A typing error is forgiven where only one thing can be meant.
    if near and near[0].score >= 90 and (len(near) == 1 or near[0].score - near[1].score >= _CLOSE):
        return near[0].entry
    known = ", ".join(_written(match.entry, lang) for match in near)
    remedy = f"nearest: {known}" if near else "check the spelling, or give a shorter form of the name"
    raise QuestionError(f"nothing in the graph is called {text!r}", place=place, remedy=remedy)


def _written(entry: Entry, lang: str) -> str:
    return f"{entry.name(lang)} ({entry.iri.removeprefix(iris.base())})"
