"""MkDocs typed directly gives the same pages as the command of this project."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from gastro.cli import cli
from gastro.project import Project
from gastro.swap import MARKER


def _mkdocs(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments, "-f", str(project.config)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def test_the_same_pages(
    project: Project, tmp_path: Path, fingerprint: Callable[[Path], dict[str, str]]
) -> None:
    direct = _mkdocs(project, "build", "--strict", "-d", str(tmp_path / "direct"))
    assert direct.returncode == 0, direct.stderr
    ours = CliRunner().invoke(cli, ["build", "--site", str(tmp_path / "ours")])
    assert ours.exit_code == 0, ours.output
    built = fingerprint(tmp_path / "ours")
    assert built.pop(MARKER)
    assert fingerprint(tmp_path / "direct") == built


def test_records_with_problems_are_not_built(project: Project, tmp_path: Path) -> None:
    (project.content / "figures/tua-lek-tua-yang.yml").write_text("", encoding="utf-8")
    direct = _mkdocs(project, "build", "--strict", "-d", str(tmp_path / "direct"))
    assert direct.returncode == 1
    assert "This file holds nothing." in direct.stderr
    assert "nothing was built" in direct.stderr
    assert not (tmp_path / "direct").exists()
