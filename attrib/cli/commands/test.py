"""Run the examples of rules: of those in DIR, or of the configuration, or those that ship.

A rule fails where it does not flag exactly what its bad examples say, flags a good one, or has no bad example that it
flags. The exit status is then 1. With --coverage, a table shows which conditions of each rule its examples never met,
or always met.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrib.cli.arguments import Parser, one_of, percent
from attrib.cli.console import say, tell, width
from attrib.cli.house import House, house
from attrib.pages.rulepage import as_toml
from attrib.rulebook import Rule, Rulebook, load_rulebook
from attrib.rulebook.coverage import Line, share, watched
from attrib.rulebook.examples import Trial, run_examples
from attrib.terminal import inert, wrapped
from attrib.values import NamedTuple
from attrib.wording import count

_HEADERS = ("code", "name", "bad", "good", "seen", "never seen")


class Tried(NamedTuple):
    """A rule with what its examples came to: how many there are, what is wrong, what they show of its condition."""

    rule: Rule
    bad: int
    good: int
    faults: tuple[str, ...]
    lines: tuple[Line, ...]


def arguments(parser: Parser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="a folder of rules (default: the house's)")
    parser.add_argument("--coverage", action="store_true", help="show which conditions no example has met, or all have")
    parser.add_argument(
        "--min-coverage",
        type=percent,
        metavar="PERCENT",
        help="exit status 1 also where less of the conditions is seen",
    )
    parser.add_argument(
        "--output-format", type=one_of("table", "json"), default="table", metavar="FORMAT", help="table or json"
    )
    parser.add_argument("--registry", metavar="PATH", action="append", help="sources of your own, beside ours")
    parser.add_argument("--config", metavar="FILE", help="the configuration (default: the closest attrib.toml)")
    parser.add_argument("--isolated", action="store_true", help="no configuration at all")
    parser.add_argument("-q", "--quiet", action="store_true", help="no closing line")
    parser.set_defaults(profile=None)


def run(options: argparse.Namespace) -> int:
    here = house(options)
    tried = _tried(here, _own(here, options.folder))
    faults = [fault for one in tried for fault in one.faults]
    lines = tuple(line for one in tried for line in one.lines)
    covered = share(lines)
    if options.output_format == "json":
        import json

        say(json.dumps({"schema": "attrib/test/1", "rules": list(map(_entry, tried))}, default=str) + "\n")
    else:
        say("".join(f"{inert(fault)}\n" for fault in faults))
        if options.coverage:
            say(_table(tried))
    if not options.quiet:
        said = count(len(faults), "fault") if faults else "all as they should be"
        number = sum(one.bad + one.good for one in tried)
        seen = f"; {_percent(covered)} of the conditions seen" if options.coverage else ""
        tell(f"{count(len(tried), 'rule')}, {count(number, 'example')}: {said}{seen}")
    too_little = options.min_coverage is not None and covered < options.min_coverage
    if too_little:
        tell(f"{_percent(covered)} of the conditions are seen; {options.min_coverage:g} % must be")
    return int(bool(faults) or too_little)


def _own(here: House, folder: Path | None) -> Rulebook:
    """The rules to try."""
    folders = [folder] if folder else [Path(path) for path in here.settings.paths("rules")]
    if not folders:
        return load_rulebook()
    own = load_rulebook(folders[0])
    for further in folders[1:]:
        own = own.joined(load_rulebook(further))
    return own


def _tried(here: House, own: Rulebook) -> list[Tried]:
    files = {rule.file.resolve() for rule in own.rules}  # ours too may be tried family by family
    others = here.book.only(rule for rule in here.book.rules if rule.file.resolve() not in files)
    pairs = [watched(rule) for rule in own.rules]
    book = others.joined(Rulebook.of(rule for rule, _ in pairs))
    trial = run_examples(book, [rule for rule, _ in pairs], library=here.library)
    return [_result(trial, rule, seen()) for rule, seen in pairs]


def _result(trial: Trial, rule: Rule, lines: tuple[Line, ...]) -> Tried:
    outcomes = [outcome for outcome in trial.outcomes if outcome.rule.code == rule.code]
    faults = [outcome.fault for outcome in outcomes if outcome.fault]
    if not faults and any(silent.code == rule.code for silent in trial.silent):
        faults = [f"{rule.place}: {rule.code} is met by none of its examples; give it a [[bad]] one"]
    here = f"{Path.cwd()}{os.sep}"
    bad = sum(outcome.example.kind == "bad" for outcome in outcomes)
    return Tried(rule, bad, len(outcomes) - bad, tuple(fault.removeprefix(here) for fault in faults), lines)


def _table(tried: Sequence[Tried]) -> str:
    from tabulate import tabulate

    rows = [(one.rule.code, one.rule.name, str(one.bad), str(one.good), _percent(share(one.lines))) for one in tried]
    taken = sum(max(map(len, column)) + 2 for column in zip(_HEADERS[:-1], *rows, strict=True))
    room = max(30, width() - taken)
    unseen = ("\n".join(part for line in _unseen(one.lines) for part in wrapped(line, room)) for one in tried)
    table = [(*row, last) for row, last in zip(rows, unseen, strict=True)]
    aligned = ("left", "left", "right", "right", "right", "left")
    return tabulate(table, _HEADERS, "simple", disable_numparse=True, colalign=aligned) + "\n"


def _unseen(lines: Sequence[Line]) -> Iterator[str]:
    """What was never seen: a line a condition, what it never was first."""
    for line in lines:
        if line.unseen:
            yield f"{' or '.join(line.unseen)}: {inert(f'{line.key} = {as_toml(line.wanted)}')}"


def _percent(share: float) -> str:
    """A share, rounded down: only what is whole is 100 %."""
    return f"{int(share)} %"


def _entry(one: Tried) -> dict[str, Any]:
    """A rule for a program."""
    return {
        "code": one.rule.code,
        "name": one.rule.name,
        "file": one.rule.place,
        "bad": one.bad,
        "good": one.good,
        "faults": list(one.faults),
        "conditions": [line._asdict() for line in one.lines],
    }
