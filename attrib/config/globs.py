"""Globs as in a .gitignore: ``*.txt`` anywhere, ``drafts/`` a folder, ``/archive/**`` from the top, ``!`` for not."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from attrib.errors import ConfigError
from attrib.keeping import kept

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MOST = 500  # globs are kept


@cache
def _compiled(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # most runs name their drafts, and need no glob

    return GitIgnoreSpec.from_lines(globs)


def fault(globs: Sequence[str]) -> str | None:
    """What is wrong with the first bad glob."""
    sound = kept.table("globs", apart=True)  # to load what reads globs takes as long as half a check
    for glob in globs:
        if glob in sound:
            continue
        try:
            _compiled((glob,))
        except ValueError as error:
            return f"“{glob}” is no glob: {error}"
        if len(sound) < _MOST:
            sound[glob] = True
    return None


def seen_from(folder: str, path: str) -> str | None:
    """The path as a glob of that folder sees it, a folder with a slash at its end; ``None`` where it lies outside."""
    relative = os.path.relpath(path, folder)
    if relative == os.pardir or relative.startswith(os.pardir + os.sep) or os.path.isabs(relative):
        return None
    return relative.replace(os.sep, "/") + ("/" if path.endswith("/") else "")


def matches(globs: Sequence[str], folder: str, path: str) -> bool | None:
    """Whether the globs of a folder take a path; ``None`` where none of them speaks of it."""
    seen = seen_from(folder, path)
    return None if seen is None else _compiled(tuple(globs)).check_file(seen).include


def ignored_lines(file: str) -> tuple[str, ...]:
    """The lines of a .gitignore. Raises ConfigError where it cannot be read; () where there is none."""
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as opened:
            return tuple(line.rstrip("\n") for line in opened)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from None
