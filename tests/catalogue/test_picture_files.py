"""Picture files beside their records: every mistake in one is told once, at its line, with a remedy."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from gastro.catalogue import load, picture_files
from gastro.catalogue.load import Reader
from gastro.problems import Problem
from gastro.rules import run
from tests.reading.test_picture_file import picture, png_header, written

WriteRecords = Callable[[Mapping[str, str]], Path]

PHOTO = """\
caption: {th: ขนมทดลอง, en: Trial sweet}
alt: {th: ขนมสีเหลือง, en: A yellow sweet}
photographer: {th: ช่างภาพ, en: The photographer}
rights_holder: {th: สำนักงาน, en: The office}
licence: cc-by-4-0
people_shown: none
file: trial.jpg
"""
DRAWING = "of: places/trial\nalt: {th: ขนม, en: a sweet}\n"
PLACE = "name: {th: ที่ทดลอง, en: Trial place}\nkind: market\nconfidence: strong\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">\n{body}\n</svg>\n'
RECORDS = {"photos/trial.yml": PHOTO, "illustrations/trial.yml": DRAWING, "places/trial.yml": PLACE}


@pytest.fixture
def content(write_records: WriteRecords) -> Path:
    """A photo and a drawing, both sound."""
    folder = write_records(RECORDS)
    (folder / "photos" / "trial.jpg").write_bytes(written(picture(), "JPEG"))
    (folder / "illustrations" / "trial.svg").write_text(SVG.format(body="<g/>"), encoding="utf-8")
    return folder


def told(content: Path) -> list[Problem]:
    """Problems of the records here; the vocabulary cites sources that are not."""
    return [one for one in run(load(content)) if not one.path.startswith("vocabulary/")]


def test_sound_pictures_have_no_problems(content: Path) -> None:
    assert told(content) == []


def noise(format: str) -> bytes:
    return written(Image.effect_noise((1280, 800), 90).convert("RGB"), format)


PHOTO_MISTAKES: Mapping[str, tuple[str, bytes, str, str]] = {
    "picture-empty": (
        "trial.jpg",
        b"",
        "The picture file “trial.jpg” is empty (0 bytes).",
        "Send the picture again; it may not have arrived the first time.",
    ),
    "picture-broken": (
        "trial.jpg",
        noise("JPEG")[:9000],
        "The picture “trial.jpg” cannot be read to its end; the file is broken or cut off.",
        "Send it again from the original, or open it in a picture editor and save it as JPEG.",
    ),
    "picture-heavy": (
        "trial.jpg",
        b"\xff\xd8\xff" + b"\0" * (50 * 2**20),
        "The picture file “trial.jpg” has 50 MB; at most 40 MB are taken.",
        "Save it as a JPEG of high quality; 4000 pixels on the longer side are plenty.",
    ),
    "picture-bomb": (
        "trial.png",
        png_header(60_000, 60_000),
        "The picture “trial.png” has more than 100 million pixels and was not opened.",
        "Scale it down to about 4000 pixels on the longer side and send it again.",
    ),
    "picture-small": (
        "trial.jpg",
        written(picture((640, 480)), "JPEG"),
        "The picture “trial.jpg” has 640 × 480 pixels; the longer side needs at least 1200.",
        "Send the original from the camera or phone, not a copy from a chat; do not blow up a small one.",
    ),
    "picture-mislabelled": (
        "trial.jpg",
        written(picture(), "PNG"),
        "“trial.jpg” holds a PNG picture, but its name says otherwise.",
        "Rename it to trial.png and change file: to match.",
    ),
    "picture-unknown": (
        "trial.jpg",
        b"%PDF-1.7",
        "What “trial.jpg” holds is not a picture that can be opened.",
        "Send the picture as JPEG (or PNG, WebP, AVIF, TIFF). A new name does not change what is in the file.",
    ),
    "picture-format": (
        "trial.gif",
        written(picture(), "GIF"),
        "The picture “trial.gif” is GIF; this record takes JPEG, PNG, WebP, AVIF and TIFF.",
        "Open it in a picture editor and save it as JPEG.",
    ),
    "picture-heic": (
        "trial.heic",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        "The picture “trial.heic” is HEIC, which most browsers and this program cannot open.",
        "Save it as JPEG, trial.jpg (on an iPhone: Settings > Camera > Formats > Most Compatible).",
    ),
    "picture-animated": (
        "trial.webp",
        written(picture(), "WEBP", save_all=True, append_images=[picture().rotate(90)]),
        "“trial.webp” is animated or has several pages.",
        "Choose one picture and save it as JPEG.",
    ),
}


@pytest.mark.parametrize("code", PHOTO_MISTAKES)
def test_a_mistake_in_a_photo_is_told_once_at_the_field(code: str, content: Path) -> None:
    name, data, message, hint = PHOTO_MISTAKES[code]
    folder = content / "photos"
    (folder / "trial.jpg").unlink()
    (folder / name).write_bytes(data)
    (folder / "trial.yml").write_text(PHOTO.replace("trial.jpg", name), encoding="utf-8")
    [one] = told(content)
    assert (one.code, one.path, one.line, one.column, one.field) == (code, "photos/trial.yml", 7, 7, "file")
    assert (one.message.en, one.hint.en) == (message, hint)


def test_a_missing_photo_and_a_photo_without_a_record_are_told(content: Path) -> None:
    (content / "photos" / "trial.jpg").rename(content / "photos" / "IMG 12.JPG")
    orphan, missing = told(content)
    assert (missing.code, missing.path, missing.line, missing.field) == (
        "picture-missing",
        "photos/trial.yml",
        7,
        "file",
    )
    assert missing.message.en == "There is no picture file “trial.jpg” in this record's folder."
    assert missing.hint.en == (
        "Send the picture in the same pull request, and check the name to the letter, capitals too."
    )
    assert (orphan.code, orphan.path, orphan.line, orphan.field) == (
        "picture-orphan",
        "photos/IMG 12.JPG",
        1,
        "",
    )
    assert orphan.message.en == "No record names the picture file “IMG 12.JPG”."
    assert orphan.hint.en == (
        "Write photos/img-12.yml with file: IMG 12.JPG, the photographer, the rights holder"
        " and the licence, or remove the picture."
    )


def test_a_way_to_elsewhere_is_told(content: Path) -> None:
    record = content / "photos" / "trial.yml"
    record.write_text(PHOTO.replace("file: trial.jpg", "file: ../photos/trial.jpg"), encoding="utf-8")
    [orphan, one] = told(content)
    assert orphan.code == "picture-orphan"
    assert (one.code, one.line, one.field) == ("picture-path", 7, "file")
    assert (
        one.message.en
        == "“../photos/trial.jpg” is not the plain name of a picture file in this record's folder."
    )
    assert one.hint.en == (
        "Put the picture itself beside the record and write its name alone, without folders;"
        " a link in its place is not taken."
    )


DRAWING_MISTAKES: Mapping[str, tuple[str, int, str, str]] = {
    "drawing-broken": (
        SVG.format(body="<g>"),
        3,
        "The SVG cannot be read from here on (the reader says: mismatched tag).",
        "Check that every tag is closed, or export it again as plain SVG from the drawing program.",
    ),
    "drawing-doctype": (
        f"<!DOCTYPE svg>\n{SVG.format(body='')}",
        1,
        "The drawing has a <!DOCTYPE …>, which is not taken: it can fetch other files or grow without end.",
        "Remove the DOCTYPE and any ENTITY in it; the drawing looks the same.",
    ),
    "drawing-root": (
        SVG.format(body="").replace(' viewBox="0 0 400 300"', ""),
        1,
        "A drawing begins with <svg> that has the xmlns of SVG and a viewBox of four numbers.",
        'Begin with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">.',
    ),
    "drawing-element": (
        SVG.format(body="<script>alert(1)</script>"),
        2,
        "<script> is not taken in a drawing; only svg, g, defs, use, path, rect, circle, ellipse, polygon,"
        " polyline, line, clipPath, title, desc.",
        "Remove it, or draw it with plain shapes (turn text into paths).",
    ),
    "drawing-attribute": (
        SVG.format(body='<path\nonclick="alert(1)"/>'),
        3,
        "onclick is not taken on <path>; only shape, place, colour and line are.",
        'Remove it; for a colour in a style write fill="#f5a623".',
    ),
    "drawing-address": (
        SVG.format(body='<use href="https://x.example/a.svg#b"/>'),
        2,
        "“https://x.example/a.svg#b” does not lead to a part of the same drawing.",
        "Refer only to #id or url(#id) of a part in the file; ids are in Roman letters.",
    ),
    "drawing-endless": (
        SVG.format(body='<g id="a"><use href="#a"/></g>'),
        1,
        "With every <use> followed the drawing has more than 4000 shapes, or a part refers to itself.",
        "Nest fewer repeats in one another, and let no part refer to itself.",
    ),
}


@pytest.mark.parametrize("code", DRAWING_MISTAKES)
def test_a_mistake_in_a_drawing_is_told_once_at_its_line(code: str, content: Path) -> None:
    text, line, message, hint = DRAWING_MISTAKES[code]
    (content / "illustrations" / "trial.svg").write_text(text, encoding="utf-8")
    [one] = told(content)
    assert (one.code, one.path, one.line, one.field) == (code, "illustrations/trial.svg", line, "")
    assert (one.message.en, one.hint.en) == (message, hint)


def test_a_large_drawing_is_told_at_its_record(content: Path) -> None:
    text = SVG.format(body=" " * 30_000)
    (content / "illustrations" / "trial.svg").write_text(text, encoding="utf-8")
    [one] = told(content)
    assert (one.code, one.path, one.line) == ("drawing-heavy", "illustrations/trial.yml", 1)
    assert one.message.en == "The drawing “trial.svg” has 30 KB; at most 24 KB are taken."
    assert one.hint.en == (
        "Use fewer points and decimals, remove what the drawing program added, and embed no photo."
    )


def test_a_drawing_and_its_record_need_each_other(content: Path) -> None:
    (content / "illustrations" / "trial.svg").rename(content / "illustrations" / "other.svg")
    orphan, missing = told(content)
    assert (missing.code, missing.path, missing.line) == ("picture-missing", "illustrations/trial.yml", 1)
    assert (orphan.code, orphan.path) == ("drawing-orphan", "illustrations/other.svg")
    assert orphan.message.en == "The drawing “other.svg” has no record."
    assert orphan.hint.en == (
        "Write illustrations/other.yml with of: (the record it shows) and alt: (what is seen),"
        " or remove the drawing."
    )


@pytest.mark.parametrize("address", ["place/trial", "trial", "places/", "https://x.example/a"])
def test_a_drawing_of_a_kind_that_is_not_there_is_told(address: str, content: Path) -> None:
    record = content / "illustrations" / "trial.yml"
    record.write_text(DRAWING.replace("places/trial", address), encoding="utf-8")
    [one] = told(content)
    assert (one.code, one.path, one.line, one.column, one.field) == (
        "unknown-kind",
        "illustrations/trial.yml",
        1,
        5,
        "of",
    )
    assert one.message.en.startswith(f"“{address}” is not an address of the form kind/id. The kinds are:")
    assert one.hint.en == "Write the kind as its folder is called, such as desserts/khanom-tan."


def test_a_drawing_of_a_record_that_is_not_there_is_told(content: Path) -> None:
    record = content / "illustrations" / "trial.yml"
    record.write_text(DRAWING.replace("places/trial", "desserts/nothing"), encoding="utf-8")
    [one] = told(content)
    assert (one.path, one.line, one.field, one.code) == (
        "illustrations/trial.yml",
        1,
        "of",
        "unknown-reference",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [('file: "trial.jpg', "quote-not-closed"), (PHOTO.replace("file: trial.jpg\n", ""), "missing-field")],
)
def test_a_record_that_does_not_say_its_picture_has_one_problem(text: str, code: str, content: Path) -> None:
    (content / "photos" / "trial.yml").write_text(text, encoding="utf-8")
    assert [one.code for one in told(content)] == [code]


def test_a_folder_without_pictures_may_be_missing(write_records: WriteRecords) -> None:
    assert told(write_records({"places/trial.yml": PLACE})) == []


def test_a_picture_is_inspected_again_only_when_it_has_changed(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    inspect = picture_files.inspect_picture
    monkeypatch.setattr(
        picture_files,
        "inspect_picture",
        lambda folder, name: (looked.append(name), inspect(folder, name))[1],
    )
    reader = Reader(content)
    file = content / "photos" / "trial.jpg"

    def codes() -> list[str]:
        return [one.code for one in reader.load().problems]

    assert (codes(), codes(), looked) == ([], [], ["trial.jpg"])
    file.write_bytes(b"")
    assert (codes(), codes(), len(looked)) == (["picture-empty"], ["picture-empty"], 2)
    file.unlink()
    assert codes() == ["picture-missing"]
    file.write_bytes(written(picture(), "JPEG"))
    assert codes() == []
    record = content / "photos" / "trial.yml"
    times = len(looked)
    record.write_text(f"# changed\n{PHOTO}", encoding="utf-8")
    assert (codes(), len(looked)) == ([], times)
    os.utime(file, ns=(1, 1))
    assert (codes(), len(looked)) == ([], times + 1)


def test_the_line_follows_the_record_while_the_picture_stays(content: Path) -> None:
    (content / "photos" / "trial.jpg").write_bytes(b"")
    reader = Reader(content)
    assert [one.line for one in reader.load().problems] == [7]
    (content / "photos" / "trial.yml").write_text(f"# changed\n{PHOTO}", encoding="utf-8")
    assert [one.line for one in reader.load().problems] == [8]


@pytest.mark.parametrize("name", ["notes.txt", "trial.svg", "trial.mp4"])
def test_other_files_stay_out_of_place(name: str, content: Path) -> None:
    (content / "photos" / name).write_bytes(b"x")
    assert [one.code for one in told(content)] == ["out-of-place"]
