"""Days that the issue date tells: the "yesterday" or "Monday" of a citation, where a date would stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrib.model import Span, WrittenDate
from attrib.patterns import pattern

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPOKEN = pattern(
    r"(?<=[,;]\s)(?:(?:on|last|this)\s+)?(today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=\s*(?:[,;)\]]|\Z))"
)


def read(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """The days of a citation that are said by a word behind a comma, as in "Interfax, yesterday"."""
    if text.find("day", start, end) >= 0:
        for found in _SPOKEN.finditer(text, start, end):
            yield WrittenDate(Span(*found.span()), (), "implied", spoken=found[1].lower())


def meant(spoken: str, issue: dt.date) -> dt.date:
    """The day of a weekday, "today" or "yesterday", in small letters: the last one up to the issue date."""
    back = (issue.weekday() - WEEKDAYS.index(spoken)) % 7 if spoken in WEEKDAYS else int(spoken == "yesterday")
    return issue - dt.timedelta(days=back)
