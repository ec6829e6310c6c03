"""Small values: what is taken, what it becomes, and the code of what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from gastro.problems.codes import load_codes
from gastro.records.values import (
    Amount,
    Date,
    Latitude,
    Longitude,
    Month,
    Number,
    Prose,
    Slug,
    Url,
    Whole,
    is_slug,
    parse_amount,
)
from gastro.text.dates import When


def taken(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: object) -> tuple[str, dict[str, object]]:
    """Code of the problem and the values for its wording."""
    with pytest.raises(ValidationError) as caught:
        taken(kind, value)
    [error] = caught.value.errors()
    return error["type"], dict(error.get("ctx", {}))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Prose, "  ขนมตาล ", "ขนมตาล"),
        (Prose, "น\u0e4d้าตาล", "น้ำตาล"),
        (Prose, "no", "no"),
        (Slug, "khanom-tan", "khanom-tan"),
        (Slug, " a1-2b ", "a1-2b"),
        (Slug, "7-eleven", "7-eleven"),
        (Slug, "a" * 80, "a" * 80),
        (Whole, "0", 0),
        (Whole, "12", 12),
        (Whole, "-3", -3),
        (Month, "1", 1),
        (Month, "12", 12),
        (Number, "6225.138", Decimal("6225.138")),
        (Number, "-0.50", Decimal("-0.50")),
        (Number, "337230", Decimal(337230)),
        (Amount, "2", "2"),
        (Amount, "0.5", "0.5"),
        (Amount, "1/2", "1/2"),
        (Amount, " 1   1/2 ", "1 1/2"),
        (Amount, "4-5", "4-5"),
        (Amount, "1/2 - 1 1/2", "1/2 - 1 1/2"),
        (Latitude, "13.112", 13.112),
        (Latitude, "5", 5.0),
        (Latitude, "21", 21.0),
        (Longitude, "99.949", 99.949),
        (Longitude, "97", 97.0),
        (Longitude, "106", 106.0),
        (Url, " https://www.unesco.org/en/creative-cities ", "https://www.unesco.org/en/creative-cities"),
        (Url, "http://example.org:8080/?a=b&c=(d)#e", "http://example.org:8080/?a=b&c=(d)#e"),
        (Url, "https://th.wikipedia.org/wiki/ขนมตาล", "https://th.wikipedia.org/wiki/ขนมตาล"),
        (Date, "2021-07", When.parse("2021-07")),
        (Date, When.parse("2021"), When.parse("2021")),
    ],
)
def test_sound_values_are_taken(kind: Any, value: object, expected: object) -> None:
    assert taken(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (Prose, "", "empty-text"),
        (Prose, " \n ", "empty-text"),
        (Prose, "\u200b\ufeff", "empty-text"),
        (Slug, "", "bad-id"),
        (Slug, "Khanom-tan", "bad-id"),
        (Slug, "khanom tan", "bad-id"),
        (Slug, "khanom_tan", "bad-id"),
        (Slug, "khanom--tan", "bad-id"),
        (Slug, "-tan", "bad-id"),
        (Slug, "tan-", "bad-id"),
        (Slug, "ขนมตาล", "bad-id"),
        (Slug, "../tan", "bad-id"),
        (Slug, "a" * 81, "bad-id"),
        (Whole, "012", "not-a-whole-number"),
        (Whole, "1.0", "not-a-whole-number"),
        (Whole, "1,000", "not-a-whole-number"),
        (Whole, "๒", "not-a-whole-number"),
        (Whole, "+1", "not-a-whole-number"),
        (Whole, "", "not-a-whole-number"),
        (Month, "0", "bad-month"),
        (Month, "13", "bad-month"),
        (Month, "02", "not-a-whole-number"),
        (Month, "Feb", "not-a-whole-number"),
        (Number, "337,230", "not-a-number"),
        (Number, "1e3", "not-a-number"),
        (Number, "NaN", "not-a-number"),
        (Number, ".5", "not-a-number"),
        (Number, "5.", "not-a-number"),
        (Number, "5 kg", "not-a-number"),
        (Amount, "", "bad-amount"),
        (Amount, "2 cups", "bad-amount"),
        (Amount, "-1", "bad-amount"),
        (Amount, "1/0", "bad-amount"),
        (Amount, "5-4", "bad-amount"),
        (Amount, "1/2-2/4", "bad-amount"),
        (Amount, "4-5-6", "bad-amount"),
        (Amount, "4-", "bad-amount"),
        (Amount, "½", "bad-amount"),
        (Latitude, "21.01", "outside-thailand"),
        (Latitude, "99.949", "outside-thailand"),
        (Latitude, "13° 6'", "not-a-number"),
        (Longitude, "96.9", "outside-thailand"),
        (Longitude, "106.1", "outside-thailand"),
        (Url, "www.unesco.org", "bad-address"),
        (Url, "ftp://unesco.org", "bad-address"),
        (Url, "javascript:alert(1)//https://a.b", "bad-address"),
        (Url, "https://localhost", "bad-address"),
        (Url, "https://a.b/c d", "bad-address"),
        (Url, 'https://a.b/"onclick="x', "bad-address"),
        (Url, "https://a.b/<script>", "bad-address"),
        (Date, "July 2021", "bad-date"),
        (Date, "2564", "buddhist-year"),
        (Date, "2021-02-30", "impossible-date"),
        (Date, "2022/2021", "period-backwards"),
    ],
)
def test_other_values_are_refused_by_code(kind: Any, value: str, code: str) -> None:
    assert refused(kind, value)[0] == code
    assert code in load_codes()


@pytest.mark.parametrize("kind", [Prose, Slug, Whole, Month, Number, Amount, Latitude, Url, Date])
@pytest.mark.parametrize(("value", "shape"), [(None, "nothing"), (["a"], "list"), ({"a": "b"}, "map")])
def test_what_is_no_text_is_named_by_its_shape(kind: Any, value: object, shape: str) -> None:
    shown = {"nothing": ("ว่าง", "nothing"), "list": ("รายการ", "a list"), "map": ("ช่องย่อย", "fields")}[shape]
    assert refused(kind, value) == ("expected-text", {"found_th": shown[0], "found_en": shown[1]})


def test_refusals_carry_what_their_wording_needs() -> None:
    assert refused(Slug, " Khanom Tan ")[1] == {"value": "Khanom Tan"}
    assert refused(Month, "13")[1] == {"value": 13}
    assert refused(Latitude, "99.9")[1] == {"value": "99.9", "low": 5, "high": 21}
    assert refused(Date, "2564-07")[1] == {"value": "2564-07", "remedy": "2021-07"}
    assert refused(Date, "2022/2021")[1] == {"value": "2022/2021", "remedy": "2021/2022"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", Fraction(2)),
        ("0.5", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("1 1/2", Fraction(3, 2)),
        ("0", Fraction(0)),
        ("4-5", None),
        ("-1", None),
        ("1/0", None),
        ("", None),
        ("1 1/2 1/2", None),
        ("a", None),
    ],
)
def test_amounts_are_exact_numbers(text: str, number: Fraction | None) -> None:
    assert parse_amount(text) == number


@given(st.integers(0, 999), st.integers(0, 999), st.integers(1, 999))
def test_mixed_numbers_add_up(whole: int, top: int, bottom: int) -> None:
    assert parse_amount(f"{whole} {top}/{bottom}") == whole + Fraction(top, bottom)


@given(st.text(st.sampled_from("0123456789./- aก๒"), max_size=12))
def test_any_text_is_taken_or_refused_by_a_known_code(text: str) -> None:
    for kind in (Slug, Whole, Month, Number, Amount, Latitude, Url, Date, Prose):
        try:
            taken(kind, text)
        except ValidationError as error:
            codes = {found["type"] for found in error.errors()}
            known = codes <= load_codes().keys()
        else:
            known = True
        assert known, (kind, codes)


@given(st.text(st.sampled_from("ab1-"), max_size=90))
def test_slugs_are_words_joined_by_hyphens(text: str) -> None:
    words = text.split("-")
    assert is_slug(text) == (all(words) and len(text) <= 80)
