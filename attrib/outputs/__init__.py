"""From findings to text: one module a format, found by listing this folder; `links/` holds those of `attrib links`.

A format is a module with ``render(reports, options)``. It is imported when it is asked for, and not before. One whose
reader names a further file in the environment has ``additions(reports, options)`` too, and one that describes the rules
says ``ASKS_RULES = True``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from attrib.errors import AttribError
from attrib.model import Analysis, Finding, Severity
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from attrib.registry import Registry
    from attrib.rulebook import Rule
    from attrib.withheld.suppression import Suppressed


class Report(NamedTuple):
    """One bulletin, what was found in it, and how severe a finding must be to fail it.

    ``suppressed`` is what is kept back, where somebody asks for it; ``least`` the share of its claims that must be
    supported, in percent.
    """

    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    failing: tuple[Severity, ...] = ("error",)
    suppressed: tuple[Suppressed, ...] = ()
    least: float | None = None

    @property
    def path(self) -> str:
        return self.analysis.document.path


class Unread(NamedTuple):
    """A draft that could not be read or analysed, and why, in words for people."""

    path: str
    message: str


class Run(NamedTuple):
    """What a format may say of the run: the rules that were asked, what was not read, how it ended.

    ``rules`` and ``registry`` are those that ship where none are given; ``status`` is the exit status, where known.
    """

    rules: tuple[Rule, ...] = ()
    unread: tuple[Unread, ...] = ()
    status: int | None = None
    registry: Registry | None = None


class Options(NamedTuple):
    """What a format must know: columns, colours and characters of the place its text goes to, and the run."""

    width: int = 100
    color: bool = False
    encoding: str = "utf-8"
    run: Run = Run()


class Addition(NamedTuple):
    """Text to put at the end of a file, beside the report itself."""

    file: str
    text: str


class Format(Protocol):
    """What a module of this folder offers."""

    def render(self, reports: Sequence[Report], options: Options) -> str: ...


def formats(of: str = "check") -> tuple[str, ...]:
    """The names of the formats of a command, ``check`` or ``links``."""
    folder = os.path.join(os.path.dirname(__file__), _below(of))
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
    return _format(format, of).render(reports, options or Options())


def additions(reports: Sequence[Report], format: str, options: Options, *, of: str = "check") -> tuple[Addition, ...]:
    """What else the readers of a format want, and where. Raises AttribError where there is no such format."""
    more = getattr(_format(format, of), "additions", None)
    return more(reports, options) if more else ()


def asks_rules(format: str) -> bool:
    """Whether a format of findings says more of the rules than the findings do, and wants them in its run."""
    return getattr(_format(format, "check"), "ASKS_RULES", False)


def as_json(value: Any, indent: int | None = None) -> str:
    """JSON in ASCII, so that it is the same, and inert, wherever it goes; in a log of CI `##[` would begin a command.

    >>> print(as_json("##[error]"))
    "\\u0023#[error]"
    """
    import json
    import re

    return re.sub("#(?=#)", r"\\u0023", json.dumps(value, indent=indent))


def _format(format: str, of: str) -> Format:
    if format not in (known := formats(of)):
        raise AttribError(f"no format of `attrib {of}` is called “{format}”; known are {', '.join(known)}")
    below = ".".join(filter(None, (_below(of), format)))
    return cast(Format, import_module(f"{__name__}.{below}"))


def _below(of: str) -> str:
    return "" if of == "check" else of
