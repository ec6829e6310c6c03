"""What many tests look at: the project's own records, read once, and sites, built once for all side by side."""

from __future__ import annotations

import os
import time
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from gastro.catalogue import load
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.catalogue.load import Loaded
from gastro.cli import cli
from gastro.project import Project

CONTENT = Project.here().content
PATIENCE = 600
"""Seconds that a worker waits for the site another one builds."""


@cache
def project_records() -> Loaded:
    """The project's own records."""
    return load(CONTENT)


@cache
def project_dossier() -> Loaded:
    """The same with the forms and the answers, as the check reads them."""
    return with_dossier(project_records(), load_dossier(CONTENT))


def built_once(made: pytest.TempPathFactory, name: str, *options: str) -> Path:
    """The site that `gastro build` with these options makes, by the first worker that asks for this name.

    A test that changes it takes a copy.
    """
    base = made.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"built-{name}"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not (folder / "done").is_file():
            assert not (folder / "failed").is_file(), "the build of another worker failed"
            assert time.monotonic() < deadline, "the site was not built by the other worker"
            time.sleep(0.2)
        return folder / "site"
    result = CliRunner().invoke(cli, ["build", *options, "--site", str(folder / "site")])
    (folder / ("done" if result.exit_code == 0 else "failed")).touch()
    assert result.exit_code == 0, result.output
    return folder / "site"
