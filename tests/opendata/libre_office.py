"""Opens a file with LibreOffice, where it is installed, and tells what it saw."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libre_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(file: Path, *, reading: str = "") -> str:
    """The XML of the spreadsheet that LibreOffice makes of a file."""
    assert OFFICE is not None
    out = file.parent / "converted"
    command = [OFFICE, f"-env:UserInstallation={(file.parent / 'office').as_uri()}", "--headless"]
    command += [f"--infilter={reading}"] if reading else []
    command += ["--convert-to", "ods", "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(out / f"{file.stem}.ods") as opened:
        return opened.read("content.xml").decode("utf-8")
