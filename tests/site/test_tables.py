"""Tables stand in regions that scroll."""

from __future__ import annotations

from markdown import Markdown

from gastro.site.tables import TableRegions, with_regions

TABLE = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"


def _html(text: str) -> str:
    return Markdown(extensions=["tables", "md_in_html", "def_list", TableRegions()]).convert(text)


def test_a_table_gets_a_region_and_what_follows_stays_outside() -> None:
    html = _html(f"Before\n\n{TABLE}\nAfter\n")
    assert html.startswith('<p>Before</p>\n<div class="scrolls">\n<table>')
    assert html.endswith("</table>\n</div>\n<p>After</p>")


def test_a_table_in_a_region_of_its_own_keeps_that_one() -> None:
    html = _html(f'<div class="wide scrolls" markdown>\n\n{TABLE}\n</div>\n')
    assert html.count("<div") == 1
    assert 'class="wide scrolls"' in html


def test_two_tables_get_a_region_each() -> None:
    assert _html(f"{TABLE}\n\nBetween\n\n{TABLE}").count('<div class="scrolls">') == 2


def test_raw_tables_are_left_alone() -> None:
    raw = "<table><tr><td>1</td></tr></table>"
    assert _html(raw) == raw


def test_the_extension_is_there_once() -> None:
    twice = with_regions(with_regions(["tables"]))
    assert twice[0] == "tables"
    assert [type(one) for one in twice[1:]] == [TableRegions]
