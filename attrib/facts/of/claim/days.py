"""Facts of a claim: the days that it gives, and those of what carries it."""

from __future__ import annotations

import datetime as dt

from attrib import wording
from attrib.facts import bygone, crossed, happened, slips
from attrib.facts.days import weekday_of
from attrib.facts.view import View
from attrib.model import Span


def events(view: View, claim: int) -> int:
    """How many days it gives to something that happened."""
    return len(happened.past(view, claim))


def event_at(view: View, claim: int) -> Span | None:
    """The words of the first day that it gives to something that happened."""
    return next((event.span for event in happened.past(view, claim)), None)


def lead(view: View, claim: int) -> int | None:
    """By how many days its newest reference precedes the event it tells of; unknown without days on both sides."""
    past = happened.past(view, claim)
    linked = view.linked[claim] if past else ()
    if not linked or not all(reference.dates for reference in linked):
        return None
    newest = view.carriers[claim].newest
    return (max([event.days.first for event in past]) - newest).days if newest else None


def days_ahead(view: View, claim: int) -> int | None:
    """By how many days an event lies after the issue date that no word of its claim speaks of as still to come."""
    ahead = happened.ahead(view, claim)
    return (ahead.days.first - view.issued).days if ahead and view.issued else None


def ahead_at(view: View, claim: int) -> Span | None:
    """The words of that day after the issue date."""
    ahead = happened.ahead(view, claim)
    return ahead.span if ahead else None


def weekday_wrong_at(view: View, claim: int) -> Span | None:
    """The words of a day that was another weekday than the one beside it; unknown where the year may be another."""
    wrong = happened.misfit(view, claim)
    return wrong.span if wrong else None


def weekday(view: View, claim: int) -> str | None:
    """The weekday that it was."""
    wrong = happened.misfit(view, claim)
    return weekday_of(wrong.days.first) if wrong else None


def weekday_day(view: View, claim: int) -> dt.date | None:
    """The day that was another weekday."""
    wrong = happened.misfit(view, claim)
    return wrong.days.first if wrong else None


def weekday_fits(view: View, claim: int) -> str | None:
    """Of the weekday beside it the nearest day that was one, and who that carries the claim is dated so."""
    fitting = happened.fitting(view, claim)
    if fitting is None:
        return None
    named, day = fitting
    dated = [own.written for own in view.linked[claim] if any(days.first <= day <= days.last for days in own.dates)]
    return f"{named} was {wording.day(day)}" + (f", the day of {dated[0]}" if dated else "")


def age(view: View, claim: int) -> int | None:
    """Days from the newest reference that carries it to the issue date; unknown without dates."""
    issued, newest = view.issued, view.carriers[claim].newest
    return (issued - newest).days if issued and newest else None


def year_slip(view: View, claim: int) -> bool:
    """Whether a reference that carries it bears last year's year, where this year's is probably meant."""
    return slips.in_claim(view, claim)


def lies_back(view: View, claim: int) -> bool:
    """Whether its words say that it lies back as far as its newest reference: by a day, a month, "had been"."""
    newest = view.carriers[claim].newest
    return bool(newest and view.issued and bygone.is_told(view, view.analysis.claims[claim], newest, view.issued))


def issue_date_given(view: View, claim: int) -> bool:
    """Whether the issue date was given (option, front matter, masthead, file name) and not inferred."""
    return view.date_given


# --- references to other issues ---------------------------------------------------------------------------------------


def cross_reference(view: View, claim: int) -> bool:
    """Whether its sentence ends in a cross-reference to another issue."""
    return view.analysis.claims[claim].sentence in view.referring


def crossed_lead(view: View, claim: int) -> int | None:
    """By how many days the newest issue that its sentence refers to precedes what it tells of, by day or month.

    Unknown where it refers to none, and without days on both sides.
    """
    told, referred = crossed.told(view, claim), crossed.newest(view, claim)
    return (told[1] - referred).days if told and referred else None


def crossed_at(view: View, claim: int) -> Span | None:
    """The words of the first day or month that it tells of, where its sentence refers to another issue."""
    told = crossed.told(view, claim)
    return told[0] if told else None
