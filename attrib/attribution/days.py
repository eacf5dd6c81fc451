"""The day that running text gives to what somebody said: "Vedomosti wrote on May 16", "Reuters on 4 December said"."""

from __future__ import annotations

from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Span

_REACH = 48  # code points from the verb to the end of the day
_BETWEEN = pattern(
    r"(?:\s+(?:the\s+)?[“\"«]?[A-Z][\w.&’'-]*(?:\s[A-Z][\w.-]*){0,3}[”\"»]?)?\s*(?:\(|,)?\s*(?:(?:on|of|for|dated|from)\s+)?"
)
_HEAD = pattern(r",?\s+(?:(?:on|of|from|in)\s+)?\d[\d\s,and–-]*\Z")


def has_day(prose: str, said: Attribution) -> bool:
    """Whether a day stands right behind the outlet, or behind its verb and whom it told."""
    return day_at(prose, said) is not None


def day_at(prose: str, said: Attribution) -> Span | None:
    """Where that day stands."""
    for place in (said.cue, said.source):
        if place is not None:
            day = next(written.read(prose, place.end, place.end + _REACH), None)
            if day and _BETWEEN.fullmatch(prose, place.end, day.span.start):
                return day.span
    return None


def without(prose: str, source: Span) -> Span:
    """A source without the head of a day behind it: "Reuters" of "Reuters on 4 December reported"."""
    if not prose[source.end - 1].isdigit():
        return source
    head = _HEAD.search(prose, *source)
    day = next(written.read(prose, head.start(), source.end + _REACH), None) if head else None
    return Span(source.start, head.start()) if head and day and day.span.start < source.end < day.span.end else source
