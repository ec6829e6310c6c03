"""What crawlers and language models ask a host for: robots.txt and llms.txt (llmstxt.org).

All may read everything: the record is open. There is no llms-full.txt: who wants all texts
at once finds them at /data/, whole and with their sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.pages import Pages
from gastro.pages.labels import Labels, labels
from gastro.pages.sharing import page_address
from gastro.records.kinds import PUBLIC_KINDS
from gastro.site.assets import Asset
from gastro.text.dates import Lang

ROBOTS = """\
# Everything here may be read, indexed and used under its licence.
# Crawlers ask for this file at the root of a host only. Where the site stands below
# the root, nobody reads it here: name the sitemap in the host's own robots.txt.
User-agent: *
Allow: /

Sitemap: {site_url}sitemap.xml
"""
_KEY_PAGES = (
    ("map", "map-title", ""),
    ("seasons", "seasons-title", ""),
    ("learning", "learning-title", "learning-intro"),
    ("research", "research-title", ""),
    ("criteria", "criteria-title", "criteria-intro"),
    ("timeline", "timeline-title", ""),
    ("about/marks", "foot-marks", "llms-marks-about"),
    ("about", "foot-about", "llms-about-about"),
)
"""Address, key of its title, key of what is said of it."""
_LANGUAGES: tuple[Lang, ...] = ("en", "th")
"""English first: most who ask for this file read it best."""
_DATA = ("data", "data-title", "data-description")


def discovery_assets(catalogue: Catalogue, pages: Pages, site_url: str) -> Iterator[Asset]:
    """``robots.txt`` and ``llms.txt``."""
    yield "robots.txt", ROBOTS.format(site_url=f"{site_url.rstrip('/')}/").encode("utf-8")
    yield "llms.txt", llms(catalogue, pages, site_url).encode("utf-8")


def llms(catalogue: Catalogue, pages: Pages, site_url: str) -> str:
    """The guide for language models: what the record is and where its parts stand, in both languages."""
    thai, english = labels("th"), labels("en")
    lines = [f"# {english['llms-title']} · {thai['llms-title']}", ""]
    lines += [f"> {english['site-about']}", ">", f"> {thai['site-about']}", ""]
    lines += [english["llms-reading"], "", thai["llms-reading"], ""]
    for lang in _LANGUAGES:
        words = labels(lang)
        kinds = [kind.name for kind in PUBLIC_KINDS if catalogue.of(kind.name)]
        lists = [(kind, f"kind-{kind}", f"about-{kind}") for kind in (*kinds, "vocabulary")]
        data = [_DATA] if f"{lang}/data/index.md" in pages else []
        lines += _section(words, "llms-lists", lang, site_url, lists)
        lines += _section(words, "llms-pages", lang, site_url, [*data, *_KEY_PAGES])
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(
    words: Labels, title: str, lang: Lang, site_url: str, places: list[tuple[str, str, str]]
) -> Iterator[str]:
    yield f"## {words[title]}"
    yield ""
    for path, name, note in places:
        said = f": {words[note]}" if note else ""
        yield f"- [{words[name]}]({page_address(site_url, lang, path)}){said}"
    yield ""
