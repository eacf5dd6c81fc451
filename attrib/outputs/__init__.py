"""From findings to text: one module a format, found by listing this folder; `links/` holds those of `attrib links`.

A format is a module with ``render(reports, options)``. It is imported when it is asked for, and not before.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from attrib.errors import AttribError
from attrib.model import Analysis, Finding


class Report(NamedTuple):
    """One bulletin and what was found in it."""

    analysis: Analysis
    findings: tuple[Finding, ...] = ()

    @property
    def path(self) -> str:
        return self.analysis.document.path


class Options(NamedTuple):
    """What a format must know of the place its text goes to: columns, colours, and the characters it can show."""

    width: int = 100
    color: bool = False
    encoding: str = "utf-8"


class Format(Protocol):
    """What a module of this folder offers."""

    def render(self, reports: Sequence[Report], options: Options) -> str: ...


def formats(of: str = "check") -> tuple[str, ...]:
    """The names of the formats of a command, ``check`` or ``links``."""
    folder = Path(__file__).parent / _below(of)
    names = {entry.partition(".")[0] for entry in os.listdir(folder) if entry.endswith(".py")}
    return tuple(sorted(name for name in names if not name.startswith("_")))


def render(reports: Sequence[Report], format: str, options: Options | None = None, *, of: str = "check") -> str:
    """The reports in a format, as text that ends its last line. Raises AttribError where there is no such format.

    ``of`` is ``links`` for the formats of `attrib links`.

    >>> from attrib import analyse, read_text
    >>> report = Report(analyse(read_text("Crews walked out on Monday (Interfax, May 4, 1999).")))
    >>> print(render([report], "markdown"), end="")
    ### attrib
    <BLANKLINE>
    1 claim: 100 % supported, 0 % multiply sourced; no findings
    """
    if format not in (known := formats(of)):
        raise AttribError(f"no format of `attrib {of}` is called “{format}”; known are {', '.join(known)}")
    below = ".".join(filter(None, (_below(of), format)))
    return cast(Format, import_module(f"{__name__}.{below}")).render(reports, options or Options())


def _below(of: str) -> str:
    return "" if of == "check" else of
