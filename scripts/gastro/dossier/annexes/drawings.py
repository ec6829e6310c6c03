"""Drawings of the annexes as SVG, filled into templates; their words are text, set in the document's face."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gastro.pages.labels import labels


def drawn(name: str, **values: object) -> bytes:
    """The drawing ``name``, in English, as UTF-8."""
    template = _environment().get_template(f"{name}.svg.jinja")
    return template.render(words=labels("en"), **values).encode("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gastro.dossier.annexes", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
