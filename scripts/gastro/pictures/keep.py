"""Keeps what was made in a folder under the hash of what it was made from."""

from __future__ import annotations

import tempfile
from pathlib import Path


def store(file: Path, data: bytes) -> None:
    """Write under another name and rename: whatever has its own name is whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".half-", delete=False) as half:
        temporary = Path(half.name)
        try:
            half.write(data)
            half.close()
            temporary.chmod(0o644)
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
