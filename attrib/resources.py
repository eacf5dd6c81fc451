"""The data that ships with attrib: where ``rules/`` is, and its tables, parsed once and kept for the next start."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from attrib.errors import RuleError
from attrib.keeping import kept

if TYPE_CHECKING:
    from pathlib import Path

Table = dict[str, Any]
DATA = ("registry", "lexicon", "styles", "profiles")
"""The folders of ``rules/`` that hold no rules."""


@cache
def rules_place() -> str:
    """Where the shipped data are: inside the package in a wheel, beside it in a checkout."""
    here = os.path.dirname(os.path.realpath(__file__))
    for folder in (os.path.join(here, "rules"), os.path.join(os.path.dirname(here), "rules")):
        if os.path.isdir(folder):
            return folder
    raise RuleError(f"{os.path.join(here, 'rules')}: the folder of rules is missing; install attrib again")


def rules_folder() -> Path:
    """The same as a path."""
    from pathlib import Path

    return Path(rules_place())


def parse(path: str | os.PathLike[str]) -> Table:
    """One TOML file. Raises RuleError with the file, the place and what TOML expected there."""
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: not valid TOML: {error}") from None
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: byte {error.start + 1} is not UTF-8; TOML files are UTF-8") from None
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from None


@cache
def tables(folder: str) -> dict[str, Table]:
    """The tables of ``rules/<folder>/*.toml`` by file name without ending, sorted; days in them are text."""
    return kept.made(f"tables of {folder}", lambda: parsed(folder))


def parsed(folder: str) -> dict[str, Table]:
    """The same, parsed anew: for what is kept in another form."""
    return {name: plain(file) for name, file in _files(folder)}


@cache
def rule_tables() -> dict[str, Table]:
    """The rules that ship, by their place in `rules_place`, sorted. They come without examples: `parse` has them."""
    return kept.made("rules", lambda: dict(_rules()))


def _rules() -> Iterator[tuple[str, Table]]:
    for folder in sorted(entry.name for entry in os.scandir(rules_place()) if entry.is_dir()):
        if folder not in DATA:
            for name, file in _files(folder):
                table = plain(file)
                yield f"{folder}/{name}.toml", {key: table[key] for key in table if key not in ("bad", "good")}


def _files(folder: str) -> list[tuple[str, Path]]:
    return sorted((file.stem, file) for file in (rules_folder() / folder).glob("*.toml"))


def plain(path: str | os.PathLike[str]) -> Table:
    """One TOML file, its days as text, since days cannot be kept. Raises RuleError as `parse` does, and for a time."""

    def of(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: of(one) for key, one in value.items()}
        if isinstance(value, list):
            return [of(one) for one in value]
        if isinstance(value, dt.datetime | dt.time):
            raise RuleError(f"{path}: {value} is a {type(value).__name__}, which no table holds; write it as text")
        return value.isoformat() if isinstance(value, dt.date) else value

    return {key: of(value) for key, value in parse(path).items()}
