"""Feeds of changes: what they hold, by the grammar of Atom and by a reader of feeds."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from gastro.catalogue import Catalogue, load
from gastro.catalogue.changes import Changed
from gastro.pages.render import Setting
from gastro.site.feeds import ATOM, MOST, feed_assets
from gastro.text.dates import When

SAMPLE = Path(__file__).parents[1] / "sample"
GRAMMAR = Path(__file__).parent / "schemas" / "atom.rng"
SITE = "https://example.org/phet/"


def changed(address: str, day: str, *, new: bool = False) -> Changed:
    return Changed(address, When.parse(day), new)


CHANGES = (
    changed("stories/rueang-tua-yang", "2026-03-05", new=True),
    changed("sources/sample-book", "2026-03-04"),
    changed("desserts/khanom-tua-yang", "2026-03-03"),
    changed("desserts/no-longer-there", "2026-03-02"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE).catalogue


def made(catalogue: Catalogue, changes: tuple[Changed, ...] = CHANGES, site: str = SITE) -> dict[str, bytes]:
    found = dict(feed_assets(catalogue, Setting(changes=changes, site_url=site)))
    return {path: content for path, content in found.items() if isinstance(content, bytes)}


def read(feed: bytes) -> Any:
    parsed = feedparser.parse(feed)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


@pytest.mark.parametrize("path", ["feed.xml", "en/feed.xml"])
def test_a_feed_keeps_to_the_grammar(catalogue: Catalogue, path: str) -> None:
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    document = etree.fromstring(made(catalogue)[path])
    assert grammar.validate(document), grammar.error_log
    document.remove(document.find(f"{{{ATOM}}}updated"))
    assert not grammar.validate(document), "the grammar takes anything"


def test_what_the_grammar_cannot_say_of_a_feed(catalogue: Catalogue) -> None:
    for path, feed in made(catalogue).items():
        document = etree.fromstring(feed)
        ids = [node.text for node in document.iter(f"{{{ATOM}}}id")]
        assert len(ids) == len(set(ids)) == 3
        assert document.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name")
        assert document.find(f"{{{ATOM}}}link[@rel='self']").get("href") == SITE + path
        for entry in document.iter(f"{{{ATOM}}}entry"):
            assert len(entry.findall(f"{{{ATOM}}}link[@rel='alternate']")) == 1


def test_the_newest_come_first_with_their_day_in_bangkok(catalogue: Catalogue) -> None:
    parsed = read(made(catalogue)["en/feed.xml"])
    assert [entry.title for entry in parsed.entries] == ["New: Sample story", "Changed: Sample sweet"]
    assert [entry.updated for entry in parsed.entries] == [
        "2026-03-05T00:00:00+07:00",
        "2026-03-03T00:00:00+07:00",
    ]
    moment = datetime.fromtimestamp(calendar.timegm(parsed.entries[0].updated_parsed), UTC)
    assert moment == datetime(2026, 3, 4, 17, tzinfo=UTC)
    assert parsed.feed.updated == parsed.entries[0].updated


def test_an_entry_leads_to_the_page_in_its_language(catalogue: Catalogue) -> None:
    thai, english = (read(made(catalogue)[path]) for path in ("feed.xml", "en/feed.xml"))
    assert thai.entries[1].link == f"{SITE}desserts/khanom-tua-yang/"
    assert english.entries[1].link == f"{SITE}en/desserts/khanom-tua-yang/"
    assert thai.entries[1].title == "แก้ไข: ขนมตัวอย่าง"
    assert english.entries[1].summary == "The sample uses egg."
    assert (thai.feed.language, english.feed.language) == ("th", "en")
    assert thai.feed.author == "เพชรบุรี เมืองแห่งขนมหวาน"
    assert (thai.feed.link, english.feed.link) == (SITE, f"{SITE}en/")


def test_a_change_keeps_its_id_when_the_site_moves_and_a_later_change_has_another(
    catalogue: Catalogue,
) -> None:
    before = read(made(catalogue)["feed.xml"]).entries[1]
    moved = read(made(catalogue, site="https://example.com/")["feed.xml"]).entries[1]
    later = read(made(catalogue, (changed("desserts/khanom-tua-yang", "2026-04-01"),))["feed.xml"]).entries[0]
    other = read(made(catalogue)["en/feed.xml"]).entries[1]
    assert before.id.startswith("urn:uuid:")
    assert before.id == moved.id
    assert len({before.id, later.id, other.id}) == 3


def test_without_a_history_there_is_no_feed(catalogue: Catalogue) -> None:
    assert made(catalogue, ()) == {}
    assert made(catalogue, (changed("sources/sample-book", "2026-03-04"),)) == {}


def test_a_feed_has_an_end(catalogue: Catalogue) -> None:
    many = tuple(changed("ingredients/khai", "2026-03-04") for _ in range(MOST + 1))
    assert made(catalogue, many)["feed.xml"].count(b"<entry>") == MOST


def test_a_record_under_a_new_name_is_not_told_as_new(catalogue_of: Any) -> None:
    place = """\
        name: {th: วัด, en: A temple}
        kind: temple
        confidence: strong
        renamed_from: [old-temple]
        """
    found = catalogue_of({"places/temple.yml": place})
    news = made(found, (changed("places/temple", "2026-03-05", new=True),))
    assert read(news["en/feed.xml"]).entries[0].title == "Changed: A temple"


def test_what_a_pull_request_writes_stays_text(catalogue_of: Any) -> None:
    source = "{title: หนังสือ, language: th, kind: book}"
    dessert = """\
        name: {th: "ขนม </title><x>&", en: "A sweet </title><x>&"}
        gloss: {th: ขนม, en: a sweet}
        categories: [baked]
        tie: general
        confidence: strong
        sources:
          tie: [book]
        """
    found = catalogue_of({"sources/book.yml": source, "desserts/sweet.yml": dessert})
    news = made(found, (changed("desserts/sweet", "2026-03-05"),))["en/feed.xml"]
    title = etree.fromstring(news).findtext(f"{{{ATOM}}}entry/{{{ATOM}}}title")
    assert title == "Changed: A sweet </title><x>&"
