"""The letters that the form asks for, and their state."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.annexes.tables import header
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, Table


def letters(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("letters")),), "letters")
    rows = []
    for one in writer.filled.sections:
        if one.section.kind != "attachment" or "photo" in one.id:
            continue
        state = "; ".join(part.what.en for part in one.missing) or writer.words("not-held")
        rows.append(((writer.run(one.section.title.en),), (writer.run(state),)))
    if rows:
        caption = (writer.run(writer.words("letters")),)
        yield Table(caption, header(writer, "letter", "state"), tuple(rows), (0.5, 0.5), row_headers=True)
