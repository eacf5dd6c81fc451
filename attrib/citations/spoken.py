"""Days of running text as a reader takes them: written, or told from those before them and from the issue date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrib.dates import WEEKDAYS, written
from attrib.dates.relative import meant
from attrib.dates.years import resolve
from attrib.matching.patterns import pattern
from attrib.model import PartialDay, Span, WrittenDate

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_PARTS = ("day", "morning", "afternoon", "evening", "night")  # one stands in all that is spoken of
_COMMON = dt.date(2001, 1, 1)  # a year to count days in where none is known


@cache
def _spoken() -> re.Pattern[str]:
    weekdays = "|".join(WEEKDAYS)
    return pattern(
        r"\b(?:(?P<same>[Tt]he same|that|[Tt]he (?:(?P<after>next|following)|(?P<before>previous)))"
        rf" (?:{'|'.join(_PARTS)})"
        r"|(?P<count>two|three|four|five|six|seven|ten) days (?:(?P<later>later|after)|earlier|before)"
        r"|[Tt]he (?P<eve>day before)(?! yesterday)|(?:earlier )?(?P<now>today|yesterday)"
        rf"|(?:(?:last|this) )?(?P<weekday>{weekdays}))\b"
    )


def days(prose: str, span: Span, last: WrittenDate | None, near: dt.date | None) -> Iterator[WrittenDate]:
    """The days of ``prose[span]`` in order; those spoken of have the form ``implied``.

    "The same day" is the one named before it, here or as ``last``, and never one that lies after the issue date
    ``near``; "the next day" the one behind that. Today, yesterday and a weekday count back from the issue date.
    """
    found: list[tuple[int, WrittenDate | re.Match[str]]] = [
        (date.span.start, date) for date in written.read(prose, span.start, span.end)
    ]
    if any(prose.find(part, span.start, span.end) >= 0 for part in _PARTS):
        taken = [date.span for _, date in found if isinstance(date, WrittenDate)]
        for spoken in _spoken().finditer(prose, span.start, span.end):
            at = Span(*spoken.span())
            if not any(at.meets(other) for other in taken):
                found.append((at.start, spoken))
        found.sort(key=lambda pair: pair[0])
    for _, day in found:
        date = day if isinstance(day, WrittenDate) else _meant(day, last, near)
        if date is None:
            continue
        yield date
        if not _ahead(date, near):
            last = date


def latest(days: Sequence[WrittenDate], near: dt.date | None) -> WrittenDate | None:
    """The last of ``days`` that "the same day" may mean."""
    return next((day for day in reversed(days) if not _ahead(day, near)), None)


def _ahead(date: WrittenDate, near: dt.date | None) -> bool:
    """Whether nothing can have been reported on that day: it is still to come, or is no day at all."""
    named = resolve(date, near)
    return date.ranges[-1][1].day is None or bool(near and named and named[-1].last > near)


def _meant(spoken: re.Match[str], last: WrittenDate | None, near: dt.date | None) -> WrittenDate | None:
    at = Span(*spoken.span())
    if spoken["now"] or spoken["weekday"]:
        return _on(meant((spoken["now"] or spoken["weekday"]).lower(), near), at) if near else None
    if last is None:
        return None
    by = 1 if spoken["after"] else -1 if spoken["before"] or spoken["eve"] else 0
    if spoken["count"]:
        by = _COUNTS[spoken["count"]] * (1 if spoken["later"] else -1)
    if named := resolve(last, near):
        return _on(named[-1].last + dt.timedelta(by), at)
    day = last.ranges[-1][1]  # without a year: a day beside the end of February cannot be told
    if last.fault or day.day is None or (by and _leaps(day.month, day.day, by)):
        return None
    moved = _COMMON.replace(month=day.month, day=day.day) + dt.timedelta(by)
    partial = PartialDay(None, moved.month, moved.day)
    return WrittenDate(at, ((partial, partial),), "implied")


def _leaps(month: int, day: int, by: int) -> bool:
    """Whether the end of February lies between a day and the one ``by`` days from it."""
    first = _COMMON.replace(month=month, day=min(day, 28) if month == 2 else day)
    end = _COMMON.replace(month=2, day=28)
    return (month, day) == (2, 29) or min(first, first + dt.timedelta(by)) <= end <= max(
        first, first + dt.timedelta(by)
    )


def _on(day: dt.date, at: Span) -> WrittenDate:
    partial = PartialDay(day.year, day.month, day.day)
    return WrittenDate(at, ((partial, partial),), "implied")
