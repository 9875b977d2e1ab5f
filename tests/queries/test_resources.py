"""Actors, agreements, areas and documents as resources, and search by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.store import Store
from ontology.errors import InputError
from queries import resources
from queries.resources import Page
from queries.search import search

LISTS: dict[str, Callable[..., Page]] = {
    "actors": resources.actors,
    "agreements": resources.agreements,
    "areas": resources.areas,
    "documents": resources.documents,
}


def pages(listing: Callable[..., Page], store: Store, limit: int) -> list[str]:
    """The IRIs of a list, read page by page."""
    found: list[str] = []
    cursor = None
    while True:
        page = listing(store, cursor=cursor, limit=limit)
        assert len(page.items) <= limit
        found += [item["iri"] for item in page.items]
        cursor = page.next
        if cursor is None:
            return found


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_any_size_give_every_item_once(made_up: Store, name: str) -> None:
    whole = pages(LISTS[name], made_up, 500)
    assert len(whole) == len(set(whole)) == {"actors": 10, "agreements": 6, "areas": 3, "documents": 2}[name]
    assert whole == sorted(whole)
    for limit in (1, 2, len(whole)):
        assert pages(LISTS[name], made_up, limit) == whole


def test_lists_are_filtered(made_up: Store) -> None:
    companies = resources.actors(made_up, kind="Company").items
    assert {item["id"] for item in companies} == {"alpha-pharma", "beta-bio", "lonely-labs"}
    with_beta = resources.agreements(made_up, actor=companies[1]["iri"]).items
    assert {item["kind"]["name"] for item in with_beta} == {"licence", "avenant", "collaboration d'essai clinique"}
    wide = resources.areas(made_up).items
    solid = next(item["iri"] for item in wide if item["id"] == "solid-tumours")
    assert [item["id"] for item in resources.agreements(made_up, area=solid).items] == [
        "alpha-pharma--beta-bio-licence-2024"
    ]


def test_one_actor(made_up: Store) -> None:
    actor = resources.actor(made_up, "gamma-centre", lang="en")
    assert actor is not None
    assert actor["name"] == "Gamma Centre"
    assert actor["kind"]["name"] == "cancer centre"
    assert actor["aliases"] == ["Roussel"]
    assert actor["agreements"] == 3
    assert resources.actor(made_up, "bea-example") is not None
    assert resources.actor(made_up, actor["iri"]) is not None
    assert resources.actor(made_up, "nobody") is None


def test_relationships_carry_their_sentences(made_up: Store) -> None:
    page = resources.relationships(made_up, "gamma-centre", lang="en", limit=500)
    assert page is not None
    seen = {(item["relation"]["name"], item["other"]["name"]) for item in page.items}
    assert ("agreement", "Alpha Pharma") in seen
    assert ("supervised by", "Ministry of Examples") in seen
    assert all(item["evidence"] for item in page.items)
    cursor, found = None, 0
    while True:
        one = resources.relationships(made_up, "gamma-centre", cursor=cursor, limit=1)
        assert one is not None
        found += len(one.items)
        cursor = one.next
        if cursor is None:
            break
    assert found == len(page.items) == 5
    assert resources.relationships(made_up, "nobody") is None


def test_one_agreement(made_up: Store) -> None:
    agreement = resources.agreement(made_up, "alpha-pharma--beta-bio-licence-2024", lang="en")
    assert agreement is not None
    assert {(party["name"], party["role"]["name"]) for party in agreement["parties"]} == {
        ("Alpha Pharma", "licensee"),
        ("Beta Bio", "licensor"),
    }
    assert agreement["signed"] == {"value": "2024-05", "precision": "month", "basis": "stated"}
    assert agreement["ends"]["basis"] == "derived"
    assert agreement["starts"] == {"unknown": "not stated"}
    assert agreement["amount"] == "12.50"
    assert agreement["pending"] is False
    assert [later["id"] if "id" in later else later["name"] for later in agreement["later"]]
    documents = {sentence["document"]["name"] for sentence in agreement["evidence"]}
    assert documents == {"Notices of the made-up world", "La gazette du monde inventé"}
    waiting = resources.agreement(made_up, "alpha-pharma--gamma-centre-research-collaboration-w1")
    assert waiting is not None
    assert waiting["pending"] is True


def test_one_area_and_one_document(made_up: Store) -> None:
    area = resources.area(made_up, "solid-tumours", lang="en")
    assert area is not None
    assert [each["name"] for each in area["narrower"]] == ["lung cancer"]
    assert len(area["agreements"]) == 1
    document = resources.document(made_up, "w2")
    assert document is not None
    assert document["publishers"][0]["name"] == "La Gazette"
    assert document["issued"]["value"] == "2024-06-01"
    assert document["evidence"]
    assert resources.area(made_up, "nothing") is None
    assert resources.document(made_up, "nothing") is None


@pytest.mark.parametrize("cursor", ["%", "é", "gA"])
def test_a_foreign_cursor_is_refused(made_up: Store, cursor: str) -> None:
    with pytest.raises(InputError):
        resources.actors(made_up, cursor=cursor)


@pytest.mark.parametrize("limit", [0, -1, 501])
def test_a_page_has_a_size(made_up: Store, limit: int) -> None:
    with pytest.raises(InputError):
        resources.actors(made_up, limit=limit)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Gamma Centre", "Gamma Centre"),
        ("le centre gamma", "Gamma Centre"),
        ("Gama Center", "Gamma Centre"),
        ("chu-delta", "Delta Hospital"),
        ("BETA BIO", "Beta Bio"),
        ("cancers du poumon", "lung cancer"),
        ("Bea Exemple", "Bea Example"),
        ("gazette du monde invente", "La gazette du monde inventé"),
    ],
)
def test_search_tolerates(made_up: Store, text: str, first: str) -> None:
    hits = search(made_up, text, lang="en")
    assert hits
    assert hits[0].name == first


def test_search_by_type_and_its_limits(made_up: Store) -> None:
    assert {hit.group for hit in search(made_up, "gamma", groups=["actor"])} == {"actor"}
    assert search(made_up, "") == []
    assert search(made_up, "zzzzqqqq") == []
    assert not search(made_up, "prostate cancer", groups=["area"], lang="en") or all(
        hit.name != "prostate cancer" for hit in search(made_up, "prostate cancer", groups=["area"], lang="en")
    )
    with pytest.raises(InputError):
        search(made_up, "gamma", groups=["planet"])
    with pytest.raises(InputError):
        search(made_up, "gamma", limit=0)


def test_the_index_follows_what_is_loaded(made_up: Store) -> None:
    from tests.queries.conftest import world

    (first, second) = world()
    assert search(made_up, "The Gazette", groups=["actor"], lang="en")[0].score == 100
    made_up.retract(second.iri)
    try:
        assert all(hit.score < 100 for hit in search(made_up, "The Gazette", groups=["actor"], lang="en"))
    finally:
        made_up.replace(second)
    assert search(made_up, "The Gazette", groups=["actor"], lang="en")[0].score == 100
    assert first.iri != second.iri
