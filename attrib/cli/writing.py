"""Reports to the formats and files that the command line asked for."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from attrib.cli.arguments import Target
from attrib.cli.console import colored, encoding, say, tell, width
from attrib.errors import AttribError
from attrib.outputs import Addition, Options, Report, Run, Unread, additions, render


def targets(options: argparse.Namespace) -> list[Target]:
    """Where the reports go. Raises AttribError where two formats want the same place."""
    asked: list[Target] = options.targets or [Target(options.default_format)]
    if options.output and all(one.file for one in asked):
        raise AttribError(f"-o {options.output}: every format has a file of its own already; leave -o out")
    placed = [Target(one.format, one.file or options.output) for one in asked]
    for at, one in enumerate(placed):
        if any(_place(one.file) == _place(other.file) for other in placed[:at]):
            raise AttribError(
                f"two formats go to {one.file or 'standard output'}; give each its own file: {one.format}=FILE"
            )
    return placed


def write(reports: Sequence[Report], options: argparse.Namespace, run: Run | None = None) -> None:
    """Render and write all that was asked for. Raises AttribError, after all others, where one cannot be."""
    faults = []
    run = run or Run()
    for one in targets(options):
        try:
            if one.file is None:
                here = Options(width(), colored(options.color), encoding(), run)
                say(render(reports, one.format, here, of=options.of))
            else:
                no_draft(one.file, [*reports, *run.unread])
                here = Options(color=options.color == "always", run=run)
                _save(one.file, render(reports, one.format, here, of=options.of))
            for addition in additions(reports, one.format, here, of=options.of):
                _append(addition)
        except AttribError as error:
            faults.append(error)
    if faults:
        raise AttribError("; ".join(map(str, faults)))


def no_draft(file: str, drafts: Sequence[Report | Unread]) -> None:
    """Raises AttribError where a file to write is a draft, be it one that could not be read."""
    if _place(file) in {_place(draft.path) for draft in drafts}:
        raise AttribError(f"{file}: is a draft that was checked; give the report another name")


def _place(file: str | None) -> str | None:
    """A file under its one name."""
    return file and os.path.realpath(file)


def _save(path: str, text: str) -> None:
    """Write a file whole, in UTF-8. Raises AttribError that names it."""
    from attrib.keeping.saving import replace

    replace(path, text.encode("utf-8", "backslashreplace"))


def _append(addition: Addition) -> None:
    """Put text at the end of a file that is not ours; where that fails, the report itself is none the worse."""
    try:
        with open(addition.file, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(addition.text)
    except (OSError, ValueError) as error:
        tell(f"warning: {addition.file}: cannot be written: {getattr(error, 'strerror', None) or error}")
