"""One page that holds everything; several bulletins stand behind an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.outputs import Options, Report
from attrib.report.writers import File

ENDINGS = (".html", ".htm")


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    from attrib.report.pages import page

    yield File(target, page(reports, options).encode())
