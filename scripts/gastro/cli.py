"""The command line: the one place that prints, exits, and reads environment and clock."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import track

from gastro.catalogue import Loaded, load
from gastro.problems import Problem
from gastro.problems.report import Format, report
from gastro.project import Project
from gastro.rules import run

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
    folder = content or Project.here().content
    _, problems, loaded = _checked(folder, private)
    _report(problems, loaded, folder, format_)
    sys.exit(PROBLEMS if problems else FINE)


def _checked(folder: Path, private: Path | None) -> tuple[Path, tuple[Problem, ...], Loaded]:
    loaded = load(folder, _progress("กำลังอ่าน · Reading"))
    return folder, run(loaded), loaded


def _report(problems: tuple[Problem, ...], loaded: Loaded, folder: Path, format_: Format) -> None:
    lines = {path: document.lines for path, document in loaded.documents.items()}
    if problems or format_ == "json":
        click.echo(report(problems, lines, format_, _shown(folder)))
    if format_ == "json":
        return
    if problems:
        files = len({one.path for one in problems})
        _stderr.print(f"\nพบ {len(problems)} ปัญหาใน {files} ไฟล์ · {len(problems)} problems in {files} files")
    else:
        _stderr.print(f"ตรวจ {len(loaded.catalogue)} ระเบียน ไม่พบปัญหา · {len(loaded.catalogue)} records, no problems")


def _shown(folder: Path) -> str:
    """The folder as seen from here, or whole where it lies elsewhere."""
    absolute = folder.resolve()
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def _progress(label: str):  # type: ignore[no-untyped-def]
    def over(items: list[Path]) -> Iterable[Path]:
        if not _stderr.is_terminal:
            return iter(items)
        return _tracked(items, label)

    return over


def _tracked(items: list[Path], label: str) -> Iterator[Path]:
    yield from track(items, description=label, console=_stderr, transient=True)


def _fault(message: str) -> NoReturn:
    _stderr.print(message, style="red")
    sys.exit(FAULT)


def main() -> None:
    """Run the command line; a fault of ours is told as such, with exit status 2."""
    try:
        cli.main(standalone_mode=True)
    except Exception as error:  # noqa: BLE001 - the last guard before a cook sees a traceback
        _fault(f"โปรแกรมขัดข้อง ไม่ใช่ความผิดของคุณ · A fault of ours: {type(error).__name__}: {error}")
