"""The PDF that is sent: its standards, its tags, its marks, and nothing of a text taken for code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import page
import pikepdf
import pikepdf.pdfa
import pytest

from gastro.dossier.document import (
    Beside,
    Contents,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
)
from gastro.dossier.pdf.writing import pdf
from tests.dossier.readers import READERS, faults, mupdf

CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><rect width="300" height="60" fill="#eee"/>
<text x="9" y="30" font-family="Sarabun" font-size="18">น้ำตาลโตนด</text></svg>""".encode()
TABLE = Table(
    (Run("Figures"),),
    ((Run("Figure"),), (Run("ชื่อ", lang="th"),), (Run("Value"),)),
    (
        ((Run("Palms"),), (Run("ตาล", lang="th"),), (Run("337,230"),)),
        ((Run("Towns"),), (Run("เมือง", lang="th"),), (Run("8"),)),
    ),
    (2, 2, 1),
    row_headers=True,
)
SAMPLE = Document(
    title="The form",
    lang="en",
    date=date(2026, 11, 20),
    subtitle="Reconstructed",
    header="Creative Cities",
    notice="Not the file that was sent.",
    author="Phetchaburi",
    keywords=("gastronomy", "Phetchaburi"),
    words={"page": "Page {0} of {1}", "gap": "Gap", "gap-th": "ยังขาด"},
    blocks=(
        Contents("Contents", 2),
        PageBreak(),
        Heading(1, (Run("Name of the city"),), "name"),
        Paragraph((Run("Word limit: not known"),), "label"),
        Paragraph(
            (
                Run("Sugar, "),
                Run("น้ำตาลโตนด", lang="th", bold=True),
                Run("1", raised=True, target="note-1"),
                Run(", is "),
                Run("read of", href="https://example.org/sugar"),
                Run(" here.", italic=True),
            ),
            "answer",
            key="name/text/1/en",
        ),
        Paragraph((Run("The mayor's letter, from the municipality"),), "gap"),
        Heading(2, (Run("Figures"),), "figures"),
        TABLE,
        Picture(CHART, "svg", "A chart of sugar", (Run("Sugar by year"),), 0.5),
        ListBlock(((Run("one"),), (Run("two"),)), ordered=True, anchors=("", "second")),
        Beside((Paragraph((Run("Left"),)),), (Paragraph((Run("ขวา"),), "gap"),)),
        Paragraph((Run("1 A source"),), "note", anchor="note-1"),
    ),
)  # fmt: skip
LENGTH_OF_STREAM = "PDFA2A-STREAM-LENGTH-001"
"""That check takes a last byte 0D of compressed data for a part of the line end after it."""
NOT_CHECKED_FOR = {
    "ISO_19005_2:6.2.11.4.2-2",  # a /CIDSet is there, which it does not look into
    "ISO_19005_2:6.6.2.3.1-1",  # metadata of PDF/UA, whose schema is declared
    "ISO_19005_2:6.6.2.3.1-2",  # metadata with parts, which it does not look into
    "ISO_19005_2:6.6.4-3",  # level A, where it knows level B only
    "pikepdf:schema-LinkAnnot",  # a place given by reference
    "pikepdf:schema-OutlineItem",
}
"""What the checker of pikepdf, made for what pikepdf writes, cannot approve."""


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(SAMPLE)


@pytest.fixture(scope="module")
def opened(made: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(made)) as document:
        yield document


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_the_file_keeps_both_standards(made: bytes, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(made, profile=profile)
    assert [failure.rule_id for failure in report.failures if failure.rule_id != LENGTH_OF_STREAM] == []
    assert report.rules.total > 100


def test_a_second_checker_finds_nothing_it_can_judge(opened: pikepdf.Pdf) -> None:
    report = pikepdf.pdfa.check(opened, "2b")
    assert {finding.rule for finding in report.findings} <= NOT_CHECKED_FOR


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert pdf(SAMPLE) == made


def test_title_language_and_dates_are_told(opened: pikepdf.Pdf) -> None:
    told = {name: str(value) for name, value in opened.docinfo.items() if name != "/Creator"}
    assert told == {
        "/Title": "The form",
        "/Author": "Phetchaburi",
        "/Keywords": "gastronomy, Phetchaburi",
        "/CreationDate": "D:20261120000000Z",
        "/ModDate": "D:20261120000000Z",
    }
    assert str(opened.Root.Lang) == "en-GB"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)


def test_headings_are_bookmarks(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        assert [(item.title, [below.title for below in item.children]) for item in outline.root] == [
            ("Name of the city", ["Figures"])
        ]


def test_only_sarabun_is_embedded(opened: pikepdf.Pdf) -> None:
    fonts = [
        thing
        for thing in opened.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
    ]
    assert {re.sub(r"/[A-Z]{6}\+", "", str(font.FontName)) for font in fonts} == {
        "Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic",
    }  # fmt: skip
    assert all("/FontFile2" in font for font in fonts)


def test_cells_say_which_headers_they_have(opened: pikepdf.Pdf) -> None:
    table = next(_tagged(opened.Root.StructTreeRoot, "/Table"))
    rows = [list(row.K) for row in _tagged(table, "/TR")]
    assert [[str(cell.S) for cell in row] for row in rows] == [
        ["/TH"] * 3,
        ["/TH", "/TD", "/TD"],
        ["/TH", "/TD", "/TD"],
    ]
    assert [str(row[0].A[0].Scope) for row in rows] == ["/Column", "/Row", "/Row"]
    columns = [str(cell.ID) for cell in rows[0]]
    for row in rows[1:]:
        assert [[str(name) for name in cell.A[0].Headers] for cell in row[1:]] == [
            [columns[1], str(row[0].ID)], [columns[2], str(row[0].ID)],
        ]  # fmt: skip
    named = pikepdf.NameTree(opened.Root.StructTreeRoot.IDTree)
    assert all(named[str(cell.ID)] == cell for row in rows for cell in row[:1])


def test_pictures_tell_what_they_show_and_their_letters_are_text(opened: pikepdf.Pdf, made: bytes) -> None:
    assert [str(figure.Alt) for figure in _tagged(opened.Root.StructTreeRoot, "/Figure")] == [
        "A chart of sugar"
    ]
    assert "Sugar by year" in mupdf(made)
    assert mupdf(made).count("น้ำตาลโตนด") == 2


def test_words_in_the_other_language_are_tagged_as_such(opened: pikepdf.Pdf) -> None:
    languages = {
        str(thing.Lang)
        for thing in opened.objects
        if isinstance(thing, pikepdf.Dictionary) and "/Lang" in thing
    }
    assert languages == {"en-GB", "th-TH"}


def test_links_lead_where_they_say(opened: pikepdf.Pdf) -> None:
    links = [link for sheet in opened.pages for link in sheet.get("/Annots", [])]
    assert [str(link.A.URI) for link in links if "/A" in link] == ["https://example.org/sugar"]
    assert [str(link.Contents) for link in links if "/A" in link] != [""]
    assert sum("/Dest" in link for link in links) >= 3


def test_pages_carry_header_notice_and_number(made: bytes) -> None:
    read = mupdf(made)
    assert read.count("Creative Cities") == read.count("Not the file that was sent.") == 3
    assert re.findall(r"Page \d of \d", read) == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]


def test_gaps_are_marked_by_a_word_in_the_language_of_the_column(made: bytes) -> None:
    read = mupdf(made)
    assert "Gap: The mayor's letter, from the municipality" in read
    assert "ยังขาด: ขวา" in read


def test_pages_are_a4_and_turned_where_asked(opened: pikepdf.Pdf) -> None:
    upright = [round(float(side)) for side in opened.pages[0].MediaBox]
    with pikepdf.open(BytesIO(pdf(replace(SAMPLE, landscape=True)))) as turned:
        assert [round(float(side)) for side in turned.pages[0].MediaBox] == [0, 0, upright[3], upright[2]]
    assert upright == [0, 0, 595, 842]


def test_no_line_of_thai_ends_inside_a_known_word() -> None:
    text = "ใบสมัครเข้าเครือข่ายเมืองสร้างสรรค์ของยูเนสโก"
    blocks = tuple(Paragraph((Run("1" * pushed + f" {text}" * 4),)) for pushed in range(40))
    lines = mupdf(pdf(Document("x", "th", date(2026, 1, 1), blocks))).splitlines()
    assert len(lines) > 100
    assert [line for line in lines if line.endswith("ยู") or line.startswith("เนสโก")] == []


@pytest.mark.parametrize("reader", READERS)
def test_columns_are_read_one_after_the_other(reader: str) -> None:
    english = (
        "The province stands for its palm sugar, sea salt and rose apple, and for those who cook with them."
    )
    thai = "จังหวัดเป็นที่รู้จักด้วยน้ำตาลโตนด เกลือทะเล และชมพู่ รวมทั้งผู้ที่ปรุงอาหารจากสิ่งเหล่านี้ในชุมชนต่าง ๆ"
    sides = (Paragraph((Run(english),)), Paragraph((Run("Missing."),), "gap")), (Paragraph((Run(thai),)),)
    read = READERS[reader](pdf(Document("x", "th", date(2026, 1, 1), (Beside(*sides),))))
    assert list(faults([english, thai], read)) == []


def test_texts_are_never_code() -> None:
    code = '#panic("x") $x^2$ *b* _e_ `c` @name <name> \\ // /* #import "a": b [k](l) = ~ --- "q"'
    blocks = (Heading(1, (Run(code),), "top"), Paragraph((Run(code),)), TABLE)
    made = pdf(Document(code, "en", date(2026, 1, 1), blocks, header=code, notice=code))
    assert "".join(mupdf(made).split()).count("".join(code.split())) == 5


def test_letters_that_the_font_lacks_and_invisible_ones_do_no_harm() -> None:
    text = "漢字 🍧 é\u0301 漢\u0301 \u200b\u00ad\ue000\u2028ก\u0e31\u0e31"
    made = pdf(Document("x", "th", date(2026, 1, 1), (Paragraph((Run(text),)), Paragraph(()), ListBlock(()))))
    assert "漢字 🍧" in mupdf(made)
    assert page.is_pdf_compliant_bytes(made, profile=page.ValidationProfile.PDF_UA_1)


def _tagged(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    below = element.get("/K")
    for part in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(part, pikepdf.Dictionary) and "/S" in part:
            if str(part.S) == kind:
                yield part
            yield from _tagged(part, kind)
