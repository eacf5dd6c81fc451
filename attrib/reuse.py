"""What was read in a paragraph, kept for the next version of its draft: a keystroke changes one and moves the others.

There is no second pipeline: a stage asks the memo for what it would compute, under a key of all that it would look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from itertools import count
from operator import attrgetter, sub
from typing import Any, Literal, NamedTuple, TypeVar

from attrs import fields, has

from attrib import model
from attrib.model import Source, Span

Made = TypeVar("Made")


class Place(NamedTuple):
    """What the spans and numbers of a paragraph count from."""

    offset: int
    paragraph: int = 0
    sentence: int = 0
    attribution: int = 0
    citation: int = 0


class Memo:
    """Keeps what the stages made of the paragraphs of one draft's last version, and of the one that is read now."""

    def __init__(self) -> None:
        self._last: dict[Hashable, _Kept] = {}
        self._now: dict[Hashable, _Kept] = {}
        self._tokens: dict[tuple[str, int], int] = {}
        self._same: dict[int, object] = {}
        self._count = count()

    def turn(self) -> None:
        """Begin with a new version; what its last one did not use is forgotten."""
        self._last, self._now, self._tokens = self._now, {}, {}

    def token(self, stage: str, paragraph: int) -> int | None:
        """What stands for all that a stage looked at in a paragraph of this version, if it looked at that at all.

        A later stage has it in its own key, and need not say all of it again.
        """
        return self._tokens.get((stage, paragraph))

    def same(self, thing: object) -> int:
        """A token for a value that is known again by being the very same."""
        self._same[id(thing)] = thing  # as long as it is held, no other can have its id
        return id(thing)

    def knows(self, key: tuple[Hashable, ...]) -> bool:
        """Whether `of` has something for that key."""
        return key in self._now or key in self._last

    def of(
        self,
        key: tuple[Hashable, ...],
        place: Place,
        make: Callable[[], Made],
        holds: Callable[[Made], bool] | None = None,
    ) -> Made:
        """What ``make`` makes, which ``key`` determines but for where its spans and numbers count from.

        The first word of the key is the name of the stage. ``holds`` says whether what was made still holds, where a
        key would have to say too much.
        """
        made, token = self._kept(key, place)
        if token is None or holds is not None and not holds(made):
            made, token = make(), next(self._count)
        self._now[key] = place, made, token
        self._tokens[str(key[0]), place.paragraph] = token
        return made  # type: ignore[no-any-return]

    def _kept(self, key: tuple[Hashable, ...], place: Place) -> tuple[Any, int | None]:
        kept = self._now.get(key) or self._last.get(key)
        if kept is None:
            return None, None
        at, made, token = kept
        return made if at == place else shifted(made, Place(*map(sub, place, at))), token


_Kept = tuple[Place, Any, int]

_NUMBERS = {
    ("paragraph", "int"): 1,
    ("sentence", "int"): 2,
    ("attributions", "tuple[int, ...]"): 3,
    ("citation", "int"): 4,
}
"""The fields of the model that number something, and what of a place they count from."""

Mover = Callable[[Any, Place], Any]
_MOVERS: dict[type, Mover] = {}
"""How values of a type are moved: found once a type, for a keystroke moves thousands of values."""


def shifted(value: Made, by: Place) -> Made:
    """A value with its spans and numbers counted from elsewhere, ``by`` so much further on."""
    return _moved(value, by)  # type: ignore[no-any-return]


def _moved(value: Any, by: Place) -> Any:
    """A value with its spans and numbers counted from elsewhere; itself where it has none."""
    kind = type(value)
    mover = _MOVERS.get(kind)
    if mover is None:
        mover = _MOVERS[kind] = _mover(kind)
    return mover(value, by)


def _mover(kind: type) -> Mover:
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
