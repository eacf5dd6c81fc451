"""What a desk begins with: a configuration for the drafts that are there, and snippets for the services of CI.

A snippet is a file of this folder, with its place in a repository in its first line.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrib.config.drafts import Keeps
from attrib.errors import AttribError
from attrib.resources import tables
from attrib.values import NamedTuple
from attrib.version import __version__

LOOKED_AT = 5
"""Drafts of a folder that are read, to see whether it holds bulletins."""
MOST_FOLDERS = 40
"""Folders that are looked at one by one; of an archive with one for every day, those at its top are."""
_SPECIAL = re.compile(r"[\\*?\[\]!# ]")


class Desk(NamedTuple):
    """What a repository holds: the folders with bulletins, seen from its top (``""`` is the top itself), how many
    files are in them, the endings of those at the top, and the one style they show, if it is one."""

    folders: tuple[str, ...] = ()
    files: int = 0
    endings: tuple[str, ...] = ()
    style: str | None = None

    @property
    def globs(self) -> tuple[str, ...]:
        """What a configuration at the top includes."""
        below = (_SPECIAL.sub(r"\\\g<0>", folder) for folder in self.folders if folder)
        return (*(f"/*{ending}" for ending in self.endings), *(f"{folder}/**" for folder in below))

    @property
    def pattern(self) -> str:
        """The same as a pattern of Python, for pre-commit."""
        below = [f"{re.escape(folder)}/" for folder in self.folders if folder]
        at_top = [f"[^/]+{re.escape(ending)}$" for ending in self.endings]
        return f"^({'|'.join(at_top + below)})" if self.folders else r"\.(txt|md)$"


def look(top: str, keeps: Keeps) -> Desk:
    """What a folder holds. A folder counts where one of the first of its drafts has a citation.

    Raises InputError where it cannot be listed.
    """
    from attrib.inputs import find

    files = [Path(file) for file in find([top], keeps=keeps)]
    by_folder = _by_folder(files, top)
    if len(by_folder) > MOST_FOLDERS:
        by_folder = _by_folder(files, top, depth=1)
    styles = {folder: _styles(files[:LOOKED_AT]) for folder, files in by_folder.items()}
    cited = [folder for folder in by_folder if styles[folder]]
    kept = sorted({_widest(folder, cited, by_folder) for folder in cited})
    included = sum(len(own) for folder, own in by_folder.items() if any(_within(folder, above) for above in kept))
    endings = {file.suffix for file in by_folder.get("", ())} if "" in kept else set()
    shown = {style for folder in cited for style in styles[folder]}
    return Desk(tuple(kept), included, tuple(sorted(endings)), shown.pop() if len(shown) == 1 else None)


def configuration(desk: Desk, profile: str | None = None) -> str:
    """A configuration for a desk, as TOML with a comment for each choice. Raises KeyError for an unknown profile."""
    profiles: Mapping[str, str] = {name: table["summary"] for name, table in tables("profiles").items()}
    if profile is None and desk.style in profiles:  # the profile of that name is for that habit
        profile = desk.style
    if profile is not None:
        _ = profiles[profile]
    included = f"include = {_list(desk.globs)}" if desk.globs else '# include = ["drafts/**"]'
    found = f"{desk.files} found" if desk.globs else "none found yet"
    width = max(map(len, profiles))
    major, minor, _ = __version__.split(".")
    return "\n".join(
        (
            "# How attrib checks the drafts of this repository. `attrib schema config` describes every key, and",
            "# `attrib check --show-settings` prints what holds and who says it.",
            f'required-version = ">={major}.{minor}"',
            "",
            f"# The drafts that a bare `attrib check` reads: {found}. Globs are those of a .gitignore.",
            included,
            "# exclude = []",
            "",
            "# How the desk works:",
            *(f"#   {name:{width}}  {summary}" for name, summary in sorted(profiles.items())),
            f'profile = "{profile}"' if profile else '# profile = "digest"',
            "",
            "# How severe a finding must be to fail a check: error, warning, note or never.",
            'fail-on = "error"',
            "",
            "# What is known stays quiet: `attrib check --add-baseline` writes it down, with this line on.",
            '# baseline = "attrib-known.json"',
            "",
        )
    )


def snippets() -> tuple[str, ...]:
    """The services that there is a snippet for."""
    return tuple(sorted(entry[: -len(".yml")] for entry in os.listdir(Path(__file__).parent) if entry.endswith(".yml")))


def snippet(service: str, desk: Desk) -> str:
    """The snippet for a service, with the place where it goes in its first line."""
    text = (Path(__file__).parent / f"{service}.yml").read_text("utf-8")
    return text.replace("VERSION", f"v{__version__}").replace("FILES", json.dumps(desk.pattern))


def _by_folder(files: Iterable[Path], top: str, depth: int | None = None) -> dict[str, list[Path]]:
    """Files by their folder, seen from the top, cut off at so many names."""
    found: dict[str, list[Path]] = {}
    for file in files:
        found.setdefault("/".join(file.parent.relative_to(top).parts[:depth]), []).append(file)
    return found


def _styles(files: Iterable[Path]) -> set[str]:
    """The styles of those files that have a citation."""
    from attrib.analysis import analyse
    from attrib.inputs import read

    found = set()
    for file in files:
        try:
            analysis = analyse(read(str(file)))
        except AttribError:
            continue  # what cannot be read is no reason to include its folder
        if analysis.citations:
            found.add(analysis.style)
    return found


def _widest(folder: str, cited: Sequence[str], all_folders: Iterable[str]) -> str:
    """The folder, or the one furthest above it that holds no draft without citations: next month has its own folder."""
    parts = folder.split("/")
    above = ("/".join(parts[:end]) for end in range(1, len(parts)))
    return next((one for one in above if all(f in cited for f in all_folders if _within(f, one))), folder)


def _within(folder: str, above: str) -> bool:
    """The top includes its own files only, another folder all that is below it."""
    return folder == above or bool(above) and folder.startswith(f"{above}/")


def _list(words: Sequence[str]) -> str:
    return "[" + ", ".join(json.dumps(word, ensure_ascii=False) for word in words) + "]"
