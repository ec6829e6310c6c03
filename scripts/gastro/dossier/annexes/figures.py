"""The figures that the answers use, and how each was arrived at."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.annexes.tables import header, notes
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, Table
from gastro.dossier.filled import passages_of
from gastro.records.figures import Figure
from gastro.text import markdown
from gastro.text.dates import show_date


def figures(writer: Writer) -> Iterator[Block]:
    catalogue = writer.filled.catalogue
    used = {
        id
        for one in writer.filled.sections
        if one.answer
        for passage in passages_of(one.answer)
        for id in markdown.read(passage.en).figures
    }
    yield Heading(1, (writer.run(writer.words("figures")),), "figures")
    rows = []
    for id in sorted(used):
        figure = catalogue.record(Figure, "figures", id)
        year = show_date(figure.date, "en") if figure.date else "–"
        method = writer.wording.line(figure.method.en) if figure.method else (writer.run("–"),)
        sources = notes(writer, figure.sources["value"].sources)
        value = f"{figure.value:,} {figure.unit.en}"
        rows.append(
            (
                (writer.run(figure.name.en),),
                (writer.run(value),),
                (writer.run(year),),
                method,
                sources,
            )
        )
    if rows:
        columns = header(writer, "figure", "value", "year", "method", "sources")
        widths = (0.3, 0.18, 0.14, 0.26, 0.12)
        title = writer.words("figures")
        yield Table((), columns, tuple(rows), widths, row_headers=True, title=title)
