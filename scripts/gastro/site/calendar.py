"""The festivals as calendar files (RFC 5545), one for each language, to be added or subscribed to.

The files depend on the records alone: an event keeps its UID whatever its texts become, and
its time stamp is the day of the newest source it cites, so that no build differs from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vRecur, vText

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.festivals import Occasion, last_told, occasions
from gastro.pages.page import Page
from gastro.records import events
from gastro.site.assets import Asset
from gastro.text.dates import LANGUAGES, Lang

_PRODUCT = "-//Phetchaburi gastronomy record//festivals//"
_NAMESPACE = uuid5(NAMESPACE_URL, "phetchaburi-gastronomy-record")
_REFRESH = timedelta(days=7)


def calendar_assets(catalogue: Catalogue, site_url: str) -> Iterator[Asset]:
    """``festivals-th.ics`` and ``festivals-en.ics``; none where no event has a full date."""
    found = occasions(catalogue)
    if not found:
        return
    for lang in LANGUAGES:
        yield f"assets/calendar/festivals-{lang}.ics", calendar_file(catalogue, found, lang, site_url)


def calendar_file(catalogue: Catalogue, found: tuple[Occasion, ...], lang: Lang, site_url: str) -> bytes:
    """The calendar in one language. ``site_url`` is the address of the site, for links to the records."""
    page = Page(catalogue, lang, "events/index.md")
    calendar = Calendar()
    calendar.add("prodid", f"{_PRODUCT}{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, page.words["calendar-name"])
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, page.words["calendar-about"])
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P7D")
    for one in found:
        calendar.add_component(_event(page, one, site_url))
    return bytes(calendar.to_ical())


def _event(page: Page, one: Occasion, site_url: str) -> Event:
    entry, record = one.entry, one.entry.record
    assert isinstance(record, events.Event)
    event = Event()
    event.add("uid", str(uuid5(_NAMESPACE, entry.address)))
    event.add("dtstamp", _midnight(last_told(page.catalogue, entry) or one.first))
    event.add("dtstart", one.first)
    event.add("dtend", one.last + timedelta(days=1))
    if one.yearly:
        event.add("rrule", vRecur(freq="YEARLY"))
    language: dict[str, str] = {"language": page.lang}
    address = _address(entry, page.lang, site_url)
    event.add("summary", entry.name(page.lang), parameters=language)
    event.add("description", "\n\n".join([*_told(page, one, record), address]), parameters=language)
    if record.places:
        places = [page.catalogue.at(f"places/{id}").name(page.lang) for id in record.places]
        event.add("location", ", ".join(places), parameters=language)
    event.add("categories", [vText(page.term("event-kinds", record.kind))])
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _told(page: Page, one: Occasion, record: events.Event) -> Iterator[str]:
    if record.summary:
        yield page.plain(record.summary)
    if one.latest_of:
        yield f"{one.latest_of.name(page.lang)}: {page.words['calendar-next-unknown']}"


def _address(entry: Entry, lang: Lang, site_url: str) -> str:
    prefix = "" if lang == "th" else f"{lang}/"
    return f"{site_url.rstrip('/')}/{prefix}{entry.address}/"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
