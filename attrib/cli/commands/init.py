"""Write a starter attrib.toml for the drafts here; print snippets for CI and pre-commit.

Nothing is overwritten without --force. With --ci nothing is written, and that one snippet is printed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from attrib import starter
from attrib.cli.arguments import Parser, one_of
from attrib.cli.console import say, tell
from attrib.config import Settings
from attrib.config.drafts import keeps
from attrib.config.loading import NAMES, has_settings
from attrib.errors import AttribError
from attrib.keeping.saving import replace
from attrib.resources import tables
from attrib.wording import count


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="the repository (default: this folder)"
    )
    parser.add_argument(
        "--profile",
        type=one_of(*sorted(tables("profiles"))),
        metavar="NAME",
        help="the profile to begin with: {profiles}",
    )
    parser.add_argument("--force", action="store_true", help="write, even where there is a configuration already")
    parser.add_argument(
        "--ci",
        type=one_of(*starter.snippets()),
        metavar="NAME",
        help=f"print this alone: {', '.join(starter.snippets())}",
    )


def run(options: argparse.Namespace) -> int:
    top: Path = options.folder
    if not top.is_dir():
        raise AttribError(f"{top}: {'is a file; name its folder' if top.exists() else 'no such folder'}")
    if not (options.ci or options.force):
        _demand_none(top)
    desk = starter.look(str(top), keeps(Settings()))
    if options.ci:
        say(starter.snippet(options.ci, desk))
        return 0
    file = top / NAMES[0]
    replace(file, starter.configuration(desk, options.profile).encode())
    say("\n".join(starter.snippet(service, desk) for service in starter.snippets()))
    found = f"it includes {', '.join(desk.globs)} ({count(desk.files, 'draft')})" if desk.globs else "no draft found"
    tell(f"{file}: written; {found}")
    return 0


def _demand_none(top: Path) -> None:
    """Raises AttribError where the folder has a configuration."""
    for name in NAMES:
        file = top / name
        if has_settings(str(file)):
            beside = "" if name == NAMES[0] else f" {NAMES[0]} beside it, which then counts"
            raise AttribError(
                f"{file}: there is a configuration already; --force writes{beside or ' a new one over it'}"
            )
