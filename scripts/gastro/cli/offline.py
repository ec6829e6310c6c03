"""The command for an offline copy of the site, to open from a USB stick."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from gastro.cli.common import (
    PROBLEMS,
    checked_records,
    content_option,
    not_ours,
    not_written,
    private_option,
    progress,
    setting_of,
    shown_path,
    stderr,
    tell,
    working,
)
from gastro.cli.group import cli
from gastro.pages.render import Setting
from gastro.project import Project


@cli.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="โฟลเดอร์ปลายทาง · Folder to write",
)
@content_option
@private_option
def offline(out: Path, content: Path | None, private: Path | None) -> None:
    """ทำสำเนาเว็บไซต์ไว้เปิดจาก USB · A copy of the site to open from a USB stick."""
    from gastro.site.build import FaultySite
    from gastro.site.edition import edition
    from gastro.site.engine import SiteNotBuilt
    from gastro.site.history import last_day
    from gastro.site.offline_copy import About, FaultyCopy, make_copy
    from gastro.site.verify import shown
    from gastro.swap import NotOurs

    checked = checked_records(content, private)
    if checked.problems:
        tell(checked, "text")
        sys.exit(PROBLEMS)
    project, setting = Project.here(), setting_of(checked)
    published = setting.site_url if setting.site_url != Setting.site_url else ""
    pages: Callable[[list[Any]], Iterable[Any]] = progress("กำลังเขียนหน้าและวาดภาพ · Pages and pictures")
    made = edition(checked.loaded.catalogue, checked.folder, project.cache, setting, pages)
    own = checked.folder.resolve() == project.content and private is None
    about = About(last_day(checked.folder), published)
    try:
        with working("กำลังสร้างเว็บไซต์และสำเนา · Building the site and its copy"):
            copied = make_copy(project, made, about, out, own_content=own)
    except NotOurs as error:
        not_ours(error, "--out")
    except OSError as error:
        not_written(out, error)
    except SiteNotBuilt as error:
        stderr.print(f"สร้างเว็บไซต์ไม่ได้ สำเนาเดิมยังอยู่ครบ · Not built; the old copy is untouched:\n{error}")
        sys.exit(PROBLEMS)
    except (FaultySite, FaultyCopy) as error:
        stderr.print("สำเนาใหม่มีที่ผิด สำเนาเดิมยังอยู่ครบ · The new copy has faults; the old one is untouched:")
        click.echo(shown(error.faults), err=True)
        sys.exit(PROBLEMS)
    if not published:
        stderr.print(
            f"ยังไม่ได้ตั้ง SITE_URL ลิงก์แบ่งปันและการอ้างอิงจึงชี้ไปที่ {setting.site_url}\n"
            f"SITE_URL is not set: links to share and to cite lead to {setting.site_url}",
            style="yellow",
        )
    size = f"{copied.size / 1e6:.0f} MB"
    stderr.print(
        f"{copied.pages} หน้า {copied.files} ไฟล์ {size} · "
        f"{copied.pages} pages, {copied.files} files, {size}: {shown_path(copied.folder)}"
    )
