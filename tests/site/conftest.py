"""A copy of the sample records to build from and to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gastro.project import Project

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of sound records that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of the project, with the sample records, whose pages a test may break."""
    real = Project.here()
    root = tmp_path / "project"
    for folder in ("docs/th/about", "docs/en/about", "docs/assets", "overrides"):
        shutil.copytree(real.root / folder, root / folder)
    shutil.copytree(SAMPLE, root / "content")
    (root / "scripts").symlink_to(real.root / "scripts")
    real.cache.mkdir(parents=True, exist_ok=True)
    (root / ".cache").symlink_to(real.root / ".cache")  # letters are cut and cards drawn once
    for file in ("mkdocs.yml", "CITATION.cff"):
        shutil.copy(real.root / file, root / file)
    copy = Project(root)
    monkeypatch.setattr(Project, "here", classmethod(lambda _cls: copy))
    return copy
