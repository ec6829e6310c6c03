"""The map of the province and the table of its districts, from the same positions as the map of the site."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.annexes.drawings import drawn
from gastro.dossier.annexes.tables import header
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, PageBreak, Paragraph, Picture, Runs, Table
from gastro.pages.labels import labels
from gastro.pages.map_marks import LAYERS, Chart
from gastro.pages.maps import Maps

COUNTED = ("maker", "eat", "market", "learn", "sight")
"""Layers with a column of their own; districts and tambons only help to find one's way."""


def province(writer: Writer) -> Iterator[Block]:
    """A map, and a row for each district; nothing where no record has a position."""
    maps = Maps(writer.filled.catalogue, "en")
    chart = maps.of_province()
    if not chart.spots:
        return
    words = labels("en")
    yield PageBreak()
    yield Heading(1, (writer.run(writer.words("map")),), "map")
    yield Paragraph((writer.run(writer.words("map-intro")),))
    sections = [one for one in maps.sections(chart) if one.title]
    told = "; ".join(f"{one.title} {len(one.spots)}" for one in sections)
    alt = writer.words("map-alt", len(chart.spots), told)
    yield Picture(drawn("map", chart=chart, key=_key(maps, chart)), "svg", alt, width=0.84)
    note = f"{words['map-schematic']} {words['map-credit-short']}."
    yield Paragraph((writer.run(note),), style="small")
    layers = [layer for layer in COUNTED if layer in maps.counts(chart)]
    if not layers:
        return
    rows: list[tuple[Runs, ...]] = []
    for one in sections:
        counts = [sum(spot.layer == layer for spot in one.spots) for layer in layers]
        rows.append(tuple((writer.run(cell),) for cell in (one.title, *map(str, counts))))
    columns = (*header(writer, "district"), *((writer.run(words[f"map-layer-{one}"]),) for one in layers))
    widths = (0.28, *(0.72 / len(layers),) * len(layers))
    title = writer.words("map")
    yield Table((), columns, tuple(rows), widths, row_headers=True, title=title)


def _key(maps: Maps, chart: Chart) -> list[dict[str, object]]:
    words = labels("en")
    counts = maps.counts(chart)
    key: list[dict[str, object]] = [
        {"layer": layer, "name": words[f"map-layer-{layer}"], "count": counts[layer]}
        for layer in LAYERS
        if layer in counts
    ]
    if any(len(group.spots) > 1 for group in chart.groups):
        key.append({"layer": "", "name": words["map-several"], "count": 0})
    return key
