"""The named peer of the speed table: a site that is Material for MkDocs as it comes, with almost no content.

Its web fonts are switched off, in its favour: they would come from another host, which cannot be
reached where nothing leaves the machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CONFIG = """\
site_name: Stock
site_url: http://127.0.0.1:8000/
theme:
  name: material
  font: false
"""
PAGE = """\
# Khanom mo kaeng

Khanom mo kaeng is baked from eggs, coconut cream and toddy palm sugar.

## Ingredients

- duck eggs
- coconut cream
- toddy palm sugar
"""


def build_stock(folder: Path) -> Path:
    """Build the peer below ``folder`` with the MkDocs this runs with; gives the built site."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(folder / "mkdocs.yml"),
    ]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"
