"""The register of photos: whose each is, and what is missing before it can be sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gastro.dossier.annexes import annex_document
from gastro.dossier.annexes.photos import photos as register
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, PageBreak, Paragraph, Picture, Table
from gastro.dossier.filled import Filled
from gastro.dossier.photo_files import SentPhoto, sent_photos
from gastro.dossier.word.text import every_run
from tests.dossier.conftest import WHEN, read
from tests.dossier.test_photo_files import content, showing_somebody

__all__ = ["content"]


def writer(full: Filled, sent: dict[str, SentPhoto]) -> Writer:
    return Writer(full, "en", full.wording("en"), sent)


def of(folder: Path) -> list[Block]:
    full = read(folder)
    return list(register(writer(full, sent_photos(full, folder, {}))))


def gaps(blocks: list[Block]) -> list[str]:
    found = (block for block in blocks if isinstance(block, Paragraph) and block.style == "gap")
    return ["".join(run.text for run in block.runs) for block in found]


def told(blocks: list[Block]) -> dict[str, str]:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return {row[0][0].text: row[1][0].text for row in table.rows}


def test_the_register_says_whose_the_photo_is(content: Path) -> None:
    new_page, heading, asked, caption, shown, table = of(content)
    assert isinstance(new_page, PageBreak)
    assert isinstance(heading, Heading)
    assert isinstance(asked, Paragraph)
    assert isinstance(caption, Heading)
    assert isinstance(shown, Picture)
    assert asked.runs[0].text.startswith("Photos that the form asks for: 1. Each goes with the official form")
    assert (caption.runs[0].text, shown.alt) == ("Trial sweet", "A yellow sweet")
    rows = told([table])
    assert rows.pop("File").startswith("photos/01-trial.jpg (930 × 1,240 px, 0.")
    assert rows == {
        "Taken at": "Sample tambon",
        "Date": "May 2021",
        "Photographer": "The photographer",
        "Rights holder": "The office",
        "Licence": "CC BY 4.0",
        "People shown": "None",
        "Cession of rights": "Signed",
    }


def test_what_is_not_recorded_is_said(content: Path) -> None:
    record = content / "photos/trial.yml"
    text = record.read_text(encoding="utf-8").replace("place: tambon-tua-yang\ndate: 2021-05\n", "")
    record.write_text(text, encoding="utf-8")
    rows = told(of(content))
    assert (rows["Taken at"], rows["Date"]) == ("Not recorded", "Not recorded")


def test_a_cession_that_is_not_signed_is_a_gap_for_whoever_holds_the_rights(content: Path) -> None:
    record = content / "photos/trial.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("signed", "asked"), encoding="utf-8")
    blocks = of(content)
    assert told(blocks)["Cession of rights"] == "Asked for, not yet signed"
    assert gaps(blocks) == [
        "Missing: The official form of cession of rights for this photo, signed · To be supplied by: The office"
    ]


def test_a_photo_made_smaller_tells_what_it_was(content: Path) -> None:
    full = read(content)
    (photo,) = sent_photos(full, content, {}).values()
    small = replace(photo, size=(465, 620), data=b"x" * 1_234_000)
    rows = told(list(register(writer(full, {"trial": small}))))
    assert rows["File"] == "photos/01-trial.jpg (465 × 620 px, 1.23 MB; original 930 × 1,240 px)"


def test_without_photos_it_says_what_is_missing_and_who_supplies_it(sample: Filled) -> None:
    blocks = list(register(writer(sample, {})))
    assert gaps(blocks) == [
        "There is no photo with its rights in order yet",
        "Missing: One photo with its cession of rights · To be supplied by: The sample municipality",
    ]


def test_a_form_that_is_not_known_to_ask_for_photos_lacks_none(sample: Filled) -> None:
    without = replace(sample, form=sample.form.model_copy(update={"photos": None}))
    _, told, *missing = register(writer(without, {}))
    assert isinstance(told, Paragraph)
    assert (told.style, told.runs[0].text) == (
        "body",
        "No rule about photos was found in what was read of this form, and no photo has been chosen.",
    )
    assert gaps(missing) == [
        "Missing: One photo with its cession of rights · To be supplied by: The sample municipality"
    ]


def test_fewer_photos_than_asked_for_are_counted(content: Path) -> None:
    form = content / "dossier/forms/sample-form.yml"
    form.write_text(
        form.read_text(encoding="utf-8").replace("  count: 1\n", "  count: 3\n"), encoding="utf-8"
    )
    assert gaps(of(content)) == ["Photos chosen so far: 1 of 3"]


def test_a_photo_without_consent_stands_in_no_annex(content: Path) -> None:
    full = read(showing_somebody(content))
    document = annex_document(full, WHEN.as_of, "0", sent_photos(full, content, {}), draft=True)
    words = " ".join(run.text for run in every_run(document.blocks))
    assert "Trial sweet" not in words
    assert "The photographer" not in words
    assert "This photo is not sent: it shows somebody without a consent" in words
    assert not any(isinstance(block, Picture) and block.format == "jpeg" for block in document.blocks)
