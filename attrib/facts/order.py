"""In which order the references of a citation stand, and the same in another order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrib.model import Citation, Document, Reference, Span
from attrib.values import NamedTuple

Key = Callable[["Group"], dt.date | str | None]


class Group(NamedTuple):
    """References that share their days, with these at the end: "AFP, Russian agencies, December 1"."""

    span: Span
    references: tuple[Reference, ...]


def groups(document: Document, citation: Citation) -> tuple[Group, ...]:
    """The groups of a citation in brackets that is nothing but groups with semicolons between; else none."""
    if citation.form != "parenthetical" or citation.problems:
        return ()
    found: list[Group] = []
    waiting: list[Reference] = []
    for own in citation.references:
        waiting.append(own)
        if own.written_dates and own.span.end >= own.written_dates[-1].span.end:
            found.append(Group(Span(waiting[0].span.start, own.span.end), tuple(waiting)))
            waiting = []
    if waiting or not found or any(one.written_dates != g.references[-1].written_dates for g in found for one in g[1]):
        return ()
    text = document.text
    edges = [citation.span.start, *(edge for group in found for edge in group.span), citation.span.end]
    marks = [text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(found) if all(mark == ";" for mark in marks[1:-1]) and len(marks[0] + marks[-1]) == 2 else ()


def by_day(group: Group) -> dt.date | None:
    """The last day of a group."""
    dates = group.references[-1].dates
    return dates[-1].last if dates else None


def by_name(group: Group) -> str:
    """The name that leads a group."""
    return group.references[0].written.casefold()


def ordered(found: Sequence[Group], key: Key) -> tuple[Group, ...] | None:
    """The groups in order, equals as they stand; ``None`` where there is nothing to order or a key is not known."""
    keys = [key(group) for group in found]
    if len(found) < 2 or None in keys:
        return None
    return tuple(found[at] for at in sorted(range(len(found)), key=lambda at: keys[at]))  # type: ignore[arg-type,return-value]


def rearranged(document: Document, found: Sequence[Group], wanted: Sequence[Group]) -> str:
    """The text of the groups in the wanted order; what stands between them stays where it is."""
    text = document.text
    between = [text[a.span.end : b.span.start] for a, b in pairwise(found)]
    words = [group.span.of(text) for group in wanted]
    return "".join(part for pair in zip(words, [*between, ""], strict=True) for part in pair)
