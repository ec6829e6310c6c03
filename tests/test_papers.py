"""The papers keep their word: what CONTRIBUTING says the check says, it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.problems.report import as_text
from gastro.project import Project
from gastro.rules import run

pytestmark = pytest.mark.verify

ROOT = Project.here().root
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SHORT_RECORD = "content/desserts/khanom-tan.yml"
FENCE = re.compile(r"^```(?:yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MISTAKES = re.split(r"^### \d+\. ", CONTRIBUTING, flags=re.MULTILINE)[1:]


def the_record_of(path: str) -> str:
    """The example a mistake is planted in: the short record, or a whole one of the content."""
    if path != SHORT_RECORD:
        return (ROOT / path).read_text(encoding="utf-8")
    return next(block for block in FENCE.findall(README) if block.startswith("# yaml-language-server"))


def told(tmp_path: Path, path: str, text: str) -> list[str]:
    """What the check says of one file, once ``text`` stands in it."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    (tmp_path / path).write_text(text, encoding="utf-8")
    loaded = with_dossier(load(content), load_dossier(content))
    own = [one for one in run(loaded) if f"content/{one.path}" == path]
    return [as_text(one, loaded.documents[one.path].lines, "content") for one in own]


def test_there_are_ten_mistakes() -> None:
    assert len(MISTAKES) == 10


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda text: text.partition("\n")[0].rpartition(" · ")[2])
def test_a_mistake_is_told_as_printed(mistake: str, tmp_path: Path) -> None:
    before, after, said = FENCE.findall(mistake)
    path = said.partition(":")[0]
    record = the_record_of(path)
    assert record.count(after) == 1, f"“{after.strip()}” is not in {path} as CONTRIBUTING shows it"
    assert told(tmp_path, path, record.replace(after, before)) == [said.rstrip("\n")]


def test_the_short_record_of_the_readme_is_sound(tmp_path: Path) -> None:
    assert told(tmp_path, SHORT_RECORD, the_record_of(SHORT_RECORD)) == []


def test_the_smallest_record_is_sound(tmp_path: Path) -> None:
    block = next(block for block in FENCE.findall(CONTRIBUTING) if "[source-id]" in block)
    source = next((ROOT / "content" / "sources").glob("*.yml")).stem
    assert told(tmp_path, "content/desserts/new.yml", block.replace("source-id", source)) == []


def test_the_answer_of_contributing_is_sound(tmp_path: Path) -> None:
    block = next(block for block in FENCE.findall(CONTRIBUTING) if "schemas/answers.json" in block)
    path = re.findall(r"^`(content/dossier/[a-z0-9/-]+\.yml)`$", CONTRIBUTING, re.MULTILINE)[0]
    source = next((ROOT / "content" / "sources").glob("*.yml")).stem
    assert told(tmp_path, path, block.replace("source-id", source)) == []


def test_the_source_of_contributing_is_the_one_in_the_content() -> None:
    shown = next(block for block in FENCE.findall(CONTRIBUTING) if "schemas/sources.json" in block)
    path = re.findall(r"^`(content/sources/[a-z0-9-]+\.yml)`$", CONTRIBUTING, re.MULTILINE)[0]
    assert shown == (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "target", ["site", "test", "serve", "verify", "help", "check-github", "lint", "types", "schemas"]
)
def test_every_command_of_the_papers_is_in_the_makefile(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
