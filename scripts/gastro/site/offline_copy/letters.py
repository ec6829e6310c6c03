"""The letters of the copy stand in the style sheet itself: not every browser takes them from files."""

from __future__ import annotations

import base64
import re
from pathlib import Path

_FONT = re.compile(r'url\("([^"]+\.woff2)"\)')


def with_letters(sheet: str, folder: Path) -> str:
    """A style sheet with the font files of ``folder`` that it names put into it."""

    def whole(match: re.Match[str]) -> str:
        content = base64.b64encode((folder / match[1]).read_bytes()).decode("ascii")
        return f'url("data:font/woff2;base64,{content}")'

    return _FONT.sub(whole, sheet)
