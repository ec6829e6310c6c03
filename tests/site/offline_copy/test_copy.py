"""The copy as a whole: put in place whole or not at all, the same bytes every time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gastro.cli import cli
from gastro.problems import Message
from gastro.project import Project
from gastro.site import offline_copy
from gastro.site.build import Built
from gastro.site.edition import Edition
from gastro.site.offline_copy import CARDS, LEFT_OUT, About, FaultyCopy, make_copy
from gastro.site.offline_copy.letters import with_letters
from gastro.site.offline_copy.top import foot_note, top_files
from gastro.site.verify import Fault
from gastro.swap import NotOurs

Fingerprint = Callable[[Path], dict[str, str]]
DAY = date(2026, 1, 2)
ABOUT = About(DAY)


@pytest.fixture
def built(sample_site: Path, monkeypatch: pytest.MonkeyPatch) -> list[Edition]:
    """Lets the site of the sample stand for the one that would be built; the editions asked for."""
    asked: list[Edition] = []

    def build_site(project: Project, edition: Edition, site: Path, *, own_content: bool) -> Built:
        asked.append(edition)
        shutil.copytree(sample_site, site, copy_function=os.link)
        return Built(site, 1)

    monkeypatch.setattr(offline_copy, "build_site", build_site)
    return asked


def make(out: Path, about: About = ABOUT) -> Any:
    return make_copy(
        Project.here(),
        Edition({}, ((f"{CARDS}th/a.png", b""), ("a.svg", b""))),
        about,
        out,
        own_content=False,
    )


def test_the_copy_has_a_page_to_open_a_text_to_read_and_the_site(
    built: list[Edition], tmp_path: Path
) -> None:
    copied = make(tmp_path / "stick")
    assert sorted(file.name for file in copied.folder.iterdir()) == ["README.txt", "START-HERE.html", "site"]
    assert [path for path in LEFT_OUT if (copied.folder / "site" / path).exists()] == []
    page = (copied.folder / "site/en/desserts/khanom-tua-yang/index.html").read_text(encoding="utf-8")
    assert '<a class="top__name" href="../../index.html">' in page
    assert "The record as of 2 January 2026" in page
    files = [file for file in copied.folder.rglob("*") if file.is_file()]
    assert (copied.files, copied.size) == (len(files), sum(file.stat().st_size for file in files))
    assert copied.pages == sum(file.suffix == ".html" for file in files)
    assert [path.name for path in tmp_path.iterdir()] == ["stick"]
    assert [[path for path, _ in edition.assets] for edition in built] == [["a.svg"]]


def test_two_copies_are_the_same_bytes_and_the_newer_takes_the_place(
    built: list[Edition], tmp_path: Path, fingerprint: Fingerprint
) -> None:
    one = fingerprint(make(tmp_path / "stick").folder)
    assert fingerprint(make(tmp_path / "other").folder) == one
    assert fingerprint(make(tmp_path / "stick", About(date(2026, 1, 3))).folder) != one


def test_a_copy_with_faults_is_not_put_in_place(
    built: list[Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fingerprint: Fingerprint
) -> None:
    before = fingerprint(make(tmp_path / "stick").folder)
    monkeypatch.setattr(offline_copy, "LEFT_OUT", (*LEFT_OUT, "assets/drawings/mark.svg"))
    with pytest.raises(FaultyCopy) as refused:
        make(tmp_path / "stick")
    wrong = "../assets/drawings/mark.svg"
    assert Fault(
        "site/en/index.html", Message(f"ไม่มีไฟล์นี้ในสำเนา: {wrong}", f"no such file in the copy: {wrong}")
    ) in (refused.value.faults)
    assert fingerprint(tmp_path / "stick") == before
    assert [path.name for path in tmp_path.iterdir()] == ["stick"]


def test_a_folder_that_is_no_copy_is_left_alone(built: list[Edition], tmp_path: Path) -> None:
    (tmp_path / "stick/site").mkdir(parents=True)
    (tmp_path / "stick/site/.gastro-site").touch()
    with pytest.raises(NotOurs):
        make(tmp_path / "stick")
    assert built == []


def test_nothing_is_written_through_a_link_to_a_kept_file(
    sample_site: Path, built: list[Edition], tmp_path: Path, fingerprint: Fingerprint
) -> None:
    before = fingerprint(sample_site)
    make(tmp_path / "stick")
    assert fingerprint(sample_site) == before


def test_letters_stand_in_their_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.woff2").write_bytes(b"\x00\x01")
    sheet = '@font-face { src: url("a.woff2") format("woff2"); } a { background: url("b.svg") }'
    assert with_letters(sheet, tmp_path) == (
        '@font-face { src: url("data:font/woff2;base64,AAE=") format("woff2"); } a { background: url("b.svg") }'
    )


def test_the_text_to_read_is_one_for_notepad() -> None:
    readme = dict(top_files(DAY, "https://example.org/"))["README.txt"]
    assert readme.startswith(b"\xef\xbb\xbf")
    assert readme.count(b"\n") == readme.count(b"\r\n") > 40
    text = readme.decode("utf-8-sig")
    assert "ข้อมูล ณ วันที่ 2 มกราคม พ.ศ. 2569\r\nข้อมูลล่าสุดอยู่ที่ https://example.org/\r\n" in text
    assert "The record as of 2 January 2026\r\nThe newest is at https://example.org/\r\n" in text
    assert "- Double-click START-HERE.html.\r\n" in text
    assert max(map(len, text.splitlines())) <= 80


def test_where_no_day_is_known_none_is_said() -> None:
    assert "ไม่ทราบวันที่ของข้อมูล" in foot_note(None, "", "th")
    assert foot_note(None, "", "en") == (
        "  <p>A copy of the website, to be read without the internet · The day of the record is not known</p>"
    )
    readme = dict(top_files(None, ""))["README.txt"].decode("utf-8-sig")
    assert "The newest" not in readme


def run(monkeypatch: pytest.MonkeyPatch, content: Path, out: Path) -> Result:
    """The command, without the making of pages and pictures, which the build's tests watch over."""
    monkeypatch.setattr("gastro.site.edition.edition", lambda *_: SimpleNamespace())
    made = offline_copy.Copied(out, 1729, 3273, 62_700_000)
    monkeypatch.setattr(offline_copy, "make_copy", lambda *_, **__: made)
    return CliRunner().invoke(cli, ["offline", "--content", str(content), "--out", str(out)])


def test_the_command_says_how_much_came_out(
    monkeypatch: pytest.MonkeyPatch, content: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    result = run(monkeypatch, content, tmp_path / "stick")
    assert result.exit_code == 0
    said = result.stderr
    assert f"1729 หน้า 3273 ไฟล์ 63 MB · 1729 pages, 3273 files, 63 MB: {tmp_path}/stick\n" in said
    assert "SITE_URL" not in said


def test_the_command_warns_where_no_public_address_is_set(
    monkeypatch: pytest.MonkeyPatch, content: Path, tmp_path: Path
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    result = run(monkeypatch, content, tmp_path / "stick")
    assert result.exit_code == 0
    assert "SITE_URL is not set: links to share and to cite lead to http://127.0.0.1:8000/" in result.stderr
