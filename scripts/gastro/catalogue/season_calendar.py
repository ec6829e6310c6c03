"""The season calendar: what is to be had in which months, on what ground, and what no source says."""

from __future__ import annotations

from dataclasses import dataclass

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.seasons import Season, season_of
from gastro.records.base import Confidence, Text

KINDS_WITH_SEASON = ("desserts", "ingredients")
YEAR = range(1, 13)


@dataclass(frozen=True, slots=True)
class Run:
    """Months in a row within January to December, first and last.

    ``from_before`` and ``goes_on`` tell that the season runs round the turn of the year.
    """

    first: int
    last: int
    from_before: bool = False
    goes_on: bool = False

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class InSeason:
    """A sweet or ingredient with its season, and how sure a stated season is."""

    entry: Entry
    season: Season
    confidence: Confidence | None = None
    inferred: bool = False
    """Whether the months are an inference: from the ingredients, or the record's own."""

    @property
    def is_all_year(self) -> bool:
        return len(set(self.season.months)) == len(YEAR)

    @property
    def starts(self) -> int:
        """The month the season begins in; for all year round, after every month."""
        months = set(self.season.months)
        return min((month for month in months if (month - 2) % 12 + 1 not in months), default=13)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The season cut at the turn of the year."""
        return runs_of(self.season.months)


@dataclass(frozen=True, slots=True)
class SeasonCalendar:
    """What has a season, in the order of the year, and what has none in the sources.

    ``noted`` holds those of which a source says something about the season, but no months.
    """

    known: tuple[InSeason, ...]
    noted: tuple[Entry, ...]
    unknown: tuple[Entry, ...]

    def of(self, kind: str) -> tuple[InSeason, ...]:
        """Those of one kind that have a season."""
        return tuple(one for one in self.known if one.entry.kind == kind)

    def unknown_of(self, kind: str) -> tuple[Entry, ...]:
        """Those of one kind of whose season no source says anything."""
        return tuple(entry for entry in self.unknown if entry.kind == kind)


def season_calendar(catalogue: Catalogue) -> SeasonCalendar:
    """Every sweet and ingredient: first by the month its season begins in, all year round last."""
    known, noted, unknown = [], [], []
    for kind in KINDS_WITH_SEASON:
        for entry in catalogue.of(kind):
            season = season_of(catalogue, entry)
            if season is not None:
                known.append(_in_season(catalogue, entry, season))
            elif isinstance(getattr(entry.record, "season_note", None), Text):
                noted.append(entry)
            else:
                unknown.append(entry)
    known.sort(key=lambda one: (one.entry.kind, one.starts, one.entry.id))
    return SeasonCalendar(tuple(known), tuple(noted), tuple(unknown))


def runs_of(months: tuple[int, ...]) -> tuple[Run, ...]:
    """Months in rows from January to December: ``(11, 12, 1)`` is January, and November to December."""
    chosen = set(months)
    round_the_turn = {1, 12} <= chosen and len(chosen) < len(YEAR)
    runs = []
    for first in YEAR:
        if first not in chosen or first - 1 in chosen:
            continue
        last = first
        while last + 1 in chosen:
            last += 1
        runs.append(Run(first, last, round_the_turn and first == 1, round_the_turn and last == 12))
    return tuple(runs)


def _in_season(catalogue: Catalogue, entry: Entry, season: Season) -> InSeason:
    if season.derived_from:
        return InSeason(entry, season, inferred=True)
    claim = catalogue.claims[f"{entry.address}#season"]
    return InSeason(entry, season, claim.confidence, claim.standing == "derived")
