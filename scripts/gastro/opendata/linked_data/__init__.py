"""Linked data: what each record and page says, in the words of schema.org, as JSON-LD.

Only what the record holds is told, and only what is public. Where search engines ask more
of a class than a record knows, a plainer class is told, so that no page claims to be what
it cannot show; each module says which.
"""

from gastro.opendata.linked_data.describe import thing, thing_in_both
from gastro.opendata.linked_data.heads import heads
from gastro.opendata.linked_data.pages import Head, LinkedData

__all__ = ["Head", "LinkedData", "heads", "thing", "thing_in_both"]
