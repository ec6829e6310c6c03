"""Former ids: each leads to one record, and references to them say where it has gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.catalogue.renamed import renamed
from gastro.rules import former_ids, references

Write = Callable[[Mapping[str, str]], Path]
PLACE = "name: {{th: {name}, en: {name}}}\nkind: temple\nconfidence: strong\n{more}"


@pytest.fixture
def found(write_records: Write) -> Callable[..., list[tuple[str, str, int, str]]]:
    """Codes, files, lines and messages of the problems of places with these further lines."""

    def problems(**places: str) -> list[tuple[str, str, int, str]]:
        files = {f"places/{name}.yml": PLACE.format(name=name, more=more) for name, more in places.items()}
        catalogue = load(write_records(files)).catalogue
        told = [*former_ids.check(catalogue), *references.check(catalogue)]
        told = [one for one in told if one.path.startswith("places/")]
        return [(one.code, one.path, one.line, one.message.en) for one in told]

    return problems


def test_a_former_id_that_nothing_else_uses_is_sound(found: Callable[..., list[object]]) -> None:
    assert found(new="renamed_from: [old, older]\n", other="") == []


def test_an_id_in_use_is_no_former_one(found: Callable[..., list[object]]) -> None:
    assert found(new="renamed_from: [other]\n", other="") == [
        (
            "former-id-in-use",
            "places/new.yml",
            4,
            "The former id “other” is still the id of places/other.yml; one address cannot be both a "
            "record's page and the way to another.",
        )
    ]
    assert [one[0] for one in found(new="renamed_from: [new]\n")] == ["former-id-in-use"]  # type: ignore[index]


def test_two_records_cannot_claim_one_former_id(found: Callable[..., list[object]]) -> None:
    assert found(one="renamed_from: [old]\n", two="renamed_from: [old]\n") == [
        (
            "former-id-twice",
            "places/two.yml",
            4,
            "The former id “old” is also under renamed_from in places/one.yml; an old address can lead to "
            "one page only.",
        )
    ]


def test_a_reference_to_a_former_id_is_told_the_new_one(found: Callable[..., list[object]]) -> None:
    assert found(new="renamed_from: [ban-kao]\n", other="within: ban-kao\n") == [
        (
            "misspelt-reference",
            "places/other.yml",
            4,
            "There is no record places/ban-kao. Did you mean “new”?",
        )
    ]


def test_former_ids_are_of_one_kind(write_records: Write) -> None:
    place = PLACE.format(name="new", more="renamed_from: [old]\n")
    event = "name: {th: งาน, en: A fair}\nkind: festival\nconfidence: strong\nrenamed_from: [old]\n"
    catalogue = load(write_records({"places/new.yml": place, "events/fair.yml": event})).catalogue
    assert {address: entry.address for address, entry in renamed(catalogue).items()} == {
        "places/old": "places/new",
        "events/old": "events/fair",
    }
    assert list(former_ids.check(catalogue)) == []
