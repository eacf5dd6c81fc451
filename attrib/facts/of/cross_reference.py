"""Facts of a cross-reference: another issue of this publication or of a sister."""

from __future__ import annotations

from attrib.facts.days import fault, weekday_wrong
from attrib.facts.view import View
from attrib.model import Span


def count(view: View) -> int:
    return len(view.cross_references)


def span(view: View, cross_reference: int) -> Span:
    """The cross-reference."""
    return view.cross_references[cross_reference].span


def text(view: View, cross_reference: int) -> str:
    """The cross-reference as it stands, blanks made single."""
    return " ".join(span(view, cross_reference).of(view.prose).split())


def publication(view: View, cross_reference: int) -> str | None:
    """The publication it names."""
    return view.cross_references[cross_reference].publication


def dated(view: View, cross_reference: int) -> bool:
    """Whether it gives a day."""
    return bool(view.cross_references[cross_reference].written_dates)


def days_ahead(view: View, cross_reference: int) -> int | None:
    """By how many days the last day it gives lies after the issue date; 0 is the issue itself, -1 the day before."""
    dates = view.cross_references[cross_reference].dates
    if not dates or view.issued is None:
        return None
    return (max(days.last for days in dates) - view.issued).days


def date_fault(view: View, cross_reference: int) -> str | None:
    """What no calendar allows of a day it gives."""
    wrong = fault(view.cross_references[cross_reference].written_dates, view.issued)
    return wrong[1] if wrong else None


def date_fault_at(view: View, cross_reference: int) -> Span | None:
    """The words of the day that no calendar allows."""
    wrong = fault(view.cross_references[cross_reference].written_dates, view.issued)
    return wrong[0] if wrong else None


def weekday_fits(view: View, cross_reference: int) -> bool:
    """Whether every weekday written is that of its day."""
    own = view.cross_references[cross_reference]
    return weekday_wrong(own.written_dates, own.dates) is None


def repeated(view: View, cross_reference: int) -> bool:
    """Whether the bulletin already refers to the same issue further up."""
    return cross_reference in view.repeated


def issue_date_given(view: View, cross_reference: int) -> bool:
    """Whether the issue date was given (option, front matter, masthead, file name) and not inferred."""
    return view.date_given
