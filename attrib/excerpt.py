"""A window on the words of a finding. A paragraph of a bulletin is one line of some thousand characters, which nobody
reads to the end to find three words; so the words stand in a window, wrapped, with carets beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.model import Document, Span
from attrib.terminal import clipped, columns, commands, glyphs, inert
from attrib.values import NamedTuple

CONTEXT = 24
"""Columns of text that are shown on either side of words that fill a row or more."""
ROWS = 3
"""Words that take more rows than that are cut in the middle."""


class Row(NamedTuple):
    """A row of text and the carets beneath it."""

    text: str
    carets: str


def excerpt(document: Document, span: Span, width: int, ellipsis: str = "...") -> list[Row]:
    """The words at `span` with what stands around them in their lines, in rows of at most `width` columns.

    The rows are inert. A span of no width, where something is missing, gets one caret.
    """
    text = document.text
    near = 4 * width  # no more of the line can be shown, and measuring a long one takes time
    first = max(text.rfind("\n", 0, span.start) + 1, span.start - near)
    last = text.find("\n", span.end, span.end + near)
    before = _one_line(text[first : span.start]).lstrip()
    within = _one_line(text[span.start : span.end])
    after = _one_line(text[span.end : last if last >= 0 else span.end + near]).rstrip()
    if not within:
        within, after = after[:1] or " ", after[1:]

    free = width - columns(within)
    room = free if free >= CONTEXT else 2 * CONTEXT
    after = _head(after, room - min(columns(before), room // 2), ellipsis)
    before = _tail(before, room - columns(after), ellipsis)
    pieces = [(before, " ")]
    if columns(within) > ROWS * width:
        pieces += [
            (_head(within, 2 * width - columns(before), ""), "^"),
            (f" {ellipsis} ", " "),
            (_tail(within, width, ""), "^"),
        ]
    else:
        pieces += [(within, "^")]
    pieces += [(after, " ")]
    return _set(pieces, width)


def plain(document: Document, span: Span) -> str:
    """The words at `span` on one line, as they are read: without the markup around and between them."""
    return " ".join(span.of(document.prose).split()) or " ".join(span.of(document.text).split())


def words(document: Document, span: Span, width: int, ellipsis: str = "…") -> str:
    """The same, inert and clipped to so many columns."""
    return clipped(inert(plain(document, span)), width, ellipsis)


def quoted(document: Document, span: Span, width: int = 120) -> str:
    """The same in quotation marks: a message about a paragraph of one long line has to say which words it means."""
    return glyphs("utf-8").quoted(words(document, span, width))


def underlined(text: str, spans: Sequence[Span], width: int) -> list[Row]:
    """One line of text, whole, in rows of at most `width` columns, with carets beneath each of the spans."""
    pieces = []
    at = 0
    for span in sorted(spans):
        pieces += [(inert(text[at : span.start]), " "), (inert(text[max(at, span.start) : span.end]), "^")]
        at = max(at, span.end)
    return _set([*pieces, (inert(text[at:]), " ")], width)


def _set(pieces: Sequence[tuple[str, str]], width: int) -> list[Row]:
    """Pieces of text, each with the mark to set beneath it, in rows."""
    shown = "".join(piece for piece, _ in pieces)
    marks = "".join(mark * len(piece) for piece, mark in pieces)
    for at in reversed(commands(shown)):  # each piece is inert, and the row need not be
        shown = f"{shown[:at]}\\x{ord(shown[at]):02x}{shown[at + 1 :]}"
        marks = f"{marks[:at]}{4 * marks[at]}{marks[at + 1 :]}"
    return [Row(shown[a:b], _carets(shown[a:b], marks[a:b])) for a, b in _rows(shown, width)]


def _one_line(text: str) -> str:
    """Inert, with single spaces; a space at either end stays."""
    inner = " ".join(inert(text).split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " " * bool(text)


def _head(text: str, width: int, ellipsis: str) -> str:
    """The first words that fit, and the mark of a cut."""
    if columns(text) <= width:
        return text
    end = _fitting(text, width - columns(ellipsis) - bool(ellipsis))
    cut = text.rfind(" ", 1, end + 1)
    return text[: cut if cut > 0 else end].rstrip() + (f" {ellipsis}" if ellipsis else "")


def _tail(text: str, width: int, ellipsis: str) -> str:
    """The last words that fit, after the mark of a cut."""
    if columns(text) <= width:
        return text
    start = len(text) - _fitting(text[::-1], width - columns(ellipsis) - bool(ellipsis))
    cut = text.find(" ", max(start - 1, 0), len(text) - 1)
    return (f"{ellipsis} " if ellipsis else "") + text[cut + 1 if cut >= 0 else start :]


def _fitting(text: str, width: int) -> int:
    """How many characters fit in so many columns."""
    if text[: max(width, 0) + 1].isascii():
        return min(len(text), max(width, 0))
    end = taken = 0
    for character in text:
        taken += columns(character)
        if taken > width:
            break
        end += 1
    return end


def _rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the rows start and end: broken at spaces, and inside a word only where it fills a row."""
    start = 0
    while start < len(text):
        end = start + max(1, _fitting(text[start:], width))
        if end < len(text) and text[end] != " " and (space := text.rfind(" ", start + 1, end)) > 0:
            end = space
        yield start, end
        start = end
        while start < len(text) and text[start] == " ":
            start += 1


def _carets(text: str, marks: str) -> str:
    if text.isascii():
        return marks.rstrip()
    return "".join(mark * columns(character) for character, mark in zip(text, marks, strict=True)).rstrip()
