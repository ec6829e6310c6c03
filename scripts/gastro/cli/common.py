"""What the commands share: options, reading and checking, reports, progress, faults."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

import click
from rich.console import Console
from rich.progress import track

from gastro.catalogue import Loaded, load
from gastro.catalogue.consents import Granted, granted, load_private
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.pages.render import Setting
from gastro.problems import Problem
from gastro.problems.report import Format, report
from gastro.project import Project
from gastro.rules import run

Item = TypeVar("Item")
FINE, PROBLEMS, FAULT = 0, 1, 2
stderr = Console(stderr=True, soft_wrap=True, highlight=False)

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


@dataclass(frozen=True)
class Checked:
    """Records that were read, the dossier over them, their problems, and what the private folder allows."""

    folder: Path
    loaded: Loaded
    judged: Loaded
    problems: tuple[Problem, ...]
    granted: Granted


def checked_records(content: Path | None, private: Path | None) -> Checked:
    folder = content or Project.here().content
    if private is not None:
        _refuse_tracked(private)
    loaded = load(folder, progress("กำลังอ่าน · Reading"))
    judged = with_dossier(loaded, load_dossier(folder))
    problems, held = list(run(judged)), {}
    if private is not None:
        consents, found = load_private(private, loaded.catalogue)
        problems += found
        held = granted(consents, "public-web", date.today())
    return Checked(folder, loaded, judged, tuple(sorted(problems)), held)


def _refuse_tracked(private: Path) -> None:
    """A private folder under version control would be published one day."""
    listed = subprocess.run(  # noqa: S603
        ["git", "-C", str(private), "ls-files", "--error-unmatch", "."],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        fault(
            f"โฟลเดอร์ส่วนตัว {private} อยู่ในระบบ git ข้อมูลส่วนบุคคลต้องอยู่นอกคลัง\n"
            f"The private folder {private} is under version control; personal data must lie outside."
        )


def setting_of(checked: Checked) -> Setting:
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


def tell(checked: Checked, format_: Format) -> None:
    problems = checked.problems
    if problems or format_ == "json":
        click.echo(report(problems, checked.judged.lines, format_, shown_path(checked.folder)))
    if format_ == "json":
        return
    if problems:
        count, files = len(problems), len({one.path for one in problems})
        english = f"{count} problem{'s' * (count > 1)} in {files} file{'s' * (files > 1)}"
        stderr.print(f"\nพบ {count} ปัญหาใน {files} ไฟล์ · {english}")
    else:
        count = len(checked.judged.catalogue)
        stderr.print(f"ตรวจ {count} ระเบียน ไม่พบปัญหา · {count} records, no problems")


def shown_path(folder: Path) -> str:
    """The folder as seen from here, or whole where it lies elsewhere."""
    absolute = folder.resolve()
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def progress(label: str) -> Callable[[list[Item]], Iterable[Item]]:
    """A progress bar on a terminal, nothing elsewhere."""

    def over(items: list[Item]) -> Iterable[Item]:
        if not stderr.is_terminal:
            return items
        return track(items, description=label, console=stderr, transient=True)

    return over


def working(label: str) -> AbstractContextManager[object]:
    """A spinner on a terminal, one plain line elsewhere."""
    if stderr.is_terminal:
        return stderr.status(label)
    stderr.print(label)
    return nullcontext()


def not_ours(folder: object, option: str) -> NoReturn:
    """End, because the folder to write to holds something that we did not make."""
    fault(
        f"โฟลเดอร์ {folder} มีสิ่งอื่นอยู่ จึงไม่เขียนทับ เลือกโฟลเดอร์ว่างด้วย {option}\n"
        f"The folder {folder} holds something else and is left alone; choose an empty one with {option}."
    )


def not_written(target: Path, error: OSError) -> NoReturn:
    """End, because the system does not let us write there."""
    reason = error.strerror or type(error).__name__
    fault(
        f"เขียนลง {target} ไม่ได้ ({reason}) ไม่มีไฟล์ใดเปลี่ยน เลือกที่อื่นด้วย --out\n"
        f"Cannot write to {target} ({reason}). Nothing was changed; choose another place with --out."
    )


def fault(message: str) -> NoReturn:
    stderr.print(message, style="red")
    sys.exit(FAULT)
