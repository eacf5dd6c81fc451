"""A row a claim, for a spreadsheet: where it stands, what it says, what carries it, what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.excerpt import plain
from attrib.outputs import Options, Report
from attrib.pages.reasoning import by_claim
from attrib.report.writers import File
from attrib.terminal import visible
from attrib.wording import of_link, reference

ENDINGS = (".csv",)
HEADERS = ("path", "line", "column", "claim", "kind", "support", "origins", "sources", "findings")
_FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is a formula to a spreadsheet, and a draft could have it run; an apostrophe makes it text."""


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    """In UTF-8 with the mark by which spreadsheets know it."""
    import csv
    import io

    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADERS)
    for report in reports:
        writer.writerows([_cell(value) for value in row] for row in _rows(report))
    yield File(target, file.getvalue().encode("utf-8-sig", "backslashreplace"))


def _rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    analysis = report.analysis
    for claim, support, touching in zip(analysis.claims, analysis.supports, by_claim(report), strict=True):
        place = analysis.document.origin(claim.span.start)
        sources = dict.fromkeys(reference(of_link(analysis, link)) for link in support.links)
        found = dict.fromkeys(f"{one.code} {one.message}" for one in touching)
        yield (
            report.path,
            place.line,
            place.column,
            plain(analysis.document, claim.span),
            claim.kind,
            support.level,
            support.origins,
            "; ".join(sources),
            "; ".join(found),
        )


def _cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
