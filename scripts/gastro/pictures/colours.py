"""Colours: from whatever a camera, a scanner or a print shop saved to plain sRGB."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image, ImageCms

_WHITE = (255, 255, 255)
_SIXTEEN_BITS = ("I;16", "I;16L", "I;16B", "I;16N", "I")


def to_srgb(image: Image.Image) -> Image.Image:
    """A copy of a decoded picture in mode RGB, 8 bits a channel, colours meant as sRGB.

    An embedded profile is honoured, a broken one is passed over. What is transparent
    becomes white.
    """
    profile = image.info.get("icc_profile")
    picture = _eight_bits(image)
    alpha = None
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        alpha = picture.getchannel("A")
        picture = picture.convert("RGB")
    elif picture.mode not in ("RGB", "CMYK", "L", "LAB"):
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    converted = _by_profile(picture, profile)
    if alpha is not None:
        ground = Image.new("RGB", converted.size, _WHITE)
        ground.paste(converted, mask=alpha)
        return ground
    return converted


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen bits scaled to eight; Pillow by itself would cut off all that is bright."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "F":
        _, most = image.getextrema()
        scale = 255 if float(str(most)) <= 1 else 1
        return image.point(lambda value: value * scale).convert("L")
    return image


def _by_profile(picture: Image.Image, embedded: object) -> Image.Image:
    """The picture in sRGB, by its own profile where that fits it."""
    profile = _profile(embedded) if isinstance(embedded, bytes) else None
    if profile is None and picture.mode == "LAB":
        profile = ImageCms.createProfile("LAB")
    if profile is not None:
        try:
            converted = ImageCms.profileToProfile(
                picture,
                profile,
                _srgb(),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except ImageCms.PyCMSError:
            converted = None  # a profile for another kind of colours than the picture has
        if converted is not None:
            return converted
    return picture.convert("RGB")


def _profile(embedded: bytes) -> Any:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(embedded))
    except (OSError, ImageCms.PyCMSError):
        return None


@cache
def _srgb() -> Any:
    return ImageCms.createProfile("sRGB")
