"""Slips of the pen, and numbers typed though they have a record of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.rules import run

SAMPLE = Path(__file__).parents[1] / "sample"


def _codes(tmp_path: Path, th: str, en: str) -> list[tuple[str, str]]:
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))
    (content / "desserts/trial.yml").write_text(
        "name: {th: ขนมทดลอง, en: Trial sweet}\n"
        "gloss: {th: ขนม, en: a sweet}\n"
        "categories: [baked]\ntie: signature\nconfidence: strong\n"
        f"summary:\n  th: '{th} [^sample-book]'\n  en: '{en} [^sample-book]'\n"
        "sources: {tie: [sample-book]}\n",
        encoding="utf-8",
    )
    return [(one.code, one.field) for one in run(load(content))]


@pytest.mark.parametrize(
    ("th", "code"),
    [
        ("ขนม  ตาล", "double-space"),
        ('เรียกว่า "ขนม"', "straight-quote"),
        ("พ.ศ. ๒๕๖๔", "thai-digits"),
        ("แป้ง, น้ำตาล", "comma-in-thai"),
        ("ใน พ.ศ. 2021", "era-slip"),
        ("ใน ค.ศ. 2564", "era-slip"),
        ("ขนมต่างๆ", "mai-yamok"),
        ("ต่าง ๆกัน", "mai-yamok"),
        ("มีต้นตาล 337,230 ต้น", "figure-typed"),
        ("มีต้นตาล 337230 ต้น", "figure-typed"),
    ],
)
def test_a_slip_in_thai(tmp_path: Path, th: str, code: str) -> None:
    assert _codes(tmp_path, th, "It is baked.") == [(code, "summary.th")]


@pytest.mark.parametrize(
    ("en", "code"),
    [
        ("It  is baked.", "double-space"),
        ('The "sweet" is baked.', "straight-quote"),
        ("It was first baked in 2564.", "era-slip"),
        ("There are 337,230 trees.", "figure-typed"),
    ],
)
def test_a_slip_in_english(tmp_path: Path, en: str, code: str) -> None:
    assert _codes(tmp_path, "ขนมนี้อบ", en) == [(code, "summary.en")]


@pytest.mark.parametrize(
    ("th", "en"),
    [
        ("ต่าง ๆ กัน ใน พ.ศ. 2564 ราคา 1,500 บาท", "In 2021 it cost 1,500 baht, or 2564 satang."),
        ("มีต้นตาล {{ figure:tua-lek-tua-yang }} ต้น", "There are {{ figure:tua-lek-tua-yang }} trees."),
        ("“ขนม” 1.337,2301", "“Sweets” 1337,230"),
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, th: str, en: str) -> None:
    assert _codes(tmp_path, th, en) == []


def test_an_unknown_figure_is_an_unknown_reference(tmp_path: Path) -> None:
    found = _codes(tmp_path, "มี {{ figure:none-such }} ต้น", "There are {{ figure:none-such }} trees.")
    assert found == [("unknown-reference", "summary.th"), ("unknown-reference", "summary.en")]


def test_one_publisher_has_one_english_name(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))
    book = content / "sources/sample-book.yml"
    page = content / "sources/sample-page.yml"
    page.write_text(
        page.read_text(encoding="utf-8") + "publisher: {th: สำนักพิมพ์ตัวอย่าง, en: Samples Press}\n",
        encoding="utf-8",
    )
    assert "en: Sample press" in book.read_text(encoding="utf-8")
    [one] = run(load(content))
    assert (one.code, one.path, one.field) == (
        "romanisation-differs",
        "sources/sample-page.yml",
        "publisher.en",
    )
