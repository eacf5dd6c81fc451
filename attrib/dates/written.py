"""Days as they are written: "November 30", "June 29 and 30", "3-5 December 1999", "1999-12-03", "3.12.99".

The year is often left to the reader; `attrib.dates.years` adds it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrib.dates import MONTHS, WEEKDAYS
from attrib.matching.patterns import pattern
from attrib.model import DateForm, PartialDay, Span, WrittenDate
from attrib.values import evolve

_LONG = "|".join(MONTHS)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH = rf"(?:(?:{_LONG}|{_LONG.upper()})\b|(?:{_SHORT}|{_SHORT.upper()})\b\.?)"
_DAY = r"(?:[1-9]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:.]\d|,\d{3})"
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)(?!\d)"
_DASH = r"[-\u2010-\u2015]"
_AND = r"(?:,?\s*(?:and|&)\s|/)"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_NAMES = {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)}

# One head of a date; lists and ranges are read on from there, since what may follow depends on the place. A blank is
# lost at times: "on3 October".
_HEAD = pattern(
    rf"""
    (?=[\dADFJMNOSTW])
    (?:\b(?P<weekday>{_WEEKDAY}),?\s+)?
    (?:
        (?P<iso>\b(?:19|20)\d\d-\d\d-\d\d)(?![\d-])
      | \b(?P<month>{_MONTH})\s+(?P<day>{_DAY})
      | (?:(?<![\d.-])\b|(?<=\b[Oo]n))(?P<days>{_DAY}(?:(?:\s*(?:{_DASH}|to\s)\s*|{_AND}\s*|,\s*){_DAY}){{0,4}})
            (?P<stop>\.)?\s+(?:of\s+)?(?P<month2>{_MONTH})(?:,?\s+(?P<year2>{_YEAR}))?
      | \b(?P<month3>{_MONTH})(?:\s?{_DASH}\s?(?P<last3>{_MONTH}))?,?\s+(?P<year3>(?:19|20)\d\d)(?!\d)
      | \b(?:(?P<first>\d{{1,2}})\s?{_DASH}\s?)?(?P<numeric>\d{{1,2}}[./]\d{{1,2}}[./](?:(?:19|20)\d\d|\d\d))
            (?![\d/]|\.\d)
      | (?<=[,;\w]\s)(?P<short>\d{{1,2}}/\d{{1,2}})(?=\s*(?:[,;)\]]|\Z))
    )""",
    re.VERBOSE,
)
_NEXT_DAY = rf"\s*(?:(?P<month>{_MONTH})\s+)?(?P<day>{_DAY})(?!\s+(?:of\s+)?{_MONTH}|\s*[ap]\.?\s?m\b|\s*GMT)"
_RANGE = rf"(?P<range>{_DASH}|\b(?:to|through|till|until)\b)"
_YEAR_BEHIND = rf",?\s+(?P<year>{_YEAR})"
_MORE = pattern(rf"{_YEAR_BEHIND}|\s*(?:{_RANGE}|,?\s*(?:and\b|&)|/){_NEXT_DAY}")
_MORE_IN_CITATION = pattern(rf"{_YEAR_BEHIND}|\s*(?:(?:-(?=-))?{_RANGE}|,?\s*(?:and\b|or\b|&)|/|,){_NEXT_DAY}")
_MONTH_BEHIND = pattern(rf"\s*(?:{_DASH}|to\s)\s*({_DAY})\s+({_MONTH})(?:,?\s+({_YEAR}))?")
_LISTED = pattern(rf"{_AND}|,")
_TO = pattern(rf"{_DASH}|to\s")
# Every date holds one of these, and they are found ten times as fast; the date begins at most so far before it.
_LETTERS = "a[nry]|e[bcp]|pr|u[gln]|ct|ov|A[NRY]|E[BCP]|PR|U[GLN]|CT|OV"
_ANCHOR = pattern(rf"[ADFJMNOS0-9](?:(?:{_LETTERS})(?<=\D..)|[./](?<=\d.)\d|{_DASH}(?<=\d.)\d\d{_DASH}\d)")
_FIGURE = pattern(r"[0-9]")  # so has every date
_BEFORE_ANCHOR, _BEHIND_ANCHOR = 60, 40
_LONGEST_ALONE = 32
_COUNTS = pattern(r"(?:\b(?:[Nn]os?|[Ii]ssue|[Nn]umber|[Vv]ol|pp?|pages?)\b\.?|[#№])\s?\Z")  # and no days
# What may stand right before a month that does not begin its date: a day or a weekday.
_LED_BY = (*"0123456789.", "st", "nd", "rd", "th", "of", "ay", "Mon", "Tue", "Tues", "Wed", "Thu", "Fri", "Sat", "Sun")


_Ranges = tuple[tuple[PartialDay, PartialDay], ...]


def read(prose: str, start: int, end: int, *, citation: bool = False) -> Iterator[WrittenDate]:
    """The dates written in ``prose[start:end]``, in order.

    In a ``citation`` a comma may go on with another day ("May 5, 12"); in running text "On May 5, 12 people" is not
    two days.
    """
    if not _FIGURE.search(prose, start, end):
        return
    at = start
    for anchor in _ANCHOR.finditer(prose, start, end):
        place = anchor.start()
        if place < at:
            continue
        near = max(at, place - _BEFORE_ANCHOR)
        limit = min(end, anchor.end() + _BEHIND_ANCHOR)
        if prose[place].isalpha() and not _is_led(prose, near, place):
            found = _HEAD.match(prose, place, limit)
        else:
            found = _HEAD.search(prose, near, limit)
            while found and _is_none(found, prose, citation):
                found = _HEAD.search(prose, found.end("stop") if found["stop"] else found.end(), limit)
        if found and found.start() <= place:
            date = _from_head(found, prose, end, citation)
            yield date
            at = date.span.end


def alone(prose: str, start: int, end: int) -> WrittenDate | None:
    """The date that ``prose[start:end]`` is, with its weekday, a stop or a colon: "Tuesday, July 20:"; or none."""
    if end - start > _LONGEST_ALONE:
        return None
    day = next(read(prose, start, end), None)
    return day if day and not (prose[start : day.span.start] + prose[day.span.end : end]).strip(" :.") else None


def whole(prose: str, start: int, end: int) -> WrittenDate | None:
    """The date that ``prose[start:end]`` of a citation is, its month first: "November 30", "May 5-7, 1999"; or none."""
    found = _HEAD.match(prose, start, end)
    if not found or not found["month"] or found["weekday"] or _is_led(prose, 0, start):
        return None
    date = _month_first(found, prose, end, citation=True, weekday=None)
    return date if date.span.end == end else None


def _is_led(prose: str, start: int, month: int) -> bool:
    return prose[max(start, month - _BEFORE_ANCHOR) : month].rstrip(" ,").endswith(_LED_BY)


def _is_none(found: re.Match[str], prose: str, citation: bool) -> bool:
    """Whether it is a date in a citation only, and this is none: "in room 16. April was cold", "3/4", "no 3/4"."""
    if found["short"]:
        return not citation or _COUNTS.search(prose, max(0, found.start() - 8), found.start()) is not None
    return found["stop"] is not None and not citation


def _from_head(found: re.Match[str], prose: str, end: int, citation: bool) -> WrittenDate:
    weekday = _weekday(found["weekday"])
    if found["month"]:
        return _month_first(found, prose, end, citation, weekday)
    if found["month2"]:
        return _day_first(found, prose, end, weekday)
    if found["iso"]:
        day = PartialDay(*map(int, found["iso"].split("-")))
        return _written(found.start(), found.end(), [(day, day)], "iso", weekday)
    if found["numeric"] or found["short"]:
        return _numeric(found, weekday)
    months = [PartialDay(None, _month(name), None) for name in (found["month3"], found["last3"]) if name]
    ranges = _dated([(months[0], months[-1])], int(found["year3"]))
    return _written(found.start(), found.end(), ranges, "month-day", weekday)


def _month_first(found: re.Match[str], prose: str, end: int, citation: bool, weekday: int | None) -> WrittenDate:
    """ "May 5", "May 5-7, 1999", "May 30-June 2", "June 29 and 30", in citations "May 5, 12"."""
    at, behind = found.end(), _MORE_IN_CITATION if citation else _MORE
    more: tuple[tuple[str | None, ...], ...] = ()
    while going_on := behind.match(prose, at, end):
        if more and more[-1][0] and going_on["year"]:
            break
        more = (*more, going_on.groups())
        at = going_on.end()
    ranges, wrong = _month_first_days(found["month"], found["day"], more)
    return WrittenDate(Span(found.start(), at), ranges, "month-day", weekday, wrong)


@lru_cache(maxsize=1024)
def _month_first_days(name: str, day: str, more: tuple[tuple[str | None, ...], ...]) -> tuple[_Ranges, str | None]:
    """The ranges of a month and day, and of what goes on from there: a year each, or "to", another month and a day."""
    month = _month(name)
    first = PartialDay(None, month, _number(day))
    ranges = [(first, first)]
    for year, to, other, next_day in more:
        if year:
            ranges = _dated(ranges, _year(year))
            continue
        month = _month(other) if other else month
        last = PartialDay(None, month, _number(next_day or ""))
        if to:
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((last, last))
    return tuple(ranges), fault(ranges)


def _day_first(found: re.Match[str], prose: str, end: int, weekday: int | None) -> WrittenDate:
    """ "3 December 1999", "29 and 30 June", "3-5 December", "29 June-2 July"; of "No. 21, 26 May" the latter."""
    at = found.end()
    start, written = found.start(), found["days"]
    if "," in written and _COUNTS.search(prose, max(0, found.start("days") - 8), found.start("days")):
        number, _, written = written.partition(",")
        start = found.start("days") + len(number) + 1 + len(written) - len(written.lstrip())
    more = _MONTH_BEHIND.match(prose, at, end)
    ranges, wrong = _day_first_days(written, found["month2"], found["year2"], more.groups() if more else ())
    return WrittenDate(Span(start, more.end() if more else at), ranges, "day-month", weekday, wrong)


@lru_cache(maxsize=1024)
def _day_first_days(days: str, name: str, year: str | None, more: tuple[str | None, ...]) -> tuple[_Ranges, str | None]:
    """The ranges of days and their month, and of the day, month and year that a range over its end goes on to."""
    month = _month(name)
    ranges: list[tuple[PartialDay, PartialDay]] = []
    for piece in _LISTED.split(days):
        numbers = [_number(day.strip()) for day in _TO.split(piece)]
        ranges.append((PartialDay(None, month, numbers[0]), PartialDay(None, month, numbers[-1])))
    if year:
        ranges = _dated(ranges, _year(year))
    if more:
        last_day, last_month, last_year = more
        last = PartialDay(None, _month(last_month or ""), _number(last_day or ""))
        ranges[-1] = (ranges[-1][0], last)
        if last_year:
            ranges = _dated(ranges, _year(last_year))
    return tuple(ranges), fault(ranges)


def _numeric(found: re.Match[str], weekday: int | None) -> WrittenDate:
    """ "3.12.1999" is day first; "12/3/1999" month first, unless only the other reading is a date."""
    figures = found["numeric"] or found["short"]
    first, second, *year = re.split(r"[./]", figures)
    day, month = (int(first), int(second)) if "." in figures else (int(second), int(first))
    if month > 12 >= day:
        day, month = month, day
    written = PartialDay(_year(year[0]) if year else None, month, day)
    if found["first"]:  # "13-14.06.2019"
        return _written(
            found.start(), found.end(), [(written._replace(day=int(found["first"])), written)], "numeric", weekday
        )
    date = _written(found.start(), found.end(), [(written, written)], "numeric", weekday)
    return evolve(date, ambiguous=True) if "/" in figures and month != day <= 12 and month <= 12 else date


def turned(written: WrittenDate) -> WrittenDate:
    """An ambiguous date of figures with day and month the other way round."""
    ((day, _),) = written.ranges
    other = day._replace(month=day.day or day.month, day=day.month)
    return evolve(written, ranges=((other, other),))


def _written(
    start: int, end: int, ranges: list[tuple[PartialDay, PartialDay]], form: DateForm, weekday: int | None
) -> WrittenDate:
    return WrittenDate(Span(start, end), tuple(ranges), form, weekday, fault(ranges))


def _dated(ranges: list[tuple[PartialDay, PartialDay]], year: int) -> list[tuple[PartialDay, PartialDay]]:
    """Give the year that stands at the end to what stands before it; "December 30-January 2, 2000" began in 1999."""
    dated: list[tuple[PartialDay, PartialDay]] = []
    month = ranges[-1][1].month
    for first, last in reversed(ranges):
        if last.year is None:
            year -= last.month > month
            month = last.month
            last = last._replace(year=year)
        if first.year is None:
            year -= first.month > month
            month = first.month
            first = first._replace(year=year)
        dated.insert(0, (first, last))
    return dated


def fault(ranges: Sequence[tuple[PartialDay, PartialDay]]) -> str | None:
    """What no calendar allows of such ranges, in words; of a February without its year the 29th is allowed."""
    for pair in ranges:
        for day in pair:
            if not 1 <= day.month <= 12:
                return f"there is no month {day.month}"
            if day.day is None or 1 <= day.day <= 28:  # every month has it
                continue
            longest = calendar.monthrange(day.year or 2000, day.month)[1]
            if not 1 <= day.day <= longest:
                of = f" {day.year}" if day.year and day.month == 2 else ""
                return f"{MONTHS[day.month - 1]}{of} has {longest} days, not {day.day}"
        first, last = pair
        same_frame = (first.year is None) == (last.year is None) and (first.year or first.month == last.month)
        if same_frame and _order(first) > _order(last):
            return "the range ends before it begins"
    return None


def _order(day: PartialDay) -> tuple[int, int, int]:
    return day.year or 0, day.month, day.day or 0


def full_date(text: str) -> dt.date | None:
    """The first single day with its year written in ``text`` ("Thursday, 2 December 1999", "1999-12-02"), if any."""
    for written in read(text, 0, len(text)):
        (first, last), *_ = written.ranges
        if first == last and first.year and first.day and not written.fault:
            return dt.date(first.year, first.month, first.day)
    return None


def period_end(text: str) -> dt.date | None:
    """The last day of the first period with its year written in ``text`` ("3-9 May 1999"), if any."""
    for written in read(text, 0, len(text)):
        first, last = written.ranges[-1]
        if first != last and last.year and last.day and not written.fault:
            return dt.date(last.year, last.month, last.day)
    return None


def _month(name: str) -> int:
    return _NAMES[name.lower()[:3]]


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _year(written: str) -> int:
    digits = int(written.lstrip("'’"))
    if digits > 99:
        return digits
    return digits + (1900 if digits > 50 else 2000)


def _weekday(name: str | None) -> int | None:
    if not name:
        return None
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(name[:3].capitalize()))
