"""What the page of a form tells: every section with how it is known, and how much is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from gastro.catalogue import Catalogue, Entry
from gastro.records.forms import Form, Known, Section
from gastro.records.submissions import Submission

MARKS = ("seen", "inferred", "not-found")


@dataclass(frozen=True, slots=True)
class Asked:
    """A section as its page shows it. ``depth`` is 0 for one that stands under no heading."""

    section: Section
    depth: int

    @property
    def number(self) -> str:
        """The official number; a likely one in brackets with a question mark; else empty."""
        likely = self.section.likely_number
        return self.section.number or (f"({likely}?)" if likely else "")


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form, counted: sections, fields and limits by mark, and the submissions that fill it in."""

    id: str
    form: Form
    sections: tuple[Asked, ...]
    by_mark: Counter[str]
    fields_by_mark: Counter[str]
    limits_known: int
    limits: int
    submissions: tuple[Entry, ...]


def form_pages(catalogue: Catalogue) -> Iterator[FormPage]:
    """The forms of a catalogue that holds the dossier too, in order of their ids."""
    for entry in catalogue.of("forms"):
        form = entry.record
        assert isinstance(form, Form)
        limits = [one.limit for one in form.sections if one.limit is not None]
        yield FormPage(
            id=entry.id,
            form=form,
            sections=tuple(Asked(one, _depth(form, one)) for one in form.sections),
            by_mark=_marks(one.known for one in form.sections),
            fields_by_mark=_marks(field.known for one in form.sections for field in one.fields),
            limits_known=sum(1 for one in limits if one.count is not None),
            limits=len(limits),
            submissions=tuple(_submissions(catalogue, entry.id)),
        )


def host(address: str) -> str:
    """The host of a web address, for the words of a link."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def same_grounds(one: Known, other: Known) -> bool:
    """Whether two things are known in the same way and from the same document."""
    return (one.mark, one.basis, one.source) == (other.mark, other.basis, other.source)


def _marks(known: Iterable[Known]) -> Counter[str]:
    return Counter(one.mark for one in known)


def _depth(form: Form, section: Section) -> int:
    parents = {one.id: one.part_of for one in form.sections}
    depth, above = 0, section.part_of
    while above is not None and depth < len(parents):
        depth, above = depth + 1, parents.get(above)
    return depth


def _submissions(catalogue: Catalogue, form: str) -> Iterator[Entry]:
    for entry in catalogue.of("submissions"):
        if isinstance(entry.record, Submission) and entry.record.form == form:
            yield entry
