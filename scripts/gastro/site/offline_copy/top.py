"""What one sees first on the stick: a page to open, a text to read; and the note in the foot of pages."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from gastro.pages.labels import labels
from gastro.text.dates import LANGUAGES, Lang, When, show_date

SITE = "site"
"""The folder of the pages."""
START = "START-HERE.html"
"""In ASCII letters: file names in Thai do not survive every zip program."""
README = "README.txt"
_TEMPLATES = Path(__file__).with_name("templates")


def top_files(day: date | None, published: str) -> Iterator[tuple[str, bytes]]:
    """Names and content of the files at the top of the copy."""
    values = {
        "words": [labels(lang) for lang in LANGUAGES],
        "said": [_said(day, published, lang) for lang in LANGUAGES],
        "languages": LANGUAGES,
        "homes": [f"{SITE}/index.html", f"{SITE}/en/index.html"],
        "start": START,
        "site": SITE,
    }
    start = _environment().get_template("start.html.jinja").render(values)
    readme = _environment().get_template("readme.txt.jinja").render(values)
    yield START, start.encode("utf-8")
    # As Notepad has always read it
    yield README, readme.replace("\n", "\r\n").encode("utf-8-sig")


def foot_note(day: date | None, published: str, lang: Lang) -> str:
    """HTML for the foot of every page: that this is a copy, of which day, and where the site itself is."""
    said = " · ".join(html.escape(line) for line in _said(day, "", lang))
    link = html.escape(published, quote=True)
    where = f' · <a href="{link}">{html.escape(labels(lang)["copy-newest-link"])}</a>' if published else ""
    return f"  <p>{said}{where}</p>"


def _said(day: date | None, published: str, lang: Lang) -> list[str]:
    words = labels(lang)
    lines = [words["copy-is"]]
    when = show_date(When.parse(day.isoformat()), lang) if day else ""
    lines.append(words["copy-day"].format(when) if when else words["copy-no-day"])
    if published:
        lines.append(words["copy-newest"].format(published))
    return lines


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=select_autoescape(["html.jinja"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
