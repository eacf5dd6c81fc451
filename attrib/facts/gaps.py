"""What parts two words of a citation: a comma or semicolon with its blanks, blanks where they strike the eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from attrib.matching.patterns import pattern
from attrib.model import Citation, Document, Reference, Span
from attrib.values import NamedTuple

Side = Literal["before", "opening", "within", "closing", "behind"]
Spacing = Literal["usual", "missing", "needless", "doubled"]
Parted = Literal["dated-references", "name-and-day", "words"]

_BLANKS = " \t\xa0"
_BREAKS = "\r\n"
_BEFORE = pattern(rf"(?<=[^\s(\[{{\"“«‘'/*_~`-])[{_BLANKS}]*\Z")
_WITHIN = pattern(rf"(?<=[^\s,;(\[])(?:[{_BLANKS}]*+[,;](?![,;)\]\"”»])[{_BLANKS}]*+|[{_BLANKS}]{{2,}}+)(?=[^,;)\]])")
_ASIDE = pattern(r"(?<!\S)(?=\S*?(?:://|www\.))\S+|\"[^\"]*\"|“[^“”]*”|«[^«»]*»")
"""Addresses and titles keep their own commas."""
_SIGNS = ("://", "www.", '"', "“", "«")
_WIDE = pattern(r"[\t\xa0]")
_DOUBLED = pattern(r"(?<=[a-z])  +(?=[a-z])")
_JUSTIFIED = 3  # doubled blanks between small letters: below that they may be slips too


class Gap(NamedTuple):
    """A place in or at a citation's bracket. ``span`` is its mark with all its blanks, or the blanks alone.

    ``blanks`` are how many stand before and behind the mark; of a gap without a mark, all of them and none.
    """

    span: Span
    place: Side
    mark: str = ""
    blanks: tuple[int, int] = (0, 0)
    parts: Parted = "words"
    broken: bool = False
    """Whether the line ends here: then the layout decides, and not the author."""

    @property
    def spacing(self) -> Spacing:
        """How its blanks are, against those of printers: one behind a mark, none before it, none inside a bracket."""
        before, behind = self.blanks
        if self.place in ("opening", "closing") or self.mark and before:
            return "needless"
        count = behind if self.mark else before
        return "missing" if count == 0 else "usual" if count == 1 else "doubled"

    @property
    def mark_at(self) -> Span:
        start = self.span.start + (self.blanks[0] if self.mark else 0)
        return Span(start, start + len(self.mark))


def gaps(document: Document, citation: Citation) -> tuple[Gap, ...]:
    """The gaps of a citation in brackets, in order: every comma and semicolon, the blank between a name and its day,
    and elsewhere what is not one blank between words, none at the brackets, one around them."""
    bracketed = citation.form == "parenthetical" and document.text[citation.span.start] in "(["
    if not bracketed or "unclosed" in [problem.kind for problem in citation.problems]:
        return ()
    found = _gaps(document, citation)
    found.sort(key=itemgetter(0))
    return tuple(found)


def justified(document: Document) -> bool:
    """Whether running text is set with doubled blanks, so that its lines end under one another."""
    if document.text.count("  ") < _JUSTIFIED:
        return False
    return sum(1 for _ in zip(range(_JUSTIFIED), _DOUBLED.finditer(document.text), strict=False)) == _JUSTIFIED


def _gaps(document: Document, citation: Citation) -> list[Gap]:
    text, prose = document.text, document.prose
    start, end = citation.span
    inner = Span(start + 1, start + len(text[start:end].rstrip(")]")))
    parted = _parted(text, citation.references)
    found: list[Gap] = []
    # One blank before the bracket, as nearly everywhere, is no gap.
    if not (start > 1 and text[start - 1] in _BLANKS and text[start - 2] not in _BLANKS):
        found += _before(text, start)
    if text[inner.start] in _BLANKS:
        found += _edge(text, inner, "opening")
    asides = _asides(text, inner)
    for within in _WITHIN.finditer(text, *inner):
        at, behind = within.span()
        span, as_text, as_prose = Span(at, behind), within[0], prose[at:behind]
        if as_prose != as_text and _WIDE.sub(" ", as_prose) != _WIDE.sub(" ", as_text):
            continue  # in markup
        if asides and any(aside.meets(span) for aside in asides):
            continue
        gap = _gap(text, span, as_text, parted)
        if gap.blanks[1] or not gap.mark or not _figures(text, span, citation.references):
            found.append(gap)
    for span in parted:
        words = text[span.start : span.end]
        if len(words) == 1 and words.isspace():
            found.append(_gap(text, span, words, parted))
    if text[inner.end - 1] in _BLANKS:
        found += _edge(text, inner, "closing")
    if text[end : end + 1].isalpha():
        found.append(Gap(Span(end, end), "behind"))
    return found


def _before(text: str, start: int) -> Iterator[Gap]:
    if before := _BEFORE.search(text, max(0, start - 20), start):
        blanks = len(before[0])
        # Two blanks behind a stop are a habit of typists; a bracket that follows a mark of its own is left alone.
        if blanks == 0 and text[start - 1].isalnum() or blanks > 1 and text[before.start() - 1].isalnum():
            yield Gap(Span(before.start(), start), "before", blanks=(blanks, 0))


def _asides(text: str, inner: Span) -> Sequence[Span]:
    words = inner.of(text)
    if not any(map(words.__contains__, _SIGNS)):
        return ()
    return [Span(*found.span()) for found in _ASIDE.finditer(text, *inner)]


def _gap(text: str, span: Span, words: str, parted: Mapping[Span, Parted]) -> Gap:
    mark, blanks = _mark(words)
    parts: Parted = parted.get(span, "words")
    if parts == "words" and parted:
        parts = next((other for whole, other in parted.items() if whole.holds(span)), "words")
    start, end = span
    broken = text[start - 1] in _BREAKS or text[end] in _BREAKS or words in _BREAKS
    return Gap(span, "within", mark, blanks, parts, broken)


@lru_cache(64)
def _mark(words: str) -> tuple[str, tuple[int, int]]:
    mark = words.strip()
    before = words.index(mark) if mark else len(words)
    return mark, (before, len(words) - before - 1 if mark else 0)


def _edge(text: str, inner: Span, place: Literal["opening", "closing"]) -> Iterator[Gap]:
    words = inner.of(text)
    bare = words.lstrip(_BLANKS) if place == "opening" else words.rstrip(_BLANKS)
    count = len(words) - len(bare)
    if count and bare:
        span = Span(inner.start, inner.start + count) if place == "opening" else Span(inner.end - count, inner.end)
        yield Gap(span, place, blanks=(count, 0), broken=bare[0 if place == "opening" else -1] in "\r\n")


def _parted(text: str, references: Sequence[Reference]) -> Mapping[Span, Parted]:
    """What stands between a name and its day, and between a day and the next name that has its own."""
    found: dict[Span, Parted] = {}
    for own in references:
        if own.written_dates and own.name_span.end < (day := own.written_dates[0].span.start) <= own.span.end:
            words = text[own.name_span.end : day].strip()
            # Of an unknown name without a comma nobody knows where it ends: "Interfax of May 4".
            if words == "," or own.candidates and not words:
                found[Span(own.name_span.end, day)] = "name-and-day"
    for left, right in pairwise(references):
        if not (left.written_dates and right.written_dates) or left.span.end > right.span.start:
            continue
        apart = left.written_dates[-1].span.end == left.span.end < right.span.start < right.written_dates[0].span.start
        between = Span(left.span.end, right.span.start)
        if apart and between.of(text).strip() in (",", ";"):
            found[between] = "dated-references"
    return found


def _figures(text: str, span: Span, references: tuple[Reference, ...]) -> bool:
    """Whether a mark stands between figures that are no days: "Decree 1,200"."""
    if not (text[span.start - 1].isdigit() and text[span.end].isdigit()):
        return False
    return not any(date.span.holds(span) for own in references for date in own.written_dates)
