"""What a route must keep to, one rule at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.rules import run
from gastro.rules.routes import check

Write = Callable[[Mapping[str, str]], Path]
ROUTE = """\
name: {th: เส้นทาง, en: A route}
confidence: strong
stops:
"""
SHOP = """\
name: {{th: ร้าน, en: A shop}}
kind: shop
confidence: strong
status: {status}
"""
PLACE = "name: {th: วัด, en: A temple}\nkind: temple\nconfidence: strong\n"


@pytest.fixture
def found(write_records: Write) -> Callable[..., list[tuple[str, int, str]]]:
    """Codes, lines and fields of the problems of a route with these stops."""

    def problems(stops: str, status: str = "active") -> list[tuple[str, int, str]]:
        content = write_records(
            {
                "routes/trial.yml": ROUTE + stops,
                "producers/shop.yml": SHOP.format(status=status),
                "places/temple.yml": PLACE,
            }
        )
        return [(one.code, one.line, one.field) for one in check(load(content).catalogue)]

    return problems


def test_a_route_of_a_place_and_a_producer_is_sound(found: Callable[..., list[object]]) -> None:
    assert found("  - {id: a, place: temple}\n  - {id: b, producer: shop}\n") == []


def test_one_stop_is_no_route(found: Callable[..., list[object]]) -> None:
    assert found("  - {id: a, place: temple}\n") == [("route-too-short", 3, "stops")]


def test_a_stop_is_at_one_record(found: Callable[..., list[object]]) -> None:
    both = "  - {id: a, place: temple}\n  - {id: b, place: temple, producer: shop}\n  - {id: c}\n"
    assert found(both) == [("stop-unclear", 5, "stops.2"), ("stop-unclear", 6, "stops.3")]


def test_a_stop_is_not_at_a_producer_that_closed(found: Callable[..., list[object]]) -> None:
    stops = "  - {id: a, place: temple}\n  - id: b\n    producer: shop\n"
    assert found(stops, "unconfirmed") == []
    assert found(stops, "closed") == [("stop-closed", 6, "stops.2.producer")]


def test_a_stop_that_does_not_exist_is_told_once(write_records: Write) -> None:
    stops = "  - {id: a, place: temple}\n  - {id: b, producer: nowhere}\n"
    loaded = load(write_records({"routes/trial.yml": ROUTE + stops, "places/temple.yml": PLACE}))
    codes = [one.code for one in run(loaded) if one.path == "routes/trial.yml" and one.line == 5]
    assert codes == ["unknown-reference"]
