"""Feeds of changes (Atom, RFC 4287), one for each language, for those who follow the record.

An entry is one change: it keeps its id for ever, wherever the site stands, and a later
change of the same record is another entry. Version control tells a day, Atom wants a
moment: it is the first of that day in Bangkok. Nobody is named as author but the record
itself. Without a history there is no feed.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gastro.catalogue import Catalogue
from gastro.catalogue.changes import Changed
from gastro.pages.page import Page
from gastro.pages.render import Setting
from gastro.pages.sharing import page_address
from gastro.site.assets import Asset
from gastro.text.dates import LANGUAGES, Lang, When

ATOM = "http://www.w3.org/2005/Atom"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MOST = 50
"""Entries of a feed."""
_NAMESPACE = uuid5(NAMESPACE_URL, "phetchaburi-gastronomy-record")


def feed_path(lang: Lang) -> str:
    """Where the feed of a language stands below the site."""
    return "feed.xml" if lang == "th" else f"{lang}/feed.xml"


def feed_assets(catalogue: Catalogue, setting: Setting) -> Iterator[Asset]:
    """``feed.xml`` and ``en/feed.xml``; none where nothing is known of changes."""
    root = f"{setting.site_url.rstrip('/')}/"
    for lang in LANGUAGES:
        page = Page(catalogue, lang, "index.md")
        if news := page.news(setting.changes, MOST):
            yield feed_path(lang), feed(page, news, root)


def feed(page: Page, news: list[Changed], site_url: str) -> bytes:
    """The feed in the language of ``page``, newest first. ``site_url`` ends with a slash."""
    lang, words = page.lang, page.words
    root = Element("feed", {"xmlns": ATOM, "xml:lang": lang})
    _text(root, "id", _id(f"feed/{lang}"))
    _text(root, "title", words["feed-title"])
    _text(root, "subtitle", words["feed-about"])
    _text(root, "updated", _moment(max(one.date for one in news)))
    _text(SubElement(root, "author"), "name", words["site"])
    _text(root, "rights", words["feed-rights"])
    _text(root, "icon", f"{site_url}favicon.ico")
    _link(root, "self", f"{site_url}{feed_path(lang)}", "application/atom+xml")
    _link(root, "alternate", page_address(site_url, lang, "").removesuffix("/"), "text/html", lang)
    _link(root, "license", LICENCE)
    for one in news:
        _entry(root, page, one, site_url)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _entry(root: Element, page: Page, one: Changed, site_url: str) -> None:
    entry = page.catalogue.at(one.address)
    said = Page(page.catalogue, page.lang, f"{entry.address}.md", entry).description()
    title = page.words["feed-new" if one.new else "feed-changed"]
    element = SubElement(root, "entry")
    _text(element, "id", _id(f"feed/{page.lang}/{entry.address}/{one.date}"))
    _text(element, "title", title.format(name=entry.name(page.lang)))
    _text(element, "updated", _moment(one.date))
    _link(element, "alternate", page_address(site_url, page.lang, entry.address), "text/html", page.lang)
    SubElement(element, "category", {"term": entry.kind, "label": page.words[f"one-{entry.kind}"]})
    _text(element, "summary", said or page.words[f"about-{entry.kind}"])


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, relation: str, address: str, kind: str = "", lang: str = "") -> None:
    given = {"rel": relation, "href": address, "type": kind, "hreflang": lang}
    SubElement(parent, "link", {name: value for name, value in given.items() if value})


def _id(name: str) -> str:
    return uuid5(_NAMESPACE, name).urn


def _moment(when: When) -> str:
    return f"{when.end.last_day.isoformat()}T00:00:00+07:00"
