"""``attrib-ignore.toml``: suppressions of drafts whose format has no comments, each by the words it is for."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrib.errors import ConfigError, RuleError
from attrib.model import Finding, Span
from attrib.nearest import nearest
from attrib.resources import parse
from attrib.values import NamedTuple
from attrib.withheld.suppression import Ignored

_TYPES: Mapping[str, tuple[type, str]] = {
    "file": (str, "a path, seen from this file's folder"),
    "rule": (str, "the code or name of a rule"),
    "text": (str, "the words that the finding is on"),
    "reason": (str, "a reason"),
    "nth": (int, "a number from 1"),
}
_REQUIRED = ("rule", "text", "reason")


class Entry(NamedTuple):
    """A suppression of one finding: the ``nth`` of a rule on these words. ``place`` is for messages."""

    place: str
    rule: str
    text: str
    reason: str
    nth: int = 1
    file: str | None = None


def read(file: Path, draft: str, known: Sequence[tuple[str, str]]) -> tuple[Ignored, ...]:
    """What a sidecar says of a draft; ``known`` are the codes and names of all rules. Raises as `whole` does."""
    here = os.path.relpath(Path(draft).resolve(), file.parent).replace(os.sep, "/")
    return tuple(one for entry, one in whole(file, known) if os.path.normpath(entry.file or "") == here)


def whole(file: Path, known: Sequence[tuple[str, str]]) -> list[tuple[Entry, Ignored]]:
    """All entries of a sidecar, each as a suppression; ``known`` are the codes and names of all rules.

    Raises ConfigError with all that is wrong in the file, a line a mistake.
    """
    try:
        table = parse(file)
    except RuleError as error:
        raise ConfigError(str(error)) from None
    found = list(entries(table, _shown(file)))
    missing = [entry for entry in found if not entry.file]
    if missing:
        raise ConfigError("\n".join(f"{entry.place}.file: is missing; say which draft it is for" for entry in missing))
    return list(zip(found, ignored(found, known), strict=True))


def stray(file: Path, known: Sequence[tuple[str, str]]) -> Iterator[str]:
    """In words, the entries whose draft is no more. Raises as `whole` does."""
    for entry, _ in whole(file, known):
        if not (file.parent / (entry.file or "")).exists():
            yield f"{entry.place}: there is no draft “{entry.file}”: take the entry out, or name the draft's new place"


def entries(table: Mapping[str, Any], place: str) -> Iterator[Entry]:
    """The entries of a table, ``[[ignore]]`` each. Raises ConfigError with all that is wrong, a line a mistake."""
    faults = [f"{place}: unknown key “{key}”{nearest(key, ['ignore'])}" for key in table if key != "ignore"]
    listed = table.get("ignore", [])
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise ConfigError(f"{place}: ignore: found {listed!r}, expected tables: [[ignore]]")
    for number, entry in enumerate(listed, 1):
        faults += [f"{place}: ignore[{number}]{fault}" for fault in _faults(entry)]
    if faults:
        raise ConfigError("\n".join(faults))
    for number, entry in enumerate(listed, 1):
        yield Entry(f"{place}: ignore[{number}]", **entry)


def ignored(found: Iterable[Entry], known: Sequence[tuple[str, str]]) -> tuple[Ignored, ...]:
    """The entries as suppressions. Raises ConfigError with the nearest right word where there is no such rule."""
    codes = {word.casefold(): code for code, name in known for word in (code, name)}
    made = []
    for entry in found:
        rule = codes.get(entry.rule.casefold())
        if rule is None:
            near = nearest(entry.rule, [word for pair in known for word in pair])
            raise ConfigError(f"{entry.place}.rule: no rule is called “{entry.rule}”{near}")
        words = " ".join(entry.text.split())
        made.append(
            Ignored(
                Span(0, 0),
                Span(0, 0),
                code=rule,
                reason=entry.reason,
                rule=rule,
                sidecar=entry.place,
                known_by=(rule, words.casefold(), entry.nth),
            )
        )
    return tuple(made)


def written(findings: Iterable[Finding], file: str, reason: str) -> str:
    """Entries for these findings, to be put at the end of a sidecar; ``file`` is the draft as the sidecar sees it."""
    return "".join(
        f"\n[[ignore]]\nfile = {_quoted(file)}\nrule = {_quoted(finding.code)}  # {finding.name}\n"
        f"text = {_quoted(finding.words)}\n"
        + (f"nth = {finding.ordinal}\n" if finding.ordinal > 1 else "")
        + f"reason = {_quoted(reason)}\n"
        for finding in findings
    )


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    for key, value in entry.items():
        if key not in _TYPES:
            yield f": unknown key “{key}”{nearest(key, _TYPES)}"
        elif not isinstance(value, _TYPES[key][0]) or isinstance(value, bool) or value == 0:
            yield f".{key}: found {value!r}, expected {_TYPES[key][1]}"
        elif key == "reason" and not str(value).strip():
            yield ".reason: is empty; say why"
    for key in _REQUIRED:
        if key not in entry:
            yield f".{key}: is missing; an entry has {', '.join(_REQUIRED)}"


def _quoted(text: str) -> str:
    """A TOML string: that of JSON, in which TOML wants one sign more escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _shown(file: Path) -> str:
    relative = os.path.relpath(file)
    return str(file) if relative.startswith(os.pardir) else relative
