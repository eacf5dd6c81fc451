"""The options that say which rules, sources and settings hold, and what they come to for each draft."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrib import config
from attrib.cli.arguments import Group, Parser, Target, target
from attrib.config import COMMAND_LINE, Layer, Settings
from attrib.config.additions import library, places, rulebook, styles
from attrib.config.layers import nearest_path
from attrib.errors import ConfigError
from attrib.model import Analysis, Document, Finding
from attrib.values import field, frozen

# What reads and checks is imported where it is used: a draft whose findings are known needs none of it.
if TYPE_CHECKING:
    from attrib.analysis import Library
    from attrib.keeping.results import Results
    from attrib.keeping.reuse import Memo
    from attrib.registry import Registry
    from attrib.rulebook import Rulebook
    from attrib.withheld.suppression import Ignored, Suppressed

_SETTINGS = (
    "select", "extend-select", "ignore", "rules", "registry", "styles", "fail-on", "min-supported", "style",
    "force-exclude", "baseline", "cache", "cache-dir",
)  # fmt: skip
"""The keys of a configuration that have an option of the same name."""


def arguments(parser: Parser) -> None:
    """The options of commands that ask rules."""
    group = folders(parser)
    for option, what in (
        ("--select", "only these rules: codes, beginnings of codes, names, families or ALL"),
        ("--extend-select", "these rules too"),
        ("--ignore", "not these rules; where both name a rule, the more exact one wins"),
    ):
        group.add_argument(option, metavar="RULE,...", action="extend", type=_words, default=None, help=what)


def folders(parser: Parser) -> Group:
    """The options of all commands that need rules, sources or settings."""
    group = sources(parser, "rules, sources and settings")
    group.add_argument(
        "--rules", metavar="DIR", action="append", default=None, help="a folder of rules of your own, added to ours"
    )
    group.add_argument(
        "--styles",
        metavar="PATH",
        action="append",
        default=None,
        help="a file of a citation style of your own, added to ours",
    )
    group.add_argument(
        "--profile", metavar="NAME", help="a profile of attrib, which overrules the configuration: {profiles}"
    )
    return group


def sources(parser: Parser, title: str = "sources and settings") -> Group:
    """The options of all commands that need sources or settings."""
    group = parser.add_argument_group(title)
    group.add_argument(
        "--registry",
        metavar="PATH",
        action="append",
        default=None,
        help="a file of sources of your own, added to ours",
    )
    group.add_argument("--config", metavar="FILE", help="the configuration file (default: the closest attrib.toml)")
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    return group


@frozen(slots=False)
class House:
    """What holds for a run: the settings, all rules, and the library where it has sources of the house."""

    settings: Settings
    date: dt.date | None = None
    _asked: dict[tuple[str, ...], Rulebook] = field(factory=dict, init=False, repr=False, eq=False)

    @cached_property
    def book(self) -> Rulebook:
        """All rules there are, chosen or not."""
        return rulebook(self.settings)

    @cached_property
    def library(self) -> Library | None:
        return library(self.settings)

    @property
    def registry(self) -> Registry:
        """The sources that ship, with those of the house."""
        from attrib.registry import default

        return self.library.registry if self.library else default()

    @cached_property
    def results(self) -> Results | None:
        """What earlier runs found under what holds now; None where none is to be kept."""
        if not self.settings.value("cache"):
            return None
        from attrib.keeping import results

        state = results.state([repr(self.date)], places(self.settings))
        return results.Results(results.folder(self.settings.path("cache-dir")), state, self.registry)

    def context(self, path: str) -> str:
        """All that holds for one draft: its settings, and what stands beside it."""
        from attrib.withheld.suppression import closest

        beside = closest(path)
        said = beside.read_bytes() if beside else b""
        return repr((self.settings.at(path).layers, beside, said))

    def rulebook(self, path: str | None = None) -> Rulebook:
        """The rules to ask of a draft, as severe as they are there; without one, what holds for no draft in special."""
        settings = self.settings.at(path)
        key = tuple(layer.origin for layer in settings.layers)
        if key not in self._asked:
            self._asked[key] = settings.rulebook(self.book)
        return self._asked[key]

    def targets(self, of: str) -> list[Target]:
        """The formats that the configuration asks for, their files seen from its folder."""
        folder, words = self.settings.globs("output-format")
        read = target(of)
        try:
            found = [read(word) for word in words]
        except argparse.ArgumentTypeError as error:
            raise ConfigError(f"{self.settings.said('output-format')[0].origin}: output-format: {error}") from None
        return [Target(one.format, one.file and nearest_path(f"{folder}/{one.file}")) for one in found]

    def analyse(self, document: Document, memo: Memo | None = None, *, date: dt.date | None = None) -> Analysis:
        """What is read in a draft; its issue date is the one given, else that of the run, else what it says."""
        from attrib.analysis import analyse

        style = self.settings.at(document.path).value("style")
        return analyse(document, date=date or self.date, style=style, library=self.library, memo=memo)

    def checked(self, document: Document, memo: Memo | None = None) -> tuple[Analysis, tuple[Finding, ...]]:
        """What is read and found in a draft; ``memo`` is of its last version."""
        analysis = self.analyse(document, memo)
        return analysis, self.check(analysis, memo)

    def check(self, analysis: Analysis, memo: Memo | None = None) -> tuple[Finding, ...]:
        from attrib.findings import check

        path = analysis.document.path
        ignored = self._ignored(path)
        return check(analysis, self.rulebook(path), registry=self.registry, ignored=ignored, memo=memo)

    def suppressed(self, analysis: Analysis) -> tuple[Suppressed, ...]:
        """What `check` leaves out because somebody said so."""
        from attrib.findings import suppressed

        path = analysis.document.path
        return suppressed(analysis, self.rulebook(path), registry=self.registry, ignored=self._ignored(path))

    def read_sidecars(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Read what stands beside these drafts, before anything is written; in words, the entries of no draft.

        Raises ConfigError with all that is wrong in the first sidecar that is malformed.
        """
        from attrib.withheld.suppression import closest

        one_of_each_folder = {os.path.dirname(path): path for path in paths}.values()
        files = dict.fromkeys(filter(None, map(closest, one_of_each_folder)))
        if not files:
            return ()
        from attrib.withheld import sidecar

        return tuple(stray for file in files for stray in sidecar.stray(file, self.book.known))

    def _ignored(self, path: str) -> tuple[Ignored, ...]:
        """The suppressions that stand beside a draft."""
        from attrib.withheld.suppression import closest

        if (file := closest(path)) is None:
            return ()
        from attrib.withheld import sidecar

        return sidecar.read(file, path, self.book.known)


class Lasting:
    """The house of a command that runs on: read anew when settings, rules or sources have changed."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._house: House | None = None
        self._state: object = None

    def now(self) -> House:
        """What holds now: the very house of the last time where nothing has changed. Raises as `house` does."""
        from attrib.keeping.results import state

        settings = _settings(self._options)
        now = settings, state((), places(settings))
        if self._house is None or now != self._state:
            self._house, self._state = _house(settings, self._options), now
        return self._house


def house(options: argparse.Namespace) -> House:
    """What these options and the configuration come to. Raises AttribError at a mistake in either."""
    return _house(_settings(options), options)


def _settings(options: argparse.Namespace) -> Settings:
    """The configuration, with what the command line says above it."""
    found = config.settings(
        file=options.config, isolated=options.isolated, profile_name=getattr(options, "profile", None)
    )
    said: dict[str, Any] = {
        key: value for key in _SETTINGS if (value := getattr(options, key.replace("-", "_"), None)) is not None
    }
    return Settings((*found.layers, Layer(COMMAND_LINE, said))) if said else found


def _house(settings: Settings, options: argparse.Namespace) -> House:
    made = House(settings, getattr(options, "date", None))
    if settings.names_rules:  # a word that names no rule is a mistake also where no draft is found
        made.rulebook()
    _demand_styles(settings)
    _ = made.library  # and so is one in a source
    return made


def _demand_styles(settings: Settings) -> None:
    """Raise ConfigError where a layer asks for a style that neither ships nor is of the house."""
    for layer in settings.layers:
        if (style := layer.values.get("style")) is not None:
            known = styles(settings).by_name
            if style not in known:
                from attrib.nearest import nearest

                raise ConfigError(f"{layer.says('style')}: no style is called “{style}”{nearest(style, known)}")


def _words(value: str) -> list[str]:
    return [word for part in value.split(",") if (word := part.strip())]
