"""Where records are shown, and how exactly that is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.positions import Position, position_of

HEAD = "name: {{th: {id}, en: {id}}}\nconfidence: strong\nkind: {kind}\n"


def _place(id: str, kind: str, within: str = "", point: str = "") -> tuple[str, str]:
    text = HEAD.format(id=id, kind=kind)
    text += f"within: {within}\n" if within else ""
    text += f"coordinates: {{{point}}}\n" if point else ""
    return f"places/{id}.yml", text


def _producer(id: str, place: str = "", point: str = "") -> tuple[str, str]:
    text = HEAD.format(id=id, kind="shop") + "status: active\n"
    text += f"place: {place}\n" if place else ""
    text += f"coordinates: {{{point}}}\n" if point else ""
    return f"producers/{id}.yml", text


RECORDS = dict(
    [
        _place("province", "province"),
        _place("district", "district", "province", "lat: 13.2, lon: 99.9, exactness: district-point"),
        _place("bare-district", "district", "province"),
        _place("other-district", "district", "province", "lat: 12.7, lon: 99.8, exactness: tambon-point"),
        _place("tambon", "tambon", "district", "lat: 13.1, lon: 99.95, exactness: tambon-point"),
        _place("bare-tambon", "tambon", "district"),
        _place("village", "village", "tambon"),
        _place("palace", "palace", "village", "lat: 13.11, lon: 99.93, exactness: approximate"),
        _place("gate", "landmark", "province", "lat: 13.5, lon: 99.5, exactness: exact"),
        _place("market", "market", "tambon", "lat: 13.1, lon: 99.95, exactness: tambon-point"),
        _place("stray-market", "market", "", "lat: 13.0, lon: 99.7, exactness: tambon-point"),
        _place("round", "landmark", "about"),
        _place("about", "landmark", "round"),
        _producer("in-village", "village"),
        _producer("in-palace", "palace"),
        _producer("at-gate", "gate"),
        _producer("in-market", "market"),
        _producer("in-stray-market", "stray-market"),
        _producer("in-bare-tambon", "bare-tambon"),
        _producer("in-bare-district", "bare-district"),
        _producer("in-province", "province"),
        _producer("exact", "village", "lat: 13.3, lon: 99.99, exactness: exact"),
        _producer("nowhere"),
        _producer("going-round", "round"),
    ]
)
DISTRICT = Position(13.2, 99.9, "district", "district")
TAMBON = Position(13.1, 99.95, "tambon", "tambon")


@pytest.fixture
def catalogue(catalogue_of: Callable[[Mapping[str, str]], Catalogue]) -> Catalogue:
    return catalogue_of(RECORDS)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("places/province", None),
        ("places/district", DISTRICT),
        ("places/bare-district", None),
        ("places/other-district", Position(12.7, 99.8, "district", "other-district")),
        ("places/tambon", TAMBON),
        ("places/bare-tambon", DISTRICT),
        ("places/village", TAMBON),
        ("places/palace", Position(13.11, 99.93, "approximate")),
        ("places/gate", Position(13.5, 99.5, "exact")),
        ("places/market", TAMBON),
        ("places/stray-market", Position(13.0, 99.7, "tambon")),
        ("places/round", None),
        ("producers/in-village", TAMBON),
        ("producers/in-palace", Position(13.11, 99.93, "approximate", "palace")),
        ("producers/at-gate", Position(13.5, 99.5, "approximate", "gate")),
        ("producers/in-market", TAMBON),
        ("producers/in-stray-market", Position(13.0, 99.7, "tambon")),
        ("producers/in-bare-tambon", DISTRICT),
        ("producers/in-bare-district", None),
        ("producers/in-province", None),
        ("producers/exact", Position(13.3, 99.99, "exact")),
        ("producers/nowhere", None),
        ("producers/going-round", None),
    ],
)
def test_position(address: str, expected: Position | None, catalogue: Catalogue) -> None:
    assert position_of(catalogue, catalogue.at(address)) == expected
