"""The submission as a document: its title page, what it is and is not, every section, its sources.

The order is the form's. A gap is marked where it is, with who must supply it; nothing is
filled in for the city.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from datetime import date

from gastro.dossier.attachments import paper_line
from gastro.dossier.bibliography import bibliography
from gastro.dossier.document import (
    Block,
    Contents,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
)
from gastro.dossier.filled import Filled, FilledSection, initiative_texts, item_title
from gastro.dossier.photo_files import SentPhoto
from gastro.dossier.wording import Citing, Wording
from gastro.pages.labels import labels
from gastro.records.forms import FormField
from gastro.records.initiatives import Initiative
from gastro.records.submissions import Answer, FieldAnswer, Item, MissingPart
from gastro.text.dates import Lang, When, show_date


@dataclass(frozen=True)
class Writer:
    """Writes the sections of a submission in one language, for a document in ``document_lang``.

    ``photos`` are those that may be sent, by id.
    """

    filled: Filled
    lang: Lang
    wording: Wording
    photos: Mapping[str, SentPhoto] = attribute(default_factory=dict)

    def words(self, key: str, *values: object) -> str:
        """Fixed words in the language."""
        return labels(self.lang)[f"dossier-{key}"].format(*values)

    def run(self, text: str, *, bold: bool = False, italic: bool = False) -> Run:
        """Plain words in the language."""
        own = self.lang == self.wording.document_lang
        return Run(text, lang="" if own else self.lang, bold=bold, italic=italic)

    def heading(self, one: FilledSection, level: int) -> Heading:
        """The heading of a section, with its number where it is official."""
        title = getattr(one.section.title, self.lang)
        number = f"{one.section.number} " if one.section.number else ""
        return Heading(level, (self.run(f"{number}{title}"),), f"section-{one.id}-{self.lang}")

    def section(self, one: FilledSection) -> Iterator[Block]:
        """What stands under the heading of a section."""
        if one.section.known.mark != "seen":
            yield Paragraph((self.run(self._unverified(one), italic=True),), style="small")
        if one.section.kind == "heading":
            return
        answer = one.answer
        if answer is not None:
            key = f"{one.id}/passages"
            for passage in answer.passages:
                text = getattr(passage, self.lang)
                yield from self.wording.blocks(text, key=f"{key}/{passage.id}/{self.lang}")
            if answer.choice:
                yield Paragraph((self.run(answer.choice, bold=True),), style="answer")
            if answer.nothing and self.filled.form.empty_phrase:
                yield Paragraph((Run(self.filled.form.empty_phrase.phrase),), style="answer")
            if answer.fields:
                yield self._fields(one, answer.fields)
            yield from self._items(one, answer.items)
            yield from self._attached(one, answer)
        yield from self.missing(answer.missing if answer else ())
        if not one.written and not one.missing:
            yield Paragraph((self.run(self.words("empty")),), style="gap")
        if one.written and (one.section.kind != "attachment" or one.lengths[self.lang].characters):
            yield Paragraph((self.run(self._length(one)),), style="small")

    def _unverified(self, one: FilledSection) -> str:
        if one.section.likely_number and not one.section.number:
            return self.words("unverified-number", one.section.likely_number)
        return self.words("unverified")

    def missing(self, parts: tuple[MissingPart, ...]) -> Iterator[Block]:
        """Gaps, each with who must supply it."""
        for part in parts:
            yield self.gap(getattr(part.what, self.lang), getattr(self.filled.who(part), self.lang))

    def gap(self, what: str, who: str) -> Paragraph:
        """Something that is missing, and who must supply it."""
        runs = (
            self.run(f"{self.words('gap')}: ", bold=True),
            self.run(what),
            self.run(f" · {self.words('gap-who')}: "),
            self.run(who),
        )
        return Paragraph(runs, style="gap")

    def _attached(self, one: FilledSection, answer: Answer) -> Iterator[Block]:
        """Photos by their number alone: which of them may be told of is for the register to say."""
        if answer.photos:
            yield Paragraph((self.run(self.words("photos-in-register", len(answer.photos))),), style="answer")
        for paper in answer.held:
            line = self.words("held-as", paper_line(self.filled, paper, self.lang))
            yield Paragraph((self.run(line),), style="answer")

    def _fields(self, one: FilledSection, fields: tuple[FieldAnswer, ...]) -> Table:
        rows = tuple(((self.run(self._title(one, field.id)),), self.value(field)) for field in fields)
        header = ((self.run(self.words("field")),), (self.run(self.words("answer")),))
        title = getattr(one.section.title, self.lang)
        keys = tuple(("", f"{one.id}/fields/{field.id}/{self.lang}") for field in fields)
        return Table((), header, rows, (0.3, 0.7), row_headers=True, keys=keys, title=title)

    def _items(self, one: FilledSection, items: tuple[Item, ...]) -> Iterator[Block]:
        if one.section.kind == "table" and items:
            yield self._table(one, items)
            return
        for item in items:
            title = item_title(self.filled, item, self.lang)
            if title:
                yield Heading(
                    level(self.filled, one) + 1, (self.run(title),), f"item-{one.id}-{item.id}-{self.lang}"
                )
            if item.initiative is not None:
                yield from self._initiative(item.initiative)
            for field in item.fields:
                if field.id in ("title", "name") and field.label is not None:
                    continue
                label = replace(self.run(f"{self._title(one, field.id)}: ", bold=True), origin="label:")
                key = f"{one.id}/items/{item.id}/{field.id}/{self.lang}"
                yield Paragraph((label, *self.value(field)), style="answer", key=key)
            yield from self.missing(item.missing)

    def _table(self, one: FilledSection, items: tuple[Item, ...]) -> Table:
        fields = one.section.fields
        header = tuple((self.run(getattr(field.title, self.lang)),) for field in fields)
        rows, keys = [], []
        for item in items:
            held = {field.id: field for field in item.fields}
            rows.append(tuple(self.value(held[field.id]) if field.id in held else () for field in fields))
            keys.append(
                tuple(
                    f"{one.id}/items/{item.id}/{field.id}/{self.lang}" if field.id in held else ""
                    for field in fields
                )
            )
        widths = (1 / len(fields),) * len(fields)
        title = getattr(one.section.title, self.lang)
        return Table((), header, tuple(rows), widths, keys=tuple(keys), title=title)

    def _initiative(self, id: str) -> Iterator[Block]:
        """What the record of an initiative says; its key is its id, the same in every document."""
        initiative = self.filled.catalogue.record(Initiative, "initiatives", id)
        words = labels(self.lang)
        yield Paragraph((self.run(f"{id}", italic=True),), style="small")
        if initiative.date is not None:
            yield self._told(words["date"], (self.run(show_date(initiative.date, self.lang)),))
        for key, text in initiative_texts(self.filled.catalogue, id):
            if key in ("summary", "objectives"):
                yield from self.wording.blocks(getattr(text, self.lang), style="body")
            else:
                yield self._told(words[key], self.wording.line(getattr(text, self.lang)))
        if initiative.partners:
            names = [
                self.filled.catalogue.at(f"organisations/{one}").name(self.lang)
                for one in initiative.partners
            ]
            yield self._told(words["partners"], (self.run(", ".join(names)),))

    def _told(self, label: str, runs: Runs) -> Paragraph:
        return Paragraph((self.run(f"{label}: ", bold=True), *runs), style="body")

    def value(self, field: FieldAnswer) -> Runs:
        """The answer in one field."""
        if field.number is not None:
            return (self.run(f"{field.number:,}"),)
        if field.label is not None:
            return (self.run(getattr(field.label, self.lang)),)
        found: list[Run] = []
        for passage in field.passages:
            found += [self.run(" ")] if found else []
            found += self.wording.line(getattr(passage, self.lang))
        return tuple(found)

    def _title(self, one: FilledSection, id: str) -> str:
        field: FormField = self.filled.field_title(one.section, id)
        return str(getattr(field.title, self.lang))

    def _length(self, one: FilledSection) -> str:
        found = one.lengths[self.lang]
        parts = [self.words("length", f"{found.words:,}", f"{found.characters:,}")]
        unit = "characters" if one.unit == "characters" else "words"
        if one.limit is not None:
            parts.append(self.words("limit", self.words(f"unit-{unit}", f"{one.limit:,}")))
        else:
            parts.append(self.words("limit-unknown"))
        if one.working is not None:
            parts.append(self.words("working-limit", self.words(f"unit-{unit}", f"{one.working:,}")))
        return " · ".join(parts)


def submission_document(filled: Filled, as_of: date, version: str, *, draft: bool) -> Document:
    """The submission in the form's language."""
    citing = Citing()
    writer = Writer(filled, "en", filled.wording("en", citing))
    blocks: list[Block] = [
        *opening(writer, as_of, version),
        Contents(writer.words("contents"), depth=2),
        PageBreak(),
    ]
    for one in filled.sections:
        blocks.append(writer.heading(one, level(filled, one)))
        blocks += writer.section(one)
    blocks.append(Heading(1, (Run(writer.words("bibliography")),), "bibliography"))
    blocks.append(bibliography(filled.catalogue, citing, "en"))
    return framed(writer, as_of, tuple(blocks), filled.submission.name.en, draft=draft)


def framed(writer: Writer, as_of: date, blocks: tuple[Block, ...], title: str, *, draft: bool) -> Document:
    """Blocks as a document with the submission's notice on every page."""
    submission = writer.filled.submission
    state = f"{writer.words('draft')} · " if draft else ""
    return Document(
        title=title,
        subtitle=f"{getattr(submission.city, writer.lang)} · {getattr(submission.period, writer.lang)}",
        lang=writer.wording.document_lang,
        date=as_of,
        blocks=blocks,
        header=f"{state}{title}",
        notice=getattr(submission.notice, writer.lang),
        author=labels(writer.lang)["cite-author"],
        words={"page": labels(writer.lang)["dossier-page"]},
    )


def opening(writer: Writer, as_of: date, version: str) -> Iterator[Block]:
    """What this is, made from what, as of when."""
    filled = writer.filled
    yield Paragraph((writer.run(getattr(filled.submission.notice, writer.lang)),), style="notice")
    day = show_date(When.parse(as_of.isoformat()), writer.lang)
    facts = (
        (writer.words("form"), f"{getattr(filled.form.name, writer.lang)} ({filled.form.edition})"),
        (writer.words("period"), getattr(filled.submission.period, writer.lang)),
        (writer.words("as-of"), day),
        (writer.words("version"), version),
        (writer.words("coverage"), getattr(filled.form.coverage, writer.lang)),
    )
    yield ListBlock(tuple((writer.run(f"{label}: ", bold=True), writer.run(value)) for label, value in facts))
    yield Paragraph((writer.run(writer.words("counting")),), style="small")


def level(filled: Filled, one: FilledSection) -> int:
    return 2 if one.section.part_of else 1
