"""Turns what the YAML parser says into what an editor can act on."""

from __future__ import annotations

import re

import yaml

from gastro.problems import Problem, Spot, problem

_BY_PARSER_WORDS = (
    ("mapping values are not allowed", "colon-in-text"),
    ("found unexpected end of stream", "quote-not-closed"),
    ("found unknown escape character", "backslash"),
    ("did not find expected ',' or ']'", "bracket-not-closed"),
    ("did not find expected ',' or '}'", "bracket-not-closed"),
    ("found character that cannot start any token", "reserved-character"),
    ("could not find expected ':'", "colon-missing"),
    ("did not find expected '-' indicator", "list-indent"),
    ("did not find expected key", "indentation"),
    ("found a tab character", "tab"),
)


def explain(error: yaml.YAMLError, path: str, lines: tuple[str, ...]) -> Problem:
    """The problem that names what the parser stumbled over, at the line to mend."""
    said = str(getattr(error, "problem", None) or error).strip()
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    code = next((code for words, code in _BY_PARSER_WORDS if words in said), "yaml-syntax")
    if code in ("quote-not-closed", "bracket-not-closed", "colon-missing") and start is not None:
        mark = start
    spot = Spot(mark.line + 1, mark.column + 1) if mark is not None else Spot()
    if code == "colon-in-text" and (above := _without_colon(lines, spot.line)):
        code, spot = "colon-missing", above
    if spot.line > len(lines):
        spot = Spot(max(len(lines), 1), 1)
    values: dict[str, object] = {}
    if code == "reserved-character":
        line = lines[spot.line - 1] if lines else ""
        values["character"] = line[spot.column - 1 : spot.column] or "?"
    if code == "yaml-syntax":
        values["said"] = said
    return problem(code, path, spot, "", **values)


def _without_colon(lines: tuple[str, ...], line: int) -> Spot | None:
    """The line above, where it is one word and the line itself is a field below it."""
    if line < 2 or not re.match(r"\s+[\w-]+:(\s|$)", lines[line - 1]):
        return None
    above = re.fullmatch(r"(\s*)[\w-]+\s*", lines[line - 2])
    return Spot(line - 1, len(above[1]) + 1) if above else None
