"""The Word file in LibreOffice and before Microsoft's own validator (Node.js packages are needed; see Makefile)."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gastro.dossier.word.anchors import answers_of
from gastro.dossier.word.edited import edited_texts
from gastro.dossier.word.writing import docx
from gastro.text.dates import LANGUAGES, Lang
from tests.dossier.word.sample import document

pytestmark = pytest.mark.verify

PACKAGES = Path(__file__).parents[2] / "benchmarks" / "node_modules" / "@xarsh"
WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")
"""What Debian's package of LibreOffice Writer brings."""


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice with Writer, got from apt where we may."""
    if not WRITER.is_file() and shutil.which("apt-get") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["update"],
            ["install", "-y", "--no-install-recommends", "libreoffice-writer-nogui", "poppler-utils"],
        ):
            subprocess.run(["apt-get", "-qq", *command], check=True, env=environment)
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice Writer is not here, and only root can install it")
    return found


def converted(office: str, file: Path, to: str) -> Path:
    out = file.parent / f"to-{to}-{file.suffix[1:]}"
    command = [
        office,
        f"-env:UserInstallation={(file.parent / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        to,
    ]
    subprocess.run([*command, "--outdir", str(out), str(file)], check=True, capture_output=True, timeout=180)
    return out / f"{file.stem}.{to}"


@pytest.fixture(params=LANGUAGES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Lang, Path]:
    path = tmp_path / "document.docx"
    path.write_bytes(docx(document(request.param)))
    return request.param, path


def test_microsofts_validator_finds_nothing(file: tuple[Lang, Path]) -> None:
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        pytest.skip("this build of the validator runs on Linux")
    program = next(PACKAGES.glob("ooxml-validator-*/ooxml-validator"), None)
    assert program, "the validator is not installed: run `make verify`"
    program.chmod(0o755)
    checked = subprocess.run(
        [program, str(file[1])], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert json.loads(checked.stdout)["errors"] == []


@pytest.mark.parametrize("through", ["docx", "odt"])
def test_answers_come_back_from_libre_office_as_they_were(
    office: str, file: tuple[Lang, Path], through: str
) -> None:
    lang, path = file
    saved = converted(office, path, through)
    again = saved if through == "docx" else converted(office, saved, "docx")
    given = document(lang)
    assert edited_texts(again.read_bytes(), given if through == "odt" else None) == answers_of(given)


def test_libre_office_sets_it_in_sarabun_alone(office: str, file: tuple[Lang, Path]) -> None:
    """The font is inside the file: nothing is borrowed from the machine."""
    pdf = converted(office, file[1], "pdf")
    assert shutil.which("pdffonts"), "poppler-utils is not installed"
    told = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    fonts = [line.split()[0] for line in told.splitlines()[2:]]
    assert fonts
    assert [font for font in fonts if "Sarabun" not in font] == []
