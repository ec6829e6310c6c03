"""Where things lie: the folders of the project the package was installed from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout of this project."""

    root: Path

    @classmethod
    def here(cls) -> Project:
        """The checkout this package is run from, whatever the current folder is."""
        return cls(Path(__file__).resolve().parents[2])

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def schemas(self) -> Path:
        return self.root / "schemas"

    @property
    def cache(self) -> Path:
        """Pictures already made, under the hash of what they were made from; may be deleted."""
        return self.root / ".cache" / "pictures"
