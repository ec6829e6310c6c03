"""The data package: every file is told, and Frictionless finds every table as it is told."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from gastro.catalogue import load
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData, open_data
from gastro.project import Project
from tests.opendata.conftest import write


def faults(package: Path) -> list[str]:
    """What Frictionless finds wrong with a package."""
    report = Package(str(package)).validate()
    assert report.errors == []
    return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]


@pytest.fixture(scope="module")
def package(made: OpenData) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made.files["datapackage.json"].content)
    return found


def test_every_table_is_as_it_is_told(data: Path) -> None:
    assert faults(data / "datapackage.json") == []


@pytest.mark.verify
def test_every_table_of_the_projects_own_records_is_as_it_is_told(tmp_path: Path, citation: str) -> None:
    write(
        open_data(Making(load(Project.here().content).catalogue, "https://example.org/"), citation), tmp_path
    )
    assert faults(tmp_path / "datapackage.json") == []


@pytest.mark.parametrize(
    ("table", "right", "wrong", "told"),
    [
        ("producers", "tambon-tua-yang", "nowhere", "foreign key"),
        ("desserts", "signature", "best", "constraint"),
        ("recipes-ingredients", ",1,", ",first,", "type"),
        ("events", "2021-07-05", "5 July", "constraint"),
        ("records", "address,kind", "adress,kind", "label"),
    ],
)
def test_what_is_not_as_told_is_found(
    data: Path, tmp_path: Path, table: str, right: str, wrong: str, told: str
) -> None:
    folder = Path(shutil.copytree(data, tmp_path / "data"))
    file = folder / f"{table}.csv"
    text = file.read_bytes().decode("utf-8")
    assert right in text
    file.write_bytes(text.replace(right, wrong, 1).encode("utf-8"))
    found = faults(alone(folder, table))
    assert any(line.startswith(f"{table}: ") and told in line.lower() for line in found), found


def alone(folder: Path, table: str) -> Path:
    """A package of one table and those it leads to, without hashes, which would tell by themselves."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    by_name = {resource["name"]: resource for resource in package["resources"]}
    keys = by_name[table]["schema"].get("foreignKeys", [])
    near = {key["reference"]["resource"] for key in keys} - {"", table}
    package["resources"] = [by_name[table], *(by_name[name] for name in sorted(near))]
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"]
        if resource["name"] in near:
            resource["schema"].pop("foreignKeys", None)
    file = folder / "alone.json"
    file.write_text(json.dumps(package), encoding="utf-8")
    return file


def test_one_table_alone_is_as_it_is_told(data: Path, tmp_path: Path) -> None:
    assert faults(alone(Path(shutil.copytree(data, tmp_path / "data")), "producers")) == []


def test_every_file_is_told_with_its_size_and_hash(package: dict[str, Any], made: OpenData) -> None:
    told = {resource["path"]: resource for resource in package["resources"]}
    files = {path for path in made.files if not path.startswith("excel/")}
    assert set(told) == files - {"datapackage.json", "phetchaburi.xlsx"}, (
        "what is for spreadsheets says the same"
    )
    assert len({resource["name"] for resource in told.values()}) == len(told)
    for path, resource in told.items():
        content = made.files[path].content
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_columns_are_explained_in_both_languages_and_lead_to_other_tables(package: dict[str, Any]) -> None:
    [producers] = [one for one in package["resources"] if one["name"] == "producers"]
    fields = {field["name"]: field for field in producers["schema"]["fields"]}
    assert fields["since"]["description"] == "เริ่มเมื่อ · since"
    assert fields["desserts"] == {
        "name": "desserts",
        "type": "list",
        "description": "ขนมที่ทำหรือขาย · desserts made or sold",
        "delimiter": "; ",
        "itemType": "string",
    }
    assert fields["status"]["constraints"] == {"required": True, "enum": ["active", "unconfirmed", "closed"]}
    assert {"fields": ["place"], "reference": {"resource": "places", "fields": ["id"]}} in producers[
        "schema"
    ]["foreignKeys"]


def test_the_package_says_its_version_and_licence(package: dict[str, Any], made: OpenData) -> None:
    assert package["version"] == made.making.version
    assert [one["name"] for one in package["licenses"]] == ["CC-BY-4.0"]
    assert package["homepage"] == "https://example.org/sweets/data/"
