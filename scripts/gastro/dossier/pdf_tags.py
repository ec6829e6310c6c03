"""Row headers in the tags of a finished PDF: what Typst cannot say of a table.

Typst tags the header row; the cells that head their rows it tags as data. A screen
reader in the middle of a row would then not tell what the row is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectStreamMode, Pdf, String


def with_row_headers(made: bytes, wanted: Sequence[bool]) -> bytes:
    """The same PDF, the first cell of each row a header in those of its tables, in order, that want it."""
    if not any(wanted):
        return made
    with Pdf.open(BytesIO(made)) as pdf:
        root = pdf.Root.StructTreeRoot
        tables = list(_tagged(root, "/Table"))
        if len(tables) != len(wanted):
            raise ValueError(f"{len(wanted)} tables were set, but {len(tables)} are tagged")
        names = NameTree(root.IDTree)
        for number, table in enumerate(tables):
            if wanted[number]:
                _head_rows(table, f"table{number + 1}row", names)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.preserve)
    return out.getvalue()


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
        if attributes.O == Name.Table:
            return attributes
    raise ValueError("A cell has no attributes of its table")


def _tagged(element: Object, kind: str) -> Iterator[Object]:
    """Elements of a kind below another, in reading order."""
    for part in _parts(element):
        if part.S == kind:
            yield part
        yield from _tagged(part, kind)


def _parts(element: Object) -> list[Object]:
    """The elements right below another, without the marks of its content."""
    below = element.get("/K")
    parts = list(below) if isinstance(below, Array) else [below]
    return [part for part in parts if isinstance(part, Dictionary) and "/S" in part]
