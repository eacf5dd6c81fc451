"""A baseline: findings that are known, by their rule and words, so that moved and re-wrapped text stays known.

Each is kept with its draft; where it is gone from there, it may have moved to another one.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from attrib.errors import ConfigError
from attrib.model import Finding
from attrib.values import NamedTuple

SCHEMA = "attrib/baseline/1"

Known = Mapping[str, frozenset[tuple[str, str, int]]]
"""What is known of each draft (``Finding.known_by``); a path is seen from the baseline's folder, with slashes."""


def read(file: str) -> Known:
    """The findings in a baseline. Raises ConfigError with the file, the entry and what was expected."""
    import json

    try:
        with open(file, encoding="utf-8") as opened:
            found = json.load(opened)
    except FileNotFoundError:
        raise ConfigError(f"{file}: no such baseline; --add-baseline writes one") from None
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ConfigError(f"{file}: is no baseline: {error}") from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA or not isinstance(found.get("findings"), list):
        raise ConfigError(f"{file}: is no baseline; expected an object with the schema “{SCHEMA}” and findings")
    known: dict[str, set[tuple[str, str, int]]] = {}
    for number, entry in enumerate(found["findings"], 1):
        path, known_by = _entry(entry, f"{file}: findings[{number}]")
        known.setdefault(path, set()).add(known_by)
    return {path: frozenset(entries) for path, entries in known.items()}


def _entry(entry: Any, place: str) -> tuple[str, tuple[str, str, int]]:
    types = {"path": str, "code": str, "words": str, "ordinal": int}
    if not isinstance(entry, dict) or set(entry) != set(types):
        raise ConfigError(f"{place}: expected a table of {', '.join(types)}")
    for key, kind in types.items():
        if not isinstance(entry[key], kind):
            raise ConfigError(
                f"{place}.{key}: found {entry[key]!r}, expected {'a text' if kind is str else 'a number'}"
            )
    return entry["path"], (entry["code"], entry["words"].casefold(), entry["ordinal"])


def seen_from(file: str, path: str) -> str:
    """A draft's path as the baseline has it."""
    return os.path.relpath(path, os.path.dirname(file) or ".").replace(os.sep, "/")


def _place(file: str, path: str) -> str:
    """Where a draft is that a baseline names."""
    return os.path.join(os.path.dirname(file), path)


class Checked(NamedTuple):
    """A draft, what was found in it, and the codes of the rules that it was not asked."""

    path: str
    findings: Sequence[Finding]
    unasked: Collection[str]


def unknown(known: Known, file: str, checked: Sequence[Checked]) -> tuple[list[tuple[Finding, ...]], int]:
    """Of each draft what is found and not known, and how many known findings are met no more.

    What was known of a draft and is not there, or whose draft is no more, is known in another one: there it moved to.
    What is found of a whole bulletin has no words, and does not move.
    """
    placed = [(seen_from(file, draft.path), draft) for draft in checked]
    at = dict(placed)
    lost = Counter(
        entry[:2] for path, entries in known.items() for entry in _lost(entries, at.get(path), _place(file, path))
    )
    new = [
        tuple(
            finding
            for finding in draft.findings
            if not (finding.known_by in known.get(path, ()) or (finding.words and _taken(lost, finding.known_by[:2])))
        )
        for path, draft in placed
    ]
    return new, lost.total()


def _lost(
    entries: Collection[tuple[str, str, int]], draft: Checked | None, path: str
) -> Iterable[tuple[str, str, int]]:
    """What is known of a draft and is not there: all, where it is no more; nothing, where it was not checked."""
    if draft is None:
        return () if os.path.exists(path) else entries
    met = {finding.known_by for finding in draft.findings}
    return [entry for entry in entries if entry not in met and entry[0] not in draft.unasked]


def _taken(left: Counter[tuple[str, str]], key: tuple[str, str]) -> bool:
    """Whether one of these is left, which is then taken."""
    found = left[key] > 0
    left[key] -= found
    return found


def written(known: Known, file: str, checked: Iterable[Checked]) -> str:
    """The text of a baseline: what is found now in these drafts, and what was known of all others.

    Pruned is what the rules that were asked meet no more in a draft, and what was known of a draft that is no more.
    """
    import json

    kept = {path: set(entries) for path, entries in known.items() if os.path.exists(_place(file, path))}
    for draft in checked:
        path = seen_from(file, draft.path)
        set_aside = {entry for entry in known.get(path, ()) if entry[0] in draft.unasked}
        kept[path] = set_aside | {finding.known_by for finding in draft.findings}
    rows = ((path, *known_by) for path, entries in kept.items() for known_by in entries)
    keys = ("path", "code", "words", "ordinal")
    entries = [dict(zip(keys, row, strict=True)) for row in sorted(rows)]
    return json.dumps({"schema": SCHEMA, "findings": entries}, indent=1, ensure_ascii=False) + "\n"
