from __future__ import annotations

from collections import defaultdict

import pytest
import rdflib
from rdflib import RDF, SKOS

from ontology import areas as areas_module
from ontology import iris
from ontology.areas import ROOT, ancestors, area, areas, is_acronym, narrower
from ontology.vocab import ONCO

_GRAPH = rdflib.Graph().parse(areas_module.AREAS_FILE)


def test_the_scheme_is_large_and_under_one_root():
    assert len(areas()) >= 150
    assert [slug for slug, concept in areas().items() if not concept.broader] == [ROOT]
    assert set(narrower(ROOT)) == set(areas()) - {ROOT}  # no orphan
    assert all(ancestors(slug)[-1] == ROOT for slug in areas() if slug != ROOT)


def test_no_area_is_above_itself():
    assert [slug for slug in areas() if slug in ancestors(slug)] == []


def test_every_broader_area_exists():
    assert {broader for concept in areas().values() for broader in concept.broader} <= set(areas())


def test_one_preferred_name_in_each_language():
    for subject in _GRAPH.subjects(RDF.type, SKOS.Concept):
        assert sorted(name.language for name in _GRAPH.objects(subject, SKOS.prefLabel)) == ["en", "fr"], subject
        assert (subject, RDF.type, rdflib.URIRef(ONCO.TherapeuticArea)) in _GRAPH
        assert (subject, SKOS.inScheme, None) in _GRAPH


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_wording_names_two_areas_without_a_note(lang):
    named = defaultdict(set)
    for slug, concept in areas().items():
        for label in concept.labels(lang):
            named[label.casefold()].add(slug)
    noted = {str(subject).rsplit("/", 1)[-1] for subject in _GRAPH.subjects(SKOS.note)}
    assert {label: slugs for label, slugs in named.items() if len(slugs) > 1 and not slugs <= noted} == {}


def test_no_wording_is_given_twice_or_with_blanks_around():
    for concept in areas().values():
        for lang in ("fr", "en"):
            labels = concept.labels(lang)
            assert len(set(labels)) == len(labels), concept.slug
            assert all(label == " ".join(label.split()) for label in labels), concept.slug


def test_definitions_come_in_both_languages():
    assert [slug for slug, concept in areas().items() if set(concept.definitions) not in (set(), {"fr", "en"})] == []


def test_a_match_belongs_to_one_area():
    exact = [match for concept in areas().values() for match in concept.exact_matches]
    assert len(exact) == len(set(exact))
    assert len(exact) > 100
    assert all(match.startswith("http") for concept in areas().values() for match in concept.close_matches)


@pytest.mark.parametrize(
    ("wording", "lang", "slug"),
    [
        ("uro-oncologie", "fr", "genitourinary-cancers"),
        ("CBNPC", "fr", "non-small-cell-lung-cancer"),
        ("NSCLC", "en", "non-small-cell-lung-cancer"),
        ("hémopathie maligne", "fr", "haematological-malignancies"),
        ("solid tumors", "en", "solid-tumours"),
        ("cancers du sein", "fr", "breast-cancer"),
        ("résistance aux thérapies ciblées", "fr", "treatment-resistance"),
        ("personalized medicine", "en", "precision-oncology"),
        ("apoptose", "fr", "apoptosis"),
        ("tyrosine kinase inhibitors", "en", "tyrosine-kinase-inhibitors"),
    ],
)
def test_wordings_of_texts(wording, lang, slug):
    assert wording in area(slug).labels(lang)


def test_an_area_is_found_by_iri_or_slug():
    concept = area("breast-cancer")
    assert concept.iri == iris.DEFAULT_BASE + "area/breast-cancer"
    assert area(concept.iri) is concept
    assert "http://purl.obolibrary.org/obo/DOID_1612" in concept.exact_matches
    assert ancestors("triple-negative-breast-cancer") == ("breast-cancer", "solid-tumours", "oncology")
    with pytest.raises(KeyError):
        area("cardiology")


def test_acronyms_are_told_from_words():
    assert [word for word in ("NSCLC", "IA", "mCRPC", "CAR-T", "TKIs") if not is_acronym(word)] == []
    assert [
        word for word in ("oncologie", "Hodgkin lymphoma", "cancers ORL", "FLASH radiotherapy") if is_acronym(word)
    ] == []
