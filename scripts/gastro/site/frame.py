"""What the frame of every page needs to know: its policy, the versions of its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""Nothing from elsewhere, nothing inline; ``data:`` only for the blurred previews of photos."""


def versioner(docs: Path) -> Callable[[str], str]:
    """A filter that adds the hash of a file of docs/ to its address, so that no browser keeps an old one."""

    @cache
    def stamped(path: str, changed: int) -> str:
        digest = hashlib.sha256((docs / path).read_bytes()).hexdigest()
        return f"{path}?v={digest[:8]}"

    def versioned(path: str) -> str:
        return stamped(path, (docs / path).stat().st_mtime_ns)

    return versioned
