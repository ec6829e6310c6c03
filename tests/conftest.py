"""What many tests share: a few records written as YAML, and how properties are tried."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from gastro.catalogue import Catalogue, load
from gastro.project import Project
from tests.builds import built_once

# The same tries at every run; `pytest --hypothesis-profile=explore` looks further.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=5000)
settings.load_profile("steady")

SAMPLE = Path(__file__).parent / "sample"
VOCABULARY = Project.here().content / "vocabulary"
Records = Mapping[str, str]
"""YAML by path below the content folder, such as ``desserts/khanom-tan.yml``."""


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a copy of the sample records, built once; a test that changes it takes a copy."""
    content = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("sample") / "content")
    return built_once(tmp_path_factory, "sample", "--content", str(content))


@pytest.fixture
def fingerprint() -> Callable[[Path], dict[str, str]]:
    """Hash of every file below a folder, by path."""

    def take(folder: Path) -> dict[str, str]:
        return {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    return take


@pytest.fixture
def write_records(tmp_path: Path) -> Callable[[Records], Path]:
    """Writes records into a content folder of their own, beside the project's vocabulary."""

    def write(records: Records) -> Path:
        content = tmp_path / "content"
        shutil.copytree(VOCABULARY, content / "vocabulary", dirs_exist_ok=True)
        for path, text in records.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dedent(text), encoding="utf-8")
        return content

    return write


@pytest.fixture
def catalogue_of(write_records: Callable[[Records], Path]) -> Callable[[Records], Catalogue]:
    """Writes sound records and reads them into a catalogue."""

    def make(records: Records) -> Catalogue:
        loaded = load(write_records(records))
        assert [(one.path, one.line, one.message.en) for one in loaded.problems] == []
        return loaded.catalogue

    return make
