"""`attrib/report/1`: all that `attrib links` and `attrib check` give, in one object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.outputs import Options, Report, as_json
from attrib.report.writers import File

ENDINGS = (".json",)
SCHEMA = "attrib/report/1"


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    from attrib.outputs.json import findings
    from attrib.outputs.links.json import documents

    whole = {"schema": SCHEMA, **documents(reports), **findings(reports)}
    yield File(target, f"{as_json(whole, 2)}\n".encode())
