"""Research outcomes taken together: by project set, institution, district and goal.

Groups follow the facets of the list of outcomes, so that a number told here is the number
of records that the list shows once that value is chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.districts import by_district
from gastro.catalogue.facets import Values, faceted
from gastro.records.outcomes import Outcome

PROJECT_SET = "project-set"
"""The kind of an outcome that holds other outcomes."""
_UNDATED = 9999


@dataclass(frozen=True, slots=True)
class Share:
    """Outcomes that share one value: the id of an organisation, a place or a goal.

    ``derived`` are those of them for which no source says so and the editors concluded it.
    """

    id: str
    outcomes: tuple[Entry, ...]
    derived: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectSet:
    """A project set, the outcomes that are part of it, and its places.

    ``districts`` maps the districts it names, or is in, to the places within them that it names.
    """

    entry: Entry
    works: tuple[Entry, ...]
    districts: Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Research:
    """All outcomes, newest first and those without a date last, and their groups.

    Institutions and districts come with those of most outcomes first, goals in the order
    of the plan. ``without`` holds, by the name of the group, what is in none of its shares.
    """

    outcomes: tuple[Entry, ...]
    sets: tuple[ProjectSet, ...]
    shares: Mapping[str, tuple[Share, ...]]
    without: Mapping[str, tuple[Entry, ...]]

    def number(self, entry: Entry) -> int:
        """Place of an outcome in the register, from 1."""
        return self.outcomes.index(entry) + 1


def research_of(catalogue: Catalogue) -> Research:
    """Every outcome of the catalogue in its groups."""
    outcomes = tuple(sorted(catalogue.of("outcomes"), key=_newest_first))
    values = {entry.address: faceted(catalogue, entry).values for entry in outcomes}
    shares = {
        facet: _shares(catalogue, outcomes, values, facet, field)
        for facet, field in (("institution", "institutions"), ("district", "places"), ("goal", "goals"))
    }
    without = {
        facet: tuple(entry for entry in outcomes if not values[entry.address][facet]) for facet in shares
    }
    sets = [entry for entry in outcomes if _outcome(entry).kind == PROJECT_SET]
    sets.sort(key=lambda entry: (_first_year(entry), entry.id))
    return Research(outcomes, tuple(_set(catalogue, entry, outcomes) for entry in sets), shares, without)


def kinds_of(outcomes: tuple[Entry, ...]) -> Counter[str]:
    """How many of them are projects, publications and so on."""
    return Counter(_outcome(entry).kind for entry in outcomes)


def is_derived(catalogue: Catalogue, entry: Entry, field: str, item: str) -> bool:
    """Whether one value of a list was concluded by the editors, not said by a source."""
    name = f"{entry.address}#{field}"
    claim = catalogue.claims.get(f"{name}.{item}") or catalogue.claims.get(name)
    return claim is not None and claim.standing == "derived"


def _shares(
    catalogue: Catalogue,
    outcomes: tuple[Entry, ...],
    values: Mapping[str, Mapping[str, Values]],
    facet: str,
    field: str,
) -> tuple[Share, ...]:
    found: dict[str, list[Entry]] = {}
    if facet == "goal":
        found = {goal: [] for goal in catalogue.vocabularies.get("goals", {})}
    for entry in outcomes:
        for value in values[entry.address][facet]:
            found.setdefault(value, []).append(entry)
    shares = [
        Share(id, tuple(held), tuple(one for one in held if is_derived(catalogue, one, field, id)))
        for id, held in found.items()
    ]
    if facet != "goal":
        shares.sort(key=lambda share: (-len(share.outcomes), share.id))
    return tuple(shares)


def _set(catalogue: Catalogue, entry: Entry, outcomes: tuple[Entry, ...]) -> ProjectSet:
    works = tuple(one for one in outcomes if _outcome(one).part_of == entry.id)
    return ProjectSet(entry, works, by_district(catalogue, _outcome(entry).places))


def _outcome(entry: Entry) -> Outcome:
    return cast(Outcome, entry.record)


def _first_year(entry: Entry) -> int:
    when = _outcome(entry).date
    return when.start.year if when else _UNDATED


def _newest_first(entry: Entry) -> tuple[object, ...]:
    when = _outcome(entry).date
    if when is None:
        return (1, 0, 0, 0, entry.id)
    return (0, -when.end.year, -when.end.month, -when.end.day, entry.id)
