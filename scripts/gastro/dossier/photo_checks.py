"""What keeps a photo of a submission from being sent: rights, consent, its file, its size.

Every photo that an answer names is judged, whatever the form says of photos.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gastro.catalogue.consents import Granted
from gastro.dossier.filled import Filled, FilledSection
from gastro.dossier.photo_files import SentPhoto, most_bytes
from gastro.pictures.photos import may_be_shown
from gastro.problems import Message
from gastro.records.photos import Photo


@dataclass(frozen=True, slots=True)
class PhotoFault:
    """One thing that is wrong with the photos of a section. ``who`` holds the rights to sign for."""

    code: str
    section: FilledSection
    message: Message
    who: Message | None = None


def photo_faults(filled: Filled, granted: Granted, sent: Mapping[str, SentPhoto]) -> Iterator[PhotoFault]:
    """All of them; ``sent`` are the photos that can be sent, by id."""
    section = filled.photo_section
    rule = filled.form.photos
    if section is not None and rule is not None and rule.count is not None:
        yield from _count(section, rule.count)
    for one in filled.sections:
        for id in dict.fromkeys(one.answer.photos if one.answer else ()):
            yield from _photo(filled, one, id, granted, sent)


def _count(section: FilledSection, asked: int) -> Iterator[PhotoFault]:
    chosen = len(section.answer.photos) if section.answer else 0
    if chosen != asked:
        thai = f"มีภาพถ่าย {chosen} ภาพ แบบขอ {asked} ภาพ"
        there = "There is 1 photo" if chosen == 1 else f"There are {chosen} photos"
        english = f"{there}; the form asks for {asked}."
        yield PhotoFault("photo-count", section, Message(thai, english))


def _photo(
    filled: Filled, section: FilledSection, id: str, granted: Granted, sent: Mapping[str, SentPhoto]
) -> Iterator[PhotoFault]:
    photo = filled.catalogue.record(Photo, "photos", id)
    shown = may_be_shown(f"photos/{id}", photo, granted)
    if photo.cession_for_unesco != "signed":
        thai, english = f"ภาพ {id} ยังไม่มีหนังสือโอนสิทธิ์", f"The photo {id} has no signed cession of rights."
        holder = Message(photo.rights_holder.th, photo.rights_holder.en) if shown else None
        yield PhotoFault("photo-rights", section, Message(thai, english), holder)
    if not shown:
        thai, english = f"ภาพ {id} เห็นบุคคลซึ่งยังไม่ยินยอม", f"The photo {id} shows somebody without consent."
        yield PhotoFault("photo-consent", section, Message(thai, english))
        return
    if id not in sent:
        thai, english = f"หาไฟล์ของภาพ {id} ไม่พบ", f"The file of the photo {id} was not found."
        yield PhotoFault("photo-file", section, Message(thai, english))
        return
    yield from _size(filled, section, sent[id])


def _size(filled: Filled, section: FilledSection, photo: SentPhoto) -> Iterator[PhotoFault]:
    least = filled.form.photos.least_side if filled.form.photos else None
    if least is None or max(photo.size) >= least:
        return
    asked_th = f"แบบขอด้านยาวอย่างน้อย {least:,}"
    asked_en = f"the form asks for a longer side of at least {least:,}."
    if max(photo.original) < least:
        size = _pixels(photo.original)
        message = Message(
            f"ภาพ {photo.id} มี {size} พิกเซล {asked_th}", f"The photo {photo.id} has {size} pixels; {asked_en}"
        )
        yield PhotoFault("photo-small", section, message)
        return
    size, most = _pixels(photo.size), f"{(most_bytes(filled) or 0) / 1_000_000:g}"
    yield PhotoFault(
        "photo-shrunk",
        section,
        Message(
            f"ภาพ {photo.id} ต้องย่อเหลือ {size} พิกเซลจึงไม่เกิน {most} เมกะไบต์ {asked_th}",
            f"The photo {photo.id} keeps within {most} MB only at {size} pixels; {asked_en}",
        ),
    )


def _pixels(size: tuple[int, int]) -> str:
    return f"{size[0]:,} × {size[1]:,}"
