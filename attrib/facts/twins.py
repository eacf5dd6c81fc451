"""What stands further left in the citation of a reference: the same source again, the same day."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.model import Reference, Span


def twin(view: View, reference: int, *, same_dates: bool) -> Reference | None:
    """The first further left that is the same source, and of the same dates where that is asked."""
    own = view.references[reference]
    for other in view.further_left[reference]:
        same = other.source.id == own.source.id if other.source and own.source else other.written == own.written
        if same and other.written != own.written:  # two services of one station are none twice
            same = not any(map(view.registry.is_part, (other.written, own.written)))
        same = same and (other.via, other.title, other.url) == (own.via, own.title, own.url)
        if same and (not same_dates or _days(other) == _days(own)):
            return other
    return None


def removable(view: View, reference: int) -> Span | None:
    """What to take out so that a reference goes and others keep their dates; ``None`` where it is the first."""
    own, left = view.references[reference], view.further_left[reference]
    if not left or left[-1].span.end > own.span.start:
        return None
    before = left[-1]
    if before.written_dates == own.written_dates and not all(before.span.holds(d.span) for d in before.written_dates):
        return Span(before.span.end, own.name_span.end)  # "Interfax, AFP, May 3": the date is Interfax's too
    return Span(before.span.end, own.span.end)


def shares_date(view: View, reference: int) -> bool:
    """Whether one further left has the same date words."""
    left, dates = view.further_left[reference], view.references[reference].written_dates
    return bool(left and dates) and dates in [other.written_dates for other in left]


def _days(reference: Reference) -> object:
    return reference.dates or tuple(date.ranges for date in reference.written_dates)
