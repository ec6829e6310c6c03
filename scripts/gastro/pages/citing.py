"""How a record is cited: its permanent address, its version, the day of its last change.

The address never changes, the version tells which words are meant. The day comes from the history
of the record and is left out where that is not known. Nothing is invented: the authors are those
who contribute, and there is no DOI.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gastro.catalogue import Entry
from gastro.catalogue.changes import Changed
from gastro.catalogue.versions import version_of
from gastro.pages.labels import labels
from gastro.pages.sharing import page_address
from gastro.records.sources import Source
from gastro.text.dates import LANGUAGES, Lang, When, show_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}&%$#_"},
    }
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A citation in words: the name of the record, and what stands before and after it."""

    before: str
    name: str
    after: str

    @property
    def text(self) -> str:
        """The whole."""
        return f"{self.before}{self.name}{self.after}"


@dataclass(frozen=True, slots=True)
class Citing:
    """What the section “How to cite” of a page holds.

    ``own`` is the language of the record's name where it has one whatever the page's, as sources
    do; ``history`` is empty without a repository.
    """

    address: str
    version: str
    day: When | None
    sentences: Mapping[Lang, Sentence]
    bibtex: str
    own: str = ""
    history: str = ""


def citing(
    entry: Entry, lang: Lang, site_url: str, changes: tuple[Changed, ...] = (), repository: str = ""
) -> Citing:
    """How to cite a record; ``lang`` is that of the page the address and the BibTeX entry lead to."""
    day = _days(changes).get(entry.address)
    address = page_address(site_url, lang, entry.address)
    history = f"{repository.rstrip('/')}/commits/main/content/{entry.address}.yml" if repository else ""
    return Citing(
        address,
        version_of(entry),
        day,
        {code: _sentence(entry, code, site_url, day) for code in LANGUAGES},
        _bibtex(entry, address, day),
        entry.record.language if isinstance(entry.record, Source) else "",
        history,
    )


def whole_sentence(lang: Lang, address: str, version: str, day: When | None) -> str:
    """How to cite the data as a whole."""
    words = labels(lang)
    work = words["cite-whole"].format(work=words["data-title-whole"], version=version)
    return f"{_begun(lang, day)}{work} {address}"


def bibtex(key: str, title: str, address: str, day: When | None, published: str) -> str:
    """A BibTeX entry; the year is of the Common Era, as BibTeX sorts by it."""
    fields = {"author": f"{{{_escaped(labels('en')['cite-author'])}}}", "title": f"{{{_escaped(title)}}}"}
    if day is not None:
        fields["year"] = str(day.end.year)
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    if day is not None and day.end.month:
        lines.append(f"  month = {_MONTHS[day.end.month - 1]},")
    lines += [f"  howpublished = {{{_escaped(published)}}},", f"  url = {{{address}}},"]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _sentence(entry: Entry, lang: Lang, site_url: str, day: When | None) -> Sentence:
    words = labels(lang)
    where = words["cite-part"].format(
        work=words["cite-work"], record=entry.address, version=version_of(entry)
    )
    after = f". {where} {page_address(site_url, lang, entry.address)}"
    return Sentence(_begun(lang, day), entry.name(lang), after)


def _begun(lang: Lang, day: When | None) -> str:
    """Who, and when, as far as that is known."""
    dated = f" ({show_date(day, lang)})." if day else ""
    return f"{labels(lang)['cite-author']}.{dated} "


def _bibtex(entry: Entry, address: str, day: When | None) -> str:
    th, en = entry.name("th"), entry.name("en")
    work = labels("en")["cite-work"]
    published = f"{work}, record {entry.address}, version {version_of(entry)}"
    key = f"phetchaburi-{entry.address.replace('/', '-')}"
    return bibtex(key, th if th == en else f"{th} ({en})", address, day, published)


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


@lru_cache(maxsize=4)
def _days(changes: tuple[Changed, ...]) -> Mapping[str, When]:
    return {change.address: change.date for change in changes}
