"""Dates: as exact as their source, stored once, shown as พ.ศ. in Thai and CE in English."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.problems.codes import load_codes
from gastro.text.dates import DateError, Lang, Point, When, month_name, show_date, show_months, show_year


def outcome(text: str) -> When | DateError:
    """The date in a text, or why there is none."""
    try:
        return When.parse(text)
    except DateError as error:
        return error


def problem_of(text: str) -> tuple[str, str, str]:
    """Code, text and remedy of what is wrong with a text."""
    error = outcome(text)
    assert isinstance(error, DateError), f"{text!r} was read as {error}"
    return error.code, str(error), error.remedy


@st.composite
def points(draw: st.DrawFn) -> Point:
    year = draw(st.integers(1000, 2100))
    month = draw(st.integers(0, 12))
    day = draw(st.integers(0, calendar.monthrange(year, month)[1])) if month else 0
    return Point(year, month, day)


@st.composite
def whens(draw: st.DrawFn) -> When:
    start, end = draw(points()), draw(points())
    return When(start, end) if start.first_day <= end.last_day else When(end, start)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-07", date(2021, 7, 1), date(2021, 7, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-07-05", date(2021, 7, 5), date(2021, 7, 5)),
        ("2022-02-18/2022-02-27", date(2022, 2, 18), date(2022, 2, 27)),
        ("2021/2023", date(2021, 1, 1), date(2023, 12, 31)),
        ("2021-07/2022", date(2021, 7, 1), date(2022, 12, 31)),
        ("1000", date(1000, 1, 1), date(1000, 12, 31)),
        ("2100-12-31", date(2100, 12, 31), date(2100, 12, 31)),
    ],
)
def test_a_date_spans_what_its_source_leaves_open(text: str, first: date, last: date) -> None:
    when = When.parse(text)
    assert (when.start.first_day, when.end.last_day) == (first, last)
    assert str(when) == text


def test_spaces_around_and_a_period_of_one_date_are_tidied() -> None:
    assert str(When.parse(" 2021-07 ")) == "2021-07"
    assert str(When.parse("2021 / 2022")) == "2021/2022"
    assert str(When.parse("2021-07-05/2021-07-05")) == "2021-07-05"
    assert not When.parse("2021/2021").is_period
    assert When.parse("2021/2022").is_period


@pytest.mark.parametrize(
    "text",
    ["", "/", "2021/", "/2021", "2021//2022", "2021/2022/2023", "2021-07-05/07", "2021-", "-2021"],
)
def test_half_a_period_is_no_date(text: str) -> None:
    assert problem_of(text) == ("bad-date", text, "")


@pytest.mark.parametrize(
    "text",
    [
        "2021-7",
        "21",
        "20210705",
        "5/7/2021",
        "2021-07-05T00:00",
        "2021.07",
        "July 2021",
        "พ.ศ. 2564",
        "2021–2022",
    ],
)
def test_other_forms_are_no_date(text: str) -> None:
    assert problem_of(text) == ("bad-date", text, "")


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-29",
        "1900-02-29",
        "2021-04-31",
        "2021-00",
        "2021-00-05",
        "2021-13",
        "2021-01-00",
        "2021-01-32",
    ],
)
def test_days_that_never_were_are_impossible(text: str) -> None:
    assert problem_of(text) == ("impossible-date", text, "")


@pytest.mark.parametrize("text", ["0999", "0000", "2701", "9999", "2021/2021-13", "2021-02-30/2022"])
def test_years_and_ends_of_periods_are_checked_too(text: str) -> None:
    assert problem_of(text) == ("impossible-date", text, "")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2400", "1857"),
        ("2564", "2021"),
        ("2700", "2157"),
        ("2564-07", "2021-07"),
        ("2564-07-05", "2021-07-05"),
        ("2564-07-05/2564-07-06", "2021-07-05/2021-07-06"),
        ("2564/2566", "2021/2023"),
    ],
)
def test_a_buddhist_year_comes_with_its_common_year(text: str, remedy: str) -> None:
    assert problem_of(text) == ("buddhist-year", text, remedy)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2022-02-27/2022-02-18", "2022-02-18/2022-02-27"),
        ("2022/2021", "2021/2022"),
        ("2022-02/2022-01-31", "2022-01-31/2022-02"),
    ],
)
def test_a_period_that_runs_backwards_is_turned_round(text: str, remedy: str) -> None:
    assert problem_of(text) == ("period-backwards", text, remedy)
    assert str(When.parse(remedy)) == remedy


@given(whens())
def test_what_is_written_is_read_back(when: When) -> None:
    assert When.parse(str(when)) == (when if when.is_period else When(when.start, when.start))


@given(st.text(st.sampled_from("0123456789-/ 25ก"), max_size=24))
def test_any_text_is_a_date_or_a_known_problem(text: str) -> None:
    read = outcome(text)
    if isinstance(read, DateError):
        assert (read.code in load_codes(), str(read)) == (True, text)
    else:
        assert When.parse(str(read)) == read
        assert read.start.first_day <= read.end.last_day


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        ("2021", "พ.ศ. 2564", "2021"),
        ("2021-07", "กรกฎาคม พ.ศ. 2564", "July 2021"),
        ("2021-07-05", "5 กรกฎาคม พ.ศ. 2564", "5 July 2021"),
        ("2022-02-18/2022-02-27", "18–27 กุมภาพันธ์ พ.ศ. 2565", "18–27 February 2022"),
        ("2022-02-27/2022-03-02", "27 กุมภาพันธ์ – 2 มีนาคม พ.ศ. 2565", "27 February – 2 March 2022"),
        ("2022-02/2022-04", "กุมภาพันธ์ – เมษายน พ.ศ. 2565", "February – April 2022"),
        ("2022-02-18/2022-04", "18 กุมภาพันธ์ – เมษายน พ.ศ. 2565", "18 February – April 2022"),
        ("2022-02-18/2022-02", "18 กุมภาพันธ์ – กุมภาพันธ์ พ.ศ. 2565", "18 February – February 2022"),
        ("2022-02/2022", "กุมภาพันธ์ พ.ศ. 2565 – พ.ศ. 2565", "February 2022 – 2022"),
        ("2021/2023", "พ.ศ. 2564 – พ.ศ. 2566", "2021 – 2023"),
        (
            "2021-12-31/2022-01-01",
            "31 ธันวาคม พ.ศ. 2564 – 1 มกราคม พ.ศ. 2565",
            "31 December 2021 – 1 January 2022",
        ),
    ],
)
def test_dates_for_reading(text: str, th: str, en: str) -> None:
    assert (show_date(When.parse(text), "th"), show_date(When.parse(text), "en")) == (th, en)


def test_years_and_months_for_reading() -> None:
    assert (show_year(2021, "th"), show_year(2021, "en")) == ("พ.ศ. 2564", "2021")
    assert (month_name(10, "th"), month_name(10, "th", short=True)) == ("ตุลาคม", "ต.ค.")
    assert (month_name(10, "en"), month_name(10, "en", short=True)) == ("October", "Oct")


@pytest.mark.parametrize(
    ("months", "th", "en"),
    [
        ((), "", ""),
        ((4,), "เมษายน", "April"),
        ((1, 3), "มกราคม, มีนาคม", "January, March"),
        ((2, 3, 4), "กุมภาพันธ์–เมษายน", "February–April"),
        ((4, 2, 3, 2), "กุมภาพันธ์–เมษายน", "February–April"),
        ((12, 1), "ธันวาคม–มกราคม", "December–January"),
        ((10, 11, 12, 1, 2, 3, 4, 5), "ตุลาคม–พฤษภาคม", "October–May"),
        ((1, 6, 11, 12), "มิถุนายน, พฤศจิกายน–มกราคม", "June, November–January"),
        (tuple(range(1, 12)), "มกราคม–พฤศจิกายน", "January–November"),
        (tuple(range(1, 13)), "ตลอดปี", "all year"),
    ],
)
def test_months_for_reading(months: tuple[int, ...], th: str, en: str) -> None:
    assert (show_months(months, "th"), show_months(months, "en")) == (th, en)


@given(st.sets(st.integers(1, 12), min_size=1, max_size=11), st.sampled_from(["th", "en"]))
def test_runs_of_months_hold_every_month_once(months: set[int], lang: Lang) -> None:
    numbers = {month_name(number, lang): number for number in range(1, 13)}
    held = []
    for run in show_months(tuple(months), lang).split(", "):
        first, _, last = run.partition("–")
        month, end = numbers[first], numbers[last or first]
        held.append(month)
        while month != end:
            month = month % 12 + 1
            held.append(month)
    assert sorted(held) == sorted(months)
