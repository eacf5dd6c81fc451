"""Citations in running text: "ITAR-TASS reported on 3 December", "according to Interfax the same day"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.dates import written
from attrib.model import Citation, Mention, Paragraph, Reference, Sentence, Span, WrittenDate

_REACH = 90  # how far from an outlet its day may stand, in code points, within one sentence
_CUE = re.compile(
    r"\b(?:reported|reports|said|says|wrote|writes|announced|quoted|cited|told|according to|carried|broadcast|published|aired"
    r"|commented|claimed|noted|added|revealed|disclosed|confirmed|stated|by|on)\b"
)
_SAME_DAY = re.compile(r"\b(?:the same day|that day|the previous day|the next day|the following day)\b")


def read(
    prose: str, paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], taken: Sequence[Span]
) -> tuple[Citation, ...]:
    """The outlets named with a verb of reporting and a day, outside of brackets; a "same day" takes the day before it.

    The span runs from the outlet or the verb to the day.
    """
    found = []
    for sentence in sentences:
        here = [m for m in mentions if sentence.span.holds(m.span) and not any(t.meets(m.span) for t in taken)]
        if not here:
            continue
        days = _days(prose, sentence.span)
        for i, mention in enumerate(here):
            limit = here[i + 1].span.start if i + 1 < len(here) else sentence.span.end
            cited = _cited(prose, sentence.span, mention, limit, days)
            if cited:
                found.append(Citation(cited[0], "inline", paragraph.number, (_reference(mention, cited, prose),)))
    return tuple(found)


def _days(prose: str, span: Span) -> list[tuple[Span, tuple[WrittenDate, ...]]]:
    dates = [(d.span, (d,)) for d in written.read(prose, span.start, span.end)]
    days: list[tuple[Span, tuple[WrittenDate, ...]]] = list(dates)
    for same in _SAME_DAY.finditer(prose, span.start, span.end):
        before = [d for at, d in dates if at.end <= same.start()]
        if same[0] in ("the same day", "that day") and before:
            days.append((Span(*same.span()), before[-1]))
    return sorted(days)


def _cited(
    prose: str, sentence: Span, mention: Mention, limit: int, days: Sequence[tuple[Span, tuple[WrittenDate, ...]]]
) -> tuple[Span, tuple[WrittenDate, ...]] | None:
    """The span and day of an inline citation of this outlet, if the day follows it with a verb beside it."""
    if all(s.common_word for s in mention.sources):
        return None
    lead = prose[max(sentence.start, mention.span.start - 25) : mention.span.start]
    before = re.search(r"\b(?:according to|told|reported by|quoted by|cited by|interview with)\s+(?:the\s+)?(?:\w+\s+)?\Z", lead)
    for at, dates in days:
        if not mention.span.end <= at.start < min(limit, mention.span.end + _REACH):
            continue
        between = prose[mention.span.end : at.start]
        adjacent = re.fullmatch(r"(?:,|\s|\"|”|news agency|agency|television|TV|radio|daily)*(?:on|in its issue of)?\s*", between)
        cue = _CUE.search(between) or (adjacent and _CUE.search(prose, at.end, min(sentence.end, at.end + 25)))
        if before or (cue and not re.search(r"[;:]", between)):
            start = mention.span.start - len(lead) + before.start() if before else mention.span.start
            return Span(start, at.end), dates
    return None


def _reference(mention: Mention, cited: tuple[Span, tuple[WrittenDate, ...]], prose: str) -> Reference:
    return Reference(
        span=Span(mention.span.start, max(mention.span.end, cited[0].end)),
        name_span=mention.span,
        written=mention.span.of(prose),
        candidates=mention.sources,
        written_dates=cited[1],
    )
