"""`attrib/findings/1`: every finding with its place, its reason and its fix, and the sums of the run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrib.model import Document, Finding, Fix
from attrib.outputs import Options, Report, as_json
from attrib.summary import Summary, summary

SCHEMA = "attrib/findings/1"


def render(reports: Sequence[Report], options: Options) -> str:
    """One JSON object for all bulletins."""
    return as_json({"schema": SCHEMA, **findings(reports)}) + "\n"


def findings(reports: Sequence[Report]) -> dict[str, Any]:
    """All findings and the sums, as the schema has them."""
    found = [finding(one, report.analysis.document) for report in reports for one in report.findings]
    return {"findings": found, "summary": _summary(summary(reports))}


def finding(found: Finding, document: Document) -> dict[str, Any]:
    """A finding as the schema has it: lines and columns from 1, in code points, the end exclusive."""
    start, end = document.origin(found.span.start), document.origin(found.span.end)
    return {
        "path": document.path,
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "start": found.span.start,
        "end": found.span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": found.message,
        "why": found.why,
        "fingerprint": found.fingerprint,
        "related": [{"start": one.span.start, "end": one.span.end, "message": one.message} for one in found.related],
        "fix": None if found.fix is None else _fix(found.fix),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"safety": fix.safety, "edits": edits}


def _summary(sums: Summary) -> dict[str, int]:
    names = ("claims", "supported", "multiple", "errors", "warnings", "notes")
    return {name: getattr(sums, name) for name in names}
