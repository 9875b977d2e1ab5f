"""Evaluation: every figure counted by hand on texts made for it, and the floor that the project's own texts set."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders.evaluation import evaluate, judge
from loaders.gold import GoldAgreement, GoldText, read_gold
from loaders.model import (
    Actor,
    Agreement,
    AgreementDate,
    DatedValue,
    Document,
    Evidence,
    Extraction,
    Party,
    Person,
    PersonRole,
    Span,
)
from loaders.scores import Count, Evaluation, wilson
from ontology.dates import PartialDate
from ontology.errors import InputError

GOLD = Path(__file__).parents[1] / "gold"
TEXT = "Alba Cor and Bex Lab signed on 3 May 2020.\nAlba Cor licenses to Cyd Med.\nAnn Lee leads Alba Cor."
ACTORS = {name: f"https://x/actor/{name.lower().replace(' ', '-')}" for name in ("Alba Cor", "Bex Lab", "Cyd Med")}


def gold(**changes: object) -> GoldText:
    text = GoldText(
        id="made",
        language="en",
        genre="news",
        text=TEXT,
        organizations=tuple(ACTORS),
        persons=(("Ann Lee", "Alba Cor"),),
        issued="2020-05",
        agreements=(
            GoldAgreement(
                ("Alba Cor", "Bex Lab"),
                frozenset({"ResearchCollaboration", "Partnership"}),
                {"signed": "2020-05-03"},
                "P2Y",
            ),
            GoldAgreement(("Alba Cor", "Cyd Med"), frozenset({"Licence"}), {}, None),
        ),
    )
    return replace(text, **changes)


def agreement(kind: str, *parties: str, tier: str = "A", **fields: object) -> Agreement:
    quote = Evidence(Span(0, 42, TEXT[:42]))
    made = Agreement(
        f"https://x/agreement/{kind}-{len(parties)}",
        kind,
        tuple(Party(ACTORS.get(each, each)) for each in parties),
        evidence=(quote,),
    )
    return replace(made, tier=tier, **fields)


def dated(event: str, value: str, basis: str = "stated") -> AgreementDate:
    return AgreementDate(event, PartialDate(value), basis)  # type: ignore[arg-type]


def extraction(*agreements: Agreement, actors: tuple[str, ...] = tuple(ACTORS), **fields: object) -> Extraction:
    document = Document("made", "https://x/document/made", "made.txt", "0", TEXT, "en")
    found = tuple(Actor(ACTORS.get(name, name), name, "Company", "candidate") for name in actors)
    issued = fields.pop("issued", "2020-05")
    document = replace(document, issued=DatedValue(PartialDate(str(issued)), "stated") if issued else None)
    return replace(Extraction(document, found), agreements=agreements, **fields)


def judged(text: GoldText, found: Extraction) -> Evaluation:
    result = Evaluation()
    judge(text, found, result)
    return result


def counted(count: Count) -> tuple[int, int, int]:
    return count.right, count.false, count.missed


SIGNED = agreement("Partnership", "Bex Lab", "Alba Cor", dates=(dated("signed", "2020-05-03"),), duration="P2Y")
LICENCE = agreement("Licence", "Alba Cor", "Cyd Med")


def test_a_perfect_reading_has_no_mistake() -> None:
    person = Person("https://x/person/ann-lee", "Ann Lee", roles=(PersonRole("head", ACTORS["Alba Cor"]),))
    result = judged(gold(), extraction(SIGNED, LICENCE, persons=(person,)))
    assert result.mistakes == []
    assert {name: counted(count) for name, count in result.counts.items()} == {
        "parties": (2, 0, 0),
        "complete": (2, 0, 0),
        "kind": (2, 0, 0),
        "dates": (1, 0, 0),
        "duration": (1, 0, 0),
        "organizations": (3, 0, 0),
        "persons": (1, 0, 0),
        "affiliations": (1, 0, 0),
        "issued": (1, 0, 0),
    }


def test_nothing_found_misses_everything_once() -> None:
    result = judged(gold(), extraction(actors=(), issued=None))
    assert {name: counted(count) for name, count in result.counts.items()} == {
        "parties": (0, 0, 2),
        "complete": (0, 0, 2),
        "kind": (0, 0, 0),
        "dates": (0, 0, 0),
        "duration": (0, 0, 0),
        "organizations": (0, 0, 3),
        "persons": (0, 0, 1),
        "affiliations": (0, 0, 0),
        "issued": (0, 0, 1),
    }
    assert {mistake.fault for mistake in result.mistakes} == {"missed"}
    (second,) = [each for each in result.mistakes if each.field == "parties" and "Cyd Med" in each.true]
    assert second.sentence == "Alba Cor licenses to Cyd Med."


def test_a_party_too_many_is_both_a_false_and_a_missed_agreement() -> None:
    result = judged(gold(), extraction(agreement("Licence", *ACTORS), SIGNED))
    assert counted(result.counts["parties"]) == (1, 1, 1)
    assert counted(result.by_language["en"]) == counted(result.by_genre["news"]) == (1, 1, 1)
    assert [(each.field, each.fault) for each in result.mistakes[:2]] == [("parties", "false"), ("parties", "missed")]
    assert result.mistakes[0].sentence == TEXT[:42]


def test_one_gold_agreement_is_found_once() -> None:
    result = judged(gold(), extraction(SIGNED, SIGNED, LICENCE))
    assert counted(result.counts["parties"]) == (2, 1, 0)


def test_two_agreements_of_the_same_parties_are_told_apart_by_kind_and_date() -> None:
    again = GoldAgreement(("Alba Cor", "Bex Lab"), frozenset({"Amendment"}), {"signed": "2022"}, None)
    text = gold(agreements=(again, *gold().agreements))
    later = agreement("Amendment", "Alba Cor", "Bex Lab", dates=(dated("signed", "2022"),))
    for order in ((SIGNED, later, LICENCE), (later, LICENCE, SIGNED)):
        assert counted(judged(text, extraction(*order)).counts["complete"]) == (3, 0, 0)


def test_wrong_fields_of_the_right_parties() -> None:
    wrong = agreement("Licence", "Alba Cor", "Bex Lab", dates=(dated("signed", "2020-05"), dated("start", "2020")))
    result = judged(gold(), extraction(wrong, LICENCE))
    assert counted(result.counts["parties"]) == (2, 0, 0)
    assert counted(result.counts["kind"]) == (1, 1, 1)
    assert counted(result.counts["dates"]) == (0, 2, 1)  # a coarser date is a wrong one
    assert counted(result.counts["duration"]) == (0, 0, 1)
    assert counted(result.counts["complete"]) == (1, 1, 1)
    assert {each.field for each in result.mistakes if each.fault == "differs"} == {"kind", "dates", "duration"}


def test_a_derived_date_is_no_reading_of_the_text() -> None:
    derived = replace(SIGNED, dates=(*SIGNED.dates, dated("end", "2022-05", "derived")))
    assert counted(judged(gold(), extraction(derived, LICENCE)).counts["dates"]) == (1, 0, 0)


def test_tier_c_is_measured_apart_and_takes_nothing_away() -> None:
    waiting = replace(LICENCE, tier="C")
    false = agreement("Funding", "Bex Lab", "Cyd Med", tier="C")
    result = judged(gold(), extraction(waiting, false, SIGNED))
    assert counted(result.counts["parties"]) == (1, 0, 1)
    assert counted(result.by_tier["C"]) == (1, 1, 0)
    assert counted(result.by_tier["A"]) == (1, 0, 0)
    both = judged(gold(), extraction(waiting, LICENCE, SIGNED))
    assert counted(both.counts["parties"]) == (2, 0, 0)


def test_false_alarms_are_counted_on_texts_without_agreements_only() -> None:
    silent = gold(agreements=())
    result = judged(silent, extraction(SIGNED, LICENCE, replace(LICENCE, tier="C")))
    assert (result.silent, result.alarms) == (1, 2)
    assert judged(gold(), extraction(agreement("Funding", *ACTORS))).alarms == 0


def test_names_of_one_organisation_are_one() -> None:
    text = gold(organizations=("Institut Gustave Roussy", "The Alba Cor"), agreements=(), text="Gustave Roussy")
    found = extraction(actors=("Gustave Roussy", "Alba Cor"))
    assert counted(judged(text, found).counts["organizations"]) == (2, 0, 0)


@pytest.mark.parametrize(
    ("true", "roles", "counts"),
    [
        ("Alba Cor", ("Alba Cor",), (1, 0, 0)),
        ("Alba Cor", ("Bex Lab", "Alba Cor"), (1, 0, 0)),
        ("Alba Cor", ("Bex Lab",), (0, 1, 1)),
        ("Alba Cor", (), (0, 0, 1)),
        (None, (), (0, 0, 0)),
        (None, ("Bex Lab",), (0, 1, 0)),
    ],
)
def test_the_organisation_of_a_person(true: str | None, roles: tuple[str, ...], counts: tuple[int, int, int]) -> None:
    person = Person("https://x/p", "Ann Lee", roles=tuple(PersonRole("head", ACTORS[name]) for name in roles))
    result = judged(gold(persons=(("Ann Lee", true),)), extraction(persons=(person,)))
    assert counted(result.counts["affiliations"]) == counts


def test_shares_of_counts() -> None:
    count = Count(right=6, false=2, missed=4)
    assert (count.precision, count.recall) == (0.75, 0.6)
    assert count.f == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert Count().precision is Count().recall is Count().f is None


def test_wilson_intervals_are_those_of_the_literature() -> None:
    # Newcombe 1998 (Stat. Med. 17:857), method 3: 81/263, 15/148, 0/20, 1/29.
    for right, total, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(right, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_an_interval_holds_its_share(of: tuple[int, int]) -> None:
    right, total = of
    low, high = wilson(right, total)
    assert 0 <= low <= high <= 1
    assert not total or low <= right / total <= high


SOUND = {
    "language": "en",
    "genre": "news",
    "text": "A B.",
    "organizations": ["A", "B"],
    "persons": [],
    "agreements": [{"parties": ["A", "B"], "kinds": ["Licence"]}],
}
WRONG: dict[str, dict[str, object]] = {
    "language": {"language": "de"},
    "date": {"issued": "last year"},
    "no person's name": {"persons": [{"organization": "A"}]},
    "unlisted person's organisation": {"persons": [{"name": "Ann Lee", "organization": "C"}]},
    "unlisted party": {"agreements": [{"parties": ["A", "C"], "kinds": ["Licence"]}]},
    "one party": {"agreements": [{"parties": ["A"], "kinds": ["Licence"]}]},
    "no such kind": {"agreements": [{"parties": ["A", "B"], "kinds": ["Lisense"]}]},
    "no such event": {"agreements": [{"parties": ["A", "B"], "kinds": ["Licence"], "dates": {"begun": "2020"}}]},
    "no such day": {"agreements": [{"parties": ["A", "B"], "kinds": ["Licence"], "dates": {"start": "2020-02-30"}}]},
}


def test_a_sound_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(yaml.safe_dump(SOUND), encoding="utf-8")
    assert [text.id for text in read_gold(tmp_path)] == ["x"]


@pytest.mark.parametrize(
    "content",
    ["- a list", "language: [", "language: en", *map(yaml.safe_dump, (SOUND | change for change in WRONG.values()))],
    ids=["list", "no YAML", "keys", *WRONG],
)
def test_a_text_that_is_not_in_the_gold_format_is_refused_with_its_place(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_gold(tmp_path)
    assert "x.yaml" in str(refusal.value)


def test_a_folder_without_gold_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_gold(tmp_path)
    with pytest.raises(InputError):
        read_gold(tmp_path / "nowhere.yaml")


@cache
def today() -> Evaluation:
    return evaluate(read_gold(GOLD / "dev"))


def test_agreements_of_the_development_half_are_read_no_worse_than_before() -> None:
    parties = today().counts["parties"]
    assert parties.f is not None
    assert parties.f >= 0.72
    assert parties.precision is not None
    assert parties.precision >= 0.85


@pytest.mark.parametrize(
    ("field", "precision", "recall"),
    [
        ("organizations", 0.96, 0.91),
        ("persons", 0.95, 0.90),
        ("kind", 0.90, 0.90),
        ("dates", 0.85, 0.72),
        ("issued", 0.95, 0.90),
    ],
)
def test_fields_of_the_development_half_are_read_no_worse_than_before(
    field: str, precision: float, recall: float
) -> None:
    count = today().counts[field]
    assert (count.precision or 0) >= precision
    assert (count.recall or 0) >= recall


def test_false_alarms_stay_below_one_in_five_silent_texts() -> None:
    assert today().silent >= 4
    assert today().alarms <= today().silent / 5


def test_the_figures_for_programs_say_what_was_counted() -> None:
    result = today()
    figures = result.to_json(errors=True)
    parties = figures["fields"]["parties"]  # type: ignore[index,call-overload]
    count = result.counts["parties"]
    assert parties["precision"]["of"] == count.right + count.false
    assert parties["recall"]["low"] < parties["recall"]["value"] < parties["recall"]["high"]
    assert len(figures["errors"]) == len(result.mistakes)  # type: ignore[arg-type]
    assert "errors" not in result.to_json()
