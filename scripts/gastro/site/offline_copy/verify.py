"""Reads the turned pages again, as a browser would find them on a disk: every address must be a file.

A folder is no file, and a path from the top of a server leads nowhere. What the search leads
to is looked up as well: its links are written only when someone searches.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gastro.problems import Message
from gastro.search.index_files import FOLDER as INDEX_FOLDER
from gastro.site.offline_copy.names import unfit
from gastro.site.offline_copy.pages import FOLDERS_OF_SCRIPTS, INDEX
from gastro.site.verify import Fault

_ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "poster", "data")
_WITH_ADDRESS = ", ".join(f"[{name.replace(':', chr(92) + ':')}]" for name in _ADDRESSES)
_OF_SEARCH = re.compile("data-(other-)?(names|texts|more)|data-scripts|data-style")
"""Attributes of the search that name files, parted by spaces."""
_REFRESH = re.compile(r"url\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_IN_SHEET = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_HANDED_OVER = re.compile(r'gastroSearch\.take\("(\w\w)","names",(.*)\);\s*', re.DOTALL)


def verify_copy(folder: Path) -> list[Fault]:
    """Every fault of the copy in ``folder``: addresses that are no file, names that no stick can hold."""
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    faults = {Fault(path, message) for path, message in unfit(files)}
    for path in sorted(files):
        if reader := _READERS.get(posixpath.splitext(path)[1]):
            told = reader(path, (folder / path).read_text(encoding="utf-8"))
            faults |= {_missing(path, address) for address in told if not _leads(path, address, files)}
    return sorted(faults)


def addresses_of_page(path: str, page: str) -> Iterator[str]:
    """Every address that a page (HTML) follows, loads, or lets a script follow."""
    tree = LexborHTMLParser(page)
    for node in tree.css(_WITH_ADDRESS):
        yield from (value for name in _ADDRESSES if (value := node.attributes.get(name)) is not None)
    for node in tree.css("[srcset]"):
        yield from (one.split()[0] for one in (node.attributes["srcset"] or "").split(",") if one.strip())
    for node in tree.css("meta[http-equiv=refresh i]"):
        yield from _REFRESH.findall(node.attributes.get("content") or "")
    for node in tree.css("html, dialog.search"):
        yield from _for_scripts(node)


def _for_scripts(node: LexborNode) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name in FOLDERS_OF_SCRIPTS:
            yield f"{value}/{INDEX}"
        elif _OF_SEARCH.fullmatch(name):
            yield from (value or "").split()


def addresses_of_sheet(path: str, sheet: str) -> Iterator[str]:
    """Every file that a style sheet loads."""
    yield from _IN_SHEET.findall(sheet)


def addresses_of_script(path: str, script: str) -> Iterator[str]:
    """Where the names of the search lead, and their pictures; none for any other script."""
    found = _HANDED_OVER.fullmatch(script) if posixpath.dirname(path).endswith(INDEX_FOLDER) else None
    if found is None:
        return
    content = json.loads(found[2])
    top = "../" * len(INDEX_FOLDER.split("/"))
    root = top if found[1] == "th" else f"{top}{found[1]}/"
    kinds = [kind for kind, _ in content["kinds"]]
    for kind, id, *_ in content["rows"]:
        yield f"{root}{id if kinds[kind] == 'pages' else f'{kinds[kind]}/{id}'}/{INDEX}"
    for picture in content["pictures"]:
        yield f"{top}assets/{picture}"


_READERS: dict[str, Callable[[str, str], Iterable[str]]] = {
    ".html": addresses_of_page,
    ".css": addresses_of_sheet,
    ".js": addresses_of_script,
}


def _leads(path: str, address: str, files: set[str]) -> bool:
    """Whether an address in the file at ``path`` leads elsewhere, or to a file of the copy."""
    parts = urlsplit(address)
    if parts.scheme:
        return parts.scheme != "file"
    if parts.netloc or parts.path.startswith("/"):
        return False
    if not parts.path:
        return True
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) in files


def _missing(path: str, address: str) -> Fault:
    return Fault(path, Message(f"ไม่มีไฟล์นี้ในสำเนา: {address}", f"no such file in the copy: {address}"))
