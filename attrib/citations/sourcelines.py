"""Citations without brackets: "Source: BTA, 4 May" and "-- BTA, 4 May" behind what they carry, "BTA, 4 May:" before it.

A press digest has one under each headline: "Izvestia, December 23, 1999, p. 2".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrib.citations import grammar
from attrib.citations.grammar import Reading
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import BULLETS, Citation, Document, Paragraph, Reference, Span, meeting
from attrib.registry import Registry

_LEAD = 24  # code points before the colon in which its words stand
_LONGEST = 240
_LONGEST_HEADING = 80
_FIGURE = pattern(r"[0-9]")
_SIGNED = pattern(r"(?P<dash>--?|[–—])\s+(?P<content>[^\W_][^–—:]*?)\.?\Z")
_MARK = pattern(rf"(?:[-–—*{BULLETS}]|\d{{1,2}}[.)])\s+")  # of a list
_STOPS = '.!?…:"”’)]'
_END = pattern(r"\.?\s*\Z|\.(?=\s+[\"“A-Z])")


def read(
    document: Document, paragraph: Paragraph, others: Sequence[Citation], registry: Registry, words: CitationWords
) -> Iterator[Citation]:
    """The source lines of a paragraph that can be read whole, outside its ``others``.

    One that holds nothing but links is left to them.
    """
    prose, (start, end) = document.prose, paragraph.span
    line = prose.rfind("\n", 0, start) + 1
    headed = prose.find(":", line, start + _LONGEST_HEADING) >= 0
    if headed and (heading := _heading(prose, line, paragraph, registry, words)):
        yield heading
    if (signature := _signature(prose, paragraph, registry, words)) and not _among(others, signature):
        yield signature
    at = start
    while (colon := prose.find(":", at, end)) >= 0:
        at = colon + 1
        lead = prose[max(start, colon - _LEAD) : colon].rstrip()
        word = next((w for w in words.source_lines if lead.lower().endswith(w)), None)
        if word is None or prose[at : at + 1] != " ":
            continue
        begins = colon - (colon - max(start, colon - _LEAD) - len(lead)) - len(word)
        before = prose[start:begins].rstrip()
        if before and before[-1] not in _STOPS:
            continue
        found = _citation(document, Span(begins, end), at, paragraph.number, registry, words)
        if found and not _among(others, found):
            yield found
            at = found.span.end


def without_again(lines: Sequence[Citation], brackets: Sequence[Citation]) -> tuple[Citation, ...]:
    """The source lines but for a heading without a day whose outlet a bracket of its paragraph cites too."""
    cited = [r.candidates for bracket in brackets for r in bracket.references if r.candidates]
    return tuple(
        line for line in lines if not all(not r.written_dates and r.candidates in cited for r in line.references)
    )


def under_headlines(
    prose: str, paragraphs: Sequence[Paragraph], registry: Registry, words: CitationWords
) -> Mapping[int, Citation]:
    """The source lines that stand as a line of their own under a headline, by the number of the paragraph they head."""
    found: dict[int, Citation] = {}
    for i, (above, line) in enumerate(pairwise(paragraphs), 1):
        if (above.kind, line.kind, above.item) != ("headline", "headline", line.item):
            continue
        headed = next((p.number for p in paragraphs[i:] if p.kind == "prose" and p.item == line.item), None)
        if headed is not None and (references := _alone(prose, line.span, registry, words)):
            found[headed] = Citation(line.span, "parenthetical", headed, references)
    return found


def _among(others: Sequence[Citation], found: Citation) -> bool:
    return bool(meeting(sorted([other.span for other in others]), found.span))


def _signature(prose: str, paragraph: Paragraph, registry: Registry, words: CitationWords) -> Citation | None:
    """The outlets and their day behind a dash that ends a paragraph: "... said. -- Delfi, 3 May"; or alone in it."""
    start, end = paragraph.span
    if references := _alone(prose, paragraph.span, registry, words):
        return Citation(paragraph.span, "parenthetical", paragraph.number, references)
    signed = _SIGNED.search(prose, max(start, end - _LONGEST_HEADING), end)
    if signed is None or prose[start : signed.start()].rstrip()[-1:] not in ("", *_STOPS):
        return None
    reading = grammar.read(prose, Span(*signed.span("content")), registry, words)
    sure = _is_sure(reading, linked=True) and all(r.candidates for r in reading.references)
    place = Span(signed.start("dash"), signed.end("content"))
    return Citation(place, "parenthetical", paragraph.number, reading.references) if sure else None


def _alone(prose: str, line: Span, registry: Registry, words: CitationWords) -> tuple[Reference, ...]:
    """The references of a line that holds nothing but outlets and their days."""
    short = line.end - line.start <= _LONGEST_HEADING
    if not short or prose.find(":", *line) >= 0 or not _FIGURE.search(prose, *line):
        return ()
    end = line.end - (prose[line.end - 1] == ".")
    reading = grammar.read(prose, Span(line.start, end), registry, words)
    dated = all(r.written_dates and _heads(r) for r in reading.references)
    return reading.references if dated and _is_sure(reading, linked=False) else ()


def _heading(prose: str, line: int, paragraph: Paragraph, registry: Registry, words: CitationWords) -> Citation | None:
    """The outlet and day that head a paragraph, or that strong type before it names: "Kommersant, June 20: ...".

    ``line`` is where the line begins in which the paragraph does.
    """
    start, end = paragraph.span
    before = prose[line:start].rstrip()
    if before.endswith(":"):
        start, end = line + len(before) - len(before.lstrip()), line + len(before)
    elif mark := _MARK.match(prose, start, end):
        start = mark.end()
    colon = prose.find(": ", start, min(end, start + _LONGEST_HEADING) + 1)
    if colon < 0 or not (prose[start].isupper() or prose[start].isdigit()):
        return None
    reading = grammar.read(prose, Span(start, colon), registry, words)
    if not _is_sure(reading, linked=False) or not all(map(_heads, reading.references)):
        return None
    return Citation(Span(start, colon + 1), "parenthetical", paragraph.number, reading.references)


def _heads(reference: Reference) -> bool:
    """Whether it is an outlet for sure: "Time: ten o'clock", "The bank: ..." and "Duma: ..." head nothing."""
    plain = (s for s in reference.candidates if s.publishes and not (s.common_word or s.at_home))
    dated = bool(reference.written_dates) and any(s.publishes for s in reference.candidates)
    return dated or any(plain)


def _citation(
    document: Document, span: Span, colon: int, number: int, registry: Registry, words: CitationWords
) -> Citation | None:
    prose = document.prose
    linked = any(link.text.start < link.text.end and span.holds(link.text) for link in document.hyperlinks)
    content = colon + len(prose[colon : span.end]) - len(prose[colon : span.end].lstrip())
    for stop in _END.finditer(prose, content, min(span.end, content + _LONGEST)):
        reading = grammar.read(prose, Span(content, stop.start()), registry, words)
        if _is_sure(reading, linked):
            return Citation(Span(span.start, stop.start()), "parenthetical", number, reading.references)
    return None


def _is_sure(reading: Reading, linked: bool) -> bool:
    """Whether it is read whole, and names outlets that are known, or unknown ones with a day."""
    references = reading.references
    if not references or reading.unread or reading.problems or reading.cross_references:
        return False
    if not all((r.candidates or r.written_dates) and (r.via_source or not r.via) for r in references):
        return False
    return not linked or any(r.written_dates for r in references)
