"""The days that running text gives to events: "endorsed on November 16", "yesterday", "on Monday"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrib.dates.written import WEEKDAYS, read, resolve
from attrib.model import Days, Event, Span

_REACH = 70  # how far before a day a word of planning still speaks of it, in code points, within its clause
_SPOKEN = re.compile(
    r"\b(?:(?P<near>(?:the )?day before yesterday|yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening))(?!['’]s)"
    r"|(?:(?P<which>on|last|next|this|since|by|until|late|early)\s+)(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"|(?P<bare>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!,? (?:[A-Z]|\d))(?!['’]s))\b"
)
_BACK = {"yesterday": 1, "last night": 1, "day before yesterday": 2, "the day before yesterday": 2, "tomorrow": -1}
_CLAUSE = re.compile(r"[,;:](?!\s*\d{4})")


def events(prose: str, span: Span, issue: dt.date | None, planned: re.Pattern[str]) -> tuple[Event, ...]:
    """The days in ``prose[span]``, in order; nothing where no issue date tells what "yesterday" or "May 3" is.

    An event is ``planned`` where it lies after the issue date, or where a word of planning stands before it in its clause.
    """
    if issue is None:
        found = list(_written(prose, span, None))
    else:
        found = sorted([*_written(prose, span, issue), *_spoken(prose, span, issue)])
    return tuple(Event(at, days, _is_planned(prose, span, at, days, issue, planned)) for at, days in found)


def _written(prose: str, span: Span, issue: dt.date | None) -> Iterator[tuple[Span, Days]]:
    for date in read(prose, span.start, span.end):
        if all(first.day for first, _ in date.ranges):
            for days in resolve(date, issue):
                yield date.span, days


def _spoken(prose: str, span: Span, issue: dt.date) -> Iterator[tuple[Span, Days]]:
    for found in _SPOKEN.finditer(prose, span.start, span.end):
        if found["near"]:
            day = issue - dt.timedelta(days=_BACK.get(found["near"], 0))
        else:
            wanted = WEEKDAYS.index((found["weekday"] or found["bare"]).lower())
            ahead = (wanted - issue.weekday()) % 7
            day = issue + dt.timedelta(days=(ahead or 7) if found["which"] == "next" else ahead - 7 if ahead else 0)
        yield Span(*found.span()), Days(day, day)


def _is_planned(
    prose: str, span: Span, at: Span, days: Days, issue: dt.date | None, planned: re.Pattern[str]
) -> bool:
    if issue is not None and days.first > issue:
        return True
    before = prose[max(span.start, at.start - _REACH) : at.start]
    clause = _CLAUSE.split(before)[-1]
    return planned.search(clause) is not None
