"""An edition of the site: the pages of the records, and the files that stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gastro.catalogue import Catalogue
from gastro.opendata.linked_data import LinkedData, heads
from gastro.opendata.linked_data_set import data_subjects
from gastro.opendata.publish import making_of
from gastro.pages import Pages, render
from gastro.pages.cards import share_cards
from gastro.pages.render import Setting
from gastro.pages.sharing import codes
from gastro.pictures.cards import card_assets
from gastro.pictures.codes import code_assets
from gastro.pictures.photos import photo_assets, shown_photos
from gastro.project import Project
from gastro.search.index_files import search_assets, version
from gastro.site.assets import Asset
from gastro.site.calendar import calendar_assets
from gastro.site.data import data_of
from gastro.site.dates import page_dates
from gastro.site.discovery import discovery_assets
from gastro.site.documents import hand_written
from gastro.site.dossier import dossier_of
from gastro.site.feeds import feed_assets
from gastro.site.fonts import font_assets
from gastro.site.manifest import manifest_assets

Progress = Callable[[list[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Edition:
    """Markdown by path under docs/, what else the site holds, and what its templates are told."""

    pages: Pages
    assets: tuple[Asset, ...]
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Goes into MkDocs' ``config.extra``."""


def edition(
    catalogue: Catalogue,
    content: Path,
    cache: Path,
    setting: Setting,
    progress: Progress = list,
    *,
    cards: bool = True,
) -> Edition:
    """Everything that is made from the records in ``content``.

    Pictures are kept in ``cache`` under the hash of what they were made from, so that only
    what changed is made again. Without ``cards`` the share cards and the
    open data are left out: nobody looks for them in a preview.
    """
    setting = replace(setting, photos=shown_photos(catalogue, content, cache, setting.granted))
    pages = render(catalogue, setting, progress)
    data_pages, data_assets = data_of(catalogue, setting, files=cards)
    pages |= data_pages
    pages |= dossier_of(catalogue, content, setting)
    assets = [*_assets(catalogue, content, cache, setting), *data_assets]
    assets += discovery_assets(catalogue, pages, setting.site_url)
    feeds = dict(feed_assets(catalogue, setting))
    assets += feeds.items()
    if cards:
        files = _finder(content, cache, setting)
        assets += card_assets(share_cards(catalogue, setting.photos, files), cache, progress)
    whole = pages | hand_written(Project.here().docs)
    found = list(search_assets(catalogue, setting.photos, whole))
    dates = page_dates(catalogue, setting)
    subjects = data_subjects(making_of(catalogue, setting), dict(data_assets))
    linked = LinkedData(catalogue, setting, heads(whole), subjects, dates)
    extra = {"search_version": version(found), "linked_data": linked}
    extra |= {"feeds": tuple(feeds), "dates": dates}
    return Edition(pages, (*assets, *found), extra)


def _assets(catalogue: Catalogue, content: Path, cache: Path, setting: Setting) -> Iterator[Asset]:
    yield from font_assets(cache)
    yield from manifest_assets(Project.here().docs)
    for entry in catalogue.of("illustrations"):
        yield f"assets/illustrations/{entry.id}.svg", content / "illustrations" / f"{entry.id}.svg"
    yield from photo_assets(setting.photos, cache)
    yield from calendar_assets(catalogue, setting.site_url)
    yield from code_assets(codes(catalogue, setting.site_url), cache)


def _finder(content: Path, cache: Path, setting: Setting) -> Callable[[str], Path]:
    """Finds the file of a picture by its path below ``assets/``."""
    photos = {path.removeprefix("assets/"): file for path, file in photo_assets(setting.photos, cache)}

    def find(path: str) -> Path:
        if path.startswith("illustrations/"):
            return content / path
        return photos.get(path) or Project.here().docs / "assets" / path

    return find
