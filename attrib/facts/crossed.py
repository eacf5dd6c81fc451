"""What a statement tells of, and the issue of the bulletin that it leans on."""

from __future__ import annotations

import datetime as dt

from attrib.dates import written
from attrib.dates.years import resolve
from attrib.facts.view import View
from attrib.model import Span


def newest(view: View, claim: int) -> dt.date | None:
    """The last day of the issues that its sentence refers to."""
    referred = view.referring.get(view.analysis.claims[claim].sentence, ())
    return max((days.last for other in referred for days in other.dates), default=None)


def told(view: View, claim: int) -> tuple[Span, dt.date] | None:
    """The first day on which something happened that it tells of, or the first of such a month, with its words.

    ``None`` where its sentence refers to no issue.
    """
    own = view.analysis.claims[claim]
    referred = view.referring.get(own.sentence)
    if not referred:
        return None
    found = [(event.days.first, event.span) for event in own.events if not event.planned]
    for date in written.read(view.prose, *own.span):
        if date.ranges[0][0].day is None and not any(other.span.meets(date.span) for other in referred):
            found += [(days.first, date.span) for days in resolve(date, view.issued)]
    first = min(found, default=None)
    return (first[1], first[0]) if first else None
