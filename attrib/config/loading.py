"""From a file of settings to layers: found, read, checked, and built on what it extends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from attrib.config.keys import FILES, KEYS, Key, allowed
from attrib.config.layers import Layer, nearest_path
from attrib.errors import ConfigError

NAMES = ("attrib.toml", ".attrib.toml", "pyproject.toml")
"""In one folder, the first of these that has settings counts."""


def find(folder: str) -> str | None:
    """The closest file of settings, in this folder or one above it; a pyproject.toml only with a [tool.attrib]."""
    folder = os.path.abspath(folder)
    while True:
        for name in NAMES:
            if has_settings(path := os.path.join(folder, name)):
                return path
        folder, last = os.path.dirname(folder), folder
        if folder == last:
            return None


def has_settings(path: str) -> bool:
    """Whether there is a file of settings; a pyproject.toml is one only with a [tool.attrib]."""
    if not os.path.isfile(path) or os.path.basename(path) != "pyproject.toml":
        return os.path.isfile(path)
    with open(path, "rb") as file:  # most have none, and reading TOML takes time
        return b"tool.attrib" in file.read()


def read(path: str) -> tuple[Layer, ...]:
    """The layers of a file, the lowest first: of its profile, of the file that it extends, its own, its overrides.

    Raises ConfigError with all that is wrong in a file, a line a mistake: the key, what was found, what was expected
    and the nearest right word.
    """
    layers = tuple(_layers(path, ()))
    # What holds for some drafts stands above what holds for all, also where a file above says it.
    return tuple(sorted(layers, key=lambda layer: bool(layer.files)))


def profile(name: str, named_by: str) -> Layer:
    """The layer of a profile that ships with attrib. Raises ConfigError with the nearest name where there is none."""
    from attrib.resources import tables

    known = tables("profiles")
    if name not in known:
        from attrib.nearest import nearest

        raise ConfigError(f"{named_by}: no profile is called “{name}”{nearest(name, known)}")
    table = {key: value for key, value in known[name].items() if key != "summary"}
    _demand(f"profile {name}", list(_faults(table, allowed("profile"))))
    return Layer(f"profile {name}", table)


def _layers(path: str, above: tuple[str, ...]) -> Iterator[Layer]:
    """``above`` are the files that extend this one, the nearest last."""
    real = os.path.realpath(path)
    if real in above:
        circle = " → ".join(map(nearest_path, (*above, real)))
        raise ConfigError(f"{nearest_path(path)}: extend: runs in a circle, {circle}")
    table = _table(path)
    folder = os.path.dirname(real)
    own = {key: value for key, value in table.items() if key != "overrides"}
    overrides = table.get("overrides", [])
    _demand_version(path, own.get("required-version"))  # before what another version may know
    _demand(nearest_path(path), [*_faults(own, allowed("file")), *_override_faults(overrides)])
    if "extend" in own:
        below = os.path.join(folder, own["extend"])
        if not os.path.isfile(below):
            raise ConfigError(f"{nearest_path(path)}: extend: no such file: {below}")
        yield from _layers(below, (*above, real))
    if "profile" in own:
        yield profile(own["profile"], f"{nearest_path(path)}: profile")
    yield Layer(nearest_path(path), own, folder)
    for number, override in enumerate(overrides, 1):
        values = {key: value for key, value in override.items() if key != "files"}
        where, files = f"{nearest_path(path)}: overrides[{number}]", tuple(override["files"])
        if "profile" in values:
            yield profile(values["profile"], f"{where}.profile")._replace(folder=folder, files=files)
        yield Layer(where, values, folder, files)


def _table(path: str) -> Mapping[str, Any]:
    from attrib.errors import RuleError
    from attrib.resources import parse

    try:
        table = parse(nearest_path(path))
    except RuleError as error:
        raise ConfigError(str(error)) from None
    if os.path.basename(path) == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("attrib", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{nearest_path(path)}: tool.attrib: found {table!r}, expected a table")
    return table


def _faults(table: Mapping[str, Any], keys: Mapping[str, Key], inside: str = "") -> Iterator[str]:
    """What is wrong, the key first; ``inside`` is the table that it stands in, if not the top."""
    where = f"{inside}." if inside else ""
    for name, value in table.items():
        if name in keys:
            if fault := keys[name].kind.fault(value):
                yield f"{where}{name}: {fault}"
        elif name in KEYS:
            yield f"{where}{name}: says nothing here; it holds for a whole run"
        else:
            known = [*keys, *([] if inside else ["overrides"])]
            if name == "tool":
                yield "[tool.attrib] is for a pyproject.toml; here the keys stand at the top, in no table"
                continue
            yield f"{inside and f'{inside}: '}unknown key “{name}”{_nearest(name, known)}"
    from attrib.config import globs

    for name in ("include", "exclude", "files"):
        if name in table and not keys.get(name, FILES).kind.fault(table[name]) and (wrong := globs.fault(table[name])):
            yield f"{where}{name}: {wrong}"


def _override_faults(overrides: Any) -> Iterator[str]:
    if not isinstance(overrides, list) or not all(isinstance(one, dict) for one in overrides):
        yield f"overrides: found {overrides!r}, expected tables: [[overrides]] with files"
        return
    for number, override in enumerate(overrides, 1):
        where = f"overrides[{number}]"
        if "files" not in override:
            yield f'{where}.files: is missing; say which drafts it is for: files = ["archive/**"]'
        yield from _faults(override, {**allowed("override"), "files": FILES}, where)


def _demand(path: str, faults: list[str]) -> None:
    if faults:
        raise ConfigError("\n".join(f"{path}: {fault}" for fault in faults))


def _demand_version(path: str, required: object) -> None:
    """What is no text is told with the other faults of the file."""
    if not isinstance(required, str) or not required.strip():
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    from attrib.version import __version__

    try:
        fits = SpecifierSet(required).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        raise ConfigError(
            f"{nearest_path(path)}: required-version: found “{required}”, expected versions such as “>=0.2, <1”"
        ) from None
    if not fits:
        raise ConfigError(
            f"{nearest_path(path)}: required-version: asks for “{required}”, this is attrib {__version__}"
        )


def _nearest(name: str, known: list[str]) -> str:
    from attrib.nearest import nearest

    return nearest(name, known)
