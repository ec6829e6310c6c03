"""The Jinja environment of Markdown pages: everything printed is escaped, nothing is undefined.

Templates hold all Markdown and HTML. What they print is escaped as Markdown text unless it
comes from the page itself (links, cited texts), which is safe Markdown already.
"""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gastro.text import markdown
from gastro.text.dates import Lang

TEMPLATES = Path(__file__).with_name("templates")


_THAI_RUN = re.compile("[\u0e00-\u0e7f]+(?:[ \u00a0][\u0e00-\u0e7f]+)*")


def letters(text: str, lang: Lang) -> str:
    """Words as Markdown that shows just them; Thai words on an English page are marked Thai."""
    shown = markdown.escape(text)
    return shown if lang == "th" else _THAI_RUN.sub(r'<span lang="th">\g<0></span>', shown)


def html_letters(text: str, lang: Lang) -> Markup:
    """The same as HTML, for raw HTML blocks of a page."""
    shown = html.escape(text, quote=True)
    marked = shown if lang == "th" else _THAI_RUN.sub(r'<span lang="th">\g<0></span>', shown)
    return Markup(marked)  # noqa: S704 - escaped just now


@cache
def environment(lang: Lang) -> Environment:
    """The environment for all pages of a language."""

    def finalize(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return Markup(letters("" if value is None else str(value), lang))  # noqa: S704 - escaped just now

    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )
