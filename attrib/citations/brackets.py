"""Brackets as they stand: paired, nested, unclosed or doubled; what is in them is read elsewhere."""

from __future__ import annotations

import re

from attrs import frozen

from attrib.model import Span

_MARK = re.compile(r"[()\[\]]")
_CLOSES = {")": "(", "]": "["}


@frozen
class Pair:
    """One bracket: ``span`` with its marks, ``inner`` between them.

    ``closed`` is false where the closing mark is missing, ``doubled`` true where it stands twice. ``within`` are the
    brackets inside it.
    """

    span: Span
    inner: Span
    closed: bool = True
    doubled: bool = False
    within: tuple[Pair, ...] = ()


def pairs(prose: str, span: Span) -> tuple[Pair, ...]:
    """The outermost brackets of ``prose[span]``, in order. One that never closes does not hide those behind it."""
    open_marks: list[tuple[int, str, list[Pair]]] = []
    found: list[Pair] = []
    for mark in _MARK.finditer(prose, span.start, span.end):
        if mark[0] not in _CLOSES:
            open_marks.append((mark.start(), mark[0], []))
            continue
        if not open_marks:
            last = found[-1] if found else None
            if last and last.closed and not prose[last.span.end : mark.start()].strip():
                found[-1] = Pair(Span(last.span.start, mark.end()), last.inner, doubled=True, within=last.within)
            continue
        start, _, inside = open_marks.pop()
        pair = Pair(Span(start, mark.end()), Span(start + 1, mark.start()), within=tuple(inside))
        (open_marks[-1][2] if open_marks else found).append(pair)
    for start, _, inside in open_marks:
        found.append(Pair(Span(start, span.end), Span(start + 1, span.end), closed=False))
        found.extend(inside)
    return tuple(sorted(found, key=lambda pair: pair.span))
