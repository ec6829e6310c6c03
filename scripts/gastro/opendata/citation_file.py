"""CITATION.cff: how to cite the whole, with the version of these very data filled in.

The file at the root of the project says what never changes; what depends on the build is added.
"""

from __future__ import annotations

from typing import Any

import yaml

from gastro.opendata.changelog import days
from gastro.opendata.making import Making

NAME = "CITATION.cff"


def citation_file(making: Making, base: str) -> bytes:
    """The citation of the data; ``base`` is the text of the project's own file."""
    found: dict[str, Any] = yaml.safe_load(base)
    found["version"] = making.version
    found["url"] = making.file("data/")
    if making.repository:
        found["repository-code"] = making.repository
    if newest := days(making):
        found["date-released"] = newest[0]["date"]
    return yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=100).encode("utf-8")
