"""``gastro dossier`` as an editor uses it, rightly and wrongly: what is said, in both languages."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from gastro.cli import cli
from gastro.dossier import export as module
from gastro.dossier.assembly import submission_document
from gastro.dossier.export import export
from gastro.dossier.filled import Filled
from gastro.dossier.word.writing import docx
from tests.dossier.conftest import SAMPLE, WHEN, Changed, changed, sample
from tests.dossier.word.word_file import changed as edited
from tests.dossier.word.word_file import run_of

__all__ = ["changed", "sample"]
DAY = ("--as-of", "2026-03-31")
WORDS = "dossier/sample-submission/words.yml"


def dossier(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["dossier", *map(str, arguments)])


def exported(*arguments: str | Path) -> Result:
    return dossier("sample-submission", "--content", SAMPLE, *DAY, *arguments)


def test_what_is_said_of_a_draft(tmp_path: Path) -> None:
    done = exported("--draft", "--out", tmp_path / "out")
    count = len([file for file in (tmp_path / "out").rglob("*") if file.is_file()]) - 1
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        f"ฉบับร่าง ยังขาด 7 ข้อ · A draft; 7 shortcomings remain.\n{count} ไฟล์ · {count} files: {tmp_path}/out\n"
    )


def test_without_draft_every_shortcoming_is_said_in_both_languages(tmp_path: Path) -> None:
    done = exported("--out", tmp_path / "out")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert [line.startswith("  ") for line in lines] == [False, True] * 7
    assert lines[-2:] == [
        "photos: มีภาพถ่าย 0 ภาพ แบบขอ 1 ภาพ",
        "  photos: There are 0 photos; the form asks for 1.",
    ]
    assert done.stderr == (
        "\nยังส่งไม่ได้ ขาด 7 ข้อ ไม่ได้เขียนไฟล์ใด ถ้าต้องการฉบับร่างให้เติม --draft\n"
        "Not ready to send: 7 shortcomings. Nothing was written; --draft exports all.\n"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("day", "thai", "english"),
    [
        (
            "31/12/2568",
            "อ่านวันที่ 31/12/2568 ไม่ออก เขียนแบบ 2025-11-30",
            "The day 31/12/2568 cannot be read; write it as 2025-11-30.",
        ),
        (
            "2568-12-31",
            "ปี 2568 น่าจะเป็น พ.ศ. ให้เขียนเป็น ค.ศ. เช่น 2025-11-30",
            "The year 2568 looks like one of the Buddhist Era; write the day as 2025-11-30.",
        ),
    ],
)
def test_a_day_that_is_none_is_told(day: str, thai: str, english: str, tmp_path: Path) -> None:
    done = dossier(
        "sample-submission", "--content", SAMPLE, "--draft", "--out", tmp_path / "out", "--as-of", day
    )
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{thai}\n{english}\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [(), ("compare", WORDS)])
def test_an_unknown_submission_is_told_with_those_there_are(command: tuple[str, ...]) -> None:
    first, *rest = command or ("export",)
    done = dossier(first, "smaple", *(str(SAMPLE / one) for one in rest), "--content", SAMPLE)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "ไม่มีเอกสารชื่อ smaple ใน content/dossier ที่มีคือ sample-submission\n"
        "There is no submission smaple in content/dossier; there is sample-submission.\n"
    )


def test_records_with_problems_are_not_exported(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))
    words = content / WORDS
    words.write_text(words.read_text("utf-8").replace("tua-lek-tua-yang", "tua-lek-uen"), "utf-8")
    done = dossier("sample-submission", "--content", content, "--draft", "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert f"{WORDS}:8:" in done.stdout
    assert not (tmp_path / "out").exists()


def test_a_full_disk_is_told_and_the_old_edition_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fingerprint: Callable[[Path], dict[str, str]]
) -> None:
    out = tmp_path / "out"
    assert exported("--draft", "--out", out).exit_code == 0
    before, write, room = fingerprint(out), module._write, [3]

    def full(file: Path, data: bytes) -> None:
        room[0] -= 1
        if room[0] < 0:
            raise OSError(28, "No space left on device", str(file))
        write(file, data)

    monkeypatch.setattr(module, "_write", full)
    done = exported("--draft", "--out", out)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"เขียนลง {out} ไม่ได้ (No space left on device) ไม่มีไฟล์ใดเปลี่ยน เลือกที่อื่นด้วย --out\n"
        f"Cannot write to {out} (No space left on device). Nothing was changed; choose another place with --out.\n"
    )
    assert fingerprint(out) == before
    assert os.listdir(tmp_path) == ["out"]  # noqa: PTH208


def test_two_editions_are_told_apart(sample: Filled, changed: Changed, tmp_path: Path) -> None:
    newer = changed(
        (WORDS, "state: approved", "state: reviewed"),
        (WORDS, "It records", "It has records of"),
        ("figures/tua-lek-tua-yang.yml", "value: 337230", "value: 337231"),
    )
    for name, filled in (("old", sample), ("new", newer)):
        export(filled, WHEN, tmp_path / name, draft=True)
    told = dossier("diff", tmp_path / "old", tmp_path / "new" / "manifest.json")
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout == (
        "คำบรรยาย: จาก “เห็นชอบแล้ว” เป็น “ตรวจแล้ว”\n"
        "  Words: from approved to reviewed\n"
        "คำบรรยาย (trees/en): [-337,230-] {+337,231+} {+has+} {+of+}\n"
        "  Words (trees/en): [-337,230-] {+337,231+} {+has+} {+of+}\n"
        "คำบรรยาย (trees/th): [-337,230-] {+337,231+}\n"
        "  Words (trees/th): [-337,230-] {+337,231+}\n"
        "ระเบียนเปลี่ยน: figures/tua-lek-tua-yang\n"
        "  Record changed: figures/tua-lek-tua-yang\n"
    )
    same = dossier("diff", tmp_path / "old", tmp_path / "old")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "", "ไม่มีอะไรเปลี่ยน · Nothing changed.\n")


@pytest.mark.parametrize("held", [None, "no JSON", "[]", '{"submission": "sample-submission"}'])
def test_what_is_no_edition_is_told(held: str | None, tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    if held is not None:
        file.write_text(held, encoding="utf-8")
    done = dossier("diff", tmp_path, tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"อ่าน {file} ไม่ได้ ต้องเป็นโฟลเดอร์ที่ gastro dossier ส่งออก\n"
        f"Cannot read {file}; give a folder that gastro dossier exported.\n"
    )


@pytest.mark.parametrize("held", [b"", b"a letter", b"PK\x03\x04 cut short"])
def test_what_is_no_word_file_is_told(held: bytes, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(held)
    done = dossier("compare", "sample-submission", letter, "--content", SAMPLE)
    assert (done.exit_code, done.stdout) == (2, "")
    thai, english = done.stderr.splitlines()
    assert thai == f"อ่าน {letter} ไม่ได้ ต้องเป็นไฟล์ .docx"
    assert english.startswith(f"Cannot read {letter}; it must be a .docx file (")


def test_what_a_colleague_changed_is_told_and_written_on_request(sample: Filled, tmp_path: Path) -> None:
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))

    def by_hand(root: object) -> None:
        text = next(one for one in run_of(root, "It records").iter() if one.text and "It records" in one.text)
        text.text = text.text.replace("It records", "It keeps records of")

    letter = tmp_path / "letter.docx"
    letter.write_bytes(edited(docx(submission_document(sample, date(2026, 3, 31), "0", draft=True)), by_hand))
    told = dossier("compare", "sample-submission", letter, "--content", content, "--language", "en")
    assert told.exit_code == 0
    assert "words/passages/trees/en: " in told.stdout
    assert "It {+keeps +}records{+ of+}" in told.stdout
    assert (content / WORDS).read_bytes() == (SAMPLE / WORDS).read_bytes()
    done = dossier("compare", "sample-submission", letter, "--content", content, "--write")
    assert done.stderr == "เขียนแล้ว 1 ข้อ · 1 written\n"
    old, new = (yaml.safe_load((folder / WORDS).read_text("utf-8")) for folder in (SAMPLE, content))
    old["passages"][0]["en"] = old["passages"][0]["en"].replace("It records", "It keeps records of")
    assert new == old
    again = dossier("compare", "sample-submission", letter, "--content", content, "--write")
    assert again.stderr == "เขียนแล้ว 0 ข้อ · 0 written\n"


def test_manifests_on_disk_are_in_the_order_of_the_form(sample: Filled, tmp_path: Path) -> None:
    export(sample, WHEN, tmp_path / "out", draft=True)
    written = json.loads((tmp_path / "out/manifest.json").read_text(encoding="utf-8"))
    assert list(written["sections"]) == [section.id for section in sample.form.sections]
