"""A draft as it was read, and how it is parted: spans and places, the document, mastheads, paragraphs, sentences."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

from attrib.values import NamedTuple, field, frozen

BULLETS = "•▪◦‣●○■·"
"""What begins the items of a list in type, besides dashes, stars and numbers."""


class Span(NamedTuple):
    """A stretch of ``Document.text``: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def meeting(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of ``spans``, which are in order and apart, that meet ``span``; a long paragraph has thousands."""
    first = bisect_left(spans, (span.start,))
    if first and spans[first - 1].end > span.start:
        first -= 1
    return spans[first : bisect_left(spans, (span.end,), first)]


_Begun = TypeVar("_Begun", bound=tuple[object, ...])


def begun_in(found: Sequence[_Begun], span: Span) -> Sequence[_Begun]:
    """Those of ``found``, tuples in order whose first value is their start, that begin inside ``span``."""
    return found and found[bisect_left(found, (span.start,)) : bisect_left(found, (span.end,))]


class Place(NamedTuple):
    """Where an offset stands in its file: line and column from 1, columns in code points."""

    line: int
    column: int


@frozen
class DeskMark:
    """What the desk wrote into the draft for itself: "[TK: check]", "NAME TO COME"; it is blank in the prose.

    ``asks_source`` tells whether it stands for a source that is still to be found: "(source?)".
    """

    span: Span
    asks_source: bool = False


BlockKind = Literal["paragraph", "heading", "note"]


@frozen
class Block:
    """A stretch that the format itself sets apart. ``label`` is the marker of a note (``[^7]: ...`` has ``7``)."""

    kind: BlockKind
    span: Span
    label: str | None = None


@frozen
class Hyperlink:
    """A link as the format marks it: ``span`` is the whole of ``[text](url)``, ``text`` its words."""

    span: Span
    text: Span
    url: str


@frozen
class Comment:
    """A comment of the format (``<!-- ... -->``), where suppressions are written; ``text`` is what stands inside."""

    span: Span
    text: str


@frozen
class Extract:
    """The way back from a text that was taken out of a file: ``written`` is what stands in the file.

    From ``starts[i]`` on (both tuples ascend), the text runs beside ``written`` from ``places[i]`` on.
    """

    written: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    places: tuple[int, ...] = field(repr=False)

    def place(self, offset: int) -> int:
        """Where an offset of the text stands in ``written``."""
        number = bisect_right(self.starts, offset) - 1
        return self.places[number] + offset - self.starts[number] if number >= 0 else 0

    def offset(self, place: int) -> int:
        """The offset of the text that stands at a place of ``written``, or the next after it."""
        number = bisect_right(self.places, place) - 1
        if number < 0:
            return 0
        offset = self.starts[number] + place - self.places[number]
        return min(offset, self.starts[number + 1]) if number + 1 < len(self.starts) else offset


@frozen
class Document:
    """One draft as read.

    ``prose`` has the length of ``text`` and the same offsets; what is markup, code, a link target or a comment is
    blank in it, and so are line ends and tabs within a paragraph, so that patterns see running text.
    """

    path: str
    text: str
    prose: str = field(repr=False)
    blocks: tuple[Block, ...] = ()
    format: str = "plain"
    encoding: str = "utf-8"
    meta: Mapping[str, str] = field(factory=dict)
    """Front matter, keys in lower case, values as written."""
    hyperlinks: tuple[Hyperlink, ...] = ()
    comments: tuple[Comment, ...] = ()
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)
    """The offsets at which the lines of the file begin; where the file has no lines (Word), its paragraphs."""
    extracted: bool = False
    """Whether ``text`` was taken out of the file (HTML, Word), and is not what stands in it."""
    extract: Extract | None = field(default=None, repr=False)
    """For such a text, the way back into a file of lines; ``line_starts`` are then of the file."""
    marked: bool = field(default=False, repr=False)
    """Whether the file is UTF-8 and begins with a byte order mark, which is no part of ``text``."""

    def origin(self, offset: int) -> Place:
        """The line and column of the file, from 1, of an offset."""
        at = self.extract.place(offset) if self.extract else offset
        line = max(bisect_right(self.line_starts, at), 1)
        return Place(line, at - self.line_starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column, both from 1; past the end of the text gives its length."""
        if line > len(self.line_starts):
            return len(self.text)
        at = self.line_starts[max(line, 1) - 1] + column - 1
        return min(self.extract.offset(at) if self.extract else at, len(self.text))

    def before(self, offset: int) -> str:
        """The line of the file that an offset stands in, up to there."""
        at = self.extract.place(offset) if self.extract else offset
        line = max(bisect_right(self.line_starts, at), 1)
        return self.file_text[self.line_starts[line - 1] : at]

    @property
    def file_text(self) -> str:
        """What stands in the file, as far as it is text."""
        return self.extract.written if self.extract else self.text


@frozen
class Masthead:
    """The header lines of an issue. ``span`` is ``None`` where only front matter gave the values."""

    span: Span | None
    publication: str | None = None
    volume: int | None = None
    issue: int | None = None
    date: dt.date | None = None
    day: tuple[int, int] | None = None
    """Month and day, where the page gives them without a year: "Bulletin of 24 November"."""


ParagraphKind = Literal["prose", "headline", "masthead", "byline", "note", "row", "imprint"]


@frozen
class Paragraph:
    """``number`` counts prose paragraphs from 1 (0 for what is no prose); ``item`` counts stories from 0."""

    span: Span
    kind: ParagraphKind
    number: int = 0
    item: int = 0
    label: str | None = None
    """The marker of a note: ``1`` for ``[1] ...`` and ``[^1]: ...``."""


@frozen
class Sentence:
    """``paragraph`` is its paragraph's number; ``quotations`` are the stretches in quotation marks, marks included."""

    span: Span
    paragraph: int
    quotations: tuple[Span, ...] = ()
