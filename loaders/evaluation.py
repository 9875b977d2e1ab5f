"""How good extraction is: precision and recall per field, tier, language and genre, with every error's sentence.

Agreements are compared as sets of parties: a found one is right when the same document has a gold agreement of exactly
these parties, and each gold agreement can be found once. Kind, dates and duration are judged on the pairs that match,
a person's organisation on the persons that match, so that one error counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from loaders.authority import authority
from loaders.extraction import extract
from loaders.folding import fold, key
from loaders.gold import GoldAgreement, GoldText
from loaders.model import Actor, Agreement, Extraction, Person
from loaders.scores import Evaluation, Fault, Mistake
from ontology.iris import slug


def evaluate(texts: Iterable[GoldText]) -> Evaluation:
    """Extracts every text and holds the result against its gold reading; tier C counts only in `by_tier`."""
    result = Evaluation()
    for text in texts:
        judge(text, extract(text.raw), result)
    return result


def judge(text: GoldText, extraction: Extraction, result: Evaluation) -> None:
    """Counts what an extraction of a text has right and wrong."""
    result.texts += 1
    _judge_agreements(text, extraction, result)
    _judge_names(text, extraction, result)


def identity(name: str) -> str:
    """What makes two spellings one organisation: the authority's id, else the folded name."""
    entries = authority().resolve(name)
    return entries[0].id if len(entries) == 1 else slug(key(name))


def _identities(extraction: Extraction) -> dict[str, str]:
    return {
        actor.iri: actor.iri.rsplit("/", 1)[-1] if actor.status == "known" else identity(actor.name)
        for actor in extraction.actors
    }


def _judge_agreements(text: GoldText, extraction: Extraction, result: Evaluation) -> None:
    identities = _identities(extraction)
    open_gold = list(text.agreements)
    result.silent += not open_gold
    groups = [result.counts["parties"], result.by_language[text.language], result.by_genre[text.genre]]
    for found in sorted(extraction.agreements, key=lambda a: -_likeness(a, open_gold, identities)):
        parties = _parties(found, identities)
        match = max(
            (gold for gold in open_gold if _gold_parties(gold) == parties), key=lambda g: _fit(found, g), default=None
        )
        tier = result.by_tier[found.tier]
        tier.add(right=match is not None, false=match is None)
        if found.tier == "C":  # only in the review queue: it neither helps nor harms the graph
            continue
        for group in groups:
            group.add(right=match is not None, false=match is None)
        sentence = found.evidence[0].span.text if found.evidence else ""
        if match is None:
            result.alarms += not text.agreements
            result.counts["complete"].add(false=1)
            claimed = f"{found.kind} ({found.tier}): {', '.join(sorted(parties))}"
            result.mistakes.append(Mistake(text.id, "parties", "false", claimed, sentence=sentence))
        else:
            open_gold.remove(match)
            _judge_fields(text.id, found, match, sentence, result)
    for missed in open_gold:
        for group in (*groups, result.counts["complete"]):
            group.add(missed=1)
        wanted = f"{'/'.join(sorted(missed.kinds))}: {', '.join(missed.parties)}"
        said = _line_naming(text.text, missed.parties)
        result.mistakes.append(Mistake(text.id, "parties", "missed", true=wanted, sentence=said))


def _parties(found: Agreement, identities: Mapping[str, str]) -> frozenset[str]:
    return frozenset(identities.get(party.actor, party.actor) for party in found.parties)


def _gold_parties(gold: GoldAgreement) -> frozenset[str]:
    return frozenset(map(identity, gold.parties))


def _likeness(found: Agreement, gold: Iterable[GoldAgreement], identities: Mapping[str, str]) -> int:
    parties = _parties(found, identities)
    same = [_fit(found, g) for g in gold if _gold_parties(g) == parties]
    # What goes into the graph is matched before what waits in the queue.
    return max(same, default=-1) - 10 * (found.tier == "C")


def _fit(found: Agreement, gold: GoldAgreement) -> int:
    return 2 * (found.kind in gold.kinds) + len(_dates(found) & set(gold.dates.items()))


def _dates(found: Agreement) -> set[tuple[str, str]]:
    return {(date.event, date.date.value) for date in found.dates if date.basis != "derived"}


def _judge_fields(document: str, found: Agreement, gold: GoldAgreement, sentence: str, result: Evaluation) -> None:
    def differs(what: str, given: str, true: str) -> None:
        result.mistakes.append(Mistake(document, what, "differs", given, true, sentence))

    kind_right = found.kind in gold.kinds
    result.counts["kind"].add(right=kind_right, false=not kind_right, missed=not kind_right)
    if not kind_right:
        differs("kind", found.kind, "/".join(sorted(gold.kinds)))
    given, true = _dates(found), set(gold.dates.items())
    result.counts["dates"].add(right=len(given & true), false=len(given - true), missed=len(true - given))
    if given != true:
        differs("dates", _listed(given), _listed(true))
    duration = result.counts["duration"]
    if found.duration == gold.duration:
        duration.add(right=gold.duration is not None)
    else:
        duration.add(false=found.duration is not None, missed=gold.duration is not None)
        differs("duration", found.duration or "", gold.duration or "")
    whole = kind_right and given == true
    result.counts["complete"].add(right=whole, false=not whole, missed=not whole)


def _listed(dates: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{event} {value}" for event, value in sorted(dates))


def _judge_names(text: GoldText, extraction: Extraction, result: Evaluation) -> None:
    identities = _identities(extraction)
    found = {identities[actor.iri]: _mentioned(actor) for actor in extraction.actors}
    _compare(text, "organizations", found, {identity(name): name for name in text.organizations}, result)
    people = {slug(person.name): _mentioned(person) for person in extraction.persons}
    _compare(text, "persons", people, {slug(name): name for name, _ in text.persons}, result)
    places: defaultdict[str, set[str]] = defaultdict(set)
    for person in extraction.persons:
        places[slug(person.name)].update(identities.get(role.organization, "") for role in person.roles)
    for name, organization in text.persons:
        if slug(name) in people:
            _judge_affiliation(text, name, organization, places[slug(name)], result)
    issued = extraction.document.issued
    _compare(
        text,
        "issued",
        {issued.date.value: issued.date.value} if issued else {},
        {text.issued: text.issued} if text.issued else {},
        result,
    )


def _judge_affiliation(text: GoldText, name: str, true: str | None, found: set[str], result: Evaluation) -> None:
    right = true is not None and identity(true) in found
    missed = true is not None and not right
    false = bool(found) and not right
    result.counts["affiliations"].add(right=right, false=false, missed=missed)
    if missed or false:
        fault: Fault = "differs" if missed and false else "missed" if missed else "false"
        said = _line_naming(text.text, (name,))
        result.mistakes.append(
            Mistake(text.id, "affiliations", fault, ", ".join(sorted(found)), f"{name}: {true or ''}", said)
        )


def _mentioned(thing: Actor | Person) -> str:
    return thing.mentions[0].text if thing.mentions else thing.name


def _compare(text: GoldText, what: str, found: Mapping[str, str], true: Mapping[str, str], result: Evaluation) -> None:
    """Compares identities; the values are the words by which each stands in the text."""
    false, missed = found.keys() - true.keys(), true.keys() - found.keys()
    result.counts[what].add(right=len(found.keys() & true.keys()), false=len(false), missed=len(missed))
    result.mistakes.extend(
        Mistake(text.id, what, "false", found=name, sentence=_line_naming(text.text, (found[name],)))
        for name in sorted(false)
    )
    result.mistakes.extend(
        Mistake(text.id, what, "missed", true=true[name], sentence=_line_naming(text.text, (true[name],)))
        for name in sorted(missed)
    )


def _line_naming(text: str, names: Iterable[str]) -> str:
    """The first line that holds most of the names; empty where none does."""
    wanted = [fold(name).lower() for name in names]
    lines = [(sum(name in fold(line).lower() for name in wanted), line) for line in text.splitlines()]
    count, line = max(lines, key=lambda scored: scored[0], default=(0, ""))
    return line.strip() if count else ""
