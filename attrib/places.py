"""Where the words of a finding stand, as the programs that read reports count it: files, lines and columns."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from attrib.model import Document, Span
from attrib.values import NamedTuple

MARK = "\ufeff"
"""A byte order mark, as programs read it that do not take it off."""


class Region(NamedTuple):
    """Lines and columns from 1; the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(document: Document, span: Span, measure: Callable[[str], int] = len) -> Region:
    """Where a span stands in its file; ``measure`` tells how many columns a text takes: code points by default.

    >>> from attrib.inputs import read_text
    >>> region(read_text("Ölpreis fällt"), Span(8, 13)), region(read_text("Ölpreis fällt"), Span(8, 13), utf_8)
    (Region(line=1, column=9, end_line=1, end_column=14), Region(line=1, column=10, end_line=1, end_column=16))
    """

    def place(offset: int) -> tuple[int, int]:
        return document.origin(offset).line, measure(document.before(offset)) + 1

    return Region(*place(span.start), *place(span.end))


def utf_8(text: str) -> int:
    """How many bytes a text takes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def from_here(path: str) -> str:
    """A path from the working folder, with forward slashes; whole where it leads out of that folder."""
    return _inside(Path.cwd(), Path(path).absolute())


def from_root(path: str) -> str:
    """A path from the root of the repository, links resolved, with forward slashes; whole where it leads out of it.

    Without a repository it is the path from the working folder.
    """
    return _inside(_root(Path.cwd().resolve()), Path(path).resolve())


def for_matcher(path: str) -> str:
    """A path as a problem matcher wants it: on a runner of GitHub's whose step works in a folder of the workspace, from
    the workspace, else as it is (actions/runner, `OutputManager.cs`, "Root using workspace")."""
    workspace, here = os.environ.get("GITHUB_WORKSPACE"), Path.cwd().resolve()
    if not workspace or Path(workspace).resolve() not in here.parents or not Path(path).exists():
        return path
    return _inside(Path(workspace).resolve(), Path(os.path.normpath(here / path)))


@cache
def _root(folder: Path) -> Path:
    """The nearest folder upwards that git keeps, else the folder itself; `.git` is a file in a second work tree."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)


def _inside(folder: Path, whole: Path) -> str:
    path = whole.relative_to(folder) if whole.is_relative_to(folder) else whole
    # A name that is not in the file system's encoding becomes one that every reader can take.
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
