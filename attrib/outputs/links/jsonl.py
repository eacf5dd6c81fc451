"""One bulletin a line, each as in the `documents` of the `json` format: for streams and for `grep`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from attrib.outputs import Options, Report
from attrib.outputs.links.json import document


def render(reports: Sequence[Report], options: Options) -> str:
    return "".join(json.dumps(document(report.analysis)) + "\n" for report in reports)
