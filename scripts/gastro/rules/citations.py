"""Every paragraph, list item and value has its source, the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue, Entry
from gastro.problems import Problem
from gastro.records.base import Label, Record, Text
from gastro.records.model_fields import FieldValue
from gastro.text import markdown


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        for found in entry.values:
            if isinstance(found.value, Text):
                yield from _text(entry, found, found.value)
            elif isinstance(found.value, Label):
                yield from _label(entry, found, found.value)
        if isinstance(entry.record, Record):
            yield from _values(entry)
            yield from _for_nothing(entry, entry.record)


def _text(entry: Entry, found: FieldValue, text: Text) -> Iterator[Problem]:
    readings = {"th": markdown.read(text.th), "en": markdown.read(text.en)}
    for lang, reading in readings.items():
        for number, block in enumerate(reading.blocks, start=1):
            if not block.citations:
                yield entry.problem("uncited-text", (*found.path, lang), number=number)
    th, en = (set(readings[lang].citations) for lang in ("th", "en"))
    if th != en and th and en:
        values = {"th": ", ".join(sorted(th - en)) or "–", "en": ", ".join(sorted(en - th)) or "–"}
        yield entry.problem("citations-differ", found.path, key=True, **values)


def _label(entry: Entry, found: FieldValue, label: Label) -> Iterator[Problem]:
    for lang in ("th", "en"):
        if markdown.CITATION.search(getattr(label, lang)):
            yield entry.problem("citation-in-name", (*found.path, lang))


def _values(entry: Entry) -> Iterator[Problem]:
    for claim in entry.claims:
        if claim.kind == "value" and not claim.sources:
            yield entry.problem("uncited-value", claim.path, key=True)


def _for_nothing(entry: Entry, record: Record) -> Iterator[Problem]:
    claimed = {claim.path[0] for claim in entry.claims if claim.kind == "value"}
    there = {found.dotted for found in entry.values if found.value not in ((), None)}
    for key in record.sources:
        if key not in there or key.partition(".")[0] not in claimed:
            yield entry.problem("source-for-nothing", ("sources", key), key=True, name=key)
