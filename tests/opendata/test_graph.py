"""The whole as JSON-LD: read by a processor, true to schema.org, every record in it."""

from __future__ import annotations

import json

import pytest

from gastro.catalogue import load
from gastro.opendata.graph import graph_file
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData
from gastro.project import Project
from tests.opendata import schema_org
from tests.opendata.conftest import SITE


def test_every_record_with_a_page_is_there_in_both_languages(made: OpenData) -> None:
    graph = json.loads(made.files["phetchaburi.jsonld"].content)
    assert graph["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in graph["@graph"]}
    assert len(nodes) == len(graph["@graph"])
    assert set(nodes) == {f"{SITE}data/#dataset"} | {
        f"{SITE}{entry.address}/#this"
        if entry.kind != "vocabulary"
        else next(id for id in nodes if id.startswith(f"{SITE}{entry.address}/#"))
        for entry in made.making.entries
        if entry.kind != "photos"
    }
    assert nodes[f"{SITE}desserts/khanom-tua-yang/#this"]["name"] == [
        {"@language": "th", "@value": "ขนมตัวอย่าง"},
        {"@language": "en", "@value": "Sample sweet"},
    ]


def test_the_data_set_says_version_licence_and_no_invented_body(made: OpenData) -> None:
    whole = json.loads(made.files["phetchaburi.jsonld"].content)["@graph"][0]
    assert whole["@type"] == "Dataset"
    assert whole["version"] == made.making.version
    assert whole["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert not {"creator", "publisher", "author"} & set(whole)


def test_the_vocabulary_is_that_of_schema_org(made: OpenData) -> None:
    assert _faults(made.files["phetchaburi.jsonld"].content, SITE) == set()


@pytest.mark.verify
def test_the_vocabulary_of_the_projects_own_records_is_that_of_schema_org() -> None:
    home = "https://example.org/"
    making = Making(load(Project.here().content).catalogue, home)
    assert _faults(graph_file(making), home) == set()


def _faults(content: bytes, home: str) -> set[str]:
    return schema_org.faults(schema_org.expanded([json.loads(content)]), home)
