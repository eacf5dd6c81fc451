"""Checkstyle's XML, which Jenkins, SonarQube, reviewdog and many others read; columns in code points.

Severities are those of Checkstyle's `SeverityLevel`: ignore, info, warning, error.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from attrib.excerpt import quoted
from attrib.outputs import Options, Report
from attrib.places import from_here, region
from attrib.summary import shortfalls
from attrib.xmltext import document as xml
from attrib.xmltext import held

SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}
VERSION = "4.3"
"""Of the report, not of attrib: the oldest version of Checkstyle that wrote this form, as linters have it."""


def render(reports: Sequence[Report], options: Options) -> str:
    """A `file` a bulletin, clean ones too; what is wrong with a whole draft is an error without a place."""
    root = Element("checkstyle", version=VERSION)
    for draft in options.run.unread:
        file = SubElement(root, "file", name=held(from_here(draft.path)))
        SubElement(file, "error", severity="error", message=held(draft.message), source="attrib.unread-draft")
    for report in reports:
        document = report.analysis.document
        file = SubElement(root, "file", name=held(from_here(report.path)))
        for _, message in shortfalls([report]):
            SubElement(file, "error", severity="error", message=message, source="attrib.min-supported")
        for finding in report.findings:
            place = region(document, finding.span)
            SubElement(
                file,
                "error",
                line=str(place.line),
                column=str(place.column),
                severity=SEVERITIES[finding.severity],
                message=held(f"{finding.message}: {quoted(document, finding.span)}"),
                source=f"attrib.{finding.code}.{finding.name}",
            )
    return xml(root)
