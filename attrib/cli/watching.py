"""`--watch`: all is checked again whenever a draft, a rule or a setting is saved, until Ctrl-C.

What is looked at decides, not what the system reports: that only wakes us, and may be late, double or missing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrib.cli.console import say, tell
from attrib.cli.drafts import found, internal
from attrib.cli.house import House, Lasting
from attrib.config.additions import places
from attrib.config.drafts import keeps
from attrib.errors import AttribError
from attrib.extras import lacking
from attrib.inputs import STDIN
from attrib.values import NamedTuple
from attrib.withheld.suppression import closest

HEARTBEAT = 2000
"""Milliseconds until we look unwoken: at what was saved while we looked, and on disks that report nothing."""
_CLEAR = "\x1b[2J\x1b[H"
_WRITE = ("fix", "unsafe_fixes", "diff", "add_baseline", "add_ignore")


def watch(options: argparse.Namespace, check: Callable[[argparse.Namespace, House], object]) -> int:
    """Check now and after every save; 0 when Ctrl-C ended it.

    Raises AttribError for a mistake in what holds at the start; what goes wrong later is told, and waited for.
    """
    _demand(options)
    try:
        import watchfiles
    except ImportError as error:
        raise AttribError(lacking("--watch", error, "watch")) from None
    lasting = Lasting(options)
    lasting.now()
    last: Seen | None = None
    try:
        while True:
            seen = _look(lasting, options, last)
            if last is None or not seen.same(last):
                _again(seen, options, check, last)
                last = seen
                continue  # something may have been saved meanwhile
            last = seen
            next(
                watchfiles.watch(
                    *seen.folders,
                    watch_filter=None,
                    recursive=False,
                    rust_timeout=HEARTBEAT,
                    yield_on_timeout=True,
                    ignore_permission_denied=True,
                )
            )
    except KeyboardInterrupt:
        tell("stopped")
        return 0


class Seen(NamedTuple):
    """What a look showed: what holds or what is wrong with it, the state of the files read, and where they stand."""

    house: House | None
    fault: str
    files: tuple[tuple[str, object], ...]
    folders: frozenset[str]

    def same(self, other: Seen) -> bool:
        return self.house is other.house and (self.fault, self.files) == (other.fault, other.files)


def _demand(options: argparse.Namespace) -> None:
    """Raises AttribError for what cannot be looked at again, and for what would change drafts in other hands."""
    if STDIN in options.paths:
        raise AttribError("--watch: standard input cannot be read again; name a file")
    for option in _WRITE:
        if getattr(options, option) not in (None, False):
            raise AttribError(f"--watch and --{option.replace('_', '-')} do not go together; leave one out")


def _look(lasting: Lasting, options: argparse.Namespace, last: Seen | None) -> Seen:
    known = last.folders if last else frozenset()
    try:
        here = lasting.now()
        folders = {".", *_of_settings(here, options)}
        files = tuple((path, _state(path)) for path in _files(here, options, folders))
    except AttribError as error:  # it is mended where it was made: there, or in the settings
        return Seen(None, str(error), (), known | _standing({"."}))
    return Seen(here, "", files, _standing(folders))


def _files(here: House, options: argparse.Namespace, folders: set[str]) -> Iterator[str]:
    """The files that a check reads, settings and rules aside; the folders that they stand in are added."""
    kept = keeps(here.settings)

    def noted(path: str) -> bool:
        if keep := kept(path):
            folders.add(path if path.endswith("/") else _folder(path))
        return keep

    beside = {here.settings.path("baseline")}
    folders |= {here.settings.globs("include")[0] or ".", *filter(os.path.isdir, options.paths)}
    for path in found(options.paths, here.settings, noted):
        if isinstance(path, AttribError):
            yield str(path)
            continue
        folders.add(_folder(path))
        beside.add(str(file) if (file := closest(path)) else None)
        yield path
    yield from sorted(filter(None, beside))


def _of_settings(here: House, options: argparse.Namespace) -> Iterator[str]:
    """The folders of the configuration, and of the rules and sources that it names."""
    yield from (layer.folder for layer in here.settings.layers)
    yield _folder(options.config or "")
    yield _folder(here.settings.path("baseline") or "")
    for place in places(here.settings):
        yield _folder(place)
        yield from (folder for folder, _, _ in os.walk(place))


def _folder(file: str) -> str:
    return str(Path(file).parent)


def _standing(folders: Iterable[str]) -> frozenset[str]:
    """These folders and all above them, where a configuration or a suppression may come to stand, by their one name."""
    real = {Path(folder).resolve() for folder in folders}
    return frozenset(str(place) for one in real for place in (one, *one.parents) if place.is_dir())


def _state(path: str) -> object:
    """What is another after a file was written; None where there is no file."""
    try:
        about = Path(path).stat()
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns


def _again(
    seen: Seen, options: argparse.Namespace, check: Callable[[argparse.Namespace, House], object], last: Seen | None
) -> None:
    if last and sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        say(_CLEAR)
    once = argparse.Namespace(**vars(options))
    if last and seen.house is last.house and seen.house and seen.house.results:
        once.jobs = options.jobs or 1  # most is known from the last time, and does not pay other processes
    try:
        if seen.house is None:
            raise AttribError(seen.fault)
        check(once, seen.house)
    except AttribError as error:
        for line in str(error).splitlines():
            tell(f"error: {line}")
    except Exception as error:  # noqa: BLE001  # a mistake of ours ends no watch: the next draft may be without it
        tell(f"error: {internal(error)}")
    tell(f"{dt.datetime.now():%H:%M:%S}: waiting for the next save; Ctrl-C ends it")
