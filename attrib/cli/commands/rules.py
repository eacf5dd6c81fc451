"""List the rules: code, name, severity and what they say."""

from __future__ import annotations

import argparse

from attrib.cli.arguments import Parser, one_of
from attrib.cli.console import say, width
from attrib.cli.house import arguments as rule_arguments
from attrib.cli.house import house
from attrib.rulebook import Rule
from attrib.terminal import inert, wrapped

HEADERS = ("code", "name", "severity", "summary")


def arguments(parser: Parser) -> None:
    rule_arguments(parser)
    parser.add_argument(
        "--output-format", type=one_of("table", "json"), default="table", metavar="FORMAT", help="table or json"
    )


def run(options: argparse.Namespace) -> int:
    rules = house(options).rulebook().rules
    if options.output_format == "json":
        import json

        say(json.dumps([_entry(rule) for rule in rules]) + "\n")
        return 0
    from tabulate import tabulate

    rows = [(r.code, r.name, r.severity, inert(r.summary)) for r in rules]
    taken = sum(max((len(row[at]) for row in rows), default=0) + 2 for at in range(3))
    room = max(30, width() - taken)
    rows = [(*row[:3], "\n".join(wrapped(row[3], room))) for row in rows]
    say(tabulate(rows, HEADERS, "simple", disable_numparse=True) + "\n")
    return 0


def _entry(rule: Rule) -> dict[str, object]:
    """A rule for a program, without its condition."""
    names = ("code", "name", "family", "severity", "on", "summary", "message", "why", "authority")
    return {**{name: getattr(rule, name) for name in names}, "fix": rule.fixable, "file": str(rule.file)}
