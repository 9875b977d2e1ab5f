# ruff: noqa: E501 (sentences are read better whole)
"""Names that nobody has listed, persons beside organisations, and dates of documents: sentences of our own."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from tests.loaders.extraction.texts import raw


def actors(text: str) -> set[str]:
    return {actor.iri.rsplit("/", 1)[-1] for actor in extract(raw(text)).actors}


def affiliations(text: str) -> set[tuple[str, str | None, str]]:
    people = extract(raw(text)).persons
    return {(p.name, role.title, role.organization.rsplit("/", 1)[-1]) for p in people for role in p.roles}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fabrine Biotech GmbH, une start-up de Leipzig, signe avec Gustave Roussy.", {"fabrine-biotech"}),
        ("L'allemand Kortex Pharma et l'Institut Curie annoncent un accord.", {"kortex-pharma"}),
        ("Notre association, Les Ailes Bleues, remercie le CHU de Lille.", {"ailes-bleues"}),
        ("The Universidad de Zaramillo and Fondazione Bellarosa signed a deal.", {"universidad-de-zaramillo", "fondazione-bellarosa"}),
        ("Sanofi, Ipsen, Norvéga et Pierre Fabre participent au groupe de travail.", {"norvega"}),
        ("L'Association pour le dépistage des cancers rares, partenaire du centre, organise une course.", {"association-pour-le-depistage-des-cancers-rares"}),
        ("La Société française de neuro-oncologie et le Groupe francophone de neurochirurgie soutiennent l'étude.", {"societe-francaise-de-neuro-oncologie", "groupe-francophone-de-neurochirurgie"}),
        ("Kestrel-4 Bio raised 20 million euros from Sofinnova Partners.", {"kestrel-4-bio"}),
        ("Ipsen a racheté Kelvora pour 12 millions d'euros.", {"kelvora"}),
        ("Le laboratoire commun OPTISARC, créé par le CNRS et Zelmark, étudie les sarcomes.", {"optisarc", "zelmark"}),
        ("Partners\n\n1. Inserm (FR)\n2. Instituto Marblanco (ES)\n3. Stichting Oosterveld (NL)", {"instituto-marblanco", "stichting-oosterveld"}),
        ("Le matériel est fourni par Ravessol et le site maintenu par Quentis Studio.", {"ravessol", "quentis-studio"}),
        ("Marine Kerouédan, directrice scientifique de Biovelis, a présenté les résultats.", {"biovelis"}),
    ],
)  # fmt: skip
def test_new_names(text: str, names: set[str]) -> None:
    assert names <= actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "L'essai VALORIS, mené par le Centre Léon Bérard, a inclus 200 patients.",
        "ORPHEUS est un projet européen porté par le Centre Léon Bérard.",
        "Le projet HORUS-2 est financé par le Centre Léon Bérard.",
        "L'équipe du Centre Léon Bérard s'est installée près de Gerland.",
        "Emmanuel Darnault a visité le Centre Léon Bérard avec Agnès Firmin.",
        "The Norwegian team visited the Centre Léon Bérard near Villeneuve.",
        "Le Centre Léon Bérard participe au congrès Oncorencontres en mai.",
    ],
)
def test_what_is_no_organisation(text: str) -> None:
    assert actors(text) == {"centre-leon-berard"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yseult Drapier (DR CNRS) dirige l'équipe.", ("Yseult Drapier", "DR", "cnrs")),
        ("Selon Tariq Benhamza, oncologue (CHU de Nantes), le traitement est efficace.", ("Tariq Benhamza", "oncologue", "chu-de-nantes")),
        ("Le Pr Dupont du CHU de Brest a présenté ces travaux.", ("Dupont", None, "chu-de-brest")),
        ("Coordonnateur : Pr Alain Bouquet (CHU de Nantes)", ("Alain Bouquet", "Coordonnateur", "chu-de-nantes")),
        ("Ipsen appoints Helen Marchetti as chief scientific officer.", ("Helen Marchetti", "chief scientific officer", "ipsen")),
        ("Ipsen a signé l'accord. Sa présidente, Julie Dormeuil, s'en félicite.", ("Julie Dormeuil", "présidente", "ipsen")),
        ("Julie Dormeuil, who heads Ipsen, was pleased.", ("Julie Dormeuil", "heads", "ipsen")),
    ],
)  # fmt: skip
def test_where_a_person_works(text: str, expected: tuple[str, str | None, str]) -> None:
    assert expected in affiliations(text)


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Communiqué – 17 octobre 2024\n\nTitre ici\n\nLe centre signe.", "2024-10-17"),
        ("Bordeaux, mardi 8 novembre 2022\n\nTitre du communiqué\n\nLe centre signe.", "2022-11-08"),
        ("Un accord.\n\nNantes, le 12\nmars 2019 – Le centre signe un accord.", "2019-03-12"),
        ("News from the Foundation – 6 June 2019\n\nThe Foundation gives.", "2019-06-06"),
        ("(17/06/2021) La société lève des fonds.", "2021-06-17"),
        ("LONDON, UK and LYON, France, September\n8, 2020 (NEWS) -- Company says.", "2020-09-08"),
        ("Titre\n\nTexte du corps.\n\nDernière mise à jour : 3 mars 2020", "2020-03-03"),
        ("LETTRE n° 12 (décembre 2020)\n\nTexte.", "2020-12"),
        ("Congrès annuel, Nice, 3 juin 2019\n\nLe centre signe.", None),
        ("Titre\n\nDepuis le 1er avril 2022. Le texte.", None),
        ("Titre\n\nLe texte. La réunion a eu lieu le 4 mai 2018.", None),
        ("Titre\n\nUn texte long.\n\n1. Le Quotidien, publié le 4 mai 2018", None),
    ],
)
def test_the_date_of_a_document(text: str, issued: str | None) -> None:
    found = extract(raw(text)).document.issued
    assert (found.date.value if found else None) == issued
