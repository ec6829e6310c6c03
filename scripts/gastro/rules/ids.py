"""An id given in a file equals the file's name; ids inside a record are used once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem
from gastro.records.model_fields import item_name


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        given = getattr(entry.record, "id", None)
        if given is not None and given != entry.id:
            yield entry.problem("id-differs", ("id",), value=given, expected=entry.id)
        for found in entry.values:
            if not isinstance(found.value, tuple):
                continue
            names = Counter(item_name(item, number) for number, item in enumerate(found.value, start=1))
            for name, times in names.items():
                if times > 1:
                    yield entry.problem("repeated-id", found.path, key=True, value=name)
