"""The letters and other papers that the form asks for: whether they are held, and who must supply them."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.annexes.tables import header
from gastro.dossier.assembly import Writer
from gastro.dossier.attachments import held_papers, letters_of, paper_line
from gastro.dossier.document import Block, Heading, Paragraph, Runs, Table
from gastro.dossier.filled import FilledSection


def letters(writer: Writer) -> Iterator[Block]:
    """A row for each paper that is held, and for each that is missing; the photos have their own register."""
    yield Heading(1, (writer.run(writer.words("letters")),), "letters")
    asked = letters_of(writer.filled)
    if not asked:
        yield Paragraph((writer.run(writer.words("no-letters")),))
        return
    yield Paragraph((writer.run(writer.words("letters-intro")),))
    rows = tuple(row for one in asked for row in _rows(writer, one))
    columns = header(writer, "letter", "needed", "state", "gap-who")
    title = writer.words("letters")
    yield Table((), columns, rows, (0.28, 0.14, 0.32, 0.26), row_headers=True, title=title)


def _rows(writer: Writer, one: FilledSection) -> Iterator[tuple[Runs, ...]]:
    title = getattr(one.section.title, writer.lang)
    needed = writer.words(one.section.required)
    held = held_papers(one)
    for paper in held:
        state = writer.words("held-as", paper_line(writer.filled, paper, writer.lang))
        yield _row(writer, title, needed, state, "–")
    if one.written and not held:
        yield _row(writer, title, needed, writer.words("answered-in-text"), "–")
    for part in one.missing:
        state = writer.words("not-held-but", getattr(part.what, writer.lang))
        yield _row(writer, title, needed, state, getattr(writer.filled.who(part), writer.lang))
    if not one.written and not one.missing:
        yield _row(writer, title, needed, writer.words("not-held"), "–")


def _row(writer: Writer, *cells: str) -> tuple[Runs, ...]:
    return tuple((writer.run(cell),) for cell in cells)
