"""Names of files that any stick and any system can hold: FAT and exFAT, Windows, macOS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from gastro.problems import Message

LONGEST = 199
"""Characters of a path from the top of the copy; Windows takes 260, drive and folders above included."""
_RESERVED = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def unfit(paths: Iterable[str]) -> Iterator[tuple[str, Message]]:
    """Each path that some system cannot hold, and why."""
    held: dict[str, str] = {}
    for path in sorted(paths):
        for part in PurePosixPath(path).parts:
            if _RESERVED.search(part) or _DEVICE.fullmatch(part) or part.endswith((".", " ")):
                yield path, Message(f"ชื่อที่ Windows ไม่รับ: {part}", f"a name Windows does not take: {part}")
        if len(path) > LONGEST:
            yield path, Message(f"ที่อยู่ยาวเกิน {LONGEST} ตัวอักษร", f"a path of more than {LONGEST} characters")
        other = held.setdefault(path.casefold(), path)
        if other != path:
            yield (
                path,
                Message(
                    f"ต่างจาก {other} แค่ตัวพิมพ์เล็กใหญ่", f"differs from {other} only in small and capital letters"
                ),
            )
