"""The committed schemas are those of the models, and the records fit them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from gastro.catalogue import load
from gastro.editors.schemas import schemas
from gastro.project import Project
from gastro.records.kinds import CONTENT_KINDS, DOSSIER_KINDS

PROJECT = Project.here()


def files_of(kind: str) -> list[tuple[Path, str]]:
    """The files of a kind, each with the address of the schemas seen from it."""
    dossier = PROJECT.content / "dossier"
    if kind == "forms":
        return [(file, "../../../schemas") for file in sorted(dossier.glob("forms/*.yml"))]
    if kind in DOSSIER_KINDS:
        found = (file for file in sorted(dossier.glob("*/*.yml")) if file.parent.name != "forms")
        return [
            (file, "../../../schemas")
            for file in found
            if (file.name == "submission.yml") == (kind == "submissions")
        ]
    return [(file, "../../schemas") for file in sorted((PROJECT.content / kind).glob("*.yml"))]


def test_the_committed_schemas_are_up_to_date() -> None:
    fresh = schemas(load(PROJECT.content).catalogue)
    committed = {file.name: file.read_text(encoding="utf-8") for file in PROJECT.schemas.glob("*.json")}
    assert committed == fresh, "run `make schemas`"


def test_every_field_is_explained_in_thai_and_english() -> None:
    for name in (*CONTENT_KINDS, *DOSSIER_KINDS):
        schema = json.loads((PROJECT.schemas / f"{name}.json").read_text(encoding="utf-8"))
        parts = [schema, *schema.get("$defs", {}).values()]
        for part in parts:
            for field, about in part.get("properties", {}).items():
                described = about.get("description", "")
                assert " · " in described or described.startswith("content/"), f"{name}: {field}"


@pytest.mark.parametrize("kind", [*CONTENT_KINDS, *DOSSIER_KINDS])
def test_every_record_fits_its_schema_and_names_it(kind: str) -> None:
    schema = json.loads((PROJECT.schemas / f"{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for file, schemas_at in files_of(kind):
        text = file.read_text(encoding="utf-8")
        assert text.startswith(f"# yaml-language-server: $schema={schemas_at}/{kind}.json\n"), file.name
        record = json.loads(json.dumps(yaml.safe_load(text), default=str))
        assert [error.message for error in validator.iter_errors(record)] == [], file.name


def test_terms_are_offered_with_their_labels() -> None:
    tie = json.loads((PROJECT.schemas / "desserts.json").read_text(encoding="utf-8"))["properties"]["tie"]
    assert tie["enum"][0] == "signature"
    assert tie["enumDescriptions"][0] == "ขนมขึ้นชื่อของเพชรบุรี · Signature of Phetchaburi"
