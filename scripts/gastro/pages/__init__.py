"""Pages: Markdown in both languages, written from the catalogue through templates."""

from gastro.pages.render import Pages, render

__all__ = ["Pages", "render"]
