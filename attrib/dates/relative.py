"""Days that the issue date tells: what stands for a date in a citation, as in "Interfax, yesterday", "Ekspert, May"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrib.dates import MONTHS, WEEKDAYS
from attrib.matching.patterns import pattern
from attrib.model import PartialDay, Span, WrittenDate

_DAY = "|".join(("today", "yesterday", *WEEKDAYS))
_SPOKEN = pattern(
    rf"[,;]\s(?:(?:(?:on|last|this)\s+)?(?P<day>{_DAY})"
    rf"|(?:(?:in|late|early|mid|end\s+of)[\s-]+)?(?P<month>{'|'.join(MONTHS)}))(?=\s*(?:[,;)\]]|\Z))"
)
_BEHIND = pattern(rf"(?:,?\s+on)?\s+({_DAY})\b")


def read(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """The days and whole months of a citation that a word behind a comma says; the comma may stand before ``start``."""
    for found in _SPOKEN.finditer(text, max(start - 2, 0), end):
        at = Span(found.start() + 2, found.end())
        if found["day"]:
            yield WrittenDate(at, (), "implied", spoken=found["day"].lower())
        else:
            month = PartialDay(None, 1 + MONTHS.index(found["month"]), None)
            yield WrittenDate(at, ((month, month),))


def behind(text: str, at: int, end: int) -> WrittenDate | None:
    """The day that a word right behind ``at`` says: "(...) reported on Sunday"."""
    found = _BEHIND.match(text, at, end)
    return WrittenDate(Span(found.start(1), found.end()), (), "implied", spoken=found[1].lower()) if found else None


def meant(spoken: str, issue: dt.date) -> dt.date:
    """The day of a weekday, "today" or "yesterday", in small letters: the last one up to the issue date."""
    weekday = spoken.capitalize()
    back = (issue.weekday() - WEEKDAYS.index(weekday)) % 7 if weekday in WEEKDAYS else int(spoken == "yesterday")
    return issue - dt.timedelta(days=back)
