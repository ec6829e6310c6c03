"""What all tables are made with: the records that may be passed on, their shape, columns they share.

What only a consent allows never comes here: a consent for a web page is no licence to pass on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.changes import Changed
from gastro.catalogue.versions import data_version, open_entries, version_of
from gastro.opendata.shape import Shaper
from gastro.opendata.tables import Cell, Column
from gastro.pages.labels import labels
from gastro.pages.sharing import page_address
from gastro.pictures.photos import ShownPhoto
from gastro.records.values import SLUG_PATTERN
from gastro.text.dates import Lang

ADDRESS_PATTERN = r"[a-z]+/[a-z0-9-]+"
VERSION_PATTERN = r"[0-9a-f]{12}"
ID_PATTERN = SLUG_PATTERN.removeprefix("^").removesuffix("$")


@dataclass(frozen=True)
class Making:
    """A catalogue on its way to open data.

    ``photos`` are those the site shows, by id; ``changes`` the last change of each record, as
    far as it is known.
    """

    catalogue: Catalogue
    site_url: str
    photos: Mapping[str, ShownPhoto] = field(default_factory=dict)
    changes: tuple[Changed, ...] = ()
    repository: str = ""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The records that are passed on; of the photos only those that are shown."""
        found = open_entries(self.catalogue)
        return tuple(entry for entry in found if entry.kind != "photos" or entry.id in self.photos)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of the records that are passed on."""
        return frozenset(entry.address for entry in self.entries)

    @cached_property
    def version(self) -> str:
        """The version of the whole."""
        return data_version(self.entries)

    @cached_property
    def changed(self) -> Mapping[str, str]:
        """By address: the day of the last change, in its stored form."""
        return {change.address: str(change.date) for change in self.changes}

    @cached_property
    def shaper(self) -> Shaper:
        """Shapes the records."""
        return Shaper(self.catalogue, (entry.id for entry in self.of("photos")))

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The records of a kind that are passed on."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def page(self, entry: Entry, lang: Lang) -> str:
        """The absolute address of a record's page."""
        return page_address(self.site_url, lang, entry.address)

    def file(self, path: str) -> str:
        """The absolute address of a file below the site."""
        return f"{self.site_url.rstrip('/')}/{path}"

    def picture(self, photo: Entry) -> Mapping[str, str | int]:
        """Address and size in pixels of the largest rendition of a photo."""
        shown = self.photos[photo.id]
        file = self.file(f"assets/photos/{photo.id}-{shown.widths[-1]}.jpg")
        return {"address": file, "width": shown.width, "height": shown.height}

    def about(self, entry: Entry) -> dict[str, Cell]:
        """The cells of ``about_columns``; photos have no page."""
        has_page = entry.kind != "photos"
        return {
            "version": version_of(entry),
            "changed": self.changed.get(entry.address),
            "page_th": self.page(entry, "th") if has_page else None,
            "page_en": self.page(entry, "en") if has_page else None,
        }


def words(key: str) -> tuple[str, str]:
    """Fixed words, in Thai and in English."""
    return labels("th")[key], labels("en")[key]


def column(name: str, key: str = "", **more: Any) -> Column:
    """A column that no model has; its meaning stands under ``key``, else under its own name."""
    th, en = words(key or f"data-column-{name.replace('_', '-')}")
    return Column(name, more.pop("type", "string"), th, en, **more)


def id_column() -> Column:
    """The id of a record."""
    return column("id", pattern=ID_PATTERN, required=True)


def position() -> Column:
    """The place of a row among those of the same record, from 1."""
    return column("position", type="integer", required=True, bounds=(1, float("inf")))


def about_columns() -> Iterable[Column]:
    """Version, day of the last change and addresses of the pages, at the end of a table."""
    yield column("version", pattern=VERSION_PATTERN, required=True)
    yield column("changed", pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
    yield column("page_th", is_address=True)
    yield column("page_en", is_address=True)
