"""Photos on the site: right side up, in sRGB, nothing attached, made once, shown only where allowed."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat

from gastro.catalogue import Catalogue, load
from gastro.catalogue.consents import Granted, granted, load_private
from gastro.pictures import photos
from gastro.pictures.photos import PREVIEW_LENGTH, ShownPhoto, photo_assets, shown_photos
from gastro.project import Project
from gastro.rules import run
from tests.pictures.test_colours import WIDE_GAMUT
from tests.reading.test_picture_file import picture, written

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
CONSENT = """\
record: photos/trial
item: photo
grants:
  - {use: public-web, given: 2024-01-10, by: ผู้อยู่ในภาพ, how: {th: เป็นหนังสือ, en: in writing}, until: 2024-12-31}
"""
LARGE = (1640, 1230)
"""Enough for all three widths."""
MIDDLE = (1240, 930)
"""Enough for two; quicker where the number of widths does not matter."""
FLAT = (1200, 300)
"""As long as a photo must be, and as quick as can be."""
SECRETS = (b"Exif", b"xmpmeta", b"8BIM", b"iCCP", b"ICC_PROFILE", b"ICCP", b"secret")


@pytest.fixture
def content(write_records: WriteRecords) -> Path:
    folder = write_records({"photos/trial.yml": PHOTO})
    (folder / "photos" / "trial.jpg").write_bytes(written(picture(MIDDLE), "JPEG"))
    return folder


@pytest.fixture
def show(content: Path, tmp_path: Path) -> Callable[..., dict[str, ShownPhoto]]:
    """What the site shows of the content as it stands."""

    def shown(allowed: Granted | None = None, cache: str = "cache") -> dict[str, ShownPhoto]:
        return shown_photos(catalogue_in(content), content, tmp_path / cache, allowed or {})

    return shown


@pytest.fixture
def files(show: Callable[..., dict[str, ShownPhoto]], tmp_path: Path) -> Callable[..., dict[str, Path]]:
    """Every file of the photos by its path below the site."""

    def made(cache: str = "cache") -> dict[str, Path]:
        return dict(photo_assets(show(cache=cache), tmp_path / cache))

    return made


@pytest.fixture
def encodes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The format of each encode, in order."""
    done: list[str] = []
    encode = photos.encoded

    def counted(image: Image.Image, options: Mapping[str, Any]) -> bytes:
        done.append(str(options["format"]))
        return encode(image, options)

    monkeypatch.setattr(photos, "encoded", counted)
    return done


def catalogue_in(content: Path) -> Catalogue:
    loaded = load(content)
    assert loaded.problems == ()
    return loaded.catalogue


def original(content: Path, data: bytes, name: str = "trial.jpg") -> None:
    """Put another picture in the place of the photo."""
    (content / "photos" / "trial.jpg").unlink()
    (content / "photos" / name).write_bytes(data)
    (content / "photos" / "trial.yml").write_text(PHOTO.replace("trial.jpg", name), encoding="utf-8")


def test_a_photo_comes_in_three_widths_and_three_formats(
    content: Path, show: Callable[..., dict[str, ShownPhoto]], files: Callable[..., dict[str, Path]]
) -> None:
    original(content, written(picture(LARGE), "JPEG"))
    shown = show()["trial"]
    assert (shown.id, shown.width, shown.height, shown.widths) == ("trial", 1600, 1200, (480, 960, 1600))
    assert shown.photo.caption.en == "Trial sweet"
    made = files()
    assert sorted(made) == sorted(
        f"assets/photos/trial-{width}.{suffix}"
        for width in (480, 960, 1600)
        for suffix in ("avif", "webp", "jpg")
    )
    for path, file in made.items():
        with Image.open(file) as image:
            image.load()
            width = int(path.rpartition("-")[2].partition(".")[0])
            assert image.size == (width, width * 3 // 4)
            assert image.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[path.rpartition(".")[2]]
            assert image.mode == "RGB"


def test_a_jpeg_comes_row_by_row_and_every_file_is_smaller_than_it_was(
    content: Path, files: Callable[..., dict[str, Path]]
) -> None:
    original(content, written(Image.effect_noise((1300, 980), 60).convert("RGB"), "JPEG", quality=98))
    made = files()
    with Image.open(made["assets/photos/trial-960.jpg"]) as image:
        assert image.info.get("progressive") == 1
    sizes = {path.rpartition(".")[2]: file.stat().st_size for path, file in made.items() if "-960" in path}
    assert sizes["avif"] < sizes["jpg"] < (content / "photos" / "trial.jpg").stat().st_size


@pytest.mark.parametrize(
    ("size", "widths", "height"),
    [
        ((1500, 1000), (480, 960), 640),
        ((1600, 1000), (480, 960, 1600), 1000),
        ((900, 1200), (480,), 640),
        ((300, 1200), (300,), 1200),
    ],
)
def test_a_photo_is_never_blown_up(
    size: tuple[int, int],
    widths: tuple[int, ...],
    height: int,
    content: Path,
    show: Callable[..., dict[str, ShownPhoto]],
) -> None:
    original(content, written(picture(size), "JPEG"))
    shown = show()["trial"]
    assert (shown.widths, shown.width, shown.height) == (widths, widths[-1], height)


def quarters() -> Image.Image:
    """Red, green, blue and white corners, so that every turn shows."""
    image = Image.new("RGB", FLAT, "white")
    for box, colour in (((0, 0), "red"), ((600, 0), "lime"), ((0, 150), "blue")):
        image.paste(colour, (*box, box[0] + 600, box[1] + 150))
    return image


LIES = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a picture lies that EXIF says is turned so."""


@pytest.mark.parametrize("turn", LIES)
@pytest.mark.parametrize(
    ("name", "format"), [("trial.jpg", "JPEG"), ("trial.tif", "TIFF"), ("trial.png", "PNG")]
)
def test_a_photo_stands_upright_however_the_camera_was_held(
    turn: int, name: str, format: str, content: Path, files: Callable[..., dict[str, Path]]
) -> None:
    how = LIES[turn]
    lying = quarters() if how is None else quarters().transpose(how)
    exif = Image.Exif()
    exif[0x0112] = turn
    original(content, written(lying, format, exif=exif), name)
    for suffix in ("jpg", "webp", "avif"):
        with Image.open(files()[f"assets/photos/trial-480.{suffix}"]) as image:
            assert image.size == (480, 120)
            corners = [
                image.convert("RGB").getpixel(at) for at in ((100, 30), (380, 30), (100, 90), (380, 90))
            ]
        for found, wanted in zip(
            corners, ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)), strict=True
        ):
            assert isinstance(found, tuple)
            assert all(abs(a - b) < 25 for a, b in zip(found, wanted, strict=True)), (suffix, corners)


def located() -> Image.Exif:
    """What a phone attaches: where, when, with what."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "secret maker", "secret artist"
    exif.get_ifd(0x8825).update({1: "N", 2: (13.0, 6.0, 40.0), 3: "E", 4: (99.0, 56.0, 51.0)})
    return exif


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("trial.jpg", "JPEG"),
        ("trial.webp", "WEBP"),
        ("trial.avif", "AVIF"),
        ("trial.png", "PNG"),
        ("trial.tif", "TIFF"),
    ],
)
def test_nothing_is_attached_to_what_is_shown(
    name: str, format: str, content: Path, files: Callable[..., dict[str, Path]]
) -> None:
    more: dict[str, object] = {} if format in ("PNG", "TIFF") else {"xmp": b"<x:xmpmeta>secret</x:xmpmeta>"}
    more |= {"comment": b"secret"} if format == "JPEG" else {}
    data = written(picture(FLAT), format, exif=located(), icc_profile=WIDE_GAMUT, **more)
    assert b"secret" in data
    original(content, data, name)
    for path, file in files().items():
        with Image.open(file) as image:
            assert dict(image.getexif()) == {}, path
            assert (
                not {"exif", "xmp", "icc_profile", "comment", "photoshop", "XML:com.adobe.xmp"}
                & image.info.keys()
            )
        shown = file.read_bytes()
        assert [secret for secret in SECRETS if secret in shown] == [], path


def mean(file: Path) -> list[float]:
    with Image.open(file) as image:
        return ImageStat.Stat(image.convert("RGB")).mean


@pytest.mark.parametrize(
    ("mode", "colour", "name", "format", "more", "wanted"),
    [
        ("RGB", (100, 150, 100), "trial.jpg", "JPEG", {"icc_profile": WIDE_GAMUT}, (67, 150, 97)),
        ("CMYK", (0, 255, 255, 0), "trial.jpg", "JPEG", {}, (254, 0, 0)),
        ("L", 90, "trial.jpg", "JPEG", {}, (90, 90, 90)),
        ("I;16", 90 * 257, "trial.png", "PNG", {}, (90, 90, 90)),
        ("I;16", 90 * 257, "trial.tif", "TIFF", {}, (90, 90, 90)),
        ("RGBA", (255, 0, 0, 0), "trial.png", "PNG", {}, (255, 255, 255)),
        ("LAB", (255, 128, 128), "trial.tif", "TIFF", {}, (255, 255, 255)),
    ],
)
def test_colours_of_every_kind_come_out_as_they_look(
    mode: str,
    colour: object,
    name: str,
    format: str,
    more: dict[str, object],
    wanted: tuple[int, ...],
    content: Path,
    files: Callable[..., dict[str, Path]],
) -> None:
    original(content, written(Image.new(mode, FLAT, colour), format, **more), name)  # type: ignore[arg-type]
    for path, file in files().items():
        assert all(abs(a - b) < 6 for a, b in zip(mean(file), wanted, strict=True)), (path, mean(file))


def test_the_same_photo_gives_the_same_bytes(files: Callable[..., dict[str, Path]]) -> None:
    first, second = files("one"), files("two")
    assert {path: file.read_bytes() for path, file in first.items()} == {
        path: file.read_bytes() for path, file in second.items()
    }
    assert [file.name for file in first.values()] == [file.name for file in second.values()]


@pytest.mark.parametrize("kind", ["slope", "noise"])
@pytest.mark.parametrize("size", [(1300, 975), (1300, 200), (300, 1200)])
def test_the_preview_is_a_small_address(
    kind: str, size: tuple[int, int], content: Path, show: Callable[..., dict[str, ShownPhoto]]
) -> None:
    noise = Image.merge("RGB", [Image.effect_noise(size, 120) for _ in "RGB"])
    original(content, written(picture(size) if kind == "slope" else noise, "JPEG"))
    preview = show()["trial"].preview
    assert len(preview) < PREVIEW_LENGTH
    head, _, data = preview.partition(",")
    assert head == "data:image/webp;base64"
    import io

    with Image.open(io.BytesIO(base64.b64decode(data, validate=True))) as image:
        assert max(image.size) <= 24


def test_a_photo_is_made_once(show: Callable[..., dict[str, ShownPhoto]], encodes: list[str]) -> None:
    first = show()
    assert sorted(encodes[:-1]) == ["AVIF"] * 2 + ["JPEG"] * 2 + ["WEBP"] * 2
    encodes.clear()
    assert show() == first
    assert encodes == []


def test_a_changed_photo_or_changed_settings_are_made_anew(
    content: Path,
    show: Callable[..., dict[str, ShownPhoto]],
    encodes: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = show()["trial"]
    original(content, written(picture(MIDDLE).rotate(180), "JPEG"))
    encodes.clear()
    second = show()["trial"]
    assert second.digest != first.digest
    assert len(encodes) >= 7
    monkeypatch.setattr(photos, "SETTINGS", "others")
    encodes.clear()
    assert show()["trial"].digest != second.digest
    assert len(encodes) >= 7


def test_a_changed_record_is_shown_without_making_anything(
    content: Path, show: Callable[..., dict[str, ShownPhoto]], encodes: list[str]
) -> None:
    show()
    encodes.clear()
    text = PHOTO.replace("Trial sweet", "Another caption")
    (content / "photos" / "trial.yml").write_text(text, encoding="utf-8")
    assert show()["trial"].photo.caption.en == "Another caption"
    assert encodes == []


@pytest.mark.parametrize("broken", ["-960.avif", ".json"])
def test_what_is_gone_from_the_cache_is_made_again(
    broken: str, show: Callable[..., dict[str, ShownPhoto]], encodes: list[str], tmp_path: Path
) -> None:
    first = show()
    [file] = (tmp_path / "cache").glob(f"*{broken}")
    file.unlink()
    encodes.clear()
    assert show() == first
    assert file.is_file()
    assert len(encodes) >= 7


@pytest.mark.parametrize("note", ["", "{", "[]", '{"width": 1}', "\xff"])
def test_a_spoilt_note_is_not_believed(
    note: str, show: Callable[..., dict[str, ShownPhoto]], tmp_path: Path
) -> None:
    first = show()
    [file] = (tmp_path / "cache").glob("*.json")
    file.write_text(note, encoding="latin-1")
    assert show() == first


def test_what_was_half_written_when_it_was_interrupted_is_never_used(
    show: Callable[..., dict[str, ShownPhoto]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, done = Path.replace, []

    def interrupted(self: Path, target: Path) -> Path:
        if len(done) == 4:
            raise KeyboardInterrupt
        done.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        show()
    cache = tmp_path / "cache"
    assert sorted(cache.iterdir()) == sorted(done)
    monkeypatch.setattr(Path, "replace", replace)
    shown = show()
    for _, file in photo_assets(shown, cache):
        with Image.open(file) as image:
            image.load()


def with_people(content: Path, who: str) -> None:
    text = PHOTO.replace("people_shown: none", f"people_shown: {who}")
    (content / "photos" / "trial.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("who", "shown"), [("none", True), ("unrecognisable", True), ("recognisable", False)]
)
def test_who_can_be_recognised_is_not_shown_without_consent(
    who: str, shown: bool, content: Path, show: Callable[..., dict[str, ShownPhoto]], encodes: list[str]
) -> None:
    with_people(content, who)
    assert ("trial" in show()) is shown
    assert bool(encodes) is shown


@pytest.mark.parametrize(
    ("consent", "day", "shown"),
    [
        (CONSENT, "2024-05-01", True),
        (CONSENT, "2025-05-01", False),
        (CONSENT.replace("public-web", "dossier"), "2024-05-01", False),
        (CONSENT.replace("item: photo", "item: name"), "2024-05-01", False),
        (CONSENT.replace("photos/trial", "places/trial"), "2024-05-01", False),
    ],
)
def test_consent_shows_this_photo_while_it_lasts(
    consent: str,
    day: str,
    shown: bool,
    content: Path,
    show: Callable[..., dict[str, ShownPhoto]],
    tmp_path: Path,
) -> None:
    with_people(content, "recognisable")
    place = content / "places" / "trial.yml"
    place.parent.mkdir()
    place.write_text(
        "name: {th: ที่ทดลอง, en: Trial place}\nkind: market\nconfidence: strong\n", encoding="utf-8"
    )
    (tmp_path / "private" / "consents").mkdir(parents=True)
    (tmp_path / "private" / "consents" / "one.yml").write_text(consent, encoding="utf-8")
    entries, problems = load_private(tmp_path / "private", catalogue_in(content))
    assert problems == ()
    allowed = granted(entries, "public-web", date.fromisoformat(day))
    assert ("trial" in show(allowed)) is shown


def test_a_photo_whose_file_is_gone_is_left_out(content: Path, tmp_path: Path) -> None:
    catalogue = catalogue_in(content)
    (content / "photos" / "trial.jpg").unlink()
    assert shown_photos(catalogue, content, tmp_path / "cache", {}) == {}


def test_a_record_without_photos_makes_nothing(write_records: WriteRecords, tmp_path: Path) -> None:
    content = write_records({})
    assert shown_photos(load(content).catalogue, content, tmp_path / "cache", {}) == {}
    assert not (tmp_path / "cache").exists()
    assert list(photo_assets({}, tmp_path / "cache")) == []


def test_a_photo_added_to_the_record_is_shown_without_what_the_camera_attached(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(Project.here().content, content)
    folder = content / "photos"
    folder.mkdir(exist_ok=True)
    (folder / "trial.jpg").write_bytes(written(picture(LARGE), "JPEG", exif=located()))
    (folder / "trial.yml").write_text(PHOTO, encoding="utf-8")
    loaded = load(content)
    assert [one for one in run(loaded) if one.path.startswith("photos/trial")] == []
    shown = shown_photos(loaded.catalogue, content, tmp_path / "cache", {})
    made = [(path, file) for path, file in photo_assets(shown, tmp_path / "cache") if "/trial-" in path]
    assert len(made) == 9
    for path, file in made:
        with Image.open(file) as image:
            assert dict(image.getexif()) == {}, path
        assert b"Exif" not in file.read_bytes()


def test_the_photo_of_contributing_is_sound(write_records: WriteRecords) -> None:
    papers = (Project.here().root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = next(one for one in papers.split("```") if "schemas/photos.json" in one)
    content = write_records({"photos/khanom-tan-tray.yml": block.removeprefix("yaml\n")})
    (content / "photos" / "khanom-tan-tray.jpg").write_bytes(written(picture(), "JPEG"))
    assert [one for one in run(load(content)) if one.path.startswith("photos/")] == []
