"""The structured data of every page by a validator of others, which knows schema.org and Google's rules."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import site
from tests.opendata.schema_org import vocabulary

pytestmark = pytest.mark.verify
__all__ = ["site"]

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
NOT_KNOWN = "Missing field "
"""What it would like besides; tests/opendata/search_engines.py says which of it a record knows."""


def _as_released() -> dict[str, Any]:
    """The vocabulary in the form in which schema.org publishes it."""
    taken = vocabulary()
    graph = [
        {"@id": f"schema:{name}", "@type": "rdfs:Class", "rdfs:subClassOf": _names(parents)}
        for name, parents in taken.classes.items()
    ]
    graph += [
        {
            "@id": f"schema:{name}",
            "@type": "rdf:Property",
            "schema:domainIncludes": _names(domains),
            "schema:rangeIncludes": _names(taken.ranges[name]),
        }
        for name, domains in taken.domains.items()
    ]
    return {"@graph": graph}


def _names(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@id": f"schema:{name}"} for name in sorted(names)]


def _found(site: Path, tmp_path: Path) -> list[list[str]]:
    terms = tmp_path / "vocabulary.jsonld"
    terms.write_text(json.dumps(_as_released()), encoding="utf-8")
    command = ["node", str(BENCHMARKS / "structured_data.mjs"), str(site), str(terms)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, f"{ran.stderr}\nrun `make verify`"
    found: list[list[str]] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "site" / "index.html"
    page.parent.mkdir()
    recipe = {"@context": "https://schema.org", "@type": "Recipe", "name": "Sweet", "startDate": "2021"}
    page.write_text(f'<script type="application/ld+json">{json.dumps(recipe)}</script>', encoding="utf-8")
    said = {message for _, _, message, _ in _found(page.parent, tmp_path)}
    assert 'Required attribute "image" is missing' in said
    assert any("startDate" in message for message in said)


def test_every_page_is_valid(site: Path, tmp_path: Path) -> None:
    told = [issue for issue in _found(site, tmp_path) if not issue[2].startswith(NOT_KNOWN)]
    assert told[:20] == []
