"""From the paths of a command line to the bulletins: one bad file costs itself alone."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from attrib.cli.console import tell, waiting
from attrib.cli.progress import Progress
from attrib.errors import AttribError, InputError
from attrib.inputs import STDIN, read
from attrib.model import Document
from attrib.outputs import Unread

if TYPE_CHECKING:
    from attrib.config import Settings
    from attrib.config.drafts import Keeps

Made = TypeVar("Made")
_ALLOW = "or pass --allow-empty"


def each(
    options: argparse.Namespace,
    settings: Settings,
    work: Callable[[Document, str], Made],
    start: Callable[[Sequence[str]], None] | None = None,
) -> tuple[list[Made], tuple[Unread, ...]]:
    """What `work` makes of every draft, in order, and what failed; of that standard error tells.

    It is handed the draft and the path that was asked for, which tells a file from standard input under its name.
    ``start`` is told of all paths before the first draft is read.
    """
    made: list[Made] = []
    unread: list[Unread] = []

    def fail(path: str, message: object) -> None:
        progress.clear()
        for line in str(message).splitlines():
            tell(f"error: {line}")
        unread.append(Unread(path, str(message)))

    progress = Progress(wanted=not getattr(options, "quiet", False))
    paths = list(found(options.paths, settings))
    if start:
        start([path for path in paths if isinstance(path, str)])
    for path in progress.over(paths):
        if isinstance(path, AttribError):
            fail(str(path).partition(":")[0], path)
            continue
        try:
            document = read(path, stdin_filename=options.stdin_filename)
            if _is_nothing(document, path, options):
                raise InputError(f"{document.path}: nothing came on standard input; look at the step before, {_ALLOW}")
            if options.of == "links" and not document.text.strip():  # `check` has a rule that says so
                progress.clear()
                tell(f"warning: {document.path}: the draft is empty")
            made.append(work(document, path))
        except AttribError as error:
            fail(_name(path, options), error)
        except Exception as error:  # noqa: BLE001  # a mistake of ours: say so, and go on with the other drafts
            fail(_name(path, options), f"{path}: {internal(error)}")
    if not paths and not options.allow_empty:
        fail(options.paths[0] if options.paths else ".", f"{_none_found(options.paths, settings)}, {_ALLOW}")
    if not options.paths and not getattr(options, "quiet", False) and waiting():
        tell("warning: what came on standard input was not read; `-` in place of a file reads it")
    return made, tuple(unread)


def _is_nothing(document: Document, path: str, options: argparse.Namespace) -> bool:
    """Whether a pipe gave no word: the step before it failed. An editor, which gives a name, may have an empty file."""
    return path == STDIN and not (options.stdin_filename or options.allow_empty or document.text.strip())


def _none_found(paths: Sequence[str], settings: Settings) -> str:
    (said,) = settings.said("include")
    if paths or not said.value:
        return f"no draft found in {', '.join(paths) or 'this folder'}; name a file"
    return f"{said.origin}: include: no draft matches {', '.join(f'“{glob}”' for glob in said.value)}; name a file"


def _name(path: str, options: argparse.Namespace) -> str:
    """What a draft is called in a report."""
    return options.stdin_filename or "<stdin>" if path == STDIN else path


def internal(error: Exception) -> str:
    """One line for a mistake of attrib's own; ATTRIB_DEBUG=1 prints where it happened."""
    if os.environ.get("ATTRIB_DEBUG"):
        import sys
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    return f"attrib made a mistake ({type(error).__name__}: {error}); please report it"


def found(paths: Sequence[str], settings: Settings, kept: Keeps | None = None) -> Iterator[str | AttribError]:
    """The drafts of all paths, each once; a folder that cannot be listed gives its error and hides no path after it.

    Without paths they are those that the configuration includes, else those of this folder. ``kept`` is asked of what
    a walk meets, instead of the settings.
    """
    from attrib.config.drafts import included, keeps, named

    kept = kept or keeps(settings)
    chosen = paths or included(settings, kept)
    seen = set()
    for path in ["."] if chosen is None else chosen:
        try:
            for file in named(path, settings, kept):
                file = file.removeprefix("./") if path == "." else file
                if (place := os.path.normpath(file)) not in seen:
                    seen.add(place)
                    yield file
        except AttribError as error:
            yield error
