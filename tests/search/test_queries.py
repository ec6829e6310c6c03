"""The queries of the search tests ask for what the records hold."""

from __future__ import annotations

from collections import Counter

import pytest

from gastro.records.kinds import PUBLIC_KINDS
from tests.builds import project_records
from tests.search.golden import THAI, Query, names_of, queries

PAGES = {"pages/criteria"}
"""Pages of no record that a query may want."""


def test_every_record_wanted_has_a_page_to_be_found_on() -> None:
    catalogue = project_records().catalogue
    public = {entry.address for kind in PUBLIC_KINDS for entry in catalogue.of(kind.name)}
    public |= {entry.address for entry in catalogue.of("vocabulary")} | PAGES
    wanted = {(query.text, record) for query in queries() for record in query.records}
    assert [pair for pair in sorted(wanted) if pair[1] not in public] == []


def test_every_name_wanted_is_one() -> None:
    names = names_of(project_records().catalogue).values()
    held = [query for query in queries() if query.want]
    assert [
        query.text for query in held if not any(part in name for part in query.want for name in names)
    ] == []


def test_no_query_is_asked_twice_on_one_site() -> None:
    times = Counter((query.lang, query.text) for query in queries())
    assert [pair for pair, count in times.items() if count > 1] == []


def test_there_are_enough_of_every_sort() -> None:
    sorts = Counter((query.lang, bool(THAI.search(query.text))) for query in queries())
    assert sorts["th", True] >= 60
    assert sorts["en", False] >= 60
    assert sorts["th", False] >= 15
    assert sorts["en", True] >= 15
    assert sum(query.empty for query in queries()) >= 3


@pytest.mark.parametrize(
    ("query", "answers", "rank", "met"),
    [
        (Query("x", "th", records=frozenset({"a/b"})), ["a/b"], 1, True),
        (Query("x", "th", records=frozenset({"a/b"})), ["a/c", "a/b"], 2, False),
        (Query("x", "th", records=frozenset({"a/b"}), at=2), ["a/c", "a/b"], 2, True),
        (Query("x", "th", records=frozenset({"a/b"})), [], 0, False),
        (Query("x", "th", want=("ตาล",)), ["a/tan"], 1, True),
        (Query("x", "th", want=("ตาล",)), ["a/b"], 0, False),
        (Query("x", "th"), ["a/b"], 1, True),
        (Query("x", "th"), [], 0, False),
        (Query("x", "th", empty=True), [], 0, True),
        (Query("x", "th", empty=True), ["a/b"], 1, False),
    ],
)
def test_answers_are_judged(query: Query, answers: list[str], rank: int, met: bool) -> None:
    names = {"a/tan": "ขนมตาล", "a/b": "ขนม"}
    assert query.rank(answers, names) == rank
    assert query.met(answers, names) is met
