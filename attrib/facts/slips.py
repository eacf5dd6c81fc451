"""The slip of January: last year's year in a day of this one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrib.facts import bygone, happened
from attrib.matching.patterns import pattern
from attrib.model import Days, Span

if TYPE_CHECKING:
    from attrib.facts.view import View

_NEWS = dt.timedelta(days=31)  # news is mostly cited within the month
_SLACK = dt.timedelta(days=1)  # for time zones
_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def meant(view: View, reference: int) -> dt.date | None:
    """The day that was probably meant, a year after the one that is written; ``None`` where that one may be right.

    It would be news on the issue date, and the day that is written is none: another source of the citation is news, or
    what is told happened later than that, or nothing newer carries it. What the text says lies back is left alone.
    """
    own, issued = view.references[reference], view.issued
    if issued is None or len(own.dates) != 1 or own.dates[0].last.year >= issued.year:
        return None
    written = own.dates[0].last
    if year_at(view, reference) is None or (written.month, written.day) == (2, 29):
        return None
    later = written.replace(year=written.year + 1)
    if not issued - _NEWS <= later <= issued:
        return None
    carried = [c for c in view.passages[view.cited_in[reference]] if view.analysis.claims[c].kind == "reported"]
    if not carried or any(bygone.is_told(view, view.analysis.claims[c], written, issued) for c in carried):
        return None
    others = [r for r in view.analysis.citations[view.cited_in[reference]].references if r.span != own.span]
    if any(days == Days(later, later) and other.source == own.source for other in others for days in other.dates):
        return None  # "AFP, January 3, 2005; AFP, January 3, 2006" compares
    if any(issued - _NEWS <= days.last <= issued for other in others for days in other.dates):
        return later
    events = [event.days.first for c in carried for event in happened.past(view, c)]
    if any(later - _NEWS <= day <= later + _SLACK for day in events):
        return later
    return later if any(view.carriers[c].newest == written for c in carried) else None


def year_at(view: View, reference: int) -> Span | None:
    """Where a reference of one day, which no other shares, has its year; ``None`` where it has none."""
    dates = view.references[reference].written_dates
    if len(dates) != 1 or len(dates[0].ranges) != 1 or dates[0].ranges[0][1].day is None:
        return None
    found = _YEAR.search(view.prose, *dates[0].span) if dates[0].ranges[0][1].year else None
    return Span(*found.span()) if found else None


def found(view: View) -> frozenset[int]:
    """The references with such a slip."""
    return frozenset(reference for reference in range(len(view.references)) if meant(view, reference))


def in_claim(view: View, claim: int) -> bool:
    """Whether a reference that carries a claim has such a slip."""
    if not (slipped := view.slipped):
        return False
    links = view.analysis.supports[claim].links
    return any(view.first_references[link.citation] + link.reference in slipped for link in links)
