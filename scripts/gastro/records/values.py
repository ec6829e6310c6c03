"""The small values records are made of: ids, numbers, dates, amounts, addresses.

The reader hands every value over as the text that was written. The types here decide what
it means; what they refuse they name by the code of the problem.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetPydanticSchema, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from gastro.records.markers import Reference, Term
from gastro.text.dates import DateError, When
from gastro.text.thai import normalise

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SLUG = re.compile(SLUG_PATTERN)
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
_AMOUNT = re.compile(r"(?:(?P<whole>[0-9]{1,9}) )?(?P<top>[0-9]{1,9})/(?P<bottom>[1-9][0-9]{0,8})")
_URL = re.compile(r"https?://[^\s<>\"'`{}|\\^\[\]]+\.[^\s<>\"'`{}|\\^\[\]]+")


def refuse(code: str, **values: object) -> PydanticCustomError:
    """An error that carries the code of a problem and the values for its wording."""
    return PydanticCustomError(code, code, values)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    shapes: dict[type, tuple[str, str]] = {list: ("รายการ", "a list"), dict: ("ช่องย่อย", "fields")}
    th, en = shapes.get(type(value), ("ว่าง", "nothing"))
    raise refuse("expected-text", found_th=th, found_en=en)


def _filled(value: object) -> str:
    text = normalise(_text(value)).strip()
    if not text:
        raise refuse("empty-text")
    return text


def is_slug(text: str) -> bool:
    """Whether the text can be an id: a-z, 0-9 and hyphens, at most 80."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= 80


def _slug(value: object) -> str:
    text = _text(value).strip()
    if not is_slug(text):
        raise refuse("bad-id", value=text)
    return text


def _whole(value: object) -> int:
    text = _text(value).strip()
    if not _WHOLE.fullmatch(text):
        raise refuse("not-a-whole-number", value=text)
    return int(text)


def _decimal(value: object) -> Decimal:
    text = _text(value).strip()
    if not _DECIMAL.fullmatch(text):
        raise refuse("not-a-number", value=text)
    try:
        return Decimal(text)
    except InvalidOperation as error:  # pragma: no cover - the pattern admits only numbers
        raise refuse("not-a-number", value=text) from error


def _when(value: object) -> When:
    if isinstance(value, When):
        return value
    try:
        return When.parse(_text(value))
    except DateError as error:
        raise refuse(error.code, value=str(error), remedy=error.remedy) from error


def parse_amount(text: str) -> Fraction | None:
    """The number in ``2``, ``0.5``, ``1/2`` or ``1 1/2``; None where it is none of them."""
    if match := _AMOUNT.fullmatch(text):
        return int(match["whole"] or 0) + Fraction(int(match["top"]), int(match["bottom"]))
    return Fraction(text) if _DECIMAL.fullmatch(text) and not text.startswith("-") else None


def _amount(value: object) -> str:
    text = re.sub(r"\s+", " ", _text(value).strip())
    first, dash, last = text.partition("-")
    parts = [parse_amount(part.strip()) for part in ((first, last) if dash else (first,))]
    if None in parts or (dash and parts[0] >= parts[1]):  # type: ignore[operator]
        raise refuse("bad-amount", value=text)
    return text


def _degrees(low: int, high: int) -> Any:
    def check(value: object) -> float:
        degrees = _decimal(value)
        if not low <= degrees <= high:
            raise refuse("outside-thailand", value=str(value), low=low, high=high)
        return float(degrees)

    return BeforeValidator(check)


def _url(value: object) -> str:
    text = _text(value).strip()
    if not _URL.fullmatch(text):
        raise refuse("bad-address", value=text)
    return text


def _month(value: int) -> int:
    if not 1 <= value <= 12:
        raise refuse("bad-month", value=value)
    return value


def _either(*types: str) -> WithJsonSchema:
    return WithJsonSchema({"type": list(types)})


Prose = Annotated[str, BeforeValidator(_filled)]
Slug = Annotated[str, BeforeValidator(_slug), WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN})]
Whole = Annotated[int, BeforeValidator(_whole)]
Month = Annotated[int, BeforeValidator(_whole), AfterValidator(_month)]
Number = Annotated[
    Decimal, BeforeValidator(_decimal), PlainSerializer(str, return_type=str), _either("number", "string")
]
Amount = Annotated[str, BeforeValidator(_amount), _either("number", "string")]
Latitude = Annotated[float, _degrees(5, 21), _either("number")]
Longitude = Annotated[float, _degrees(97, 106), _either("number")]
Url = Annotated[str, BeforeValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]


def _when_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    return core_schema.no_info_plain_validator_function(
        _when, serialization=core_schema.to_string_ser_schema()
    )


Date = Annotated[When, GetPydanticSchema(_when_schema), _either("string", "integer")]
"""A date as exact as its source; see gastro.text.dates."""

DessertId = Annotated[Slug, Reference("desserts")]
RecipeId = Annotated[Slug, Reference("recipes")]
IngredientId = Annotated[Slug, Reference("ingredients")]
ProducerId = Annotated[Slug, Reference("producers")]
OutcomeId = Annotated[Slug, Reference("outcomes")]
PlaceId = Annotated[Slug, Reference("places")]
OrganisationId = Annotated[Slug, Reference("organisations")]
EventId = Annotated[Slug, Reference("events")]
SourceId = Annotated[Slug, Reference("sources")]
FigureId = Annotated[Slug, Reference("figures")]
PhotoId = Annotated[Slug, Reference("photos")]

Category = Annotated[Slug, Term("categories")]
Criterion = Annotated[Slug, Term("criteria")]
Goal = Annotated[Slug, Term("goals")]
Technique = Annotated[Slug, Term("techniques")]
Unit = Annotated[Slug, Term("units")]
Allergen = Annotated[Slug, Term("allergens")]
