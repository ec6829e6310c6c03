"""No two records of a kind share a name; a district and a tambon may."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue, Entry
from gastro.problems import Problem
from gastro.records.base import Record
from gastro.records.places import Place
from gastro.text.thai import comparison_key

_KINDS = ("desserts", "recipes", "ingredients", "producers", "places", "outcomes", "organisations", "events")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for kind in _KINDS:
        seen: dict[tuple[str, str], Entry] = {}
        for entry in catalogue.of(kind):
            for path, name in _names(entry):
                key = (_level(entry), comparison_key(name))
                other = seen.setdefault(key, entry)
                if other is not entry:
                    yield entry.problem("duplicate-name", path, value=name, other=f"{other.address}.yml")


def _level(entry: Entry) -> str:
    """Places are compared within their kind of place."""
    return entry.record.kind if isinstance(entry.record, Place) else ""


def _names(entry: Entry) -> Iterator[tuple[tuple[str, ...], str]]:
    record = entry.record
    assert isinstance(record, Record)
    yield ("name", "th"), record.name.th
    yield ("name", "en"), record.name.en
    for number, other in enumerate(record.other_names, start=1):
        yield ("other_names", str(number), "name"), other.name
