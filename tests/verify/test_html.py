"""Every page of the site is valid HTML, by the Nu checker (java and Node.js packages are needed; see Makefile)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from gastro.cli import cli

pytestmark = pytest.mark.verify

JAR = Path(__file__).parents[2] / "benchmarks" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_every_page_is_valid(tmp_path: Path) -> None:
    java = shutil.which("java")
    assert java, "java is needed to run the Nu checker: apt-get install default-jre-headless"
    site = tmp_path / "site"
    assert CliRunner().invoke(cli, ["build", "--site", str(site)]).exit_code == 0
    assert JAR.is_file(), "the Nu checker is not installed: run `make verify`"
    command = [
        java,
        "-Xss8m",
        "-jar",
        str(JAR),
        "--skip-non-html",
        "--format",
        "json",
        "--exit-zero-always",
        str(site),
    ]
    checked = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    messages = json.loads(checked.stderr)["messages"]
    told = {
        f"{one.get('url', '').rpartition('/site/')[2]}: {one['message']}"
        for one in messages
        if one["type"] == "error"
    }
    assert sorted(told)[:20] == []
