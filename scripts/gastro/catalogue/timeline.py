"""The timeline of the bid: what led to the designation and what has come of it, by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.events import Event
from gastro.records.outcomes import Outcome
from gastro.records.stories import Story
from gastro.text.dates import When

ROAD = "road-to-designation"
"""The story that tells of the bid; what it names is marked as part of it."""
_EVENTS = frozenset(
    (
        "designation",
        "decision",
        "meeting",
        "seminar",
        "visit",
        "announcement",
        "contest",
        "exhibition",
        "festival",
    )
)
_SETS = "project-set"


@dataclass(frozen=True, slots=True)
class Step:
    """A dated record; ``of_the_bid`` where the story of the bid names it."""

    entry: Entry
    when: When
    of_the_bid: bool

    @property
    def is_designation(self) -> bool:
        """Whether this is what the bid was for: a designation the story of the bid names."""
        return self.of_the_bid and getattr(self.entry.record, "kind", "") == "designation"


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """What began in one year (Common Era), in order."""

    year: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years from the first, and what the story of the bid names without a date."""

    years: tuple[TimelineYear, ...]
    undated: tuple[Entry, ...]


def timeline(catalogue: Catalogue) -> Timeline:
    """Events and sets of projects by the date they begin; the less exact of two dates first."""
    named = _named(catalogue)
    steps, undated = [], []
    for entry, when in _records(catalogue, named):
        if when:
            steps.append(Step(entry, when, entry.address in named))
        elif entry.address in named:
            undated.append(entry)
    steps.sort(key=lambda step: (step.when, step.entry.address))
    years = sorted({step.when.start.year for step in steps})
    return Timeline(
        tuple(TimelineYear(year, tuple(s for s in steps if s.when.start.year == year)) for year in years),
        tuple(undated),
    )


def _named(catalogue: Catalogue) -> frozenset[str]:
    story = catalogue.get("stories", ROAD)
    if story is None:
        return frozenset()
    assert isinstance(story.record, Story)
    events = (f"events/{id}" for id in story.record.events)
    outcomes = (f"outcomes/{id}" for id in story.record.outcomes)
    return frozenset((*events, *outcomes))


def _records(catalogue: Catalogue, named: frozenset[str]) -> Iterator[tuple[Entry, When | None]]:
    for kind in ("events", "outcomes"):
        for entry in catalogue.of(kind):
            record = entry.record
            if isinstance(record, Event):
                belongs = record.kind in _EVENTS
            elif isinstance(record, Outcome):
                belongs = record.kind == _SETS
            else:
                continue
            if belongs or entry.address in named:
                yield entry, record.date
