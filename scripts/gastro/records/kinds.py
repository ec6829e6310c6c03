"""The kinds of records, in the order in which people meet them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gastro.records.base import Part
from gastro.records.consents import Consent
from gastro.records.desserts import Dessert
from gastro.records.events import Event
from gastro.records.evidence import Evidence
from gastro.records.figures import Figure
from gastro.records.forms import Form
from gastro.records.illustrations import Illustration
from gastro.records.ingredients import Ingredient
from gastro.records.initiatives import Initiative
from gastro.records.organisations import Organisation
from gastro.records.outcomes import Outcome
from gastro.records.photos import Photo
from gastro.records.places import Place
from gastro.records.producers import Producer
from gastro.records.recipes import Recipe
from gastro.records.routes import Route
from gastro.records.sources import Source
from gastro.records.stories import Story
from gastro.records.submissions import Answer, Submission
from gastro.records.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its folder's name, its model, and whether it has pages."""

    name: str
    model: type[Part]
    public: bool = True


KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("desserts", Dessert),
        Kind("recipes", Recipe),
        Kind("ingredients", Ingredient),
        Kind("producers", Producer),
        Kind("places", Place),
        Kind("routes", Route),
        Kind("stories", Story),
        Kind("outcomes", Outcome),
        Kind("organisations", Organisation),
        Kind("events", Event),
        Kind("figures", Figure),
        Kind("initiatives", Initiative),
        Kind("evidence", Evidence),
        Kind("sources", Source),
        Kind("photos", Photo, public=False),
        Kind("illustrations", Illustration, public=False),
        Kind("vocabulary", Vocabulary, public=False),
        Kind("consents", Consent, public=False),
        Kind("forms", Form, public=False),
        Kind("submissions", Submission, public=False),
        Kind("answers", Answer, public=False),
    )
}

PUBLIC_KINDS: Final[tuple[Kind, ...]] = tuple(kind for kind in KINDS.values() if kind.public)
DOSSIER_KINDS: Final = ("forms", "submissions", "answers")
"""What lies in content/dossier/; never part of the catalogue that the site is made from."""
CONTENT_KINDS: Final[tuple[str, ...]] = tuple(
    name for name in KINDS if name not in ("consents", *DOSSIER_KINDS)
)
"""Folders of the content; consents live only in the private folder."""
