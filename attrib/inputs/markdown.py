"""Markdown (CommonMark with tables and footnotes): its words are prose; marks, code, addresses, comments are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrib.inputs import frontmatter
from attrib.inputs.prose import blank, encodable, line_starts, prose, trimmed
from attrib.model import Block, Comment, Document, Hyperlink, Span
from attrib.values import NamedTuple

ENDINGS = (".md", ".markdown", ".mdown")

_NUMBER = re.compile(r"\d{1,9}[.)]")
_RAISED = re.compile(r"<sup>(?P<labels>\d{1,3}(?:[,;–-] ?\d{1,3})*)</sup>", re.IGNORECASE)
_POWER = re.compile(r"(?:\d|\b[ckm]?m)\Z")  # before one, what makes of it no marker: "40 km<sup>2</sup>"
_MASK = "\ue000"
"""Stands for a comment that shares its line with words: CommonMark would take the whole line for HTML."""
_CONTINUATION = bytes(range(0x80, 0xC0))
_INLINE = frozenset(
    "Text Code InlineHtml FootnoteReference SoftBreak HardBreak Emphasis Strong Strikethrough Link Image".split()
)


class _Event(NamedTuple):
    """One event of the parser: ``edge`` is ``Start``, ``End`` or empty, ``span`` the whole element in either case."""

    name: str
    edge: str
    detail: Any
    span: Span


def document(text: str, path: str, encoding: str) -> Document:
    """The text as a Document: headings, paragraphs (list items, quoted paragraphs and table rows are such) and notes.

    Footnote markers stay visible in the prose, the markers of their definitions do not. The number of a list item does:
    the list may be the notes of the bulletin; so ``<sup>1</sup>`` is "[1]" in the prose. Front matter is in ``meta``.
    """
    meta, start = frontmatter.split(text)
    source = blank(text[:start]) + encodable(text[start:])
    events = _parse(source, start)
    comments = tuple(_comments(source, events))
    if masked := _masked(source, events):
        source = masked
        events = _parse(source, start)
    canvas = _canvas(source, events)
    blocks = tuple(_blocks(source, canvas, events))
    return Document(
        path=path,
        text=text,
        prose=prose(canvas, (block.span for block in blocks)),
        blocks=blocks,
        format="markdown",
        encoding=encoding,
        meta=meta,
        hyperlinks=tuple(_hyperlinks(source, events)),
        comments=comments,
        line_starts=line_starts(text),
    )


# --- the parser -------------------------------------------------------------------------------------------------------


def _parse(source: str, start: int) -> list[_Event]:
    """The events of the text from ``start`` on, their spans in code points of the whole."""
    import pyromark

    options = pyromark.Options
    markdown = pyromark.Markdown(
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_HEADING_ATTRIBUTES
        | options.ENABLE_GFM
    )
    body = source[start:]
    ranges = list(markdown.events_with_range(body))
    code_points = _code_points(body, {offset for _, place in ranges for offset in (place["start"], place["end"])})
    events = []
    for event, place in ranges:
        name, edge, detail = _named(event)
        events.append(
            _Event(name, edge, detail, Span(start + code_points[place["start"]], start + code_points[place["end"]]))
        )
    return events


def _named(event: Any) -> tuple[str, str, Any]:
    """Name, edge and detail of ``{"Start": {"Link": {...}}}``, ``{"End": "Link"}``, ``{"Text": ...}``."""
    if isinstance(event, str):
        return event, "", None
    ((outer, inner),) = event.items()
    if outer not in ("Start", "End"):
        return outer, "", inner
    if isinstance(inner, str):
        return inner, outer, None
    ((name, detail),) = inner.items()
    return name, outer, detail


def _code_points(text: str, offsets: set[int]) -> dict[int, int]:
    """From the parser's offsets, which count bytes of UTF-8, to code points."""
    if text.isascii():
        return {offset: offset for offset in offsets}
    data = text.encode()
    found = {}
    count = last = 0
    for offset in sorted(offsets):
        count += len(data[last:offset].translate(None, _CONTINUATION))
        found[offset] = count
        last = offset
    return found


# --- what the parser found --------------------------------------------------------------------------------------------


def _comments(source: str, events: Iterable[_Event]) -> Iterator[Comment]:
    for event in events:
        if event.name == "InlineHtml" or (event.name == "HtmlBlock" and event.edge == "Start"):
            yield from _comments_within(source, event.span)


def _comments_within(source: str, span: Span) -> Iterator[Comment]:
    end = span.start
    while (start := source.find("<!--", end, span.end)) >= 0:
        close = source.find("-->", start + 2, span.end)  # "<!-->" is a whole comment
        if close < 0:
            return
        end = close + 3
        yield Comment(Span(start, end), source[start + 4 : close].strip())


def _masked(source: str, events: Iterable[_Event]) -> str | None:
    """The text with those comments masked that open a line of words; ``None`` where there are none."""
    parts = []
    end = 0
    for event in events:
        if event.name == "HtmlBlock" and event.edge == "Start" and event.span.of(source).lstrip().startswith("<!--"):
            inside = [comment.span for comment in _comments_within(source, event.span)]
            if inside and source[inside[-1].end : event.span.end].strip():
                for span in inside:
                    parts += [source[end : span.start], _MASK * (span.end - span.start)]
                    end = span.end
    return "".join([*parts, source[end:]]) if parts else None


def _canvas(source: str, events: Iterable[_Event]) -> str:
    """The visible words at their offsets, all else blank but for the line ends."""
    parts = []
    end = 0
    for span, words in _words(source, events):
        parts += [blank(source[end : span.start]), words]
        end = span.end
    parts.append(blank(source[end:]))
    return "".join(parts)


def _words(source: str, events: Iterable[_Event]) -> Iterator[tuple[Span, str]]:
    hidden = 0
    for event in events:
        name, edge, detail, span = event
        if name in ("Image", "CodeBlock", "TableHead"):
            hidden += 1 if edge == "Start" else -1
        elif name == "Item" and edge == "Start" and (number := _NUMBER.match(source, *span)):
            yield Span(*number.span()), number[0]
        elif name == "FootnoteReference" and not hidden:
            yield span, span.of(source)
        elif name == "Text" and not hidden:
            written = span.of(source)
            if (raised := _RAISED.match(source, max(0, span.start - 5))) and raised.start("labels") == span.start:
                if not _POWER.search(source, 0, raised.start()):
                    span, written = Span(span.start - 1, span.end + 1), f"[{written}]"
            elif written != detail:  # an entity: the character it stands for, then blanks
                written = detail[: len(written)].ljust(len(written))
            yield span, written.replace(_MASK, " ")


def _hyperlinks(source: str, events: Iterable[_Event]) -> Iterator[Hyperlink]:
    """Links in order. One inside another's image is none; a link without words has an empty text at its start."""
    link: _Event | None = None
    words: list[Span] = []
    for event in events:
        if event.name == "Link" and event.edge == "Start":
            link, words = event, []
        elif event.name == "Link":
            assert link is not None
            text = Span(words[0].start, words[-1].end) if words else Span(link.span.start, link.span.start)
            # The parser leaves the brackets of "[text][]" out.
            collapsed = link.detail["link_type"] == "Collapsed" and source.startswith("[]", link.span.end)
            yield Hyperlink(Span(link.span.start, link.span.end + 2 * collapsed), text, link.detail["dest_url"])
            link = None
        elif link is not None:
            words.append(event.span)


# --- blocks -----------------------------------------------------------------------------------------------------------


def _blocks(source: str, canvas: str, events: Iterable[_Event]) -> Iterator[Block]:
    """The blocks that hold words, trimmed to them."""
    end = 0
    for block in _runs(source, events):
        span = trimmed(canvas, *block.span)
        if span.start < span.end and span.start >= end:
            yield Block(block.kind, span, block.label)
            end = span.end


def _runs(source: str, events: Iterable[_Event]) -> Iterator[Block]:
    """Each unbroken run of inline events; a note is one from its first word to its last, however many paragraphs."""
    run: Span | None = None
    number: Span | None = None
    label: str | None = None
    for name, edge, detail, span in events:
        if name in _INLINE:
            first = number or span
            run = Span(min(run.start, first.start), max(run.end, span.end)) if run else Span(first.start, span.end)
            number = None
        elif name == "FootnoteDefinition":
            if run:
                yield Block("note" if label is not None else "paragraph", run, label)
            run, label = None, (detail if edge == "Start" else None)
        elif label is None and name not in ("TableCell", "TaskListMarker"):
            if run:
                yield Block("heading" if name == "Heading" else "paragraph", run)
            run = None
        if name == "Item" and edge == "Start":
            marker = _NUMBER.match(source, *span)
            number = Span(*marker.span()) if marker else None
