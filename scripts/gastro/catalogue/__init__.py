"""The catalogue: all records, typed, linked both ways, read-only."""

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.load import Loaded, load

__all__ = ["Catalogue", "Entry", "Loaded", "load"]
