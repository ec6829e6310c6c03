"""Every source is cited somewhere, and stands only once."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue, Entry
from gastro.problems import Problem
from gastro.records.sources import Source


def check(catalogue: Catalogue) -> Iterator[Problem]:
    seen: dict[str, Entry] = {}
    unread = "\n".join(line for document in catalogue.unread.values() for line in document.lines)
    for entry in catalogue.of("sources"):
        if entry.address not in catalogue.mentions and entry.id not in unread:
            yield entry.problem("unused-source", ("title",), key=True)
        assert isinstance(entry.record, Source)
        if entry.record.url is not None:
            other = seen.setdefault(entry.record.url.rstrip("/"), entry)
            if other is not entry:
                yield entry.problem("duplicate-address", ("url",), other=f"{other.address}.yml")
