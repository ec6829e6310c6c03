"""Sweets, ingredients and recipes.

A sweet of this record is a kind of food, told of wherever it is made; nobody sells it here.
schema.org has no class for that: Product and MenuItem are things on offer, and a search
engine asks for their price. So a sweet or an ingredient is a DefinedTerm of the list it
stands in, which is a DefinedTermSet, and is said to be food by DBpedia's class.

A recipe is told as its page shows it. A time that its source gives as a range is left out,
as one number would be ours; so is the whole time, unless every part of it is stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, cast

from gastro.catalogue.quantities import bounds
from gastro.opendata.linked_data.teller import Node, Teller, Told, day, filled, named_body
from gastro.pages.recipe import Kitchen
from gastro.pages.sharing import page_address
from gastro.records.desserts import Dessert
from gastro.records.ingredients import Ingredient
from gastro.records.recipes import Line, Recipe, Step, Times
from gastro.records.sources import Source

FOOD = "http://dbpedia.org/ontology/Food"


def dessert(teller: Teller) -> Told:
    """A kind of food; its page mentions what it is made of and where it is found."""
    record = cast(Dessert, teller.entry.record)
    thing = _food(teller)
    thing["description"] = teller.page.description() or teller.label(record.gloss)
    page: Node = {
        "keywords": f"{teller.terms('categories', record.categories)}, {teller.terms('ties', [record.tie])}",
        "mentions": teller.refs("ingredients", (use.ingredient for use in record.ingredients)),
        "spatialCoverage": teller.refs("places", record.found_at),
    }
    return Told(thing, page)


def ingredient(teller: Teller) -> Told:
    """A kind of food; one with a Latin name is about that species."""
    record = cast(Ingredient, teller.entry.record)
    thing = _food(teller)
    if record.latin_name:
        thing["about"] = {"@type": "Taxon", "name": record.latin_name}
    page: Node = {
        "keywords": teller.terms("ingredient-categories", [record.category]),
        "mentions": teller.refs("ingredients", record.made_from),
        "spatialCoverage": teller.refs("places", record.grown_in),
    }
    return Told(thing, page)


def _food(teller: Teller) -> Node:
    return teller.start("DefinedTerm") | {
        "additionalType": FOOD,
        "termCode": teller.entry.id,
        "inDefinedTermSet": {"@id": set_id(teller.site_url, teller.entry.kind)},
    }


def set_id(site_url: str, kind: str) -> str:
    """The address of a kind of food as a set of terms; the same in both languages."""
    return f"{page_address(site_url, 'th', kind)}#set"


def recipe(teller: Teller) -> Told:
    """A recipe as one source gives it, in the words of this record."""
    record = cast(Recipe, teller.entry.record)
    kitchen = Kitchen(teller.catalogue, record, teller.lang)
    made = [teller.catalogue.record(Dessert, "desserts", one.dessert) for one in record.makes]
    categories = dict.fromkeys(id for dessert in made for id in dessert.categories)
    lines = [line for group in record.ingredients for line in group.lines]
    yields = record.makes_amount.quantity if record.makes_amount else None
    times = record.times or Times()
    thing = teller.start("Recipe")
    thing |= {
        "image": thing["image"] or teller.card,
        "author": _author(teller, record),
        "datePublished": day(record.published),
        "isBasedOn": teller.ref(f"sources/{record.source}"),
        "about": teller.refs("desserts", (one.dessert for one in record.makes)),
        "recipeCategory": teller.terms("categories", categories),
        "recipeCuisine": _cuisine(teller, record),
        "keywords": teller.terms("techniques", record.techniques),
        "recipeYield": kitchen.amount(yields) if yields else None,
        "prepTime": duration(times.prepare),
        "cookTime": duration(times.cook),
        "totalTime": duration(times.prepare, times.cook, times.rest),
        "recipeIngredient": [_ingredient(teller, kitchen, line) for line in lines],
        "recipeInstructions": [_step(teller, kitchen, step) for step in record.steps],
        "tool": [teller.label(tool) for tool in record.equipment],
    }
    return Told(thing)


def duration(*amounts: str | None) -> str | None:
    """Minutes as ISO 8601, added up; None unless each is stated, as one number."""
    whole = Fraction()
    for amount in amounts:
        low, high = bounds(amount) if amount else (Fraction(0), Fraction(1))
        if low != high:
            return None
        whole += low
    minutes, seconds = divmod(round(whole * 60), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if count]
    return f"PT{''.join(parts)}" if parts else None


def _author(teller: Teller, record: Recipe) -> Any:
    """A person where the source names its author so; its publisher where that is the author; else words."""
    if record.author is None:
        return None
    source = teller.catalogue.record(Source, "sources", record.source)
    if source.author in (record.author.th, record.author.en):
        return {"@type": "Person", "name": teller.label(record.author)}
    if source.publisher and source.publisher.en in record.author.en:
        return named_body(teller, source.publisher)
    return teller.label(record.author)


def _cuisine(teller: Teller, record: Recipe) -> str:
    thai, local = (teller.page.words[f"linked-cuisine-{name}"] for name in ("thai", "phetchaburi"))
    return f"{thai}, {local}" if record.region == "phetchaburi" else thai


def _ingredient(teller: Teller, kitchen: Kitchen, line: Line) -> str:
    """A line as the page's table shows it: ``1 ½ cups palm sugar, optional (sifted)``."""
    name = teller.catalogue.at(f"ingredients/{line.ingredient}").name(teller.lang)
    amount = kitchen.amount(line.quantity) if line.quantity else ""
    order = (name, amount) if teller.lang == "th" else (amount, name)
    presence = "" if line.presence == "always" else f", {teller.page.words[f'presence-{line.presence}']}"
    note = f" ({teller.label(line.note)})" if line.note else ""
    return f"{' '.join(filter(None, order))}{presence}{note}"


def _step(teller: Teller, kitchen: Kitchen, step: Step) -> Node:
    words = teller.page.plain(cast(Any, step))
    facts = "" if kitchen.has_figures(words) else ", ".join(_facts(teller, kitchen, step))
    return filled(
        {
            "@type": "HowToStep",
            "url": f"{teller.address}#steps.{step.id}",
            "text": f"{words} ({facts})" if facts else words,
            "timeRequired": duration(step.minutes),
        }
    )


def _facts(teller: Teller, kitchen: Kitchen, step: Step) -> Iterator[str]:
    if step.minutes:
        unit = teller.page.words["minute" if step.minutes == "1" else "minutes"]
        yield f"{kitchen.written(step.minutes)} {unit}"
    if step.celsius:
        yield f"{kitchen.written(step.celsius)} °C"
