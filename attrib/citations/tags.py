"""The day that heads an item, "[3 DEC]", "July 20:" or its dateline's: that of what the item cites without one.

In a chronology each paragraph begins with its day: "2 July: Two aid workers were expelled (IRIN)".

A period, "3-9 May", is that of the issue: on which of its days a paper wrote, it does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.dates.written import alone, read
from attrib.matching.patterns import pattern
from attrib.model import Citation, Paragraph, Reference, Span, WrittenDate
from attrib.segment import datelines
from attrib.values import evolve

_TAG = pattern(r"[(\[]\s*(?P<day>[^()\[\]]{3,30}?)\s*[)\]]")
_DATELINE = pattern(r"(?P<place>[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z][A-Z.'’/-]+){0,4}),?\s+(?=[A-Z]?[\w.]* ?\d|\d)")
_LEAD_OUT = pattern(r"\s*(?:\([^()]{2,40}\)\s*)?(?:--|[–—:]|-\s)")
_LONGEST = 40


def read_tags(prose: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Span, WrittenDate]]:
    """Each such day, with the stretch of its item behind it, in order."""
    for i, paragraph in enumerate(paragraphs):
        if paragraph.kind == "headline":
            day = _of_headline(prose, paragraph)
        else:
            day = _of_dateline(prose, paragraph) or _of_entry(prose, paragraph)
        if day and _is_one(day):
            item = [p for p in paragraphs[i:] if p.item == paragraph.item]
            yield Span(paragraph.span.start, item[-1].span.end), evolve(day, form="implied")


def _is_one(day: WrittenDate) -> bool:
    return len(day.ranges) == 1 and day.ranges[0][0] == day.ranges[0][1]


def dated(citations: Sequence[Citation], tags: Sequence[tuple[Span, WrittenDate]]) -> tuple[Citation, ...]:
    """The citations whose known sources have the day of their item where they have none of their own."""
    return tuple(
        evolve(c, references=tuple(_dated(r, day) for r in c.references))
        if (day := next((day for span, day in reversed(tags) if span.holds(c.span)), None))
        else c
        for c in citations
    )


def _dated(reference: Reference, day: WrittenDate) -> Reference:
    return (
        evolve(reference, written_dates=(day,)) if reference.candidates and not reference.written_dates else reference
    )


def _of_headline(prose: str, headline: Paragraph) -> WrittenDate | None:
    """The day that is a headline, or alone in a bracket that opens or closes one."""
    if day := alone(prose, *headline.span):
        return day
    for tag in _TAG.finditer(prose, *headline.span):
        edge = not prose[headline.span.start : tag.start()].strip() or not prose[tag.end() : headline.span.end].strip()
        day = next(read(prose, *tag.span("day")), None)
        if edge and day and day.span == tag.span("day"):
            return day
    return None


def _of_entry(prose: str, paragraph: Paragraph) -> WrittenDate | None:
    """The day of "2 July: " at the head of a paragraph."""
    start, end = paragraph.span
    dated = paragraph.kind == "prose" and datelines.is_dated(prose, start, end)
    return next(read(prose, start, min(end, start + _LONGEST)), None) if dated else None


def _of_dateline(prose: str, paragraph: Paragraph) -> WrittenDate | None:
    """The day of "ALMATY, 27 October (Interfax) --" at the head of a paragraph."""
    place = _DATELINE.match(prose, *paragraph.span) if paragraph.kind == "prose" else None
    if place is None:
        return None
    day = next(read(prose, place.end(), min(place.end() + _LONGEST, paragraph.span.end)), None)
    begins = day is not None and day.span.start == place.end()
    return day if day and begins and _LEAD_OUT.match(prose, day.span.end, paragraph.span.end) else None
