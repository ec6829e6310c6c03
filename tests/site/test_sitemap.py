"""The sitemap repeats what pages say of themselves, and leaves out what is not to be found."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import etree

from gastro.site.sitemap import SITEMAP, XHTML, write_sitemap

GRAMMAR = Path(__file__).parent / "schemas" / "sitemap.rng"
ROOT = "https://example.org/phet/"
PAIR = "".join(
    f'<link rel="alternate" hreflang="{code}" href="{ROOT}{path}">'
    for code, path in (("th", "a/"), ("en", "en/a/"), ("x-default", "en/a/"))
)


def page(canonical: str, more: str = "") -> str:
    return f'<html><head><link rel="canonical" href="{canonical}">{more}</head><body></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "index.html": page(ROOT),
        "a/index.html": page(f"{ROOT}a/", PAIR),
        "en/a/index.html": page(f"{ROOT}en/a/?x=1&amp;y=2", PAIR),
        "old/index.html": page(f"{ROOT}a/", '<meta name="robots" content="noindex">'),
        "404.html": "<html><head></head></html>",
        "assets/index.html": "<html><head></head></html>",
    }
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def read(site: Path) -> dict[str, tuple[str | None, dict[str, str]]]:
    tree = etree.parse(site / "sitemap.xml")
    return {
        url.findtext(f"{{{SITEMAP}}}loc"): (
            url.findtext(f"{{{SITEMAP}}}lastmod"),
            {link.get("hreflang"): link.get("href") for link in url.iter(f"{{{XHTML}}}link")},
        )
        for url in tree.getroot()
    }


def test_pages_are_listed_with_their_languages_and_days(site: Path) -> None:
    write_sitemap(site, {"": "2026-03-05", "en/a/": "2026-03-04", "old/": "2026-03-03"})
    pair = {"th": f"{ROOT}a/", "en": f"{ROOT}en/a/", "x-default": f"{ROOT}en/a/"}
    assert read(site) == {
        ROOT: ("2026-03-05", {}),
        f"{ROOT}a/": (None, pair),
        f"{ROOT}en/a/?x=1&y=2": ("2026-03-04", pair),
    }


def test_it_keeps_to_the_protocol(site: Path) -> None:
    write_sitemap(site, {"a/": "2026-03-05"})
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    assert grammar.validate(etree.parse(site / "sitemap.xml")), grammar.error_log
    write_sitemap(site, {"a/": "March"})
    assert not grammar.validate(etree.parse(site / "sitemap.xml")), "the grammar takes anything"


def test_the_packed_one_holds_the_same_and_no_time_of_day(site: Path) -> None:
    write_sitemap(site, {})
    packed = (site / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (site / "sitemap.xml").read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
