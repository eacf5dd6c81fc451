"""The draft as a Word file, its own where it is one, with a comment at the words of every finding.

It may be written over itself, and over an earlier one, but never over comments of people that it does not hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrib.errors import AttribError
from attrib.outputs import Options, Report
from attrib.report.writers import File

ENDINGS = (".docx",)


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    """One file. Raises AttribError for several drafts, for a Word file that has changed meanwhile, and for one that
    would take comments of people with it."""
    if len(reports) != 1:
        raise AttribError(f"{target}: holds the comments on one draft; name one, not {len(reports)}")
    (report,) = reports
    made = _reviewed(report)
    if lost := _remarks(target) - _of_people(made):
        from attrib.wording import count

        authors = ", ".join(sorted({author or "somebody" for author, _ in lost}))
        raise AttribError(
            f"{target}: holds {count(lost.total(), 'comment')} by {authors} that {report.path} has not; "
            f"`attrib report {target} -o {target}` keeps them, another name for the report does, too"
        )
    yield File(target, made, is_draft=report.analysis.document.format == "docx")


def _reviewed(report: Report) -> bytes:
    if report.analysis.document.format != "docx":
        from attrib.report.typed import typed

        return typed(report.analysis, report.findings)
    from attrib.report.word import reviewed

    try:
        data = Path(report.path).read_bytes()
    except OSError as error:
        raise AttribError(f"{report.path}: cannot be read again: {error.strerror}") from None
    return reviewed(data, report.analysis, report.findings)


def _remarks(target: str) -> Counter[tuple[str, str]]:
    """The comments of people in the file that stands there; none where it is no Word file."""
    try:
        return _of_people(Path(target).read_bytes())
    except (OSError, AttribError):
        return Counter()


def _of_people(data: bytes) -> Counter[tuple[str, str]]:
    from attrib.report.word import of_people

    return of_people(data)
