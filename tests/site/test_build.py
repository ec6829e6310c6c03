"""Building: the same bytes every time, whole or not at all, and nothing left behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser

from gastro.cli import cli
from gastro.project import Project

Fingerprint = Callable[[Path], dict[str, str]]


@pytest.fixture
def site(sample_site: Path, tmp_path: Path) -> Path:
    """The site of the content, as it was built before a test changes something."""
    return Path(shutil.copytree(sample_site, tmp_path / "site"))


def _build(content: Path, site: Path) -> Result:
    return CliRunner().invoke(cli, ["build", "--content", str(content), "--site", str(site)])


def test_two_builds_are_the_same_bytes_and_leave_the_projects_pages_alone(
    content: Path, sample_site: Path, tmp_path: Path, fingerprint: Fingerprint
) -> None:
    docs = Project.here().docs
    before = sorted(file.as_posix() for file in docs.rglob("khanom-tua-yang*"))
    assert _build(content, tmp_path / "two").exit_code == 0
    assert sorted(file.as_posix() for file in docs.rglob("khanom-tua-yang*")) == before == []
    one = fingerprint(sample_site)
    assert one == fingerprint(tmp_path / "two")
    assert "desserts/khanom-tua-yang/index.html" in one
    assert "en/desserts/khanom-tua-yang/index.html" in one


def test_a_removed_record_takes_its_pages_along(content: Path, site: Path) -> None:
    assert (site / "stories/rueang-tua-yang/index.html").is_file()
    (content / "stories/rueang-tua-yang.yml").unlink()
    assert _build(content, site).exit_code == 0
    assert not (site / "stories/rueang-tua-yang").exists()
    assert not (site / "en/stories/rueang-tua-yang").exists()


def _break_record(content: Path, path: str, old: str, new: str) -> None:
    file = content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("producers/ran-tua-yang.yml", "[khai]", "[nobody]", "There is no record ingredients/nobody."),
        (
            "desserts/khanom-tua-yang.yml",
            "ingredients/khai)",
            "ingredients/nobody)",
            "There is no record ingredients/nobody.",
        ),
        ("desserts/khanom-tua-yang.yml", "ingredients/khai)", "ingredients/khai#gone)", "has no part “gone”"),
    ],
    ids=["missing record", "broken internal link", "dead anchor"],
)
def test_what_does_not_hold_is_not_built(
    content: Path, site: Path, fingerprint: Fingerprint, path: str, old: str, new: str, said: str
) -> None:
    before = fingerprint(site)
    _break_record(content, path, old, new)
    result = _build(content, site)
    assert result.exit_code == 1
    assert said in result.output
    assert fingerprint(site) == before


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ("[x](../desserts/no-such-sweet.md)", "no-such-sweet"),
        ("[x](../desserts/khanom-tua-yang.md#no-such-part)", "no-such-part"),
        ("[x](#no-such-part)", "no-such-part"),
    ],
    ids=["broken link", "dead anchor of another page", "dead anchor of the page"],
)
def test_a_hand_written_page_that_does_not_hold_fails_the_build(
    project: Project, content: Path, tmp_path: Path, addition: str, said: str
) -> None:
    page = project.docs / "en/about/marks.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{addition}\n", encoding="utf-8")
    result = _build(content, tmp_path / "site")
    assert result.exit_code == 1
    assert said in result.output
    assert not (tmp_path / "site").exists()


def test_a_hand_written_page_without_its_twin_fails_the_build(
    project: Project, content: Path, tmp_path: Path
) -> None:
    (project.docs / "en/about/alone.md").write_text("# Alone { #alone }\n\nNo twin.\n", encoding="utf-8")
    result = _build(content, tmp_path / "site")
    assert result.exit_code == 1
    assert "no twin in the other language" in result.output


def test_a_build_that_is_killed_leaves_the_old_site(
    content: Path, site: Path, tmp_path: Path, fingerprint: Fingerprint
) -> None:
    before = fingerprint(site)
    _break_record(content, "figures/tua-lek-tua-yang.yml", "337230", "42")
    command = [sys.executable, "-m", "gastro", "build", "--content", str(content), "--site", str(site)]
    build = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        begun = list(tmp_path.glob(".site-building-*/desserts/*/index.html"))
        if begun or build.poll() is not None:
            break
        time.sleep(0.01)
    assert begun, "the build was over before it could be killed"
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    assert fingerprint(site) == before
    assert _build(content, site).exit_code == 0
    assert fingerprint(site) != before
    assert not list(tmp_path.glob(".site-*"))


def test_a_folder_with_something_else_is_left_alone(content: Path, tmp_path: Path) -> None:
    thesis = tmp_path / "home"
    thesis.mkdir()
    (thesis / "thesis.txt").write_text("years of work", encoding="utf-8")
    result = _build(content, thesis)
    assert result.exit_code == 2
    assert "is left alone" in result.output
    assert [file.name for file in thesis.iterdir()] == ["thesis.txt"]


ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' {{ config }} [x](javascript:alert(3))"


def test_what_a_pull_request_writes_is_never_more_than_words(content: Path, tmp_path: Path) -> None:
    """Fields that are not checked for markup are shown letter by letter, wherever they go."""
    quoted = ATTACK.replace("'", "''")
    _break_record(content, "sources/sample-page.yml", "'A page of samples: *not* bold'", f"'{quoted}'")
    _break_record(content, "outcomes/ngan-wichai-tua-yang.yml", "title: A sample study", f"title: '{quoted}'")
    _break_record(content, "ingredients/khai.yml", "Ovum exemplare", f"'{quoted}'")
    _break_record(content, "desserts/khanom-tua-yang.yml", "[kanom tua yang]", f"['{quoted}']")
    _break_record(content, "desserts/khanom-tua-yang.yml", "name: 示例", f"name: '{quoted}'")
    site = tmp_path / "site"
    result = _build(content, site)
    assert result.exit_code == 0, result.output
    for file in site.rglob("*.html"):
        page = LexborHTMLParser(file.read_bytes())
        data = "script[type='application/ld+json']"
        assert all(json.loads(node.text()) and "<" not in node.text() for node in page.css(data)), file
        assert "alert(" not in "".join(node.text() for node in page.css(f"script:not({data[6:]})")), file
        for node in page.css("*"):
            for name, value in node.attributes.items():
                assert not name.startswith("on"), f"{file}: {name}"
                if name in ("href", "src"):
                    assert not (value or "").lower().startswith("javascript:"), f"{file}: {value}"
    page = LexborHTMLParser((site / "sources/sample-page/index.html").read_bytes())
    assert page.css_first("title").text().startswith(ATTACK)
    assert page.css_first("h1").text() == ATTACK
