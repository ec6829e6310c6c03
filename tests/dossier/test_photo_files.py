"""Photos as they are sent: within the limit, upright, with nothing attached, and only with consent."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from gastro.catalogue.consents import granted, load_private
from gastro.cli import cli
from gastro.dossier.photo_checks import photo_faults
from gastro.dossier.photo_files import fitting, most_bytes, sent_photos
from gastro.problems import Message
from tests.dossier.conftest import SAMPLE, WHEN, read
from tests.dossier.readers import poppler
from tests.dossier.test_checks import told
from tests.opendata.planted import Finder
from tests.reading.test_picture_file import picture, written

PHOTO = """\
caption: {th: ขนมทดลอง, en: Trial sweet}
alt: {th: ขนมสีเหลือง, en: A yellow sweet}
photographer: {th: ช่างภาพ, en: The photographer}
rights_holder: {th: สำนักงาน, en: The office}
place: tambon-tua-yang
date: 2021-05
licence: cc-by-4-0
people_shown: none
cession_for_unesco: signed
file: trial.jpg
"""
CONSENT = """\
record: photos/trial
item: photo
grants:
  - {use: dossier, given: 2024-01-10, by: นางลับ, how: {th: เป็นหนังสือ, en: in writing}, until: 2026-12-31}
"""
ANSWER = "section: photos\nreview: {state: draft}\nphotos: [trial]\n"
SIZE = (1240, 930)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample with one photo, which its submission sends: turned by the camera, with its place noted."""
    folder = tmp_path / "content"
    shutil.copytree(SAMPLE, folder)
    (folder / "photos").mkdir()
    (folder / "photos/trial.yml").write_text(PHOTO, encoding="utf-8")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "secret"
    exif.get_ifd(0x8825).update({1: "N", 2: (13.0, 6.0, 0.0), 3: "E", 4: (99.0, 56.0, 0.0)})
    (folder / "photos/trial.jpg").write_bytes(written(picture(SIZE), "JPEG", exif=exif, comment="secret"))
    (folder / "dossier/sample-submission/photos.yml").write_text(ANSWER, encoding="utf-8")
    return folder


def showing_somebody(content: Path) -> Path:
    record = content / "photos/trial.yml"
    shown = PHOTO.replace("people_shown: none", "people_shown: recognisable\nconsents: [trial]")
    record.write_text(shown, encoding="utf-8")
    return content


def private(tmp_path: Path, until: str) -> Path:
    folder = tmp_path / "private"
    (folder / "consents").mkdir(parents=True)
    (folder / "consents/trial.yml").write_text(CONSENT.replace("2026-12-31", until), encoding="utf-8")
    return folder


def lacking(content: Path, allowed: dict[str, tuple[object, ...]] | None = None) -> list[str]:
    """Codes of what is wrong with the photos."""
    full = read(content)
    when = replace(WHEN, granted=allowed or {}, photos=sent_photos(full, content, allowed or {}))  # type: ignore[arg-type]
    codes = ("photo-count", "photo-rights", "photo-consent", "photo-file", "photo-small", "photo-shrunk")
    return [code for code in codes if told(full, code, when)]


def test_a_photo_is_sent_upright_with_nothing_attached(content: Path) -> None:
    sent = sent_photos(read(content), content, {})["trial"]
    assert (sent.name, sent.size, sent.original) == ("photos/01-trial.jpg", SIZE[::-1], SIZE[::-1])
    assert b"secret" not in sent.data
    assert b"Exif" not in sent.data
    with Image.open(io.BytesIO(sent.data)) as opened:
        assert (opened.format, opened.size, opened.mode) == ("JPEG", SIZE[::-1], "RGB")
        assert dict(opened.getexif()) == {}
    with Image.open(content / "photos/trial.jpg") as original:
        assert original.getexif().get_ifd(0x8825)
        assert original.info["comment"] == b"secret"
    with Image.open(io.BytesIO(sent.shown)) as opened:
        assert max(opened.size) == 1000


def test_the_same_photo_gives_the_same_bytes(content: Path) -> None:
    full = read(content)
    assert sent_photos(full, content, {}) == sent_photos(full, content, {})


def test_a_photo_is_brought_below_the_limit_by_quality_first() -> None:
    whole = picture((600, 400))
    best, size = fitting(whole, None)
    assert size == (600, 400)
    tight, same = fitting(whole, len(best) - 1)
    assert (len(tight) < len(best), same) == (True, (600, 400))
    least, smaller = fitting(whole, 2000)
    assert len(least) <= 2000
    assert smaller[0] < 600


@pytest.mark.parametrize(
    ("form", "team", "most"), [("3", "", 3), ("", "2", 2), ("3", "2", 3), ("", "", None)]
)
def test_the_limit_is_the_forms_else_the_teams(content: Path, form: str, team: str, most: int | None) -> None:
    _change(content / "dossier/forms/sample-form.yml", "photos:\n", f"photos:\n  megabytes: {form}\n", form)
    submission = content / "dossier/sample-submission/submission.yml"
    _change(submission, "form: ", f"photo_megabytes: {team}\nform: ", team)
    assert most_bytes(read(content)) == (most and most * 1_000_000)


def _change(file: Path, old: str, new: str, wanted: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    if wanted:
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_photo_in_order_lacks_nothing(content: Path) -> None:
    assert lacking(content) == []


def test_a_photo_without_a_signed_cession_lacks_it(content: Path) -> None:
    _change(content / "photos/trial.yml", "signed", "asked", "yes")
    assert lacking(content) == ["photo-rights"]


def test_a_photo_below_the_size_of_the_form_is_told(content: Path) -> None:
    _change(content / "dossier/forms/sample-form.yml", "photos:\n", "photos:\n  least_side: 1241\n", "yes")
    full = read(content)
    when = replace(WHEN, photos=sent_photos(full, content, {}))
    message = "The photo trial has 930 × 1,240 pixels; the form asks for a longer side of at least 1,241."
    assert told(full, "photo-small", when) == [("photos", message)]
    _change(content / "dossier/forms/sample-form.yml", "1241", "1240", "yes")
    assert lacking(content) == []


def test_one_photo_too_many_is_told(content: Path) -> None:
    (content / "photos/second.yml").write_text(PHOTO.replace("trial.jpg", "second.jpg"), encoding="utf-8")
    (content / "photos/second.jpg").write_bytes(written(picture((1200, 300)), "JPEG"))
    answer = content / "dossier/sample-submission/photos.yml"
    answer.write_text(ANSWER.replace("[trial]", "[trial, second]"), encoding="utf-8")
    assert lacking(content) == ["photo-count"]


@pytest.mark.parametrize(("day", "missing"), [("2026-03-31", []), ("2027-01-01", ["photo-consent"])])
def test_a_person_shown_needs_a_consent_in_force(
    content: Path, tmp_path: Path, day: str, missing: list[str]
) -> None:
    catalogue = read(showing_somebody(content)).catalogue
    consents, problems = load_private(private(tmp_path, "2026-12-31"), catalogue)
    assert problems == ()
    held = granted(consents, "dossier", date.fromisoformat(day))
    assert lacking(content, held) == missing  # type: ignore[arg-type]
    assert lacking(content) == ["photo-consent"]


@pytest.mark.parametrize(("until", "goes"), [("2026-12-31", True), ("2025-12-31", False)])
def test_the_export_sends_a_person_only_with_consent_and_never_the_name(
    content: Path, tmp_path: Path, until: str, *, goes: bool
) -> None:
    showing_somebody(content)
    out = tmp_path / "out"
    arguments = ["dossier", "sample-submission", "--draft", "--as-of", "2026-03-31", "--out", str(out)]
    arguments += ["--content", str(content), "--private", str(private(tmp_path, until))]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    assert (out / "photos/01-trial.jpg").is_file() is goes
    with zipfile.ZipFile(out / "sample-submission.zip") as packed:
        assert ("photos/01-trial.jpg" in packed.namelist()) is goes
    assert "นางลับ" not in done.output
    find = Finder({"นางลับ"} if goes else {"นางลับ", "Trial sweet", "A yellow sweet"})
    files = [file for file in out.rglob("*") if file.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        assert find(data) == set(), file
        if file.suffix == ".pdf":
            assert find(poppler(data).encode("utf-8")) == set(), file


def test_a_photo_that_an_answer_elsewhere_names_is_judged_too(content: Path) -> None:
    """Where the form asks for no photos they need rights and consent all the same."""
    showing_somebody(content)
    _change(content / "photos/trial.yml", "signed", "asked", "yes")
    (content / "dossier/sample-submission/photos.yml").write_text(
        ANSWER.replace("photos: [trial]", ""), "utf-8"
    )
    words = content / "dossier/sample-submission/words.yml"
    words.write_text(f"{words.read_text(encoding='utf-8')}photos: [trial]\n", encoding="utf-8")
    _change(content / "dossier/forms/sample-form.yml", "photos:\n  count: 1\n", "photos:\n", "yes")
    full = read(content)
    assert [told(full, code) for code in ("photo-count", "photo-rights", "photo-consent")] == [
        [],
        [("words", "The photo trial has no signed cession of rights.")],
        [("words", "The photo trial shows somebody without consent.")],
    ]


def test_who_holds_the_rights_must_sign_but_is_not_named_without_consent(content: Path) -> None:
    _change(content / "photos/trial.yml", "signed", "asked", "yes")
    (fault,) = photo_faults(read(content), {}, sent_photos(read(content), content, {}))
    assert fault.who == Message("สำนักงาน", "The office")
    record = content / "photos/trial.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("shown: none", "shown: recognisable"), "utf-8"
    )
    assert [fault.who for fault in photo_faults(read(content), {}, {})] == [None, None]


def test_a_photo_whose_file_is_gone_is_told(content: Path) -> None:
    full = read(content)
    (content / "photos/trial.jpg").unlink()
    when = replace(WHEN, photos=sent_photos(full, content, {}))
    assert told(full, "photo-file", when) == [("photos", "The file of the photo trial was not found.")]


def test_a_photo_that_keeps_within_the_limit_only_by_being_too_small_is_told(content: Path) -> None:
    """The original is large enough, what could be sent is not."""
    _change(content / "dossier/forms/sample-form.yml", "photos:\n", "photos:\n  megabytes: 1\n", "yes")
    _change(content / "dossier/forms/sample-form.yml", "photos:\n", "photos:\n  least_side: 1200\n", "yes")
    full = read(content)
    (sent,) = sent_photos(full, content, {}).values()
    shrunk = replace(WHEN, photos={"trial": replace(sent, size=(600, 800))})
    assert told(full, "photo-small", shrunk) == []
    assert told(full, "photo-shrunk", shrunk) == [
        (
            "photos",
            "The photo trial keeps within 1 MB only at 600 × 800 pixels; the form asks for a longer side of at "
            "least 1,200.",
        )
    ]


def test_a_team_limit_of_nothing_is_no_limit(content: Path) -> None:
    _change(
        content / "dossier/sample-submission/submission.yml", "form: ", "photo_megabytes: 0\nform: ", "yes"
    )
    assert most_bytes(read(content)) is None
