"""The way back: what people do to an answer in Word or LibreOffice, and what the record then gets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from gastro.dossier.document import Document, ListBlock, Paragraph, Run
from gastro.dossier.word.anchors import answers_of, name_of
from gastro.dossier.word.edited import edited_texts, read_edited
from gastro.dossier.word.package import NotAWordFile
from gastro.dossier.word.writing import docx
from gastro.text.dates import LANGUAGES, Lang
from tests.dossier.word.sample import blocks_of, document
from tests.dossier.word.word_file import W, changed, found, made, paragraph_of, run_of

Change = Callable[[etree._Element], None]
FIRST, SECOND, THIRD = (f"city/presentation/{number}/en" for number in (1, 2, 3))
LETTER, AMOUNT, NOTE, TOTAL = (
    "city/letter/1/en",
    "budget/palms/amount",
    "budget/palms/note",
    "budget/total/note",
)
WAS = answers_of(document("en"))


@pytest.fixture(scope="module")
def file() -> bytes:
    return docx(document("en"))


def differences(data: bytes) -> dict[str, list[str] | None]:
    """What is not as it was."""
    now = edited_texts(data)
    return {key: now.get(key) for key in [*WAS, *now] if now.get(key) != WAS.get(key)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_untouched_file_says_what_the_answers_say(lang: Lang) -> None:
    edited = read_edited(docx(document(lang)))
    assert edited.texts == edited.base == answers_of(document(lang))
    assert (edited.comments, edited.left_out, edited.elsewhere) == ((), (), ())


@pytest.mark.parametrize("style", ["body", "answer", "gap", "notice", "small", "label", "note"])
def test_every_style_of_paragraph_may_hold_an_answer(style: str) -> None:
    given = replace(
        document("en"),
        blocks=(
            Paragraph(
                (Run("Name: ", bold=True, origin="label:"), Run("Value")),
                style=style,
                key="a/b/en",
                anchor="x",
            ),  # type: ignore[arg-type]
            ListBlock(
                ((Run("one", italic=True),), (Run("two"),)), ordered=True, anchors=("y", "z"), key="a/list/en"
            ),
            Paragraph((Run("of no answer"),), style="answer"),
            Paragraph((), style="answer", key="a/empty/en"),
            Paragraph((Run("again"),), key="a/b/en"),
        ),
    )
    assert edited_texts(docx(given)) == {
        "a/b/en": ["Value", "again"],
        "a/list/en": ["1. *one*\n2. two"],
        "a/empty/en": [],
    }


def test_words_typed_and_words_deleted(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        text = run_of(root, "toddy palms; in").find(f"{W}t")
        text.text = text.text.replace("toddy palms;", "fine palms,")

    assert differences(changed(file, edit)) == {
        FIRST: [
            "Phetchaburi has **one million** fine palms, in 2019 there were {{ figure:palms }}. [^census] [^province]"
        ]
    }


def _as_word_adds(root: etree._Element) -> None:
    """Enter within a control: the paragraph's control becomes one around both paragraphs."""
    paragraph = paragraph_of(root, "stay")
    control = paragraph.find(f"{W}sdt")
    content = control.find(f"{W}sdtContent")
    parent, at = paragraph.getparent(), paragraph.getparent().index(paragraph)
    for run in list(content):
        paragraph.append(run)
    paragraph.remove(control)
    content.extend(
        [paragraph, *made('<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr><w:r><w:t>Added.</w:t></w:r></w:p>')]
    )
    parent.insert(at, control)


def _after(root: etree._Element) -> None:
    """A paragraph after the answer, outside of all that holds it."""
    paragraph_of(root, "stay").addnext(
        made('<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr><w:r><w:t>Added.</w:t></w:r></w:p>')[0]
    )


@pytest.mark.parametrize("edit", [_as_word_adds, _after])
def test_a_paragraph_added_at_the_end(file: bytes, edit: Change) -> None:
    both = next(p for p in WAS[THIRD] if "stay" in p)
    assert edited_texts(changed(file, _only(edit)))[THIRD] == [WAS[THIRD][0], both, "Added."]


def _only(edit: Change) -> Change:
    """The edit, where the sample says these words first."""

    def done(root: etree._Element) -> None:
        table = found(root, "//w:tbl[.//w:t[.='English']]")[0]
        parent, at = table.getparent(), table.getparent().index(table)
        parent.remove(table)
        edit(root)
        parent.insert(at, table)

    return done


def test_a_paragraph_without_an_anchor_goes_with_the_answer_before_it(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        added = made('<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr><w:r><w:t>Between.</w:t></w:r></w:p>')[0]
        paragraph_of(root, "mayor's letter").addprevious(added)

    assert differences(changed(file, edit)) == {THIRD: [*WAS[THIRD], "Between."]}


def test_an_answer_taken_out_is_missing_and_one_emptied_is_empty(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        gone = paragraph_of(root, "mayor's letter")
        gone.getparent().remove(gone)
        control = next(
            one for one in found(root, "//w:sdt") if found(one, f"./w:sdtPr/w:tag[@w:val='{AMOUNT}']")
        )
        properties = control.find(f"{W}sdtPr")
        properties.append(made("<w:showingPlcHdr/>")[0])
        run_of(control, "100").find(f"{W}t").text = "Click or tap here to enter text."

    assert differences(changed(file, edit)) == {LETTER: None, AMOUNT: []}


def test_an_empty_cell_is_filled_and_gets_a_second_paragraph(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        control = next(
            one for one in found(root, "//w:sdt") if found(one, f"./w:sdtPr/w:tag[@w:val='{TOTAL}']")
        )
        found(control, ".//w:r")[0].append(made("<w:t>เพิ่ม</w:t>")[0])
        cell = found(control, "ancestor::w:tc")[0]
        cell.append(
            made('<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t>อีกย่อหน้า</w:t></w:r></w:p>')[0]
        )

    assert differences(changed(file, edit)) == {TOTAL: ["เพิ่ม", "อีกย่อหน้า"]}


def test_tracked_changes_count_as_accepted(file: bytes) -> None:
    by = 'w:id="900" w:author="A" w:date="2026-11-21T00:00:00Z"'

    def edit(root: etree._Element) -> None:
        run = run_of(root, "Still to come")
        parent, at = run.getparent(), run.getparent().index(run)
        parent.remove(run)
        new = made(
            f"<w:del {by}><w:r><w:delText>Still to come from the city: </w:delText></w:r></w:del>"
            f'<w:ins {by}><w:r><w:t xml:space="preserve">Sent is </w:t></w:r></w:ins><w:r><w:t>the letter</w:t></w:r>'
            f"<w:moveFrom {by}><w:r><w:t> here</w:t></w:r></w:moveFrom><w:moveTo {by}><w:r><w:t> now</w:t></w:r></w:moveTo>"
            '<w:r><w:rPr><w:rPrChange w:id="901" w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>.</w:t></w:r>'
        )
        for one in reversed(new):
            parent.insert(at, one)

    assert differences(changed(file, edit)) == {LETTER: ["Sent is the letter now."]}


def test_an_end_of_paragraph_that_was_deleted_joins_two(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        properties = paragraph_of(root, "mayor's letter").getprevious().find(f"{W}pPr")
        properties.append(made('<w:rPr><w:del w:id="900" w:author="A"/></w:rPr>')[0])

    last = WAS[THIRD][-1]
    assert differences(changed(file, edit)) == {}, "two answers in one paragraph stay two answers"
    assert last.endswith("[^census]")


def test_a_row_and_an_item_deleted_with_tracking(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        row = found(run_of(root, "Total"), "ancestor::w:tr")[0]
        row.find(f"{W}trPr").append(made('<w:del w:id="900" w:author="A"/>')[0])

    assert differences(changed(file, edit)) == {TOTAL: None}


def test_a_number_that_was_changed_is_no_longer_the_figure(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        run_of(root, "357,902").find(f"{W}t").text = "400,000"

    assert differences(changed(file, edit)) == {
        FIRST: [
            "Phetchaburi has **one million** toddy palms; in 2019 there were 400,000. [^census] [^province]"
        ]
    }


@pytest.mark.parametrize("lost", ["controls", "bookmarks", "names of the store"])
def test_what_one_program_drops_another_anchor_tells(file: bytes, lost: str) -> None:
    def edit(root: etree._Element) -> None:
        if lost == "controls":
            for control in found(root, "//w:sdt"):
                for one in list(control.find(f"{W}sdtContent")):
                    control.addprevious(one)
                control.getparent().remove(control)
        elif lost == "bookmarks":
            for one in found(
                root, "//w:bookmarkStart[contains(@w:name, 'answer') or contains(@w:name, 'figure')]"
            ):
                one.getparent().remove(one)

    data = changed(file, edit, without="customXml" if lost == "names of the store" else "-")
    assert edited_texts(data, document("en")) == WAS


def test_words_pasted_from_another_answer_belong_to_where_they_are(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        copy = etree.fromstring(etree.tostring(paragraph_of(root, "mayor's letter")))
        for one in found(copy, ".//w:bookmarkStart | .//w:bookmarkEnd"):
            one.getparent().remove(one)
        found(run_of(root, "Sources"), "ancestor::w:p")[0].addprevious(copy)
        amount = found(run_of(root, "100"), "ancestor::w:sdtContent")[0]
        amount.append(etree.fromstring(etree.tostring(copy.find(f"{W}sdt"))))

    assert differences(changed(file, edit)) == {
        AMOUNT: ["100Still to come from the city: the mayor's letter."]
    }


def test_links_by_field_codes_and_notes_typed_by_hand(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        run = run_of(root, "Still to come")
        field = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
        for one in made(
            field.format("begin")
            + r'<w:r><w:instrText> HYPERLINK "https://example.org/new" \o "tip" </w:instrText></w:r>'
            + field.format("separate")
            + "<w:r><w:t>new</w:t></w:r>"
            + field.format("end")
            + r'<w:fldSimple w:instr=" HYPERLINK \l &quot;_cite_census&quot; "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            + "<w:r><w:t> [^new-source] {{ figure:houses }}</w:t></w:r>"
        ):
            run.getparent().append(one)

    assert differences(changed(file, edit)) == {
        LETTER: [
            f"{WAS[LETTER][0]}[new](https://example.org/new) [^census] [^new-source] {{{{ figure:houses }}}}"
        ]
    }


def test_comments_are_told_apart_from_the_words(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        run = run_of(root, "Still to come")
        run.addprevious(made('<w:commentRangeStart w:id="7"/>')[0])
        for one in reversed(made('<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')):
            run.addnext(one)

    text = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="คณะกรรมการ"><w:p><w:r><w:t>เมื่อใด</w:t></w:r></w:p></w:comment></w:comments>'
    edited = read_edited(changed(file, edit, {"word/comments.xml": text}))
    assert edited.texts == WAS
    assert [(one.key, one.author, one.text) for one in edited.comments] == [(LETTER, "คณะกรรมการ", "เมื่อใด")]
    assert edited.comments[0].words.startswith("Still to come")


def test_what_no_record_can_hold_is_named(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        run_of(root, "Still to come").append(made("<w:drawing/>")[0])
        cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        first, second = (p for p in found(root, "//w:p") if "salt" in "".join(p.itertext()))
        first.addprevious(made(cell)[0])
        second.addprevious(made(cell)[0])

    edited = read_edited(changed(file, edit))
    assert edited.left_out == ((SECOND, "table"), (LETTER, "picture"))
    assert edited.texts[SECOND] == [WAS[SECOND][0], "in a table", WAS[SECOND][1]]
    assert edited.elsewhere == ("in a table",)


def test_what_is_written_outside_of_the_answers_is_told(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        run_of(root, "Question 2").find(f"{W}t").text = "Question two"
        found(run_of(root, "Sources"), "ancestor::w:p")[-1].addprevious(
            made("<w:p><w:r><w:t>Lost?</w:t></w:r></w:p>")[0]
        )

    edited = read_edited(changed(file, edit))
    assert edited.texts == WAS
    assert set(edited.elsewhere) == {"Question two", "Lost?"}


def test_thai_bold_is_that_of_complex_scripts(file: bytes) -> None:
    def edit(root: etree._Element) -> None:
        run = run_of(root, "Still to come")
        for one in made(
            '<w:r><w:rPr><w:bCs/></w:rPr><w:t> ตาล</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> x</w:t></w:r>'
        ):
            run.getparent().append(one)

    assert differences(changed(file, edit)) == {LETTER: [f"{WAS[LETTER][0]} **ตาล** x"]}


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotAWordFile):
        edited_texts(data)


def test_entities_are_refused(file: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)
            new.writestr(name, content)
    with pytest.raises(NotAWordFile, match="entities"):
        edited_texts(out.getvalue())


def test_long_keys_have_short_names() -> None:
    key = "a-very-long-section-of-the-form/" * 3 + "en"
    given = Document("T", "en", document("en").date, tuple(blocks_of("One.\n\n- two", key)))
    assert edited_texts(docx(given)) == {key: ["One.", "- two"]}
    assert len(name_of("answer", key)) <= 40
    assert name_of("at", "a-b") != name_of("at", "a_b")
