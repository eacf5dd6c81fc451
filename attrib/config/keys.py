"""The keys of a configuration: what each says, what it may hold, and what holds where nobody says anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrib.values import NamedTuple

Fault = str | None
"""What is wrong with a value, in words that follow its key; ``None`` where nothing is."""

FAIL_ON = ("error", "warning", "note", "never")
SEVERITIES = ("error", "warning", "note", "off")


class Kind(NamedTuple):
    """What a key may hold: the test of a value, and the same as JSON Schema."""

    fault: Callable[[Any], Fault]
    schema: Mapping[str, Any]


class Key(NamedTuple):
    """``places``: in a ``file`` at its top, in an ``override`` for some drafts, in a shipped ``profile``.

    The values of a key that ``adds`` are those of all layers, the lowest first; of others the highest layer counts.
    """

    kind: Kind
    about: str
    default: Any = None
    places: tuple[str, ...] = ("file",)
    adds: bool = False


def _text(value: Any) -> Fault:
    return None if isinstance(value, str) and value.strip() else f"found {value!r}, expected a text"


def _flag(value: Any) -> Fault:
    return None if isinstance(value, bool) else f"found {value!r}, expected true or false"


def _texts(value: Any) -> Fault:
    if isinstance(value, str):
        return f"found “{value}”, expected a list: [{value!r}]".replace("'", '"')
    if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
        return None
    return f"found {value!r}, expected a list of texts"


def _share(value: Any) -> Fault:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 100:
        return None
    return f"found {value!r}, expected a share in percent, from 0 to 100"


def one_of(*words: str) -> Kind:
    """One of these words."""

    def fault(value: Any) -> Fault:
        if value in words:
            return None
        from attrib.nearest import nearest

        return f"found “{value}”{nearest(value, words)}" if isinstance(value, str) else f"found {value!r}, {expected}"

    expected = f"expected one of: {', '.join(words)}"
    return Kind(fault, {"enum": list(words)})


def _formats(value: Any) -> Fault:
    """Formats are told where a word is none; in a list of the right ones the command that writes them knows more."""
    words = [value] if isinstance(value, str) else value
    if isinstance(words, list) and all(isinstance(word, str) for word in words):
        from attrib.nearest import by_nearness
        from attrib.outputs import formats

        known = formats("check")
        for word in words:
            name = word.partition("=")[0].strip()
            if name not in known:
                listed = by_nearness(name, known)
                return f'found “{name}”, expected a list of formats, such as ["{listed[0]}"]: {", ".join(listed)}'
    return _texts(value)


def table_of(kind: Kind) -> Kind:
    """A table whose values are all of a kind."""

    def fault(value: Any) -> Fault:
        if not isinstance(value, dict):
            return f"found {value!r}, expected a table"
        return next((f"{name}: {wrong}" for name, one in value.items() if (wrong := kind.fault(one))), None)

    return Kind(fault, {"type": "object", "additionalProperties": dict(kind.schema)})


TEXT = Kind(_text, {"type": "string", "minLength": 1})
FLAG = Kind(_flag, {"type": "boolean"})
TEXTS = Kind(_texts, {"type": "array", "items": {"type": "string", "minLength": 1}})
FORMATS = Kind(_formats, TEXTS.schema)
SHARE = Kind(_share, {"type": "number", "minimum": 0, "maximum": 100})

ANYWHERE = ("file", "override", "profile")

KEYS: Mapping[str, Key] = {
    "extend": Key(TEXT, "another file of settings, on which this one builds; seen from this file's folder"),
    "profile": Key(TEXT, "a profile that ships with attrib, on which the rest builds", None, ("file", "override")),
    "required-version": Key(TEXT, "the versions of attrib that may read this, such as “>=0.2, <1”"),
    "include": Key(TEXTS, "globs of the drafts to check where the command line names none", []),
    "exclude": Key(TEXTS, "globs of what to leave out of a folder", []),
    "respect-gitignore": Key(FLAG, "leave out of a folder what git ignores", True),
    "force-exclude": Key(FLAG, "leave out what a bare check leaves out even where the command line names it", False),
    "rules": Key(TEXTS, "folders of rules of your own", [], adds=True),
    "registry": Key(TEXTS, "folders or files of sources of your own", [], adds=True),
    "styles": Key(TEXTS, "folders or files of citation styles of your own", [], adds=True),
    "packs": Key(TEXTS, "installed packs of rules, sources and styles, by name", [], adds=True),
    "select": Key(TEXTS, "the rules to ask: codes, their beginnings, names, families or ALL", ["ALL"], ANYWHERE),
    "extend-select": Key(TEXTS, "rules to ask as well", [], ANYWHERE),
    "ignore": Key(TEXTS, "rules not to ask; of two words for a rule the more exact one counts", [], ANYWHERE),
    "severity": Key(
        table_of(one_of(*SEVERITIES)), "how severe the findings of a rule are, or off", {}, ANYWHERE, adds=True
    ),
    "fail-on": Key(one_of(*FAIL_ON), "how severe a finding must be for exit status 1", "error", ANYWHERE),
    "min-supported": Key(SHARE, "the least share of a bulletin's claims that must be supported", None, ANYWHERE),
    "baseline": Key(TEXT, "the file of the findings that are known"),
    "cache": Key(FLAG, "keep what was found in drafts for the next run", True),
    "cache-dir": Key(TEXT, "the folder that it is kept in"),
    "style": Key(TEXT, "the citation habit, where it is not to be found in the draft", None, ANYWHERE),
    "output-format": Key(FORMATS, "formats, each as FORMAT or FORMAT=FILE", []),
}
"""All keys but ``overrides``, which is a list of tables with ``files`` and any keys that an override may hold."""

FILES = Key(TEXTS, "globs of the drafts that an override is for, seen from this file's folder")


def allowed(place: str) -> dict[str, Key]:
    """The keys that may stand in a place."""
    return {name: key for name, key in KEYS.items() if place in key.places}
