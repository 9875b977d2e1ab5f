"""The authority file: without fault, found by every spelling, look-alikes apart; and a linter that sees the faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.authority import Authority, Entry, authority
from loaders.authority.entries import Succession, is_acronym, read
from loaders.authority.lint import problems
from loaders.folding import key
from ontology.errors import InputError

CANCER_CENTRES = """
Gustave Roussy; Institut Curie; Centre Léon Bérard; Institut Paoli-Calmettes; Centre Oscar Lambret; Institut Bergonié
Oncopole Claudius Regaud; Centre Eugène Marquis; Centre François Baclesse; Centre Henri Becquerel
Centre Georges-François Leclerc; Institut du Cancer de Montpellier; Institut de Cancérologie de Lorraine
Institut de Cancérologie de l'Ouest; Centre Antoine Lacassagne; Centre Jean Perrin; Institut Godinot
Centre Paul Strauss; ICANS; Institut Sainte-Catherine
""".replace("\n", ";").split(";")


def test_the_file_has_no_fault() -> None:
    assert problems(authority()) == []


def test_the_file_is_wide() -> None:
    assert len(authority().entries) >= 400
    kinds = {entry.kind for entry in authority().entries}
    assert {"CancerCentre", "PharmaCompany", "BiotechCompany", "Ministry", "PatientAssociation", "Investor"} <= kinds


@pytest.mark.parametrize("name", [name.strip() for name in CANCER_CENTRES if name.strip()])
def test_each_cancer_centre_of_the_federation_is_known(name: str) -> None:
    (entry,) = authority().resolve(name)
    assert entry.kind == "CancerCentre"
    assert entry.parent == "unicancer"


@given(st.sampled_from(authority().entries), st.data())
def test_every_spelling_finds_its_entry_in_any_dress(entry: Entry, data: st.DataObject) -> None:
    spelling = data.draw(st.sampled_from(entry.names))
    dress: Callable[[str], str] = data.draw(st.sampled_from(DRESSES))
    if is_acronym(spelling):
        assert entry in authority().acronym(spelling)
    else:
        assert authority().resolve(dress(spelling)) == (entry,)


DRESSES: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: text.replace("'", "’").replace(" ", "\u00a0"),
    lambda text: text.replace("-", "\u2011"),
    lambda text: f"the {text}",
    lambda text: f"{text}’s",
    lambda text: f"{text},",
    lambda text: f"{text} SAS",
]

FOUND = [
    ("l'Institut de cancérologie Gustave-Roussy", "gustave-roussy"),
    ("IGR", "gustave-roussy"),
    ("Assistance Publique - Hôpitaux de Paris", "ap-hp"),
    ("Centre hospitalier universitaire de Bordeaux", "chu-de-bordeaux"),
    ("Bordeaux University Hospital", "chu-de-bordeaux"),
    ("University of Paris-Saclay", "universite-paris-saclay"),
    ("INSERM", "inserm"),
    ("French National Institute of Health and Medical Research", "inserm"),
    ("French National Cancer Institute", "institut-national-du-cancer"),
    ("Paris-Saclay Cancer Cluster", "paris-saclay-cancer-cluster"),
    ("Ministry of Social Affairs, Health and women's Rights", "ministere-de-la-sante"),
    ("BeiGene, Ltd.", "beone-medicines"),
    ("Merck Sharp & Dohme", "msd"),
    ("Bristol-Myers Squibb", "bristol-myers-squibb"),
    ("Johnson and Johnson", "johnson-and-johnson"),
    ("MacroGenics, Inc.", "macrogenics"),
    ("ARTuR", "a-r-tu-r"),
    ("ARS Île-de-France", "ars-ile-de-france"),
]


@pytest.mark.parametrize(("spelling", "entry_id"), FOUND)
def test_press_spellings_are_found(spelling: str, entry_id: str) -> None:
    assert [entry.id for entry in authority().resolve(spelling)] == [entry_id]


LOOK_ALIKES = [
    ("telecom-paris", "telecom-sudparis"),
    ("ensta-paris", "ensae-paris"),
    ("ecole-polytechnique", "institut-polytechnique-de-paris"),
    ("ecole-polytechnique", "fondation-de-l-ecole-polytechnique"),
    ("inserm", "inserm-transfert"),
    ("gustave-roussy", "fondation-gustave-roussy"),
    ("universite-paris-saclay", "paris-saclay-cancer-cluster"),
    ("merck-kgaa", "msd"),
    ("sanofi", "sanofi-france"),
    ("institut-curie", "universite-pierre-et-marie-curie"),
]


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_are_marked(one: str, other: str) -> None:
    assert other in authority().by_id[one].not_same_as
    assert one in authority().by_id[other].not_same_as
    assert not set(map(key, authority().by_id[one].names)) & set(map(key, authority().by_id[other].names))


def test_acronyms_keep_their_case_and_collisions_stay_open() -> None:
    assert authority().acronym("A.P.-H.P.") == authority().acronym("AP-HP") != ()
    assert authority().acronym("igr") == authority().resolve("igr") == ()
    assert {entry.id for entry in authority().acronym("ICM")} == {
        "institut-du-cancer-de-montpellier",
        "institut-du-cerveau",
    }


def test_weak_aliases_never_resolve_alone() -> None:
    assert authority().resolve("Merck") == authority().resolve("ARC") == authority().resolve("Curie") == ()
    assert {entry.id for entry in authority().weak(key("Merck"))} == {"msd", "merck-kgaa"}
    assert [entry.id for entry in authority().weak("arc", "ARC")] == ["fondation-arc"]
    assert authority().weak("arc", "Arc") == ()
    assert [entry.id for entry in authority().weak("curie", "Curie")] == ["institut-curie"]


def test_successions_are_dated() -> None:
    earlier = {item.id: item.date for item in authority().by_id["universite-paris-cite"].successor_of}
    assert "universite-paris-descartes" in earlier
    assert all(date is not None for date in earlier.values())


def test_identifiers_are_iris() -> None:
    curie = authority().by_id["institut-curie"]
    assert curie.same_as == ("https://ror.org/04t0gwh46", "http://www.wikidata.org/entity/Q2451973")


ONE = Entry(id="alpha-institute", name="Institut Alpha", kind="ResearchBody", source="test")
TWO = Entry(id="beta-pharma", name="Beta Pharma", kind="PharmaCompany", source="test")

FAULTS: list[tuple[str, list[Entry], str]] = [
    ("same id", [ONE, replace(TWO, id=ONE.id)], "stands 2 times"),
    (
        "same identifier",
        [replace(ONE, ror="https://ror.org/04t0gwh46"), replace(TWO, ror="https://ror.org/04t0gwh46")],
        "is also that",
    ),
    ("one name for two", [ONE, replace(TWO, aliases={"fr": ("L'institut Alpha SA",)})], "share the name"),
    ("silent collision", [replace(ONE, acronyms=("XYZ",)), replace(TWO, acronyms=("XYZ",))], "collides_with"),
    ("weak and strong", [ONE, replace(TWO, weak_aliases=("Institut Alpha",))], "weak alias of"),
    ("repeated spelling", [replace(ONE, aliases={"en": ("institut ALPHA",)})], "two spellings"),
    ("common word", [replace(ONE, aliases={"fr": ("l'Institut",)})], "common word"),
    ("common acronym", [replace(ONE, acronyms=("PFS",))], "something else"),
    ("no acronym", [replace(ONE, acronyms=("Alpha",))], "no acronym"),
    ("unknown parent", [replace(ONE, parent="nobody")], "no entry"),
    ("own ancestor", [replace(ONE, parent=TWO.id), replace(TWO, parent=ONE.id)], "own ancestor"),
    ("refers to itself", [replace(ONE, not_same_as=(ONE.id,))], "itself"),
    ("one-sided look-alike", [replace(ONE, not_same_as=(TWO.id,)), TWO], "must name"),
    ("unknown predecessor", [replace(ONE, successor_of=(Succession("nobody"),))], "no entry"),
    ("unknown kind", [replace(ONE, kind="Person")], "no organisation"),
    ("malformed identifier", [replace(ONE, ror="https://ror.org/zzz")], "malformed"),
    ("no source", [replace(ONE, source="")], "no source"),
    ("id is no slug", [replace(ONE, id="Alpha Institute")], "not a slug"),
]


@pytest.mark.parametrize(("entries", "expected"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_the_linter_sees(entries: list[Entry], expected: str) -> None:
    assert any(expected in problem for problem in problems(Authority(entries)))


def test_the_linter_is_silent_on_a_sound_file() -> None:
    shared = [
        replace(ONE, acronyms=("XYZ",), collides_with=(TWO.id,)),
        replace(TWO, acronyms=("XYZ",), collides_with=(ONE.id,)),
    ]
    assert problems(Authority(shared)) == []


@pytest.mark.parametrize(
    "text",
    ["id: x", "- id: x\n  nam: y", "- [", "- 3", "- {id: x, name: y, kind: z, successor_of: [{id: a, date: 2019-13}]}"],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read(path)
    assert "broken.yaml" in str(refusal.value)
