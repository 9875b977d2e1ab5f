# ruff: noqa: E501 (sentences are read better whole)
"""The parts of extraction by themselves: dates, durations, sections, sentences, quotations, language, kinds."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from loaders.extraction.dates import add_duration, find_dates, find_duration
from loaders.extraction.kinds import compatible, kind_of
from loaders.extraction.language import language_of
from loaders.extraction.sections import layout, quotes
from loaders.extraction.sentences import LONGEST, sentences
from loaders.extraction.text import lower, plain
from ontology.dates import PartialDate
from tests.loaders.extraction.texts import raw


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("signé le 1er mars 2019", ["2019-03-01"]),
        ("on the 3rd of May, 2012 and on May 4th, 2013", ["2012-05-03", "2013-05-04"]),
        ("Sept. 8, 2020; 20 sept 2012; nov. 2013", ["2020-09-08", "2012-09-20", "2013-11"]),
        ("le 05/02/2018 ou le 2018-02-05", ["2018-02-05", "2018-02-05"]),
        ("in 2012, then by the end of 2021", ["2012", "2021"]),
        ("le plan France 2030 et la stratégie 2030 strategic plan", []),
        ("2000 patients, 2 000 salariés, 2019 euros", []),
        ("le 31 février 2012", []),
        ("may we sign, sa part, mars et avril", []),
    ],
)
def test_dates_are_no_finer_than_the_words(text: str, values: list[str]) -> None:
    assert [mention.date.value for mention in find_dates(lower(plain(text)))] == values


def test_a_range_has_two_ends() -> None:
    (mention,) = find_dates("de 2019 a 2023")
    assert (mention.date, mention.until) == (PartialDate("2019"), PartialDate("2023"))


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("pour une durée de cinq ans", "P5Y"),
        ("a three-year research agreement", "P3Y"),
        ("over 18 months", "P18M"),
        ("durée : 48 mois", "P4Y"),
        ("une convention triennale", "P3Y"),
        ("for more than ten years", None),
        ("over 10 years of expertise", None),
        ("depuis cinq ans", None),
        ("within ten years", None),
        ("five years ago", None),
    ],
)
def test_durations_are_terms_not_ages(text: str, duration: str | None) -> None:
    low = lower(plain(text))
    found = find_duration(low, 0, len(low))
    assert (found[0] if found else None) == duration


def test_an_end_is_as_coarse_as_its_beginning() -> None:
    assert add_duration(PartialDate("2012"), "P18M") == PartialDate("2013")
    assert add_duration(PartialDate("2024-02-29"), "P1Y") == PartialDate("2025-02-28")


PAGE = """Menu
Ipsen et le Centre Léon Bérard s'allient

Lyon, le 3 mai 2021 – Ipsen et le Centre Léon Bérard annoncent un partenariat. Il durera trois ans.

À propos d'Ipsen
Nous développons des médicaments.

Contacts presse
Anne Leroy – 01 00 00 00 00 – presse@example.org

À lire aussi
Servier et Gustave Roussy signent un accord
"""


def test_sections_and_their_rights() -> None:
    extraction = extract(raw(PAGE))
    kinds = [section.kind for section in extraction.document.sections]
    assert kinds == [
        *("navigation", "title", "dateline", "body", "about", "about", "contacts", "contacts", "navigation", "navigation"),
    ]  # fmt: skip
    assert extraction.document.issued is not None
    assert extraction.document.issued.date == PartialDate("2021-05-03")
    assert extraction.document.publisher == next(a.iri for a in extraction.actors if a.name == "Ipsen")
    assert not extraction.persons
    assert [len(agreement.parties) for agreement in extraction.agreements] == [2]
    assert {actor.name for actor in extraction.actors} == {"Ipsen", "Centre Léon Bérard"}


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Publié le 12 mars 2020\nParis, le 3 mars 2020 – Servier annonce des résultats.", "2020-03-03"),
        ("Publié le 12 mars 2020\nServier annonce des résultats encourageants.", "2020-03-12"),
        ("PARIS and LYON, France, Sept. 8, 2020 -- Servier announced results.", "2020-09-08"),
        ("Bordeaux, mardi 8 novembre 2022\nServier annonce des résultats encourageants.", "2022-11-08"),
        ("Le 5 février 2020, Servier a annoncé des résultats.", None),
        ("Servier annonce aujourd'hui des résultats.", None),
        ("Début : mars 2021\nServier annonce des résultats.", None),
    ],
)
def test_the_date_of_a_page_is_its_dateline(text: str, issued: str | None) -> None:
    folded = plain(text)
    found = layout(folded, lower(folded)).issued
    assert (found.value if found else None) == issued


def test_sentences_stop_neither_at_titles_nor_at_initials() -> None:
    text = "Le Pr. Jean Morel et M. Petit parlent. J. F. Kennedy Inc. grows. Fin"
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        *("Le Pr. Jean Morel et M. Petit parlent.", "J. F. Kennedy Inc. grows.", "Fin"),
    ]  # fmt: skip


def test_a_sentence_without_end_is_cut() -> None:
    text = "mot " * 5_000
    assert max(end - start for start, end in sentences(text, 0, len(text))) <= LONGEST


def test_speech_may_lack_its_opening_mark_but_a_term_is_no_speech() -> None:
    text = "Nous sommes très heureux de signer cet accord avec eux », a déclaré Anne Leroy de l'équipe « Cibles »."
    spans = quotes(text, plain(text), 0, len(text))
    assert [text[a:b][:4] for a, b in spans] == ["Nous"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Ipsen et l'Institut Curie ont signé un accord de recherche sur les\n"
        "cancers de la vessie. Cet accord, conclu le 3 mai 2019, porte sur\n"
        "une durée de trois ans et associe les équipes des deux partenaires\n"
        "autour de nouvelles cibles.\n"
    )
    (agreement,) = extract(raw(text)).agreements
    assert agreement.duration == "P3Y"
    assert ("signed", "2019-05-03") in {(date.event, date.date.value) for date in agreement.dates}
    assert ("end", "2022-05-03", "derived") in {(d.event, d.date.value, d.basis) for d in agreement.dates}


def test_people_speak_for_their_organisation() -> None:
    text = (
        "« Ce partenariat avec Servier est une chance », a déclaré le Pr Anne Leroy, directrice générale de l'Institut Curie. "
        "« Nous partageons cette ambition », ajoute Marc Duval, vice-président recherche et développement de Servier."
    )
    persons = {person.name: person for person in extract(raw(text)).persons}
    assert {name: [role.title for role in person.roles] for name, person in persons.items()} == {
        "Anne Leroy": ["directrice générale"],
        "Marc Duval": ["vice-président recherche et développement"],
    }
    assert all(person.quoted for person in persons.values())


def test_the_language_is_one_of_two_and_a_third_is_said() -> None:
    assert language_of("Le partenariat a été signé hier à Paris par les deux établissements.") == ("fr", False)
    assert language_of("The agreement was signed yesterday by both institutions in Paris.") == ("en", False)
    assert language_of("Die Vereinbarung wurde gestern von beiden Einrichtungen in Berlin unterzeichnet und gefeiert.")[
        1
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("une convention de mecenat", "Sponsorship"),
        ("an exclusive licence agreement", "Licence"),
        ("un accord-cadre de recherche", "FrameworkAgreement"),
        ("a letter of intent to create a joint institute", "LetterOfIntent"),
        ("a clinical trial collaboration", "ClinicalTrialCollaboration"),
        ("a strategic alliance", "StrategicAlliance"),
        ("the development and commercialization of inhibitors", "CoDevelopment"),
        ("a research collaboration", "ResearchCollaboration"),
        ("prolongent leur accord", "Amendment"),
        ("un partenariat", "Partnership"),
    ],
)
def test_the_most_specific_kind_wins(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_a_stake_beside_a_collaboration_is_a_second_deal() -> None:
    assert not compatible("EquityInvestment", "Licence")
    assert not compatible("EquityInvestment", "ResearchCollaboration")
    assert compatible("Partnership", "EquityInvestment")
    assert compatible("Licence", "ResearchCollaboration")
