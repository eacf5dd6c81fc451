"""`--baseline` and `--add-baseline`: what is known is left out, or written down."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from attrib.cli.arguments import Parser
from attrib.cli.house import House
from attrib.errors import AttribError
from attrib.outputs import Report
from attrib.saving import replace
from attrib.wording import count


def arguments(parser: Parser) -> None:
    parser.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file knows")
    parser.add_argument(
        "--add-baseline",
        action="store_true",
        help="write all that is found now into the baseline, and take out the rest",
    )


def without_known(reports: Sequence[Report], options: argparse.Namespace, here: House) -> tuple[list[Report], str]:
    """The reports less what the baseline knows, and what to say of the baseline, if anything.

    Raises AttribError where there is none to write to, or it cannot be read or written.
    """
    file = here.settings.path("baseline")
    if file is None:
        if options.add_baseline:
            raise AttribError("--add-baseline needs to know where; add --baseline FILE")
        return list(reports), ""
    if options.add_baseline:
        return _added(reports, file)
    from attrib import baseline

    known = baseline.read(file)
    left, stale = [], 0
    for report in reports:
        entries = known.get(baseline.seen_from(file, report.path), frozenset())
        new = tuple(finding for finding in report.findings if finding.known_by not in entries)
        stale += len(entries) - (len(report.findings) - len(new))
        left.append(report._replace(findings=new))
    told = f"{file}: {count(stale, 'finding')} met no more; --add-baseline takes them out" if stale else ""
    return left, told


def _added(reports: Sequence[Report], file: str) -> tuple[list[Report], str]:
    from attrib import baseline

    try:
        known = baseline.read(file)
    except AttribError as error:
        if "no such baseline" not in str(error):
            raise
        known = {}
    replace(file, baseline.written(known, file, {report.path: report.findings for report in reports}).encode())
    now = sum(len(report.findings) for report in reports)
    return [report._replace(findings=()) for report in reports], f"{file}: {count(now, 'finding')} written down"
