"""What a page takes from the catalogue as a whole: lists, choices, seasons, pictures, news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.changes import Changed
from gastro.catalogue.festivals import Occasion, occasions
from gastro.catalogue.renamed import former_ids
from gastro.catalogue.season_calendar import SeasonCalendar, season_calendar
from gastro.catalogue.seasons import Season, season_of
from gastro.pages.filters import Filters, filters_of
from gastro.pages.groups import Group, grouped
from gastro.pages.pictures import Picture, picture_of
from gastro.pages.sharing import WITH_CODES
from gastro.pictures.photos import ShownPhoto
from gastro.text.dates import Lang
from gastro.text.thai import sort_key


class Shelves:
    """Records as a page in one language shows them together."""

    catalogue: Catalogue
    lang: Lang
    photos: Mapping[str, ShownPhoto]

    def picture(self, entry: Entry) -> Picture:
        """What to show of a record: its photo, its drawing, else the drawing of its kind."""
        return picture_of(self.catalogue, self.photos, entry)

    def in_order(self, entries: Iterable[Entry]) -> list[Entry]:
        """Records in the order of a dictionary of the page's language."""
        return sorted(entries, key=lambda entry: (sort_key(entry.name(self.lang)), entry.address))

    def groups(self, kind: str) -> list[Group]:
        """The records of a kind as its list shows them."""
        return grouped(self.catalogue, kind, self.lang)

    def filters(self, kind: str) -> Filters | None:
        """What the list of a kind can be chosen by."""
        return filters_of(self.catalogue, kind, self.lang)

    def season(self, entry: Entry) -> Season | None:
        """When a record's sweet or ingredient is to be had, unless that is all year or not known."""
        season = season_of(self.catalogue, entry)
        return season if season and len(season.months) < 12 else None

    def festivals(self) -> tuple[Occasion, ...]:
        """Festivals, contests and exhibitions on known days, as the calendar file holds them."""
        return occasions(self.catalogue)

    def season_calendar(self) -> SeasonCalendar:
        """What is to be had in which months."""
        return season_calendar(self.catalogue)

    def recipes_of(self, field: str, value: str) -> list[Entry]:
        """Recipes with this value in a field, in order."""
        found = [entry for entry in self.catalogue.of("recipes") if getattr(entry.record, field) == value]
        return self.in_order(found)

    def weak_by_record(self, claims: Iterable[str]) -> list[tuple[str, int]]:
        """Records with weak statements and how many, most first."""
        counted = Counter(claim.partition("#")[0] for claim in claims)
        return sorted(counted.items(), key=lambda found: (-found[1], found[0]))

    def news(self, changes: Iterable[Changed], limit: int = 8) -> list[Changed]:
        """The latest changes of records that are there still and that visitors come for.

        A record under a new name is not told as new.
        """
        met = (one for one in changes if one.address.partition("/")[0] in WITH_CODES)
        found = ((one, self.catalogue.get(*one.address.split("/"))) for one in met)
        told = (replace(one, new=one.new and not former_ids(entry)) for one, entry in found if entry)
        return list(islice(told, limit))
