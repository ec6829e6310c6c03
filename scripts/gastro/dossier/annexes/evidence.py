"""The criteria matrix and the evidence index: each claim, the records it rests on, their sources."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue.criteria import standings, support_of
from gastro.dossier.annexes.charts import evidence_chart
from gastro.dossier.annexes.tables import header, notes
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, ListBlock, Paragraph, Table
from gastro.records.evidence import Evidence


def matrix(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("matrix")),), "matrix")
    rows = []
    for standing in standings(writer.filled.catalogue):
        counted = [str(standing.strengths[strength]) for strength in ("strong", "fair", "thin")]
        cells = (standing.term.label.en, str(len(standing.pieces)), *counted)
        rows.append(tuple((writer.run(cell),) for cell in cells))
    columns = header(writer, "criterion", "pieces", "strong", "fair", "thin")
    widths = (0.52, 0.12, 0.12, 0.12, 0.12)
    title = writer.words("matrix")
    chart = evidence_chart(writer)
    if chart is not None:
        yield chart
    yield Table((), columns, tuple(rows), widths, row_headers=True, title=title)


def evidence(writer: Writer) -> Iterator[Block]:
    catalogue = writer.filled.catalogue
    yield Heading(1, (writer.run(writer.words("evidence")),), "evidence")
    yield Paragraph((writer.run(writer.words("evidence-intro")),))
    columns = header(writer, "piece", "records", "sources", "strength")
    for standing in standings(catalogue):
        yield Heading(2, (writer.run(standing.term.label.en),), f"criterion-{standing.term.id}")
        rows = []
        for entry in standing.pieces:
            piece = entry.record
            assert isinstance(piece, Evidence)
            support = support_of(catalogue, entry)
            names = "; ".join(record.name("en") for record in support.records)
            rows.append(
                (
                    (writer.run(piece.name.en),),
                    (writer.run(names or "–"),),
                    notes(writer, support.sources),
                    (writer.run(writer.words(piece.strength)),),
                )
            )
        if rows:
            title = standing.term.label.en
            widths = (0.34, 0.38, 0.16, 0.12)
            yield Table((), columns, tuple(rows), widths, row_headers=True, title=title)
        if standing.missing:
            yield Paragraph((writer.run(writer.words("still-missing")),), style="label")
            yield ListBlock(tuple((writer.run(label.en),) for label in standing.missing))
