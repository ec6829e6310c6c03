"""What was added or changed when, and the version of every record: two small files.

Days come from the history of the record. Where a copy of it has no history, none is told.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from gastro.catalogue.changes import Changed
from gastro.catalogue.versions import version_of
from gastro.opendata.making import Making, words


def changelog_file(making: Making) -> bytes:
    """By day, newest first: the records last changed then, and whether they were new."""
    found = {
        "data_version": making.version,
        "history": "known" if days(making) else "unknown",
        "note": dict(
            zip(("th", "en"), words(f"data-history-{'known' if days(making) else 'unknown'}"), strict=True)
        ),
        "days": days(making),
    }
    return _json(found)


def versions_file(making: Making) -> bytes:
    """The version of the whole, and of each record by its address."""
    records = {entry.address: version_of(entry) for entry in making.entries}
    return _json({"data_version": making.version, "records": records})


def days(making: Making) -> list[dict[str, Any]]:
    """The last changes by day, newest first; empty where the history is not known."""
    changes = [change for change in making.changes if change.address in making.addresses]
    return [
        {"date": day, "records": [_record(making, change) for change in sorted(group, key=_address)]}
        for day, group in groupby(changes, key=lambda change: str(change.date))
    ]


def _record(making: Making, change: Changed) -> dict[str, str]:
    return {
        "record": change.address,
        "change": "added" if change.new else "changed",
        "version": version_of(making.catalogue.at(change.address)),
    }


def _address(change: Changed) -> str:
    return change.address


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=0) + "\n").encode("utf-8")
