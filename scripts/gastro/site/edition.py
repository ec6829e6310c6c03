"""An edition of the site: the pages of the records, and the files that stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gastro.catalogue import Catalogue
from gastro.pages import Pages, render
from gastro.pages.render import Setting
from gastro.pictures.photos import photo_assets, shown_photos
from gastro.site.assets import Asset
from gastro.site.fonts import font_assets

Progress = Callable[[list[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Edition:
    """Markdown by path under docs/, and what else the site holds."""

    pages: Pages
    assets: tuple[Asset, ...]


def edition(
    catalogue: Catalogue, content: Path, cache: Path, setting: Setting, progress: Progress = list
) -> Edition:
    """Everything that is made from the records in ``content``.

    Pictures are kept in ``cache`` under the hash of what they were made from, so that only
    what changed is made again.
    """
    setting = replace(setting, photos=shown_photos(catalogue, content, cache, setting.granted))
    pages = render(catalogue, setting, progress)
    return Edition(pages, tuple(_assets(catalogue, content, cache, setting)))


def _assets(catalogue: Catalogue, content: Path, cache: Path, setting: Setting) -> Iterator[Asset]:
    yield from font_assets()
    for entry in catalogue.of("illustrations"):
        yield f"assets/illustrations/{entry.id}.svg", content / "illustrations" / f"{entry.id}.svg"
    yield from photo_assets(setting.photos, cache)
