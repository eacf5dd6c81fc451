"""What one start of attrib made out of its own rules and code, kept for the next: a cold start has no time for it.

It stands in a file of the user's cache folder, under the state of all that it is made of: the files of rules and of
code, and Python itself. A file that is damaged, of another state or not the user's own is none, and is written anew
when the process ends. Without a writable cache everything works, a little slower.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Protocol, TypeVar
from zlib import crc32

from attrib.version import __version__

Made = TypeVar("Made")


class Keep(Protocol):
    """How `made`, which may take a value from an earlier start, and `anew`, which always makes it, are called."""

    def __call__(self, name: str, make: Callable[[], Made]) -> Made: ...


def anew(name: str, make: Callable[[], Made]) -> Made:
    """What ``make`` makes now: for what a house may change, which is never kept."""
    return make()


MOST = 8
"""So many files of a kind are kept, one for every copy of attrib that was run; the largest takes two megabytes."""
_KINDS = ("start-", "constructors-", "globs-")
_SUM = 4


def made(name: str, make: Callable[[], Made]) -> Made:
    """What ``make`` makes out of nothing but what ships with attrib: plain values, as `marshal` writes them.

    It is unpacked afresh at each call; a caller that needs it often stores the result.
    """
    store = _store()
    if (data := store.parts.get(name)) is not None:
        return marshal.loads(data)  # type: ignore[no-any-return]
    value = make()
    store.parts[name] = marshal.dumps(value)  # type: ignore[arg-type]
    store.grew = True
    return value


def rows(name: str, make: Callable[[], Iterable[Any]]) -> Sequence[Any]:
    """The same for a long sequence of which little is asked: a row is unpacked each time it is asked."""
    return _Rows(made(name, lambda: [marshal.dumps(row) for row in make()]))


def table(name: str, *, apart: bool = False) -> dict[Any, Any]:
    """A table of plain values that grows as it is asked; all that is put into it is kept.

    ``apart`` keeps it in a small file of its own, so that a start that needs this table alone reads nothing else.
    """
    store = _store(name if apart else "start")
    if name not in store.tables:
        found = marshal.loads(store.parts[name]) if name in store.parts else {}
        store.tables[name] = found
        store.sizes[name] = len(found)
    return store.tables[name]


def save() -> None:
    """Write what was made since the start; where the folder cannot be written, nothing is kept."""
    for store in _stores.values():
        store.save()


def signatures(place: str) -> Iterator[str]:
    """The name, size and time of each file of code or rules at a place, in no order."""
    try:
        entries = os.scandir(place)
    except OSError:
        with contextlib.suppress(OSError):
            about = os.stat(place)
            yield f"{place} {about.st_size} {about.st_mtime_ns}"
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from signatures(entry.path)
        elif entry.name.endswith((".py", ".toml")):
            with contextlib.suppress(OSError):  # a link that leads nowhere
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"


@cache
def shipped() -> str:
    """The state of what ships with attrib, as this process found it: its rules and code, and Python itself."""
    from attrib.resources import rules_place

    code = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return "\0".join([__version__, sys.version, *sorted((*signatures(rules_place()), *signatures(code)))])


def folder() -> str:
    """Where attrib keeps what it can make again."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    return os.path.join(base, "attrib")


class _Rows(Sequence[Any]):
    def __init__(self, packed: list[bytes]) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, at: Any) -> Any:
        return marshal.loads(self._packed[at]) if isinstance(at, int) else [self[n] for n in range(len(self))[at]]


class _Store:
    """The parts of one file, each packed until it is asked for."""

    def __init__(self, file: str, state: str) -> None:
        self.file, self.state = file, state
        self.parts: dict[str, bytes] = _read(file, state)
        self.tables: dict[str, dict[Any, Any]] = {}
        self.sizes: dict[str, int] = {}
        self.grew = False

    def save(self) -> None:
        grown = [name for name, table in self.tables.items() if len(table) > self.sizes[name]]
        if not (self.grew or grown):
            return
        others = _read(self.file, self.state)  # what another process has written since
        for name in grown:
            known = marshal.loads(others[name]) if name in others else {}
            self.parts[name] = marshal.dumps({**known, **self.tables[name]})
            self.sizes[name] = len(self.tables[name])
        self.grew = False
        data = marshal.dumps((self.state, {**others, **self.parts}))
        with contextlib.suppress(OSError):
            _write_whole(self.file, crc32(data).to_bytes(_SUM, "big") + data)
            _prune(os.path.dirname(self.file))


_stores: dict[str, _Store] = {}


def _store(kind: str = "start") -> _Store:
    if kind not in _stores:
        from attrib.resources import rules_place

        if not _stores:
            atexit.register(save)
        name = f"{kind}-{crc32(f'{rules_place()} {sys.version}'.encode()):08x}"
        _stores[kind] = _Store(os.path.join(folder(), name), shipped())
    return _stores[kind]


def _read(file: str, state: str) -> dict[str, bytes]:
    try:
        with open(file, "rb") as opened:
            about = os.fstat(opened.fileno())
            if hasattr(os, "getuid") and (about.st_uid != os.getuid() or about.st_mode & 0o022):
                return {}  # somebody else could have written it
            expected, data = opened.read(_SUM), opened.read()
        if crc32(data).to_bytes(_SUM, "big") == expected:
            kept, parts = marshal.loads(data)
            if kept == state:
                return parts  # type: ignore[no-any-return]
    except (OSError, ValueError, TypeError, EOFError):
        pass
    return {}


def _write_whole(path: str, data: bytes) -> None:
    """Write beside the target and rename, so that two runs at once never see half a file."""
    import tempfile

    os.makedirs(os.path.dirname(path), exist_ok=True)
    handle, name = tempfile.mkstemp(dir=os.path.dirname(path), suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(name, path)


def _prune(folder: str) -> None:
    """Take out the files that were written longest ago, where there are too many."""
    files = [entry for entry in os.scandir(folder) if entry.name.startswith(_KINDS) and entry.is_file()]
    files.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
    for kind in _KINDS:
        for entry in [entry for entry in files if entry.name.startswith(kind)][MOST:]:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)
