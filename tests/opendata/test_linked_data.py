"""Structured data of the sample records: as people have read it, and as schema.org and Google ask.

To accept a change: ``GASTRO_GOLDEN=write .venv/bin/pytest tests/opendata``, then read the diff.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gastro.catalogue import Catalogue, load
from gastro.opendata.linked_data import Head, LinkedData, heads, thing, thing_in_both
from gastro.opendata.linked_data.describe import TELLING
from gastro.opendata.linked_data.food import duration
from gastro.opendata.linked_data.pages import script
from gastro.opendata.linked_data_set import data_subjects
from gastro.opendata.publish import making_of
from gastro.pages import render
from gastro.pages.render import Setting
from gastro.project import Project
from gastro.records.base import Label
from gastro.records.consents import Consent
from gastro.site.documents import hand_written
from tests.conftest import Records
from tests.opendata import schema_org, search_engines

SAMPLE = Path(__file__).parents[1] / "sample"
GOLDEN = Path(__file__).parent / "golden" / "linked"
HOME = "https://example.org/sweets/"
OTHERS = ("index", "desserts/index", "recipes/index", "criteria/local-know-how", "about/marks", "map/index")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE).catalogue


@pytest.fixture(scope="module")
def linked(catalogue: Catalogue) -> LinkedData:
    pages = render(catalogue) | hand_written(Project.here().docs)
    return LinkedData(catalogue, Setting(site_url=HOME), heads(pages))


def _main(linked: LinkedData, path: str) -> dict[str, Any]:
    """What a page is about, or the page itself where it is about nothing else."""
    nodes: list[dict[str, Any]] = linked.graph(path)["@graph"]
    return nodes[1] if "mainEntityOfPage" in nodes[1] else nodes[0]


def _of(catalogue: Catalogue, address: str, lang: str = "en") -> dict[str, Any]:
    return _main(LinkedData(catalogue, Setting(site_url=HOME)), f"{lang}/{address}.md")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_one_record_of_each_kind_and_each_sort_of_page_as_read(linked: LinkedData, lang: str) -> None:
    firsts = [linked.catalogue.of(kind)[0] for kind in TELLING if linked.catalogue.of(kind)]
    told = {f"{entry.kind}": linked.graph(f"{lang}/{entry.address}.md") for entry in firsts}
    told |= {f"page-{path.replace('/', '-')}": linked.graph(f"{lang}/{path}.md") for path in OTHERS}
    for name, graph in told.items():
        file = GOLDEN / lang / f"{name}.json"
        text = json.dumps(graph, ensure_ascii=False, indent=1) + "\n"
        if os.environ.get("GASTRO_GOLDEN") == "write":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), file.name
    assert {file.stem for file in (GOLDEN / lang).iterdir()} == set(told)


def test_every_page_keeps_to_the_vocabulary_and_names_nothing_that_nobody_tells_of(
    linked: LinkedData,
) -> None:
    graphs = [linked.graph(path) for path in linked]
    assert len(graphs) > 100
    assert schema_org.faults(schema_org.expanded(graphs), HOME) == set()


def test_every_page_keeps_what_its_classes_promise_to_search_engines(linked: LinkedData) -> None:
    found = {f"{path}: {fault}" for path in linked for fault in search_engines.faults(linked.graph(path))}
    assert found == set()


def test_a_page_tells_what_search_engines_recommend_just_where_the_record_knows_it(
    linked: LinkedData,
) -> None:
    for kind, wanted in search_engines.RECOMMENDED.items():
        for entry in linked.catalogue.of(kind):
            main = _main(linked, f"en/{entry.address}.md")
            extra = search_engines.IF_EVENT if search_engines.is_a(main, "Event") else {}
            for name, knows in {**wanted, **extra}.items():
                assert (name in main) is knows(entry.record), f"{entry.address}: {name}"


def test_a_picture_shows_the_thing_or_else_the_page(linked: LinkedData) -> None:
    for path in linked:
        assert any("image" in node for node in linked.graph(path)["@graph"]), path
    sweet = _of(load(Project.here().content).catalogue, "desserts/khanom-tan")
    assert sweet["image"] == [
        f"{HOME}assets/cards/en/desserts/khanom-tan.png",
        f"{HOME}assets/illustrations/khanom-tan.svg",
    ]


def test_records_among_the_open_data_keep_to_the_vocabulary_too(catalogue: Catalogue) -> None:
    entries = [entry for entry in catalogue if entry.kind in TELLING]
    both = [thing_in_both(catalogue, entry, HOME) for entry in entries]
    for nodes in ([thing(catalogue, entry, "th", HOME) for entry in entries], both):
        graph = {"@context": "https://schema.org", "@graph": nodes}
        # The lists that sweets and ingredients stand in are told of by their pages.
        found = schema_org.faults(schema_org.expanded([graph]), HOME)
        assert {fault for fault in found if "#set" not in fault} == set()


def test_a_checker_of_the_vocabulary_finds_what_is_wrong() -> None:
    def found(**node: Any) -> set[str]:
        graph = {"@context": "https://schema.org", "@graph": [{"@id": f"{HOME}x", **node}]}
        return schema_org.faults(schema_org.expanded([graph]), HOME)

    assert found(**{"@type": "Sweet"}) == {"no class Sweet"}
    assert found(**{"@type": "Recipe", "taste": "sweet"}) == {"no property taste (at ['Recipe'])"}
    assert found(**{"@type": "Recipe", "startDate": "2021-07-05"}) == {"startDate does not go on ['Recipe']"}
    assert any("datePublished" in one for one in found(**{"@type": "Recipe", "datePublished": "last year"}))
    assert found(**{"@type": "Recipe", "sameAs": "elsewhere"}) == {
        "sameAs at ['Recipe']: elsewhere is none of ['URL']"
    }
    assert found(**{"@type": "Schedule", "byMonth": "April"}) == {
        "byMonth at ['Schedule']: 'April' is none of ['Integer']"
    }
    status = "https://schema.org/OfflineEventAttendanceMode"
    assert found(**{"@type": "Event", "eventAttendanceMode": status}) == set()
    assert any("eventStatus" in one for one in found(**{"@type": "Event", "eventStatus": status}))
    place = {"@type": "Place", "name": "here"}
    assert any("['Place'] is none of" in one for one in found(**{"@type": "Recipe", "publisher": place}))
    about = {"@id": f"{HOME}nothing/#this"}
    assert found(**{"@type": "Recipe", "mainEntity": about}) == {
        f"mainEntity at ['Recipe']: nobody tells of {HOME}nothing/#this"
    }


def test_a_time_is_told_only_as_one_number() -> None:
    assert duration("90") == "PT1H30M"
    assert duration("1 1/2") == "PT1M30S"
    assert duration("10", "20", "30") == "PT1H"
    assert duration("15-20") is None
    assert duration("10", None) is None
    assert duration(None) is None


RECORDS: Records = {
    "sources/page.yml": """
        title: Sample page
        language: en
        kind: website
        publisher: {th: เว็บ, en: Kitchen}
        author: Cook One
        """,
    "desserts/sweet.yml": """
        name: {th: ขนม, en: Sweet}
        gloss: {th: ขนม, en: A sweet}
        categories: [steamed]
        tie: general
        confidence: strong
        """,
    "ingredients/salt.yml": """
        name: {th: เกลือ, en: Salt}
        category: salt-and-seasoning
        confidence: strong
        """,
    "recipes/sweet.yml": """
        name: {th: ตำรับ, en: Recipe}
        makes: [{dessert: sweet}]
        source: page
        author: {th: คนหนึ่ง, en: Cook One}
        region: phetchaburi
        completeness: partial
        confidence: strong
        ingredients: [{id: all, lines: [{ingredient: salt, quantity: {amount: 1 1/2, unit: cup}}]}]
        steps:
          - {id: a, th: ต้ม, en: Boil, minutes: 5-6, celsius: 100}
          - {id: b, th: พัก 5 นาที, en: Rest 5 minutes, minutes: 5}
        """,
    "places/changwat.yml": """
        name: {th: จังหวัดหนึ่ง, en: One Province}
        kind: province
        confidence: strong
        """,
    "places/amphoe.yml": """
        name: {th: อำเภอหนึ่ง, en: One district}
        kind: district
        within: changwat
        postal_code: "76000"
        coordinates: {lat: 13, lon: 99, exactness: tambon-point}
        confidence: strong
        """,
    "places/tambon.yml": """
        name: {th: ตำบลหนึ่ง, en: One}
        kind: tambon
        within: amphoe
        coordinates: {lat: 13.5, lon: 99.5, exactness: tambon-point}
        confidence: strong
        """,
    "producers/placed.yml": """
        name: {th: ร้านหนึ่ง, en: Shop One}
        kind: restaurant
        place: tambon
        status: active
        coordinates: {lat: 13.1, lon: 99.1, exactness: approximate}
        confidence: strong
        """,
    "producers/closed.yml": """
        name: {th: ร้านสอง, en: Shop Two}
        kind: restaurant
        place: tambon
        status: closed
        confidence: strong
        """,
    "producers/nowhere.yml": """
        name: {th: ร้านสาม, en: 'Shop </script><b>& three'}
        kind: restaurant
        status: active
        confidence: strong
        """,
    "routes/trip.yml": """
        name: {th: ทาง, en: Trip}
        stops: [{id: a, producer: placed}, {id: b, place: tambon, desserts: [sweet]}]
        districts: [amphoe]
        confidence: strong
        """,
    "events/dated.yml": """
        name: {th: งานหนึ่ง, en: Fair}
        kind: festival
        date: 2021-07-05/2021-07-06
        places: [amphoe]
        confidence: strong
        """,
    "places/park.yml": """
        name: {th: อุทยาน, en: Park}
        kind: landmark
        confidence: strong
        """,
    "events/park.yml": """
        name: {th: งานในอุทยาน, en: In the park}
        kind: meeting
        date: 2021-07-26
        places: [park, amphoe]
        confidence: strong
        """,
    "events/month.yml": """
        name: {th: งานสอง, en: Seminar}
        kind: seminar
        date: 2022-02
        places: [amphoe]
        confidence: strong
        """,
    "events/yearly.yml": """
        name: {th: งานสาม, en: Yearly}
        kind: festival
        yearly: 04-18
        confidence: strong
        """,
    "figures/counted.yml": """
        name: {th: จำนวน, en: Count}
        value: 1.5
        unit: {th: คน, en: people}
        date: 2021
        quality: counted
        confidence: strong
        """,
    "figures/target.yml": """
        name: {th: เป้า, en: Target}
        value: 20
        unit: {th: คน, en: people}
        quality: target
        confidence: strong
        """,
    "outcomes/paper.yml": """
        name: {th: บทความ, en: Our title}
        kind: publication
        date: 2023
        people:
          - {id: a, name: {th: ก, en: A}, role: {th: ผู้เขียน, en: Author}}
          - {id: b, name: {th: ข, en: B}, role: {th: ที่ปรึกษา, en: Adviser}}
        publication: {title: Printed title, journal: Journal, issue: '15(15)', doi: 10.3390/x}
        confidence: strong
        """,
}


@pytest.fixture
def made(catalogue_of: Callable[[Records], Catalogue]) -> Catalogue:
    return catalogue_of(RECORDS)


def test_a_person_a_body_and_a_bare_name_as_author(catalogue_of: Callable[[Records], Catalogue]) -> None:
    def author(name: str) -> Any:
        recipe = RECORDS["recipes/sweet.yml"].replace("en: Cook One", f"en: {name}")
        return _of(catalogue_of({**RECORDS, "recipes/sweet.yml": recipe}), "recipes/sweet")["author"]

    assert author("Cook One") == {"@type": "Person", "name": "Cook One"}
    assert author("Kitchen website") == {"@type": "Organization", "name": "Kitchen"}
    assert author("Somebody") == "Somebody"


def test_a_recipe_reads_as_its_page_shows_it(made: Catalogue) -> None:
    recipe = _of(made, "recipes/sweet")
    assert recipe["recipeIngredient"] == "1\u00a0½ cups Salt"
    assert _of(made, "recipes/sweet", "th")["recipeIngredient"] == "เกลือ 1\u00a0½ ถ้วยตวง"
    first, second = recipe["recipeInstructions"]
    assert first["text"] == "Boil (5–6 minutes, 100 °C)"
    assert "timeRequired" not in first
    assert (second["text"], second["timeRequired"]) == ("Rest 5 minutes", "PT5M")
    assert second["url"] == f"{HOME}en/recipes/sweet/#steps.b"
    assert recipe["recipeCuisine"] == "Thai, Phetchaburi"


def test_a_business_needs_a_place_and_must_not_have_closed(made: Catalogue) -> None:
    placed = _of(made, "producers/placed")
    assert placed["@type"] == "Restaurant"
    assert placed["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "One, One district",
        "addressRegion": "One Province",
        "addressCountry": "TH",
    }
    assert _of(made, "producers/placed", "th")["address"]["addressLocality"] == "ตำบลหนึ่ง อำเภอหนึ่ง"
    assert "geo" not in placed  # the point is not exact
    assert _of(made, "producers/closed")["@type"] == "Organization"
    assert _of(made, "producers/nowhere")["@type"] == "Organization"
    assert "address" not in _of(made, "producers/nowhere")


def test_a_place_has_only_its_own_point_and_its_own_postal_code(made: Catalogue) -> None:
    assert _of(made, "places/tambon")["geo"]["latitude"] == 13.5
    assert "geo" not in _of(made, "places/amphoe")  # its point is that of a tambon
    assert _of(made, "places/amphoe")["address"]["postalCode"] == "76000"
    assert "postalCode" not in _of(made, "places/tambon")["address"]


def test_a_day_trip_leads_from_stop_to_stop(made: Catalogue) -> None:
    first, second = _of(made, "routes/trip")["itinerary"]["itemListElement"]
    assert first == {
        "@type": "ListItem",
        "position": 1,
        "url": f"{HOME}en/routes/trip/#stops.a",
        "item": {"@type": "Organization", "@id": f"{HOME}producers/placed/#this", "name": "Shop One"},
    }
    assert second["item"]["@type"] == "Place"


def test_an_event_without_a_day_or_a_place_is_no_event_to_search_engines(made: Catalogue) -> None:
    dated, month = _of(made, "events/dated"), _of(made, "events/month")
    assert (dated["@type"], dated["startDate"], dated["endDate"]) == ("Festival", "2021-07-05", "2021-07-06")
    assert dated["location"]["address"]["addressLocality"] == "One district"
    assert (month["@type"], month["additionalType"]) == ("Thing", "https://schema.org/EducationEvent")
    assert _of(made, "events/park")["@type"] == "Thing"  # the address of the park is not known
    page = LinkedData(made, Setting(site_url=HOME)).graph("en/events/month.md")["@graph"][0]
    assert page["temporalCoverage"] == "2022-02"
    data = thing(made, made.at("events/month"), "en", HOME)
    assert (data["@type"], data["startDate"]) == ("EducationEvent", "2022-02")
    assert thing(made, made.at("events/yearly"), "en", HOME)["eventSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P1Y",
        "byMonth": 4,
        "byMonthDay": 18,
    }


def test_a_target_is_not_observed(made: Catalogue) -> None:
    counted, target = _of(made, "figures/counted"), _of(made, "figures/target")
    assert (counted["@type"], counted["value"], counted["observationDate"]) == ("Observation", 1.5, "2021")
    assert (target["@type"], target["value"]) == ("PropertyValue", 20)


def test_a_publication_goes_by_its_printed_title_and_its_doi(made: Catalogue) -> None:
    paper = _of(made, "outcomes/paper")
    assert (paper["@type"], paper["name"]) == ("ScholarlyArticle", "Printed title")
    assert paper["alternateName"] == ["Our title", "บทความ"]
    assert (paper["sameAs"], paper["identifier"]["value"]) == ("https://doi.org/10.3390/x", "10.3390/x")
    assert paper["author"] == {"@type": "Person", "name": "A", "description": "Author"}
    assert paper["contributor"]["name"] == "B"
    assert paper["isPartOf"] == {
        "@type": "PublicationIssue",
        "name": "15(15)",
        "isPartOf": {"@type": "Periodical", "name": "Journal"},
    }


def test_a_telephone_number_is_told_only_under_consent_and_never_among_the_open_data(made: Catalogue) -> None:
    phone, photo = Label(th="032 000 000", en="032 000 000"), Label(th="ลับ", en="hidden")
    consents = (
        Consent(record="producers/placed", item="phone", value=phone, grants=()),
        Consent(record="producers/placed", item="knowledge", value=photo, grants=()),
    )
    setting = Setting(site_url=HOME, granted={"producers/placed": consents})
    told = LinkedData(made, setting)["en/producers/placed.md"]
    assert json.loads(told)["@graph"][1]["telephone"] == "032 000 000"
    assert "hidden" not in told
    assert "telephone" not in _of(made, "producers/placed")
    assert "032 000 000" not in json.dumps(thing(made, made.at("producers/placed"), "en", HOME))


def test_no_text_of_a_record_can_end_the_script_it_stands_in(made: Catalogue) -> None:
    told = LinkedData(made, Setting(site_url=HOME))["en/producers/nowhere.md"]
    assert not set("<>&") & set(told)
    assert json.loads(told)["@graph"][1]["name"] == "Shop </script><b>& three"
    assert script("a\u2028b") == '"a\\u2028b"'


def test_the_day_of_the_last_change_is_told_where_history_knows_it(made: Catalogue) -> None:
    head, dates = Head("เหตุการณ์"), {"events/dated/": "2026-02-03", "en/events/": "2026-02-04"}
    paths = {"th/events/index.md": head, "en/events/index.md": head}
    linked = LinkedData(made, Setting(site_url=HOME), paths, dates=dates)
    told = {
        path: linked.graph(path)["@graph"][0].get("dateModified") for path in linked if "/events/" in path
    }
    known = {path: day for path, day in told.items() if day}
    assert known == {"th/events/dated.md": "2026-02-03", "en/events/index.md": "2026-02-04"}


def test_a_page_that_is_not_known_has_no_data_and_a_copy_shares_what_there_is(made: Catalogue) -> None:
    linked = LinkedData(made, Setting(site_url=HOME))
    assert linked.get("th/desserts/nothing.md") is None
    assert linked.get("404.html") is None
    assert copy.deepcopy(linked) is linked
    assert replace(linked, catalogue=Catalogue(())).get("en/desserts/sweet.md") is None


def test_a_page_may_be_about_what_others_describe(made: Catalogue) -> None:
    subject = {"@type": "Dataset", "@id": f"{HOME}data/#dataset", "name": "Data"}
    linked = LinkedData(
        made, Setting(site_url=HOME), {"en/data/index.md": Head("Data")}, {"en/data/index.md": subject}
    )
    page, told, _way = linked.graph("en/data/index.md")["@graph"]
    assert page["mainEntity"] == {"@id": subject["@id"]}
    assert told == subject


def test_the_page_of_the_open_data_is_about_a_data_set(made: Catalogue) -> None:
    setting = Setting(site_url=HOME)
    assert data_subjects(making_of(made, setting), {}) == {}
    subjects = data_subjects(making_of(made, setting), {"data/places.geojson": b"{}", "data/other.csv": b""})
    homes = [f"{lang}/index.md" for lang in ("th", "en")]
    linked = LinkedData(made, setting, {path: Head("Data") for path in [*subjects, *homes]}, subjects)
    assert set(subjects) == {"th/data/index.md", "en/data/index.md"}
    for path in subjects:
        graph = linked.graph(path)
        assert list(search_engines.faults(graph)) == []
        assert schema_org.faults(schema_org.expanded([graph, *map(linked.graph, homes)]), HOME) == set()
        assert graph["@graph"][1]["distribution"] == {
            "@type": "DataDownload",
            "contentUrl": f"{HOME}data/places.geojson",
            "encodingFormat": "application/geo+json",
            "contentSize": "2 B",
        }


def test_both_languages_stand_side_by_side_among_the_open_data(made: Catalogue) -> None:
    node = thing_in_both(made, made.at("desserts/sweet"), HOME)
    assert node["name"] == [
        {"@language": "th", "@value": "ขนม"},
        {"@language": "en", "@value": "Sweet"},
    ]
    assert "alternateName" not in node
    assert [page["@id"] for page in node["mainEntityOfPage"]] == [
        f"{HOME}desserts/sweet/",
        f"{HOME}en/desserts/sweet/",
    ]


def test_front_matter_gives_pages_without_a_record_their_head() -> None:
    pages = {
        "th/about/index.md": "---\ntitle: 'หัว: เรื่อง'\ndescription: คำ\n---\n\n# หัว\n",
        "th/desserts/sweet.md": "---\ntitle: x\n---\n",
        "th/plain.md": "# No head\n",
    }
    assert heads(pages) == {"th/about/index.md": Head("หัว: เรื่อง", "คำ")}
