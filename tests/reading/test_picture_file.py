"""Picture files: what is sound gives its facts, what is not gives the code of its fault."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gastro.reading.picture_file import (
    MAX_BYTES,
    Fault,
    PictureFacts,
    file_in,
    format_of,
    inspect_picture,
)

WIDE = (1280, 800)
JPEG_SIGN = b"\xff\xd8\xff\xe0\x00\x10JFIF"


def picture(size: tuple[int, int] = WIDE, mode: str = "RGB") -> Image.Image:
    """Something with edges in it, so that files are not all of one colour."""
    slope = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (slope, slope.transpose(Image.Transpose.ROTATE_180), slope)).convert(mode)


def written(image: Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)  # type: ignore[arg-type]
    return file.getvalue()


def turned(image: Image.Image, turn: int, format: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x0112] = turn
    return written(image, format, exif=exif)


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises a size and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9))


def seen(folder: Path, name: str, data: bytes) -> PictureFacts | Fault:
    (folder / name).write_bytes(data)
    return inspect_picture(folder, name)


def code_of(found: PictureFacts | Fault) -> str:
    assert isinstance(found, Fault), found
    return found.code


@pytest.mark.parametrize(
    ("name", "pillow", "format"),
    [
        ("a.jpg", "JPEG", "JPEG"),
        ("a.jpeg", "JPEG", "JPEG"),
        ("A.JPG", "JPEG", "JPEG"),
        ("a.png", "PNG", "PNG"),
        ("a.webp", "WEBP", "WebP"),
        ("a.avif", "AVIF", "AVIF"),
        ("a.tif", "TIFF", "TIFF"),
        ("a.tiff", "TIFF", "TIFF"),
        ("ขนมตาล งานวัด.jpg", "JPEG", "JPEG"),
    ],
)
def test_a_sound_picture_gives_its_facts(name: str, pillow: str, format: str, tmp_path: Path) -> None:
    assert seen(tmp_path, name, written(picture(), pillow)) == PictureFacts(format, *WIDE)


@pytest.mark.parametrize("mode", ["L", "CMYK", "1"])
def test_the_colours_may_be_of_any_kind(mode: str, tmp_path: Path) -> None:
    format, name = ("PNG", "a.png") if mode == "1" else ("JPEG", "a.jpg")
    assert isinstance(seen(tmp_path, name, written(picture(mode=mode), format)), PictureFacts)


@pytest.mark.parametrize(("turn", "size"), [(1, WIDE), (3, WIDE), (6, WIDE[::-1]), (8, WIDE[::-1])])
@pytest.mark.parametrize(("name", "format"), [("a.jpg", "JPEG"), ("a.tif", "TIFF"), ("a.webp", "WEBP")])
def test_the_size_is_that_of_the_picture_upright(
    turn: int, size: tuple[int, int], name: str, format: str, tmp_path: Path
) -> None:
    found = seen(tmp_path, name, turned(picture(), turn, format))
    assert isinstance(found, PictureFacts)
    assert (found.width, found.height) == size


def test_what_a_camera_wrote_beside_the_picture_may_be_nonsense(tmp_path: Path) -> None:
    data = written(picture(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f nonsense")
    assert seen(tmp_path, "a.jpg", data) == PictureFacts("JPEG", *WIDE)


def test_a_phones_picture_with_a_second_one_behind_it_is_one_picture(tmp_path: Path) -> None:
    data = written(picture(), "MPO", save_all=True, append_images=[picture((320, 200))])
    assert seen(tmp_path, "a.jpg", data) == PictureFacts("JPEG", *WIDE)


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    assert inspect_picture(tmp_path, "a.jpg") == Fault("picture-missing", {"value": "a.jpg"})
    assert code_of(inspect_picture(tmp_path / "nowhere", "a.jpg")) == "picture-missing"


def test_capitals_of_a_name_count(tmp_path: Path) -> None:
    (tmp_path / "A.JPG").write_bytes(written(picture(), "JPEG"))
    assert code_of(inspect_picture(tmp_path, "a.jpg")) == "picture-missing"


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", ".a.jpg", "../a.jpg", "/a.jpg", "b/a.jpg", "b\\a.jpg", "C:a.jpg", "a.jpg\0", "a\n.jpg"],
)
def test_a_name_leads_nowhere_else(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(written(picture(), "JPEG"))
    (tmp_path / "b").mkdir()
    assert inspect_picture(tmp_path / "b", name) == Fault("picture-path", {"value": name})


def test_a_link_or_a_folder_is_no_picture(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (tmp_path / "elsewhere.jpg").write_bytes(written(picture(), "JPEG"))
    (folder / "link.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    (folder / "folder.jpg").mkdir()
    assert code_of(inspect_picture(folder, "link.jpg")) == "picture-path"
    assert code_of(inspect_picture(folder, "folder.jpg")) == "picture-path"


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    assert code_of(seen(tmp_path, "a.jpg", b"")) == "picture-empty"


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF"), ("a.tif", "TIFF")],
)
@pytest.mark.parametrize("kept", [0.02, 0.5, 0.9])
def test_a_picture_that_breaks_off_is_broken(name: str, format: str, kept: float, tmp_path: Path) -> None:
    data = written(Image.effect_noise(WIDE, 90).convert("RGB"), format)
    assert code_of(seen(tmp_path, name, data[: int(len(data) * kept)])) == "picture-broken"


def test_a_very_large_file_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(JPEG_SIGN)
        file.truncate(MAX_BYTES + 2**20)
    found = inspect_picture(tmp_path, "a.jpg")
    assert found == Fault("picture-heavy", {"value": "a.jpg", "size": "41", "limit": 40})


@pytest.mark.parametrize("size", [(10_100, 10_000), (60_000, 60_000), (2**31 - 1, 1)])
def test_a_picture_of_very_many_pixels_is_not_decoded(size: tuple[int, int], tmp_path: Path) -> None:
    assert seen(tmp_path, "a.png", png_header(*size)) == Fault(
        "picture-bomb", {"value": "a.png", "limit": 100}
    )


def test_a_large_picture_within_the_limit_is_read_without_a_warning(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    data = written(Image.new("1", (10_000, 9_500)), "PNG")
    assert seen(tmp_path, "a.png", data) == PictureFacts("PNG", 10_000, 9_500)
    assert [str(warning.message) for warning in recwarn] == []


def test_a_bomb_of_words_in_a_picture_is_broken(tmp_path: Path) -> None:
    from PIL import PngImagePlugin

    words = PngImagePlugin.PngInfo()
    words.add_text("comment", "x" * 80_000_000, zip=True)
    assert code_of(seen(tmp_path, "a.png", written(picture(), "PNG", pnginfo=words))) == "picture-broken"


def test_a_picture_too_small_for_the_web_is_told_by_its_longer_side(tmp_path: Path) -> None:
    assert seen(tmp_path, "a.jpg", written(picture((1199, 900)), "JPEG")) == Fault(
        "picture-small", {"value": "a.jpg", "width": 1199, "height": 900, "least": 1200}
    )
    assert isinstance(seen(tmp_path, "b.jpg", written(picture((900, 1200)), "JPEG")), PictureFacts)


@pytest.mark.parametrize(
    ("name", "format", "found", "right"),
    [
        ("a.jpg", "PNG", "PNG", "a.png"),
        ("a.png", "JPEG", "JPEG", "a.jpg"),
        ("a.b.webp", "AVIF", "AVIF", "a.b.avif"),
        ("a.heic", "JPEG", "JPEG", "a.jpg"),
        ("a", "TIFF", "TIFF", "a.tif"),
    ],
)
def test_a_name_that_says_otherwise_is_told(
    name: str, format: str, found: str, right: str, tmp_path: Path
) -> None:
    assert seen(tmp_path, name, written(picture(), format)) == Fault(
        "picture-mislabelled", {"value": name, "found": found, "name": right}
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"<svg/>", b"\0" * 100, b"%!PS-Adobe-3.0 EPSF-3.0\n", b"x"])
def test_what_is_no_picture_is_told(data: bytes, tmp_path: Path) -> None:
    assert code_of(seen(tmp_path, "a.jpg", data)) == "picture-unknown"


@pytest.mark.parametrize(("name", "format"), [("a.gif", "GIF"), ("a.bmp", "BMP"), ("a.jpg", "GIF")])
def test_formats_that_are_not_taken_are_named(name: str, format: str, tmp_path: Path) -> None:
    assert seen(tmp_path, name, written(picture(), format)) == Fault(
        "picture-format", {"value": name, "found": format}
    )


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"heix"])
@pytest.mark.parametrize("name", ["a.heic", "a.jpg"])
def test_a_phones_heic_has_its_own_remedy(brand: bytes, name: str, tmp_path: Path) -> None:
    data = b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + b"\0" * 400
    assert seen(tmp_path, name, data) == Fault("picture-heic", {"value": name, "name": "a.jpg"})


def test_an_avif_is_told_from_a_heic_by_all_its_brands(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"\0\0\0\x18ftypmif1\0\0\0\0avifmiaf")
    assert format_of(file) == "AVIF"


@pytest.mark.parametrize(
    ("name", "format"), [("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF"), ("a.tif", "TIFF")]
)
def test_what_moves_or_has_pages_is_told(name: str, format: str, tmp_path: Path) -> None:
    two = [picture().rotate(180)]
    data = written(picture(), format, save_all=True, append_images=two)
    assert code_of(seen(tmp_path, name, data)) == "picture-animated"


def test_a_file_in_its_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    assert file_in(tmp_path, "a.jpg") == tmp_path / "a.jpg"


SOUND = {
    name: written(picture((1200, 16)), format)
    for name, format in (("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.tif", "TIFF"))
}


@given(st.sampled_from(sorted(SOUND)), st.integers(0, 2000), st.binary(min_size=1, max_size=40))
def test_nothing_in_a_file_makes_the_inspection_fail(name: str, at: int, noise: bytes) -> None:
    import tempfile

    data = SOUND[name]
    at %= len(data)
    with tempfile.TemporaryDirectory() as folder:
        found = seen(Path(folder), name, data[:at] + noise + data[at + len(noise) :])
    assert isinstance(found, (PictureFacts, Fault))
