"""A page turned for a disk: links name files, and nothing else changes."""

from __future__ import annotations

import pytest

from gastro.site.frame import CONTENT_SECURITY_POLICY
from gastro.site.offline_copy.pages import folders_of, policy, to_file, turned

FOLDERS = folders_of(
    ["index.html", "en/index.html", "map/index.html", "desserts/index.html", "desserts/khanom-tan/index.html"]
)
PAGE = "desserts/khanom-tan/index.html"


def test_folders_are_those_with_a_page_of_their_own() -> None:
    assert folders_of(["index.html", "a/b/index.html", "404.html", "c/other.html"]) == {"", "a/b"}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("./#season", "index.html#season"),
        ("../../en/", "../../en/index.html"),
        ("../../map", "../../map/index.html"),
        ("../../map/?district=tha-yang#at=1", "../../map/index.html?district=tha-yang#at=1"),
        ("../..?q=%E0%B8%81/#x?y", "../../index.html?q=%E0%B8%81/#x?y"),
        ("../%6Bhanom-tan/", "../%6Bhanom-tan/index.html"),
    ],
)
def test_an_address_of_a_folder_leads_to_its_page(address: str, file: str) -> None:
    assert to_file(address, PAGE, FOLDERS) == file


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#season",
        "?q=x",
        "index.html",
        "../../assets/styles/site.css?v=1",
        "../../data/",
        "../../../outside/",
        "/desserts/",
        "//example.org/desserts/",
        "https://example.org/desserts/",
        "mailto:office@example.org",
        "data:image/png;base64,AA/",
    ],
)
def test_any_other_address_stays(address: str) -> None:
    assert to_file(address, PAGE, FOLDERS) == address


def turn(page: str, note: str = "") -> str:
    return turned(page, PAGE, FOLDERS, note)


@pytest.mark.parametrize(
    ("tag", "new"),
    [
        ('<a href="../../map/">', '<a href="../../map/index.html">'),
        ("<a href='../../map/'>", '<a href="../../map/index.html">'),
        ("<a href=../../map/ class=x>", '<a href="../../map/index.html" class=x>'),
        ('<A\n  HREF = "../../map/">', '<A\n  HREF = "../../map/index.html">'),
        ('<area href="..">', '<area href="../index.html">'),
        (
            '<svg><a xlink:href="../#x" href="../#x"/></svg>',
            '<svg><a xlink:href="../index.html#x" href="../index.html#x"/></svg>',
        ),
        ('<form action="../.." method="get">', '<form action="../../index.html" method="get">'),
        ('<button formaction="../..">', '<button formaction="../../index.html">'),
        (
            '<a href="../../map/?a=1&amp;b=&quot;2&quot;">',
            '<a href="../../map/index.html?a=1&amp;b=&quot;2&quot;">',
        ),
        (
            '<meta http-equiv="refresh" content="0; url=../../map/#x">',
            '<meta http-equiv="refresh" content="0; url=../../map/index.html#x">',
        ),
        (
            '<meta content="0;URL=../../map/" http-equiv="Refresh">',
            '<meta content="0;URL=../../map/index.html" http-equiv="Refresh">',
        ),
    ],
)
def test_what_leads_to_a_folder_is_turned(tag: str, new: str) -> None:
    assert turn(tag) == new


@pytest.mark.parametrize(
    "page",
    [
        '<meta name="description" content="0; url=../../map/">',
        '<link rel="canonical" href="https://example.org/desserts/khanom-tan/">',
        '<html data-base="../.."><dialog data-root="../.." data-base="../..">',
        '<p title=\'href="../../map/"\'>href="../../map/"</p>',
        '<!-- <a href="../../map/"> -->',
        '<script type="application/ld+json">{"a": "<a href=\\"../../map/\\">"}</script>',
        '<textarea><a href="../../map/"></textarea>',
        '<title>1 < 2 <a href="../../map/"></title>',
        "1 < 2 and href=../../map/ > 0",
        '<img src="a.svg" alt="&#x27;x&#39;"><br/><input disabled value=1>',
    ],
)
def test_the_rest_stays_letter_by_letter(page: str) -> None:
    assert turn(page) == page


def test_what_a_browser_refuses_from_a_disk_is_left_out() -> None:
    page = '<link rel="manifest" href="m"><link rel="preload" as="font" href="f"><link rel="icon" href="i">'
    assert turn(page) == '<link rel="icon" href="i">'


def test_the_policy_lets_files_in_and_nothing_else() -> None:
    new = policy(CONTENT_SECURITY_POLICY)
    assert "script-src 'self' file:;" in new
    assert "font-src 'self' file: data:;" in new
    assert "default-src 'none';" in new
    assert "base-uri 'none'" in new
    assert turn(f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">') == (
        f'<meta http-equiv="Content-Security-Policy" content="{new}">'
    )


def test_the_note_stands_in_the_first_part_of_the_foot() -> None:
    page = '<section>1</section><footer class="foot"><section>2</section><section>3</section></footer>'
    assert turn(page, "<p>note</p>") == (
        '<section>1</section><footer class="foot"><section>2<p>note</p>\n    </section><section>3</section></footer>'
    )
