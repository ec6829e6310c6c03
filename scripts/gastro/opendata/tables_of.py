"""All tables of open data, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.opendata.index_tables import claims_table, records_table
from gastro.opendata.kind_tables import kind_table, photos_table, vocabulary_table
from gastro.opendata.making import Making
from gastro.opendata.part_tables import other_names_table, part_tables
from gastro.opendata.tables import Table
from gastro.records.kinds import PUBLIC_KINDS


def tables_of(making: Making) -> tuple[Table, ...]:
    """Each kind with what its records list, then what all kinds share."""
    return tuple(_tables(making))


def _tables(making: Making) -> Iterator[Table]:
    for kind in PUBLIC_KINDS:
        yield kind_table(making, kind.name)
        yield from part_tables(making, kind.name)
    yield vocabulary_table(making)
    yield photos_table(making)
    yield other_names_table(making)
    yield records_table(making)
    yield claims_table(making)
