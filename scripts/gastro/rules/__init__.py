"""Rules over the whole catalogue, one small module each, each yielding problems."""

from gastro.rules.run import RULES, run

__all__ = ["RULES", "run"]
