"""Problems shown to people, to GitHub and to programs."""

from __future__ import annotations

import json

import pytest

from gastro.problems import Problem, Spot, problem
from gastro.problems.report import as_text, report

PATH = "desserts/khanom-tan.yml"
LINES = {PATH: ("name: x", "season: [2, 13]")}


def bad_month(line: int = 2, column: int = 13, field: str = "season.2", path: str = PATH) -> Problem:
    return problem("bad-month", path, Spot(line, column), field, value=13)


def caret_under(line: str, column: int) -> tuple[str, str]:
    """The excerpt and the caret line of a problem at this column, without the margin."""
    _, _, _, shown, caret, *_ = as_text(bad_month(1, column), (line,), "").split("\n")
    assert (shown[:6], caret[:6]) == ("  1 | ", "    | ")
    return shown[6:], caret[6:]


def test_people_see_where_what_and_how_to_mend_it() -> None:
    assert report([bad_month()], LINES, "text", "content/") == (
        "content/desserts/khanom-tan.yml:2:13  bad-month  (season.2)\n"
        "  13 ไม่ใช่เดือน (1 ถึง 12)\n"
        "  13 is not a month (1 to 12).\n"
        "  2 | season: [2, 13]\n"
        "    |             ^\n"
        "  → ใช้เลขเดือน 1 (มกราคม) ถึง 12 (ธันวาคม)\n"
        "  → Use the number of the month, 1 (January) to 12 (December)."
    )


def test_without_field_and_lines_the_rest_is_said() -> None:
    one = problem("file-empty", PATH, Spot())
    assert report([one], {}, "text", "") == (
        "desserts/khanom-tan.yml:1:1  file-empty\n"
        "  ไฟล์นี้ไม่มีข้อมูล\n"
        "  This file holds nothing.\n"
        "  → ใส่ข้อมูลอย่างน้อยช่อง name และ confidence หรือลบไฟล์\n"
        "  → Fill in at least name and confidence, or delete the file."
    )


def test_a_line_that_is_not_there_is_left_out() -> None:
    assert "|" not in as_text(bad_month(line=3), LINES[PATH], "")
    assert "2 | season" in as_text(bad_month(line=2), LINES[PATH], "")


def test_problems_are_set_apart_by_an_empty_line() -> None:
    shown = report([bad_month(), bad_month()], LINES, "text", "content")
    assert shown.split("\n\n") == [report([bad_month()], LINES, "text", "content")] * 2


@pytest.mark.parametrize(
    ("line", "column", "width"),
    [
        ("th: x", 1, 0),
        ("th: x", 5, 4),
        ("th: กา@", 7, 6),
        ("th: กี่@", 8, 5),
        ("th: ปู่ย่า@", 11, 7),
        ("th: น้ำ@", 8, 6),
        ("th: 湯@", 6, 6),
        ("th: x", 6, 5),
    ],
)
def test_the_caret_stands_under_the_column_whatever_stands_before(line: str, column: int, width: int) -> None:
    assert caret_under(line, column) == (line, " " * width + "^")


def test_invisible_characters_of_a_line_are_shown_as_spaces() -> None:
    assert caret_under("a:\t\x07b\x1b[2J", 4) == ("a:  b [2J", "   ^")


def test_a_long_line_is_cut_round_the_column() -> None:
    line = "a" * 60 + "b" * 60 + "@" + "c" * 200
    assert caret_under(line, 121) == ("b" * 50 + "@" + "c" * 49, " " * 50 + "^")
    assert caret_under(line, 1) == ("a" * 60 + "b" * 40, "^")


def test_github_is_told_file_line_and_both_languages() -> None:
    assert report([bad_month(), bad_month(field="")], LINES, "github", "content") == (
        "::error file=content/desserts/khanom-tan.yml,line=2,col=13,title=bad-month season.2::"
        "13 ไม่ใช่เดือน (1 ถึง 12)%0A13 is not a month (1 to 12).%0A"
        "→ ใช้เลขเดือน 1 (มกราคม) ถึง 12 (ธันวาคม)%0A"
        "→ Use the number of the month, 1 (January) to 12 (December).\n"
        "::error file=content/desserts/khanom-tan.yml,line=2,col=13,title=bad-month::"
        "13 ไม่ใช่เดือน (1 ถึง 12)%0A13 is not a month (1 to 12).%0A"
        "→ ใช้เลขเดือน 1 (มกราคม) ถึง 12 (ธันวาคม)%0A"
        "→ Use the number of the month, 1 (January) to 12 (December)."
    )


def test_what_a_file_holds_gives_github_no_commands() -> None:
    evil = "x\r\n::add-mask::y%0A::z"
    one = problem("bad-id", f"a,b:{evil}.yml", Spot(), f"f:{evil}", value=evil)
    shown = report([one], {}, "github", "")
    assert "\n" not in shown
    assert "\r" not in shown
    place, _, words = shown.removeprefix("::error ").partition("::")
    mark = "x%0D%0A%3A%3Aadd-mask%3A%3Ay%250A%3A%3Az"
    assert place == f"file=a%2Cb%3A{mark}.yml,line=1,col=1,title=bad-id f%3A{mark}"
    assert "“x%0D%0A::add-mask::y%250A::z” cannot be an id" in words


def test_programs_get_objects_in_order() -> None:
    shown = report([bad_month(), problem("file-empty", "a.yml", Spot())], LINES, "json", "content")
    assert "\\u" not in shown
    first, second = json.loads(shown)
    assert first == {
        "code": "bad-month",
        "file": "content/desserts/khanom-tan.yml",
        "line": 2,
        "column": 13,
        "field": "season.2",
        "message": {"th": "13 ไม่ใช่เดือน (1 ถึง 12)", "en": "13 is not a month (1 to 12)."},
        "hint": {
            "th": "ใช้เลขเดือน 1 (มกราคม) ถึง 12 (ธันวาคม)",
            "en": "Use the number of the month, 1 (January) to 12 (December).",
        },
    }
    assert (second["code"], second["file"], second["field"]) == ("file-empty", "content/a.yml", "")


def test_no_problem_is_nothing_to_say() -> None:
    assert [report([], {}, form, "content") for form in ("text", "github", "json")] == ["", "", "[]"]


def test_problems_sort_by_file_line_and_column() -> None:
    late, early, other = bad_month(9, 1), bad_month(2, 30), bad_month(1, 1, path="events/a.yml")
    assert sorted([other, late, early]) == [early, late, other]


def test_long_values_are_cut() -> None:
    one = problem("bad-id", PATH, Spot(), value="x" * 500)
    assert one.message.en == f"“{'x' * 119}…” cannot be an id: only a–z, 0–9 and hyphens, at most 80."


def test_a_placeholder_in_a_value_is_only_text() -> None:
    one = problem("bad-id", PATH, Spot(), value="{field} {0} {{x}}")
    assert one.message.en.startswith("“{field} {0} {{x}}” cannot")


@pytest.mark.parametrize(("code", "missing"), [("no-such-code", "no-such-code"), ("bad-id", "value")])
def test_faults_of_our_own_are_loud(code: str, missing: str) -> None:
    with pytest.raises(KeyError, match=missing):
        problem(code, PATH, Spot())
