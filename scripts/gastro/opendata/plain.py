"""The words of texts alone: no markup, no citations, figures as their numbers."""

from __future__ import annotations

import re

from gastro.catalogue import Catalogue
from gastro.records.figures import Figure
from gastro.text import markdown

_BLOCKS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t])")
"""Where a paragraph or the item of a list ends and another begins."""


def plain_text(catalogue: Catalogue, text: str) -> str:
    """A text of a record as plain words, a line for each paragraph and item."""

    def number(match: re.Match[str]) -> str:
        return f"{catalogue.record(Figure, 'figures', match[1]).value:,}"

    blocks = (markdown.plain(markdown.FIGURE.sub(number, block)) for block in _BLOCKS.split(text))
    return "\n".join(block for block in blocks if block)


def cited(text: str) -> tuple[str, ...]:
    """Ids of the sources that a text of a record cites."""
    return markdown.read(text).citations
