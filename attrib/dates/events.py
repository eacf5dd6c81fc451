"""The days that running text gives to events: "endorsed on November 16", "yesterday", "on Monday"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrib.dates import WEEKDAYS
from attrib.dates.written import read
from attrib.dates.years import resolve
from attrib.matching.patterns import pattern
from attrib.model import Days, Event, Span

_REACH = 70  # how far before a day a word of planning still speaks of it, in code points, within its clause
_WEEKDAY = "|".join(WEEKDAYS)
# A capital but at the head of a sentence makes a name of it: "USA Today", "the Monday Club".
_SPOKEN = pattern(
    r"\b(?:(?P<near>(?:[Tt]he )?[Dd]ay before yesterday|(?:[Tt]he )?[Dd]ay after tomorrow|[Yy]esterday|[Ll]ast night"
    r"|[Tt]oday|[Tt]onight|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening))"
    rf"|(?P<which>[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince|[Bb]y|[Uu]ntil|[Ll]ate|[Ee]arly)\s+(?P<weekday>{_WEEKDAY})"
    rf"|(?P<bare>{_WEEKDAY})(?!,? (?:[A-Z]|\d)))\b(?!['’]s)"
)
# One of these ends every spoken day, or its first words, and they are found ten times as fast.
_SPOKEN_END = pattern(r"day\b|night\b|omorrow\b|his (?:morning|afternoon|evening)\b")
_BEFORE_END = 20
_BESIDE = pattern(r"\b[Tt]he (?:same|(?P<after>next|following)) day\b")
_AWAY = {"yesterday": -1, "last night": -1, "day before yesterday": -2, "tomorrow": 1, "day after tomorrow": 2}
_CLAUSE = pattern(r"[,;:](?!\s*\d{4})")
_OPENING = " \"“‘'«(["


def events(
    prose: str,
    span: Span,
    issue: dt.date | None,
    planned: re.Pattern[str],
    last: Days | None = None,
    *,
    numbered: bool = True,
) -> tuple[Event, ...]:
    """The days in ``prose[span]``, in order; without an issue date only those written with their year.

    An event is ``planned`` where it lies after the issue date, or where a word of planning stands before it in its
    clause. A weekday is the last one up to the issue date, with a word of planning the next one. "The same day" and
    "the next day" count from the day named before them, here or as ``last``. Where no figure stands, as ``numbered``
    may tell, no day is written.
    """
    found: list[tuple[Span, Days]] = []
    for date in read(prose, span.start, span.end) if numbered else ():
        if date.ranges[0][0].day:  # a whole month, which stands alone, is no day
            found += [(date.span, days) for days in resolve(date, issue)]
    if issue is not None and _may_speak(prose[span.start : span.end]):
        found += _spoken(prose, span, issue, planned, [at for at, _ in found])
        found.sort()
    if issue is not None and prose.find(" day", span.start, span.end) >= 0:
        found += _beside(prose, span, issue, found, last)
        found.sort()
    if not found:
        return ()
    return tuple(
        [
            Event(at, days, (issue is not None and days.first > issue) or _is_planned(prose, span, at, planned))
            for at, days in found
        ]
    )


def _beside(
    prose: str, span: Span, issue: dt.date, found: list[tuple[Span, Days]], last: Days | None
) -> list[tuple[Span, Days]]:
    """The days that are told from another up to the issue date: "the same day", "the next day"."""
    told: list[tuple[Span, Days]] = []
    for match in _BESIDE.finditer(prose, span.start, span.end):
        before = [days for at, days in (*found, *told) if at.end <= match.start()]
        anchor = before[-1] if before else last
        if anchor is None:
            continue
        day = anchor.last + dt.timedelta(1 if match["after"] else 0)
        if day <= issue:
            told.append((Span(*match.span()), Days(day, day)))
    return told


def _may_speak(words: str) -> bool:
    """Whether the letters of a spoken day are there at all; most claims have none."""
    return "day" in words or "omorrow" in words or "his " in words or "night" in words


def _spoken(
    prose: str, span: Span, issue: dt.date, planned: re.Pattern[str], taken: list[Span]
) -> Iterator[tuple[Span, Days]]:
    """The days said by a word; "on Sunday, November 28" is one day, already ``taken`` as written."""
    free = span.start
    for end in _SPOKEN_END.finditer(prose, span.start, span.end):
        if end.start() < free:
            continue
        found = _SPOKEN.search(prose, max(free, end.start() - _BEFORE_END), span.end)
        if found is None or found.start() > end.start():
            continue
        at = Span(*found.span())
        free = at.end
        if any(at.meets(other) for other in taken):
            continue
        if found["near"]:
            if found["near"][0].isupper() and prose[span.start : at.start].strip(_OPENING):
                continue
            away = _AWAY.get(found["near"].lower().removeprefix("the "), 0)
        else:
            away = (WEEKDAYS.index(found["weekday"] or found["bare"]) - issue.weekday()) % 7
            which = (found["which"] or "").lower()
            if which == "next":
                away = away or 7
            elif which == "last" or (away and not _is_planned(prose, span, at, planned)):
                away -= 7
        day = issue + dt.timedelta(days=away)
        yield at, Days(day, day)


def _is_planned(prose: str, span: Span, at: Span, planned: re.Pattern[str]) -> bool:
    before = prose[max(span.start, at.start - _REACH) : at.start]
    return planned.search(before) is not None and planned.search(_CLAUSE.split(before)[-1]) is not None
