"""The register of photos with the cession of their rights."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, Paragraph
from gastro.records.photos import Photo


def photos(writer: Writer) -> Iterator[Block]:
    yield Heading(1, (writer.run(writer.words("photos")),), "photos")
    chosen = [id for one in writer.filled.sections if one.answer for id in one.answer.photos]
    if not chosen:
        yield Paragraph((writer.run(writer.words("no-photos")),), style="gap")
    for id in chosen:
        photo = writer.filled.catalogue.record(Photo, "photos", id)
        yield Paragraph((writer.run(photo.caption.en, bold=True), writer.run(f" · {photo.photographer.en}")))
