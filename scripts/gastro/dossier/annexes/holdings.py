"""What the record holds, counted: sweets by family and tie to the province, producers by kind.

The counts are of records. A sweet may be of several families, so that families do not add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gastro.dossier.annexes.charts import bars
from gastro.dossier.annexes.tables import header
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, PageBreak, Paragraph, Picture, Run, Runs, Table
from gastro.pages.map_marks import is_left_out
from gastro.pages.sharing import page_address
from gastro.records.desserts import Dessert
from gastro.records.producers import Producer

Counts = Mapping[str, Sequence[int]]


def holdings(writer: Writer) -> Iterator[Block]:
    """Nothing where there are neither sweets nor producers."""
    ties, families = families_by_tie(writer)
    kinds = producers_by_kind(writer)
    if not families and not kinds:
        return
    yield PageBreak()
    yield Heading(1, (writer.run(writer.words("holdings")),), "holdings")
    yield Paragraph((writer.run(writer.words("holdings-intro")),))
    if families:
        yield Heading(2, (writer.run(writer.words("families")),), "holdings-sweets")
        sweets = len(writer.filled.catalogue.of("desserts"))
        yield _said(writer, "families-note", sweets, kind="desserts")
        yield from _families(writer, ties, families)
    if kinds:
        yield Heading(2, (writer.run(writer.words("producers-by-kind")),), "holdings-producers")
        yield _said(writer, "producers-note", sum(sum(row) for row in kinds.values()), kind="producers")
        yield from _kinds(writer, kinds)


def families_by_tie(writer: Writer) -> tuple[tuple[str, ...], Counts]:
    """The ties that some sweet has, and of each family how many sweets have which; most sweets first."""
    catalogue = writer.filled.catalogue
    sweets = [entry.record for entry in catalogue.of("desserts") if isinstance(entry.record, Dessert)]
    known = catalogue.vocabularies
    ties = [id for id in known.get("ties", {}) if any(sweet.tie == id for sweet in sweets)]
    found = {
        term.label.en: [sum(sweet.tie == tie and id in sweet.categories for sweet in sweets) for tie in ties]
        for id, term in known.get("categories", {}).items()
    }
    return tuple(known["ties"][tie].label.en for tie in ties), _most_first(found)


def producers_by_kind(writer: Writer) -> Counts:
    """How many producers there are of each kind, without those that closed; most first."""
    catalogue = writer.filled.catalogue
    kinds = [
        entry.record.kind
        for entry in catalogue.of("producers")
        if isinstance(entry.record, Producer) and not is_left_out(entry)
    ]
    terms = catalogue.vocabularies.get("producer-kinds", {})
    return _most_first({term.label.en: [kinds.count(id)] for id, term in terms.items()})


def _most_first(rows: Counts) -> Counts:
    """Rows that hold something; those that hold as much keep their order."""
    ordered = sorted(rows.items(), key=lambda row: -sum(row[1]))
    return {name: counts for name, counts in ordered if sum(counts)}


def _said(writer: Writer, key: str, count: int, *, kind: str) -> Paragraph:
    """How many are counted, and where each stands with its sources."""
    href = page_address(writer.filled.site_url, writer.lang, kind)
    said = writer.run(f"{writer.words(key, count)} ")
    return Paragraph((said, Run(writer.words("each-with-sources"), href=href)), style="body")


def _families(writer: Writer, ties: Sequence[str], families: Counts) -> Iterator[Block]:
    picture = bars(families, ties, row=29)
    if picture is not None:
        told = "; ".join(f"{name} {_parts(counts, ties)}" for name, counts in families.items())
        yield Picture(picture, "svg", writer.words("family-chart-alt", told))
    rows: list[tuple[Runs, ...]] = []
    for name, counts in families.items():
        rows.append(tuple((writer.run(cell),) for cell in (name, *map(str, counts), str(sum(counts)))))
    columns = (*header(writer, "family"), *((writer.run(tie),) for tie in ties), *header(writer, "total"))
    widths = (0.22, *(0.68 / len(ties),) * len(ties), 0.1)
    yield Table((), columns, tuple(rows), widths, row_headers=True, title=writer.words("families"))


def _kinds(writer: Writer, kinds: Counts) -> Iterator[Block]:
    """A chart, and the same in a line: one number for each kind needs no table."""
    told = "; ".join(f"{name} {counts[0]}" for name, counts in kinds.items())
    picture = bars(kinds, ("",), row=29)
    if picture is not None:
        yield Picture(picture, "svg", writer.words("kind-chart-alt", told))
    yield Paragraph((writer.run(f"{told}."),), style="small")


def _parts(counts: Sequence[int], parts: Sequence[str]) -> str:
    """``10 (6 signature, 4 general)``: the whole first, then the parts that it has."""
    told = ", ".join(f"{count} {part}" for count, part in zip(counts, parts, strict=True) if count)
    return f"{sum(counts)} ({told})"
