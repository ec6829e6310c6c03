"""Annexes: what stands behind the answers.

Criteria, evidence, holdings, road to the designation, initiatives, figures, map, photos, letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gastro.dossier.annexes.evidence import evidence, matrix
from gastro.dossier.annexes.figures import figures
from gastro.dossier.annexes.holdings import holdings
from gastro.dossier.annexes.initiatives import initiatives
from gastro.dossier.annexes.letters import letters
from gastro.dossier.annexes.maps import province
from gastro.dossier.annexes.photos import photos
from gastro.dossier.annexes.road import road
from gastro.dossier.assembly import Writer, framed, opening
from gastro.dossier.bibliography import bibliography
from gastro.dossier.document import Block, Contents, Document, Heading, PageBreak, Run
from gastro.dossier.filled import Filled
from gastro.dossier.photo_files import SentPhoto
from gastro.dossier.wording import Citing

PARTS = (matrix, evidence, holdings, road, initiatives, figures, province, photos, letters)


def annex_document(
    filled: Filled, as_of: date, version: str, sent: Mapping[str, SentPhoto], *, draft: bool
) -> Document:
    """All annexes in one document, in the form's language; ``sent`` are the photos that may be sent."""
    citing = Citing()
    writer = Writer(filled, "en", filled.wording("en", citing), sent)
    blocks: list[Block] = [
        *opening(writer, as_of, version),
        Contents(writer.words("contents"), depth=2),
        PageBreak(),
    ]
    for part in PARTS:
        blocks += part(writer)
    blocks.append(Heading(1, (Run(writer.words("bibliography")),), "bibliography"))
    blocks.append(bibliography(filled.catalogue, citing, "en"))
    title = f"{filled.submission.name.en}: {writer.words('annexes')}"
    return framed(writer, as_of, tuple(blocks), title, draft=draft)
