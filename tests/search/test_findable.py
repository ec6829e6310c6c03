"""What can be found of the sample records, and the files a browser loads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from gastro.catalogue import Catalogue, load
from gastro.search.findable import Findable, findables, shortened
from gastro.search.index_files import index_files, version
from gastro.text.dates import Lang

SAMPLE = Path(__file__).parents[1] / "sample"
PAGES = {
    "th/about/marks.md": "---\ntitle: เครื่องหมาย\ndescription: ความหมาย\n---\n\n# เครื่องหมาย { #marks }\n\nดู**สี** [ลิงก์](x.md)\n",
    "en/about/marks.md": "---\ntitle: Marks\ndescription: What they mean\n---\n\n# Marks { #marks }\n\n| a | b |\n|---|---|\n| cell | <b>bold</b> |\n",
    "en/desserts/khanom-tan.md": "---\ntitle: Khanom tan\nrecord: desserts/khanom-tan\n---\n",
    "en/index.md": "---\ntitle: Home\n---\n",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE).catalogue


def _of(catalogue: Catalogue, lang: Lang, address: str) -> Findable:
    return next(
        one for one in findables(catalogue, {}, PAGES, lang) if one.address == address and not one.anchor
    )


def test_a_sweet_is_found_by_its_names_in_both_languages(catalogue: Catalogue) -> None:
    entry = catalogue.of("desserts")[0]
    found = _of(catalogue, "th", entry.address)
    assert found.title == entry.name("th")
    assert entry.name("en") in found.names
    assert found.line == entry.record.gloss.th  # type: ignore[attr-defined]
    assert entry.record.gloss.en in found.names  # type: ignore[attr-defined]
    assert set(entry.record.spellings) <= set(found.names)  # type: ignore[attr-defined]


def test_no_markup_and_no_source_id_is_left_in_what_is_shown(catalogue: Catalogue) -> None:
    for lang in ("th", "en"):
        for one in findables(catalogue, {}, PAGES, lang):
            assert not re.search(r"\[\^|\]\(|\*\*|\{\{|</?[a-z]", f"{one.title}\n{one.line}\n{one.text}"), one


def test_both_languages_stand_in_the_same_order(catalogue: Catalogue) -> None:
    pages = PAGES | {"th/desserts/x.md": "---\nrecord: desserts/x\n---\n"}
    thai, english = (findables(catalogue, {}, pages, lang) for lang in ("th", "en"))
    assert [(one.address, one.anchor) for one in thai] == [(one.address, one.anchor) for one in english]


def test_pages_written_by_hand_are_found_and_pages_of_records_only_once(catalogue: Catalogue) -> None:
    found = [one for one in findables(catalogue, {}, PAGES, "en") if one.kind == "pages"]
    assert [(one.address, one.title, one.line, one.text) for one in found] == [
        ("pages/about/marks", "Marks", "What they mean", "Marks\na\nb\ncell\nbold")
    ]


def test_what_weighs_most_comes_first(catalogue: Catalogue) -> None:
    weights = [one.weight for one in findables(catalogue, {}, PAGES, "th")]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("short", "short"),
        ("one two three", "one two …"),
        ("กขคงจฉชซฌ", "กขคงจฉชซฌ"),
        ("กขคงจฉชซฌญฎฏฐ", "กขคงจฉชซฌ …"),
    ],
)
def test_a_line_ends_at_a_space(text: str, line: str) -> None:
    assert shortened(text, 10) == line


def _content(script: bytes) -> Any:
    match = re.fullmatch(r'gastroSearch\.take\("(?:th|en)","[a-z]+",(.*)\);\n', script.decode(), re.DOTALL)
    assert match is not None
    return json.loads(match[1])


def test_the_parts_hold_every_row_once(catalogue: Catalogue) -> None:
    found = findables(catalogue, {}, PAGES, "th")
    files = dict(index_files(found, "th"))
    assert list(files) == [f"assets/search/th-{part}.js" for part in ("names", "texts", "more")]
    names, texts, more = map(_content, files.values())
    assert len(names["rows"]) == len(texts["rows"]) + len(more["rows"]) == len(found)
    assert all(0 <= number < len(found) for row in (*texts["rows"], *more["rows"]) for number in row[1])


def test_a_text_cannot_end_the_script(catalogue: Catalogue) -> None:
    hostile = Findable("desserts/x", "desserts", '</script>\u2028");alert(1)//', weight=9)
    (_, names), *_ = index_files([hostile], "en")
    assert b"</script>" not in names
    assert "\u2028" not in names.decode()
    assert _content(names)["rows"][0][3] == hostile.title


def test_the_version_follows_the_content(catalogue: Catalogue) -> None:
    files = list(index_files(findables(catalogue, {}, PAGES, "th"), "th"))
    changed = [(files[0][0], files[0][1] + b" "), *files[1:]]
    assert version(files) == version(list(files))
    assert version(files) != version(changed)
    assert re.fullmatch("[0-9a-f]{8}", version(files))
