"""The last pass over a finished PDF, for what Typst cannot say.

Row headers: Typst tags the header row of a table, but the cells that head their rows as data; a
screen reader in the middle of a row would not tell what the row is about. And characters that keep
a line from breaking (see typst_text) are read back as the plain hyphen and space that were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectStreamMode, Pdf, String

from gastro.dossier.pdf.typst_text import NO_BREAK

_UNBREAKING: Final = re.compile(
    rb"(<[0-9A-Fa-f]{4}> )<(%s)>" % b"|".join(b"%04X" % ord(kept) for kept in NO_BREAK.values())
)
_PLAIN: Final = {b"%04X" % ord(kept): b"%04X" % ord(plain) for plain, kept in NO_BREAK.items()}


def finished(made: bytes, row_headers: Sequence[bool]) -> bytes:
    """The same pages; ``row_headers`` tells of each table, in order, whether its rows have headers."""
    with Pdf.open(BytesIO(made)) as pdf:
        pdf.Root.MarkInfo = Dictionary(Marked=True)  # old Poppler complains of what else stands there
        if any(row_headers):
            _head_tables(pdf.Root.StructTreeRoot, row_headers)
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font and "/ToUnicode" in thing:
                _read_plainly(thing.ToUnicode)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.preserve)
    return out.getvalue()


def _read_plainly(meanings: Object) -> None:
    told = meanings.read_bytes()
    plain = _UNBREAKING.sub(lambda match: b"%s<%s>" % (match[1], _PLAIN[match[2].upper()]), told)
    if plain != told:
        meanings.write(plain)


def _head_tables(root: Object, row_headers: Sequence[bool]) -> None:
    tables = list(_tagged(root, "/Table"))
    if len(tables) != len(row_headers):
        raise ValueError(f"{len(row_headers)} tables were set, but {len(tables)} are tagged")
    names = NameTree(root.IDTree)
    for number, table in enumerate(tables):
        if row_headers[number]:
            _head_rows(table, f"table{number + 1}row", names)


def _head_rows(table: Object, prefix: str, names: NameTree) -> None:
    """Give each row's first cell the tag and the scope of a header, and name it in the other cells."""
    for number, row in enumerate(_tagged(table, "/TR"), 1):
        first, *rest = _parts(row)
        if first.S != Name.TD:
            continue
        name = f"{prefix}{number}"
        first.S = Name.TH
        first.ID = String(name)
        _of_table(first).Scope = Name.Row
        names[name] = first
        for cell in rest:
            _of_table(cell).Headers.append(String(name))


def _of_table(cell: Object) -> Object:
    """The attributes of a cell that belong to its table."""
    for attributes in cell.A if isinstance(cell.A, Array) else [cell.A]:
        if str(attributes.O) == "/Table":
            return attributes
    raise ValueError("a cell has no attributes of its table")


def _tagged(element: Object, kind: str) -> Iterator[Object]:
    """Elements of a kind below another, in reading order."""
    for part in _parts(element):
        if str(part.S) == kind:
            yield part
        yield from _tagged(part, kind)


def _parts(element: Object) -> list[Object]:
    """The elements right below another, without the marks of its content."""
    below = element.get("/K")
    parts = list(below) if isinstance(below, Array) else [below]
    return [part for part in parts if isinstance(part, Dictionary) and "/S" in part]
