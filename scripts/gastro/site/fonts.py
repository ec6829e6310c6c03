"""Sarabun for the web: the open font of the package fontpkg-sarabun, cut into a Thai and a Latin part.

Two weights and two scripts, so that a page loads only what it shows: about 10 KB a part.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO

from fontTools import subset

from gastro.site.assets import Asset
from gastro.text.dates import Lang

WEIGHTS = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}
SCRIPTS = {
    "thai": "U+0E01-0E5B, U+25CC",
    "latin": "U+0020-007E, U+00A0-017F, U+02BC, U+1E00-1EFF, U+2009-200A, U+2010-2027, U+202F-203A,"
    " U+20AC, U+2122, U+2190-2193, U+2212, U+2260-2265",
}
STYLESHEET = "assets/fonts/sarabun.css"
_FACE = """@font-face {{
  font-family: "Sarabun";
  src: url("{file}") format("woff2");
  font-weight: {weight};
  font-display: swap;
  unicode-range: {range};
}}
"""


def font_assets() -> Iterator[Asset]:
    """The four parts as WOFF2 and the style sheet that names them."""
    faces = []
    for script, characters in SCRIPTS.items():
        for weight, source in WEIGHTS.items():
            name = _name(script, weight)
            faces.append(_FACE.format(file=name, weight=weight, range=characters))
            yield f"assets/fonts/{name}", _part(source, characters)
    yield STYLESHEET, "".join(faces).encode("utf-8")


def preloaded(lang: Lang) -> tuple[str, ...]:
    """The parts a page needs for its first lines."""
    scripts = ("thai", "latin") if lang == "th" else ("latin",)
    return tuple(f"assets/fonts/{_name(script, weight)}" for script in scripts for weight in (400, 700))


def _name(script: str, weight: int) -> str:
    return f"sarabun-{script}-{weight}.woff2"


@cache
def _part(source: str, characters: str) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True)
    options.recalc_timestamp = False
    data = files("fontpkg_sarabun").joinpath("files", source).read_bytes()
    font = subset.load_font(BytesIO(data), options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=subset.parse_unicodes(characters.replace("U+", "").replace(" ", "")))
    chosen.subset(font)
    out = BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()
