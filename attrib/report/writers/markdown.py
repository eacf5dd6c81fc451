"""The table of findings as Markdown, as `attrib check` writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.outputs import Options, Report, render
from attrib.report.writers import File

ENDINGS = (".md", ".markdown")


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    yield File(target, render(reports, "markdown", options).encode())
