"""The queries of queries.yml: what people type, and what must come back.

Shared by the tests of the search and by ``make search-bench``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from gastro.catalogue import Catalogue

FILE = Path(__file__).with_name("queries.yml")
NOT_WRITTEN = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]")
THAI = re.compile(r"[\u0e01-\u0e5b]")


@dataclass(frozen=True, slots=True)
class Query:
    """One query. ``lang`` is the site it is typed on.

    An answer does if it is one of ``records`` (``kind/id``) or if its Thai name holds one of
    ``want``. ``empty`` is a query that nothing must be found for; where it is false and both
    lists are empty, anything does.
    """

    text: str
    lang: str
    records: frozenset[str] = frozenset()
    want: tuple[str, ...] = ()
    empty: bool = False
    at: int = 1

    def rank(self, answers: Iterable[str], names: Mapping[str, str]) -> int:
        """The place, from 1, of the first answer that does; 0 if none does."""
        return next((place for place, one in enumerate(answers, 1) if self._does(one, names)), 0)

    def met(self, answers: Sequence[str], names: Mapping[str, str]) -> bool:
        """Whether the answers, best first, are what was wanted."""
        if self.empty:
            return not answers
        return 0 < self.rank(answers, names) <= self.at

    def wanted(self) -> str:
        """What must come back, in words for a message."""
        if self.empty:
            return "nothing"
        one_of = sorted(self.records) or [f"a record named …{part}…" for part in self.want] or ["anything"]
        return f"{' or '.join(one_of)} within {self.at}"

    def _does(self, answer: str, names: Mapping[str, str]) -> bool:
        if self.records:
            return answer in self.records
        return not self.want or any(part in names.get(answer, "") for part in self.want)


def queries(file: Path = FILE) -> tuple[Query, ...]:
    """All queries of a file, in its order."""
    return tuple(_query(**one) for one in yaml.safe_load(file.read_text(encoding="utf-8"))["queries"])


def names_of(catalogue: Catalogue) -> dict[str, str]:
    """The Thai name of every record by ``kind/id``, without spaces."""
    return {entry.address: NOT_WRITTEN.sub("", entry.name("th")) for entry in catalogue}


def _query(
    q: str,
    want: Sequence[str] | None = None,
    records: Sequence[str] = (),
    at: int = 1,
    lang: str = "",
) -> Query:
    return Query(
        text=q,
        lang=lang or ("th" if THAI.search(q) else "en"),
        records=frozenset(records),
        want=tuple(want or ()),
        empty=want is None and not records,
        at=at,
    )
