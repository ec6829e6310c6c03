"""JSON: records nested as they are kept, real lists, plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gastro.opendata.publish import AS_JSON, OpenData

AsJson = Callable[[str], Any]


def test_a_record_keeps_its_nesting(as_json: AsJson, made: OpenData) -> None:
    [recipe] = as_json("recipes.json")["records"]
    assert recipe["ingredients"][0]["lines"][1] == {
        "ingredient": "namtan",
        "quantity": {"amount": "1 1/2", "unit": "cup"},
        "presence": "always",
        "note": {"th": "ร่อน", "en": "sifted"},
    }
    assert recipe["storage"] == {"th": "เก็บได้หนึ่งวัน", "en": "It keeps a day.", "citations": ["sample-book"]}
    assert recipe["published"] == "2003"
    assert recipe["sources"]["times"] == {"sources": ["sample-book"]}


def test_texts_say_how_sure_they_are_where_that_is_their_own(as_json: AsJson) -> None:
    [sweet] = as_json("desserts.json")["records"]
    assert sweet["story"][2] == {
        "id": "disputed",
        "th": "เรื่องนี้ยังเถียงกันอยู่",
        "en": "This is disputed.",
        "citations": ["sample-page"],
        "confidence": "weak",
        "standing": "contested",
    }
    assert sweet["story"][1]["en"] == "first\nsecond"
    assert sweet["sources"]["varieties.large"] == {"sources": ["sample-page"], "confidence": "weak"}
    assert (sweet["address"], sweet["changed"]) == ("desserts/khanom-tua-yang", "2025-07-05")


def test_nothing_is_said_for_what_a_record_does_not_say(as_json: AsJson) -> None:
    [figure] = as_json("figures.json")["records"]
    assert None not in figure.values()
    assert "gaps" not in figure
    assert isinstance(figure["value"], int | float)


def test_every_kind_is_there_with_its_version(as_json: AsJson, made: OpenData) -> None:
    for kind in AS_JSON:
        file = as_json(f"{kind}.json")
        assert file["kind"] == kind
        assert file["data_version"] == made.making.version
        assert [record["id"] for record in file["records"]] == [entry.id for entry in made.making.of(kind)]
        assert ("licence" in file) is (kind != "photos")


def test_the_changelog_tells_days_and_the_versions_are_those_of_the_records(
    as_json: AsJson, made: OpenData
) -> None:
    versions = as_json("versions.json")
    sweet = versions["records"]["desserts/khanom-tua-yang"]
    changelog = as_json("changelog.json")
    assert changelog["history"] == "known"
    assert changelog["days"][1] == {
        "date": "2025-07-05",
        "records": [{"record": "desserts/khanom-tua-yang", "change": "added", "version": sweet}],
    }, "a record that is gone is not told"
    assert changelog["days"][0]["records"][0]["change"] == "changed"
    assert versions["data_version"] == made.making.version
