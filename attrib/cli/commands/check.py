"""Find the statements that nothing supports, and what is wrong with citations.

Findings go to standard output, all else to standard error. The exit status is 1 where a finding is as severe as
--fail-on, 2 where a draft, a rule or an option is bad, else 0.
"""

from __future__ import annotations

import argparse

from attrib.cli import selection
from attrib.cli.arguments import Parser, drafts, one_of, outputs
from attrib.cli.console import remark, tell
from attrib.cli.drafts import analysed, each
from attrib.cli.writing import targets, write
from attrib.findings import check
from attrib.model import Document
from attrib.outputs import Report
from attrib.summary import SEVERITIES, statistics, summary


def arguments(parser: Parser) -> None:
    drafts(parser, default=["."])
    outputs(parser, of="check", default="full")
    selection.arguments(parser)
    parser.add_argument(
        "--fail-on",
        type=one_of(*SEVERITIES, "never"),
        default="error",
        metavar="SEVERITY",
        help="error, warning, note or never: how severe a finding must be for exit status 1 (default: error)",
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 instead of 1; 2 stays 2")
    parser.add_argument("--statistics", action="store_true", help="end with how often each rule was met")
    parser.add_argument("--quiet", action="store_true", help="no closing line, no statistics, no warnings")


def run(options: argparse.Namespace) -> int:
    targets(options)
    rulebook = selection.selected(options)
    analyse = analysed(options)

    def report(document: Document) -> Report:
        analysis = analyse(document)
        return Report(analysis, check(analysis, rulebook))

    reports, failed = each(options, report)
    write(reports, options)
    if not options.quiet:
        if options.statistics:
            remark(statistics(reports))
        if reports:
            tell(str(summary(reports)))
    if failed:
        return 2
    return int(not options.exit_zero and _failing(reports, options.fail_on))


def _failing(reports: list[Report], fail_on: str) -> bool:
    """Whether a finding is at least that severe."""
    if fail_on == "never":
        return False
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in failing for report in reports for finding in report.findings)
