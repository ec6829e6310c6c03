"""What the site holds beside its pages: files by their path, each a file to copy or its bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

Asset = tuple[str, Path | bytes]
"""Path below the site (``assets/photos/market-640.avif``), and the file or its content."""


def write_assets(assets: Iterable[Asset], site: Path) -> None:
    """Put every asset in its place below ``site``; what is the same already is left alone."""
    for path, content in assets:
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            if not target.is_file() or target.read_bytes() != content:
                target.write_bytes(content)
            continue
        target.unlink(missing_ok=True)
        try:
            os.link(content, target)
        except OSError:
            shutil.copyfile(content, target)
