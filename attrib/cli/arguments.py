"""What may stand after a command: the parser, the kinds of value, and the options that several commands share."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn

from attrib.cli.console import say, width
from attrib.cli.spelling import nearest
from attrib.errors import AttribError
from attrib.values import NamedTuple

Group = argparse._ArgumentGroup
"""Options that stand under a heading of their own in the help."""
STDIN = "<stdin>"
"""The name that findings in standard input have."""
_PLACES = ("PATH", "FILE", "DIR")


class Parser(argparse.ArgumentParser):
    """Like its parent, but a mistake is an AttribError, and an unknown option names the nearest right one."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            # Without a width, argparse imports all of shutil to ask for it, once for every option.
            formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=width()),
        )

    def error(self, message: str) -> NoReturn:
        if missing := message.partition("are required: ")[2]:
            message = f"{missing.replace(', ', ' and ')} {'are' if ', ' in missing else 'is'} missing"
        raise AttribError(f"{message.removeprefix('argument ')} (see `{self.prog} --help`)")

    def print_help(self, file: object = None) -> None:
        from attrib.resources import tables
        from attrib.terminal import wrapped

        paragraphs = (self.description or "").split("\n\n")
        self.description = "\n\n".join("\n".join(wrapped(one, width())) for one in paragraphs)
        for action in self._actions:  # what there is in data is looked up here alone: most starts need none of it
            for folder in ("styles", "profiles"):
                if f"{{{folder}}}" in (action.help or ""):
                    action.help = (action.help or "").replace(f"{{{folder}}}", _or(sorted(tables(folder))))
        say(self.format_help())

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        # A place in standard input begins like an option.
        words = [f"{STDIN}{word[1:]}" if word.startswith("-:") else word for word in argv]
        options, rest = self.parse_known_args(words)
        if rest:
            name = next((word for word in rest if word.startswith("-")), rest[0]).partition("=")[0]
            if not name.startswith("-"):
                self.error(f"“{name}” is one word too many")
            if os.path.lexists(name):
                self.error(f"{name} looks like an option; if the file is meant, write ./{name}")
            known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
            self.error(f"option {name} is unknown{nearest(name, known)}")
        for action in self._actions:
            value = getattr(options, action.dest, None)
            if action.metavar in _PLACES and "" in (value if isinstance(value, list) else [value]):
                self.error(f"{'/'.join(action.option_strings) or action.metavar}: is empty; expected {action.metavar}")
        return options


def one_of(*words: str) -> Callable[[str], str]:
    """A value that must be one of these words."""

    def read(value: str) -> str:
        if value in words:
            return value
        raise argparse.ArgumentTypeError(f"“{value}” is unknown; expected {_or(words)}{nearest(value, words)}")

    return read


def day(value: str) -> dt.date:
    """An issue date."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return dt.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{value}” is no day of the calendar") from None
    raise argparse.ArgumentTypeError(f"“{value}” is no date; expected YEAR-MONTH-DAY, such as 1999-12-02")


def percent(value: str) -> float:
    """A share, from 0 to 100."""
    try:
        share = float(value.removesuffix("%"))
    except ValueError:
        share = -1.0
    if 0 <= share <= 100:
        return share
    raise argparse.ArgumentTypeError(f"“{value}” is no share in percent; expected a number from 0 to 100")


class Target(NamedTuple):
    """A format and the file it goes to; ``None`` is standard output."""

    format: str
    file: str | None = None


def target(of: str) -> Callable[[str], Target]:
    """``FORMAT`` or ``FORMAT=FILE`` of a command's formats."""
    from attrib.outputs import formats

    check = one_of(*formats(of))

    def read(value: str) -> Target:
        format, equals, file = value.partition("=")
        if "," in format:
            first, second = format.split(",")[:2]
            raise argparse.ArgumentTypeError(
                f"“{value}” is more than one format; write --output-format {first} --output-format {second}=FILE"
            )
        if equals and not file:
            raise argparse.ArgumentTypeError(f"“{value}” names no file; write {format}=FILE, or {format} alone")
        return Target(check(format), file if equals and file != "-" else None)

    return read


def drafts(parser: Parser, *, needed: bool) -> None:
    """The options that say what to read and how; where no path is needed, the configuration may say it."""
    parser.add_argument(
        "paths",
        nargs="+" if needed else "*",
        metavar="PATH",
        help="a draft, a folder of drafts, or - for standard input"
        + ("" if needed else " (default: what the configuration includes, else this folder)"),
    )
    group = reading(parser)
    group.add_argument(
        "--force-exclude",
        action="store_const",
        const=True,
        help="apply the configuration's exclude to the paths named here too",
    )
    group.add_argument("--allow-empty", action="store_true", help="finding no draft, or nothing in it, is no mistake")


def reading(parser: Parser) -> Group:
    """The options that say how a draft is read."""
    group = parser.add_argument_group("how drafts are read")
    group.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the issue date (default: found in the draft)")
    group.add_argument("--style", metavar="NAME", help="how the bulletin cites: {styles} (default: found in the draft)")
    group.add_argument(
        "--stdin-filename", metavar="FILE", help="the name to show for standard input; its ending tells the format"
    )
    return group


def outputs(parser: Parser, of: str, default: str) -> Group:
    """The options that say what to write and where."""
    from attrib.outputs import formats

    parser.set_defaults(of=of, default_format=default)
    group = parser.add_argument_group("what is written")
    group.add_argument(
        "--output-format",
        action="append",
        type=target(of),
        metavar="FORMAT[=FILE]",
        dest="targets",
        help=f"{_or(formats(of))}; repeat it for more formats at once, all but one as FORMAT=FILE (default: {default})",
    )
    group.add_argument(
        "-o", "--output", metavar="FILE", help="write to FILE instead of standard output; missing folders are made"
    )
    color(group)
    return group


def color(group: Group | Parser) -> None:
    group.add_argument(
        "--color", type=one_of("auto", "always", "never"), default="auto", metavar="WHEN", help="auto, always or never"
    )


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
