"""The document as a PDF to send and to keep: tagged, PDF/UA-1 and PDF/A-2a at once.

Typst sets the pages, with no font of the machine and no clock: the same document gives
the same bytes. Thai copies and searches as it was written (see fonts).
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from gastro.dossier.document import Document
from gastro.dossier.pdf.finish import finished
from gastro.dossier.pdf.fonts import fonts_for
from gastro.dossier.pdf.typst_source import source

_TEMPLATE: Final = "document.typ"


def pdf(document: Document) -> bytes:
    """The whole document; needs alt texts for its pictures and a title."""
    told = source(document)
    template = files("gastro.dossier.pdf").joinpath("templates", _TEMPLATE).read_bytes()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        fonts = root / "fonts"
        fonts.mkdir()
        for name, data in fonts_for(told.texts).items():
            (fonts / name).write_bytes(data)
        for name, data in {_TEMPLATE: template, **told.files}.items():
            (root / name).write_bytes(data)
        made = typst.compile(
            str(root / _TEMPLATE),
            root=str(root),
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
            ),
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime.combine(document.date, time(), UTC),
        )
    return finished(made, told.row_headers)
