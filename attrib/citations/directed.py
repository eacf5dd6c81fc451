"""Sentences that only send the reader elsewhere: of "See the Monitor, May 5, 12." the cross-references are taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.citations import grammar
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Bracket, CrossReference, Paragraph, Span, meeting
from attrib.registry import Registry
from attrib.values import evolve

_LONGEST = 240
_BEGIN = pattern(r"[.!?][)\"”’]*\s+(?=[A-Z])")
_CLOSING = ' "”’'
_ABOUT = pattern(r", (?:on|about|for) [^.;:]+")  # "see the Monitor, May 5, on the strike"
_END = pattern(r"\.?\s*\Z|\.(?=\s+[\"“A-Z(])")


def read(
    prose: str, paragraph: Paragraph, taken: Sequence[Span], registry: Registry, words: CitationWords
) -> Iterator[Bracket]:
    """Those of a paragraph outside the spans ``taken`` by brackets, each without its stop: all of it must be read."""
    first, end = paragraph.span
    done = first
    for start in (first, *(found.end() for found in _BEGIN.finditer(prose, first, end))):
        limit = min(end, start + _LONGEST)
        if start < done or not words.see.match(prose, start, limit):
            continue
        if meeting(taken, Span(start, start + 1)):
            continue
        for stop in _END.finditer(prose, start, limit):
            span = Span(start, stop.start())
            if pointed := _cross_references(prose, span, registry, words):
                yield Bracket(span, "cross-reference", paragraph.number, pointed)
                done = span.end
                break


def _cross_references(prose: str, span: Span, registry: Registry, words: CitationWords) -> tuple[CrossReference, ...]:
    """Those that a stretch holds where it holds nothing else: it ends with the day of the last."""
    reading = grammar.read(prose, span, registry, words)
    days = [date for pointed in reading.cross_references for date in pointed.written_dates]
    if not days or reading.references or reading.unread or reading.problems:
        return ()
    behind = prose[days[-1].span.end : span.end].strip(_CLOSING)
    if behind and not _ABOUT.fullmatch(behind):
        return ()
    *before, last = reading.cross_references
    return (*before, evolve(last, span=Span(last.span.start, days[-1].span.end)))
