"""A baseline: findings that are known, by their rule and words, so that moved and re-wrapped text stays known.

Each is kept with its draft; where it is gone from there, it may have moved to another one.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrib.errors import ConfigError
from attrib.model import Finding
from attrib.terminal import inert
from attrib.values import NamedTuple

if TYPE_CHECKING:
    import json

SCHEMA = "attrib/baseline/1"

Known = Mapping[str, frozenset[tuple[str, str, int]]]
"""What is known of each draft (``Finding.known_by``); a path is seen from the baseline's folder, with slashes."""
_ANEW = "mend it, or name a new file, which --add-baseline writes"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_FEW = 24


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
    except json.JSONDecodeError as error:
        place, what = _stumbled(error)
        raise ConfigError(f"{file}{place}: found {what}, expected a baseline; {_ANEW}") from None
    except (ValueError, RecursionError):
        raise ConfigError(f"{file}: is no text that a baseline could be; {_ANEW}") from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA or not isinstance(found.get("findings"), list):
        schema = found.get("schema") if isinstance(found, dict) else None
        has = (
            f"the schema “{schema}”" if schema and schema != SCHEMA else "none" if not schema else "no list of findings"
        )
        raise ConfigError(f"{file}: found {has}, expected the schema “{SCHEMA}” and its findings; {_ANEW}")
    known: dict[str, set[tuple[str, str, int]]] = {}
    for number, entry in enumerate(found["findings"], 1):
        path, known_by = _entry(entry, f"{file}: findings[{number}]")
        known.setdefault(path, set()).add(known_by)
    return {path: frozenset(entries) for path, entries in known.items()}


def _stumbled(error: json.JSONDecodeError) -> tuple[str, str]:
    """Where JSON ends to be JSON, and what stands there, in words."""
    line = error.doc[error.pos :].partition("\n")[0].strip()
    if not error.doc.strip():
        return "", "nothing"
    if not error.doc[error.pos :].strip():
        return f":{error.lineno}", "its end too early"
    if line.startswith(_CONFLICT):
        return f":{error.lineno}", "a conflict of two branches"
    shown = inert(line if len(line) <= _FEW else f"{line[:_FEW]}…")
    return f":{error.lineno}:{error.colno}", f"“{shown}”" if shown else "a line end"


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


def _gone(known: Known, file: str) -> frozenset[str]:
    """The drafts of a baseline that are no more; what a sparse checkout leaves out is there all the same."""
    folder = os.path.dirname(file) or os.curdir
    missing = {path: place for path in known if not os.path.exists(place := os.path.join(folder, path))}
    if not missing:
        return frozenset()
    from attrib.withheld.revisions import not_checked_out

    left_out = not_checked_out(folder)
    return frozenset(path for path, place in missing.items() if os.path.realpath(place) not in left_out)


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
    at, gone = dict(placed), _gone(known, file)
    lost = Counter(entry[:2] for path, entries in known.items() for entry in _lost(entries, at.get(path), path in gone))
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
    entries: Collection[tuple[str, str, int]], draft: Checked | None, gone: bool
) -> Iterable[tuple[str, str, int]]:
    """What is known of a draft and is not there: all, where it is no more; nothing, where it was not checked."""
    if draft is None:
        return entries if gone else ()
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

    gone = _gone(known, file)
    kept = {path: set(entries) for path, entries in known.items() if path not in gone}
    for draft in checked:
        path = seen_from(file, draft.path)
        set_aside = {entry for entry in known.get(path, ()) if entry[0] in draft.unasked}
        kept[path] = set_aside | {finding.known_by for finding in draft.findings}
    rows = ((path, *known_by) for path, entries in kept.items() for known_by in entries)
    keys = ("path", "code", "words", "ordinal")
    entries = [dict(zip(keys, row, strict=True)) for row in sorted(rows)]
    return json.dumps({"schema": SCHEMA, "findings": entries}, indent=1, ensure_ascii=False) + "\n"
