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
from gastro.dossier.attachments import paper_line
from gastro.dossier.filled import Filled
from gastro.pages.labels import labels
from gastro.problems import Message
from gastro.records.base import Label
from gastro.records.submissions import Answer, FieldAnswer
from gastro.text.dates import LANGUAGES, Lang

NAME = "manifest.json"
ENGLISH_FIRST: tuple[Lang, ...] = ("en", "th")


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
        "sections": {
            one.id: {"state": one.state, "title": _both(one.section.title)} for one in filled.sections
        },
        "gaps": {
            f"{one.id}/{number}": _both(part.what)
            for one in filled.sections
            for number, part in enumerate(one.missing, start=1)
        },
        "texts": dict(texts(filled)),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }


def texts(filled: Filled) -> Iterator[tuple[str, str]]:
    """The words of every answer by key, such as ``<section>/<passage>/<lang>``, ``<section>/<field>/<lang>``
    and ``<section>/<item>/<field>/<lang>``; numbers, choices and photos are alike in both languages."""
    for one in filled.sections:
        if one.answer is None:
            continue
        if one.answer.choice:
            yield f"{one.id}/choice", one.answer.choice
        if one.answer.photos:
            yield f"{one.id}/photos", ", ".join(one.answer.photos)
        for paper in one.answer.held:
            yield f"{one.id}/held/{paper.id}", paper_line(filled, paper, "en")
        for lang in ENGLISH_FIRST:
            wording = filled.wording(lang)
            for passage in one.answer.passages:
                yield f"{one.id}/{passage.id}/{lang}", wording.plain(getattr(passage, lang))
            for name, field in _fields(one.answer):
                if field.number is not None:
                    yield f"{one.id}/{name}", f"{field.number:,}"
                elif field.label is not None:
                    yield f"{one.id}/{name}/{lang}", getattr(field.label, lang)
                else:
                    told = (wording.plain(getattr(passage, lang)) for passage in field.passages)
                    yield f"{one.id}/{name}/{lang}", "\n\n".join(told)


def _fields(answer: Answer) -> Iterator[tuple[str, FieldAnswer]]:
    for field in answer.fields:
        yield field.id, field
    for item in answer.items:
        for field in item.fields:
            yield f"{item.id}/{field.id}", field


def _both(label: Label | Message) -> dict[str, str]:
    return {"th": label.th, "en": label.en}


def as_bytes(content: Mapping[str, Any]) -> bytes:
    """A manifest as it is written, in the order of the form."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def is_manifest(content: object) -> bool:
    """Whether something read from JSON can be told apart from another edition."""
    parts = ("sections", "texts", "gaps", "records")
    return (
        isinstance(content, dict)
        and isinstance(content.get("submission"), str)
        and all(isinstance(content.get(part), dict) for part in parts)
    )


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Message]:
    """What changed from one edition to another, in the order of the form."""
    if old["submission"] != new["submission"]:
        yield Message(
            f"คนละเอกสาร: {old['submission']} กับ {new['submission']}",
            f"These are two submissions: {old['submission']} and {new['submission']}.",
        )
    yield from _sections(old["sections"], new["sections"])
    yield from _texts(old["texts"], new["texts"], old["sections"] | new["sections"])
    yield from _gaps(old["gaps"], new["gaps"])
    yield from _records(old["records"], new["records"])


def _sections(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Message]:
    for id, section in new.items():
        before, title = old.get(id), section["title"]
        if before is None:
            yield Message(f"หัวข้อใหม่: {title['th']}", f"New section: {title['en']}")
        elif before["state"] != section["state"]:
            was, now = (
                {lang: labels(lang)[f"dossier-state-{state}"] for lang in LANGUAGES}
                for state in (before["state"], section["state"])
            )
            yield Message(
                f"{title['th']}: จาก “{was['th']}” เป็น “{now['th']}”",
                f"{title['en']}: from {was['en']} to {now['en']}",
            )
    for id, section in old.items():
        if id not in new:
            yield Message(f"ตัดหัวข้อ: {section['title']['th']}", f"Section gone: {section['title']['en']}")


def _texts(old: Mapping[str, str], new: Mapping[str, str], sections: Mapping[str, Any]) -> Iterator[Message]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key, ""), new.get(key, "")
        if before == after:
            continue
        section, _, rest = key.partition("/")
        title = sections[section]["title"]
        changed = " ".join(_changed_words(before, after))
        yield Message(f"{title['th']} ({rest}): {changed}", f"{title['en']} ({rest}): {changed}")


def _gaps(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Message]:
    for gap in old.values():
        if gap not in new.values():
            yield Message(f"ไม่ขาดแล้ว: {gap['th']}", f"No longer missing: {gap['en']}")
    for gap in new.values():
        if gap not in old.values():
            yield Message(f"ขาดเพิ่ม: {gap['th']}", f"Now missing: {gap['en']}")


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
