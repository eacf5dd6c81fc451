"""Find the statements that nothing supports, and what is wrong with citations.

Findings go to standard output, all else to standard error. The exit status is 1 where a finding is as severe as
--fail-on, 2 where a draft, a rule or an option is bad, else 0.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrib.cli import changed, checking, fixes, ignoring, known
from attrib.cli.arguments import Parser, drafts, one_of, outputs, percent
from attrib.cli.console import remark, say, tell
from attrib.cli.drafts import each
from attrib.cli.house import House, house
from attrib.cli.house import arguments as rule_arguments
from attrib.cli.writing import targets, write
from attrib.errors import AttribError
from attrib.fixing import Fixed
from attrib.inputs import STDIN
from attrib.model import Document, Severity
from attrib.outputs import Report, Run, asks_rules
from attrib.summary import SEVERITIES, shortfalls, statistics, summary
from attrib.wording import count

if TYPE_CHECKING:
    from attrib.rulebook import Rule


def arguments(parser: Parser) -> None:
    drafts(parser, needed=False)
    rule_arguments(parser)
    shown = outputs(parser, of="check", default="full")
    shown.add_argument("--statistics", action="store_true", help="end with how often each rule was broken")
    shown.add_argument("--show-suppressed", action="store_true", help="include suppressed findings (sarif only)")
    shown.add_argument("-q", "--quiet", action="store_true", help="leave out the closing line, statistics and warnings")
    status = parser.add_argument_group("exit status")
    status.add_argument(
        "--fail-on",
        type=one_of(*SEVERITIES, "never"),
        metavar="SEVERITY",
        help="exit with 1 at findings of this severity or above: error, warning, note or never (default: error)",
    )
    status.add_argument(
        "--min-supported",
        type=percent,
        metavar="PERCENT",
        help="exit with 1 where sources support less than this share of a bulletin's statements",
    )
    status.add_argument("--exit-zero", action="store_true", help="exit with 0 instead of 1; 2 stays 2")
    fixes.arguments(parser)
    accepted = parser.add_argument_group("findings that are known")
    known.arguments(accepted)
    changed.arguments(accepted)
    accepted.add_argument(
        "--add-ignore",
        metavar="REASON",
        help="suppress all current errors and warnings, in the drafts or beside them; with --fail-on note also notes",
    )
    running = parser.add_argument_group("how it runs")
    checking.arguments(running)
    running.add_argument(
        "--watch",
        action="store_true",
        help="check again when a draft, a rule or a setting is saved; Ctrl-C ends it",
    )
    running.add_argument(
        "--show-settings", action="store_true", help="print each setting and where it comes from, and check nothing"
    )


def run(options: argparse.Namespace) -> int:
    if options.watch and not options.show_settings:
        from attrib.cli.watching import watch

        return watch(options, _run)
    return _run(options, house(options))


def _run(options: argparse.Namespace, here: House) -> int:
    if options.show_settings:
        from attrib.config.shown import shown

        say("\n".join(shown(here.settings, path) for path in options.paths or [None]))
        return 0
    options.targets = options.targets or here.targets(options.of)
    asked = targets(options)
    if options.show_suppressed and all(one.format != "sarif" for one in asked):
        raise AttribError("--show-suppressed: only sarif has a word for it; add --output-format sarif=FILE")

    mending = fixes.wanted(options)
    mended: list[Fixed] = []
    why = ignoring.reason(options.add_ignore) if options.add_ignore is not None else None
    ignored = 0

    base = changed.base(options)
    baseline = known.read(options, here)
    checker = checking.Checker(here, options)

    def report(document: Document, path: str) -> Report:
        nonlocal ignored
        if why is not None:
            analysis, findings, gone = ignoring.ignore(
                document, path, here.checked, why, _ignorable(document.path, here)
            )
            ignored += gone
            return Report(analysis, findings)
        if not mending:
            return Report(*checker.checked(document, path))
        made = fixes.mend(document, here.checked, options, path)
        mended.append(made)
        return Report(made.analysis, made.findings)

    def start(paths: Sequence[str]) -> None:
        for stray in here.read_sidecars(paths):
            if not options.quiet:
                tell(f"warning: {stray}")
        if not (mending or why):
            checker.start(paths)

    reports, unread = each(options, here.settings, report, start)
    checker.end()
    reports, of_baseline = known.without_known(reports, options, here, baseline)
    reports, of_change = changed.of_change(reports, options, here, base)
    reports = [one._replace(failing=_failing(one, here), least=_least(one, here)) for one in reports]
    if options.show_suppressed:
        reports = [one._replace(suppressed=here.suppressed(one.analysis)) for one in reports]
    too_little = shortfalls(reports)
    if options.diff:
        found = any(made.mended for made in mended)
    else:
        found = bool(too_little) or any(finding.severity in one.failing for one in reports for finding in one.findings)
    status = 2 if unread else int(found and not options.exit_zero)
    if not (options.diff or (options.fix and STDIN in options.paths)):  # else that is what standard output holds
        rules = _rules(reports, here) if any(asks_rules(one.format) for one in asked) else ()
        write(reports, options, Run(rules, unread, status, here.registry))
    if not options.quiet:
        if _asks_nothing(reports, here):
            tell("warning: no rule was asked: all that are selected are ignored too, or off")
        if why is not None:
            tell(f"{count(ignored, 'finding')} ignored: {why}")
        for told in filter(None, (of_baseline, of_change)):
            tell(told)
        if mending:
            tell(fixes.summary(mended, options))
        if options.statistics:
            remark(statistics(reports))
        if reports and not options.diff:
            tell(str(summary(reports)))
    for path, message in too_little:
        tell(f"{path}: {message}")
    return status


def _asks_nothing(reports: Sequence[Report], here: House) -> bool:
    """Whether the settings leave no rule to ask. Where something was found or nothing is said of rules, some were."""
    if not reports or any(one.findings for one in reports):
        return False
    if not any(layer.values.keys() & {"ignore", "severity"} for layer in here.settings.layers):
        return False
    return not any(here.rulebook(one.path).rules for one in reports)


def _failing(report: Report, here: House) -> tuple[Severity, ...]:
    """The severities that fail a draft."""
    fail_on = here.settings.at(report.path).value("fail-on")
    return () if fail_on == "never" else SEVERITIES[: SEVERITIES.index(fail_on) + 1]


def _ignorable(path: str, here: House) -> Sequence[Severity]:
    """The severities that --add-ignore suppresses: notes, some of them praise, only where they fail a draft."""
    return SEVERITIES if here.settings.at(path).value("fail-on") == "note" else SEVERITIES[:-1]


def _least(report: Report, here: House) -> float | None:
    """The share of a draft that must be supported, in percent."""
    least: float | None = here.settings.at(report.path).value("min-supported")
    return least


def _rules(reports: list[Report], here: House) -> tuple[Rule, ...]:
    """The rules that were asked: those that hold everywhere, and those that hold for some drafts and were met there."""
    rules = {rule.code: rule for rule in here.rulebook().rules}
    for report in reports:
        for finding in report.findings:
            if finding.code not in rules and (rule := here.book.get(finding.code)):
                rules[finding.code] = rule
    return tuple(rules.values())
