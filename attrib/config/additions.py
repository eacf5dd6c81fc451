"""What a house adds to the rules, the sources and the styles: folders of its own, and installed packs.

A pack is a package with an entry point of the group ``attrib.packs`` and with ``rules/``, ``registry/`` or ``styles/``
in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrib.config.layers import Settings, nearest_path
from attrib.errors import ConfigError

if TYPE_CHECKING:
    from attrib.analysis import Library
    from attrib.resources import Table
    from attrib.rulebook import Rulebook
    from attrib.styles import Styles

PACKS = "attrib.packs"


def rulebook(settings: Settings) -> Rulebook:
    """All rules, as severe as their files say. Raises RuleError at a mistake in one, ConfigError for a missing pack."""
    from attrib.rulebook import load_rulebook

    _demand_there(settings, "rules", os.path.isdir, "folder of rules")
    book = load_rulebook()
    for folder in (*_of_packs(settings, "rules"), *settings.paths("rules")):
        from pathlib import Path

        book = book.joined(load_rulebook(Path(folder)))
    return book


def library(settings: Settings) -> Library | None:
    """The library with the sources and styles of the house; ``None`` where it adds none. Raises as `rulebook` does."""
    sources, habits = _tables(settings, "registry", "sources"), _tables(settings, "styles", "styles")
    if not (sources or habits):
        return None
    from attrib.analysis import library as shipped
    from attrib.registry import Registry
    from attrib.resources import tables
    from attrib.styles import load

    found = shipped()
    if sources:
        found = found.with_registry(Registry.load({**tables("registry"), **sources}, tables("lexicon")["collectives"]))
    return found.with_styles(load(habits)) if habits else found


def styles(settings: Settings) -> Styles:
    """All styles there are, with those of the house. Raises as `rulebook` does."""
    from attrib.styles import default, load

    return default().joined(load(_tables(settings, "styles", "styles")))


def places(settings: Settings) -> tuple[str, ...]:
    """The files and folders of all that a house adds."""
    return tuple(
        place
        for part in ("rules", "registry", "styles")
        for place in (*_of_packs(settings, part), *settings.paths(part))
    )


def _tables(settings: Settings, part: str, what: str) -> dict[str, Table]:
    """The tables of all files of a part, by file."""
    _demand_there(settings, part, os.path.exists, f"file or folder of {what}")
    found: dict[str, Table] = {}
    for place in (*_of_packs(settings, part), *settings.paths(part)):
        if not (files := _files(place)):
            raise ConfigError(f"{place}: no file of {what} in it; it is one such as {os.path.join(place, 'own.toml')}")
        from attrib.resources import plain

        found |= {file: plain(file) for file in files}
    return found


def _files(place: str) -> list[str]:
    if os.path.isdir(place):
        files = (os.path.join(place, name) for name in os.listdir(place) if name.endswith(".toml"))
        return sorted(file for file in files if not os.path.isdir(file))
    return [place]


def _demand_there(settings: Settings, key: str, is_there: Callable[[str], bool], what: str) -> None:
    for layer in settings.layers:
        for path in layer.values.get(key, ()):
            if not is_there(place := os.path.join(layer.folder, path)):
                fault = "is a file; name its folder" if os.path.exists(place) else f"no such {what}"
                raise ConfigError(f"{layer.says(key)}: {nearest_path(place)}: {fault}")


def _of_packs(settings: Settings, part: str) -> list[str]:
    wanted = [(name, said.origin) for said in settings.said("packs") for name in said.value]
    if not wanted:
        return []
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    points = {point.name: point for point in entry_points(group=PACKS)}
    folders: list[str] = []
    for name, origin in dict(wanted).items():
        if name not in points:
            from attrib.nearest import nearest

            raise ConfigError(
                f"{origin}: packs: no pack called “{name}” is installed" + (nearest(name, points) if points else "")
            )
        spec = find_spec(points[name].module)
        inside = (os.path.join(folder, part) for folder in (spec and spec.submodule_search_locations) or ())
        folders += filter(os.path.isdir, inside)
    return folders
