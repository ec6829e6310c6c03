"""The commands for the records and the site: check, build, serve, status, schemas."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from gastro.catalogue import load
from gastro.catalogue.status import status_of
from gastro.cli.common import (
    FINE,
    PROBLEMS,
    checked_records,
    content_option,
    not_ours,
    private_option,
    progress,
    setting_of,
    shown_path,
    site_option,
    stderr,
    tell,
    working,
)
from gastro.cli.group import cli
from gastro.problems.report import Format
from gastro.project import Project


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
    checked = checked_records(content, private)
    tell(checked, format_)
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
    from gastro.site.verify import shown
    from gastro.swap import NotOurs

    checked = checked_records(content, private)
    if checked.problems:
        tell(checked, "text")
        sys.exit(PROBLEMS)
    project = Project.here()
    pages: Callable[[list[Any]], Iterable[Any]] = progress("กำลังเขียนหน้าและวาดภาพ · Pages and pictures")
    made = edition(checked.loaded.catalogue, checked.folder, project.cache, setting_of(checked), pages)
    own = checked.folder.resolve() == project.content and private is None
    try:
        with working("กำลังสร้างเว็บไซต์ · Building the site"):
            built = build_site(project, made, site or project.site, own_content=own)
    except NotOurs as error:
        not_ours(error, "--site")
    except SiteNotBuilt as error:
        stderr.print(f"สร้างเว็บไซต์ไม่ได้ เว็บไซต์เดิมยังอยู่ครบ · Not built; the old site is untouched:\n{error}")
        sys.exit(PROBLEMS)
    except FaultySite as error:
        stderr.print("เว็บไซต์ใหม่มีที่ผิด เว็บไซต์เดิมยังอยู่ครบ · The new site has faults; the old site is untouched:")
        click.echo(shown(error.faults), err=True)
        sys.exit(PROBLEMS)
    stderr.print(f"{built.pages} หน้า · {built.pages} pages: {shown_path(built.site)}")


@cli.command()
@content_option
@private_option
@click.option("--port", default=8000, show_default=True, help="พอร์ต · Port")
def serve(content: Path | None, private: Path | None, port: int) -> None:
    """ดูตัวอย่างขณะแก้ไข · Preview that follows every saved file."""
    from gastro.site.serve import Preview

    checked = checked_records(content, private)
    if checked.problems:
        tell(checked, "text")
        sys.exit(PROBLEMS)
    Preview(Project.here(), checked.folder, setting_of(checked), port, stderr.print).run()


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
    stderr.print(shown_path(folder))
