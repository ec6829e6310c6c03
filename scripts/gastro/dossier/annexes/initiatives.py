"""The initiatives that the answers tell of, year by year, and their budgets, under the key of each."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue.catalogue import Entry
from gastro.catalogue.initiative_log import initiative_log
from gastro.dossier.annexes.charts import initiatives_chart
from gastro.dossier.annexes.tables import cited, header
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, Paragraph, Runs, Table
from gastro.records.base import Record
from gastro.records.initiatives import Initiative
from gastro.text.dates import show_date


def initiatives(writer: Writer) -> Iterator[Block]:
    """Nothing where no answer tells of an initiative."""
    ids = used(writer)
    if not ids:
        return
    yield Heading(1, (writer.run(writer.words("initiatives")),), "initiatives")
    yield Paragraph((writer.run(writer.words("initiatives-intro")),))
    catalogue = writer.filled.catalogue
    chart = initiatives_chart(writer, ids)
    if chart is not None:
        yield chart
        yield Paragraph((writer.run(writer.words("initiatives-chart")),), style="small")
    rows: list[tuple[Runs, ...]] = []
    for one in initiative_log(catalogue, ids):
        what, sources = _told(writer, one.what) if isinstance(one.what, Entry) else _line(writer, one.what.en)
        day = (writer.run(show_date(one.date, writer.lang)),)
        key = (writer.run(one.initiative.name("en")), writer.run(f" ({one.initiative.id})", italic=True))
        rows.append((day, key, what, sources))
    columns = header(writer, "date", "initiative", "what-happened", "sources")
    title = writer.words("initiatives")
    if rows:
        yield Table((), columns, tuple(rows), (0.2, 0.3, 0.36, 0.14), row_headers=True, title=title)
    yield from _budgets(writer, ids)


def used(writer: Writer) -> tuple[str, ...]:
    """Ids of the initiatives in the answers, each once, in the order of the form."""
    items = (item for one in writer.filled.sections if one.answer for item in one.answer.items)
    return tuple(dict.fromkeys(item.initiative for item in items if item.initiative is not None))


def _told(writer: Writer, event: Entry) -> tuple[Runs, Runs]:
    assert isinstance(event.record, Record)
    return (writer.run(event.name(writer.lang)),), cited(writer, event.record, "date")


def _line(writer: Writer, text: str) -> tuple[Runs, Runs]:
    """The words of an entry of the log, and its notes, which have a column of their own."""
    runs = writer.wording.line(text)
    return tuple(run for run in runs if not run.raised), tuple(run for run in runs if run.raised)


def _budgets(writer: Writer, ids: tuple[str, ...]) -> Iterator[Block]:
    catalogue = writer.filled.catalogue
    for id in ids:
        initiative = catalogue.record(Initiative, "initiatives", id)
        if not initiative.budget:
            continue
        title = writer.words("budget-of", initiative.name.en)
        yield Heading(2, (writer.run(title),), f"budget-{id}")
        rows: list[tuple[Runs, ...]] = []
        for line in initiative.budget:
            amount = f"{line.amount:,} {line.currency}"
            sources = cited(writer, initiative, "budget", line.id)
            rows.append(((writer.run(line.name.en),), (writer.run(amount),), sources))
        for currency, total in initiative.totals.items():
            rows.append(
                (
                    (writer.run(writer.words("total"), bold=True),),
                    (writer.run(f"{total:,} {currency}", bold=True),),
                    (),
                )
            )
        columns = header(writer, "budget-line", "amount", "sources")
        yield Table((), columns, tuple(rows), (0.55, 0.3, 0.15), row_headers=True, title=title)
