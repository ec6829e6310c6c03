"""CITATION.cff: valid by the schema of the Citation File Format, filled in only with what is known."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker

from gastro.opendata.citation_file import citation_file
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData
from tests.opendata.conftest import CHANGES, SITE

SCHEMA = files("check_jsonschema") / "builtin_schemas" / "vendor" / "citation-file-format.json"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text("utf-8")), format_checker=FormatChecker())


def read(text: str | bytes) -> dict[str, Any]:
    """As text alone: YAML takes 2025-07-05 for a day, the schema for a string."""
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # a safe loader
    return found


def faults(validator: Draft7Validator, text: str | bytes) -> list[str]:
    return [error.message for error in validator.iter_errors(read(text))]


def test_the_projects_own_is_valid(validator: Draft7Validator, citation: str) -> None:
    assert faults(validator, citation) == []
    assert faults(validator, citation.replace("license: CC-BY-4.0", "license: free"))
    assert read(citation)["authors"] == [
        {"name": "Contributors to the Phetchaburi gastronomy record · ผู้ร่วมจัดทำคลังความรู้อาหารเพชรบุรี"}
    ]
    assert "doi" not in citation


def test_version_address_and_day_are_filled_in(
    validator: Draft7Validator, making: Making, made: OpenData, citation: str
) -> None:
    content = made.files["CITATION.cff"].content
    assert faults(validator, content) == []
    filled = read(content)
    assert filled["version"] == making.version
    assert filled["url"] == f"{SITE}data/"
    assert filled["date-released"] == "2025-09-08"
    assert "repository-code" not in filled
    assert {key: filled[key] for key in ("title", "authors", "license")} == {
        key: read(citation)[key] for key in ("title", "authors", "license")
    }


def test_a_repository_is_told_and_a_day_that_is_not_known_is_not(
    validator: Draft7Validator, making: Making, citation: str
) -> None:
    repository = "https://github.com/example/sweets"
    content = citation_file(Making(making.catalogue, SITE, repository=repository), citation)
    assert faults(validator, content) == []
    assert read(content)["repository-code"] == repository
    assert "date-released" not in read(content)
    assert CHANGES
