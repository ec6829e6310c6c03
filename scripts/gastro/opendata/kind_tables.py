"""The table of each kind of record, of the terms of the vocabularies, and of the photos."""

from __future__ import annotations

from typing import cast

from gastro.catalogue import Entry
from gastro.catalogue.districts import district_of
from gastro.opendata.making import ID_PATTERN, Making, about_columns, column, id_column, position, words
from gastro.opendata.tables import Cell, Row, Table
from gastro.records.kinds import KINDS
from gastro.records.vocabulary import Vocabulary, VocabularyTerm

_IN_A_DISTRICT = ("producers", "places")


def kind_table(making: Making, kind: str) -> Table:
    """One row for each record of a kind."""
    model = KINDS[kind].model
    columns = [id_column(), *making.shaper.columns(model)]
    if kind in _IN_A_DISTRICT:
        columns.append(column("district", refers="places", pattern=ID_PATTERN))
        columns += [column("district_th", derived=True), column("district_en", derived=True)]
    columns += about_columns()
    rows = []
    for entry in making.of(kind):
        row: dict[str, Cell] = {"id": entry.id, **dict(making.shaper.cells(entry.record, model))}
        if kind in _IN_A_DISTRICT:
            row |= _district(making, entry)
        rows.append(row | making.about(entry))
    return Table(kind, *words(f"kind-{kind}"), tuple(columns), ("id",), tuple(rows))


def vocabulary_table(making: Making) -> Table:
    """One row for each term, in the order in which its list is shown."""
    columns = (
        column("vocabulary", pattern=ID_PATTERN, required=True),
        column("vocabulary_th", required=True),
        column("vocabulary_en", required=True),
        position(),
        id_column(),
        *making.shaper.columns(VocabularyTerm),
        *about_columns(),
    )
    rows: list[Row] = []
    for entry in making.of("vocabulary"):
        record = cast(Vocabulary, entry.record)
        for number, term in enumerate(record.terms, start=1):
            row: dict[str, Cell] = {
                "vocabulary": entry.id,
                "vocabulary_th": record.name.th,
                "vocabulary_en": record.name.en,
                "position": number,
                "id": term.id,
            }
            rows.append(row | dict(making.shaper.cells(term, VocabularyTerm)) | making.about(entry))
    return Table("vocabulary", *words("kind-vocabulary"), columns, ("vocabulary", "id"), tuple(rows))


def photos_table(making: Making) -> Table:
    """One row for each photo that may be passed on, with its own licence and the address of the picture."""
    model = KINDS["photos"].model
    columns = (
        id_column(),
        *making.shaper.columns(model),
        column("picture", is_address=True, required=True),
        column("width", type="integer", required=True),
        column("height", type="integer", required=True),
        *(one for one in about_columns() if not one.name.startswith("page")),
    )
    rows = []
    for entry in making.of("photos"):
        picture = making.picture(entry)
        row: dict[str, Cell] = {
            "id": entry.id,
            "picture": str(picture["address"]),
            "width": int(picture["width"]),
            "height": int(picture["height"]),
        }
        row |= dict(making.shaper.cells(entry.record, model)) | dict(making.about(entry))
        rows.append({one.name: row[one.name] for one in columns})
    return Table("photos", *words("data-table-photos"), columns, ("id",), tuple(rows))


def _district(making: Making, entry: Entry) -> dict[str, Cell]:
    place = entry.id if entry.kind == "places" else getattr(entry.record, "place", None)
    id = district_of(making.catalogue, place) if place else None
    found = making.catalogue.get("places", id) if id else None
    names = (found.name("th"), found.name("en")) if found else (None, None)
    return {"district": id, "district_th": names[0], "district_en": names[1]}
