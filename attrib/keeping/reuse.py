"""What was read in a paragraph, kept for the next version of its draft: a keystroke changes one and moves the others.

There is no second pipeline: a stage asks the memo for what it would compute, under a key of all that it would look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from itertools import count
from operator import sub
from typing import Any, Literal, TypeVar

from attrib import model
from attrib.model import Source, Span
from attrib.values import NamedTuple, names

Made = TypeVar("Made")


class Start(NamedTuple):
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
        place: Start,
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

    def _kept(self, key: tuple[Hashable, ...], place: Start) -> tuple[Any, int | None]:
        kept = self._last.get(key) or self._now.get(key)
        if kept is None:
            return None, None
        at, made, token = kept
        return made if at == place else shifted(made, Start(*map(sub, place, at))), token


def words_of(prose: str, span: Span) -> tuple[str, bool]:
    """The words of a paragraph for a key, and whether they begin within one, as behind a masthead that no blank ends.

    >>> words_of("Issue: 101Coal miners", Span(10, 21))
    ('Coal miners', True)
    """
    return span.of(prose), prose[max(span.start - 1, 0) : span.start].isalnum()


_Kept = tuple[Start, Any, int]

_NUMBERS = {
    ("paragraph", "int"): 1,
    ("sentence", "int"): 2,
    ("attributions", "tuple[int, ...]"): 3,
    ("citation", "int"): 4,
}
"""The fields of the model that number something, and what of a place they count from."""

Mover = Callable[[Any, Start], Any]
_MOVERS: dict[type, Mover] = {}
"""How values of a type are moved: found once a type, for a keystroke moves thousands of values."""


def shifted(value: Made, by: Start) -> Made:
    """A value with its spans and numbers counted from elsewhere, ``by`` so much further on."""
    return _mover(type(value))(value, by) if any(by) else value


def _mover(kind: type) -> Mover:
    mover = _MOVERS.get(kind)
    if mover is None:
        mover = _MOVERS[kind] = _new_mover(kind)
    return mover


def _new_mover(kind: type) -> Mover:
    if kind is Span:
        return lambda span, by: Span(span[0] + by[0], span[1] + by[0])
    if kind in (tuple, list):
        find = _MOVERS.get
        return lambda values, by: kind([(find(type(one)) or _mover(type(one)))(one, by) for one in values])
    if kind is Source:
        return lambda value, by: value
    if hasattr(kind, "_fields"):  # a named tuple
        return _of_fields(
            kind, {name: getattr(hint, "__forward_arg__", hint) for name, hint in kind.__annotations__.items()}
        )
    if own := names(kind):
        return _of_fields(kind, {name: kind.__annotations__[name] for name in own})
    return lambda value, by: value


def _of_fields(kind: type, declared: Mapping[str, object]) -> Mover:
    """The values of a class of the model are made anew from their fields, of which few are spans or hold some.

    What does that is written out and compiled, as attrs does for what makes such a value: a loop over the fields takes
    three times as long.
    """
    made = ", ".join(_field(name, str(annotation)) for name, annotation in declared.items())
    known = {"kind": kind, "new": tuple.__new__, "Span": Span, "mover": _mover}
    mover: Mover = eval(f"lambda value, by: kind({made})", known)  # made of names of the model
    return mover


def _field(name: str, annotation: str) -> str:
    """What a field becomes, as an expression of the ``value`` that has it."""
    old = f"value.{name}"
    if (number := _NUMBERS.get((name, annotation))) is not None:
        if annotation == "int":
            return f"{old} + by[{number}]"
        return f"tuple([one + by[{number}] for one in {old}]) if {old} and by[{number}] else {old}"
    if annotation == "Span":
        return f"new(Span, ({old}[0] + by[0], {old}[1] + by[0]))"
    if annotation == "Span | None":
        return f"{old} and new(Span, ({old}[0] + by[0], {old}[1] + by[0]))"
    if annotation == "tuple[Span, ...]":
        return f"{old} and tuple([new(Span, (start + by[0], end + by[0])) for start, end in {old}])"
    return f"{old} and mover(type({old}))({old}, by)" if _holds(annotation) else old


def _holds(annotation: str) -> bool:
    """Whether a field may hold spans: of plain values and sources no value is looked at."""
    return not _PLAIN.issuperset(re.findall(r"\w+", annotation))


_PLAIN = frozenset("str int bool None tuple Source Days PartialDay dt date attribution Context".split()) | {
    name for name in vars(model) if isinstance(getattr(model, name), type(Literal[1]))
}
