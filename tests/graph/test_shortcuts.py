"""What an agreement or a role means for the actors in it."""

from __future__ import annotations

import pytest

from graph.model import Properties
from ontology import rdf
from ontology.rdf import Statement
from tests.graph.sample import at, day, is_a, month, named, says, thing
from tests.graph.test_projection import D1, D2, projected


def agreement(kind: str = "ResearchCollaboration", **roles: str | list[str]) -> set[Statement]:
    statements = is_a("agreement/x", kind)
    for role, actors in roles.items():
        for actor in [actors] if isinstance(actors, str) else actors:
            statements |= says("agreement/x", role, thing(f"actor/{actor}"))
    return statements


def derived(**documents: set[Statement]) -> dict[tuple[str, str, str], Properties]:
    return {
        (link.start.rpartition("/")[2], link.type, link.end.rpartition("/")[2]): properties
        for link, properties in projected(**documents).links.items()
        if properties.get("derived")
    }


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (agreement(party=["b", "a"]), {("a", "PARTNERS_WITH", "b")}),
        (
            agreement(party=["a", "c", "b"]),
            {("a", "PARTNERS_WITH", "b"), ("a", "PARTNERS_WITH", "c"), ("b", "PARTNERS_WITH", "c")},
        ),
        (agreement(sponsor="a", beneficiary="b"), {("a", "SPONSORS", "b")}),
        (agreement(sponsor="a", beneficiary="b", party=["a", "b"]), {("a", "SPONSORS", "b")}),
        (agreement(sponsor=["a", "b"], beneficiary="c"), {("a", "SPONSORS", "c"), ("b", "SPONSORS", "c")}),
        (agreement(sponsor="a", party="b"), {("a", "PARTNERS_WITH", "b")}),
        (agreement(funder="a", beneficiary="b"), {("a", "FUNDS", "b")}),
        (agreement(funder="a", party=["b"]), {("a", "FUNDS", "b")}),
        (
            agreement(funder="f", party=["a", "b"]),
            {("f", "FUNDS", "a"), ("f", "FUNDS", "b"), ("a", "PARTNERS_WITH", "b")},
        ),
        (agreement("Licence", licensor="a", licensee="b"), {("a", "LICENSES_TO", "b")}),
        (agreement(investor=["a", "b"], party="c"), {("a", "INVESTS_IN", "c"), ("b", "INVESTS_IN", "c")}),
        (agreement(coordinator="a", party="b"), {("a", "PARTNERS_WITH", "b")}),
        (agreement(founder=["a", "b"], creates="c"), set()),
        (agreement(founder=["a", "b"], party="d", creates="c"), set()),
        (agreement(party="a"), set()),
        (says("agreement/x", "party", thing("actor/a"), thing("actor/b")), set()),
    ],
)
def test_who_is_tied_to_whom(statements: set[Statement], expected: set[tuple[str, str, str]]) -> None:
    assert set(derived(d1=statements)) == expected


@pytest.mark.parametrize(("number", "pairs"), [(8, 28), (9, 0)])
def test_many_parties_make_no_pairs(number: int, pairs: int) -> None:
    statements = agreement(party=[f"a{n}" for n in range(number)]) | says("agreement/x", "concerns", thing("area/z"))
    types = [key[1] for key in derived(d1=statements)]
    assert types.count("PARTNERS_WITH") == pairs
    assert types.count("WORKS_ON") == number


def test_founders_work_on_what_their_foundation_concerns() -> None:
    statements = agreement(founder=["a", "b"], creates="c") | says("agreement/x", "concerns", thing("area/z"))
    assert set(derived(d1=statements)) == {("a", "WORKS_ON", "z"), ("b", "WORKS_ON", "z")}


def test_a_shortcut_tells_where_it_comes_from() -> None:
    statements = (
        agreement("Sponsorship", sponsor="a", beneficiary="b")
        | says("agreement/x", "signedOn", month("2024-03"))
        | says("agreement/x", "announcedOn", day("2024-02-01"))
        | says("agreement/x", "tier", rdf.literal("B"))
        | says("agreement/x", "status", rdf.literal("planned"))
    )
    (properties,) = derived(d1=statements, d2=agreement(sponsor="a")).values()
    assert properties == {
        "derived": True,
        "agreement": at("agreement/x"),
        "kind": "ResearchCollaboration",
        "since": "2024-03",
        "tier": "B",
        "status": "planned",
        "docs": [D1, D2],
    }


def test_the_start_is_better_than_the_signature() -> None:
    statements = agreement(party=["a", "b"]) | says("agreement/x", "signedOn", month("2024-03"))
    assert derived(d1=statements)["a", "PARTNERS_WITH", "b"]["since"] == "2024-03"
    statements |= says("agreement/x", "startsOn", month("2025-01"))
    assert derived(d1=statements)["a", "PARTNERS_WITH", "b"]["since"] == "2025-01"
    assert "since" not in derived(d1=agreement(party=["a", "b"]))["a", "PARTNERS_WITH", "b"]


def test_a_role_ties_its_holder_to_the_organisation() -> None:
    statements = (
        is_a("role/r", "Role")
        | says("role/r", "roleHolder", thing("person/p"))
        | says("role/r", "roleAt", thing("actor/a"))
        | says("role/r", "roleTitle", rdf.literal("Directrice", language="fr"), rdf.literal("Head", language="en"))
        | says("role/r", "roleAsOf", month("2024-03"))
        | named("role/r", fr="x")
    )
    assert derived(d1=statements) == {
        ("p", "HAS_ROLE_AT", "a"): {
            "derived": True,
            "role": at("role/r"),
            "title": "Directrice",
            "asOf": "2024-03",
            "docs": [D1],
        }
    }
