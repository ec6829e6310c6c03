"""The criteria matrix and the evidence index: each claim, the records it rests on, their sources."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue.criteria import standings, support_of
from gastro.dossier.annexes.tables import header, notes
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, Paragraph, Table
from gastro.records.evidence import Evidence


def matrix(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("matrix")),), "matrix")
    rows = []
    for standing in standings(writer.filled.catalogue):
        counted = [str(standing.strengths[strength]) for strength in ("strong", "fair", "thin")]
        missing = "; ".join(label.en for label in standing.missing) or "–"
        cells = (standing.term.label.en, str(len(standing.pieces)), *counted, missing)
        rows.append(tuple((writer.run(cell),) for cell in cells))
    columns = header(writer, "criterion", "pieces", "strong", "fair", "thin", "still-missing")
    widths = (0.28, 0.09, 0.09, 0.09, 0.09, 0.36)
    yield Table((writer.run(writer.words("matrix")),), columns, tuple(rows), widths, row_headers=True)


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
            caption = (writer.run(standing.term.label.en),)
            yield Table(caption, columns, tuple(rows), (0.36, 0.34, 0.16, 0.14), row_headers=True)
