"""Where a page of a record stands on the web, and the links that pass it on.

The links are whole without a script and ask nobody for anything before they are followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from gastro.catalogue import Catalogue
from gastro.pictures.codes import Code
from gastro.text.dates import LANGUAGES, Lang

WITH_CODES = (
    "desserts",
    "recipes",
    "ingredients",
    "producers",
    "places",
    "routes",
    "stories",
    "events",
    "outcomes",
)
"""Kinds that people meet at a market: their records have QR codes."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """The absolute address of a page, the links that share it, and its code below ``assets/``, if any."""

    address: str
    line: str
    facebook: str
    code: str = ""


def page_address(site_url: str, lang: Lang, address: str) -> str:
    """The absolute address of a record's page (``kind/id``) in a language."""
    return f"{site_url.rstrip('/')}/{'' if lang == 'th' else 'en/'}{address}/"


def sharing(site_url: str, lang: Lang, address: str) -> Sharing:
    """What the share bar of a record's page needs."""
    whole = page_address(site_url, lang, address)
    passed = quote(whole, safe="")
    return Sharing(
        whole,
        f"https://social-plugins.line.me/lineit/share?url={passed}",
        f"https://www.facebook.com/sharer/sharer.php?u={passed}",
        f"codes/{lang}/{address}" if address.partition("/")[0] in WITH_CODES else "",
    )


def codes(catalogue: Catalogue, site_url: str) -> Iterator[Code]:
    """The codes of all records that have one, in both languages."""
    for lang in LANGUAGES:
        for kind in WITH_CODES:
            for entry in catalogue.of(kind):
                yield Code(
                    f"assets/codes/{lang}/{entry.address}", page_address(site_url, lang, entry.address)
                )
