"""The command line: the one place that prints, exits, and reads environment and clock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from rich.console import Console
from rich.progress import track

from gastro.catalogue import Loaded, load
from gastro.catalogue.consents import Granted, granted, load_private
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.catalogue.status import status_of
from gastro.pages.render import Setting
from gastro.problems import Problem
from gastro.problems.report import Format, report
from gastro.project import Project
from gastro.rules import run

Item = TypeVar("Item")
FINE, PROBLEMS, FAULT = 0, 1, 2
_stderr = Console(stderr=True, soft_wrap=True, highlight=False)

content_option = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="โฟลเดอร์ระเบียน · Folder of the records [content/ of the project]",
)
site_option = click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    help="โฟลเดอร์เว็บไซต์ · Folder of the site [site/ of the project]",
)
private_option = click.option(
    "--private",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="โฟลเดอร์ส่วนตัว อยู่นอกคลัง · Private folder, outside version control",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """ระเบียน เว็บไซต์ และเอกสารของเพชรบุรี เมืองสร้างสรรค์ด้านอาหาร

    The record, the site and the dossier of Phetchaburi, UNESCO City of Gastronomy.
    """


@cli.command()
@content_option
@private_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="รูปแบบรายงาน · Form of the report",
)
def check(content: Path | None, private: Path | None, format_: Format) -> None:
    """ตรวจระเบียน · Check the records."""
    checked = _checked(content, private)
    _report(checked, format_)
    sys.exit(PROBLEMS if checked.problems else FINE)


@cli.command()
@content_option
@site_option
@private_option
def build(content: Path | None, site: Path | None, private: Path | None) -> None:
    """ตรวจระเบียนแล้วสร้างเว็บไซต์ · Check the records, then build the site."""
    from gastro.site.build import FaultySite, build_site
    from gastro.site.edition import edition
    from gastro.site.engine import SiteNotBuilt
    from gastro.site.swap import NotASite
    from gastro.site.verify import shown

    checked = _checked(content, private)
    if checked.problems:
        _report(checked, "text")
        sys.exit(PROBLEMS)
    project = Project.here()
    progress: Callable[[list[Any]], Iterable[Any]] = _progress("กำลังเขียนหน้าและวาดภาพ · Pages and pictures")
    made = edition(checked.loaded.catalogue, checked.folder, project.cache, _setting(checked), progress)
    own = checked.folder.resolve() == project.content and private is None
    try:
        with _working("กำลังสร้างเว็บไซต์ · Building the site"):
            built = build_site(project, made, site or project.site, own_content=own)
    except NotASite as error:
        _fault(
            f"โฟลเดอร์ {error} มีสิ่งอื่นอยู่ จึงไม่เขียนทับ เลือกโฟลเดอร์ว่างด้วย --site\n"
            f"The folder {error} holds something else and is left alone; choose an empty one with --site."
        )
    except SiteNotBuilt as error:
        _stderr.print(f"สร้างเว็บไซต์ไม่ได้ เว็บไซต์เดิมยังอยู่ครบ · Not built; the old site is untouched:\n{error}")
        sys.exit(PROBLEMS)
    except FaultySite as error:
        _stderr.print("เว็บไซต์ใหม่มีที่ผิด เว็บไซต์เดิมยังอยู่ครบ · The new site has faults; the old site is untouched:")
        click.echo(shown(error.faults), err=True)
        sys.exit(PROBLEMS)
    _stderr.print(f"{built.pages} หน้า · {built.pages} pages: {_shown(built.site)}")


@cli.command()
@content_option
@private_option
@click.option("--port", default=8000, show_default=True, help="พอร์ต · Port")
def serve(content: Path | None, private: Path | None, port: int) -> None:
    """ดูตัวอย่างขณะแก้ไข · Preview that follows every saved file."""
    from gastro.site.serve import Preview

    checked = _checked(content, private)
    if checked.problems:
        _report(checked, "text")
        sys.exit(PROBLEMS)
    Preview(Project.here(), checked.folder, _setting(checked), port, _stderr.print).run()


@cli.command()
@content_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="รูปแบบ · Form")
def status(content: Path | None, format_: str) -> None:
    """บอกว่าอะไรครบ อะไรยังขาด · Tell what is whole and what is not."""
    found = status_of(load(content or Project.here().content).catalogue)
    day = date.today()
    if format_ == "json":
        click.echo(json.dumps(found.as_json(day), ensure_ascii=False, indent=2))
        return
    rows = [(kind, count) for kind, count in found.records.items()]
    rows += [(f"statements: {name}", found.claims.get(name, 0)) for name in ("strong", "one-source", "weak")]
    rows += [
        ("ไม่มีแหล่ง · without a source", len(found.uncited)),
        ("ขาดภาษาหนึ่ง · missing a language", len(found.half)),
        ("ผู้ผลิตไม่ยืนยันเกินสองปี · producers not confirmed for two years", len(found.unconfirmed(day))),
        ("แหล่งที่ยังไม่เห็นลิงก์ · sources whose link was not seen", len(found.unseen)),
        ("เกณฑ์ที่หลักฐานบาง · criteria with thin evidence", len(found.thin)),
        ("สิ่งที่ยังไม่ทราบ · gaps named", found.gaps),
    ]
    for label, number in rows:
        click.echo(f"{number:6}  {label}")
    for id in (*found.uncited, *found.half):
        click.echo(f"        {id}")
    for id in found.thin:
        click.echo(f"        criteria/{id}: {found.criteria[id]}")


@cli.command("schemas")
@content_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="โฟลเดอร์ปลายทาง · Folder [schemas/]"
)
def write_schemas(content: Path | None, out: Path | None) -> None:
    """เขียน JSON Schema สำหรับโปรแกรมแก้ไข · Write the JSON Schemas for text editors."""
    from gastro.editors.schemas import schemas

    folder = out or Project.here().schemas
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = load(content or Project.here().content).catalogue
    for name, text in schemas(catalogue).items():
        (folder / name).write_text(text, encoding="utf-8")
    _stderr.print(_shown(folder))


@dataclass(frozen=True)
class _Checked:
    """Records that were read, the dossier over them, their problems, and what the private folder allows."""

    folder: Path
    loaded: Loaded
    judged: Loaded
    problems: tuple[Problem, ...]
    granted: Granted


def _checked(content: Path | None, private: Path | None) -> _Checked:
    folder = content or Project.here().content
    if private is not None:
        _refuse_tracked(private)
    loaded = load(folder, _progress("กำลังอ่าน · Reading"))
    judged = with_dossier(loaded, load_dossier(folder))
    problems, held = list(run(judged)), {}
    if private is not None:
        consents, found = load_private(private, loaded.catalogue)
        problems += found
        held = granted(consents, "public-web", date.today())
    return _Checked(folder, loaded, judged, tuple(sorted(problems)), held)


def _refuse_tracked(private: Path) -> None:
    """A private folder under version control would be published one day."""
    listed = subprocess.run(  # noqa: S603
        ["git", "-C", str(private), "ls-files", "--error-unmatch", "."],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        _fault(
            f"โฟลเดอร์ส่วนตัว {private} อยู่ในระบบ git ข้อมูลส่วนบุคคลต้องอยู่นอกคลัง\n"
            f"The private folder {private} is under version control; personal data must lie outside."
        )


def _setting(checked: _Checked) -> Setting:
    from gastro.site.history import latest_changes, page_changes

    project = Project.here()
    own = checked.folder.resolve() == project.content
    return Setting(
        changes=latest_changes(project.root) if own else (),
        written=page_changes(project.root),
        repository=os.environ.get("REPOSITORY_URL", ""),
        contact=os.environ.get("CONTACT_EMAIL", ""),
        site_url=os.environ.get("SITE_URL") or Setting.site_url,
        granted=checked.granted,
    )


def _report(checked: _Checked, format_: Format) -> None:
    problems = checked.problems
    if problems or format_ == "json":
        click.echo(report(problems, checked.judged.lines, format_, _shown(checked.folder)))
    if format_ == "json":
        return
    if problems:
        count, files = len(problems), len({one.path for one in problems})
        english = f"{count} problem{'s' * (count > 1)} in {files} file{'s' * (files > 1)}"
        _stderr.print(f"\nพบ {count} ปัญหาใน {files} ไฟล์ · {english}")
    else:
        count = len(checked.judged.catalogue)
        _stderr.print(f"ตรวจ {count} ระเบียน ไม่พบปัญหา · {count} records, no problems")


def _shown(folder: Path) -> str:
    """The folder as seen from here, or whole where it lies elsewhere."""
    absolute = folder.resolve()
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def _progress(label: str) -> Callable[[list[Item]], Iterable[Item]]:
    """A progress bar on a terminal, nothing elsewhere."""

    def over(items: list[Item]) -> Iterable[Item]:
        if not _stderr.is_terminal:
            return items
        return track(items, description=label, console=_stderr, transient=True)

    return over


def _working(label: str) -> AbstractContextManager[object]:
    """A spinner on a terminal, one plain line elsewhere."""
    if _stderr.is_terminal:
        return _stderr.status(label)
    _stderr.print(label)
    return nullcontext()


def _fault(message: str) -> NoReturn:
    _stderr.print(message, style="red")
    sys.exit(FAULT)


def main() -> None:
    """Run the command line; a fault of ours is told as such, with exit status 2."""
    try:
        cli.main(standalone_mode=True)
    except Exception as error:
        _fault(f"โปรแกรมขัดข้อง ไม่ใช่ความผิดของคุณ · A fault of ours: {type(error).__name__}: {error}")
