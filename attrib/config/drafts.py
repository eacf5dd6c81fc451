"""Which files of a folder are drafts: those that neither git nor the configuration leaves out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache

from attrib.config.globs import ignored_lines, matches
from attrib.config.layers import Settings
from attrib.inputs import STDIN, find, of_repository

Keeps = Callable[[str], bool]
"""Whether a path met in a walk is kept; that of a folder ends with a slash."""


def keeps(settings: Settings) -> Keeps:
    """What a walk keeps, by the globs of ``exclude`` and, if it is respected, by every .gitignore on the way."""
    folder, excluded = settings.globs("exclude")
    ignored = _by_git() if settings.value("respect-gitignore") else None

    def kept(path: str) -> bool:
        return not (excluded and matches(excluded, folder, path)) and not (ignored and ignored(path))

    return kept


def named(path: str, settings: Settings, kept: Keeps) -> Iterator[str]:
    """The drafts of a path that somebody names. What is left out is wanted all the same, unless that is forced.

    Forced is what a hook needs, which names all files of a commit: of those it gets what a bare check would read.
    A glob that no shell has expanded (in quotes, on Windows) stands for what it matches.
    """
    if not os.path.lexists(path) and (matched := _matched(path)):
        for file in matched:
            yield from named(file, settings, kept)
        return
    forced = settings.value("force-exclude")
    if path == STDIN or not (os.path.isdir(path) or forced):
        yield path
    elif os.path.isdir(path):
        inside = kept(f"{path.rstrip('/')}/")
        if inside or not forced:
            yield from find([path], keeps=kept if inside else None)
    elif met(path, settings, kept):
        yield path


def _matched(path: str) -> list[str]:
    """What a glob matches, sorted; ``**`` stands for any folders."""
    import glob

    return sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []


def met(path: str, settings: Settings, kept: Keeps) -> bool:
    """Whether a bare check reads a file, if its ending is that of a draft."""
    folder, globs = settings.globs("include")
    return (
        kept(path) and not of_repository(os.path.basename(path)) and (not globs or bool(matches(globs, folder, path)))
    )


def included(settings: Settings, kept: Keeps) -> list[str] | None:
    """The drafts that ``include`` names, from the folder of the file that says it; ``None`` where nothing does."""
    folder, globs = settings.globs("include")
    if not globs:
        return None
    top = os.path.relpath(folder or os.curdir)
    return [os.path.normpath(file) for file in find([top], keeps=kept) if matches(globs, folder, file)]


def _by_git() -> Callable[[str], bool]:
    """Whether git ignores a path: the closest .gitignore that speaks of it counts, and none above the repository does.

    Each .gitignore is read once; who asks anew later sees what it says then.
    """
    to_top, lines = cache(_to_top), cache(_lines)

    def ignored(path: str) -> bool:
        for above in to_top(os.path.dirname(os.path.abspath(path.rstrip("/")))):
            said = lines(above)
            verdict = matches(said, above, path) if said else None
            if verdict is not None:
                return verdict
        return False

    return ignored


def _to_top(folder: str) -> tuple[str, ...]:
    """The folder and those above it, up to the one that holds a repository; () where none does."""
    above = [folder]
    while not os.path.exists(os.path.join(above[-1], ".git")):
        if (parent := os.path.dirname(above[-1])) == above[-1]:
            return ()
        above.append(parent)
    return tuple(above)


def _lines(folder: str) -> tuple[str, ...]:
    lines = ignored_lines(os.path.join(folder, ".gitignore"))
    if os.path.isdir(git := os.path.join(folder, ".git")):
        lines = (*ignored_lines(os.path.join(git, "info", "exclude")), *lines)
    return lines
