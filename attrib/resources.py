"""The data that ships with attrib: where ``rules/`` is, and its tables, parsed once.

TOML takes milliseconds that a cold `attrib check` does not have, so what was parsed is kept as JSON in the user's cache
folder, with every file's name, size and time as its key. Without a writable cache everything works, a little slower.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from attrib.errors import RuleError

Table = dict[str, Any]


@cache
def rules_folder() -> Path:
    """The folder of the shipped data: inside the package in a wheel, beside it in a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "rules", here.parent / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError(f"{here / 'rules'}: the folder of rules is missing; install attrib again")


def parse(path: Path) -> Table:
    """One TOML file. Raises RuleError with the file, the place and what TOML expected there."""
    import tomllib

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: not valid TOML: {error}") from None
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: byte {error.start + 1} is not UTF-8; TOML files are UTF-8") from None
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from None


def tables(folder: str) -> dict[str, Table]:
    """The tables of ``rules/<folder>/*.toml`` by file name without ending, sorted."""
    return {Path(name).stem: table for name, table in _shipped().items() if name.rpartition("/")[0] == folder}


def rule_tables() -> dict[Path, Table]:
    """The rules that ship, by file. Their examples are left out of the cache: use `parse` to see them."""
    data = {"registry", "lexicon", "styles", "profiles"}
    return {rules_folder() / name: table for name, table in _shipped().items() if name.partition("/")[0] not in data}


@cache
def _shipped() -> dict[str, Table]:
    root = rules_folder()
    stats = {}
    for folder in sorted(entry.path for entry in os.scandir(root) if entry.is_dir()):
        for entry in os.scandir(folder):
            if entry.name.endswith(".toml"):
                stats[entry.path[len(str(root)) + 1 :].replace(os.sep, "/")] = entry.stat()
    files = sorted(stats)
    key = repr([str(root), [(f, stats[f].st_size, stats[f].st_mtime_ns) for f in files]])
    kept = cache_folder() / f"rules-{crc32(str(root).encode()):08x}.json"
    try:
        with kept.open("rb") as file:
            found = json.load(file)
        if found["key"] == key:
            return found["tables"]  # type: ignore[no-any-return]
    except (OSError, ValueError, LookupError, TypeError):
        pass
    made = {name: _without_examples(root / name) for name in files}
    with contextlib.suppress(OSError):
        _write_whole(kept, json.dumps({"root": str(root), "key": key, "tables": made}, ensure_ascii=False))
        _prune(kept.parent)
    return made


def _prune(folder: Path) -> None:
    """Take out the tables of folders that are no more, such as a checkout of one run of a CI, and of older versions."""
    for file in folder.glob("rules-*.json"):
        try:
            lasting = Path(json.loads(file.read_bytes())["root"]).is_dir()
        except (ValueError, LookupError, TypeError):
            lasting = False
        if not lasting:
            file.unlink(missing_ok=True)


def _without_examples(path: Path) -> Table:
    """A table as the cache gives it back: no examples, days as text. Raises RuleError for what JSON cannot hold."""

    def day(value: object) -> str:
        if isinstance(value, dt.date):
            return value.isoformat()
        raise RuleError(f"{path}: {value} is a {type(value).__name__}, which no table holds; write it as text")

    table = {key: value for key, value in parse(path).items() if key not in ("bad", "good")}
    return json.loads(json.dumps(table, default=day))  # type: ignore[no-any-return]


def cache_folder() -> Path:
    """Where attrib keeps what it can make again."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(base) / "attrib"


def _write_whole(path: Path, text: str) -> None:
    """Write beside the target and rename, so that two runs at once never see half a file."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
