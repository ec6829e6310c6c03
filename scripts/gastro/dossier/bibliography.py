"""The sources of a document, numbered in the order in which it cites them."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from gastro.catalogue import Catalogue
from gastro.dossier.document import ListBlock, Run, Runs
from gastro.dossier.wording import Citing
from gastro.records.sources import Source
from gastro.text.dates import Lang, show_date
from gastro.text.thai import has_thai

_LETTERS = re.compile(r"(?:%E0%B[89]%[89AB][0-9A-F])+", re.IGNORECASE)
"""Thai letters in UTF-8, as an address holds them."""


def bibliography(catalogue: Catalogue, citing: Citing, lang: Lang) -> ListBlock:
    """Every source cited so far; notes point at ``source-<id>``."""
    ids = sorted(citing.numbers, key=citing.numbers.__getitem__)
    items = tuple(described(catalogue.record(Source, "sources", id), lang) for id in ids)
    return ListBlock(items, ordered=True, anchors=tuple(f"source-{id}" for id in ids))


def described(source: Source, lang: Lang) -> Runs:
    """Author, title, publisher, date, and where it is on the web."""
    title_lang: Lang = "th" if source.language == "th" else "en"
    runs = [_run(f"{source.author}. ", lang)] if source.author else []
    runs.append(Run(source.title, lang="" if title_lang == lang else title_lang, italic=True))
    told = [getattr(source.publisher, lang)] if source.publisher else []
    told += [show_date(source.date, lang)] if source.date else []
    if told:
        runs.append(Run(f". {', '.join(told)}"))
    if source.url:
        address = readable(source.url)
        runs += [Run(". "), replace(_run(address, lang), href=source.url)]
    return tuple(runs)


def _run(text: str, lang: Lang) -> Run:
    """Words in the language of their script."""
    own: Lang = "th" if has_thai(text) else "en"
    return Run(text, lang="" if own == lang else own)


def readable(address: str) -> str:
    """A web address with the letters of its words in place of their percent codes."""
    return _LETTERS.sub(lambda found: unquote(found[0], errors="replace"), address)
