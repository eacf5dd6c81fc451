"""The day that heads an item, "[3 DEC]", "July 20:" or its dateline's: that of what the item cites without one.

A period is no day: "3-9 May" above a press review says when its papers came out, and not which day any one of them did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.dates.written import alone, read
from attrib.matching.patterns import pattern
from attrib.model import Citation, Paragraph, Reference, Span, WrittenDate
from attrib.values import evolve

_TAG = pattern(r"[(\[]\s*(?P<day>[^()\[\]]{3,30}?)\s*[)\]]")
_DATELINE = pattern(r"(?P<place>[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z][A-Z.'’/-]+){0,4}),?\s+(?=[A-Z]?[\w.]* ?\d|\d)")
_LEAD_OUT = pattern(r"\s*(?:\([^()]{2,40}\)\s*)?(?:--|[–—:]|-\s)")
_LONGEST = 40


def read_tags(prose: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Span, WrittenDate]]:
    """Each such day, with the stretch of its item behind it, in order."""
    for i, paragraph in enumerate(paragraphs):
        day = _of_headline(prose, paragraph) if paragraph.kind == "headline" else _of_dateline(prose, paragraph)
        if day and _is_one(day):
            item = [p for p in paragraphs[i:] if p.item == paragraph.item]
            yield Span(paragraph.span.start, item[-1].span.end), evolve(day, form="implied")


def dated(citations: Sequence[Citation], tags: Sequence[tuple[Span, WrittenDate]]) -> tuple[Citation, ...]:
    """The citations whose known sources have the day of their item where they have none of their own."""
    return tuple(
        evolve(c, references=tuple(_dated(r, day) for r in c.references))
        if (day := next((day for span, day in reversed(tags) if span.holds(c.span)), None))
        else c
        for c in citations
    )


def _is_one(date: WrittenDate) -> bool:
    (first, last), *others = date.ranges or ((None, None),)
    return first is not None and first == last and first.day is not None and not others


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


def _of_dateline(prose: str, paragraph: Paragraph) -> WrittenDate | None:
    """The day of "ALMATY, 27 October (Interfax) --" at the head of a paragraph."""
    place = _DATELINE.match(prose, *paragraph.span) if paragraph.kind == "prose" else None
    if place is None:
        return None
    day = next(read(prose, place.end(), min(place.end() + _LONGEST, paragraph.span.end)), None)
    begins = day is not None and day.span.start == place.end()
    return day if day and begins and _LEAD_OUT.match(prose, day.span.end, paragraph.span.end) else None
