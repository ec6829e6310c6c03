"""Sarabun for the web: the open font of the package fontpkg-sarabun, cut into parts by script.

Two weights of each, so that a page loads only what it shows: 9 KB a part. Until they are there, and where
they never come, the text stands in a font of the device that is drawn to the same width: nothing moves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset

from gastro.pictures.keep import store
from gastro.site.assets import Asset
from gastro.text.dates import Lang

WEIGHTS = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}
SCRIPTS = {
    "thai": "U+0E01-0E5B, U+25CC",
    "latin": "U+0020-007E, U+00A0-00FF, U+02BC, U+2009-200A, U+2010-2027, U+202F-203A,"
    " U+20AC, U+2122, U+2153-2154, U+215B-215E, U+2190-2193, U+2212, U+2260-2265",
    "latin-extended": "U+0100-017F, U+1E00-1EFF",
}
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
"""What text needs; not the fractions, ordinals and small figures that no page asks for."""
STYLESHEET = "assets/fonts/sarabun.css"
ASCENT, DESCENT = 1.068, 0.232
"""Sarabun's own, in em."""


@dataclass(frozen=True)
class StandIn:
    """A font that devices have, and how wide Sarabun sets our text beside it, by weight.

    Measured on all pages: the mean advance of the letters, each as often as it occurs.
    """

    font: str
    script: str
    names: Mapping[int, tuple[str, ...]]
    widths: Mapping[int, float]


STAND_INS = (
    StandIn(
        "Roboto",
        "latin",
        {400: ("Roboto", "Roboto-Regular"), 700: ("Roboto Bold", "Roboto-Bold")},
        {400: 0.975, 700: 0.996},
    ),
    StandIn(
        "Arial",
        "latin",
        {
            400: ("Arial", "ArialMT", "Liberation Sans"),
            700: ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"),
        },
        {400: 0.96, 700: 0.937},
    ),
    StandIn(
        "Noto Sans Thai",
        "thai",
        {
            400: ("Noto Sans Thai", "Noto Sans Thai Regular", "NotoSansThai-Regular"),
            700: ("Noto Sans Thai Bold", "NotoSansThai-Bold"),
        },
        {400: 1.031, 700: 1.011},
    ),
)
_FACE = """@font-face {{
  font-family: "Sarabun";
  src: url("{file}") format("woff2");
  font-weight: {weight};
  font-display: swap;
  unicode-range: {range};
}}
"""
_STAND_IN = """@font-face {{
  font-family: "Sarabun like {font}";
  src: {names};
  font-weight: {weight};
  size-adjust: {width:.1%};
  ascent-override: {ascent:.1%};
  descent-override: {descent:.1%};
  line-gap-override: 0%;
  unicode-range: {range};
}}
"""


def font_assets(cache: Path) -> Iterator[Asset]:
    """The parts as WOFF2, kept in ``cache``, and the style sheet with what stands in for them."""
    faces = []
    for script, characters in SCRIPTS.items():
        for weight, source in WEIGHTS.items():
            name = _name(script, weight)
            faces.append(_FACE.format(file=name, weight=weight, range=characters))
            yield f"assets/fonts/{name}", _kept(cache, source, characters)
    faces += [_stand_in(font, weight) for font in STAND_INS for weight in WEIGHTS]
    yield STYLESHEET, "".join(faces).encode("utf-8")


def preloaded(lang: Lang) -> tuple[str, ...]:
    """The parts a page needs for its first lines."""
    scripts = ("thai", "latin") if lang == "th" else ("latin",)
    return tuple(f"assets/fonts/{_name(script, weight)}" for script in scripts for weight in (400, 700))


def _stand_in(font: StandIn, weight: int) -> str:
    width = font.widths[weight]
    return _STAND_IN.format(
        font=font.font,
        names=", ".join(f'local("{name}")' for name in font.names[weight]),
        weight=weight,
        width=width,
        ascent=ASCENT / width,
        descent=DESCENT / width,
        range=SCRIPTS[font.script],
    )


def _name(script: str, weight: int) -> str:
    return f"sarabun-{script}-{weight}.woff2"


def _kept(cache: Path, source: str, characters: str) -> Path:
    """The part from the cache, made first where it is not there yet."""
    made_from = (source, characters, *FEATURES, *map(version, ("fonttools", "brotli", "fontpkg-sarabun")))
    digest = hashlib.sha256("\0".join(made_from).encode("utf-8")).hexdigest()
    file = cache / "fonts" / f"{digest[:24]}.woff2"
    if not file.is_file():
        store(file, _part(source, characters))
    return file


def _part(source: str, characters: str) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True)
    options.recalc_timestamp = False
    data = files("fontpkg_sarabun").joinpath("files", source).read_bytes()
    font = subset.load_font(BytesIO(data), options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=subset.parse_unicodes(characters.replace("U+", "").replace(" ", "")))
    chosen.subset(font)
    out = BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()
