"""The Jinja environment of Markdown pages: everything printed is escaped, nothing is undefined.

Templates hold all Markdown and HTML. What they print is escaped as Markdown text unless it
comes from the page itself (links, cited texts), which is safe Markdown already.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gastro.text import markdown

TEMPLATES = Path(__file__).with_name("templates")


def _escape(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    return Markup(markdown.escape("" if value is None else str(value)))  # noqa: S704 - escaped just now


@cache
def environment() -> Environment:
    """One environment for all pages."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=_escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )
