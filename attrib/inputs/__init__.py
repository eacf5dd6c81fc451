"""From a file to a `Document`: one module a format, found by listing this folder.

A format is a module with ``ENDINGS`` and ``document(text, path, encoding)``, or, where a file is more than text,
``unpacked(data, path)``. It imports its parser inside that function, so that asking all formats for their endings costs
next to nothing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, TypeGuard, cast

from attrib.errors import InputError
from attrib.inputs import decoding
from attrib.matching.patterns import pattern
from attrib.model import Document
from attrib.values import evolve

STDIN = "-"
MOST_BYTES = 64 * 1024 * 1024
"""No bulletin is that long: the file is something else, and reading it would only fill the memory."""

_NEAR_STEM = 0.75  # of the letters of a file's name without its ending: one in four may be wrong


_ABOUT = pattern(
    r"(?:readme|license|licence|changelog|contributing|security|code_of_conduct|notice|authors)\b", re.IGNORECASE
)
"""What a repository says of itself is no bulletin: such a file is read only where it is named."""


class Format(Protocol):
    """What a module of this folder offers. ``ENDINGS`` are in lower case, with their dots."""

    ENDINGS: tuple[str, ...]


class Text(Format, Protocol):
    """A format whose files are text."""

    def document(self, text: str, path: str, encoding: str) -> Document: ...


class Packed(Format, Protocol):
    """A format whose files are more than text, or tell their own encoding; what is read is taken out of them."""

    def unpacked(self, data: bytes, path: str) -> Document: ...


def read(path: str | os.PathLike[str], *, stdin_filename: str | None = None) -> Document:
    """The draft in a file, or on standard input where the path is ``-`` (``stdin_filename`` then names it).

    An ending that no format knows is read as plain text. Raises InputError, naming the file and the fix, where the file
    is missing, not readable, binary or in no known encoding.

    >>> read("no-such-draft.txt")
    Traceback (most recent call last):
    attrib.errors.InputError: no-such-draft.txt: no such file; check the path
    """
    name = os.fspath(path)
    if name == STDIN:
        name = stdin_filename or "<stdin>"
        data = _standard_input(name)
    else:
        data = _bytes(name)
    return read_data(data, name)


def read_data(data: bytes, path: str) -> Document:
    """The draft in the bytes of a file; the ending of ``path`` tells its format. Raises InputError as `read` does."""
    format = _format_of(path) or _named("plain")
    if _is_packed(format):
        return format.unpacked(data, path)
    text, encoding = decoding.decode(data, path)
    made = cast(Text, format).document(text, path, encoding)
    return evolve(made, marked=True) if encoding == "utf-8" and decoding.mark(data, encoding) else made


def read_text(text: str, path: str = "<text>", format: str = "plain") -> Document:
    """A draft that is in memory already; ``format`` is the name of a module of this folder.

    >>> [block.kind for block in read_text("# Talks fail\\n\\nNobody came.", format="markdown").blocks]
    ['heading', 'paragraph']
    """
    if format not in _modules() or not _is_text(_named(format)):
        known = ", ".join(name for name in _modules() if _is_text(_named(name)))
        raise InputError(f"{path}: no text format is called {format!r}; known are {known}")
    return cast(Text, _named(format)).document(text, path, "utf-8")


def of_text(text: str, document: Document) -> Document:
    """Another text of the same draft, read as the first was. Not for a text that was taken out of its file."""
    made = cast(Text, _named(document.format)).document(text, document.path, document.encoding)
    return evolve(made, marked=True) if document.marked else made


def format_names() -> tuple[str, ...]:
    """The formats that can be read."""
    return tuple(name for name in _modules() if _endings(name))


def text_format(path: str) -> str | None:
    """The format of text that the ending of a path tells: what `read_text` takes; None where it tells none."""
    return next(
        (name for name in format_names() if path.lower().endswith(_endings(name)) and _is_text(_named(name))),
        None,
    )


def find(paths: Sequence[str], *, keeps: Callable[[str], bool] | None = None) -> Iterator[str]:
    """The files named, as named, and those with a known ending in the folders named: sorted, each once.

    ``keeps`` is asked for every file and folder met on the way, that of a folder with a slash at its end.

    Hidden files and folders are left out, and so are what a repository says of itself (README.md, LICENSE.txt),
    reports of attrib's own, and links to folders, which may run in a circle. A path that does not exist is passed on,
    so that `read` says so. Raises InputError for a folder that cannot be listed.
    """
    seen = set()
    for path in paths:
        for file in _walk(path, keeps) if path != STDIN and os.path.isdir(path) else (path,):
            if file not in seen:
                seen.add(file)
                yield file


def of_repository(name: str) -> bool:
    """Whether a file of that name says what a repository is, and is read only where somebody names it."""
    return _ABOUT.match(name) is not None


def _walk(folder: str, keeps: Callable[[str], bool] | None) -> Iterator[str]:
    endings = tuple(ending for name in _modules() for ending in _endings(name))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be listed: {_reason(error)}") from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if keeps and not keeps(f"{entry.path}/" if is_folder else entry.path):
            continue
        if is_folder:
            yield from _walk(entry.path, keeps)
        elif not entry.name.lower().endswith(endings) or of_repository(entry.name):
            continue
        elif entry.is_file() and not _is_report(entry.path):
            yield entry.path


def _is_report(path: str) -> bool:
    """Whether attrib wrote it about drafts, as a page or as Markdown."""
    if not path.lower().endswith((".html", ".md")):
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(1024)
    except OSError:
        return False
    return b'<meta name="generator" content="attrib ' in head or head.startswith(b"### attrib\n")


@cache
def _modules() -> tuple[str, ...]:
    """The modules of this folder, plain text first: most drafts are, and then no other format need be imported."""
    names = {entry.partition(".")[0] for entry in os.listdir(os.path.dirname(__file__)) if entry.endswith(".py")}
    return ("plain", *sorted(names - {"plain", "__init__"}))


@cache
def _named(name: str) -> Format:
    return cast(Format, import_module(f"{__name__}.{name}"))


def _is_text(format: Format) -> TypeGuard[Text]:
    return hasattr(format, "ENDINGS") and hasattr(format, "document")


def _is_packed(format: Format) -> TypeGuard[Packed]:
    return hasattr(format, "unpacked")


def _endings(name: str) -> tuple[str, ...]:
    """The endings of a format; none for a module that is no format."""
    return getattr(_named(name), "ENDINGS", ())


def _format_of(path: str) -> Format | None:
    lowered = path.lower()
    return next((_named(name) for name in _modules() if lowered.endswith(_endings(name) or ("\0",))), None)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such {'folder' if path.endswith('/') else 'file'}{_hint(path)}") from None
    except NotADirectoryError:
        fault = "is a file; leave the slash out" if path.endswith("/") else "leads through a file; check the path"
        raise InputError(f"{path}: {fault}") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder, not a draft; name a file in it") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read; ask for the right to read it (chmod +r)") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {_reason(error)}") from None
    return _bounded(data, path)


def _hint(path: str) -> str:
    """What is there of nearly that name; or how much of the path is."""
    if any(mark in path for mark in "*?"):
        return ", and none matches it; check the path"
    if os.path.islink(path):
        return f"; it is a link to {os.readlink(path)}, which is not there"
    folder, name = os.path.split(path.rstrip("/"))
    try:
        near = _near(name, sorted(os.listdir(folder or os.curdir)))
    except OSError:
        return f"; there is no folder {folder} either; check the path"
    return f"; did you mean “{os.path.join(folder, near)}”?" if near else "; check the path"


def _near(name: str, there: Sequence[str]) -> str | None:
    """The file of nearly that name: the endings of drafts are alike, and make no two names so."""
    from attrib.nearest import nearest_word

    stem = os.path.splitext(name)[0]
    alike = [one for one in there if nearest_word(stem, [os.path.splitext(one)[0]], _NEAR_STEM)]
    return nearest_word(name, alike, least=0)


def _standard_input(name: str) -> bytes:
    try:
        return _bounded(sys.stdin.buffer.read(MOST_BYTES + 1), name)
    except OSError as error:
        raise InputError(f"{name}: standard input cannot be read: {_reason(error)}") from None


def _bounded(data: bytes, path: str) -> bytes:
    if len(data) > MOST_BYTES:
        raise InputError(f"{path}: larger than {MOST_BYTES // 2**20} MB, which no bulletin is; split it into issues")
    return data


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
