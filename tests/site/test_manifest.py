"""Web app manifests and icons: addresses that hold, sizes that are true, colours of the site."""

from __future__ import annotations

import io
import json
import posixpath
import re
from typing import Any

import pytest
from PIL import Image

from gastro.project import Project
from gastro.site.manifest import manifest_assets, manifest_path
from gastro.text.dates import LANGUAGES, Lang


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    found = dict(manifest_assets(Project.here().docs))
    return {path: content for path, content in found.items() if isinstance(content, bytes)}


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def told(made: dict[str, bytes], lang: Lang) -> Any:
    return json.loads(made[manifest_path(lang)])


def below_the_site(lang: Lang, address: str) -> str:
    """The path that an address of the manifest leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(manifest_path(lang)), address)).strip("./")


def test_each_language_starts_at_home_and_holds_the_whole_site(told: Any, lang: Lang) -> None:
    assert told["lang"] == lang
    assert below_the_site(lang, told["start_url"]) == ("" if lang == "th" else "en")
    assert below_the_site(lang, told["scope"]) == ""
    assert [below_the_site(lang, one["url"]) for one in told["shortcuts"]] == [
        f"{'' if lang == 'th' else 'en/'}{place}" for place in ("desserts", "recipes", "map")
    ]


def test_names_fit_and_are_in_the_language(told: Any, lang: Lang) -> None:
    assert len(told["short_name"]) <= 12
    thai = re.search("[\u0e00-\u0e7f]", told["name"] + told["short_name"] + told["description"])
    assert bool(thai) is (lang == "th")
    assert len(told["description"]) > 50


def test_every_icon_is_there_in_its_size(told: Any, lang: Lang, made: dict[str, bytes]) -> None:
    purposes = []
    for icon in told["icons"]:
        path = below_the_site(lang, icon["src"])
        if icon["type"] == "image/svg+xml":
            assert (Project.here().docs / path).is_file()
            continue
        image = Image.open(io.BytesIO(made[path]))
        assert (image.format, "{}x{}".format(*image.size)) == ("PNG", icon["sizes"])
        purposes.append((icon["purpose"], image.width))
    assert purposes == [("any", 192), ("any", 512), ("maskable", 192), ("maskable", 512)]


def test_what_a_device_cuts_off_is_only_ground(made: dict[str, bytes]) -> None:
    """The safe zone of a maskable icon is a circle of 80 % of its width."""
    image = Image.open(io.BytesIO(made["assets/icons/maskable-512.png"]))
    assert image.mode == "RGB"
    ground = image.getpixel((0, 0))
    for x in range(0, 512, 4):
        for y in range(0, 512, 4):
            if (x - 255.5) ** 2 + (y - 255.5) ** 2 > (0.4 * 512) ** 2:
                assert image.getpixel((x, y)) == ground, (x, y)


def test_the_icon_for_home_screens_is_not_transparent(made: dict[str, bytes]) -> None:
    image = Image.open(io.BytesIO(made["assets/icons/touch-180.png"]))
    assert (image.size, image.mode) == ((180, 180), "RGB")


def test_the_old_form_of_the_icon_holds_three_sizes(made: dict[str, bytes]) -> None:
    image = Image.open(io.BytesIO(made["favicon.ico"]))
    assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_colours_are_those_of_the_style_sheet(told: Any) -> None:
    sheet = (Project.here().docs / "assets/styles/site.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--(ground|top): (#[0-9a-f]{6});", sheet.partition("@media")[0]))
    assert (told["background_color"], told["theme_color"]) == (light["ground"], light["top"])
