"""Whether a text says itself that something lies back as far as what is cited for it, which is not stale then."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from attrib.dates import MONTHS
from attrib.facts.words import bygone
from attrib.matching.patterns import pattern
from attrib.model import Claim, Span

if TYPE_CHECKING:
    from attrib.facts.view import View

# "in late December", "last May", "from October to", "December 2006"; of "December 7" the events know the day.
_MONTH = pattern(
    r"\b(?i:in|of|since|from|during|until|by|last|late|early|mid|the)[ -]+(?:(?:late|early|mid|last)[ -]+)?"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!,? \d{{1,2}}\b)(?:,? (?P<year>\d{{4}})\b)?"
)
_SEASON = pattern(
    r"\b(?:last|this|that|early|late|(?:in|over|during|since) the) (?P<season>spring|summer|autumn|fall|winter)\b"
)
_YEAR = pattern(r"\b(?:[Ii]n|during|for|of) ((?:19|20)\d\d)\b")
_TOLD_WITHIN = dt.timedelta(days=10)  # of an event its reports may come so much later


def is_told(view: View, claim: Claim, newest: dt.date, issued: dt.date) -> bool:
    """Whether it "had been", or its day, month, season or year is that of ``newest``, the last report of it."""
    had = _pluperfect_at(view.prose, claim.span)
    if had and not view.said_by_somebody(had):
        return True
    happened = (event.days for event in claim.events if not event.planned)
    if any(days.first <= newest <= days.last + _TOLD_WITHIN for days in happened):
        return True
    words = claim.span.of(view.prose)
    told = (newest, newest - _TOLD_WITHIN)
    if any(month in words for month in MONTHS) and any(
        found["month"] == MONTHS[day.month - 1] and int(found["year"] or day.year) == day.year
        for found in _MONTH.finditer(words)
        for day in told
    ):
        return True
    past = {newest.year, newest.year - 1} - {issued.year}  # the figures of a year come out in the next
    if any(int(found[1]) in past for found in _YEAR.finditer(words)):
        return True
    lowered, times = words.lower(), bygone()
    if any(phrase in lowered for phrase in times["month_before"]):
        before = issued.replace(day=1) - dt.timedelta(days=1)
        return any((day.year, day.month) == (before.year, before.month) for day in told)
    if any(phrase in lowered for phrase in times["year_before"]):
        return newest.year == issued.year - 1
    if any(phrase in lowered for phrase in times["long_ago"]):
        return True
    return any(MONTHS[newest.month - 1] in times[found["season"]] for found in _SEASON.finditer(lowered))


def _pluperfect_at(prose: str, span: Span) -> Span | None:
    """Where the main clause of a claim says that something "had been" or "had already begun"."""
    if prose.find("had ", span.start, span.end) < 0:
        return None
    found = _pluperfect().search(prose, span.start, span.end)
    if found is None or _subordinate().search(prose, span.start, found.start()):
        return None
    return Span(*found.span())


@cache
def _pluperfect() -> re.Pattern[str]:
    participle = "|".join((r"\w+ed", *bygone()["participles"]))
    return pattern(rf"\bhad (?:(?:not|never|just|first|then|also|long|\w+ly) )?(?:{participle})\b")


@cache
def _subordinate() -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(bygone()['subordinate'])})\b")
