"""A finding a line, as compilers print them: `path:line:column: CODE[severity] message (name)`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.outputs import Options, Report
from attrib.places import for_matcher
from attrib.terminal import inert, paint, severity_color


def render(reports: Sequence[Report], options: Options) -> str:
    lines = []
    for report in reports:
        path, document = inert(for_matcher(report.path)), report.analysis.document
        for finding in report.findings:
            place = document.origin(finding.span.start)
            where, what = f"{path}:{place.line}:{place.column}:", f"{finding.code}[{finding.severity}]"
            if options.color:
                where, what = paint(where, "bold"), paint(what, severity_color(finding.severity))
            lines.append(f"{where} {what} {inert(finding.message)} ({finding.name})\n")
    return "".join(lines)
