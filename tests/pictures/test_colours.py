"""Colours: every kind of picture comes out as sRGB that looks as it should."""

from __future__ import annotations

import struct

import pytest
from PIL import Image, ImageCms

from gastro.pictures.colours import to_srgb


def matrix_profile(
    red: tuple[float, float], green: tuple[float, float], blue: tuple[float, float], gamma: float
) -> bytes:
    """A profile of an RGB space by its primaries (CIE x, y) under D50 white, and its gamma."""
    white = (0.9642, 1.0, 0.8249)
    columns = [(x / y, 1.0, (1 - x - y) / y) for x, y in (red, green, blue)]
    strengths = _solved(columns, white)
    primaries = [
        tuple(part * strength for part in column) for column, strength in zip(columns, strengths, strict=True)
    ]

    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(values: tuple[float, ...]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    curve = b"curv\0\0\0\0\0\0\0\1" + struct.pack(">H", round(gamma * 256)) + b"\0\0"
    name = b"test\0"
    described = b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + b"\0" * 79
    tags = {
        b"desc": described,
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": xyz(white),
        b"rXYZ": xyz(primaries[0]),
        b"gXYZ": xyz(primaries[1]),
        b"bXYZ": xyz(primaries[2]),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += padded
    size = at + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + b"".join(map(fixed, white)) + b"\0" * 48
    return head + struct.pack(">I", len(tags)) + table + body


def _solved(columns: list[tuple[float, float, float]], wanted: tuple[float, float, float]) -> list[float]:
    """How strong each primary must be for the three to give white (Cramer's rule)."""

    def volume(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
        return (
            a[0] * (b[1] * c[2] - b[2] * c[1])
            - b[0] * (a[1] * c[2] - a[2] * c[1])
            + c[0] * (a[1] * b[2] - a[2] * b[1])
        )

    a, b, c = columns
    whole = volume(a, b, c)
    return [volume(wanted, b, c) / whole, volume(a, wanted, c) / whole, volume(a, b, wanted) / whole]


WIDE_GAMUT = matrix_profile((0.6484, 0.3309), (0.2302, 0.7016), (0.1559, 0.0660), 2.2)
"""The primaries of Adobe RGB (1998), as they are under D50."""
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def coloured(mode: str, colour: object, **info: object) -> Image.Image:
    image = Image.new(mode, (4, 4), colour)  # type: ignore[arg-type]
    image.info.update(info)
    return image


def colour_of(image: Image.Image) -> tuple[int, ...]:
    converted = to_srgb(image)
    assert converted.mode == "RGB"
    assert converted.size == image.size
    assert converted is not image
    pixel = converted.getpixel((1, 1))
    assert isinstance(pixel, tuple)
    return tuple(int(part) for part in pixel)


def near(found: tuple[int, ...], wanted: tuple[int, ...], by: int = 3) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def test_srgb_stays_as_it_is() -> None:
    assert colour_of(coloured("RGB", (200, 120, 40))) == (200, 120, 40)
    assert near(colour_of(coloured("RGB", (200, 120, 40), icc_profile=SRGB)), (200, 120, 40), 1)


def test_a_wide_colour_space_is_brought_to_srgb() -> None:
    # Adobe RGB (150, 150, 100) is more colourful than the same numbers in sRGB.
    found = colour_of(coloured("RGB", (100, 150, 100), icc_profile=WIDE_GAMUT))
    assert near(found, (67, 150, 97), 4)
    assert near(colour_of(coloured("RGB", (128, 128, 128), icc_profile=WIDE_GAMUT)), (128, 128, 128), 2)
    assert near(colour_of(coloured("RGB", (255, 255, 255), icc_profile=WIDE_GAMUT)), (255, 255, 255), 1)


@pytest.mark.parametrize("profile", [b"", b"nonsense", SRGB[:200], None])
def test_a_broken_profile_is_passed_over(profile: bytes | None) -> None:
    assert colour_of(coloured("RGB", (200, 120, 40), icc_profile=profile)) == (200, 120, 40)


def test_a_profile_for_other_colours_is_passed_over() -> None:
    assert colour_of(coloured("L", 90, icc_profile=SRGB)) == (90, 90, 90)
    assert near(colour_of(coloured("CMYK", (0, 0, 0, 0), icc_profile=SRGB)), (255, 255, 255))


def test_print_colours_become_light() -> None:
    assert near(colour_of(coloured("CMYK", (0, 0, 0, 0))), (255, 255, 255))
    assert near(colour_of(coloured("CMYK", (0, 255, 255, 0))), (255, 0, 0))


@pytest.mark.parametrize(
    ("mode", "value", "wanted"),
    [
        ("L", 90, 90),
        ("1", 1, 255),
        ("I;16", 90 * 257, 90),
        ("I;16B", 65535, 255),
        ("I", 90 * 257, 90),
        ("F", 0.5, 127),
    ],
)
def test_greys_of_any_depth_keep_their_lightness(mode: str, value: float, wanted: int) -> None:
    assert near(colour_of(coloured(mode, value)), (wanted,) * 3, 1)


def test_lab_becomes_srgb() -> None:
    assert near(colour_of(coloured("LAB", (255, 128, 128))), (255, 255, 255), 4)


@pytest.mark.parametrize(
    ("mode", "colour", "wanted"),
    [
        ("RGBA", (255, 0, 0, 255), (255, 0, 0)),
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("RGBA", (0, 0, 0, 128), (127, 127, 127)),
        ("LA", (0, 0), (255, 255, 255)),
        ("LA", (90, 255), (90, 90, 90)),
        ("PA", (0, 0), (255, 255, 255)),
    ],
)
def test_what_is_transparent_becomes_white(
    mode: str, colour: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    assert near(colour_of(coloured(mode, colour)), wanted)


def test_a_palette_and_its_transparent_colour_are_honoured() -> None:
    image = Image.new("RGB", (4, 4), (10, 200, 30)).convert("P", palette=Image.Palette.ADAPTIVE)
    assert near(colour_of(image), (10, 200, 30))
    index = image.getpixel((1, 1))
    image.info["transparency"] = index
    assert colour_of(image) == (255, 255, 255)
