"""Versions: the same for the same words, another for one letter more, blind to what is not passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.load import load_file
from gastro.catalogue.versions import data_version, is_open, open_entries, version_of

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]

PLACE = "name: {th: ก, en: A}\nkind: market\nconfidence: strong\n"
PHOTO = """\
file: a.jpg
alt: {th: ก, en: a}
caption: {th: ก, en: a}
photographer: {th: ก, en: a}
rights_holder: {th: ก, en: a}
licence: cc-by-4-0
people_shown: none
"""


def version(catalogue_of: CatalogueOf, text: str) -> str:
    return version_of(catalogue_of({"places/a.yml": text}).at("places/a"))


def test_a_version_depends_on_the_words_alone(catalogue_of: CatalogueOf) -> None:
    first = version(catalogue_of, PLACE)
    assert len(first) == 12
    assert set(first) <= set("0123456789abcdef")
    assert version(catalogue_of, PLACE) == first
    assert (
        version(catalogue_of, '# a note\nconfidence: strong\nkind: "market"\nname:\n  th: ก\n  en: A\n')
        == first
    )
    assert version(catalogue_of, f"{PLACE}standing: stated\n") == first, "what was meant already"
    assert version(catalogue_of, PLACE.replace("en: A", "en: B")) != first
    assert version(catalogue_of, f"{PLACE}spellings: [a]\n") != first


def test_the_same_words_of_another_record_have_another_version(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of({"places/a.yml": PLACE, "places/b.yml": PLACE})
    assert version_of(catalogue.at("places/a")) != version_of(catalogue.at("places/b"))


def test_the_version_of_the_whole_changes_with_any_record(catalogue_of: CatalogueOf) -> None:
    one = catalogue_of({"places/a.yml": PLACE})
    whole = data_version(open_entries(one))
    assert data_version(reversed(open_entries(one))) == whole
    two = catalogue_of({"places/a.yml": PLACE, "places/b.yml": PLACE})
    assert data_version(open_entries(two)) != whole


@pytest.mark.parametrize(
    ("change", "free"),
    [
        (("", ""), True),
        (("people_shown: none", "people_shown: unrecognisable"), True),
        (("people_shown: none", "people_shown: recognisable"), False),
        (("cc-by-4-0", "cc-by-sa-4-0"), True),
        (("cc-by-4-0", "cc0"), True),
        (("cc-by-4-0", "by-permission"), False),
    ],
)
def test_only_free_photos_that_show_nobody_are_passed_on(
    change: tuple[str, str], free: bool, tmp_path: Path
) -> None:
    file = tmp_path / "a.yml"
    file.write_text(PHOTO.replace(*change), encoding="utf-8")
    _, entry, problems = load_file(file, "photos/a.yml")
    assert problems == []
    assert entry is not None
    assert is_open(entry) is free


def test_the_papers_of_those_shown_are_in_no_version(tmp_path: Path) -> None:
    versions = set()
    for more in ("", "consents: [a]\n", "cession_for_unesco: signed\n"):
        (tmp_path / "a.yml").write_text(PHOTO + more, encoding="utf-8")
        _, entry, _ = load_file(tmp_path / "a.yml", "photos/a.yml")
        assert entry is not None
        versions.add(version_of(entry))
    assert len(versions) == 1


def test_consents_and_drawings_are_not_passed_on(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of({"places/a.yml": PLACE})
    assert {entry.kind for entry in open_entries(catalogue)} == {"places", "vocabulary"}
