"""The sample submission, as it is and with changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.dossier.checks import Circumstances
from gastro.dossier.filled import Filled, filled
from gastro.rules import run

SAMPLE = Path(__file__).parents[1] / "sample"
SITE = "https://example.org/sweets/"
WHEN = Circumstances(date(2026, 3, 31), {}, {})
Changed = Callable[..., Filled]


def read(content: Path) -> Filled:
    """The sample submission of a content folder, which must be sound."""
    judged = with_dossier(load(content), load_dossier(content))
    assert run(judged) == ()
    return filled(judged.catalogue, "sample-submission", SITE)


@pytest.fixture(scope="session")
def sample() -> Filled:
    return read(SAMPLE)


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """``changed((file, old, new), …)``: the sample with words of its files replaced."""

    def change(*changes: tuple[str, str, str]) -> Filled:
        content = tmp_path / "content"
        shutil.copytree(SAMPLE, content, dirs_exist_ok=True)
        for path, old, new in changes:
            file = content / path
            text = file.read_text(encoding="utf-8")
            assert old in text, old
            file.write_text(text.replace(old, new), encoding="utf-8")
        return read(content)

    return change
