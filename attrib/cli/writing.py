"""Reports to the formats and files that the command line asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from attrib.cli.arguments import Target
from attrib.cli.console import colored, encoding, save, say, width
from attrib.errors import AttribError
from attrib.outputs import Options, Report, render


def targets(options: argparse.Namespace) -> list[Target]:
    """Where the reports go. Raises AttribError where two formats want the same place."""
    asked: list[Target] = options.targets or [Target(options.default_format)]
    if options.output and all(one.file for one in asked):
        raise AttribError(f"-o {options.output}: every format has a file of its own already; leave -o out")
    placed = [Target(one.format, one.file or options.output) for one in asked]
    for at, one in enumerate(placed):
        if any(one.file == other.file for other in placed[:at]):
            raise AttribError(
                f"two formats go to {one.file or 'standard output'}; give each its own file: {one.format}=FILE"
            )
    return placed


def write(reports: Sequence[Report], options: argparse.Namespace) -> None:
    """Render and write all that was asked for. Raises AttribError, after all others, where one cannot be."""
    faults = []
    for one in targets(options):
        try:
            if one.file is None:
                here = Options(width(), colored(options.color), encoding())
                say(render(reports, one.format, here, of=options.of))
            else:
                there = Options(color=options.color == "always")
                save(one.file, render(reports, one.format, there, of=options.of))
        except AttribError as error:
            faults.append(error)
    if faults:
        raise AttribError("; ".join(map(str, faults)))
