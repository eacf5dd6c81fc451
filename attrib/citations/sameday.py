"""The day on which the text says that an outlet told what its own tag closes: "Fakti writes today that ... [Fakti]"."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.citations.words import CitationWords
from attrib.dates import WEEKDAYS, written
from attrib.matching.patterns import pattern
from attrib.model import Citation, Paragraph, Reference, Span, WrittenDate
from attrib.values import evolve

_REACH = 48  # code points from the name to the end of the day
_GAP = pattern(r"[”\"»]?(?:\s+(?!(?:that|how|why|whether)\b)[a-z-]+){0,3}\s+")
_SPOKEN = pattern(rf"\b(?:today|yesterday|{'|'.join(WEEKDAYS)})\b(?!['’]s)")


def lent(
    prose: str, paragraphs: Sequence[Paragraph], citations: Sequence[Citation], words: CitationWords
) -> tuple[Citation, ...]:
    """The citations in brackets, those without a day with the day that their paragraph gives to the same outlet."""
    starts = {paragraph.number: paragraph.span.start for paragraph in paragraphs}
    return tuple(
        evolve(
            c, references=tuple(_lent(prose, Span(starts[c.paragraph], c.span.start), r, words) for r in c.references)
        )
        if c.form == "parenthetical" and any(map(_is_undated, c.references))
        else c
        for c in citations
    )


def without_twice_told(inlined: Sequence[Citation], bracketed: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations in running text without those whose outlet and day the bracket that closes their item gives too."""
    lent = [c for c in bracketed if any(d.span.end <= c.span.start for r in c.references for d in r.written_dates)]
    return tuple(c for c in inlined if not any(_is_of(c, other) for other in lent))


def _is_of(citation: Citation, other: Citation) -> bool:
    told = {(r.source, r.dates) for r in other.references if r.source}
    held = any(citation.span.holds(d.span) for r in other.references for d in r.written_dates)
    return held and all((r.source, r.dates) in told for r in citation.references)


def _is_undated(reference: Reference) -> bool:
    return bool(reference.candidates) and not (reference.written_dates or reference.again)


def _lent(prose: str, before: Span, reference: Reference, words: CitationWords) -> Reference:
    at = prose.rfind(reference.written, *before) if _is_undated(reference) else -1
    day = _day(prose, Span(at + len(reference.written), before.end), words) if at >= 0 else None
    return evolve(reference, written_dates=(day,)) if day else reference


def _day(prose: str, behind: Span, words: CitationWords) -> WrittenDate | None:
    """The day beside the verb right behind an outlet: "writes today", "reported on May 3", "today writes"."""
    end = min(behind.end, behind.start + _REACH)
    days = list(written.read(prose, behind.start, end))
    if spoken := _SPOKEN.search(prose, behind.start, end):
        days.append(WrittenDate(Span(*spoken.span()), (), spoken=spoken[0].lower()))
    day = min(days, key=lambda day: day.span, default=None)
    if day is None or not _GAP.fullmatch(prose, behind.start, day.span.start):
        return None
    says = words.inline.cue
    said = says.search(prose, behind.start, day.span.start) or says.match(prose, day.span.end + 1)
    return evolve(day, form="implied") if said else None
