"""Reading: from bytes of YAML to a tree of plain texts that knows where each stood."""

from gastro.reading.tree import Mapping, Node, Scalar, Sequence, locate
from gastro.reading.yaml_reader import Document, read_yaml

__all__ = ["Document", "Mapping", "Node", "Scalar", "Sequence", "locate", "read_yaml"]
