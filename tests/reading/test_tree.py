"""The tree knows where everything stood."""

from __future__ import annotations

import pytest

from gastro.problems import Spot
from gastro.reading import Mapping, Scalar, locate, read_yaml

RECORD = """\
name:
  th: ขนมตาล
  en:
season: [2, 3]
story:
  - id: origin
    th: ที่มา
  - id: yeast
    th: ยีสต์
ingredients:
  - ingredient: namtan-tanot
    presence: always
spellings:
  - khanom tarn
empty: ''
"""


@pytest.fixture(scope="module")
def root() -> Mapping:
    tree = read_yaml(RECORD.encode("utf-8"), "desserts/khanom-tan.yml").root
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("name",), (2, 3), (1, 1)),
        (("name", "th"), (2, 7), (2, 3)),
        (("name", "en"), (3, 3), (3, 3)),
        (("empty",), (15, 8), (15, 1)),
        (("season",), (4, 9), (4, 1)),
        (("season", 0), (4, 10), (4, 10)),
        (("season", 1), (4, 13), (4, 13)),
        (("season", "2"), (4, 13), (4, 13)),
        (("season", "3"), (4, 9), (4, 1)),
        (("season", 9), (4, 9), (4, 1)),
        (("story", 1), (8, 5), (8, 5)),
        (("story", "2", "th"), (9, 9), (9, 5)),
        (("story", "yeast"), (8, 5), (8, 5)),
        (("story", "yeast", "th"), (9, 9), (9, 5)),
        (("story", "yeast", "en"), (8, 5), (8, 5)),
        (("ingredients", "namtan-tanot", "presence"), (12, 15), (12, 5)),
        (("spellings", "khanom tarn"), (14, 5), (14, 5)),
        (("spellings", "khanom tan"), (14, 3), (13, 1)),
        (("missing",), (1, 1), (1, 1)),
        (("name", "missing"), (2, 3), (1, 1)),
        (("name", "th", "deeper", 0), (2, 7), (2, 3)),
    ],
)
def test_values_and_keys_are_located(
    root: Mapping, path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    assert locate(root, path) == Spot(*value)
    assert locate(root, path, key=True) == Spot(*key)


def test_short_forms_and_defaults_are_passed_over() -> None:
    tree = read_yaml(b"sources:\n  season: [a, B]\n", "x.yml").root
    assert tree is not None
    assert locate(tree, ("sources", "season", "sources", 1)) == Spot(2, 15)


@pytest.mark.parametrize(
    ("text", "quoted", "plain"),
    [
        ("", False, None),
        ("~", False, None),
        ("null", False, None),
        ("", True, ""),
        ("null", True, "null"),
        ("no", False, "no"),
    ],
)
def test_a_scalar_is_nothing_only_when_bare(text: str, quoted: bool, plain: str | None) -> None:
    assert Scalar(text, quoted, Spot()).plain() == plain


def test_a_tree_gives_plain_values(root: Mapping) -> None:
    plain = root.plain()
    assert plain["name"] == {"th": "ขนมตาล", "en": None}
    assert plain["season"] == ["2", "3"]
    assert plain["empty"] == ""
