"""Annexes: what stands behind the answers. Evidence, criteria, figures, photos, letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from gastro.catalogue.criteria import standings, support_of
from gastro.dossier.assembly import Writer, framed, opening
from gastro.dossier.bibliography import bibliography
from gastro.dossier.document import Block, Contents, Document, Heading, PageBreak, Paragraph, Run, Runs, Table
from gastro.dossier.filled import Filled, passages_of
from gastro.dossier.wording import Citing
from gastro.records.evidence import Evidence
from gastro.records.figures import Figure
from gastro.records.photos import Photo
from gastro.text import markdown
from gastro.text.dates import show_date


def annex_document(filled: Filled, as_of: date, version: str, *, draft: bool) -> Document:
    """All annexes in one document, in the form's language."""
    citing = Citing()
    writer = Writer(filled, "en", filled.wording("en", citing))
    blocks: list[Block] = [
        *opening(writer, as_of, version),
        Contents(writer.words("contents"), depth=2),
        PageBreak(),
    ]
    for part in (_matrix, _evidence, _figures, _photos, _letters):
        blocks += part(writer)
    blocks.append(Heading(1, (Run(writer.words("bibliography")),), "bibliography"))
    blocks.append(bibliography(filled.catalogue, citing, "en"))
    title = f"{filled.submission.name.en}: {writer.words('annexes')}"
    return framed(writer, as_of, tuple(blocks), title, draft=draft)


def _header(writer: Writer, *keys: str) -> tuple[Runs, ...]:
    return tuple((writer.run(writer.words(key)),) for key in keys)


def _matrix(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("matrix")),), "matrix")
    rows = []
    for standing in standings(writer.filled.catalogue):
        counted = [str(standing.strengths[strength]) for strength in ("strong", "fair", "thin")]
        missing = "; ".join(label.en for label in standing.missing) or "–"
        cells = (standing.term.label.en, str(len(standing.pieces)), *counted, missing)
        rows.append(tuple((writer.run(cell),) for cell in cells))
    header = _header(writer, "criterion", "pieces", "strong", "fair", "thin", "still-missing")
    widths = (0.28, 0.09, 0.09, 0.09, 0.09, 0.36)
    yield Table((writer.run(writer.words("matrix")),), header, tuple(rows), widths, row_headers=True)


def _evidence(writer: Writer) -> Iterator[Block]:
    catalogue = writer.filled.catalogue
    yield Heading(1, (writer.run(writer.words("evidence")),), "evidence")
    yield Paragraph((writer.run(writer.words("evidence-intro")),))
    header = _header(writer, "piece", "records", "sources", "strength")
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
                    _notes(writer, support.sources),
                    (writer.run(writer.words(piece.strength)),),
                )
            )
        if rows:
            caption = (writer.run(standing.term.label.en),)
            yield Table(caption, header, tuple(rows), (0.36, 0.34, 0.16, 0.14), row_headers=True)


def _notes(writer: Writer, sources: Iterable[str]) -> Runs:
    """Numbers of notes with a space between, so that a narrow cell can break them."""
    found: list[Run] = []
    for note in writer.wording.line("".join(f"[^{source}]" for source in sources)):
        found += [Run(" ")] if found else []
        found.append(note)
    return tuple(found)


def _figures(writer: Writer) -> Iterator[Block]:
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
        sources = _notes(writer, figure.sources["value"].sources)
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
        header = _header(writer, "figure", "value", "year", "method", "sources")
        caption = (writer.run(writer.words("figures")),)
        yield Table(caption, header, tuple(rows), (0.28, 0.18, 0.12, 0.32, 0.1), row_headers=True)


def _photos(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("photos")),), "photos")
    chosen = [id for one in writer.filled.sections if one.answer for id in one.answer.photos]
    if not chosen:
        yield Paragraph((writer.run(writer.words("no-photos")),), style="gap")
    for id in chosen:
        photo = writer.filled.catalogue.record(Photo, "photos", id)
        yield Paragraph((writer.run(photo.caption.en, bold=True), writer.run(f" · {photo.photographer.en}")))


def _letters(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("letters")),), "letters")
    rows = []
    for one in writer.filled.sections:
        if one.section.kind != "attachment" or "photo" in one.id:
            continue
        state = "; ".join(part.what.en for part in one.missing) or writer.words("not-held")
        rows.append(((writer.run(one.section.title.en),), (writer.run(state),)))
    if rows:
        caption = (writer.run(writer.words("letters")),)
        yield Table(caption, _header(writer, "letter", "state"), tuple(rows), (0.5, 0.5), row_headers=True)
