"""The command that all others belong to."""

from __future__ import annotations

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """ระเบียน เว็บไซต์ และเอกสารของเพชรบุรี เมืองสร้างสรรค์ด้านอาหาร

    The record, the site and the dossier of Phetchaburi, UNESCO City of Gastronomy.
    """
