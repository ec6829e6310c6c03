"""From the tree of a file to a record, or to problems an editor can mend."""

from __future__ import annotations

import difflib
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gastro.problems import Problem, problem
from gastro.reading import Document, locate
from gastro.records.base import Part
from gastro.records.model_fields import fields_at

RecordType = TypeVar("RecordType", bound=Part)

_SHAPES = {
    "tuple_type": "expected-list",
    "list_type": "expected-list",
    "dict_type": "expected-map",
    "model_type": "expected-map",
    "model_attributes_type": "expected-map",
}
_AT_THE_NAME = ("unknown-field", "misspelt-field", "allergens-typed", "missing-field", "missing-language")
_LANGUAGES = {"th": ("ไทย", "Thai"), "en": ("อังกฤษ", "English")}


def validate(model: type[RecordType], document: Document) -> tuple[RecordType | None, list[Problem]]:
    """The record in ``document``, or None with every problem that kept it from being one."""
    if document.root is None:
        return None, []
    try:
        return model.model_validate(document.root.plain()), []
    except ValidationError as error:
        details = _without_echoes(model, error.errors(include_url=False))
        found = {_explain(model, document, detail) for detail in details}
        return None, sorted(found)


def _explain(model: type[Part], document: Document, detail: ErrorDetails) -> Problem:
    path = [step for step in detail["loc"] if step != "[key]"]
    field = ".".join(str(step + 1 if isinstance(step, int) else step) for step in path)
    code, values = _code(model, path, detail)
    assert document.root is not None
    spot = locate(document.root, path, key=code in _AT_THE_NAME)
    return problem(code, document.path, spot, field, **values)


def _code(model: type[Part], path: list[Any], detail: ErrorDetails) -> tuple[str, dict[str, object]]:
    kind = detail["type"]
    last = str(path[-1]) if path else ""
    if kind == "missing":
        if last in _LANGUAGES:
            return "missing-language", _language(last)
        return "missing-field", {"key": last}
    if kind == "extra_forbidden":
        if last == "allergens":
            return "allergens-typed", {}
        known = fields_at(model, path[:-1])
        close = difflib.get_close_matches(last, known, n=1, cutoff=0.6)
        if close:
            return "misspelt-field", {"key": last, "meant": close[0]}
        return "unknown-field", {"key": last, "known": ", ".join(known)}
    if kind in _SHAPES:
        return _SHAPES[kind], {}
    if kind == "literal_error" and isinstance(detail.get("input"), (list, dict)):
        return "expected-text", {"found_th": "รายการหรือช่องย่อย", "found_en": "a list or fields"}
    if kind == "literal_error":
        return _choice(detail)
    nothing = kind == "empty-text" or (kind == "expected-text" and detail.get("input") is None)
    if nothing and last in _LANGUAGES:
        return "missing-language", _language(last)
    return kind, dict(detail.get("ctx", {}))


def _language(key: str) -> dict[str, object]:
    th, en = _LANGUAGES[key]
    return {"language_th": th, "language_en": en, "key": key}


def _choice(detail: ErrorDetails) -> tuple[str, dict[str, object]]:
    given = str(detail.get("input"))
    expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    choices = [choice.strip() for choice in expected.split(",") if choice.strip()]
    close = difflib.get_close_matches(given, choices, n=1, cutoff=0.6)
    shown = ", ".join(choices)
    if close:
        return "misspelt-choice", {"value": given, "meant": close[0], "choices": shown}
    return "not-a-choice", {"value": given, "choices": shown}


def _without_echoes(model: type[Part], details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a field is missing where a misspelling of it stands beside the gap."""
    meant = set()
    for detail in details:
        path = list(detail["loc"])
        if detail["type"] == "extra_forbidden":
            code, values = _code(model, path, detail)
            if code == "misspelt-field":
                meant.add((*path[:-1], values["meant"]))
    return [one for one in details if one["type"] != "missing" or tuple(one["loc"]) not in meant]
