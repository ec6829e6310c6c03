"""What an edition of a dossier was made from, and what changed between two editions, in plain words."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gastro.catalogue.catalogue import references
from gastro.catalogue.versions import data_version, open_entries, version_of
from gastro.dossier.filled import Filled, passages_of
from gastro.problems import Message

NAME = "manifest.json"


def manifest(filled: Filled, as_of: date, files: Mapping[str, bytes], *, draft: bool) -> dict[str, Any]:
    """Records used with their versions, answers with their words, files with their hashes."""
    entries = [
        entry
        for entry in filled.catalogue
        if entry.kind == "answers" and entry.id.partition(".")[0] == filled.id
    ]
    used = {address for entry in entries for address, _ in references(entry)}
    records = sorted(address for address in used if filled.catalogue.has(address))
    return {
        "submission": filled.id,
        "form": filled.submission.form,
        "as_of": as_of.isoformat(),
        "draft": draft,
        "data_version": data_version(open_entries(filled.catalogue)),
        "records": {address: version_of(filled.catalogue.at(address)) for address in records},
        "sections": {one.id: {"state": one.state, "title": one.section.title.en} for one in filled.sections},
        "texts": dict(texts(filled)),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }


def texts(filled: Filled) -> Iterator[tuple[str, str]]:
    """The words of every answer by key: ``<section>/<passage>/<lang>``."""
    for lang in ("en", "th"):
        wording = filled.wording(lang)
        for one in filled.sections:
            if one.answer is None:
                continue
            for passage in passages_of(one.answer):
                yield f"{one.id}/{passage.id}/{lang}", wording.plain(getattr(passage, lang))


def as_bytes(content: Mapping[str, Any]) -> bytes:
    """A manifest as it is written."""
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Message]:
    """What changed from one edition to another, in the order of the form."""
    if old["submission"] != new["submission"]:
        yield Message(
            f"คนละเอกสาร: {old['submission']} กับ {new['submission']}",
            f"These are two submissions: {old['submission']} and {new['submission']}.",
        )
    yield from _sections(old["sections"], new["sections"])
    yield from _texts(old["texts"], new["texts"], new["sections"])
    yield from _records(old["records"], new["records"])


def _sections(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Message]:
    for id, section in new.items():
        before = old.get(id)
        if before is None:
            yield Message(f"หัวข้อใหม่: {section['title']}", f"New section: {section['title']}")
        elif before["state"] != section["state"]:
            yield Message(
                f"{section['title']}: จาก {before['state']} เป็น {section['state']}",
                f"{section['title']}: from {before['state']} to {section['state']}",
            )
    for id in old.keys() - new.keys():
        yield Message(f"ตัดหัวข้อ: {old[id]['title']}", f"Section gone: {old[id]['title']}")


def _texts(old: Mapping[str, str], new: Mapping[str, str], sections: Mapping[str, Any]) -> Iterator[Message]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key, ""), new.get(key, "")
        if before == after:
            continue
        section, _, rest = key.partition("/")
        title = sections.get(section, {}).get("title", section)
        changed = " ".join(_changed_words(before, after))
        yield Message(f"{title} ({rest}): {changed}", f"{title} ({rest}): {changed}")


def _changed_words(before: str, after: str) -> Iterator[str]:
    """Stretches that went, in [- -], and that came, in {+ +}."""
    old, new = before.split(), after.split()
    for what, a, b, c, d in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            yield f"[-{' '.join(old[a:b])}-]"
        if what in ("insert", "replace"):
            yield f"{{+{' '.join(new[c:d])}+}}"


def _records(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Message]:
    for address in sorted(old.keys() | new.keys()):
        if address not in old:
            yield Message(f"ใช้ระเบียนเพิ่ม: {address}", f"Record now used: {address}")
        elif address not in new:
            yield Message(f"ไม่ใช้ระเบียนแล้ว: {address}", f"Record no longer used: {address}")
        elif old[address] != new[address]:
            yield Message(f"ระเบียนเปลี่ยน: {address}", f"Record changed: {address}")
