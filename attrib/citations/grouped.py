"""The names of one group of a citation with the days that they share: "Itar-Tass, Trud, November 30 and December 1"."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.citations.naming import Name, names
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Span, WrittenDate
from attrib.registry import Registry

_LIKE_A_DAY = pattern(r"[^\W\d_]+\.? (?:3[01]|[12]\d|[1-9])")
_NEXT_DAY = pattern(r"[\s,&]*(?:and|y|e|et|und|i)?\s*")


def named(
    text: str, group: Span, dates: tuple[WrittenDate, ...], registry: Registry, words: CitationWords
) -> tuple[tuple[Name, ...], list[Span]]:
    """The names of a group with their days, and what is left unread.

    The days stand behind their names, or all before them. A listed name behind the last day has none.
    """
    if not dates:
        found, unread = names(text, group, (), registry, words)
        slips = [name for name in found[1:] if not name.candidates and _LIKE_A_DAY.fullmatch(name.written)]
        if slips and found[0].candidates:  # "Interfax, Fbr 26"
            found, unread = tuple(n for n in found if n not in slips), unread + [n.span for n in slips]
        return found, unread
    if len(dates) == 1 and dates[0].span.end == group.end:  # "Itar-Tass, November 30"
        found, unread = names(text, Span(group.start, dates[0].span.start), (), registry, words)
        return _dated(found, dates), unread
    runs = _runs(text, dates)
    gaps = [
        Span(start, end)
        for start, end in zip(
            (group.start, *(run[-1].span.end for run in runs)), (*(run[0].span.start for run in runs), group.end),
            strict=True,
        )
    ]  # fmt: skip
    found, unread = names(text, gaps[0], (), registry, words)
    date_first = not found
    if not date_first:
        found = _dated(found, runs[0])
    for at, gap in enumerate(gaps[1:], 1):
        if gap.start == gap.end:
            continue
        before = len(found)
        found, unknown = names(text, gap, found, registry, words)
        unread += unknown
        if date_first:
            found = _dated(found, runs[at - 1])
        elif at < len(runs):
            found = _dated(found, runs[at])
        else:
            unread += (n.span for n in found[before:] if not n.candidates and not n.dates)
            found = tuple(n for n in found if n.candidates or n.dates)
    return found, unread


def _runs(text: str, dates: Sequence[WrittenDate]) -> list[tuple[WrittenDate, ...]]:
    """Dates that stand next to one another belong to the same names: "May 3, June 5"."""
    runs: list[tuple[WrittenDate, ...]] = []
    for date in dates:
        if runs and _NEXT_DAY.fullmatch(text, runs[-1][-1].span.end, date.span.start):
            runs[-1] = (*runs[-1], date)
        else:
            runs.append((date,))
    return runs


def _dated(found: tuple[Name, ...], run: tuple[WrittenDate, ...]) -> tuple[Name, ...]:
    return tuple([name.on(run) for name in found])
