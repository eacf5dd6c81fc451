"""Mastheads: the header lines of an issue, or its front matter, with publication, volume, issue and date."""

from __future__ import annotations

import datetime as dt
import re
from itertools import takewhile

from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Block, Document, Masthead, Span, Style
from attrib.segment import letters
from attrib.segment.headlines import LONGEST, is_headline
from attrib.segment.imprints import ImprintWords
from attrib.segment.lists import trimmed
from attrib.styles import Styles
from attrib.values import evolve

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_MASTHEAD_BLOCKS = 4  # how far down a page a masthead or its date line may stand
_DATE_LINE_LENGTH = 60
_DATE_LINES = 4  # lines of one block among which its date line is looked for
# Beside a day with its weekday, where more may stand: "Press Review for the Horn of Africa, Thursday, 18 April 2013".
_BESIDE_WEEKDAY = pattern(r"[\W\d]*(?:(?:[A-Z][\w'’-]*|of|the|for|in|and|from|to)\b[\W\d]*){0,10}\Z")
# Beside a day in a line that is set apart in italics: any few words that are no sentence.
_BESIDE_IN_ITALICS = pattern(r"[\W\d]*(?:[\w'’-]+[^\w.!?]*){0,6}\Z")
_ITALICS = ("*", "_")


def read(document: Document, styles: Styles, words: ImprintWords) -> tuple[Masthead | None, Style | None, list[Block]]:
    """The masthead and what is left of the blocks without its lines. Front matter goes before what the page says."""
    head, style = _front_matter(document, styles)
    rest: list[Block] = []
    blocks, sent = letters.opened(document, words)
    slugs = sum(1 for _ in takewhile(lambda one: words.is_slug(one.span.of(document.text)), blocks))
    blocks = blocks[slugs:]
    past = 0
    for number, block in enumerate(blocks):
        if number >= _MASTHEAD_BLOCKS or block.kind == "note" or (rest and not _is_line(document, rest[-1])):
            rest.extend(blocks[number:])
            break
        span = trimmed(document.text, Span(max(past, block.span.start), block.span.end))
        # Name and volume may each have a line, which in plain text is a block.
        ahead = Span(span.start, max(one.span.end for one in blocks[number : number + 2]))
        named = styles.masthead(ahead.of(document.text)) if head is None or head.span is None else None
        if named:
            line = trimmed(document.text, Span(span.start, span.start + named[1].end()))
            head = _with_masthead(head, line, named[1])
            style = style or (named[0] if named[0].publications else None)  # a header of anybody's tells no habit
            past = line.end
            span = trimmed(document.text, Span(min(past, span.end), span.end))
        if day_of_year := _day_of_year(document, span, words.names_issue):
            head = evolve(head, day=head.day or day_of_year) if head else Masthead(None, day=day_of_year)
        if found := _date_line(document, span, words.beside_day):
            line, day = found
            head = evolve(head, date=head.date or day) if head else Masthead(None, date=day)
            if not rest and line.start == span.start:
                head = evolve(head, span=Span(head.span.start if head.span else line.start, line.end))
            above = trimmed(document.text, Span(span.start, line.start))
            rest.extend([evolve(block, span=above)] if above.start < above.end else [])
            span = trimmed(document.text, Span(line.end, span.end))
        if span.start < span.end:
            rest.append(evolve(block, span=span))
    if sent and not (head and (head.date or head.day)):
        head = evolve(head, date=sent) if head else Masthead(None, date=sent)
    return head, style, rest


def _with_masthead(head: Masthead | None, line: Span, found: re.Match[str]) -> Masthead:
    values = found.groupdict()
    page = Masthead(
        line,
        values.get("publication"),
        _whole(values.get("volume")),
        _whole(values.get("issue")),
        written.full_date(found[0]),
    )
    if head is None:
        return page
    return Masthead(
        line,
        head.publication or page.publication,
        page.volume if head.volume is None else head.volume,
        page.issue if head.issue is None else head.issue,
        head.date or page.date,
        head.day,
    )


def _day_of_year(document: Document, span: Span, names_issue: re.Pattern[str]) -> tuple[int, int] | None:
    """The month and day in a short line that says of what day the issue is, without its year."""
    line = span.of(document.text).partition("\n")[0].strip()
    day = next(written.read(line, 0, len(line)), None) if len(line) <= _DATE_LINE_LENGTH else None
    if day is None or day.fault or not names_issue.match(line[: day.span.start] + line[day.span.end :]):
        return None
    (first, last), *others = day.ranges
    return (first.month, first.day) if first == last and first.day and not (others or first.year) else None


def _date_line(document: Document, span: Span, beside_day: re.Pattern[str]) -> tuple[Span, dt.date] | None:
    """A line of a block at a page's head, below at most three headlines, with a day and its year and little else.

    An issue of a period, "3-9 May 1999", is of its last day.
    """
    start = span.start
    for line in span.of(document.text).splitlines(keepends=True)[:_DATE_LINES]:
        at = trimmed(document.text, Span(start, start + len(line)))
        start += len(line)
        text = at.of(document.text)
        if len(text) <= LONGEST and text[-1:] != "." and (day := written.full_date(text) or written.period_end(text)):
            date = next(written.read(text, 0, len(text)))
            beside = text[: date.span.start] + text[date.span.end :]
            apart = _BESIDE_IN_ITALICS if _is_in_italics(document, at) else beside_day
            plain = len(text) <= _DATE_LINE_LENGTH and apart.match(beside)
            if plain or (date.weekday == day.weekday() and _BESIDE_WEEKDAY.match(beside)):
                return at, day
        if not text or not is_headline(text, last=False):
            return None
    return None


def _is_in_italics(document: Document, line: Span) -> bool:
    """Whether a line of Markdown is all in italics: "*Briefing note, 6 May 2024*"."""
    before, behind = document.text[max(0, line.start - 1) : line.start], document.text[line.end : line.end + 1]
    return document.format == "markdown" and before == behind and before in _ITALICS


def _is_line(document: Document, block: Block) -> bool:
    """Whether a block can stand above a date line: a heading or a short line, no running text."""
    return block.kind == "heading" or is_headline(block.span.of(document.text).strip(), last=False)


def _front_matter(document: Document, styles: Styles) -> tuple[Masthead | None, Style | None]:
    meta = document.meta
    publication = meta.get("publication")
    style = styles.by_name.get(meta.get("style", "")) or (styles.of_publication(publication) if publication else None)
    day = written.full_date(meta.get("date", ""))
    head = Masthead(None, publication, _whole(meta.get("volume")), _whole(meta.get("issue")), day)
    return (head if any((head.publication, head.volume, head.issue, head.date)) else None), style


def _whole(figure: str | None) -> int | None:
    """A number in figures, or as printers count volumes: "V" is 5."""
    if not figure or figure.isdecimal():
        return int(figure) if figure else None
    values = [_ROMAN.get(letter, 0) for letter in figure.upper()]
    if not all(values):
        return None
    return sum(-one if one < behind else one for one, behind in zip(values, (*values[1:], 0), strict=True))
