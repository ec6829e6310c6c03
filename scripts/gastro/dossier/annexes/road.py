"""The road to the designation and what followed: the steps that the story of the bid names, by their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from gastro.catalogue.timeline import Step, timeline
from gastro.dossier.annexes.charts import years_chart
from gastro.dossier.annexes.tables import cited, header
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, Paragraph, Runs, Table
from gastro.records.base import Record
from gastro.text.dates import show_date

DEADLINE: Final = "deadline"
"""The day of a form by which it had to be sent: what is later is no part of that bid."""


def road(writer: Writer) -> Iterator[Block]:
    """A chart of the years and a row for each step; nothing where no story names a step."""
    last = closing_day(writer)
    steps = steps_until(writer, last)
    if not steps:
        return
    yield Heading(1, (writer.run(writer.words("road")),), "road")
    yield Paragraph((writer.run(writer.words("road-intro" if last is None else "road-intro-until")),))
    chart = years_chart(writer, steps)
    if chart is not None:
        yield chart
        yield Paragraph((writer.run(writer.words("road-chart")),), style="small")
    rows: list[tuple[Runs, ...]] = []
    for number, step in enumerate(steps, 1):
        record = step.entry.record
        assert isinstance(record, Record)
        cells = (str(number), show_date(step.when, writer.lang), step.entry.name(writer.lang))
        sources = cited(writer, record, "date")
        bold = step.is_designation
        rows.append((*((writer.run(cell, bold=bold),) for cell in cells), sources))
    columns = header(writer, "number", "date", "what-happened", "sources")
    title = writer.words("road")
    yield Table((), columns, tuple(rows), (0.08, 0.24, 0.54, 0.14), row_headers=True, title=title)


def closing_day(writer: Writer) -> date | None:
    """The last day for a form that had to be sent by a day."""
    days = [one.date.end.last_day for one in writer.filled.form.dates if one.id == DEADLINE]
    return max(days, default=None)


def steps_until(writer: Writer, last: date | None) -> tuple[Step, ...]:
    """Steps of the bid that were over by a day, or all of them."""
    found = (step for year in timeline(writer.filled.catalogue).years for step in year.steps)
    return tuple(
        step for step in found if step.of_the_bid and (last is None or step.when.end.last_day <= last)
    )
