"""The day that running text gives to what an outlet reported: "Vedomosti wrote on May 16", "told Interfax on May 3"."""

from __future__ import annotations

from attrib.dates import written
from attrib.model import Attribution
from attrib.patterns import pattern

_REACH = 48  # code points from the verb to the end of the day
_BETWEEN = pattern(
    r"(?:\s+(?:the\s+)?[“\"«]?[A-Z][\w.&’'-]*(?:\s[A-Z][\w.-]*){0,3}[”\"»]?)?\s*(?:\(|,)?\s*(?:(?:on|of|for|dated|from)\s+)?"
)


def has_day(prose: str, said: Attribution) -> bool:
    """Whether a day stands right behind the outlet, or behind its verb and whom it told."""
    for place in (said.cue, said.source):
        if place is not None:
            day = next(written.read(prose, place.end, place.end + _REACH), None)
            if day and _BETWEEN.fullmatch(prose, place.end, day.span.start):
                return True
    return False
