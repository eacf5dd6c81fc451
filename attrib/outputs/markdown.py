"""For the comment on a pull request: the sums, a table of findings, and the reasons behind the rules that were met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.outputs import Options, Report
from attrib.summary import summary
from attrib.terminal import clipped, inert

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]|:(?=\S)")
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
"""Behind a sign that calls a person or an issue by its name; a backslash would not keep GitHub from calling."""


def render(reports: Sequence[Report], options: Options) -> str:
    sums = summary(reports)
    found = [(one, report.analysis.document) for report in reports for one in report.findings]
    lines = ["### attrib", "", escaped(str(sums))]
    if found:
        lines += ["", "| place | rule | words | what is wrong |", "| --- | --- | --- | --- |"]
    for finding, document in found:
        place = document.origin(finding.span.start)
        words = clipped(inert(" ".join(finding.span.of(document.text).split())), 80, "…")
        cells = (
            f"{escaped(document.path)}:{place.line}:{place.column}",
            f"**{finding.code}** {finding.severity}",
            escaped(words),
            escaped(finding.message),
        )
        lines.append(f"| {' | '.join(cells)} |")
    whys = {finding.code: f"- **{finding.code}** {finding.name}: {escaped(finding.why)}" for finding, _ in found}
    if whys:
        lines += ["", *(whys[code] for code in sorted(whys))]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Words of a draft as Markdown that shows them and does nothing: no markup, no cell's end, nobody called."""
    return _CALLS.sub("\u200b", _MARKUP.sub(r"\\\g<0>", inert(text)))
