"""Folding: offsets stay, spellings of one name meet, names of others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import fold, key


@given(st.text())
def test_fold_keeps_length_and_lines_and_settles(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert [i for i, ch in enumerate(folded) if ch == "\n"] == [
        i for i, ch in enumerate(text) if ch in "\n\u2028\u2029"
    ]
    assert fold(folded) == folded


@given(st.text(), st.text())
def test_fold_works_character_by_character(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


def test_fold_makes_plain() -> None:
    text = "L’Institut\u00a0Léon‑Bérard — « cœur » “Ça”\u202f!\t№"
    assert fold(text) == 'L\'Institut Leon-Berard - " cœur " "Ca" ! №'


@given(st.text(max_size=40))
def test_key_is_plain_and_the_same_in_other_dress(text: str) -> None:
    made = key(text)
    assert made == " ".join(made.split())
    assert "'" not in made
    assert "-" not in made


SAME = [
    ("École polytechnique", "l’Ecole Polytechnique"),
    ("École polytechnique", "E\u0301cole polytechnique"),
    ("Institut Gustave-Roussy", "l'Institut Gustave Roussy"),
    ("Paris-Saclay Cancer Cluster", "the Paris Saclay Cancer Cluster’s"),
    ("MacroGenics", "MacroGenics, Inc."),
    ("Ipsen", "Ipsen S.A."),
    ("Cellectis", "CELLECTIS SA"),
    ("Argenx", "argenx N.V."),
    ("Bayer", "Bayer AG"),
    ("Owkin", "OWKIN SAS"),
    ("Novartis", "Novartis’"),
    ("Valneva", "Valneva SE"),
    ("Inserm", "d’Inserm"),
    ("Johnson & Johnson", "Johnson and Johnson"),
    ("Ministère de la Santé et de la Prévention", "le ministère de la santé & de la prévention"),
    ("Hôpital Saint-Louis", "Hôpital St-Louis"),
    ("A.R.Tu.R", "ARTuR"),
    ("PDC*line Pharma", "PDC line Pharma®"),
    ("Institut du cœur", "Institut du coeur"),
    ("Les Seintinelles", "the Les Seintinelles"),
    ("CLIP²", "CLIP2"),
    ("Sanofi", "**Sanofi**"),
    ("Onco\u00adgenix", "Oncogenix"),
    ("Université Paris-Saclay", "Université Paris–Saclay"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_meet(left: str, right: str) -> None:
    assert key(left) == key(right) != ""


DIFFERENT = [
    ("Merck KGaA", "Merck & Co., Inc."),
    ("Merck KGaA", "Merck"),
    ("Télécom Paris", "Télécom SudParis"),
    ("ENSTA Paris", "ENSAE Paris"),
    ("Inserm", "Inserm Transfert"),
    ("Sanofi", "Sanofi France"),
    ("Gustave Roussy", "Fondation Gustave Roussy"),
    ("École polytechnique", "Fondation de l'École polytechnique"),
    ("Sociétés", "Société"),
    ("Institut", "Institut SA Curie"),
]


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_of_others_stay_apart(left: str, right: str) -> None:
    assert key(left) != key(right)


@pytest.mark.parametrize(
    ("name", "expected"), [("SA", "sa"), ("The", "the"), ("L'", "l"), ("", ""), ("—", ""), ("™", "")]
)
def test_a_name_is_never_cut_to_nothing(name: str, expected: str) -> None:
    assert key(name) == expected


def test_legal_forms_are_cut_from_the_end_only() -> None:
    assert key("SAS Institute") == "sas institute"
    assert key("Oncodesign Services SAS") == "oncodesign services"
