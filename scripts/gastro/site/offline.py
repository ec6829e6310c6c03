"""What is kept on a device for reading without a signal: the home page, the lists, and what they show."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from gastro.text.dates import LANGUAGES

FILE = "assets/offline.json"
_SEARCH = ("data-style", "data-scripts", "data-names", "data-texts", "data-more")
"""Where a page says what its search loads, so that it searches without a signal too."""
LISTS = (
    "",
    "desserts/",
    "recipes/",
    "ingredients/",
    "producers/",
    "places/",
    "map/",
    "routes/",
    "seasons/",
    "stories/",
    "about/offline/",
)


def write_offline(site: Path) -> None:
    """Write the list of pages to keep, by language, with the files they load, as paths below the site."""
    kept = {lang: _kept(site, "" if lang == "th" else f"{lang}/") for lang in LANGUAGES}
    file = site / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=0), encoding="utf-8")


def _kept(site: Path, prefix: str) -> dict[str, list[str]]:
    pages = [prefix + path for path in LISTS if (site / prefix / path / "index.html").is_file()]
    files = {file for page in pages for file in _files(site, page)}
    return {"pages": pages, "files": sorted(files)}


def _files(site: Path, page: str) -> Iterable[str]:
    tree = LexborHTMLParser((site / page / "index.html").read_bytes())
    loaded = tree.css("link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]")
    addresses = [node.attributes.get("href") or node.attributes.get("src") or "" for node in loaded]
    for node in tree.css("dialog.search"):
        addresses += [word for name in _SEARCH for word in (node.attributes.get(name) or "").split()]
    for address in addresses:
        parts = urlsplit(address)
        path = posixpath.normpath(posixpath.join(page, parts.path))
        if not parts.scheme and (site / path).is_file():
            yield path + (f"?{parts.query}" if parts.query else "")
