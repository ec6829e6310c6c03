"""Whatever a text holds, a page gets paragraphs, lists, emphasis, links and notes from it.

Texts come from pull requests. Each attack is written anew, rendered as the site renders it,
and the result looked through for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from gastro.text.markdown import Writer, escape, plain, read

Render = Callable[[str], str]

ELEMENTS = {"p", "ul", "ol", "li", "strong", "em", "a", "sup"}
NOTES = "\n\n[^a]: Source.\n\n[^source-1]: Source."
"""What a page adds below its texts: the notes that they cite."""


def leaks(html: str) -> list[str]:
    """Everything in ``html`` that no text of a record may bring about."""
    tree = LexborHTMLParser(f"<!doctype html><html><head></head><body>{html}</body></html>")
    assert tree.body is not None
    found = []
    for notes in tree.body.css("div.footnote"):
        found += [
            f"note {note.text()!r}"
            for note in notes.css("li")
            if not note.text().strip().startswith("Source.")
        ]
        notes.decompose()
    for node in tree.body.traverse():
        if node.tag not in ELEMENTS | {"body"}:
            found.append(f"<{node.tag}>")
        found += [f"{node.tag} {name}={value}" for name, value in _attributes(node)]
    return found


def _attributes(node: LexborNode) -> Iterator[tuple[str, str]]:
    """Attributes of a node that are not those of a link or a note."""
    for name, value in node.attributes.items():
        shown = value or ""
        is_link = node.tag == "a" and name == "href" and re.match(r"https?://|#", shown)
        is_note = (node.tag, name, shown) == ("a", "class", "footnote-ref") or (
            node.tag == "sup" and name == "id" and shown.startswith("fnref")
        )
        if not (is_link or is_note):
            yield name, shown


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p onclick=x>a</p>",
        '<p><a href="javascript:x">a</a></p>',
        '<p><a href="data:x">a</a></p>',
        '<p><a href="//evil.example">a</a></p>',
        "<p><img></p>",
        "<!-- a -->",
        "<pre><code>a</code></pre>",
        "<p id=a>a</p>",
        '<div class="footnote"><ol><li>Evil</li></ol></div>',
    ],
)
def test_leaks_are_seen(html: str) -> None:
    assert len(leaks(html)) >= 1


ATTACKS = {
    "script": "<script>alert(1)</script>",
    "script in words": "sweet <script>alert(1)</script> cake",
    "image with handler": "<img src=x onerror=alert(1)>",
    "unclosed tag": "sweet <img src=x onerror=alert(1) ",
    "closing tag": "</div></section> sweet",
    "comment": "a <!-- b --> c",
    "processing instruction": "a <?php b ?> c",
    "declaration": "<!DOCTYPE html>",
    "cdata": "a <![CDATA[<script>alert(1)</script>]]> b",
    "markdown in html": '<div markdown="1" onclick="alert(1)">\n\n**a**\n\n</div>',
    "escaped bracket": "\\<script>alert(1)\\</script>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "numeric entities": "&#60;script&#62;alert(1)&#x3c;/script>",
    "entity in link": "[a](&#106;avascript:alert(1))",
    "javascript link": "[a](javascript:alert(1))",
    "javascript link in brackets": "[a](<javascript:alert(1)>)",
    "javascript link in capitals": "[a](JaVaScRiPt:alert(1))",
    "javascript link with tab": "[a](java\tscript:alert(1))",
    "javascript link with line": "[a](<java\nscript:alert(1)>)",
    "data link": "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript link": "[a](vbscript:x)",
    "link without scheme": "[a](//evil.example)",
    "link up": "[a](../../index.html)",
    "link not taken here": "[a](java script:alert(1))",
    "quote in address": '[a](https://a.example/"onmouseover="alert(1))',
    "bracket in address": "[a](https://a.example/><script>alert(1)</script>)",
    "title": '[a](https://a.example "t\\" onclick=\\"alert(1)")',
    "autolink": "<javascript:alert(1)>",
    "data autolink": "<data:text/html,x>",
    "web autolink": "<https://a.example>",
    "bare address": "https://a.example",
    "mail": "<a@b.example>",
    "attributes of a link": "[a](https://a.example){: onclick=alert(1)}",
    "attributes of emphasis": "**a**{: onclick=alert(1)}",
    "attributes of a paragraph": "sweet\n{: #id .class onclick=alert(1)}",
    "attributes of an item": "- a {: onclick=alert(1)}",
    "attributes of a heading": "# a {#id onclick=alert(1)}",
    "definition": "[a]: javascript:alert(1)\n\n[a] [b][a] [a][]",
    "definition in words": "sweet\n[a]: javascript:alert(1)\n[a]",
    "note of its own": "[^a]\n\n[^a]: <script>alert(1)</script>",
    "note in words": "sweet\n[^a]: evil\nmore",
    "image": "![a](https://a.example/x.png)",
    "image by reference": "![a][b]\n\n[b]: https://a.example/x.png",
    "image in link": "[![a](x.png)](https://a.example)",
    "link in link": "[[a](https://a.example)](javascript:alert(1))",
    "link in image": "![[a](javascript:x)](x.png)",
    "emphasis over link": "**[a*](https://a.example)*b**",
    "note in link": "[a [^a] b](https://a.example)",
    "link in note": "[^[a](javascript:x)]",
    "note parted by html": "[^b]<b>: evil",
    "link after a note in emphasis": "[^b]*(javascript:alert(1) a)*",
    "abbreviation": "*[a]: b",
    "table": "a | b\n--|--\nc | d",
    "definition list": "a\n: b",
    "heading": "# a\n\n## b",
    "underlined heading": "a\n=\n\nb\n-",
    "rule": "a\n\n---\n\nb\n\n***\n\nc",
    "quote": "> a\n> > b",
    "code": "`a` and\n\n    b\n\nand ```c```",
    "fence": "```html\n<script>alert(1)</script>\n```",
    "tilde fence": "~~~ {: onclick=x}\na\n~~~",
    "unclosed fence": "```\na",
    "code in list": "- a\n\n        b\n\n- ```\n  c\n  ```",
    "html in list": "- <div>\n  a\n  </div>",
    "front matter": "---\ntitle: x\n---\na",
    "table of contents": "[TOC]",
    "placeholder": "klzzwxh:0001 wzxhzdk:0",
    "template": "{{ 7 * 7 }} {% raw %}",
    "wide spaces": "\u2003\u2003\u2003\u2003a\n\n\u00a0- b\n\n\u3000# c",
}


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS.keys())
def test_attacks_come_to_nothing(text: str, render: Render) -> None:
    assert leaks(render(Writer().write(text) + NOTES)) == []


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS.keys())
def test_attacks_on_names_come_to_nothing(text: str, render: Render) -> None:
    assert leaks(render(escape(plain(text)) + NOTES)) == []


JUST_TEXT = """
javascript link with tab, link not taken here, quote in address, title, bare address, attributes of a link,
attributes of emphasis, attributes of a paragraph, attributes of an item, link in link, emphasis over link,
note in link, link after a note in emphasis, abbreviation, table, definition list, table of contents,
placeholder, template, wide spaces
"""
"""No markup here: shown to readers just as it is written."""


@pytest.mark.parametrize(("name", "text"), ATTACKS.items(), ids=ATTACKS.keys())
def test_editors_are_told_of_attacks(name: str, text: str) -> None:
    reading = read(text)
    bad_links = [link.target for link in reading.links if not (link.is_web or link.record)]
    harmless = name in {entry.strip() for entry in JUST_TEXT.split(",")}
    assert bool(reading.forbidden or bad_links) is not harmless


def test_safe_links_stay_links(render: Render) -> None:
    html = render(Writer().write("<https://a.example> and [a](http://b.example/?c=d&e=f)"))
    links = LexborHTMLParser(html).css("a")
    assert [link.attributes["href"] for link in links] == ["https://a.example", "http://b.example/?c=d&e=f"]


SIGNS = """
[ ] ( ) ]( [a]( ![ < > </ { } {: onclick=x # .c | |-| : * ** _ __ ` ``` ~~~ \\ / // :// & &lt; &#60; ! " ' = ===
javascript:x data:x https://a.example http:// mailto:a script <script> <!-- --> <? ?> <![CDATA[ ]]> [TOC] *[a]:
klzzwxh:0001 --- a ก ่ 1 12)
"""
LINES = ["\n- a\n", "\n1. b\n", "\n    - c\n", "[a]: ", "<div markdown=1>", "a | b\n--|--\nc"]
SPACES = [" ", "  \n", "\n", "\n\n", "    ", "\t", "\u00a0", "\u3000"]

pieces = st.sampled_from([*SIGNS.split(), *LINES, *SPACES])
words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=4)
texts = st.lists(st.one_of(pieces, words), max_size=12).map("".join)


@given(texts)
def test_no_text_brings_anything_else_to_a_page(render: Render, text: str) -> None:
    assert leaks(render(Writer().write(text) + NOTES)) == []


@given(texts)
def test_no_name_brings_any_markup_to_a_page(render: Render, text: str) -> None:
    html = render(escape(" ".join(text.split())))
    tree = LexborHTMLParser(html)
    assert tree.body is not None
    assert {node.tag for node in tree.body.traverse()} <= {"body", "p"}


@given(texts)
def test_reading_never_fails_and_names_only_strings(text: str) -> None:
    reading = read(text)
    assert all(reading.forbidden)
    assert plain(text) == " ".join(plain(text).split())
