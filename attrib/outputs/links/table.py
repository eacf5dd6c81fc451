"""A row a claim: its place, its first words, its kind, its support, and the sources with their days and basis."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.excerpt import plain
from attrib.model import Analysis, Claim, Support
from attrib.outputs import Options, Report
from attrib.terminal import clipped, columns, glyphs, inert
from attrib.wording import of_link, reference

HEADERS = ("place", "claim", "kind", "support", "sources")


def render(reports: Sequence[Report], options: Options) -> str:
    return "\n".join(_bulletin(report.analysis, options) for report in reports)


def _bulletin(analysis: Analysis, options: Options) -> str:
    from tabulate import tabulate

    date = analysis.date
    head = f"{inert(analysis.document.path)}: "
    head += f"{date.value.isoformat()} ({date.basis})" if date.value else "no issue date"
    head += f", style {analysis.style}"
    rows = [_row(analysis, *both) for both in zip(analysis.claims, analysis.supports, strict=True)]
    if not rows:
        return f"{head}\n\nno claims\n"
    taken = sum(2 + max(columns(line) for row in rows for line in row[at].split("\n")) for at in (0, 2, 3, 4))
    ellipsis = glyphs(options.encoding).ellipsis
    room = max(30, options.width - taken)
    rows = [(place, clipped(words, room, ellipsis), *rest) for place, words, *rest in rows]
    return f"{head}\n\n{tabulate(rows, HEADERS, 'simple', disable_numparse=True)}\n"


def _row(analysis: Analysis, claim: Claim, support: Support) -> tuple[str, ...]:
    document = analysis.document
    place = document.origin(claim.span.start)
    words = inert(plain(document, claim.span))
    level = f"{support.level} ({support.origins})" if support.level == "multiple" else support.level
    sources = [f"{inert(reference(of_link(analysis, link)))} [{link.basis}]" for link in support.links]
    return f"{place.line}:{place.column}", words, claim.kind, level, "\n".join(dict.fromkeys(sources))
