"""The copy is read again: what does not lead to a file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from gastro.site.offline_copy.verify import verify_copy


def told(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [
        (fault.page, fault.message.en.removeprefix("no such file in the copy: "))
        for fault in verify_copy(folder)
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<a href="{0}">',
        '<area href="{0}">',
        '<link rel="stylesheet" href="{0}">',
        '<img src="{0}">',
        '<img src="b/index.html" srcset="{0} 2x">',
        '<svg><a xlink:href="{0}"></a></svg>',
        '<form action="{0}">',
        '<form><button formaction="{0}"></form>',
        '<meta http-equiv="Refresh" content="0; URL={0}">',
        '<dialog class="search" data-scripts="b/index.html {0}">',
        '<dialog class="search" data-other-more="{0}">',
    ],
)
def test_an_address_must_be_that_of_a_file(tmp_path: Path, page: str) -> None:
    right = {"b/index.html": "", "a.html": page.format("b/index.html?x#y")}
    assert told(tmp_path, right) == []
    for wrong in ("b/", "b", "gone.html", "/b/index.html", "../b/index.html", "file:///b/index.html"):
        assert told(tmp_path, {"a.html": page.format(wrong)}) == [("a.html", wrong)]


def test_an_address_elsewhere_or_on_the_page_itself_is_none_of_the_copy(tmp_path: Path) -> None:
    page = '<a href=""><a href="#x"><a href="?q=1"><a href="https://example.org/b/"><a href="mailto:a@example.org">'
    assert told(tmp_path, {"a.html": page}) == []


def test_what_scripts_join_must_be_a_folder_with_a_page(tmp_path: Path) -> None:
    page = '<html data-base=".."><dialog class="search" data-root="{0}">'
    assert told(tmp_path, {"index.html": "", "en/index.html": page.format(".")}) == []
    assert told(tmp_path, {"en/index.html": page.format("gone")}) == [("en/index.html", "gone/index.html")]


def test_a_style_sheet_loads_what_is_there(tmp_path: Path) -> None:
    sheet = 'a { background: url("a.svg"), url(b.svg), url(data:font/woff2;base64,AA) }'
    assert told(tmp_path, {"s/a.css": sheet, "s/a.svg": ""}) == [("s/a.css", "b.svg")]


@pytest.mark.parametrize(("lang", "root"), [("th", ""), ("en", "en/")])
def test_what_the_search_finds_is_there(tmp_path: Path, lang: str, root: str) -> None:
    script = (
        f'gastroSearch.take("{lang}","names",{{"kinds":[["pages","x"],["desserts","y"]],"pictures":["p.svg"],'
        '"rows":[[0,"about","",0],[1,"khanom","",0]]});\n'
    )
    path = f"site/assets/search/{lang}-names.js"
    there = {
        f"site/{root}about/index.html": "",
        f"site/{root}desserts/khanom/index.html": "",
        "site/assets/p.svg": "",
    }
    assert told(tmp_path, {path: script, **there}) == []
    for gone in there:
        (tmp_path / gone).unlink()
    assert told(tmp_path, {path: script}) == sorted(
        (path, gone.replace("site/", "../../", 1)) for gone in there
    )


def test_names_that_no_stick_can_hold_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"a.txt": "", "A.txt": ""}) == [
        ("a.txt", "differs from A.txt only in small and capital letters")
    ]
