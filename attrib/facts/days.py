"""What the calendar says of days as written, and how a day is written in another form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from attrib.dates import MONTHS, WEEKDAYS, years
from attrib.model import DateForm, Days, PartialDay, Reference, Span, WrittenDate

_NEAR = dt.timedelta(days=60)
_DATED_AHEAD = ("newspaper", "magazine")


def fault(written: Sequence[WrittenDate], issued: dt.date | None) -> tuple[Span, str] | None:
    """The first date that no calendar allows, and why; a day without its year is of that which ``issued`` tells."""
    for date in written:
        if wrong := years.fault(date, issued):
            return date.span, wrong
    return None


def odd(written: Sequence[WrittenDate], main: DateForm | None) -> WrittenDate | None:
    """The first in another form than the main one."""
    for date in written:
        if date.form != main and has_form(date):
            return date
    return None


def has_form(date: WrittenDate) -> bool:
    """Whether a day is written in it, before its month or behind; neither a whole month tells, nor what is implied."""
    return date.form != "implied" and date.ranges[0][0].day is not None


def misspelt(written: Sequence[WrittenDate]) -> tuple[Span, str] | None:
    """The words of the first month that is misspelt, and the month that is meant."""
    return next((date.misspelt for date in written if date.misspelt), None)


def last_day(own: Reference) -> dt.date | None:
    """The last day that a reference gives."""
    return max([days.last for days in own.dates]) if own.dates else None


def age(own: Reference, issued: dt.date | None) -> int | None:
    """Days from that day to the issue date, as the fact `age` says; unknown without one of them."""
    cited = last_day(own)
    if not (cited and issued):
        return None
    if cited >= issued and _whole_months(own.written_dates) and min(days.first for days in own.dates) <= issued:
        return 0  # "Reuters, May" of a bulletin of May: nobody wrote the 31st
    ahead = own.source is None or own.source.kind in _DATED_AHEAD
    if cited > issued and ahead and max(days.first for days in own.dates) <= issued:
        return 0
    return (issued - cited).days


def _whole_months(written: Sequence[WrittenDate]) -> bool:
    """Whether none gives a day of a month."""
    return all(last.day is None for date in written for _, last in date.ranges)


def weekday_wrong(written: Sequence[WrittenDate], days: Sequence[Days]) -> tuple[Span, str] | None:
    """Where a weekday stands before a day that is another, with the right one; ``days`` are those meant."""
    if not [date for date in written if date.weekday is not None]:
        return None
    for date, day in _matched(written, days):
        if date.weekday is not None and day.first == day.last and day.first.weekday() != date.weekday:
            return date.span, weekday_of(day.first)
    return None


def weekday_of(day: dt.date) -> str:
    """Its name."""
    return WEEKDAYS[day.weekday()]


def weekday_misfits(words: str, day: dt.date, issued: dt.date | None) -> bool:
    """Whether the words of a day begin with a weekday that is another.

    Of a day without its year, and some months from the issue date, the year may be the one beside it.
    """
    named = words.split(maxsplit=1)[0].strip(",.").capitalize()
    if named not in WEEKDAYS or not any(map(str.isdigit, words)):
        return False
    near = issued is not None and abs(issued - day) <= _NEAR
    if near or str(day.year) in words or (day.month, day.day) == (2, 29):
        meant: tuple[int, ...] = (day.year,)
    else:
        meant = (day.year - 1, day.year, day.year + 1)
    return all(WEEKDAYS[day.replace(year=year).weekday()] != named for year in meant)


def _matched(written: Sequence[WrittenDate], days: Sequence[Days]) -> Iterator[tuple[WrittenDate, Days]]:
    """Each date of one day or range with what it means; nothing where they do not pair off (a year is unknown)."""
    lengths = [0 if date.fault else len(date.ranges) + bool(date.spoken) for date in written]
    if sum(lengths) != len(days):
        return
    at = 0
    for date, length in zip(written, lengths, strict=True):
        if length == 1:
            yield date, days[at]
        at += length


def rewritten(date: WrittenDate, form: DateForm) -> str | None:
    """A date with its months in words in the other order ("3 December 1999", "December 3, 1999").

    ``None`` where that would be a guess: several ranges, a missing day, a weekday, figures alone.
    """
    if len(date.ranges) != 1 or date.weekday is not None or date.fault or date.form in ("iso", "numeric", "implied"):
        return None
    first, last = date.ranges[0]
    if first.day is None or last.day is None or (first.year, last.year) != (last.year, last.year):
        return None
    if form == "month-day":
        return _month_first(first, last)
    return _day_first(first, last) if form == "day-month" else None


def _month_first(first: PartialDay, last: PartialDay) -> str:
    year = f", {last.year}" if last.year else ""
    start = f"{MONTHS[first.month - 1]} {first.day}"
    if first == last:
        return start + year
    if first.month == last.month:
        return f"{start}-{last.day}{year}"
    return f"{start}-{MONTHS[last.month - 1]} {last.day}{year}"


def _day_first(first: PartialDay, last: PartialDay) -> str:
    end = f"{last.day} {MONTHS[last.month - 1]}" + (f" {last.year}" if last.year else "")
    if first == last:
        return end
    if first.month == last.month:
        return f"{first.day}-{end}"
    return f"{first.day} {MONTHS[first.month - 1]}-{end}"
