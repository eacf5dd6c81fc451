"""The years of written days, which the issue date tells where the text does not."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from attrib.dates import written as words
from attrib.dates.relative import meant
from attrib.model import Days, PartialDay, WrittenDate


def resolve(written: WrittenDate, near: dt.date | None) -> tuple[Days, ...]:
    """The days meant, with the years that an issue date of ``near`` tells; empty where a year cannot be known.

    A citation looks back: of two years the one that puts the day in the past is taken, unless that is four times as
    far as the other (a day after the issue date is a slip by days, not by a year).
    """
    if written.spoken:
        return (Days(day := meant(written.spoken, near), day),) if near else ()
    return () if written.fault else _resolved(written.ranges, near)


def fault(written: WrittenDate, near: dt.date | None) -> str | None:
    """What no calendar allows of a date: of a late day of February without its year, in that which ``near`` tells."""
    if near is None or not any(_may_fail(day) for pair in written.ranges for day in pair):
        return written.fault
    return words.fault([(_placed(first, near), _placed(last, near)) for first, last in written.ranges])


def _may_fail(day: PartialDay) -> bool:
    return day.year is None and day.month == 2 and (day.day or 0) > 28


def _placed(day: PartialDay, near: dt.date) -> PartialDay:
    return day._replace(year=_nearest_year(day, near)) if _may_fail(day) else day


@lru_cache(maxsize=1024)
def _resolved(ranges: tuple[tuple[PartialDay, PartialDay], ...], near: dt.date | None) -> tuple[Days, ...]:
    days = []
    for first, last in ranges:
        if last.year is not None:
            year = last.year
        elif first.year is not None:
            year = first.year + (_in_any_year(last) < _in_any_year(first))
        elif near is not None:
            year = _nearest_year(last, near)
        else:
            return ()
        first_year = year - (_in_any_year(last) < _in_any_year(first)) if first.year is None else first.year
        began, ended = _in_year(first, first_year, 1), _in_year(last, year, 31)
        if began.day < (first.day or 0) or ended.day < (last.day or 0):
            return ()  # February 29 of a common year
        days.append(Days(began, ended))
    return tuple(days)


def _nearest_year(day: PartialDay, near: dt.date) -> int:
    def distance(year: int) -> int:
        ahead = (_in_year(day, year, 31) - near).days
        return ahead * 4 if ahead > 0 else -ahead

    passed = (day.month, day.day or 31) <= (near.month, near.day)
    return min((near.year, near.year + 1) if passed else (near.year - 1, near.year), key=distance)


def _in_year(day: PartialDay, year: int, otherwise: int) -> dt.date:
    """The day in that year, ``otherwise`` where a whole month is meant; never past the month's end."""
    number = day.day or otherwise
    if number > 28:
        number = min(number, calendar.monthrange(year, day.month)[1])
    return dt.date(year, day.month, number)


def _in_any_year(day: PartialDay) -> tuple[int, int]:
    return day.month, day.day or 0
