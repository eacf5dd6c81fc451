"""From the paths of a command line to the bulletins: one bad file costs itself alone."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from attrib.cli.console import tell
from attrib.errors import AttribError
from attrib.inputs import find, read
from attrib.model import Analysis, Document

Made = TypeVar("Made")


def each(options: argparse.Namespace, work: Callable[[Document], Made]) -> tuple[list[Made], bool]:
    """What `work` makes of every draft, in order, and whether anything failed; of that standard error tells."""
    made: list[Made] = []
    failed = False
    none_found = True
    for path in _found(options.paths):
        none_found = False
        if isinstance(path, AttribError):
            tell(f"error: {path}")
            failed = True
            continue
        try:
            document = read(path, stdin_filename=options.stdin_filename)
            if options.of == "links" and not document.text.strip():  # `check` has a rule that says so
                tell(f"warning: {document.path}: the draft is empty")
            made.append(work(document))
        except AttribError as error:
            tell(f"error: {error}")
            failed = True
        except Exception as error:  # noqa: BLE001  # a mistake of ours: say so, and go on with the other drafts
            tell(f"error: {path}: {internal(error)}")
            failed = True
    if none_found and not options.allow_empty:
        tell(f"error: no draft found in {', '.join(options.paths)}; name a file, or pass --allow-empty")
        failed = True
    return made, failed


def analysed(options: argparse.Namespace) -> Callable[[Document], Analysis]:
    """How these options have a draft analysed."""
    from attrib.analysis import analyse

    return lambda document: analyse(document, date=options.date, style=options.style)


def internal(error: Exception) -> str:
    """One line for a mistake of attrib's own; ATTRIB_DEBUG=1 prints where it happened."""
    if os.environ.get("ATTRIB_DEBUG"):
        import sys
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    return f"attrib made a mistake ({type(error).__name__}: {error}); please report it"


def _found(paths: Sequence[str]) -> Iterator[str | AttribError]:
    """The drafts of all paths, each once; a folder that cannot be listed gives its error and hides no path after it."""
    seen = set()
    for path in paths:
        try:
            for file in find([path]):
                file = file.removeprefix("./") if path == "." else file
                if file not in seen:
                    seen.add(file)
                    yield file
        except AttribError as error:
            yield error
