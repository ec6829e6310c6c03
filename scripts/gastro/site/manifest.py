"""Web app manifests, one for each language: the site on a home screen, opened without the browser's frame.

Each language is an app of its own that starts on its own home page. Both hold the whole
site, since every page leads to its other language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from gastro.pages.labels import labels
from gastro.pictures.icons import FOLDER, SIZES, icon_assets
from gastro.site.assets import Asset
from gastro.text.dates import LANGUAGES, Lang

GROUND, TOP = "#fdf9f0", "#cfe3da"
"""``--ground`` and ``--top`` of the style sheet, in light; a manifest knows one scheme only."""
SHORTCUTS = ("desserts", "recipes", "map")
MARK = "assets/drawings/mark.svg"


def manifest_path(lang: Lang) -> str:
    """Where the manifest of a language stands below the site."""
    return f"{'' if lang == 'th' else 'en/'}manifest.webmanifest"


def manifest_assets(docs: Path) -> Iterator[Asset]:
    """The manifests and the icons, drawn from the mark of the site in ``docs``."""
    for lang in LANGUAGES:
        yield manifest_path(lang), manifest(lang)
    yield from icon_assets(docs / "assets" / "drawings")


def manifest(lang: Lang) -> bytes:
    """The manifest in one language; its addresses are relative, so that it holds wherever the site stands."""
    words, root = labels(lang), "./" if lang == "th" else "../"
    icons = [{"src": root + MARK, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]
    for name, purpose in (("icon", "any"), ("maskable", "maskable")):
        for size in SIZES:
            src = f"{root}{FOLDER}/{name}-{size}.png"
            icons.append({"src": src, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose})
    titles = {"map": words["map-title"]}
    told = {
        "name": words["site"],
        "short_name": words["site-short"],
        "description": words["site-about"],
        "lang": lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "background_color": GROUND,
        "theme_color": TOP,
        "categories": ["food", "travel", "education"],
        "icons": icons,
        "shortcuts": [
            {"name": titles.get(place) or words[f"kind-{place}"], "url": f"./{place}/"} for place in SHORTCUTS
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
