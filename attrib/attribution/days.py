"""The day that running text gives to what somebody said: "Vedomosti wrote on May 16", "Reuters on 4 December said"."""

from __future__ import annotations

from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Span, WrittenDate

_REACH = 48  # code points from the verb to the end of the day
_CAPITAL = r"[^\W\d_a-z]"
_BETWEEN = pattern(
    rf"(?:(?:,?\s+to)?\s+(?:the\s+(?:[a-z-]+\s+){{0,2}})?[“\"«]?{_CAPITAL}[\w.&’'-]*(?:\s{_CAPITAL}[\w.-]*){{0,3}}[”\"»]?)?"
    r"\s*(?:\(|,)?\s*(?:(?:on|of|for|dated|from)\s+)?"
)
_HEAD = pattern(r",?\s+(?:(?:on|of|from|in)\s+)?\d[\d\s,and–-]*\Z")


def day_of(prose: str, said: Attribution) -> WrittenDate | None:
    """The day that stands right behind the outlet, or behind its verb and whom it told."""
    for place in (said.cue, said.source):
        if place is not None:
            day = next(written.read(prose, place.end, place.end + _REACH), None)
            if day and _BETWEEN.fullmatch(prose, place.end, day.span.start):
                return day
    return None


def without(prose: str, source: Span) -> Span:
    """A source without the head of a day behind it: "Reuters" of "Reuters on 4 December reported"."""
    if not prose[source.end - 1].isdigit():
        return source
    head = _HEAD.search(prose, *source)
    day = next(written.read(prose, head.start(), source.end + _REACH), None) if head else None
    return Span(source.start, head.start()) if head and day and day.span.start < source.end < day.span.end else source
