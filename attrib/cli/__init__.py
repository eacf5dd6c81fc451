"""The command line: one module a command, found by listing `commands/`, imported when it is asked for.

A command is a module whose docstring is its help, with ``arguments(parser)`` and ``run(options)``, the exit status:
0 clean, 1 findings, 2 for bad usage, bad rules, and drafts that are missing or cannot be read.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from attrib.cli.arguments import Parser
from attrib.cli.console import say, tell, width
from attrib.cli.spelling import nearest
from attrib.errors import AttribError
from attrib.terminal import wrapped

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


class Command(Protocol):
    """What a module of `commands/` offers."""

    __doc__: str | None

    def arguments(self, parser: Parser) -> None: ...
    def run(self, options: argparse.Namespace) -> int: ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line, without the program's name; the exit status. Never raises, but SystemExit after --help."""
    gc.set_threshold(50_000)  # values hold no cycles; looking for them takes a twentieth of a short check
    atexit.register(gc.freeze)  # and as long again when the process ends
    try:
        return _run(sys.argv[1:] if argv is None else list(argv))
    except AttribError as error:
        for line in str(error).splitlines():
            tell(f"error: {line}")
    except KeyboardInterrupt:
        tell("stopped")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # a mistake of ours, and never a traceback
        from attrib.cli.drafts import internal

        tell(f"error: {internal(error)}")
    return FAILED


def command_names() -> tuple[str, ...]:
    """The names of all commands."""
    folder = os.path.join(os.path.dirname(__file__), "commands")
    return tuple(sorted(entry[:-3] for entry in os.listdir(folder) if entry.endswith(".py") and entry != "__init__.py"))


def _run(argv: Sequence[str]) -> int:
    if argv[:1] == ["help"] and len(argv) > 1:
        argv = [*argv[1:], "--help"]
    if not argv or argv[0] in ("-h", "--help", "help"):
        say(_usage())
        return CLEAN if argv else FAILED
    name, *rest = argv
    if name in ("-V", "--version"):
        from attrib.version import __version__

        say(f"attrib {__version__}\n")
        return CLEAN
    if name not in command_names():
        if name.startswith("-"):
            if hint := nearest(name, ("--help", "--version")):
                raise AttribError(f"option {name} is unknown{hint}")
            raise AttribError(f"option {name} stands before the command; write `attrib COMMAND {name}`")
        if os.path.exists(name):
            raise AttribError(f"“{name}” is no command; did you mean `attrib check {name}`? (see `attrib --help`)")
        raise AttribError(f"command “{name}” is unknown{nearest(name, command_names())} (see `attrib --help`)")
    command = _command(name)
    parser = Parser(f"attrib {name}", (command.__doc__ or "").strip())
    command.arguments(parser)
    return command.run(parser.parse(rest))


def _usage() -> str:
    def row(name: str) -> str:
        lines = wrapped((_command(name).__doc__ or "").partition("\n")[0], width() - 12)
        return f"  {name:9} {f'{chr(10):13}'.join(lines)}\n"

    rows = "".join(map(row, command_names()))
    return (
        "usage: attrib COMMAND [OPTIONS] ...\n\n"
        "Links every claim of a news bulletin to the citations that carry it, and says what is unsupported.\n\n"
        f"commands:\n{rows}\n"
        "options:\n  --help     this page; `attrib COMMAND --help` for one command\n  --version  the version\n\n"
        "exit status: 0 clean, 1 findings, 2 bad usage or input\n"
    )


def _command(name: str) -> Command:
    return cast(Command, import_module(f"{__name__}.commands.{name}"))
