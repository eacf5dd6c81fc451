"""Standard output and standard error: findings to the one, everything else to the other, and never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TextIO

from attrib.errors import AttribError
from attrib.terminal import inert

NARROWEST, WIDEST = 40, 110
"""Columns. Lines longer than that are hard to read, and shorter ones leave no room for a window on the words."""

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->", "│": "|", "\xa0": " "}
)


def tell(message: str) -> None:
    """A message for people, on standard error; words of a draft in it cannot steer the terminal."""
    remark(f"attrib: {inert(message)}\n")


def waiting() -> bool:
    """Whether standard input holds what nobody has read: somebody piped it here. Not known on Windows."""
    try:
        import fcntl
        import termios

        if sys.stdin is None or sys.stdin.isatty():
            return False
        held = fcntl.ioctl(sys.stdin.fileno(), termios.FIONREAD, bytes(4))
    except (ImportError, OSError, ValueError):
        return False
    return int.from_bytes(held, sys.byteorder) > 0


def remark(text: str) -> None:
    """Text for standard error; where nobody hears it, it is lost."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            put(sys.stderr, text)


def say(text: str) -> None:
    """Text for standard output. A reader that has gone away (`| head`) is no mistake.

    Raises AttribError where it cannot be written.
    """
    if sys.stdout is None:
        return
    try:
        put(sys.stdout, text)
    except BrokenPipeError:
        _forget(sys.stdout)
    except OSError as error:
        _forget(sys.stdout)
        raise AttribError(f"standard output cannot be written: {error.strerror or error}") from None


def put(stream: TextIO, text: str) -> None:
    """Write all of the text; what the stream's encoding cannot show is written as ASCII has it, or as an escape."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    stream.write(text)
    stream.flush()


def colored(choice: str) -> bool:
    """Whether standard output gets colours: as asked for, else by NO_COLOR, FORCE_COLOR and what it is."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if force := os.environ.get("FORCE_COLOR"):
        return force != "0"
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def watched() -> bool:
    """Whether standard output is a terminal or the log of a CI, which words of a draft may steer, and not a program."""
    return bool(os.environ.get("CI")) or (sys.stdout is not None and sys.stdout.isatty())


def width() -> int:
    """The columns to fill: COLUMNS, else the terminal's, else as many as read well."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(NARROWEST, min(int(columns), WIDEST))
    try:
        return max(NARROWEST, min(os.get_terminal_size(sys.__stdout__.fileno()).columns, WIDEST))  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):
        return 100


def encoding() -> str:
    return (sys.stdout is not None and sys.stdout.encoding) or "utf-8"


def _forget(stream: TextIO) -> None:
    """Send the rest nowhere: Python flushes once more when it ends, and would complain then."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
