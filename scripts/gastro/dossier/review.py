"""The review copy: English and Thai side by side, for the provincial board to read and correct."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gastro.dossier.assembly import Writer, framed, level, opening
from gastro.dossier.bibliography import bibliography
from gastro.dossier.checks import Shortcoming
from gastro.dossier.document import (
    Beside,
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from gastro.dossier.filled import Filled
from gastro.dossier.wording import Citing, Wording


def review_document(
    filled: Filled, as_of: date, version: str, found: tuple[Shortcoming, ...], *, draft: bool
) -> Document:
    """What the board is given: what stands before sending, then each section in both languages."""
    citing = Citing()
    thai = Writer(filled, "th", Wording(filled.catalogue, "th", "th", filled.site_url, citing))
    english = Writer(filled, "en", Wording(filled.catalogue, "en", "th", filled.site_url, citing))
    blocks: list[Block] = [
        *opening(thai, as_of, version),
        Contents(thai.words("contents"), depth=2),
        PageBreak(),
    ]
    if found:
        blocks += _before_sending(thai, filled, found)
    for one in filled.sections:
        blocks.append(thai.heading(one, level(filled, one)))
        title = english.run(one.section.title.en, bold=True)
        left: tuple[Block, ...] = (_paragraph(title), *english.section(one))
        right: tuple[Block, ...] = (_paragraph(thai.run(one.section.title.th, bold=True)), *thai.section(one))
        blocks.append(Beside(_without_headings(left), _without_headings(right)))
    blocks.append(Heading(1, (Run(thai.words("bibliography")),), "bibliography"))
    blocks.append(bibliography(filled.catalogue, citing, "th"))
    name = f"{filled.submission.name.th} · {thai.words('review')}"
    return framed(thai, as_of, tuple(blocks), name, draft=draft)


def _before_sending(writer: Writer, filled: Filled, found: tuple[Shortcoming, ...]) -> Iterator[Block]:
    titles = {one.id: one.section.title for one in filled.sections}
    yield Heading(1, (writer.run(writer.words("shortcomings")),), "shortcomings")
    header = tuple((writer.run(writer.words(key)),) for key in ("section", "what", "gap-who"))
    rows = tuple(
        (
            (writer.run(getattr(titles[one.section], writer.lang) if one.section else ""),),
            (writer.run(getattr(one.message, writer.lang)),),
            (writer.run(getattr(one.who, writer.lang) if one.who else ""),),
        )
        for one in found
    )
    yield Table((writer.run(writer.words("shortcomings")),), header, rows, (0.3, 0.45, 0.25))


def _paragraph(run: Run) -> Block:
    return Paragraph((run,), style="label")


def _without_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings within a column would stand in the contents twice: they become labels."""
    return tuple(
        _paragraph(Run("".join(run.text for run in block.runs), lang=block.runs[0].lang, bold=True))
        if isinstance(block, Heading)
        else block
        for block in blocks
    )
