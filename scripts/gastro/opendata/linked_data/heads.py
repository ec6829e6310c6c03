"""What pages without a record say of themselves, from the front matter of their Markdown."""

from __future__ import annotations

from typing import Any

import yaml

from gastro.opendata.linked_data.describe import TELLING
from gastro.opendata.linked_data.pages import Head
from gastro.pages import Pages

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def heads(pages: Pages) -> dict[str, Head]:
    """The heads of all pages but those of records, by path; Markdown without a title has none."""
    found = {path: _head(text) for path, text in pages.items() if not _is_record(path)}
    return {path: head for path, head in found.items() if head.title}


def _is_record(path: str) -> bool:
    _, kind, *rest = path.split("/")
    return kind in TELLING and rest != ["index.md"]


def _head(text: str) -> Head:
    opening, _, rest = text.partition("---\n")
    front, end, _ = rest.partition("\n---")
    meta = yaml.load(front, Loader=_Loader) if end and not opening.strip() else None  # noqa: S506 - a safe loader
    values = meta if isinstance(meta, dict) else {}
    return Head(*(str(values.get(name) or "") for name in ("title", "description", "card")))
