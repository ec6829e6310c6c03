"""Tables over all kinds: the index of records, and every statement with its sources and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Entry
from gastro.catalogue.claims import Claim, citation_for
from gastro.opendata.making import ADDRESS_PATTERN, ID_PATTERN, Making, about_columns, column, words
from gastro.opendata.tables import Row, Table
from gastro.records.base import Record

CONFIDENCE = ("strong", "one-source", "weak")
STANDING = ("stated", "tradition", "contested", "derived")


def records_table(making: Making) -> Table:
    """Every record: address, names, version."""
    columns = (
        column("address", pattern=ADDRESS_PATTERN, required=True),
        column("kind", choices=tuple(dict.fromkeys(entry.kind for entry in making.entries)), required=True),
        column("id", pattern=ID_PATTERN, required=True),
        column("name_th", required=True),
        column("name_en", required=True),
        *about_columns(),
    )
    rows = tuple(
        {
            "address": entry.address,
            "kind": entry.kind,
            "id": entry.id,
            "name_th": entry.name("th"),
            "name_en": entry.name("en"),
            **making.about(entry),
        }
        for entry in making.entries
    )
    return Table("records", *words("data-table-records"), columns, ("address",), rows)


def claims_table(making: Making) -> Table:
    """Every statement: where it stands, what it rests on, how sure it is."""
    columns = (
        column("id", "data-column-claim", required=True),
        column("record", refers="records", required=True),
        column("field", required=True),
        column("type", choices=("text", "value"), required=True),
        column("confidence", choices=CONFIDENCE, required=True),
        column("standing", choices=STANDING, required=True),
        column("sources", type="list", refers="sources"),
        column("note_th"),
        column("note_en"),
    )
    rows = tuple(_row(entry, claim) for entry, claim in _claims(making))
    return Table("claims", *words("data-table-claims"), columns, ("id",), rows)


def _claims(making: Making) -> Iterator[tuple[Entry, Claim]]:
    for entry in making.entries:
        for claim in entry.claims:
            yield entry, claim


def _row(entry: Entry, claim: Claim) -> Row:
    assert isinstance(entry.record, Record)
    citation = citation_for(entry.record, claim.path) if claim.kind == "value" else None
    note = citation.note if citation else None
    return {
        "id": claim.id,
        "record": entry.address,
        "field": ".".join(claim.path),
        "type": claim.kind,
        "confidence": claim.confidence,
        "standing": claim.standing,
        "sources": claim.sources,
        "note_th": note.th if note else None,
        "note_en": note.en if note else None,
    }
