"""The day rule: what was printed before an event cannot carry it."""

from __future__ import annotations

import datetime as dt

from attrib.model import Claim, Event, Reference


def last_event(claim: Claim) -> Event | None:
    """The last thing that has happened in a claim; what is planned has no day yet."""
    last = None
    for event in claim.events:
        if not event.planned and (last is None or event.days.first > last.days.first):
            last = event
    return last


def can_carry(reference: Reference, event: Event, slack: dt.timedelta = dt.timedelta(0)) -> bool:
    """Whether a reference is of the event's day or later; one without a day may be."""
    dates = reference.dates
    if not dates:
        return True
    last = dates[0].last if len(dates) == 1 else max([days.last for days in dates])
    return (last + slack if slack else last) >= event.days.first
