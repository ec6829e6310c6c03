"""Claims: every statement of a record that someone may ask the source of.

A claim is a paragraph or text that cites in itself, or a value marked as a claim in its
model. Its id is the record's address and the way to it: ``desserts/khanom-tan#story.yeast``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from gastro.records.base import Citation, Confidence, Part, Record, Standing, Text
from gastro.records.markers import CLAIM
from gastro.records.model_fields import FieldValue
from gastro.text import markdown


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with its sources, and how sure it is."""

    id: str
    path: tuple[str, ...]
    kind: Literal["text", "value"]
    sources: tuple[str, ...]
    confidence: Confidence
    standing: Standing


def claims_of(address: str, record: Part, values: Iterable[FieldValue]) -> Iterator[Claim]:
    """The claims of one record. Sources and vocabularies are what claims rest on: none."""
    if not isinstance(record, Record):
        return
    for found in values:
        if isinstance(found.value, Text):
            yield _text_claim(address, record, found)
        elif CLAIM in found.marks and found.value not in ((), None):
            yield from _value_claims(address, record, found)


def citation_for(record: Record, path: tuple[str, ...]) -> Citation | None:
    """The entry of the sources map for a value: its own, or that of the field it is in."""
    for length in range(len(path), 0, -1):
        citation = record.sources.get(".".join(path[:length]))
        if citation is not None:
            return citation
    return None


def _text_claim(address: str, record: Record, found: FieldValue) -> Claim:
    text = found.value
    assert isinstance(text, Text)
    path = found.path
    confidence = text.confidence or record.confidence
    standing = text.standing or ("tradition" if path[0] == "tradition" else record.standing)
    cited = markdown.read(text.th).citations
    return Claim(f"{address}#{'.'.join(path)}", path, "text", cited, confidence, standing)


def _value_claims(address: str, record: Record, found: FieldValue) -> Iterator[Claim]:
    """The value as a whole, and each item that the sources map names on its own."""
    name = found.dotted
    items = [key for key in record.sources if key.startswith(f"{name}.")]
    for path in [found.path, *(tuple(key.split(".")) for key in items)]:
        citation = citation_for(record, path)
        yield Claim(
            f"{address}#{'.'.join(path)}",
            path,
            "value",
            citation.sources if citation else (),
            (citation and citation.confidence) or record.confidence,
            (citation and citation.standing) or record.standing,
        )
