"""Records as rows: one row a record, both languages, plain words, sources beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gastro.catalogue import Catalogue
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData
from gastro.opendata.tables import Cell, Table
from gastro.opendata.tables_of import tables_of
from gastro.records.kinds import PUBLIC_KINDS

Row = Callable[..., dict[str, Cell]]
CatalogueOf = Callable[[Mapping[str, str]], Catalogue]
PAGES = "https://example.org/sweets"


def test_a_sweet_is_one_row(row: Row, making: Making) -> None:
    version = row("desserts").pop("version")
    assert isinstance(version, str)
    assert len(version) == 12
    assert row("desserts") == {
        "id": "khanom-tua-yang",
        "name_th": "ขนมตัวอย่าง",
        "name_en": "Sample sweet",
        "other_names": "示例",
        "spellings": "kanom tua yang",
        "summary_th": "ขนมตัวอย่างใช้ไข่",
        "summary_en": "The sample uses egg.",
        "summary_citations": ("sample-book",),
        "confidence": "strong",
        "standing": "stated",
        "gaps_th": "ยังไม่ทราบปีที่เริ่ม",
        "gaps_en": "The year it began is not known",
        "gloss_th": "ขนมสำหรับทดสอบหน้าเว็บ",
        "gloss_en": "A sweet to test pages with",
        "categories": ("egg-based", "baked"),
        "categories_th": "ขนมไข่; ขนมอบ",
        "categories_en": "Egg-based; Baked",
        "tie": "signature",
        "tie_th": "ขนมขึ้นชื่อของเพชรบุรี",
        "tie_en": "Signature of Phetchaburi",
        "story_th": "ย่อหน้าธรรมดา 1 < 2 & {กลุ่ม} | ตาราง\nข้อหนึ่ง\nข้อสอง\nเรื่องนี้ยังเถียงกันอยู่",
        "story_en": "A plain paragraph, 1 < 2 & {braces} | bars.\nfirst\nsecond\nThis is disputed.",
        "story_citations": ("sample-book", "sample-page"),
        "tradition_th": "เล่ากันว่ามีมานาน",
        "tradition_en": "It is told that it is old.",
        "tradition_citations": ("sample-page",),
        "varieties_th": "ชิ้นเล็ก; ชิ้นใหญ่",
        "varieties_en": "Small; Large",
        "texture_th": "นุ่ม",
        "texture_en": "Soft.",
        "texture_citations": ("sample-book",),
        "occasions_th": "งานบุญ",
        "occasions_en": "Merit-making.",
        "occasions_citations": ("sample-book",),
        "found_at": ("tambon-tua-yang",),
        "found_at_th": "ตำบลตัวอย่าง",
        "found_at_en": "Sample tambon",
        "where_th": "ตลาด",
        "where_en": "The market.",
        "where_citations": ("sample-page",),
        "ingredients": ("khai", "nga"),
        "ingredients_th": "ไข่ตัวอย่าง; งาตัวอย่าง",
        "ingredients_en": "Sample egg; Sample sesame",
        "ingredients_complete": "incomplete",
        "standards_th": "ขนมตัวอย่าง",
        "standards_en": "Sample sweet",
        "criteria": ("local-know-how",),
        "criteria_th": "ภูมิปัญญาและวิธีทำที่สืบทอดมา",
        "criteria_en": "Local know-how kept alive",
        "version": version,
        "changed": "2025-07-05",
        "page_th": f"{PAGES}/desserts/khanom-tua-yang/",
        "page_en": f"{PAGES}/en/desserts/khanom-tua-yang/",
    }


def test_what_a_record_lists_has_rows_of_its_own(row: Row, table: Callable[[str], Table]) -> None:
    assert row("recipes")["ingredients"] == ("khai", "namtan", "nga")
    second = row("recipes-ingredients", 1)
    assert {key: second[key] for key in second if not key.endswith(("_th", "_en"))} == {
        "record": "khanom-tua-yang-sample-book",
        "position": 2,
        "group_id": "batter",
        "ingredient": "namtan",
        "quantity_amount": "1 1/2",
        "quantity_amount_least": 1.5,
        "quantity_amount_most": 1.5,
        "quantity_unit": "cup",
        "presence": "always",
    }
    assert row("recipes-ingredients", 2)["group_id"] == "topping"
    assert table("recipes-steps").key == ("record", "position")
    assert table("recipes-steps").parent == "recipes"
    assert row("recipes-steps", 1)["minutes_most"] == 20
    assert row("recipes")["steps_en"] == "Beat the eggs.\nSteam."


def test_amounts_and_dates_are_numbers_too(row: Row) -> None:
    recipe = row("recipes")
    amount = "makes_amount_quantity_amount"
    assert (recipe[amount], recipe[f"{amount}_least"], recipe[f"{amount}_most"]) == ("24-36", 24, 36)
    assert (recipe["published"], recipe["published_year"]) == ("2003", 2003)
    event = row("events")
    assert (event["date"], event["date_year"]) == ("2021-07-05", 2021)


def test_a_point_is_the_records_own_and_the_district_is_worked_out(
    row: Row, catalogue_of: CatalogueOf
) -> None:
    assert {key: row("producers")[key] for key in ("lat", "lon", "exactness")} == {
        "lat": 13.1,
        "lon": 99.95,
        "exactness": "approximate",
    }
    place = "name: {{th: ก, en: A}}\nkind: {kind}\nconfidence: strong\n{more}"
    catalogue = catalogue_of(
        {
            "places/amphoe-a.yml": place.format(kind="district", more=""),
            "places/tambon-a.yml": place.format(kind="tambon", more="within: amphoe-a\n"),
            "producers/b.yml": "name: {th: ข, en: B}\nkind: shop\nconfidence: strong\nstatus: active\nplace: tambon-a\n",
        }
    )
    [producers] = [one for one in tables_of(Making(catalogue, PAGES)) if one.name == "producers"]
    assert producers.rows[0]["district"] == "amphoe-a"
    assert producers.rows[0]["lat"] is None


def test_unknown_allergens_are_not_the_same_as_none(catalogue_of: CatalogueOf) -> None:
    one = "name: {th: ก, en: A}\nconfidence: strong\ncategory: fruit\n"
    catalogue = catalogue_of(
        {
            "ingredients/a.yml": one,
            "ingredients/b.yml": f"{one}allergens: []\n",
            "ingredients/c.yml": f"{one}allergens: [{{allergen: egg}}]\n",
        }
    )
    [ingredients] = [one for one in tables_of(Making(catalogue, PAGES)) if one.name == "ingredients"]
    told = [(row["allergens_known"], row["allergens"]) for row in ingredients.rows]
    assert told == [(False, None), (True, ()), (True, ("egg",))]


def test_figures_in_texts_are_their_numbers(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(
        {
            "figures/palms.yml": (
                "name: {th: ต้น, en: Palms}\nconfidence: strong\nvalue: -1234.50\n"
                "unit: {th: ต้น, en: palms}\nquality: counted\nsources: {value: [a]}\n"
                'summary: {th: "มี {{ figure:palms }} ต้น [^a]", en: "[^a] {{ figure:palms }} palms"}\n'
            ),
            "sources/a.yml": "title: A\nlanguage: en\nkind: news\n",
        }
    )
    [figures] = [one for one in tables_of(Making(catalogue, PAGES)) if one.name == "figures"]
    [row] = figures.rows
    assert (row["value"], row["summary_th"], row["summary_en"]) == (
        -1234.5,
        "มี -1,234.50 ต้น",
        "-1,234.50 palms",
    )


def test_claims_say_what_they_rest_on(table: Callable[[str], Table]) -> None:
    claims = {row["id"]: row for row in table("claims").rows}
    disputed = claims["desserts/khanom-tua-yang#story.disputed"]
    assert (disputed["type"], disputed["confidence"], disputed["standing"]) == ("text", "weak", "contested")
    large = claims["desserts/khanom-tua-yang#varieties.large"]
    assert (large["type"], large["confidence"], large["sources"]) == ("value", "weak", ("sample-page",))
    assert large["record"] == "desserts/khanom-tua-yang"


def test_every_kind_has_a_table_and_every_record_a_line_in_the_index(
    made: OpenData, table: Callable[[str], Table]
) -> None:
    assert {kind.name for kind in PUBLIC_KINDS} <= {one.name for one in made.tables}
    for kind in PUBLIC_KINDS:
        assert [row["id"] for row in table(kind.name).rows] == [
            row["id"] for row in table("records").rows if row["kind"] == kind.name
        ]
    assert {row["vocabulary"] for row in table("vocabulary").rows} >= {"ties", "criteria"}


def test_tables_are_whole(made: OpenData) -> None:
    """Columns are named once and explained in both languages; keys are there and differ."""
    for one in made.tables:
        names = [column.name for column in one.columns]
        assert len(names) == len(set(names)), one.name
        assert one.th
        assert one.en
        assert all(column.th and column.en and "[]" not in column.en for column in one.columns), one.name
        assert all(set(row) == set(names) for row in one.rows), one.name
        keys = [tuple(row[key] for key in one.key) for row in one.rows]
        assert len(keys) == len(set(keys)), one.name


def test_no_markup_is_left(made: OpenData) -> None:
    for one in made.tables:
        for row in one.rows:
            for name, cell in row.items():
                if isinstance(cell, str) and name.endswith(("_th", "_en")):
                    assert "[^" not in cell, (one.name, name)
                    assert "](" not in cell, (one.name, name)
                    assert "**" not in cell, (one.name, name)
