"""`pattern`: a regular expression that is compiled when it is first asked, and not when its module is imported.

Compiling all patterns of attrib takes as long as reading thirty bulletins. A short one asks a part of them, and what
`re` translated them to is kept for the next start.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from attrib import kept

_MOST = 1_000  # so many are kept
_MOST_HEADS = 200


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later; so a mistake in ``source`` raises re.error at its first use.

    For the patterns of attrib itself: each is kept from start to start.
    """
    return _Pattern(source, flags)  # type: ignore[return-value]  # it has all that a compiled pattern has


class _Pattern:
    """Stands for a compiled pattern; each method is fetched once and then found in the instance as any other."""

    def __init__(self, source: str, flags: int) -> None:
        self.source, self.options = source, flags

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            value = getattr(compiled(self.source, self.options), name)
            setattr(self, name, value)
            return value


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled pattern of attrib's own, out of what an earlier start translated it to."""
    known = kept.table("patterns")
    key = source, int(flags)
    if key not in known and len(known) < _MOST:
        known[key] = _translated(source, flags)
    translated = known.get(key)
    return _handed(source, translated) if translated else re.compile(source, flags)


try:
    from _sre import compile as _engine  # type: ignore[import-not-found]
except ImportError:  # another Python than CPython
    _engine = None


def heads(source: str) -> frozenset[str]:
    """The words with which a match of a pattern may begin, each with a blank behind it; none where that is not plain.

    >>> sorted(heads("(?:is|looks?) not [a-z]+ly"))
    ['is', 'look', 'looks']
    """
    try:
        from re import _parser  # type: ignore[attr-defined]

        left, found = _grown({""}, _parser.parse(source))
    except (ImportError, LookupError):
        return frozenset()
    return frozenset() if left or len(found) > _MOST_HEADS else frozenset(found)


def _grown(begun: set[str], items: Iterable[tuple[Any, Any]]) -> tuple[set[str], set[str]]:
    """What was begun, with the letters of these items behind it, and what came to its blank in them.

    Raises LookupError at what is no plain letter.
    """
    whole: set[str] = set()
    for kind, value in items:
        if not begun:
            break
        match str(kind):
            case "LITERAL" if chr(value) == " ":
                begun, done = set(), begun
            case "LITERAL":
                begun, done = {word + chr(value) for word in begun}, set()
            case "IN":
                begun, done = {word + _letter(*one) for word in begun for one in value}, set()
            case "SUBPATTERN":
                begun, done = _grown(begun, value[-1])
            case "BRANCH":
                ways = [_grown(begun, way) for way in value[1]]
                begun, done = (set().union(*part) for part in zip(*ways, strict=True))
            case "MAX_REPEAT" if value[:2] == (0, 1):
                more, done = _grown(begun, value[2])
                begun = begun | more
            case other:
                raise LookupError(other)
        whole |= done
    return begun, whole


def _letter(kind: object, value: Any) -> str:
    if str(kind) != "LITERAL":
        raise LookupError(kind)
    return chr(value)


def _handed(source: str, translated: tuple[Any, ...]) -> re.Pattern[str]:
    flags, code, *groups = translated
    return _engine(source, flags, array("I", code).tolist(), *groups)  # type: ignore[no-any-return]


def _translated(source: str, flags: int) -> tuple[Any, ...] | None:
    """What `re` hands to its engine; None where this Python goes another way. Raises re.error for a mistake.

    This is `re._compiler.compile` of CPython 3.11 to 3.14, but for the last call.
    """
    if _engine is None:
        return None
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, int(flags))
        named = dict(parsed.state.groupdict)
        names = [None] * parsed.state.groups
        for name, number in named.items():
            names[number] = name
        made = (
            int(flags) | parsed.state.flags,
            array("I", _compiler._code(parsed, int(flags))).tobytes(),
            parsed.state.groups - 1,
            named,
            tuple(names),
        )
        return made if _handed(source, made) == re.compile(source, flags) else None
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None
