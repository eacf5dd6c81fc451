"""Settings as layers: defaults, profile, files, overrides, command line. Each value knows who said it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrib.config.keys import KEYS
from attrib.errors import ConfigError, RuleError
from attrib.model import Severity
from attrib.values import NamedTuple, frozen

if TYPE_CHECKING:
    from attrib.rulebook import Rule, Rulebook

V = TypeVar("V")
DEFAULT = "default"


class Layer(NamedTuple):
    """What one place says. ``folder`` is what its paths and globs are seen from, ``files`` the drafts it is for."""

    origin: str
    values: Mapping[str, Any]
    folder: str = ""
    files: tuple[str, ...] = ()

    def says(self, key: str) -> str:
        """The key as it stands there, for messages."""
        return f"--{key}" if self.origin == COMMAND_LINE else f"{self.origin}: {key}"


COMMAND_LINE = "the command line"
_OF_RULES = frozenset(("rules", "select", "extend-select", "ignore", "severity"))
"""The keys that speak of rules."""


class Said(NamedTuple):
    """A value and who says it."""

    value: Any
    origin: str


@frozen
class Settings:
    """The layers in order, what is nearest to the user last. Overrides are for the drafts that their globs match."""

    layers: tuple[Layer, ...] = ()

    def at(self, path: str | None) -> Settings:
        """The settings for one draft, or for none in special: overrides for it are layers like any."""
        if not any(layer.files for layer in self.layers):
            return self
        return Settings(
            tuple(
                layer._replace(files=())
                for layer in self.layers
                if not layer.files or (path is not None and _is_for(layer, path))
            )
        )

    def said(self, key: str) -> tuple[Said, ...]:
        """What holds of a key: of one that adds, all that is said; else what the highest layer says, or the default."""
        found = [
            Said(layer.values[key], layer.origin) for layer in self.layers if not layer.files and key in layer.values
        ]
        if KEYS[key].adds:
            return tuple(found)
        return (found[-1],) if found else (Said(KEYS[key].default, DEFAULT),)

    def value(self, key: str) -> Any:
        """The value of a key that does not add."""
        return self.said(key)[0].value

    def paths(self, key: str) -> Iterator[str]:
        """The paths that a key names in all layers, each once, from the folder of the file that names it."""
        found = (os.path.join(layer.folder, path) for layer in self.layers for path in layer.values.get(key, ()))
        yield from dict.fromkeys(map(nearest_path, found))

    def path(self, key: str) -> str | None:
        """The path that a key names, seen from the folder of its file; ``None`` where nobody names one."""
        layer = next((layer for layer in reversed(self.layers) if key in layer.values), None)
        return nearest_path(os.path.join(layer.folder, layer.values[key])) if layer else None

    def globs(self, key: str) -> tuple[str, tuple[str, ...]]:
        """The folder that the globs of a key are seen from, and the globs."""
        layer = next((layer for layer in reversed(self.layers) if key in layer.values and not layer.files), None)
        return (layer.folder, tuple(layer.values[key])) if layer else ("", tuple(KEYS[key].default))

    @property
    def names_rules(self) -> bool:
        """Whether any layer speaks of rules, by their names or with rules of its own."""
        return any(not _OF_RULES.isdisjoint(layer.values) for layer in self.layers)

    def rulebook(self, book: Rulebook) -> Rulebook:
        """The rules to ask, each as severe as it is to be here.

        A layer that selects starts anew; its other words, and those of the layers above it, add and take away. Raises
        ConfigError that names the place where a word names no rule, with the nearest that does.
        """
        chosen = {rule.code for rule in book.rules}
        severities: dict[str, str] = {}
        for layer in self.layers:
            if not layer.files:
                chosen = _chosen(book, layer, chosen)
                severities.update(_severities(book, layer))
        if not severities and len(chosen) == len(book.rules):
            return book
        return book.only(
            _as_severe(rule, severities.get(rule.code, rule.severity))
            for rule in book.rules
            if rule.code in chosen and severities.get(rule.code) != "off"
        )


def nearest_path(path: str) -> str:
    """A path as it is nearest to the reader: from the working directory, or as it is where it lies elsewhere."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def _is_for(layer: Layer, path: str) -> bool:
    from attrib.config.globs import matches

    return bool(matches(layer.files, layer.folder, path))


def _chosen(book: Rulebook, layer: Layer, below: set[str]) -> set[str]:
    if not layer.values.keys() & {"select", "extend-select", "ignore"}:
        return below
    if layer.values.get("select") == [] and not layer.values.get("extend-select"):
        raise ConfigError(f"{layer.says('select')}: names no rule, and nothing would be checked; name some, or ALL")
    start = {} if "select" in layer.values else dict.fromkeys(below, 0)
    wanted = _ranks(book, layer, ("select", "extend-select"), start)
    unwanted = _ranks(book, layer, ("ignore",), {})
    return {code for code, rank in wanted.items() if rank > unwanted.get(code, -1)}


def _ranks(book: Rulebook, layer: Layer, keys: tuple[str, ...], start: dict[str, int]) -> dict[str, int]:
    """How exactly each rule is named: not at all by ALL, better by a longer beginning, best by code or name."""
    ranks = dict(start)
    for key in keys:
        for word in layer.values.get(key, ()):
            for rule in _found(book, word, layer.says(key)):
                ranks[rule.code] = max(ranks.get(rule.code, 0), _rank(rule, word))
    return ranks


def _severities(book: Rulebook, layer: Layer) -> dict[str, str]:
    """The severity of each rule that the layer speaks of; the more exact word counts."""
    found: dict[str, tuple[int, str]] = {}
    for word, severity in layer.values.get("severity", {}).items():
        for rule in _found(book, word, layer.says("severity")):
            rank = _rank(rule, word)
            if rank >= found.get(rule.code, (-1, ""))[0]:
                found[rule.code] = rank, severity
    return {code: severity for code, (_, severity) in found.items()}


def _as_severe(rule: Rule, severity: Any) -> Rule:
    if severity == rule.severity:
        return rule
    from attrib.values import evolve

    as_severe: Severity = severity
    return evolve(rule, severity=as_severe)


def _found(book: Rulebook, word: str, where: str) -> tuple[Rule, ...]:
    """The rules that a word names."""
    try:
        return book.find(word)
    except RuleError as error:
        raise ConfigError(f"{where}: {error}") from None


def _rank(rule: Rule, word: str) -> int:
    if word.upper() == "ALL":
        return 0
    if word.casefold() == rule.name:
        return len(rule.code)
    return len(word) if rule.code.startswith(word.upper()) else 1
