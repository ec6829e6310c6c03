"""The record itself: sound, and whole enough to be what it says it is."""

from __future__ import annotations

from gastro.catalogue import Catalogue
from gastro.catalogue.allergens import allergens_of
from gastro.records.desserts import Dessert
from gastro.records.outcomes import Outcome
from gastro.rules import run
from tests.builds import project_dossier, project_records


def _catalogue() -> Catalogue:
    return project_records().catalogue


def test_the_record_has_no_problems() -> None:
    assert run(project_dossier()) == ()


def test_both_project_sets_of_the_founding_article_are_there_with_their_districts() -> None:
    catalogue = _catalogue()
    desserts = catalogue.record(Outcome, "outcomes", "rmutp-otop-dessert-set")
    assert set(desserts.places) >= {
        "amphoe-mueang-phetchaburi",
        "amphoe-khao-yoi",
        "amphoe-tha-yang",
        "amphoe-cha-am",
    }
    innovation = catalogue.record(Outcome, "outcomes", "rmutp-ban-laem-innovation-set")
    assert len([place for place in innovation.places if place.startswith("tambon-")]) == 10


def test_the_eight_criteria_are_those_of_unesco() -> None:
    assert len(_catalogue().vocabularies["criteria"]) == 8


def test_a_custard_of_eggs_and_coconut_says_so_to_those_who_must_know() -> None:
    catalogue = _catalogue()
    found = allergens_of(catalogue, catalogue.at("desserts/khanom-mo-kaeng"))
    assert {"egg", "coconut"} <= set(found.contains)


def test_no_tie_to_the_province_is_left_to_guess() -> None:
    for entry in _catalogue().of("desserts"):
        assert isinstance(entry.record, Dessert)
        assert next(claim for claim in entry.claims if claim.path == ("tie",)).sources, entry.id
