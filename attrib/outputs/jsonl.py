"""A finding a line, each as in the `findings` of the `json` format: for streams and for `grep`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.outputs import Options, Report, as_json
from attrib.outputs.json import finding


def render(reports: Sequence[Report], options: Options) -> str:
    return "".join(
        as_json(finding(one, report.analysis.document)) + "\n" for report in reports for one in report.findings
    )
