"""The last pass over the PDF: characters read back as they were written, headers only where told."""

from __future__ import annotations

from datetime import date

import pytest

from gastro.dossier.document import Document, Paragraph, Run, Table
from gastro.dossier.pdf.finish import finished
from gastro.dossier.pdf.writing import pdf
from tests.dossier.readers import READERS

TEXT = "งาน CHA-AM ต่าง ๆ พ.ศ. 2564 e-mail"


@pytest.mark.parametrize("reader", READERS)
def test_characters_that_hold_a_line_together_are_read_as_written(reader: str) -> None:
    made = pdf(Document("x", "th", date(2026, 1, 1), (Paragraph((Run(TEXT),)),)))
    assert TEXT in READERS[reader](made)


def test_a_table_that_is_not_tagged_is_noticed() -> None:
    table = Table((), ((Run("h"),),), (((Run("a"),),),), (1,))
    made = pdf(Document("x", "en", date(2026, 1, 1), (table,)))
    with pytest.raises(ValueError, match="2 tables were set, but 1 are tagged"):
        finished(made, (True, False))
