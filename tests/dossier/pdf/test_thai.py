"""Thai copies and searches out of the PDF as it was written: every name and sentence of the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pymupdf
import pypdfium2
import pytest
import yaml

from gastro.dossier.document import Document, Heading, Paragraph, Run
from gastro.dossier.pdf.writing import pdf
from gastro.text.markdown import FIGURE, plain
from gastro.text.thai import has_thai, normalise
from tests.dossier.readers import READERS, faults, faults_in_pages, mupdf, pdfium, poppler

CONTENT = Path(__file__).parents[3] / "content"
DIVIDED = re.compile(r"[^\s/\u0e00-\u0e7f]{21,}")
"""What is too long to be kept on one line. Poppler and PDFium drop a hyphen at which a line ends."""
HARD = (
    "กลิ่น", "ฝั่งน้ำ", "ที่นี่", "ปั้นปีกไก่", "ผู้ผลิตในตำบล", "น้ำตาลโตนด", "ป่าไม้ฟื้นฟู", "ฤๅษี", "ญี่ปุ่น", "ฐานันดร",
    "ศิลป์", "เพชรบุรี", "ช่ำชอง", "ต่าง ๆ", "พ.ศ. 2564", "กุ้งแห้ง", "ก็ได้", "ไฟฟ้า", "โต๊ะ", "เจี๊ยบ", "ซื้อ",
)  # fmt: skip


def _document(texts: list[str]) -> Document:
    """Each text a paragraph: upright, bold and italic in turn; no page numbers between them."""
    paragraphs = (
        Paragraph((Run(text, bold=number % 3 == 1, italic=number % 5 == 1),))
        for number, text in enumerate(texts)
    )
    title = Heading(1, (Run("เอกสาร"),), "top")
    return Document("เอกสาร", "th", date(2026, 1, 1), (title, *paragraphs), words={"page": ""})


def _thai(value: object) -> Iterator[str]:
    if isinstance(value, str) and has_thai(value):
        for line in plain(FIGURE.sub("1,234", normalise(value))).splitlines():
            if words := " ".join(line.split()):
                yield words
    elif isinstance(value, dict):
        for part in value.values():
            yield from _thai(part)
    elif isinstance(value, list):
        for part in value:
            yield from _thai(part)


def _written() -> list[str]:
    files = sorted(CONTENT.rglob("*.yml"))
    records = (yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for file in files)
    return list(dict.fromkeys(text for record in records for text in _thai(record)))


def test_all_thai_of_the_records_is_read_as_it_was_written_by_each_reader() -> None:
    written = _written()
    made = pdf(_document(written))
    for name, read in READERS.items():
        wrong = list(faults(written, read(made)))
        assert [text for text in wrong if not DIVIDED.search(text)] == [], name
        assert len(wrong) <= len(written) / 100, name
    assert len(written) > 3000


@pytest.mark.parametrize("read", [poppler, mupdf, pdfium])
def test_hard_words_are_each_read_whole(read) -> None:
    lines = [line.strip() for line in read(pdf(_document(list(HARD)))).splitlines()]
    assert tuple(filter(None, lines))[-len(HARD) :] == HARD


def test_thai_is_found_by_searching() -> None:
    made = pdf(_document(list(HARD)))
    page = pymupdf.open(stream=made)[0]
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    assert [word for word in HARD if not page.search_for(word)] == []
    assert [word for word in HARD if text.search(word).get_next() is None] == []


def test_a_space_too_many_is_a_fault_and_a_line_end_is_not() -> None:
    written = ["ฝั่งซ้าย และขวา", "น้ำ"]
    assert list(faults(written, "ฝั่ง\nซ้าย\nและขวา\nน้ำ")) == []
    assert list(faults(written, "ฝั่ ง\nซ้าย และขวา\nน้ำ")) == ["ฝั่งซ้าย และขวา"]
    assert list(faults(written, "ฝั่งซ้ายและขวา\nน้ำ")) == ["ฝั่งซ้าย และขวา"]
    assert list(faults(written, "ฝั่งซ้าย และขวา\nน้ํา")) == ["น้ำ"]


def test_what_goes_on_on_the_next_page_is_whole_and_a_space_is_still_a_fault() -> None:
    written = ["ขนมตาล และน้ำตาล"]
    assert list(faults_in_pages(written, "ขนมตาล และ\nหน้า 2\n\fฉบับร่าง\nน้ำตาล\n")) == []
    assert list(faults_in_pages(written, "ขนมตาล แล ะน้ำตาล\n")) == written
    assert list(faults_in_pages(written, "ขนมตาล และ\nหน้า 2\nน้ำตาล\n")) == written
    assert list(faults_in_pages(written, "ขนมตาล และ หน้า 2\n\fน้ำตาล\n")) == written
    assert list(faults_in_pages(written, "ขนมตาล และ\n\fฉบับร่าง น้ำตาล\n")) == written
    assert list(faults_in_pages(written, "ขนมตาลและ\n\fน้ำตาล\n")) == written


def test_what_was_written_twice_must_be_read_twice() -> None:
    assert list(faults_in_pages(["น้ำ", "น้ำ"], "น้ำ\n\fน้ํา\n")) == ["น้ำ"]
    assert list(faults_in_pages(["น้ำ", "น้ำ"], "น้ำ\n\fน้ำ\n")) == []
