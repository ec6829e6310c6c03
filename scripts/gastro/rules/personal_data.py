"""Nothing that looks like a private telephone number or e-mail stands in public records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem

_PHONE = re.compile(r"(?<![\d.-])(?<!\d/)(?:\+66[ -]?|0)\d(?:[ -]?\d){7,8}(?![\d-]|\.\d|/\d{1,6}(?!\d))")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_ADDRESSES = {"url", "doi"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        for found in entry.values:
            if not isinstance(found.value, str) or found.path[-1] in _ADDRESSES:
                continue
            if match := _PHONE.search(found.value) or _EMAIL.search(found.value):
                yield entry.problem("personal-data", found.path, near=match[0], value=match[0])
