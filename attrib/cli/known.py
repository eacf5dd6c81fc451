"""`--baseline` and `--add-baseline`: what is known is left out, or written down."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from types import MappingProxyType

from attrib.cli.arguments import Group
from attrib.cli.house import House
from attrib.errors import AttribError
from attrib.keeping.saving import replace
from attrib.outputs import Report
from attrib.values import NamedTuple
from attrib.withheld import baseline
from attrib.wording import count


def arguments(group: Group) -> None:
    group.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file lists")
    group.add_argument(
        "--add-baseline",
        action="store_true",
        help="write the current findings to the baseline, in place of its own",
    )


class Baseline(NamedTuple):
    """The file of what is known, and what it holds; no file where nobody names one."""

    file: str | None = None
    known: baseline.Known = MappingProxyType({})


def read(options: argparse.Namespace, here: House) -> Baseline:
    """The baseline of a run, read before anything is written.

    Raises AttribError where there is none to write to, or it cannot be read.
    """
    file = here.settings.path("baseline")
    if file is None:
        if options.add_baseline:
            raise AttribError("--add-baseline needs to know where; add --baseline FILE")
        return Baseline()
    if options.add_baseline and not os.path.exists(file):
        return Baseline(file)
    return Baseline(file, baseline.read(file))


def without_known(
    reports: Sequence[Report], options: argparse.Namespace, here: House, of: Baseline
) -> tuple[list[Report], str]:
    """The reports less what the baseline knows, and what to say of the baseline, if anything.

    Raises AttribError where it cannot be written.
    """
    file, known = of
    if file is None:
        return list(reports), ""
    checked = [baseline.Checked(report.path, report.findings, _unasked(report, here)) for report in reports]
    if options.add_baseline:
        replace(file, baseline.written(known, file, checked).encode())
        number = sum(len(report.findings) for report in reports)
        return [report._replace(findings=()) for report in reports], f"{file}: {count(number, 'finding')} written down"
    new, stale = baseline.unknown(known, file, checked)
    left = [report._replace(findings=findings) for report, findings in zip(reports, new, strict=True)]
    told = f"{file}: {count(stale, 'finding')} met no more; --add-baseline takes them out" if stale else ""
    return left, told


def _unasked(report: Report, here: House) -> frozenset[str]:
    """The codes of the rules that a draft was not asked: what is known of them is neither met nor gone."""
    return frozenset(rule.code for rule in here.book.rules) - {rule.code for rule in here.rulebook(report.path).rules}
