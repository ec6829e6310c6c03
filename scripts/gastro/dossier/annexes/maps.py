"""The map of the province, the register of what stands on it, and the table of its districts."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from gastro.catalogue.claims import citation_for
from gastro.dossier.annexes.drawings import drawn
from gastro.dossier.annexes.place_map import PlaceMap, place_map, sea_name
from gastro.dossier.annexes.tables import header, notes
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, PageBreak, Paragraph, Picture, Runs, Table
from gastro.pages.labels import labels
from gastro.pages.map_marks import LAYERS, Spot
from gastro.pages.maps import Maps
from gastro.records.base import Record
from gastro.text.thai import sort_key

_KEY_LETTERS = 29


def province(writer: Writer) -> Iterator[Block]:
    """A map, a row for each district, a row for each record; nothing where too few have a position."""
    catalogue = writer.filled.catalogue
    chart = place_map(catalogue)
    if chart is None:
        return
    words = labels("en")
    maps = Maps(catalogue, "en")
    layers = [one for one in LAYERS if any(spot.layer == one for spot in chart.spots)]
    districts = _by_district(writer, chart)
    yield PageBreak()
    yield Heading(1, (writer.run(writer.words("map")),), "map")
    yield Paragraph((writer.run(writer.words("map-intro")),))
    picture = drawn("map", map=chart, key=_key(maps, chart, layers), sea=sea_name(chart.projection))
    told = "; ".join(f"{name or words['map-other']} {len(spots)}" for name, spots in districts)
    yield Picture(picture, "svg", writer.words("map-alt", len(chart.spots), told))
    credit = ". ".join(words[f"map-credit-{one}"] for one in ("province", "coast", "drawing"))
    yield Paragraph((writer.run(f"{words['map-schematic']} {credit}."),), style="small")
    yield Heading(2, (writer.run(writer.words("map-districts")),), "map-districts")
    yield _districts(writer, districts, layers)
    yield Heading(2, (writer.run(writer.words("map-register")),), "map-register")
    yield _register(writer, maps, chart)


def _by_district(writer: Writer, chart: PlaceMap) -> list[tuple[str, list[Spot]]]:
    """Every district with its records in the order of names; at last those of none, without a name."""
    catalogue = writer.filled.catalogue
    ids = sorted(
        {spot.entry.id for spot in chart.districts} | {spot.district for spot in chart.spots} - {""},
        key=lambda id: sort_key(catalogue.at(f"places/{id}").name("en")),
    )
    found = [
        (catalogue.at(f"places/{id}").name("en"), [spot for spot in chart.spots if spot.district == id])
        for id in ids
    ]
    rest = [spot for spot in chart.spots if not spot.district]
    return [*found, ("", rest)] if rest else found


def _districts(writer: Writer, districts: list[tuple[str, list[Spot]]], layers: list[str]) -> Table:
    words = labels("en")
    rows: list[tuple[Runs, ...]] = []
    everything = [spot for _, spots in districts for spot in spots]
    named = [(name or words["map-other"], spots) for name, spots in districts]
    for name, spots in (*named, (writer.words("total"), everything)):
        counts = [sum(spot.layer == layer for spot in spots) for layer in layers]
        cells = (name, *map(str, counts), str(len(spots)))
        rows.append(tuple((writer.run(cell, bold=spots is everything),) for cell in cells))
    columns = (
        *header(writer, "district"),
        *((writer.run(words[f"map-layer-{one}"]),) for one in layers),
        *header(writer, "total"),
    )
    widths = (0.34, *(0.54 / len(layers),) * len(layers), 0.12)
    return Table((), columns, tuple(rows), widths, row_headers=True, title=writer.words("map-districts"))


def _register(writer: Writer, maps: Maps, chart: PlaceMap) -> Table:
    """What each number stands for, how exactly its place is known, and who says so."""
    rows: list[tuple[Runs, ...]] = []
    for spot in chart.spots:
        record = spot.entry.record
        assert isinstance(record, Record)
        cited = (citation_for(record, (field,)) for field in ("coordinates", "place", "within"))
        sources = dict.fromkeys(source for one in cited if one for source in one.sources)
        cells = (str(spot.number), spot.entry.name("en"), maps.kind(spot.entry), maps.exactness(spot))
        rows.append((*((writer.run(cell),) for cell in cells), notes(writer, sources)))
    columns = header(writer, "number", "record", "kind", "position", "sources")
    widths = (0.08, 0.32, 0.2, 0.28, 0.12)
    return Table((), columns, tuple(rows), widths, row_headers=True, title=writer.words("map-register"))


def _key(maps: Maps, chart: PlaceMap, layers: list[str]) -> list[dict[str, object]]:
    """The lines of the key: kinds of markers with their counts, then how exact a point is."""
    words = labels("en")
    rows: list[tuple[str, str, str]] = [
        ("layer", one, f"{words[f'map-layer-{one}']} ({sum(spot.layer == one for spot in chart.spots)})")
        for one in layers
    ]
    if chart.districts:
        rows.append(("district", "", words["map-reference-district"]))
    if any(len(mark.spots) > 1 for mark in chart.marks):
        rows.append(("several", "", words["dossier-map-several"]))
    found = {mark.exactness for mark in chart.marks}
    rows += [
        ("exactness", one, words[f"dossier-map-{one}"])
        for one in ("exact", "approximate", "tambon", "district")
        if one in found
    ]
    key: list[dict[str, object]] = []
    y = 0
    for sort, name, text in rows:
        lines = wrap(text, _KEY_LETTERS)
        key.append({"sort": sort, "name": name, "lines": lines, "y": y})
        y += 17 * len(lines) + 13
    return key
