"""What was read in a paragraph, kept for the next version of its draft: a keystroke changes one and moves the others.

There is no second pipeline: a stage asks the memo for what it would compute, under a key of all that it would look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeVar

from attrib import model
from attrib.model import Source, Span

Made = TypeVar("Made")


class Place(NamedTuple):
    """What the spans and numbers of a paragraph count from."""

    offset: int
    paragraph: int = 0
    sentence: int = 0
    attribution: int = 0


class Memo:
    """Keeps what the stages made of the paragraphs of one draft's last version, and of the one that is read now."""

    def __init__(self) -> None:
        self._last: dict[Hashable, tuple[Place, Any]] = {}
        self._now: dict[Hashable, tuple[Place, Any]] = {}
        self._keys: dict[tuple[str, int], Hashable] = {}

    def turn(self) -> None:
        """Begin with a new version; what its last one did not use is forgotten."""
        self._last, self._now, self._keys = self._now, {}, {}

    def key(self, stage: str, paragraph: int) -> Hashable:
        """The key under which a stage read a paragraph of this version: a later stage need not say all of it again."""
        return self._keys[stage, paragraph]

    def of(self, key: tuple[Hashable, ...], place: Place, make: Callable[[], Made]) -> Made:
        """What ``make`` makes, which ``key`` determines but for where its spans and numbers count from.

        The first word of the key is the name of the stage.
        """
        self._keys[str(key[0]), place.paragraph] = key
        kept = self._now.get(key) or self._last.get(key)
        if kept is None:
            made = make()
        else:
            at, was = kept
            made = was if at == place else _moved(was, Place(*(new - old for new, old in zip(place, at, strict=True))))
        self._now[key] = place, made
        return made


_NUMBERS = {("paragraph", "int"): 1, ("sentence", "int"): 2, ("attributions", "tuple[int, ...]"): 3}
"""The fields of the model that number something, and what of a place they count from."""

Mover = Callable[[Any, Place], Any]
_MOVERS: dict[type, Mover] = {}
"""How values of a type are moved: found once a type, for a keystroke moves thousands of values."""


def _moved(value: Any, by: Place) -> Any:
    """A value with its spans and numbers counted from elsewhere; itself where it has none."""
    kind = type(value)
    mover = _MOVERS.get(kind)
    if mover is None:
        mover = _MOVERS[kind] = _mover(kind)
    return mover(value, by)


def _mover(kind: type) -> Mover:
    from attrs import has

    if kind is Span:
        return lambda span, by: Span(span[0] + by[0], span[1] + by[0])
    if kind in (tuple, list):
        return lambda values, by: kind([_moved(one, by) for one in values]) if values else values
    if kind is not Source and hasattr(kind, "_fields"):  # a named tuple
        return lambda value, by: kind(*[_moved(one, by) for one in value])
    if kind is not Source and has(kind):
        return _of_fields(kind)
    return lambda value, by: value


def _of_fields(kind: type) -> Mover:
    """The values of a class of the model are made anew from their fields, of which few are spans or hold some."""
    from attrs import fields

    declared = [(field.name, str(field.type)) for field in fields(kind)]
    values = attrgetter(*(name for name, _ in declared))
    numbers = [(at, _NUMBERS[one]) for at, one in enumerate(declared) if one in _NUMBERS]
    others = [at for at, one in enumerate(declared) if one not in _NUMBERS and _holds(one[1])]

    def move(value: Any, by: Place) -> Any:
        made = list(values(value))
        for at in others:
            if made[at]:
                made[at] = _moved(made[at], by)
        for at, which in numbers:
            made[at] = _renumbered(made[at], by[which])
        return kind(*made)

    return move


def _holds(annotation: str) -> bool:
    """Whether a field may hold spans: of plain values and sources no value is looked at."""
    return not _PLAIN.issuperset(re.findall(r"\w+", annotation))


_PLAIN = frozenset("str int bool None tuple Source Days dt date attribution Context".split()) | {
    name for name in vars(model) if isinstance(getattr(model, name), type(Literal[1]))
}


def _renumbered(old: Any, by: int) -> Any:
    return tuple([number + by for number in old]) if isinstance(old, tuple) else old + by
