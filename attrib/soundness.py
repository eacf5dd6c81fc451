"""What makes tables of sources sound, and the words for what does not."""

from __future__ import annotations

from collections.abc import Mapping

from attrib.resources import Table


def demand(tables: Mapping[str, Table], collectives: Table) -> None:
    """Raise RuleError unless the tables are sound."""
