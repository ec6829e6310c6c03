"""The dossiers themselves: what the city is given keeps the standards, and its Thai copies as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import page
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from gastro.dossier.annexes import annex_document
from gastro.dossier.assembly import submission_document
from gastro.dossier.checks import Circumstances, shortcomings
from gastro.dossier.document import (
    Beside,
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)
from gastro.dossier.filled import filled
from gastro.dossier.pdf.writing import pdf
from gastro.dossier.review import review_document
from gastro.dossier.word.writing import docx
from gastro.text.thai import has_thai
from tests.builds import project_dossier
from tests.dossier.conftest import SITE
from tests.dossier.pdf.test_writing import LENGTH_OF_STREAM
from tests.dossier.readers import READERS, faults_in_pages
from tests.dossier.word.test_writing import NOT_WANTED
from tests.dossier.word.word_file import W, found, xml

DAY = date(2026, 3, 31)
SUBMISSIONS = ("application-2021", "report-2025")
KINDS = ("submission", "annexes", "review")
BOTH = [(submission, kind) for submission in SUBMISSIONS for kind in KINDS]


@dataclass(frozen=True)
class Made:
    document: Document
    pdf: bytes
    docx: bytes


@cache
def made(submission: str, kind: str) -> Made:
    full = filled(project_dossier().catalogue, submission, SITE)
    if kind == "submission":
        document = submission_document(full, DAY, "0", draft=True)
    elif kind == "annexes":
        document = annex_document(full, DAY, "0", {}, draft=True)
    else:
        lacking = shortcomings(full, Circumstances(DAY, {}, {}))
        document = review_document(full, DAY, "0", lacking, draft=True)
    return Made(document, pdf(document), docx(document))


def lines_of(blocks: Iterable[Block]) -> Iterator[Runs]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.runs
        elif isinstance(block, ListBlock):
            yield from block.items
        elif isinstance(block, Table):
            yield from (block.caption, *block.header, *(cell for row in block.rows for cell in row))
        elif isinstance(block, Picture):
            yield block.caption
        elif isinstance(block, Beside):
            yield from lines_of((*block.left, *block.right))


def thai_of(document: Document) -> list[str]:
    """Thai texts between the numbers of notes, as they should be read."""
    found = []
    for runs in lines_of(document.blocks):
        for text in "".join("\0" if _apart(run) else run.text for run in runs).split("\0"):
            words = " ".join(text.split())
            if has_thai(words):
                found.append(words)
    return found


def _apart(run: Run) -> bool:
    """Notes, and addresses of the web, which are no words and may be divided anywhere."""
    return run.raised or run.text.startswith("http")


@pytest.mark.parametrize(("submission", "kind"), BOTH)
def test_thai_is_read_as_it_was_written_by_each_reader(submission: str, kind: str) -> None:
    one = made(submission, kind)
    written = thai_of(one.document)
    assert len(written) > 20
    wrong = {name: list(faults_in_pages(written, read(one.pdf))) for name, read in READERS.items()}
    told = {
        name: f"{len(written) - len(texts)} of {len(written)}: {texts[:3]}" for name, texts in wrong.items()
    }
    assert all(len(texts) <= len(written) / 100 for texts in wrong.values()), told


@pytest.mark.parametrize(("submission", "kind"), BOTH)
@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_the_pdf_keeps_both_standards(submission: str, kind: str, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(made(submission, kind).pdf, profile=profile)
    assert [failure.rule_id for failure in report.failures if failure.rule_id != LENGTH_OF_STREAM] == []


@pytest.mark.parametrize(("submission", "kind"), BOTH)
def test_the_word_file_is_valid(submission: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "document.docx"
    path.write_bytes(made(submission, kind).docx)
    errors = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors
    assert [str(one) for one in errors if NOT_WANTED not in str(one)] == []


@pytest.mark.parametrize(("submission", "kind"), BOTH)
def test_the_word_file_can_be_heard(submission: str, kind: str) -> None:
    """A title, headings without leaps, words for pictures, a header for each table, the language of Thai words."""
    one = made(submission, kind)
    root = xml(one.docx)
    assert (
        found(xml(one.docx, "docProps/core.xml"), "//*[local-name()='title']")[0].text == one.document.title
    )
    styles = found(root, "//w:pStyle[starts-with(@w:val, 'Heading')]")
    levels = [int(one.get(f"{W}val")[-1]) for one in styles]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert all(one.get("descr") for one in found(root, "//wp:docPr"))
    for table in found(root, "//w:tbl"):
        assert found(table, "./w:tr[1]/w:trPr/w:tblHeader")
        assert found(table, "./w:tblPr/w:tblCaption")[0].get(f"{W}val")
    if one.document.lang == "en":
        thai = (run for run in found(root, "//w:r[w:t]") if has_thai("".join(run.itertext())))
        assert ["".join(run.itertext()) for run in thai if not found(run, "./w:rPr/w:lang")] == []
