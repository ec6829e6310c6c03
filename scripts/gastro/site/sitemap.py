"""The sitemap: every page once, with its other language and the day it last changed.

It repeats what the pages say of themselves. A page is listed if it names itself as the
canonical one and may be indexed, so that what has moved or is not there stays out; its
alternates are those in its head.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from selectolax.lexbor import LexborHTMLParser

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the sitemap: its absolute address, and those of its versions by language."""

    path: str
    address: str
    alternates: tuple[tuple[str, str], ...]


def write_sitemap(site: Path, dates: Mapping[str, str]) -> None:
    """Write ``sitemap.xml`` and ``sitemap.xml.gz``; ``dates`` are by address below the site."""
    text = sitemap(listed_pages(site), dates)
    (site / "sitemap.xml").write_bytes(text)
    with (
        (site / "sitemap.xml.gz").open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
    ):
        packed.write(text)


def listed_pages(site: Path) -> Iterator[Listed]:
    """The pages of a built site that search engines may list, in the order of their addresses."""
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        found = _listed("" if path == "." else f"{path}/", file.read_bytes().partition(b"</head>")[0])
        if found:
            yield found


def _listed(path: str, head: bytes) -> Listed | None:
    tree = LexborHTMLParser(head)
    canonical = tree.css_first("link[rel=canonical]")
    address = (canonical.attributes.get("href") or "") if canonical else ""
    robots = tree.css_first("meta[name=robots]")
    if not address or (robots and "noindex" in (robots.attributes.get("content") or "")):
        return None
    links = tree.css("link[rel=alternate][hreflang]")
    pairs = ((link.attributes.get("hreflang") or "", link.attributes.get("href") or "") for link in links)
    return Listed(path, address, tuple(pairs))


def sitemap(pages: Iterator[Listed], dates: Mapping[str, str]) -> bytes:
    """The sitemap in the form of sitemaps.org, with alternates as Google reads them."""
    urls = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page in pages:
        url = SubElement(urls, "url")
        SubElement(url, "loc").text = page.address
        if day := dates.get(page.path):
            SubElement(url, "lastmod").text = day
        for language, address in page.alternates:
            SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": address})
    indent(urls, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(urls, encoding="unicode")}\n'.encode()
