"""Turns a page of the site into one that opens from a disk: every link to a folder names its page.

Only what stands in tags is touched, attribute by attribute; texts, scripts and comments stay
as they are. Scripts join ``data-root`` and ``data-base`` with the rest of an address
themselves, so these two go on naming folders.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

INDEX = "index.html"
FOLDERS_OF_SCRIPTS = frozenset({"data-root", "data-base"})
"""Attributes that name a folder, which a script joins with a path of its own."""
_ADDRESSES = frozenset({"href", "xlink:href", "src", "action", "formaction"})
_TOKEN = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|textarea|title)\b.*?</(?P=raw)\s*>"
    r"""|<(?P<name>[a-z][^\s/>]*)(?P<inside>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+))?""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_REFRESH = re.compile(r"(\s*[\d.]+\s*;\s*url\s*=\s*)(.*)", re.IGNORECASE | re.DOTALL)
_SERVED = frozenset({"manifest", "preload"})
"""Kinds of link that mean something on a server only; a browser refuses them from a disk, and says so."""
_FOOT = re.compile(r'(<footer class="foot">.*?)(</section>)', re.DOTALL)


def folders_of(pages: Iterable[str]) -> frozenset[str]:
    """The folders (paths below the site, ``""`` for its top) that hold a page of their own."""
    return frozenset(posixpath.dirname(page) for page in pages if posixpath.basename(page) == INDEX)


def turned(page: str, path: str, folders: frozenset[str], note: str = "") -> str:
    """The HTML of a page for a disk.

    ``path`` is where the page stands below the site, ``folders`` those of ``folders_of``,
    ``note`` HTML to stand at the end of the first part of the foot.
    """

    def tag(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0]
        return _tag(match["name"], match["inside"], path, folders)

    whole = _TOKEN.sub(tag, page)
    return _FOOT.sub(lambda foot: f"{foot[1]}{note}\n    {foot[2]}", whole, count=1) if note else whole


def to_file(address: str, page: str, folders: frozenset[str]) -> str:
    """An address on a page, as it leads to a file: ``../map/?district=x#at`` to ``../map/index.html?…``.

    What leads elsewhere, to a file already, or nowhere is given back as it is.
    """
    path = re.split("[?#]", address, maxsplit=1)[0]
    if not path or path.startswith("/") or _SCHEME.match(path):
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    if ("" if target == "." else target) not in folders:
        return address
    folder = "" if path in (".", "./") else path.rstrip("/") + "/"
    return folder + INDEX + address[len(path) :]


def _tag(name: str, inside: str, page: str, folders: frozenset[str]) -> str:
    held = {found[1].lower(): html.unescape(_bare(found[3] or "")) for found in _ATTRIBUTE.finditer(inside)}
    kind = name.lower()
    if kind == "link" and _SERVED & set(held.get("rel", "").lower().split()):
        return ""
    equiv = held.get("http-equiv", "").lower() if kind == "meta" else ""

    def attribute(match: re.Match[str]) -> str:
        key, sign, written = match.groups()
        if not sign:
            return match[0]
        value = html.unescape(_bare(written))
        new = value
        if key.lower() in _ADDRESSES:
            new = to_file(value, page, folders)
        elif key.lower() == "content" and equiv == "refresh":
            new = _REFRESH.sub(lambda at: at[1] + to_file(at[2], page, folders), value)
        elif key.lower() == "content" and equiv == "content-security-policy":
            new = policy(value)
        return match[0] if new == value else f'{key}{sign}"{_quoted(new)}"'

    return f"<{name}{_ATTRIBUTE.sub(attribute, inside)}>"


def policy(served: str) -> str:
    """The Content-Security-Policy for a disk, where not every browser counts files as of one's own.

    The letters are written into their style sheet (see ``letters.py``).
    """
    own = served.replace("'self'", "'self' file:")
    return own.replace("font-src 'self' file:", "font-src 'self' file: data:")


def _bare(written: str) -> str:
    return written[1:-1] if written[:1] in ("'", '"') else written


def _quoted(value: str) -> str:
    """A value for double quotes, as the templates write it: an apostrophe stays."""
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
