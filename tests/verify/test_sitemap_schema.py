"""The sitemap by the schema of sitemaps.org itself, as the npm package `sitemap` carries it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from gastro.cli import cli

pytestmark = pytest.mark.verify

TESTS = Path(__file__).parents[1]
SCHEMA = TESTS.parent / "benchmarks/node_modules/sitemap/schema/sitemap.xsd"
BOTH = f"""\
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{SCHEMA.as_uri()}"/>
  <xsd:import namespace="http://www.w3.org/1999/xhtml"
              schemaLocation="{(TESTS / "site/schemas/alternates.xsd").as_uri()}"/>
</xsd:schema>
"""


def test_the_sitemap_is_valid(tmp_path: Path) -> None:
    assert SCHEMA.is_file(), "the schema is not installed: run `make verify`"
    command = ["build", "--content", str(TESTS / "sample"), "--site", str(tmp_path / "site")]
    assert CliRunner().invoke(cli, command).exit_code == 0
    schema = etree.XMLSchema(etree.fromstring(BOTH))
    sitemap = etree.parse(tmp_path / "site/sitemap.xml")
    assert schema.validate(sitemap), schema.error_log
    assert len(sitemap.getroot()) > 50
    sitemap.getroot()[0][0].text = ""
    assert not schema.validate(sitemap), "the schema takes anything"
