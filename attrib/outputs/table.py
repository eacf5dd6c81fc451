"""A table a run: a row a finding with its place, its rule, the words and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.excerpt import words
from attrib.outputs import Options, Report
from attrib.terminal import glyphs, inert, paint, severity_color, wrapped

HEADERS = ("place", "rule", "severity", "words", "message")


def render(reports: Sequence[Report], options: Options) -> str:
    """Nothing where nothing was found: a table of headings alone would look like a fault."""
    from tabulate import tabulate

    room = max(24, options.width - 28) // 2
    ellipsis = glyphs(options.encoding).ellipsis
    rows = []
    for report in reports:
        document = report.analysis.document
        for finding in report.findings:
            place = document.origin(finding.span.start)
            severity = paint(finding.severity, severity_color(finding.severity)) if options.color else finding.severity
            rows.append(
                (
                    f"{inert(report.path)}:{place.line}:{place.column}",
                    finding.code,
                    severity,
                    words(document, finding.span, room, ellipsis),
                    "\n".join(wrapped(inert(finding.message), room)),
                )
            )
    return tabulate(rows, HEADERS, "simple", disable_numparse=True) + "\n" if rows else ""
