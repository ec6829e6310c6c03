"""The maps of a page in one language: what stands on them, in which groups, with which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.districts import district_of
from gastro.catalogue.positions import EXACTNESS, Exactness, position_of
from gastro.catalogue.projection import Bounds, Projection, scale_length
from gastro.pages.labels import labels
from gastro.pages.map_layout import Label, Wanted, base_of, place_labels, written
from gastro.pages.map_marks import (
    LAYERS,
    Chart,
    Group,
    Section,
    Spot,
    box_of,
    in_groups,
    is_left_out,
    layer_of,
    most_crowded_first,
    numbers_of,
    rank,
)
from gastro.records.routes import Route
from gastro.text.dates import Lang
from gastro.text.thai import sort_key

_BEFORE = {"th": ("อำเภอ", "ตำบล"), "en": ("Tambon ",)}
_AFTER = {"th": (), "en": (" district",)}
_RATIO = 1.25
"""A map of the whole province is this many times as wide as high."""


class Maps:
    """Maps of the records of a catalogue, with names in one language."""

    def __init__(self, catalogue: Catalogue, lang: Lang) -> None:
        self.catalogue, self.lang = catalogue, lang

    def of_province(self) -> Chart:
        """Every record that has a position, the province around them."""
        projection = Projection(self._whole(), 720)
        spots = [spot for entry in self.shown() if (spot := self._spot(entry, projection))]
        spots.sort(key=rank)
        groups = in_groups(spots, apart=27)
        districts = [group.spots[0] for group in groups if group.spots[0].layer == "district"]
        names = self._labels(projection, districts, groups, size=17, reach=14)
        return self._chart(projection, groups, names, tolerance=0.3, open_sided=True)

    def small(self) -> Chart:
        """The districts alone."""
        projection = Projection(self._whole(), 400)
        districts = [entry for entry in self.catalogue.of("places") if layer_of(entry) == "district"]
        spots = [spot for entry in districts if (spot := self._spot(entry, projection))]
        groups = in_groups(spots)
        names = self._labels(projection, spots, groups, size=15, reach=5)
        return self._chart(projection, groups, names, tolerance=0.9)

    def locator(self, entry: Entry) -> Chart | None:
        """One record in the province; None where no place is known of it."""
        projection = Projection(self._whole(), 300)
        spot = self._spot(entry, projection)
        if spot is None:
            return None
        return self._chart(projection, in_groups([spot]), (), tolerance=1.4)

    def of_route(self, route: Route) -> Chart | None:
        """The stops of a route by their numbers; None where no stop has a position."""
        at = [position_of(self.catalogue, self.catalogue.at(stop.address)) for stop in route.stops]
        points = [(found.lon, found.lat) for found in at if found]
        if not points:
            return None
        across = Bounds.around(points)
        bounds = across.grown(0.8, least=3.2).shaped(_RATIO)
        wide = (bounds.north - bounds.south) * 111 * 0.14
        projection = Projection(bounds.grown(wide).shaped(_RATIO), 440)
        spots = [
            spot
            for number, stop in enumerate(route.stops, start=1)
            if (spot := self._spot(self.catalogue.at(stop.address), projection, number))
        ]
        groups = in_groups(spots, apart=30)
        context = self._context(projection, {spot.position.place for spot in spots})
        names = self._labels(projection, context, groups, size=14, reach=14, always=False)
        return self._chart(projection, groups, names, tolerance=0.6, context=context)

    def numbers(self, group: Group) -> str:
        """The numbers of the stops at one point."""
        return numbers_of(group)

    def least_exact(self, group: Group) -> Exactness:
        """How exact the least known of a group is: its marker promises no more."""
        return max((spot.position.exactness for spot in group.spots), key=EXACTNESS.index)

    def path_of(self, chart: Chart) -> str:
        """The stops of a route joined in their order, as points of a line."""
        where = {spot.number: group for group in chart.groups for spot in group.spots}
        order = [where[number] for number in sorted(where)]
        return " ".join(f"{written(group.x)},{written(group.y)}" for group in order)

    def shown(self) -> list[Entry]:
        """Places and producers that a visitor may look for, without those that closed."""
        entries = [*self.catalogue.of("places"), *self.catalogue.of("producers")]
        return [entry for entry in entries if not is_left_out(entry)]

    def sections(self, chart: Chart) -> list[Section]:
        """The records of a map by district, both in the order of a dictionary."""
        districts = {spot.district for spot in chart.spots}
        ordered = sorted(districts - {""}, key=lambda id: sort_key(self._name(id)))
        return [
            Section(id or "other", self._name(id) if id else "", self._listed(chart.spots, id))
            for id in (*ordered, *({""} & districts))
        ]

    def not_shown(self) -> list[Entry]:
        """Records of which no place is known."""
        found = [entry for entry in self.shown() if position_of(self.catalogue, entry) is None]
        return sorted(found, key=lambda entry: (sort_key(entry.name(self.lang)), entry.address))

    def counts(self, chart: Chart) -> dict[str, int]:
        """How many records of each kind of marker there are, without those that have none."""
        found = {layer: sum(spot.layer == layer for spot in chart.spots) for layer in LAYERS}
        return {layer: count for layer, count in found.items() if count}

    def exactnesses(self, chart: Chart) -> list[Exactness]:
        """Which degrees of exactness a map shows, best first; districts and tambons do not count."""
        found = {spot.position.exactness for spot in chart.spots if spot.layer not in ("district", "tambon")}
        return [exactness for exactness in EXACTNESS if exactness in found]

    def exactness(self, spot: Spot) -> str:
        """How exact a position is, in words."""
        words = labels(self.lang)
        place = spot.position.place
        if place == spot.entry.id and spot.entry.kind == "places":
            return words[f"map-reference-{spot.position.exactness}"]
        if not place:
            return words[f"map-exactness-{spot.position.exactness}"]
        kind = "at" if spot.position.exactness in ("exact", "approximate") else "within"
        return words[f"map-{kind}"].format(place=self._name(place))

    def where(self, entry: Entry) -> str:
        """How exact a record's position is, in words; empty where it has none."""
        spot = self._spot(entry, Projection(Bounds(0, 0, 1, 1), 1))
        return self.exactness(spot) if spot else ""

    def kind(self, entry: Entry) -> str:
        """What sort of place or producer a record is."""
        vocabulary = "place-kinds" if entry.kind == "places" else "producer-kinds"
        kind: str = getattr(entry.record, "kind", "")
        return str(getattr(self.catalogue.vocabularies[vocabulary][kind].label, self.lang))

    def short(self, entry: Entry) -> str:
        """A name for a label: of a district or tambon without the word for it."""
        name = entry.name(self.lang)
        if layer_of(entry) in ("district", "tambon"):
            for word in _BEFORE[self.lang]:
                name = name.removeprefix(word)
            for word in _AFTER[self.lang]:
                name = name.removesuffix(word)
        return name

    def names(self, entries: Iterable[Entry]) -> list[str]:
        """Short names of records, in order."""
        return [self.short(entry) for entry in entries]

    def stops(self, route: Route) -> list[str]:
        """The names of the stops of a route, in order."""
        return [self.catalogue.at(stop.address).name(self.lang) for stop in route.stops]

    def is_shown(self, entry: Entry) -> bool:
        """Whether the map of the province shows a record."""
        return not is_left_out(entry) and position_of(self.catalogue, entry) is not None

    def outside(self, spot: Spot) -> str:
        """Address in a map service; empty where the point says too little to be worth it."""
        at = spot.position
        if at.exactness == "district":
            return ""
        zoom = 13 if at.exactness == "tambon" else 16
        marked = f"mlat={at.lat}&mlon={at.lon}"
        return f"https://www.openstreetmap.org/?{marked}#map={zoom}/{at.lat}/{at.lon}"

    def _name(self, place: str) -> str:
        return self.catalogue.at(f"places/{place}").name(self.lang)

    def _listed(self, spots: Iterable[Spot], district: str) -> tuple[Spot, ...]:
        here = [spot for spot in spots if spot.district == district]
        return tuple(
            sorted(here, key=lambda spot: (LAYERS.index(spot.layer), sort_key(spot.entry.name(self.lang))))
        )

    def _whole(self) -> Bounds:
        outlines = self.catalogue.outlines
        if outlines:
            points = [point for ring in outlines.province for point in ring]
        else:
            found = (position_of(self.catalogue, entry) for entry in self.shown())
            points = [(at.lon, at.lat) for at in found if at] or [(99.95, 13.1)]
        return Bounds.around(points).grown(4, least=40).shaped(_RATIO)

    def _spot(self, entry: Entry, projection: Projection, number: int = 0) -> Spot | None:
        position = position_of(self.catalogue, entry)
        if position is None:
            return None
        x, y = projection.point(position.lat, position.lon)
        within = entry.id if entry.kind == "places" else getattr(entry.record, "place", None)
        district = district_of(self.catalogue, within) if within else None
        return Spot(entry, layer_of(entry), position, x, y, district or "", number)

    def _context(self, projection: Projection, places: Set[str]) -> tuple[Spot, ...]:
        """Districts and the tambons among ``places``, as far as the map shows them."""
        width, height = projection.width, projection.height
        found = [
            spot
            for entry in self.catalogue.of("places")
            if (layer_of(entry) == "district" or entry.id in places)
            and layer_of(entry) in ("district", "tambon")
            and (spot := self._spot(entry, projection))
            if 0 < spot.x < width and 0 < spot.y < height
        ]
        return tuple(group.spots[0] for group in in_groups(sorted(found, key=rank), apart=4))

    def _chart(
        self,
        projection: Projection,
        groups: tuple[Group, ...],
        names: tuple[Label, ...],
        *,
        tolerance: float,
        context: tuple[Spot, ...] = (),
        open_sided: bool = False,
    ) -> Chart:
        base = base_of(self.catalogue.outlines, projection, tolerance, open_sided=open_sided)
        km = scale_length(projection.width / 4.5 / projection.per_km)
        return Chart(projection, base, groups, names, context, km, km * projection.per_km)

    def _labels(
        self,
        projection: Projection,
        spots: Sequence[Spot],
        groups: Iterable[Group],
        *,
        size: float,
        reach: float,
        always: bool = True,
    ) -> tuple[Label, ...]:
        """The names of spots, clear of the markers of groups, which reach ``reach`` units."""
        taken = [box_of(group, reach) for group in groups]
        wanted = [
            Wanted(self.short(spot.entry), spot.x, spot.y, reach + 2) for spot in most_crowded_first(spots)
        ]
        width, height = projection.width, projection.height
        return tuple(place_labels(wanted, taken, size, width, height, always=always))
