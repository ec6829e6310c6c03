"""Which picture stands for a record: a photo with rights, else the drawing made for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gastro.catalogue import Catalogue, Entry
from gastro.pictures.photos import ShownPhoto
from gastro.records.outcomes import Outcome
from gastro.records.places import Place
from gastro.records.producers import Producer
from gastro.records.recipes import Recipe

_BY_PLACE_KIND = {
    "province": "places-landmark",
    "tambon": "places-tambon",
    "village": "places-tambon",
    "market": "places-market",
    "temple": "places-temple",
    "landmark": "places-landmark",
    "museum": "places-landmark",
    "palace": "places-landmark",
    "office": "organisations",
    "school": "organisations",
    "quarter": "places-market",
}
_BY_PRODUCER_KIND = {
    "farm": "producers-orchard",
    "market": "places-market",
    "learning-place": "producers-learning",
    "community-enterprise": "producers-learning",
    "cooperative": "producers-learning",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """``path`` is below ``assets/``; ``own`` says whether it shows this very record.

    ``photo`` is given where the picture is a photo, ``drawing`` where it is a drawing of a
    record; a drawing of a kind has neither and is decoration.
    """

    path: str
    own: bool = False
    photo: ShownPhoto | None = None
    drawing: Entry | None = None


def picture_of(catalogue: Catalogue, photos: Mapping[str, ShownPhoto], entry: Entry) -> Picture:
    """The picture of a record; every public record has one."""
    for id in getattr(entry.record, "photos", ()):
        if id in photos:
            shown = photos[id]
            return Picture(f"photos/{id}-{shown.widths[0]}.jpg", own=True, photo=shown)
    drawn = catalogue.mentioned_by(entry, "illustrations", "of")
    if drawn:
        return Picture(f"illustrations/{drawn[0].id}.svg", own=True, drawing=drawn[0])
    if isinstance(entry.record, Recipe):
        made = catalogue.get("desserts", entry.record.makes[0].dessert)
        if made is not None:
            found = picture_of(catalogue, photos, made)
            return Picture(found.path, photo=found.photo, drawing=found.drawing)
    return Picture(f"drawings/kind-{_kind_drawing(entry)}.svg")


def _kind_drawing(entry: Entry) -> str:
    if isinstance(entry.record, Place):
        return _BY_PLACE_KIND.get(entry.record.kind, "places-district")
    if isinstance(entry.record, Producer):
        return _BY_PRODUCER_KIND.get(entry.record.kind, "producers-shop")
    if isinstance(entry.record, Outcome):
        return "outcomes"
    return {"ingredients": "producers-orchard", "routes": "places-landmark"}.get(
        entry.kind, "stories" if entry.kind in ("initiatives", "vocabulary") else entry.kind
    )
