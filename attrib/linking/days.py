"""The day rule: what was printed before an event cannot carry it."""

from __future__ import annotations

import datetime as dt

from attrib.model import Claim, Event, Reference


def last_event(claim: Claim) -> Event | None:
    """The last thing that has happened in a claim; what is planned has no day yet."""
    return max((e for e in claim.events if not e.planned), key=lambda e: e.days.first, default=None)


def can_carry(reference: Reference, event: Event, slack: dt.timedelta = dt.timedelta(0)) -> bool:
    """Whether a reference is of the event's day or later; one without a day may be."""
    return not reference.dates or max(d.last for d in reference.dates) + slack >= event.days.first
