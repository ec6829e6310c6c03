"""The register of photos: of each what it shows, whose it is, and whether the rights are ceded."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.annexes.tables import header
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Heading, PageBreak, Paragraph, Picture, Run, Runs, Table
from gastro.dossier.photo_files import SentPhoto, chosen_photos
from gastro.records.photos import Photo
from gastro.text.dates import show_date

WIDE, NARROW = 0.5, 0.34
"""Shares of the text's width: a photo, its register and what is missing stand on one page together."""


def photos(writer: Writer) -> Iterator[Block]:
    """One heading a photo; one that may not be sent stands under its id alone.

    The official form of cession is UNESCO's and is signed by whoever holds the rights: where it is not
    signed there is a gap, never a form of our own.
    """
    chosen = chosen_photos(writer.filled)
    if chosen:
        yield PageBreak()
    yield Heading(1, (writer.run(writer.words("photos")),), "photos")
    rule = writer.filled.form.photos
    if rule is not None and rule.count is not None:
        yield Paragraph((writer.run(writer.words("photos-asked", rule.count)),))
    if not chosen and rule is None:
        yield Paragraph((writer.run(writer.words("photos-no-rule")),))
    elif not chosen:
        yield Paragraph((writer.run(writer.words("no-photos")),), style="gap")
    elif rule is not None and rule.count is not None and len(chosen) < rule.count:
        told = writer.words("photos-too-few", len(chosen), rule.count)
        yield Paragraph((writer.run(told),), style="gap")
    for id in chosen:
        photo = writer.filled.catalogue.record(Photo, "photos", id)
        sent = writer.photos.get(id)
        if sent is None:
            yield Heading(2, (writer.run(id),), f"photo-{id}")
            yield Paragraph((writer.run(writer.words("photo-withheld")),), style="gap")
            continue
        yield Heading(2, (writer.run(getattr(photo.caption, writer.lang)),), f"photo-{id}")
        if photo.cession_for_unesco != "signed":
            yield writer.gap(writer.words("cession-form"), getattr(photo.rights_holder, writer.lang))
        width = WIDE if sent.size[0] > sent.size[1] else NARROW
        yield Picture(sent.shown, "jpeg", getattr(photo.alt, writer.lang), width=width)
        yield _register(writer, photo, sent)
    section = writer.filled.photo_section
    if section is not None:
        yield from writer.missing(section.missing)


def _register(writer: Writer, photo: Photo, sent: SentPhoto) -> Table:
    lang = writer.lang
    catalogue = writer.filled.catalogue
    place = catalogue.at(f"places/{photo.place}").name(lang) if photo.place else writer.words("not-known")
    taken = show_date(photo.date, lang) if photo.date else writer.words("not-known")
    licence = getattr(catalogue.vocabularies["licences"][photo.licence].label, lang)
    people = writer.words(f"people-{photo.people_shown}")
    told = (
        ("photo-file", _file(writer, sent)),
        ("photo-place", place),
        ("date", taken),
        ("photographer", getattr(photo.photographer, lang)),
        ("rights-holder", getattr(photo.rights_holder, lang)),
        ("licence", licence),
        ("people", people),
        ("cession", writer.words(f"cession-{photo.cession_for_unesco}")),
    )
    rows: tuple[tuple[Runs, ...], ...] = tuple(
        ((writer.run(writer.words(key)),), (Run(value),)) for key, value in told
    )
    columns = header(writer, "field", "answer")
    title = getattr(photo.caption, lang)
    return Table((), columns, rows, (0.3, 0.7), row_headers=True, title=title)


def _file(writer: Writer, sent: SentPhoto) -> str:
    """Name, pixels and size of the file; the pixels it came in if it was made smaller."""
    smaller = sent.size != sent.original
    came = f"; {writer.words('photo-original', _pixels(sent.original))}" if smaller else ""
    return f"{sent.name} ({_pixels(sent.size)}, {len(sent.data) / 1_000_000:.2f} MB{came})"


def _pixels(size: tuple[int, int]) -> str:
    return f"{size[0]:,} × {size[1]:,} px"
