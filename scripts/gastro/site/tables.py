"""Tables written in Markdown stand in a region that scrolls, so that a wide one does not widen the page.

A script makes the region reachable by keyboard where it does overflow. Tables written as
HTML bring their own region.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

REGION = "scrolls"
_AFTER_INLINE = 15
"""Run once tables hold their final content, before what was stashed is put back."""


class _Regions(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table" and REGION not in parent.get("class", "").split():
                    region = etree.Element("div", {"class": REGION})
                    region.tail, child.tail = child.tail, None
                    region.append(child)
                    parent[place] = region


class TableRegions(Extension):
    """Puts every table into a region of its own."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register with a converter."""
        md.treeprocessors.register(_Regions(md), "table-regions", _AFTER_INLINE)


def with_regions(extensions: list[Any]) -> list[Any]:
    """Extensions of a converter, this one among them once."""
    others = [one for one in extensions if not isinstance(one, TableRegions)]
    return [*others, TableRegions()]
