"""One bulletin a line, each as in the `documents` of the `json` format: for streams and for `grep`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.outputs import Options, Report, as_json
from attrib.outputs.links.json import document


def render(reports: Sequence[Report], options: Options) -> str:
    return "".join(as_json(document(report.analysis)) + "\n" for report in reports)
