"""The calendar files, read back as a calendar program reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Component

from gastro.catalogue import Catalogue
from gastro.site.calendar import calendar_assets
from tests.builds import project_records

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]
SITE = "https://example.org/phetchaburi/"

RECORDS = {
    "events/fair.yml": """\
        name: {th: งานพระนครตัวอย่าง, en: "Sample fair"}
        confidence: strong
        kind: festival
        """,
    "events/fair-39.yml": """\
        name: {th: งานครั้งที่ 39, en: "39th fair; a long name, with commas"}
        confidence: strong
        kind: festival
        date: 2026-02-20/2026-03-01
        edition: 39
        places: [changwat-sample]
        summary:
          th: "[งานประจำปี](events/fair)ครั้งที่ 39 มีขนมหม้อแกงและขนมตาลให้ชิมตลอดงานทุกวัน [^news]"
          en: "The 39th of the [fairs](events/fair), with sweets. [^news]"
        sources: {date: [news], edition: [news], places: [news]}
        """,
    "events/song.yml": """\
        name: {th: งานประเพณี, en: Song festival}
        confidence: strong
        kind: festival
        yearly: "04-18"
        """,
    "events/meeting.yml": """\
        name: {th: ประชุม, en: Meeting}
        confidence: strong
        kind: meeting
        date: 2021-07-05
        """,
    "places/changwat-sample.yml": """\
        name: {th: จังหวัดตัวอย่าง, en: Sample province}
        confidence: strong
        kind: province
        """,
    "sources/news.yml": "title: News\nlanguage: en\nkind: news\ndate: 2026-03-02\n",
}


@pytest.fixture
def files(catalogue_of: CatalogueOf) -> dict[str, bytes]:
    return _files(catalogue_of(RECORDS))


def _files(catalogue: Catalogue) -> dict[str, bytes]:
    found = {}
    for path, content in calendar_assets(catalogue, SITE):
        assert isinstance(content, bytes)
        found[path] = content
    return found


def _events(data: bytes) -> list[Component]:
    calendar = Calendar.from_ical(data)
    assert calendar.errors == []
    return calendar.walk("VEVENT")


def test_an_edition_is_whole_days_with_words_place_and_a_link(files: dict[str, bytes]) -> None:
    fair, _ = _events(files["assets/calendar/festivals-en.ics"])
    assert fair.decoded("dtstart") == date(2026, 2, 20)
    assert fair.decoded("dtend") == date(2026, 3, 2), "the day after the last, by RFC 5545"
    assert fair.decoded("dtstamp") == datetime(2026, 3, 2, tzinfo=UTC)
    assert str(fair["summary"]) == "39th fair; a long name, with commas"
    assert str(fair["location"]) == "Sample province"
    assert str(fair["url"]) == f"{SITE}en/events/fair-39/"
    assert str(fair["description"]) == (
        "The 39th of the fairs, with sweets.\n\n"
        "Sample fair: the date of the next edition is not known\n\n"
        f"{SITE}en/events/fair-39/"
    )
    assert "rrule" not in fair


def test_a_fixed_day_returns_every_year(files: dict[str, bytes]) -> None:
    song = _events(files["assets/calendar/festivals-th.ics"])[1]
    assert str(song["summary"]) == "งานประเพณี"
    assert song.decoded("dtstart") == date(2026, 4, 18)
    assert song["rrule"].to_ical() == b"FREQ=YEARLY"
    assert str(song["url"]) == f"{SITE}events/song/"


def test_both_languages_hold_the_same_events_under_the_same_ids(files: dict[str, bytes]) -> None:
    thai, english = (_events(files[f"assets/calendar/festivals-{lang}.ics"]) for lang in ("th", "en"))
    assert [str(one["uid"]) for one in thai] == [str(one["uid"]) for one in english]
    assert len({str(one["uid"]) for one in thai}) == 2


def test_an_id_stays_when_name_and_date_change(catalogue_of: CatalogueOf, files: dict[str, bytes]) -> None:
    changed = (
        RECORDS["events/fair-39.yml"].replace("2026-02-20", "2026-02-21").replace("39th fair;", "Renamed;")
    )
    after = _files(catalogue_of(RECORDS | {"events/fair-39.yml": changed}))
    name = "assets/calendar/festivals-en.ics"
    assert [one["uid"] for one in _events(after[name])] == [one["uid"] for one in _events(files[name])]
    assert after[name] != files[name]


def test_the_same_records_give_the_same_bytes(catalogue_of: CatalogueOf, files: dict[str, bytes]) -> None:
    assert _files(catalogue_of(RECORDS)) == files


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_line_is_as_the_standard_asks(lang: str) -> None:
    """The project's own records: CRLF everywhere, 75 octets a line, no letter cut in two."""
    data = _files(project_records().catalogue)[f"assets/calendar/festivals-{lang}.ics"]
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert [line for line in lines if len(line) > 75] == []
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert [line.decode("utf-8") for line in lines][:3] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Phetchaburi gastronomy record//festivals//{lang.upper()}",
    ]
    for event in _events(data):
        assert {"uid", "dtstamp", "dtstart", "dtend", "summary", "description", "url"} <= {
            name.lower() for name in event
        }
        assert event.decoded("dtend") > event.decoded("dtstart")


def test_without_festivals_there_is_no_file(catalogue_of: CatalogueOf) -> None:
    meeting = {"events/meeting.yml": RECORDS["events/meeting.yml"]}
    assert _files(catalogue_of(meeting)) == {}
