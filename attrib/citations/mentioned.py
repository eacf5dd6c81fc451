"""Cross-references in running text: "as the Monitor reported on May 5", "yesterday's Monitor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.citations.words import CitationWords
from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Bracket, Citation, CrossReference, Paragraph, Span, WrittenDate, meeting

_SPOKEN = pattern(
    r"\b(?P<day>[Yy]esterday|[Tt]oday|(?:Mon|Tues|Wednes|Thurs|Fri)day)['’]s\s+(?:issue\s+of\s+)?(?:the\s+)?[\"“]?\Z"
)
_LED = pattern(r"\b(?:[Ss]ee(?:\s+also)?|cf\.?)\s+(?:the\s+)?[\"“]?\Z")
_PART_OF_A_NAME = pattern(r"\b(?!The\b|As\b|See\b|In\b|And\b)[A-Z]\w*\s+\Z")  # "Christian Science Monitor"
_REACH = 40


def read(
    prose: str,
    paragraphs: Sequence[Paragraph],
    brackets: Sequence[Bracket],
    citations: Sequence[Citation],
    ends: Sequence[str],
    words: CitationWords,
) -> tuple[CrossReference, ...]:
    """The issues of the bulletin and of its sisters that paragraphs name outside of ``brackets`` and ``citations``.

    One has its day with it, or "see" or "yesterday's" before it; of a bare name nobody knows what it is. ``ends`` are
    the last words of such names that the text holds.
    """
    if not ends:
        return ()
    taken: list[Span] = []
    for span in sorted({*(b.span for b in brackets), *(c.span for c in citations)}):
        if not taken or span.start >= taken[-1].end:
            taken.append(span)
    return tuple(
        found
        for paragraph in paragraphs
        if any(prose.find(end, *paragraph.span) >= 0 for end in ends)
        for found in _read(prose, paragraph, taken, words)
    )


def _read(prose: str, paragraph: Paragraph, taken: Sequence[Span], words: CitationWords) -> Iterator[CrossReference]:
    for found in words.issues.finditer(prose, *paragraph.span):
        name = Span(*found.span())
        before = max(paragraph.span.start, name.start - _REACH)
        if meeting(taken, name) or _PART_OF_A_NAME.search(prose, before, name.start):
            continue
        spoken = _SPOKEN.search(prose, before, name.start)
        led = _LED.search(prose, before, name.start)
        day = _day(prose, name, paragraph.span.end, words)
        start = spoken.start() if spoken else name.start
        if spoken:
            at = Span(*spoken.span("day"))
            said = WrittenDate(at, (), "implied", spoken=spoken["day"].lower())
            yield CrossReference(Span(start, name.end), name.of(prose), (said,))
        elif day:
            yield CrossReference(Span(start, day.span.end), name.of(prose), (day,))
        elif led:
            yield CrossReference(name, name.of(prose))


def _day(prose: str, name: Span, end: int, words: CitationWords) -> WrittenDate | None:
    """The day right behind a name, a verb of reporting between them or not."""
    lead = words.issue_told.match(prose, name.end, end)
    day = next(written.read(prose, lead.end(), min(end, lead.end() + _REACH)), None) if lead else None
    return day if lead and day and day.span.start == lead.end() else None
