"""Run the examples of rules: a house's own in DIR, or those that ship.

A rule fails where it does not flag exactly what its bad examples say, flags a good one, or has no bad example that it
flags. The exit status is then 1.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from attrib.cli.arguments import Parser
from attrib.cli.console import say, tell
from attrib.rulebook import load_rulebook, run_examples
from attrib.terminal import inert
from attrib.wording import count


def arguments(parser: Parser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="a folder of rules (default: ours)")
    parser.add_argument("--quiet", action="store_true", help="no closing line")


def run(options: argparse.Namespace) -> int:
    book = load_rulebook()
    own = load_rulebook(options.folder) if options.folder else book
    files = {rule.file.resolve() for rule in own.rules}  # ours too may be tried family by family
    others = book.only(rule for rule in book.rules if rule.file.resolve() not in files)
    trial = run_examples(others.joined(own), own.rules)
    faults = [outcome.fault for outcome in trial.outcomes if outcome.fault]
    failing = {outcome.rule.code for outcome in trial.failures}
    faults += [
        f"{rule.file}: {rule.code} is met by none of its examples; give it a [[bad]] one"
        for rule in trial.silent
        if rule.code not in failing
    ]
    here = f"{Path.cwd()}{os.sep}"
    say("".join(f"{inert(fault.removeprefix(here))}\n" for fault in faults))
    if not options.quiet:
        said = count(len(faults), "fault") if faults else "all as they should be"
        tell(f"{count(len(own.rules), 'rule')}, {count(len(trial.outcomes), 'example')}: {said}")
    return int(bool(faults))
