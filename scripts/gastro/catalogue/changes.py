"""When records last changed, for the news of the record and for those who keep copies."""

from __future__ import annotations

from dataclasses import dataclass

from gastro.text.dates import When


@dataclass(frozen=True, slots=True)
class Changed:
    """A record's last change: its address, the day, and whether it was new then."""

    address: str
    date: When
    new: bool
