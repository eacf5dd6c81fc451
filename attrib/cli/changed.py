"""`--diff-base`: findings on what a change touches, and no others."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from attrib.cli.arguments import Parser
from attrib.cli.house import House
from attrib.errors import AttribError, InputError
from attrib.outputs import Report
from attrib.wording import count


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "--diff-base",
        metavar="REV",
        help="report only what changed since that git revision, counted from the commit that both have",
    )


def demand(options: argparse.Namespace) -> None:
    """Raises AttribError for an option that writes what is found, which would then be a part of it."""
    for option in ("fix", "diff", "add_baseline"):
        if getattr(options, option):
            raise AttribError(f"--diff-base and --{option.replace('_', '-')} do not go together; leave one out")
    if options.add_ignore is not None:
        raise AttribError("--diff-base and --add-ignore do not go together; leave one out")


def of_change(reports: Sequence[Report], options: argparse.Namespace, here: House) -> tuple[list[Report], str]:
    """The reports less what the change did not touch, and what to say of that, if anything.

    Raises AttribError where git cannot tell what changed.
    """
    if options.diff_base is None:
        return list(reports), ""
    demand(options)
    from attrib import changes, revisions
    from attrib.inputs import read_data

    base = revisions.since(options.diff_base)
    left, hidden = [], 0
    for report in reports:
        data = base.data(report.path)
        try:
            before = None if data is None else here.checked(read_data(data, report.path))
        except InputError:  # it was no draft then
            before = None
        kept = report.findings
        if before is not None:
            kept = changes.of_change(kept, before[1], changes.touched(before[0], report.analysis))
        hidden += len(report.findings) - len(kept)
        left.append(report._replace(findings=kept))
    since = f"{options.diff_base} ({base.commit[:12]})"
    return left, f"{count(hidden, 'finding')} on text unchanged since {since} left out" if hidden else ""
