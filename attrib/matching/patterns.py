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

from attrib.keeping import kept

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
    """The words with which a match of a pattern may begin, as far as they are plain; none where not even one is.

    Behind the last of them stands a blank or a mark. None of them begins with another.

    >>> sorted(heads("(?:is|looks?) not [a-z]+ly"))
    ['is not', 'look not', 'looks not']
    >>> sorted(heads("not (?:the )?[a-z]+ but"))
    ['not']
    """
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:
        return frozenset()
    begun, whole = {""}, False
    for kind, value in _parser.parse(source):
        try:
            begun = _followed(begun, _plain(kind, value))
        except LookupError:
            whole = _is_mark_ahead(kind, value)
            break
    found = begun if whole else {words.rpartition(" ")[0] for words in begun}
    if "" in found:
        return frozenset()
    return frozenset(words for words in found if not any(_goes_on(words, other) for other in found))


def _goes_on(words: str, other: str) -> bool:
    return words.startswith(other) and not words[len(other) : len(other) + 1].isalnum() and words != other


def _followed(begun: set[str], more: set[str]) -> set[str]:
    """Each with each behind it; raises LookupError where they are too many."""
    if len(begun) * len(more) > _MOST_HEADS:
        raise LookupError
    return {words + rest for words in begun for rest in more}


def _plain(kind: object, value: Any) -> set[str]:
    """All that an item of a pattern may match; raises LookupError where that is not written out."""
    match str(kind):
        case "LITERAL":
            return {chr(value)}
        case "IN":
            return set[str]().union(*[_plain(*one) for one in value])
        case "SUBPATTERN":
            return _sequence(value[-1])
        case "BRANCH":
            return set[str]().union(*map(_sequence, value[1]))
        case "MAX_REPEAT" if value[:2] == (0, 1):
            return {"", *_sequence(value[2])}
        case other:
            raise LookupError(other)


def _sequence(items: Iterable[tuple[Any, Any]]) -> set[str]:
    found = {""}
    for kind, value in items:
        found = _followed(found, _plain(kind, value))
    return found


def _is_mark_ahead(kind: object, value: Any) -> bool:
    """Whether an item says that a mark comes next: `(?=\\.)`, `(?=[.,;])`."""
    if str(kind) != "ASSERT" or value[0] < 0 or not len(value[1]):
        return False
    try:
        return not any(letter.isalnum() for letter in _plain(*value[1][0]))
    except LookupError:
        return False


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
