"""List the rules: code, name, severity, what they say; or the facts that a rule may name."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from attrib.cli.arguments import Parser, one_of
from attrib.cli.console import say, width
from attrib.cli.house import arguments as rule_arguments
from attrib.cli.house import house
from attrib.facts import Fact, subject, subject_names
from attrib.rulebook import Rule
from attrib.terminal import inert, wrapped

HEADERS = ("code", "name", "severity", "summary")
FACT_HEADERS = ("on", "fact", "holds", "meaning")
_HOLDS = 30
"""Columns for what a fact may hold; a list of words is wrapped."""


def arguments(parser: Parser) -> None:
    rule_arguments(parser)
    parser.add_argument(
        "--facts",
        type=one_of(*subject_names(), "all"),
        metavar="SUBJECT",
        help=f"list the facts that a rule on a subject may name: {', '.join(subject_names())} or all",
    )
    parser.add_argument(
        "--output-format", type=one_of("table", "json"), default="table", metavar="FORMAT", help="table or json"
    )


def run(options: argparse.Namespace) -> int:
    if options.facts:
        facts = list(_facts(subject_names() if options.facts == "all" else [options.facts]))
        entries = [_fact_entry(on, fact) for on, fact in facts]
        rows = [(on, fact.name, "\n".join(wrapped(str(fact.kind), _HOLDS)), fact.about) for on, fact in facts]
        headers = FACT_HEADERS
    else:
        rules = house(options).rulebook().rules
        entries = [_entry(rule) for rule in rules]
        rows = [(r.code, r.name, r.severity, inert(r.summary)) for r in rules]
        headers = HEADERS
    if options.output_format == "json":
        import json

        say(json.dumps(entries) + "\n")
    else:
        say(_table(headers, rows))
    return 0


def _table(headers: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    """A table whose last column takes the room that is left."""
    from tabulate import tabulate

    cells = (
        max((len(line) for row in rows for line in row[at].split("\n")), default=0) for at in range(len(headers) - 1)
    )
    room = max(30, width() - sum(cell + 2 for cell in cells))
    filled = [(*row[:-1], "\n".join(wrapped(row[-1], room))) for row in rows]
    return tabulate(filled, headers, "simple", disable_numparse=True) + "\n"


def _facts(subjects: Sequence[str]) -> Iterator[tuple[str, Fact]]:
    for name in subjects:
        for fact in subject(name).facts.values():
            yield name, fact


def _fact_entry(on: str, fact: Fact) -> dict[str, object]:
    """A fact for a program."""
    kind = fact.kind
    return {
        "on": on, "fact": fact.name, "kind": kind.base, "words": list(kind.words), "several": kind.many,
        "meaning": " ".join(fact.about.split()),
    }  # fmt: skip


def _entry(rule: Rule) -> dict[str, object]:
    """A rule for a program, without its condition."""
    names = ("code", "name", "family", "severity", "on", "summary", "message", "why", "authority", "url")
    return {**{name: getattr(rule, name) for name in names}, "fix": rule.fixable, "file": rule.place}
