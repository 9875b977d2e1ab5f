"""What is wrong with the authority file: one sentence per fault, none when it may be used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from loaders.authority.entries import FOLDER, Authority, Entry, is_acronym
from loaders.folding import key
from ontology.iris import slug
from ontology.vocab import subclasses

# Words of the language that are no name by themselves: whoever is called so needs a longer name, the short one is weak.
COMMON_WORDS = frozenset((FOLDER / "common_words.txt").read_text(encoding="utf-8").split())

# Capitals that mean something else in an oncology text: end points, diseases, law, units of time.
COMMON_ACRONYMS = frozenset((FOLDER / "common_acronyms.txt").read_text(encoding="utf-8").split())

KINDS = frozenset({"Organization", *subclasses("Organization")})

_SIREN = re.compile(r"\d{9}\Z")
_ROR = re.compile(r"https://ror\.org/0[a-z0-9]{6}\d{2}\Z")
_WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9]\d*\Z")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")


def problems(authority: Authority) -> list[str]:
    """Every fault of the file, each with the id of the entry and what to change."""
    return [
        *_identities(authority),
        *_shared_spellings(authority),
        *(p for e in authority.entries for p in _entry(e, authority)),
    ]


def _identities(authority: Authority) -> Iterator[str]:
    for entry_id, count in Counter(entry.id for entry in authority.entries).items():
        if count > 1:
            yield f"{entry_id}: the id stands {count} times"
    for name in ("ror", "wikidata", "siren"):
        seen: dict[str, str] = {}
        for entry in authority.entries:
            value = getattr(entry, name)
            if value and seen.setdefault(value, entry.id) != entry.id:
                yield f"{entry.id}: {name} {value} is also that of {seen[value]}"


def _shared_spellings(authority: Authority) -> Iterator[str]:
    for name in sorted(authority.keys):
        entries = authority.lookup(name)
        if len(entries) > 1:
            yield f"{_ids(entries)}: share the name {name!r}; drop it or make it a weak alias of both"
    for text in sorted(authority.acronyms):
        yield from _undeclared(text, authority.acronym(text))
    for name in sorted(authority.weak_keys):
        yield from _undeclared(name, authority.weak(name))
        strong = [entry for entry in authority.lookup(name) if entry not in authority.weak(name)]
        if strong:
            yield f"{_ids(strong)}: the name {name!r} is a weak alias of {_ids(authority.weak(name))}"


def _undeclared(text: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        missing = {other.id for other in entries} - {entry.id} - set(entry.collides_with)
        if missing:
            yield f"{entry.id}: shares {text!r} with {', '.join(sorted(missing))}; name them in collides_with"


def _entry(entry: Entry, authority: Authority) -> Iterator[str]:
    if entry.id != slug(entry.id):
        yield f"{entry.id}: not a slug"
    if entry.kind not in KINDS:
        yield f"{entry.id}: kind {entry.kind} is no organisation of the ontology"
    if not entry.source:
        yield f"{entry.id}: names no source"
    for what, value, form in (
        ("ror", entry.ror, _ROR),
        ("wikidata", entry.wikidata, _WIKIDATA),
        ("siren", entry.siren, _SIREN),
        ("country", entry.country, _COUNTRY),
    ):
        if value is not None and not form.match(value):
            yield f"{entry.id}: {what} {value!r} is malformed"
    yield from _references(entry, authority)
    yield from _spellings(entry)


def _references(entry: Entry, authority: Authority) -> Iterator[str]:
    earlier = tuple(item.id for item in entry.successor_of)
    for other in (*filter(None, (entry.parent,)), *entry.not_same_as, *entry.collides_with, *earlier):
        if other not in authority.by_id:
            yield f"{entry.id}: refers to {other}, which is no entry"
        elif other == entry.id:
            yield f"{entry.id}: refers to itself"
    for other in entry.not_same_as:
        if other in authority.by_id and entry.id not in authority.by_id[other].not_same_as:
            yield f"{other}: not_same_as must name {entry.id} too"
    above, ancestor = {entry.id}, authority.by_id.get(entry.parent or "")
    while ancestor:
        if ancestor.id in above:
            yield f"{entry.id}: is its own ancestor"
            return
        above.add(ancestor.id)
        ancestor = authority.by_id.get(ancestor.parent or "")


def _spellings(entry: Entry) -> Iterator[str]:
    full = [name for name in entry.names if not is_acronym(name)]
    for name, count in Counter(map(key, full)).items():
        if count > 1:
            yield f"{entry.id}: two spellings have the key {name!r}; keep one"
        if len(name) < 3:
            yield f"{entry.id}: the name {name!r} is too short"
        if name in COMMON_WORDS:
            yield f"{entry.id}: {name!r} is a common word; make it a weak alias"
    for text in entry.acronyms:
        if not is_acronym(text):
            yield f"{entry.id}: {text!r} is no acronym; make it an alias"
    for text in (*entry.acronyms, *filter(is_acronym, entry.names)):
        if text.replace(".", "") in COMMON_ACRONYMS:
            yield f"{entry.id}: {text!r} means something else in oncology; make it a weak alias"
        if len(text) < 3:
            yield f"{entry.id}: the acronym {text!r} is too short; make it a weak alias"


def _ids(entries: Iterable[Entry]) -> str:
    return ", ".join(entry.id for entry in entries)
