"""The small Markdown of records: what is read in it, and how it is written anew."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from gastro.text.markdown import Link, Writer, escape, plain, read

Render = Callable[[str], str]


def test_citations_come_once_and_in_their_order() -> None:
    reading = read("One [^b] and two.[^a]\n\n- item [^b]\n- item [^c]")
    assert reading.citations == ("b", "a", "c")
    assert [block.citations for block in reading.blocks] == [("b", "a"), ("b",), ("c",)]


def test_every_paragraph_and_item_is_a_block() -> None:
    reading = read("First,\nstill first.\n\nSecond.\n\n- one\n- two\n    - nested\n\n1. three")
    assert len(reading.blocks) == 6
    assert reading.citations == ()


def test_links_are_read_as_written() -> None:
    reading = read(
        "[a](https://www.unesco.org/x) [b](desserts/khanom-tan#story.yeast) [c](javascript:x) [d]()"
    )
    assert [link.target for link in reading.links] == [
        "https://www.unesco.org/x",
        "desserts/khanom-tan#story.yeast",
        "javascript:x",
        "",
    ]
    assert [link.is_web for link in reading.links] == [True, False, False, False]
    assert reading.forbidden == ()


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("desserts/khanom-tan", ("desserts", "khanom-tan", None)),
        ("desserts/khanom-tan#origin", ("desserts", "khanom-tan", "origin")),
        ("desserts/khanom-tan#story.yeast", ("desserts", "khanom-tan", "story.yeast")),
        ("Desserts/khanom-tan", None),
        ("../desserts/khanom-tan", None),
        ("desserts/khanom-tan.yml", None),
        ("desserts/khanom-tan#", None),
        ("desserts", None),
        ("//evil.example/x", None),
    ],
)
def test_addresses_of_records(target: str, parts: tuple[str | None, ...] | None) -> None:
    match = Link(target).record
    assert (match and match.group("kind", "id", "anchor")) == parts


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("Plain, **bold**, *italic*, [link](https://a.example) and [^note].", ()),
        ("- one\n- two\n\n1. three", ()),
        ("3 < 4 and 5 > 4, salt & sugar, 100 % {x}", ()),
        ("escaped \\*stars\\* and \\# sign", ()),
        ("![palm](palm.jpg)", ("![](…)",)),
        ("`code`", ("`…`",)),
        ("text\n\n    code", ("    …",)),
        ("```\ncode\n```", ("```",)),
        ("~~~\ncode\n~~~", ("```",)),
        ("a\n\n---\n\nb", ("---",)),
        ("line  \nbreak", ("two spaces or \\ at the end of a line",)),
        ("line\\\nbreak", ("two spaces or \\ at the end of a line",)),
        ("<b>bold</b>", ("HTML",)),
        ("<!-- comment -->", ("HTML",)),
        ("\\<b>", ("HTML",)),
        ("&nbsp;", ("&…;",)),
        ("&#60;", ("&…;",)),
        ("[x]: https://a.example", ("[…]: …",)),
        ("[^x]: a note of its own", ("[…]: …",)),
        ("`a` ![b](c.jpg) `d`", ("`…`", "![](…)")),
    ],
)
def test_what_is_not_allowed_is_named_once(text: str, forbidden: tuple[str, ...]) -> None:
    assert read(text).forbidden == forbidden


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("**ขนมตาล** is *sweet* [^a].", "ขนมตาล is sweet ."),
        ("See [the palm](https://a.example/x).", "See the palm."),
        ("one\ntwo", "one two"),
        ("escaped \\*star\\*", "escaped *star*"),
        ("<b>bold</b> `code` ![alt](x.jpg)", "bold"),
    ],
)
def test_plain_text_is_the_words_alone(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "ขนมตาล",
        "* star * and _score_ and `tick`",
        "[link](https://a.example) and ![image](x.jpg)",
        "[^note] and [x]: y",
        "<script>alert(1)</script>",
        "&lt;b&gt; &#60; &copy;",
        "# no heading",
        "> no quote",
        "- no list",
        "+ no list",
        "a | b | c",
        "{: onclick=alert(1)}",
        "{{ jinja }} {% raw %}",
        "$x^2$ \\ \\\\",
        "https://a.example/?x=1&y=2",
        "<https://a.example>",
    ],
)
def test_escaped_text_shows_just_itself(text: str, render: Render) -> None:
    tree = LexborHTMLParser(render(escape(text)))
    assert tree.body is not None
    assert [node.tag for node in tree.body.traverse()] == ["body", "p"]
    assert tree.body.text() == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
        ("**bold** and __bold__, *italic* and _italic_", "**bold** and **bold**, *italic* and *italic*"),
        ("- a\n- b", "- a\n- b"),
        ("* a\n* b\n    1. c", "- a\n- b\n    1. c"),
        ("- a\n\ntext", "- a\n\ntext"),
        ("[palm](https://a.example/x_y)", "[palm](<https://a.example/x_y>)"),
        ("[palm](javascript:alert(1))", "palm"),
        ("[palm](desserts/khanom-tan)", "palm"),
        ("cited [^a]", "cited[^a]"),
        ("2 * 3 = 6", "2 \\* 3 = 6"),
        ("# Heading", "Heading"),
        ("<div>\ntext\n</div>", ""),
        ("![alt](x.jpg)", ""),
    ],
)
def test_texts_are_written_anew(text: str, written: str) -> None:
    assert Writer().write(text) == written


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("ก**ข**ค *ง*", "<p>ก<strong>ข</strong>ค <em>ง</em></p>"),
        ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
        (
            "[**a** b](https://a.example/?x=1&y=(2))",
            '<p><a href="https://a.example/?x=1&amp;y=(2)"><strong>a</strong> b</a></p>',
        ),
        ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
    ],
)
def test_what_is_written_shows_what_was_meant(text: str, html: str, render: Render) -> None:
    assert re.sub(r"\n", "", render(Writer().write(text))) == html


class Leading(Writer):
    """Leads to records and numbers its notes."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def link(self, target: Link) -> str:
        return f"../{target.target}.md" if target.record else super().link(target)

    def cite(self, source: str) -> str:
        self.notes.append(source)
        return f"[^n{len(self.notes)}]"


def test_a_writer_says_where_links_and_notes_lead() -> None:
    writer = Leading()
    text = "A [sweet](desserts/khanom-tan) [^b], [site](https://a.example) [^a] and [bad](data:x)."
    assert writer.write(text) == (
        "A [sweet](<../desserts/khanom-tan.md>)[^n1], [site](<https://a.example>)[^n2] and bad."
    )
    assert writer.notes == ["b", "a"]
