"""The day a bulletin is dated: as given, or as its masthead and citations tell.

Of the last days cited in 135 pages of bulletins of 1995-2007, 21 of 24 for newspapers were the issue day itself, and 63
of 84 for wires and broadcasters the day before (DESIGN, section 3).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import math
import os
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrib.dates.written import full_date
from attrib.dates.years import resolve
from attrib.errors import AttribError
from attrib.matching.patterns import pattern
from attrib.model import Citation, Days, Document, IssueDate, Masthead, Reference, Style
from attrib.values import frozen

_ONE_DAY = dt.timedelta(days=1)
_LONGEST_GAP = dt.timedelta(days=31)  # between the last cited day and an issue of a monthly
_YESTERDAY = pattern(r"\b[Yy]esterday\b")
_TODAY = pattern(r"(?<!until )\b(?:today|(?<![\w,] )Today)\b(?!['’]s)")
_IN_NAME = pattern(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")

# How likely the last cited day is the issue day, the working day before, or further back.
_PAPER = (21 / 24, 2 / 24, 1 / 48)
_WIRE = (12 / 84, 63 / 84, 4 / 84)
_WORD_FITS, _WORD_FAILS = math.log(0.8), math.log(0.1)
_OUT_OF_BOUNDS = -3.0
_YEARS = range(1800, 2200)  # of news; any other is a slip of the pen
_CANDIDATES = 5  # working days looked at from the last cited one on

# A daily that counts its issues skips holidays and a summer week or two, and doubles a number now and then.
_SKIPPED_SHARE = 0.09
_SKIPPED_DAYS = 6
_DOUBLED = 2


@frozen
class Frame:
    """What the masthead alone says of the day: the year, and by the issue number the days between which it lies."""

    year: int | None
    first: dt.date | None = None
    last: dt.date | None = None
    day: tuple[int, int] | None = None
    """The month and day that a heading gives without their year."""

    @property
    def near(self) -> dt.date | None:
        """A day close enough to tell the years of cited days."""
        if self.first and self.last:
            return self.first + (self.last - self.first) / 2
        return dt.date(self.year, 12, 31) if self.year else None


def frame(masthead: Masthead | None, style: Style) -> Frame:
    """The year of the volume, and the span of days that the issue number allows."""
    day = masthead.day if masthead else None
    if masthead is None or masthead.volume is None or style.year_base is None:
        return Frame(None, day=day)
    year = style.year_base + masthead.volume
    if year not in _YEARS:
        return Frame(None, day=day)
    if not style.counts_working_days or not masthead.issue:
        return Frame(year, day=day)
    number = masthead.issue
    began = dt.date(year, 1, 2)  # New Year's Day is no working day
    if style.first_issue and style.first_issue.year == year:
        began = style.first_issue
    return Frame(
        year,
        _working_day(began, number - _DOUBLED - (number > 20)),
        _working_day(began, math.ceil(number * (1 + _SKIPPED_SHARE)) + _SKIPPED_DAYS),
        day,
    )


def given(document: Document, masthead: Masthead | None, option: dt.date | None) -> IssueDate | None:
    """The issue date that is written down somewhere: option, front matter, masthead, file name, in this order.

    Raises AttribError for an ``option`` of another age: no news is dated then.
    """
    if option:
        if option.year not in _YEARS:
            raise AttribError(f"issue date {option}: the year lies before {_YEARS.start} or after {_YEARS.stop - 1}")
        return IssueDate(option, "option", ("given on the command line",))
    if masthead and masthead.date:
        if full_date(document.meta.get("date", "")):
            return IssueDate(masthead.date, "front-matter", (f"the front matter says {document.meta['date']}",))
        return IssueDate(masthead.date, "masthead", ("the masthead gives it",))
    file = os.path.basename(document.path)
    for named in _IN_NAME.finditer(os.path.splitext(file)[0]):
        with contextlib.suppress(ValueError):  # February 30
            day = dt.date(*map(int, named.groups()))
            return IssueDate(day, "file-name", (f"the file is named {file}",))
    return None


def infer(document: Document, citations: Sequence[Citation], bounds: Frame) -> IssueDate:
    """The issue date that the cited days make likeliest, within what the masthead allows."""
    near = bounds.near or _latest_with_year(citations)
    cited = [(_kind(r), day) for c in citations for r in c.references for day in _days(r, near)]
    if near is None or not cited:
        return IssueDate(None, "none", ("no cited day with a known year",))
    if bounds.last:
        cited = [(kind, day) for kind, day in cited if day.last <= bounds.last] or cited
    papers = [day.first for kind, day in cited if kind in ("newspaper", "magazine")]  # a weekly is dated ahead
    wires = [day.last for kind, day in cited if kind not in ("newspaper", "magazine")]
    latest = max(papers + wires)
    if bounds.day and (told := _in_its_year(bounds.day, latest)):
        return IssueDate(told, "inferred", (f"a heading gives the day, and the last cited day, {latest}, its year",))
    words = list(_spoken(document, citations, near))
    start = max(latest, bounds.first or latest, dt.date(bounds.year, 1, 2) if bounds.year else latest)

    def likelihood(day: dt.date) -> float:
        score = sum(_WORD_FITS if day - back in days else _WORD_FAILS for back, days in words)
        for last, shares in ((papers, _PAPER), (wires, _WIRE)):
            if last:
                score += math.log(shares[min(_working_days(max(last), day), 2)])
        inside = day.year == (bounds.year or day.year) and (
            bounds.first is None or bounds.last is None or bounds.first <= day <= bounds.last
        )
        return score + (0.0 if inside else _OUT_OF_BOUNDS)

    best = max(_weekdays(start), key=lambda day: (likelihood(day), -day.toordinal()))
    return IssueDate(best, "inferred", tuple(_reasons(best, papers, wires, words, bounds)))


def _in_its_year(day: tuple[int, int], latest: dt.date) -> dt.date | None:
    """The day in the year that follows the last cited day soonest; none where that is too long ago to tell it."""
    for year in (latest.year, latest.year + 1):
        with contextlib.suppress(ValueError):  # February 29
            found = dt.date(year, *day)
            if -_ONE_DAY <= found - latest <= _LONGEST_GAP:
                return found
    return None


def _reasons(
    day: dt.date,
    papers: Sequence[dt.date],
    wires: Sequence[dt.date],
    words: Sequence[tuple[dt.timedelta, frozenset[dt.date]]],
    bounds: Frame,
) -> Iterable[str]:
    if bounds.year:
        yield f"the volume is of {bounds.year}"
    if bounds.first and bounds.last:
        yield f"the issue number lies between {bounds.first} and {bounds.last}"
    if papers:
        yield f"the last paper cited is of {max(papers)}"
    if wires:
        yield f"the last wire or broadcast cited is of {max(wires)}"
    fitting = sum(day - back in days for back, days in words)
    if words:
        yield (
            f"{fitting} of {len(words)} times that “today” or “yesterday” stands before a citation, "
            "it fits the days cited"
        )


def _spoken(
    document: Document, citations: Sequence[Citation], near: dt.date
) -> Iterable[tuple[dt.timedelta, frozenset[dt.date]]]:
    """Each "today" or "yesterday" of a passage, with the days of the citation that closes it.

    A wire of today is of yesterday's news as often as not, so "today" is asked of papers alone.
    """
    paragraphs = [block.span.start for block in document.blocks]
    end = 0
    for citation in citations:
        begun = bisect_right(paragraphs, citation.span.start) - 1
        passage = document.prose[max(end, paragraphs[begun]) : citation.span.start]
        end = citation.span.end
        yesterday = "esterday" in passage and _YESTERDAY.search(passage)
        today = "oday" in passage and _TODAY.search(passage)
        if not (yesterday or today):
            continue
        days = [(r, day) for r in citation.references for d in _days(r, near) for day in _all(d)]
        papers = frozenset(day for r, day in days if _kind(r) == "newspaper")
        if yesterday and days:
            yield _ONE_DAY, frozenset(day for _, day in days)
        if today and papers:
            yield dt.timedelta(0), papers


def _days(reference: Reference, near: dt.date | None) -> Iterable[Days]:
    """The days of a reference that figures give; a month tells no issue date, and "yesterday" is told by it."""
    exact = (d for d in reference.written_dates if d.ranges and all(last.day for _, last in d.ranges))
    return (day for written in exact for day in resolve(written, near))


def _all(days: Days) -> Iterable[dt.date]:
    first, last = days
    for back in range(min((last - first).days, 6) + 1):
        yield last - back * _ONE_DAY


def _kind(reference: Reference) -> str | None:
    if len(reference.candidates) == 1:
        return reference.candidates[0].kind
    kinds = {s.kind for s in reference.candidates}
    return kinds.pop() if len(kinds) == 1 else None


def _latest_with_year(citations: Sequence[Citation]) -> dt.date | None:
    dated = (w for c in citations for r in c.references for w in r.written_dates if w.ranges)
    full = [day.last for written in dated for day in resolve(written, None)]
    return max(full, default=None)


def _working_day(first: dt.date, number: int) -> dt.date:
    """The working day of that number from ``first`` on (1 is the first), not past the year's end."""
    monday = first - dt.timedelta(days=first.weekday())
    weeks, days = divmod(min(first.weekday(), 5) + max(number, 1) - 1, 5)
    return min(monday + dt.timedelta(weeks=weeks, days=days), dt.date(first.year, 12, 31))


def _working_days(first: dt.date, last: dt.date) -> int:
    """Working days from one day to a later one; the days of a weekend count as one with the working day after."""
    days = 0
    while last > first:
        days += last.weekday() < 5
        last -= _ONE_DAY
    return days


def _weekdays(start: dt.date) -> Iterable[dt.date]:
    found = 0
    while found < _CANDIDATES:
        if start.weekday() < 5 and (start.month, start.day) != (1, 1):
            found += 1
            yield start
        start += _ONE_DAY
