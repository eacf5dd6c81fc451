"""The days that a claim gives to what happened: past, ahead of the issue, on a weekday that was another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrib.attribution.days import day_of
from attrib.dates import WEEKDAYS
from attrib.facts.days import weekday_misfits
from attrib.matching.patterns import pattern
from attrib.model import Event, Span

if TYPE_CHECKING:
    from attrib.facts.view import View

_HALF_WEEK = 3
_LONGEST_WORD = 10  # code points of "according" with a blank
_FIGURE = pattern(r"\s(?:about |some |nearly |almost |over |only |just )?(?P<figure>(?:US)?[$€£]?\d)")


def past(view: View, claim: int) -> list[Event]:
    """The events that it does not speak of as planned."""
    events = view.analysis.claims[claim].events
    return [event for event in events if not event.planned] if events else []


def ahead(view: View, claim: int) -> Event | None:
    """A day by its date (a weekday may be last week's) after the issue date, in a claim without a word of plans."""
    own = view.analysis.claims[claim]
    for event in own.events:
        if view.issued and event.days.first > view.issued and any(map(str.isdigit, event.span.of(view.prose))):
            if _cited(view, claim, event) or any(reported(view, a) == event for a in own.attributions):
                continue
            return None if _is_planned(view, own.span, event) else event
    return None


def _is_planned(view: View, where: Span, event: Event) -> bool:
    """Whether a word of plans stands there; "raised to 42 to the dollar" has none, nor has "announced on May 9".

    What stands behind a colon or a semicolon is told by itself.
    """
    begun = max(view.prose.rfind(mark, where.start, event.span.start) for mark in ":;")
    where = Span(max(begun + 1, where.start), where.end)
    while word := view.words_in("plans", where):
        if not (_is_beside_figure(view.prose, word, event) or _is_dated(view, word, event) or _is_joined(view, word)):
            return True
        where = Span(word.end, where.end)
    return False


def _is_beside_figure(prose: str, word: Span, event: Event) -> bool:
    """Whether it only joins a figure: "to 42", "by $3 million", "42 to the dollar", and not "by May 9"."""
    behind = _FIGURE.match(prose, word.end)
    if behind and not Span(behind.start("figure"), behind.end()).meets(event.span):
        return True
    return word.of(prose).lower() == "to" and prose[word.start - 2 : word.start - 1].isdigit()


def _is_joined(view: View, word: Span) -> bool:
    """Whether it is part of a preposition: "according to"."""
    found = view.words_in("prepositions", Span(max(0, word.start - _LONGEST_WORD), word.end + _LONGEST_WORD))
    return found is not None and found.holds(word)


def _is_dated(view: View, word: Span, event: Event) -> bool:
    """Whether it is an act of that day, and no plan for it: "was announced on May 9"."""
    return view.words_in("acts", word) == word and view.prose[word.end : event.span.start].strip() in ("", "on")


def reported(view: View, attribution: int) -> Event | None:
    """The day that running text gives to what an outlet reported ("Vedomosti wrote on May 16"), and no citation has."""
    own = view.analysis.attributions[attribution]
    day = day_of(view.prose, own) if own.outlet else None
    for claim in view.attribution_claims.get(attribution, ()) if day else ():
        for event in view.analysis.claims[claim].events:
            if day and event.span.meets(day.span) and not _cited(view, claim, event):
                return event
    return None


def misfit(view: View, claim: int) -> Event | None:
    """A day that was another weekday than the one beside it; a citation's own day is none of the claim's."""
    own = view.analysis.claims[claim]
    for event in own.events:
        day, last = event.days
        wrong = day == last and weekday_misfits(event.span.of(view.prose), day, view.issued)
        if wrong and not _cited(view, claim, event):
            return event
    return None


def fitting(view: View, claim: int) -> tuple[str, dt.date] | None:
    """The weekday of that misfit, and the day nearest to it that was one."""
    wrong = misfit(view, claim)
    if wrong is None:
        return None
    day = wrong.days.first
    named = WEEKDAYS.index(wrong.span.of(view.prose).split(maxsplit=1)[0].strip(",.").capitalize())
    away = (named - day.weekday() + _HALF_WEEK) % 7 - _HALF_WEEK
    return WEEKDAYS[named], day + dt.timedelta(days=away)


def _cited(view: View, claim: int, event: Event) -> bool:
    """Whether its words are the day of a citation in running text, which has rules of its own."""
    citations = view.paragraph_citations.get(view.analysis.claims[claim].paragraph, ())
    return any(event.span.meets(date.span) for c in citations for date in view.dates_of(c))
