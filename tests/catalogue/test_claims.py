"""Claims: every statement of a record, with its sources and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.claims import Claim, citation_for
from gastro.records.desserts import Dessert

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]

DESSERT = """\
name: {th: ขนมทดลอง, en: Trial sweet}
gloss: {th: ขนม, en: a sweet}
categories: [steamed]
tie: signature
confidence: one-source
standing: stated
summary: {th: 'นุ่ม [^b] และหวาน [^a]', en: 'Soft [^b], sweet [^a]'}
texture:
  th: ฟู [^a]
  en: Airy [^a]
  confidence: weak
  standing: contested
story:
  - {id: origin, th: 'ที่มา [^a]', en: 'Origin [^a]'}
  - {id: today, th: ปัจจุบัน, en: Today, confidence: strong}
tradition:
  - {id: tale, th: 'เล่ากันว่า [^a]', en: 'It is told [^a]'}
  - {id: tale-two, th: 'เล่ากันว่า [^a]', en: 'It is told [^a]', standing: contested}
season: [2, 3]
ingredients:
  - ingredient: trial-sugar
  - ingredient: trial-flour
    presence: some-versions
found_at: []
standards:
  - id: gi
    kind: gi
    name: {th: จีไอ, en: GI}
    text: {th: 'ขึ้นทะเบียน [^b]', en: 'Registered [^b]'}
sources:
  season: [a]
  ingredients: {sources: [a], confidence: strong}
  ingredients.trial-flour: {sources: [b], confidence: weak, standing: derived}
"""


@pytest.fixture
def catalogue(catalogue_of: CatalogueOf) -> Catalogue:
    return catalogue_of({"desserts/trial-sweet.yml": DESSERT})


def claim(catalogue: Catalogue, path: str) -> tuple[str, tuple[str, ...], str, str]:
    """Kind, sources, confidence and standing of one claim."""
    found = catalogue.claims[f"desserts/trial-sweet#{path}"]
    return found.kind, found.sources, found.confidence, found.standing


def test_claims_have_stable_ids_in_the_order_of_the_fields(catalogue: Catalogue) -> None:
    assert [found.removeprefix("desserts/trial-sweet#") for found in catalogue.claims] == [
        "summary",
        "tie",
        "story.origin",
        "story.today",
        "tradition.tale",
        "tradition.tale-two",
        "texture",
        "season",
        "ingredients",
        "ingredients.trial-flour",
        "standards",
        "standards.gi.text",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("summary", ("text", ("b", "a"), "one-source", "stated")),
        ("texture", ("text", ("a",), "weak", "contested")),
        ("story.origin", ("text", ("a",), "one-source", "stated")),
        ("story.today", ("text", (), "strong", "stated")),
        ("tradition.tale", ("text", ("a",), "one-source", "tradition")),
        ("tradition.tale-two", ("text", ("a",), "one-source", "contested")),
        ("standards.gi.text", ("text", ("b",), "one-source", "stated")),
        ("tie", ("value", (), "one-source", "stated")),
        ("season", ("value", ("a",), "one-source", "stated")),
        ("ingredients", ("value", ("a",), "strong", "stated")),
        ("ingredients.trial-flour", ("value", ("b",), "weak", "derived")),
        ("standards", ("value", (), "one-source", "stated")),
    ],
)
def test_each_claim_knows_its_sources_and_how_sure_it_is(
    catalogue: Catalogue, path: str, expected: tuple[str, tuple[str, ...], str, str]
) -> None:
    assert claim(catalogue, path) == expected


def test_the_order_of_a_list_does_not_change_its_ids(catalogue_of: CatalogueOf) -> None:
    first = "  - {id: origin, th: 'ที่มา [^a]', en: 'Origin [^a]'}\n"
    turned = DESSERT.replace(first, "").replace("tradition:\n", first + "tradition:\n")
    assert turned.index("id: today") < turned.index("id: origin")
    claims = catalogue_of({"desserts/trial-sweet.yml": turned}).claims
    assert claims["desserts/trial-sweet#story.origin"].sources == ("a",)


def test_the_nearest_entry_of_the_sources_map_counts(catalogue: Catalogue) -> None:
    record = catalogue.record(Dessert, "desserts", "trial-sweet")

    def sources(*path: str) -> tuple[str, ...] | None:
        citation = citation_for(record, path)
        return None if citation is None else citation.sources

    assert sources("ingredients") == ("a",)
    assert sources("ingredients", "trial-sugar") == ("a",)
    assert sources("ingredients", "trial-flour") == ("b",)
    assert sources("ingredients", "trial-flour", "presence") == ("b",)
    assert sources("tie") is None


def test_sources_and_vocabularies_claim_nothing(catalogue_of: CatalogueOf) -> None:
    source = "title: แหล่งทดลอง\nlanguage: th\nkind: book\ndate: 2021\nnote: {th: 'ก [^a]', en: 'a [^a]'}\n"
    assert catalogue_of({"sources/a.yml": source}).claims == {}


def test_values_that_say_something_of_a_producer_are_claims(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(
        {
            "producers/trial-shop.yml": """\
                name: {th: ร้านทดลอง, en: Trial shop}
                kind: shop
                confidence: strong
                status: active
                since: 1950
                awards:
                  - {id: best, name: {th: รางวัล, en: Prize}}
                sources: {since: a, awards.best: b}
            """
        }
    )
    assert list(catalogue.claims.values()) == [
        Claim("producers/trial-shop#since", ("since",), "value", ("a",), "strong", "stated"),
        Claim("producers/trial-shop#awards", ("awards",), "value", (), "strong", "stated"),
        Claim("producers/trial-shop#awards.best", ("awards", "best"), "value", ("b",), "strong", "stated"),
        Claim("producers/trial-shop#status", ("status",), "value", (), "strong", "stated"),
    ]
