"""The commands for the dossier: export it, tell editions apart, take back what was changed in Word."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from gastro.catalogue.consents import granted, load_private
from gastro.cli.common import (
    PROBLEMS,
    Checked,
    checked_records,
    content_option,
    fault,
    not_ours,
    not_written,
    private_option,
    progress,
    setting_of,
    shown_path,
    stderr,
    tell,
)
from gastro.cli.group import cli
from gastro.problems import Message
from gastro.project import Project
from gastro.text.dates import Lang

LATEST_YEAR = 2400
"""A later year was meant in the Buddhist Era."""


class Dossier(click.Group):
    """``gastro dossier SUBMISSION`` exports; ``diff`` and ``compare`` are its other commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A first word that is no command is a submission."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["export", *args]
        return super().parse_args(ctx, args)


@cli.group(cls=Dossier, context_settings={"help_option_names": ["-h", "--help"]})
def dossier() -> None:
    """ส่งออกเอกสารสำหรับยูเนสโก · Export the dossier for UNESCO.

    gastro dossier SUBMISSION --out DIR [--draft] [--as-of DAY]
    """


@dossier.command()
@click.argument("submission")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="โฟลเดอร์ปลายทาง · Folder to write [dossier/SUBMISSION]",
)
@click.option("--draft", is_flag=True, help="ส่งออกแม้ยังไม่ครบ · Export all the same, gaps marked")
@click.option("--as-of", help="ข้อมูล ณ วันที่ ค.ศ.-เดือน-วัน · Day that the data are of [last commit]")
@content_option
@private_option
def export(
    submission: str,
    out: Path | None,
    as_of: str | None,
    content: Path | None,
    private: Path | None,
    *,
    draft: bool,
) -> None:
    """ส่งออก Word, PDF และไฟล์อื่น · Word, PDF and the other files."""
    checked = checked_records(content, private)
    _known(checked, submission)
    if checked.problems:
        tell(checked, "text")
        sys.exit(PROBLEMS)
    from gastro import swap
    from gastro.dossier.checks import Circumstances
    from gastro.dossier.export import NotReady
    from gastro.dossier.export import export as write
    from gastro.dossier.filled import filled
    from gastro.dossier.photo_files import sent_photos

    day = _day(as_of)
    held = {}
    if private is not None:
        consents, _ = load_private(private, checked.loaded.catalogue)
        held = granted(consents, "dossier", day)
    full = filled(checked.judged.catalogue, submission, setting_of(checked).site_url)
    when = Circumstances(day, held, sent_photos(full, checked.folder, held))
    target = out or Project.here().root / "dossier" / submission
    try:
        done = write(full, when, target, progress("กำลังเขียนเอกสาร · Writing documents"), draft=draft)
    except NotReady as error:
        _say(_lines(error.found))
        stderr.print(
            f"\nยังส่งไม่ได้ ขาด {len(error.found)} ข้อ ไม่ได้เขียนไฟล์ใด ถ้าต้องการฉบับร่างให้เติม --draft\n"
            f"Not ready to send: {len(error.found)} shortcomings. Nothing was written; --draft exports all."
        )
        sys.exit(PROBLEMS)
    except swap.NotOurs as error:
        not_ours(error, "--out")
    except OSError as error:
        not_written(target, error)
    if done.over_mail:
        stderr.print(_over_mail(done.zip_size, done.mail_most or 0, done.largest), style="yellow")
    if done.found:
        stderr.print(f"ฉบับร่าง ยังขาด {len(done.found)} ข้อ · A draft; {len(done.found)} shortcomings remain.")
    stderr.print(f"{len(done.files)} ไฟล์ · {len(done.files)} files: {shown_path(done.folder)}")


@dossier.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
def diff(old: Path, new: Path) -> None:
    """บอกว่าสองฉบับต่างกันอย่างไร · Tell what changed between two editions."""
    from gastro.dossier.manifest import differences

    found = list(differences(_manifest(old), _manifest(new)))
    _say(found)
    if not found:
        stderr.print("ไม่มีอะไรเปลี่ยน · Nothing changed.")


@dossier.command()
@click.argument("submission")
@click.argument("edited", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="เขียนสิ่งที่แก้ลงในคำตอบ · Write the changes into the answers")
@click.option(
    "--language", type=click.Choice(["th", "en"]), default="th", show_default=True, help="ภาษา · Language"
)
@content_option
def compare(submission: str, edited: Path, language: Lang, content: Path | None, *, write: bool) -> None:
    """บอกว่าเพื่อนร่วมงานแก้อะไรใน Word · Tell what a colleague changed in Word."""
    from gastro.dossier.assembly import submission_document
    from gastro.dossier.compared import compare as compared
    from gastro.dossier.compared import tell as told
    from gastro.dossier.filled import filled
    from gastro.dossier.word.anchors import answers_of
    from gastro.dossier.word.edited import read_edited
    from gastro.dossier.word.package import NotAWordFile
    from gastro.dossier.write_back import write_back

    checked = checked_records(content, None)
    _known(checked, submission)
    full = filled(checked.judged.catalogue, submission, setting_of(checked).site_url)
    try:
        found = read_edited(edited.read_bytes())
    except NotAWordFile as error:
        fault(f"อ่าน {edited} ไม่ได้ ต้องเป็นไฟล์ .docx\nCannot read {edited}; it must be a .docx file ({error}).")
    answers = answers_of(submission_document(full, date(2000, 1, 1), "", draft=True))
    changes = compared(answers, found)
    click.echo(told(changes, found, language), nl=False)
    if write:
        done = write_back(full, changes, checked.folder)
        stderr.print(f"เขียนแล้ว {len(done.written)} ข้อ · {len(done.written)} written")
        for key in done.left:
            stderr.print(f"ต้องแก้เอง · to be written by hand: {key}")


def _over_mail(size: int, most: int, largest: Iterable[tuple[str, int]]) -> str:
    parts = ", ".join(f"{name} ({part / 1_000_000:.2f} MB)" for name, part in largest)
    has, may = f"{size / 1_000_000:.2f}", f"{most / 1_000_000:g}"
    return (
        f"ไฟล์ zip มี {has} MB เกิน {may} MB ที่ส่งทางอีเมลได้ ที่ใหญ่ที่สุดคือ {parts}\n"
        f"The zip has {has} MB; the mail limit is {may} MB. Largest: {parts}."
    )


def _manifest(path: Path) -> dict[str, Any]:
    from gastro.dossier.manifest import NAME, is_manifest

    file = path / NAME if path.is_dir() else path
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        content = None
    if not is_manifest(content):
        fault(
            f"อ่าน {file} ไม่ได้ ต้องเป็นโฟลเดอร์ที่ gastro dossier ส่งออก\n"
            f"Cannot read {file}; give a folder that gastro dossier exported."
        )
    found: dict[str, Any] = content
    return found


def _lines(found: Iterable[object]) -> Iterable[Message]:
    from gastro.dossier.checks import Shortcoming

    for one in found:
        assert isinstance(one, Shortcoming)
        who_th = f" (ผู้ให้: {one.who.th})" if one.who else ""
        who_en = f" (from: {one.who.en})" if one.who else ""
        place = f"{one.section}: " if one.section else ""
        yield Message(f"{place}{one.message.th}{who_th}", f"{place}{one.message.en}{who_en}")


def _say(messages: Iterable[Message]) -> None:
    for message in messages:
        click.echo(message.th)
        if message.en != message.th:
            click.echo(f"  {message.en}")


def _known(checked: Checked, submission: str) -> None:
    ids = [entry.id for entry in checked.judged.catalogue.of("submissions")]
    if submission not in ids:
        known = ", ".join(ids) or "–"
        fault(
            f"ไม่มีเอกสารชื่อ {submission} ใน content/dossier ที่มีคือ {known}\n"
            f"There is no submission {submission} in content/dossier; there is {known}."
        )


def _day(text: str | None) -> date:
    """The day given, else that of the last commit, so that the same records give the same bytes."""
    from gastro.site.history import last_day

    if text is None:
        found = last_day(Project.here().root)
        if found is None:
            fault(
                "ไม่มีประวัติ git ระบุวันด้วย --as-of 2025-11-30\n"
                "There is no history; name the day with --as-of 2025-11-30."
            )
        return found
    try:
        day = date.fromisoformat(text)
    except ValueError:
        fault(
            f"อ่านวันที่ {text} ไม่ออก เขียนแบบ 2025-11-30\nThe day {text} cannot be read; write it as 2025-11-30."
        )
    if day.year > LATEST_YEAR:
        fault(
            f"ปี {day.year} น่าจะเป็น พ.ศ. ให้เขียนเป็น ค.ศ. เช่น 2025-11-30\n"
            f"The year {day.year} looks like one of the Buddhist Era; write the day as 2025-11-30."
        )
    return day
