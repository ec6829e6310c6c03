"""The Word file: valid, accessible, Thai in every style, the same bytes from the same document."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from gastro.dossier.document import Document, PageBreak, Paragraph, Run
from gastro.dossier.word.writing import docx
from gastro.text.dates import LANGUAGES, Lang
from tests.dossier.word.sample import document
from tests.dossier.word.word_file import W, found, xml

NOT_WANTED = "relationships/theme"
"""The checker asks for a theme; ECMA-376 (part 1, 11.3) lets a document go without."""


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param


@pytest.fixture(scope="module")
def file(lang: Lang) -> bytes:
    return docx(document(lang))


def test_it_is_valid_office_open_xml(file: bytes, tmp_path: Path) -> None:
    path = tmp_path / "document.docx"
    path.write_bytes(file)
    errors = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors
    assert [str(one) for one in errors if NOT_WANTED not in str(one)] == []


def test_the_checker_sees_what_is_wrong(file: bytes, tmp_path: Path) -> None:
    path = tmp_path / "document.docx"
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name,
                content.replace(b'w:val="ListNumber"', b'w:val="Nowhere"').replace(
                    b"w:keepNext", b"w:keepNex"
                ),
            )
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).is_valid


def test_the_same_document_gives_the_same_bytes(lang: Lang, file: bytes) -> None:
    assert docx(document(lang)) == file


def test_what_it_says_about_itself_comes_from_the_document(file: bytes) -> None:
    core = xml(file, "docProps/core.xml")
    told = {child.tag.rpartition("}")[2]: child.text for child in core}
    assert told["title"] == "Phetchaburi, City of Gastronomy"
    assert told["created"] == told["modified"] == "2026-11-20T00:00:00Z"
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        assert {info.date_time for info in opened.infolist()} == {(2026, 11, 20, 0, 0, 0)}


def test_language_is_told_for_the_file_and_for_words_of_the_other(lang: Lang, file: bytes) -> None:
    locale, other = {"en": ("en-GB", "th-TH"), "th": ("th-TH", "en-GB")}[lang]
    default = found(xml(file, "word/styles.xml"), "//w:docDefaults//w:lang")[0]
    assert (default.get(f"{W}val"), default.get(f"{W}bidi")) == (locale, "th-TH")
    assert found(xml(file, "docProps/core.xml"), "//*[local-name()='language']")[0].text == locale
    spoken = {one.get(f"{W}val") for one in found(xml(file), "//w:r/w:rPr/w:lang")}
    assert other in spoken


def test_every_style_sets_thai_as_it_sets_latin(file: bytes) -> None:
    styles = found(xml(file, "word/styles.xml"), "//w:style[@w:type='paragraph'] | //w:docDefaults")
    twins = {"b": "bCs", "i": "iCs", "sz": "szCs"}
    assert len(styles) > 20
    for style in styles:
        for letters in style.iter(f"{W}rPr"):
            for latin, thai in twins.items():
                ours, theirs = (letters.find(f"{W}{name}") for name in (latin, thai))
                assert (ours is None) == (theirs is None), style.get(f"{W}styleId")
                assert ours is None or ours.get(f"{W}val") == theirs.get(f"{W}val")
            fonts = letters.find(f"{W}rFonts")
            assert fonts is None or {fonts.get(f"{W}{name}") for name in ("ascii", "hAnsi", "cs")} == {
                "Sarabun"
            }


def test_bold_runs_are_bold_in_thai_too(file: bytes) -> None:
    bold = found(xml(file), "//w:r/w:rPr[w:b]")
    assert bold
    assert all(letters.find(f"{W}bCs") is not None for letters in bold)


def test_headings_come_in_order_and_the_contents_lead_to_them(file: bytes) -> None:
    root = xml(file)
    levels = [
        int(one.get(f"{W}val")[-1]) for one in found(root, "//w:pStyle[starts-with(@w:val, 'Heading')]")
    ]
    assert levels == [1, 2, 3, 1, 1, 4]
    entries = found(root, "//w:sdt[.//w:docPartGallery]//w:hyperlink")
    assert ["".join(one.itertext()) for one in entries] == [
        "The city and its food",
        "Presentation · แนะนำเมือง",
        "Both languages",
        "Sources",
    ]
    names = {one.get(f"{W}name") for one in found(root, "//w:bookmarkStart")}
    assert {one.get(f"{W}anchor") for one in found(root, "//w:hyperlink[@w:anchor]")} <= names
    assert not found(xml(file, "word/settings.xml"), "//w:updateFields")


def test_names_and_ids_are_unique_and_short(file: bytes) -> None:
    root = xml(file)
    for path, name in (("//w:bookmarkStart", "name"), ("//w:bookmarkStart", "id"), ("//w:sdtPr/w:id", "val")):
        values = [one.get(f"{W}{name}") for one in found(root, path)]
        assert len(values) == len(set(values))
    assert all(len(one.get(f"{W}name")) <= 40 for one in found(root, "//w:bookmarkStart"))
    assert len(found(root, "//w:bookmarkStart")) == len(found(root, "//w:bookmarkEnd"))


def test_pictures_have_words_or_say_that_they_need_none(file: bytes) -> None:
    drawn, bare = found(xml(file), "//wp:docPr")
    assert drawn.get("descr") == "A palm fruit, drawn"
    assert not found(drawn, ".//*[local-name()='decorative']")
    assert found(bare, ".//*[local-name()='decorative'][@val='1']")
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        assert opened.read("word/media/picture1.png").startswith(b"\x89PNG")


def test_tables_mark_and_repeat_their_header(file: bytes) -> None:
    tables = found(xml(file), "//w:tbl")
    assert len(tables) == 2
    for table in tables:
        first, *others = found(table, "./w:tr")
        assert found(first, "./w:trPr/w:tblHeader")
        assert not [row for row in others if found(row, "./w:trPr/w:tblHeader")]
        assert found(table, "./w:tblPr/w:tblLook[@w:firstRow='1']")
        assert found(table, "./w:tblPr/w:tblCaption")
        widths = [int(one.get(f"{W}w")) for one in found(table, "./w:tblGrid/w:gridCol")]
        assert sum(widths) == int(found(table, "./w:tblPr/w:tblW")[0].get(f"{W}w"))
    assert found(tables[0], "./w:tblPr/w:tblLook[@w:firstColumn='1']")
    assert "".join(found(tables[1], "./w:tr")[0].itertext()) == "Englishไทย"


def test_pages_are_counted_by_fields_and_the_notice_stands_on_each(lang: Lang, file: bytes) -> None:
    foot = xml(file, "word/footer1.xml")
    assert [one.text.strip() for one in found(foot, "//w:instrText")] == ["PAGE", "NUMPAGES"]
    told = "".join(one.text for one in found(foot, "//w:t"))
    assert told.startswith("Reconstructed from public sources; not the file submitted in 2021.")
    assert told.endswith("Page 1 of 1" if lang == "en" else "หน้า 1 จาก 1")
    assert "".join(one.text for one in found(xml(file, "word/header1.xml"), "//w:t")).startswith(
        "Phetchaburi ·"
    )


def test_each_ordered_list_begins_anew(file: bytes) -> None:
    numbers = [one.get(f"{W}val") for one in found(xml(file), "//w:p/w:pPr/w:numPr/w:numId")]
    assert len(numbers) == 6
    assert len(set(numbers)) == 3
    restarts = found(xml(file, "word/numbering.xml"), "//w:num[w:lvlOverride/w:startOverride]")
    assert {one.get(f"{W}numId") for one in restarts} == set(numbers)


def test_gaps_are_boxed_not_only_coloured(file: bytes) -> None:
    gap = found(xml(file, "word/styles.xml"), "//w:style[@w:styleId='Gap']//w:pBdr/*")
    assert [one.get(f"{W}val") for one in gap] == ["dashed"] * 4


def test_a_wide_document_lies_on_its_side() -> None:
    size = found(xml(docx(replace(document("en"), landscape=True))), "//w:pgSz")[0]
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    given = Document(
        "T\x00", "en", document("en").date, (Paragraph((Run("a\x0bb\ufffe <c> & \n d"),)), PageBreak())
    )
    root = xml(docx(given))
    assert [one.text for one in found(root, "//w:t")] == ["T", "ab <c> & ", " d"]
    assert len(found(root, "//w:br")) == 1


def test_sarabun_is_inside(file: bytes) -> None:
    """Un-mixed with its key, each part is a font again."""
    fonts = xml(file, "word/fontTable.xml")
    embedded = found(fonts, "//w:font[@w:name='Sarabun']/*[starts-with(local-name(), 'embed')]")
    keys = [bytes.fromhex(one.get(f"{W}fontKey").strip("{}").replace("-", ""))[::-1] for one in embedded]
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        for number, key in enumerate(keys, 1):
            head = opened.read(f"word/fonts/font{number}.odttf")[:32]
            assert bytes(one ^ key[at % 16] for at, one in enumerate(head))[:5] == b"\x00\x01\x00\x00\x00"
    assert len(keys) == 4


def test_widths_follow_their_shares(file: bytes) -> None:
    widths = [int(one.get(f"{W}w")) for one in found(xml(file), "(//w:tbl)[1]/w:tblGrid/w:gridCol")]
    assert [round(one / widths[1]) for one in widths] == [2, 1, 3]
    assert all(abs(b - a) > 100 for a, b in pairwise(widths))
