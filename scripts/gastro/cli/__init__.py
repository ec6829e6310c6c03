"""The command line: the one place that prints, exits, and reads environment and clock."""

from __future__ import annotations

from gastro.cli import dossier, offline, records
from gastro.cli.common import fault
from gastro.cli.group import cli

__all__ = ["cli", "dossier", "main", "offline", "records"]


def main() -> None:
    """Run the command line; a fault of ours is told as such, with exit status 2."""
    try:
        cli.main(standalone_mode=True)
    except Exception as error:
        fault(f"โปรแกรมขัดข้อง ไม่ใช่ความผิดของคุณ · A fault of ours: {type(error).__name__}: {error}")
