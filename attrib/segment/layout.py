"""The parts of a page: masthead, headlines that part its items, bylines, prose paragraphs and lists of notes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from attrib.dates.written import full_date
from attrib.model import Block, Document, Masthead, Paragraph, ParagraphKind, Span
from attrib.styles import Style, Styles

_MASTHEAD_BLOCKS = 4  # how far down a page a masthead or its date line may stand
_HEADLINE_WORDS = 16
_HEADLINE_LENGTH = 120

_DATE_LINE = re.compile(r"[\s\w,.:'’/-]{6,60}\Z")
_NOTES_HEADING = re.compile(r"\W*(?:notes?|end\s?notes|sources?|references|footnotes)\W*\Z", re.IGNORECASE)
_LABEL = re.compile(r"[ \t]*(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<bare>\d{1,3})[.)](?=\s))[ \t]*")
_BYLINE = re.compile(r"(?:by|from)\s+(?:[A-Z][\w.'’-]+\s*(?:,|and\s|&\s)?\s*){1,6}\Z|[-–—]{1,3}\s*[A-Z][\w.'’ -]{2,60}\Z", re.IGNORECASE)
# "PRIME MINISTER RESIGNS. The prime minister ..." — a headline run into its paragraph.
_RUN_IN = re.compile(r"\s*(?=(?:[^a-z\n]*[A-Z]{2}){2})[^a-z\n]{12,200}?[A-Z0-9)\"”'’]{2}(?:\.{1,3}|[!?:…])?(?:\s*[-–—]+)?\s+(?=[\"“‘']?[A-Z](?:[a-z]|\s+[a-z]))")


@frozen
class Layout:
    """``style`` is what the masthead says; ``notes`` are paragraphs of kind ``note``, in ``paragraphs`` too."""

    masthead: Masthead | None
    style: Style | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs if p.kind == "prose")

    @property
    def notes(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs if p.kind == "note")


def layout(document: Document, styles: Styles) -> Layout:
    """The layout of a document. Spans leave out the blanks around a paragraph; items count from 0."""
    masthead, style, rest = _masthead(document, styles)
    return Layout(masthead, style, tuple(_numbered(_with_notes(document, _parts(document, rest)))))


# --- masthead ---------------------------------------------------------------------------------------------------------


def _masthead(document: Document, styles: Styles) -> tuple[Masthead | None, Style | None, list[Block]]:
    """The masthead and what is left of the blocks without its lines."""
    head, style = _front_matter(document, styles)
    rest: list[Block] = []
    for number, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        if number >= _MASTHEAD_BLOCKS or block.kind == "note":
            rest.append(block)
            continue
        lead = len(text) - len(text.lstrip())
        found = styles.masthead(text.strip()) if head is None or head.publication is None else None
        if found:
            style, match = found
            end = block.span.start + lead + match.end()
            values = match.groupdict()
            head = Masthead(
                Span(block.span.start + lead, end),
                values.get("publication"),
                _whole(values.get("volume")),
                _whole(values.get("issue")),
                (head.date if head else None) or full_date(match[0]),
            )
            block = evolve(block, span=Span(end, block.span.end))
            text = block.span.of(document.text)
        line, _, below = text.strip().partition("\n")
        day = full_date(line) if (found or not rest) and _DATE_LINE.match(line.strip()) else None
        if day and len(line) <= 60:
            head = evolve(head, date=head.date or day) if head else Masthead(None, date=day)
            start = block.span.start + text.index(line)
            head = evolve(head, span=Span(head.span.start if head.span else start, start + len(line)))
            block = evolve(block, span=Span(start + len(line), block.span.end))
            text = below
        if text.strip():
            rest.append(block)
    return head, style, rest


def _front_matter(document: Document, styles: Styles) -> tuple[Masthead | None, Style | None]:
    meta = document.meta
    publication = meta.get("publication")
    style = styles.by_name.get(meta.get("style", "")) or (styles.of_publication(publication) if publication else None)
    head = Masthead(None, publication, _whole(meta.get("volume")), _whole(meta.get("issue")), _day(meta.get("date", "")))
    return (head if any((head.publication, head.volume, head.issue, head.date)) else None), style


def _whole(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() else None


def _day(written: str) -> dt.date | None:
    return full_date(written)


# --- headlines, bylines, paragraphs -----------------------------------------------------------------------------------


def _parts(document: Document, blocks: Sequence[Block]) -> Iterable[Paragraph]:
    for number, block in enumerate(blocks):
        span = _trimmed(document.prose, block.span)
        if span.start == span.end:
            continue
        text = span.of(document.text)
        if block.kind == "note":
            yield Paragraph(span, "note", label=block.label)
        elif block.kind == "heading":
            yield Paragraph(span, "headline")
        elif len(text) <= _HEADLINE_LENGTH and _BYLINE.match(text):
            yield Paragraph(span, "byline")
        elif document.format == "plain" and _is_headline(text, last=number == len(blocks) - 1):
            yield Paragraph(span, "headline")
        else:
            run_in = _RUN_IN.match(document.prose, span.start, span.end)
            if run_in and run_in.end() < span.end:
                yield Paragraph(_trimmed(document.prose, Span(span.start, run_in.end())), "headline")
                span = Span(run_in.end(), span.end)
            yield Paragraph(span, "prose")


def _is_headline(text: str, *, last: bool) -> bool:
    """A short line of its own without a closing stop, or in capitals with one."""
    if "\n" in text or len(text) > _HEADLINE_LENGTH or len(text.split()) > _HEADLINE_WORDS:
        return False
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return False
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return True
    return not last and text[0] not in "([-•*\"“" and text[-1] not in ".!?…:;,)]\"”'’" and not _LABEL.match(text)


def _trimmed(prose: str, span: Span) -> Span:
    text = span.of(prose)
    lead = len(text) - len(text.lstrip())
    return Span(span.start + lead, max(span.start + lead, span.start + len(text.rstrip())))


# --- notes ------------------------------------------------------------------------------------------------------------


def _with_notes(document: Document, parts: Iterable[Paragraph]) -> list[Paragraph]:
    """Turn a closing list whose labels the text above refers to into notes; a list in running text stays prose."""
    paragraphs = list(parts)
    first, headed = _first_of_list(document, paragraphs)
    if first is None:
        return paragraphs
    entries = [entry for p in paragraphs[first:] for entry in _entries(document, p)]
    body = document.prose[: paragraphs[first].span.start]
    marked = [e for e in entries if e.label and re.search(rf"\[{e.label}\]|\({e.label}\)", body)]
    if not marked or (not headed and len(marked) < len(entries) / 2):
        return paragraphs
    kept = paragraphs[: first - 1] if headed else paragraphs[:first]
    heading = [evolve(paragraphs[first - 1], kind="headline")] if headed else []
    return kept + heading + [evolve(e, kind="note") if e.label else e for e in entries]


def _first_of_list(document: Document, paragraphs: Sequence[Paragraph]) -> tuple[int | None, bool]:
    for i, p in enumerate(paragraphs):
        if p.kind != "note" and len(p.span.of(document.prose)) < 24 and _NOTES_HEADING.match(p.span.of(document.prose)):
            return (i + 1, True) if i + 1 < len(paragraphs) else (None, False)
    first = len(paragraphs)
    while first and paragraphs[first - 1].kind == "prose" and _LABEL.match(document.prose, paragraphs[first - 1].span.start):
        first -= 1
    return (first, False) if 0 < first < len(paragraphs) else (None, False)


def _entries(document: Document, paragraph: Paragraph) -> Iterable[Paragraph]:
    """The entries of one paragraph of a list: one a line that begins with a label, with the lines that go on."""
    if paragraph.kind != "prose":
        yield paragraph
        return
    text = paragraph.span.of(document.text)
    starts = [paragraph.span.start + m.start() for m in re.finditer(rf"^{_LABEL.pattern}", text, re.MULTILINE)]
    if not starts or starts[0] != paragraph.span.start:
        yield paragraph
        return
    for start, end in zip(starts, [*starts[1:], paragraph.span.end], strict=True):
        label = _LABEL.match(document.prose, start)
        assert label
        yield Paragraph(_trimmed(document.prose, Span(label.end(), end)), "note", label=next(filter(None, label.groups())))


def _numbered(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    """Count prose paragraphs from 1, and items at each headline that follows prose."""
    number = item = 0
    prose_seen = False
    for p in paragraphs:
        if p.kind == "headline" and prose_seen:
            item, prose_seen = item + 1, False
        kind: ParagraphKind = p.kind
        if kind == "prose":
            number, prose_seen = number + 1, True
        yield evolve(p, number=number if kind == "prose" else 0, item=item)
