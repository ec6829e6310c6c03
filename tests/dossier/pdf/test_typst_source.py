"""What the template is given: texts that can be set, ids that lead somewhere, levels without a step left out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from gastro.dossier.document import (
    Beside,
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Run,
    Table,
)
from gastro.dossier.pdf.typst_source import DATA_FILE, source


def _told(*blocks: Block, **more: object) -> dict:
    document = Document("Title", "th", date(2026, 11, 20), blocks, **more)
    return json.loads(source(document).files[DATA_FILE])


def test_headings_leave_no_level_out_and_keep_their_characters() -> None:
    told = _told(*(Heading(level, (Run("a-b"),), f"h{level}") for level in (2, 4, 1, 3)))
    assert [block["level"] for block in told["blocks"]] == [1, 2, 1, 2]
    assert told["blocks"][0]["runs"][0][0]["text"] == "a-b"


def test_runs_point_only_where_something_is() -> None:
    runs = (Run("a", target="here"), Run("b", target="nowhere"), Run("c", href="https://example.org/"))
    told = _told(
        Paragraph((*runs, Run("d", href="javascript:x"), Run("e", href="a.pdf"), Run(""))),
        Beside(
            (ListBlock(((Run("x"),), (Run("y"),)), anchors=("", "here")),),
            (Paragraph((Run("z"),), anchor="here"),),
        ),
    )
    texts = [(run["text"], run["target"], run["href"]) for (run,) in told["blocks"][0]["runs"]]
    assert texts == [
        ("a", "here", ""),
        ("b", "", ""),
        ("c", "", "https://example.org/"),
        ("d", "", ""),
        ("e", "", ""),
    ]
    beside = told["blocks"][1]
    assert (beside["left"][0]["anchors"], beside["right"][0]["anchor"]) == (["", "here"], "")


@pytest.mark.parametrize(
    ("runs", "groups"),
    [
        (("In 2017.", "^1", "^2", " Then"), [["In "], ["2017.", "1", "2"], [" Then"]]),
        (("2017", "^1"), [["2017", "1"]]),
        (("ตาล", "^1"), [["ตาล"], ["1"]]),
        (("end ", "^1"), [["end "], ["1"]]),
        (("^1", "^2"), [["1"], ["2"]]),
        (("unreasonably-long-word-here", "^1"), [["unreasonably-long-word-here"], ["1"]]),
    ],
)
def test_a_number_of_a_note_stays_with_its_word(runs: tuple[str, ...], groups: list[list[str]]) -> None:
    told = _told(Paragraph(tuple(Run(text.lstrip("^"), raised=text.startswith("^")) for text in runs)))
    held_runs = told["blocks"][0]["runs"]
    assert [[run["text"].replace("\u2011", "-") for run in group] for group in held_runs] == groups


def test_a_remark_under_a_heading_stays_with_what_follows() -> None:
    small = Paragraph((Run("x"),), "small")
    told = _told(Heading(1, (Run("h"),), "h"), small, small, Paragraph((Run("l"),), "label"))
    assert [block.get("stays") for block in told["blocks"]] == [None, True, False, True]


def test_columns_of_numbers_are_known() -> None:
    cells = [("a", "1,234", "12 %", ""), ("b", "–", "x", "")]
    rows = tuple(tuple((Run(cell),) for cell in row) for row in cells)
    table = Table((), ((Run("h"),),) * 4, rows, (1, 1, 1, 1))
    assert _told(table)["blocks"][0]["numeric"] == [False, True, False, False]
    assert _told(Table((), ((Run("h"),),), (), (1,)))["blocks"][0]["numeric"] == [False]


def test_letters_in_a_drawing_are_among_the_texts_that_fonts_must_set() -> None:
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'><text>ฝั่ง &amp; น้ำ</text></svg>".encode()
    made = source(
        Document("T", "th", date(2026, 1, 1), (Picture(drawing, "svg", "alt"), Picture(b"x", "png", "alt")))
    )
    assert list(made.files) == [DATA_FILE, "picture-1.svg", "picture-2.png"]
    assert any("ฝั่ง" in text for text in made.texts)


def test_long_words_that_the_record_knows_are_not_divided() -> None:
    told = _told(Paragraph((Run("จังหวัดเพชรบุรี ของยูเนสโก ตาล"),)))
    assert told["undivided"] == ["พฤศจิกายน", "เพชรบุรี", "จังหวัด", "ยูเนสโก"]


def test_the_imprint_names_author_and_day() -> None:
    assert _told(author="จังหวัดเพชรบุรี")["imprint"] == ["จังหวัดเพชรบุรี", "20 พฤศจิกายน พ.ศ. 2569"]


@pytest.mark.parametrize(
    ("words", "parts", "numbered"),
    [
        ({"page": "Page {0} of {1}"}, ["Page ", " of ", ""], True),
        ({}, ["", " / ", ""], True),
        ({"page": ""}, ["", "", ""], False),
    ],
)
def test_page_numbers(words: dict[str, str], parts: list[str], numbered: bool) -> None:
    told = _told(words=words)
    assert (told["page_words"], told["numbered"]) == (parts, numbered)
