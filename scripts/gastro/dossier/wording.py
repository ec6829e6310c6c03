"""From the cited text of an answer to the words of a document.

References are resolved here and nowhere else: ``{{ figure:id }}`` to the figure's number,
``{{ count:desserts }}`` and ``{{ count:desserts.tie=signature }}`` to how many records there
are, ``{{ names:… }}`` to their names. Links to records lead to their pages on the site,
citations to the bibliography.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gastro.catalogue import Catalogue
from gastro.catalogue.counted import COUNTED, counted
from gastro.dossier.document import Block, ListBlock, Paragraph, ParagraphStyle, Run, Runs
from gastro.pages.sharing import page_address
from gastro.records.figures import Figure
from gastro.text import markdown
from gastro.text.dates import Lang

_COUNTED = re.sub(r"\?P<[a-z]+>", "?:", COUNTED.pattern)
_THAI = re.compile(r"([\u0e00-\u0e7f]+(?: +[\u0e00-\u0e7f]+)*)")


@dataclass
class Citing:
    """Numbers sources in the order in which a document cites them, from 1."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """The number of a source, given now if it had none."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)


@dataclass(frozen=True)
class Wording:
    """Writes texts of one language for a document whose own language is ``document_lang``."""

    catalogue: Catalogue
    lang: Lang
    document_lang: Lang
    site_url: str
    citing: Citing

    def resolved(self, text: str) -> str:
        """The text with every reference replaced by what it stands for.

        Raises UnknownReference or KeyError for one that the rules would have refused.
        """
        return COUNTED.sub(self._counted, markdown.FIGURE.sub(self._figure, text))

    def plain(self, text: str) -> str:
        """The words alone, as they are counted and pasted: no citations, no markup."""
        return "\n\n".join(
            markdown.plain(block) for block in re.split(r"\n\s*\n", self.resolved(text)) if block.strip()
        )

    def blocks(self, text: str, *, key: str = "", style: ParagraphStyle = "answer") -> Iterator[Block]:
        """The paragraphs and lists of a text, all with ``key``: together they are one answer."""
        tokens = MarkdownIt("commonmark").parse(text)
        items: list[Runs] = []
        depth, ordered = 0, False
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth, ordered = depth + 1, token.type.startswith("ordered")
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
                if depth == 0:
                    yield ListBlock(tuple(items), ordered=ordered, key=key)
                    items = []
            elif token.type == "inline" and depth:
                items.append(self.runs(token.children or []))
            elif token.type == "inline":
                yield Paragraph(self.runs(token.children or []), style=style, key=key)

    def line(self, text: str) -> Runs:
        """A text of one paragraph, for a cell or an item."""
        found: list[Run] = []
        for block in self.blocks(text):
            if found:
                found.append(self._run(" "))
            if isinstance(block, Paragraph):
                found += block.runs
            elif isinstance(block, ListBlock):
                for number, item in enumerate(block.items):
                    found += [self._run(" · ")] if number else []
                    found += item
        return tuple(found)

    def runs(self, children: list[Token]) -> Runs:
        """The pieces of one block."""
        out: list[Run] = []
        now = self._run("")
        for child in children:
            if child.type in ("strong_open", "strong_close"):
                now = replace(now, bold=child.type.endswith("open"))
            elif child.type in ("em_open", "em_close"):
                now = replace(now, italic=child.type.endswith("open"))
            elif child.type == "link_open":
                target = str(child.attrGet("href") or "")
                origin = f"link:{target}" if markdown.Link(target).record else ""
                now = replace(now, href=self._address(target), origin=origin)
            elif child.type == "link_close":
                now = replace(now, href="", origin="")
            elif child.type in ("softbreak", "hardbreak"):
                out.append(replace(now, text=" "))
            elif child.type in ("text", "text_special"):
                out += self._cited(child.content, now)
        return tuple(run for run in out if run.text)

    def _cited(self, words: str, now: Run) -> Iterator[Run]:
        pieces = re.split(r"[ \t]*\[\^([a-z0-9-]+)\]", words)
        for at, piece in enumerate(pieces):
            if at % 2 == 0:
                yield from self._referred(piece, now)
            else:
                number = self.citing.number(piece)
                yield Run(f"[{number}]", raised=True, target=f"source-{piece}")

    def _referred(self, words: str, now: Run) -> Iterator[Run]:
        """Words with every reference replaced by what it stands for; the run says which it was."""
        at = 0
        for match in re.finditer(f"{markdown.FIGURE.pattern}|{_COUNTED}", words):
            yield from self._spoken(replace(now, text=words[at : match.start()]))
            text = markdown.plain(self.resolved(match[0]))
            yield replace(now, text=text, origin=match[0].strip("{ }"))
            at = match.end()
        yield from self._spoken(replace(now, text=words[at:]))

    def _spoken(self, run: Run) -> Iterator[Run]:
        """Thai words in an English text are marked, so that a voice reads them so; a link stays whole."""
        if self.lang == "th" or run.href or run.origin:
            yield run
            return
        thai: Lang | Literal[""] = "" if self.document_lang == "th" else "th"
        for at, text in enumerate(_THAI.split(run.text)):
            yield replace(run, text=text, lang=thai if at % 2 else run.lang)

    def _address(self, target: str) -> str:
        link = markdown.Link(target)
        match = link.record
        if match is None:
            return target if link.is_web else ""
        anchor = f"#{match['anchor']}" if match["anchor"] else ""
        return page_address(self.site_url, self.lang, f"{match['kind']}/{match['id']}") + anchor

    def _run(self, text: str) -> Run:
        return Run(text, lang="" if self.lang == self.document_lang else self.lang)

    def _figure(self, match: re.Match[str]) -> str:
        return f"{self.catalogue.record(Figure, 'figures', match[1]).value:,}"

    def _counted(self, match: re.Match[str]) -> str:
        entries = counted(self.catalogue, match, self.lang)
        if match["what"] == "count":
            return f"{len(entries):,}"
        return listed([markdown.escape(entry.name(self.lang)) for entry in entries], self.lang)


def listed(names: list[str], lang: Lang) -> str:
    """Names in a row, as the language joins them."""
    if len(names) < 2:
        return "".join(names)
    if lang == "en":
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{' '.join(names[:-1])} และ{names[-1]}"
