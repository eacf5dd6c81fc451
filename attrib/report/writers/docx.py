"""The draft as a Word file, its own where it is one, with a comment at the words of every finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrib.errors import AttribError
from attrib.outputs import Options, Report
from attrib.report.writers import File

ENDINGS = (".docx",)


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    """One file. Raises AttribError for several drafts, and for a Word file that has changed meanwhile."""
    if len(reports) != 1:
        raise AttribError(f"{target}: holds the comments on one draft; name one, not {len(reports)}")
    (report,) = reports
    if report.analysis.document.format != "docx":
        from attrib.report.typed import typed

        yield File(target, typed(report.analysis, report.findings))
        return
    from attrib.report.word import reviewed

    try:
        data = Path(report.path).read_bytes()
    except OSError as error:
        raise AttribError(f"{report.path}: cannot be read again: {error.strerror}") from None
    yield File(target, reviewed(data, report.analysis, report.findings))
