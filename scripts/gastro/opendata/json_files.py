"""Records as JSON: nested as they are kept, texts as plain words with their sources beside them.

What a record does not say is left out. ``sources`` says for each value what it rests on and how
sure it is; texts say so themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from gastro.catalogue import Entry
from gastro.catalogue.versions import data_version, version_of
from gastro.opendata.hints import hints
from gastro.opendata.making import Making
from gastro.opendata.plain import cited
from gastro.opendata.shape import NOT_SHOWN, number
from gastro.records.base import Part, Record, Text
from gastro.records.markers import Reference
from gastro.text.dates import When

Json = Any
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def json_file(making: Making, kind: str) -> bytes:
    """All records of a kind, a line each."""
    entries = making.of(kind)
    head = {"kind": kind, "version": data_version(entries), "data_version": making.version}
    if kind != "photos":  # each has its own
        head["licence"] = LICENCE
    head["about"] = making.file("data/")
    return _lines(head, "records", (json_record(making, entry) for entry in entries))


def json_record(making: Making, entry: Entry) -> dict[str, Json]:
    """One record with its address, its version and its pages."""
    about = making.about(entry)
    record: dict[str, Json] = {
        "id": entry.id,
        "address": entry.address,
        "version": version_of(entry),
        "changed": about["changed"],
        "pages": {"th": about["page_th"], "en": about["page_en"]},
    }
    if entry.kind == "photos":
        record["pages"] = None
        record["picture"] = making.picture(entry)
    record |= _part(making, entry.record)
    if isinstance(entry.record, Record) and entry.record.sources:
        record["sources"] = {
            path: _part(making, citation, is_whole=False) for path, citation in entry.record.sources.items()
        }
    return {name: value for name, value in record.items() if value is not None}


def dump(value: Json) -> str:
    """JSON in one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lines(head: Mapping[str, Json], name: str, items: Iterable[Json]) -> bytes:
    """An object whose last value is a list with a line for each item."""
    begin = dump(head).removesuffix("}")
    lines = ",\n".join(dump(item) for item in items)
    return f"{begin},{dump(name)}:[\n{lines}\n]}}\n".encode()


def _part(making: Making, part: Part, *, is_whole: bool = True) -> dict[str, Json]:
    if isinstance(part, Text):
        return _text(making, part)
    found: dict[str, Json] = {}
    model = type(part)
    for name, hint in hints(model).items():
        value = getattr(part, name)
        if value is None or (is_whole and name in NOT_SHOWN) or _is_default(model, name, value):
            continue
        reference = hint.items.mark(Reference) if hint.items else None
        if reference is not None and reference.kind == "photos":
            value = tuple(id for id in value if f"photos/{id}" in making.addresses)
        found[name] = _value(making, value)
    return found


def _is_default(model: type[Part], name: str, value: object) -> bool:
    """Whether an empty list stands where the record says nothing."""
    return value == () and model.model_fields[name].default == ()


def _value(making: Making, value: object) -> Json:
    if isinstance(value, Part):
        return _part(making, value, is_whole=False)
    if isinstance(value, tuple):
        return [_value(making, item) for item in value]
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Decimal):
        return number(value)
    return value


def _text(making: Making, text: Text) -> dict[str, Json]:
    """Plain words in both languages, the sources they cite, and how sure they are where that is their own."""
    found: dict[str, Json] = {}
    if isinstance(id := getattr(text, "id", None), str):
        found["id"] = id
    found |= {
        "th": making.shaper.plain(text.th),
        "en": making.shaper.plain(text.en),
        "citations": list(cited(text.th)),
    }
    for name in ("confidence", "standing"):
        if getattr(text, name) is not None:
            found[name] = getattr(text, name)
    return found
