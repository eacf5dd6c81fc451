"""Brackets as they stand: paired, nested, unclosed, unopened or doubled; what is in them is read elsewhere."""

from __future__ import annotations

from attrib.matching.patterns import pattern
from attrib.model import Span
from attrib.values import frozen

_MARK = pattern(r"[()\[\]]")
_OPENS = "(["


@frozen
class Pair:
    """One bracket: ``span`` with its marks, ``inner`` between them.

    ``closed`` is false where the closing mark is missing, ``opened`` where the opening one is: then the mark that
    closes is all there is. ``doubled`` is true where a mark stands twice. ``within`` are the brackets inside it.
    """

    span: Span
    inner: Span
    closed: bool = True
    doubled: bool = False
    within: tuple[Pair, ...] = ()
    opened: bool = True


def pairs(prose: str, span: Span) -> tuple[Pair, ...]:
    """The outermost brackets of ``prose[span]``, in order. One that never closes does not hide those behind it."""
    open_marks: list[tuple[int, list[Pair]]] = []
    found: list[Pair] = []
    for mark in _MARK.finditer(prose, span.start, span.end):
        at = mark.start()
        if prose[at] in _OPENS:
            open_marks.append((at, []))
        elif open_marks:
            start, inside = open_marks.pop()
            (open_marks[-1][1] if open_marks else found).append(_closed(Span(start, at + 1), inside))
        elif found and not prose[found[-1].span.end : at].strip():  # "(AP, May 3))"
            found[-1] = Pair(Span(found[-1].span.start, at + 1), found[-1].inner, True, True, found[-1].within)
        else:
            found.append(Pair(Span(at, at + 1), Span(at, at), opened=False))
    if not open_marks:
        return tuple(found)
    for start, inside in open_marks:
        if inside and inside[0].span.start == start + 1:  # "((AP, May 3)"
            first, *inside = inside
            found.append(Pair(Span(start, first.span.end), first.inner, True, True, first.within))
        else:
            found.append(Pair(Span(start, span.end), Span(start + 1, span.end), closed=False))
        found.extend(inside)
    return tuple(sorted(found, key=lambda pair: pair.span))


def _closed(span: Span, inside: list[Pair]) -> Pair:
    if len(inside) == 1 and inside[0].span == (span.start + 1, span.end - 1):  # "((AP, May 3))"
        return Pair(span, inside[0].inner, True, True, inside[0].within)
    return Pair(span, Span(span.start + 1, span.end - 1), within=tuple(inside))
