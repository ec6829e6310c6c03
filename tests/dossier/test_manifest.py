"""Two editions are told apart in plain words; the same records give the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from gastro.dossier.filled import Filled
from gastro.dossier.form_pack import form_pack
from gastro.dossier.manifest import as_bytes, differences, manifest
from tests.dossier.conftest import Changed

DAY = date(2026, 3, 31)
WORDS = "dossier/sample-submission/words.yml"
FIGURE = "figures/tua-lek-tua-yang.yml"


def test_the_same_records_give_the_same_manifest(sample: Filled) -> None:
    one, two = (manifest(sample, DAY, {"a.docx": b"1"}, draft=True) for _ in range(2))
    assert as_bytes(one) == as_bytes(two)
    assert list(differences(one, two)) == []


def test_records_used_stand_with_their_versions(sample: Filled) -> None:
    found = manifest(sample, DAY, {}, draft=True)
    assert {"sources/sample-page", "figures/tua-lek-tua-yang", "initiatives/khrongkan-tua-yang"} <= set(
        found["records"]
    )
    assert all(len(version) == 12 for version in found["records"].values())


def test_a_changed_figure_is_told_with_the_words_it_changed(sample: Filled, changed: Changed) -> None:
    new = changed((FIGURE, "value: 337230", "value: 337231"))
    old, now = manifest(sample, DAY, {}, draft=True), manifest(new, DAY, {}, draft=True)
    assert [one.en for one in differences(old, now)] == [
        "Words (trees/en): [-337,230-] {+337,231+}",
        "Words (trees/th): [-337,230-] {+337,231+}",
        "Record changed: figures/tua-lek-tua-yang",
    ]


def test_a_step_of_review_is_told(sample: Filled, changed: Changed) -> None:
    new = changed((WORDS, "state: approved", "state: reviewed"))
    old, now = manifest(sample, DAY, {}, draft=True), manifest(new, DAY, {}, draft=True)
    assert [one.en for one in differences(old, now)] == ["Words: from approved to reviewed"]


def _told(old: Filled, new: Filled) -> list[tuple[str, str]]:
    """The differences as they are told of two editions on disk."""
    one, two = (json.loads(as_bytes(manifest(filled, DAY, {}, draft=True))) for filled in (old, new))
    return [(message.th, message.en) for message in differences(one, two)]


def test_what_is_told_comes_in_the_order_of_the_form(sample: Filled, changed: Changed) -> None:
    new = changed(
        ("dossier/sample-submission/field.yml", "choice: Sweets", "choice: Bread"),
        ("dossier/sample-submission/field.yml", "state: draft", "state: reviewed, by: {th: ก, en: A}, date: 2026-03-01"),
        ("dossier/sample-submission/money.yml", "number: 4999.50", "number: 5999.50"),
        ("dossier/sample-submission/things.yml", "งานขนมตัวอย่าง", "งานขนมตัวอย่างใหม่"),
        ("dossier/sample-submission/photos.yml", "One photo with", "One photo of a sweet with"),
    )  # fmt: skip
    assert _told(sample, new) == [
        ("สาขา: จาก “ร่าง” เป็น “ตรวจแล้ว”", "Field: from draft to reviewed"),
        (
            "โครงการ (fair/title/th): [-งานขนมตัวอย่าง-] {+งานขนมตัวอย่างใหม่+}",
            "Projects (fair/title/th): [-งานขนมตัวอย่าง-] {+งานขนมตัวอย่างใหม่+}",
        ),
        (
            "งบประมาณ (oven/amount): [-4,999.50-] {+5,999.50+}",
            "Budget (oven/amount): [-4,999.50-] {+5,999.50+}",
        ),
        ("สาขา (choice): [-Sweets-] {+Bread+}", "Field (choice): [-Sweets-] {+Bread+}"),
        (
            "ไม่ขาดแล้ว: ภาพถ่าย 1 ภาพพร้อมหนังสือโอนสิทธิ์",
            "No longer missing: One photo with its cession of rights",
        ),
        (
            "ขาดเพิ่ม: ภาพถ่าย 1 ภาพพร้อมหนังสือโอนสิทธิ์",
            "Now missing: One photo of a sweet with its cession of rights",
        ),
    ]


def test_two_submissions_are_told_as_such(sample: Filled) -> None:
    assert _told(replace(sample, id="other"), sample)[0] == (
        "คนละเอกสาร: other กับ sample-submission",
        "These are two submissions: other and sample-submission.",
    )


def test_the_form_pack_holds_what_is_pasted(sample: Filled) -> None:
    files = dict(form_pack(sample))
    assert files["02-words.txt"] == "The city has 337,230 sample trees. It records 1 sweet(s).\n"
    assert files["04-money--room--amount.txt"] == "15000.50\n"
    assert files["06-field.txt"] == "Sweets\n"
    assert "02-words.txt: 10 words, 57 characters; limit 20 words" in files["index.txt"]
    assert "07-photos: Not answered yet" in files["index.txt"]
