"""reviewdog's diagnostics, with suggestions that a reviewer applies by one click.

Columns count the bytes of UTF-8 from 1 and ends are exclusive, as reviewdog's `proto/rdf/reviewdog.proto` has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrib.excerpt import quoted
from attrib.model import Document, Span
from attrib.outputs import Options, Report, Unread, as_json
from attrib.places import MARK, from_here, region, utf_8
from attrib.ranking import Found, found
from attrib.summary import Shortfall, shortfalls
from attrib.terminal import inert

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(reports: Sequence[Report], options: Options) -> str:
    files = [*map(_file, options.run.unread), *map(_file, shortfalls(reports))]
    diagnostics = [*files, *map(_diagnostic, found(reports))]
    return as_json({"source": {"name": "attrib"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(one: Found) -> dict[str, Any]:
    finding, document = one
    diagnostic: dict[str, Any] = {
        "message": f"{quoted(document, finding.span)}: {inert(finding.message)}. {inert(finding.why)}",
        "location": {"path": from_here(document.path), "range": _range(document, finding.span)},
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    if finding.fix and not document.extracted:
        diagnostic["suggestions"] = [
            {"range": _range(document, edit.span), "text": edit.text} for edit in finding.fix.edits
        ]
    return diagnostic


def _file(draft: Unread | Shortfall) -> dict[str, Any]:
    """What is wrong with a whole draft."""
    return {"message": inert(draft.message), "location": {"path": from_here(draft.path)}, "severity": "ERROR"}


def _range(document: Document, span: Span) -> dict[str, dict[str, int]]:
    line, column, end_line, end_column = region(document, span, utf_8)
    mark = utf_8(MARK) if document.marked else 0  # in the first line of the file, before its words
    return {
        "start": {"line": line, "column": column + mark * (line == 1)},
        "end": {"line": end_line, "column": end_column + mark * (end_line == 1)},
    }
