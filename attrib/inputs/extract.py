"""A draft's text taken out of a file that holds more than text: part by part, each with the way back to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrib.inputs.prose import encodable, line_starts, prose, trimmed
from attrib.model import Block, BlockKind, Comment, Document, Extract, Hyperlink, Span
from attrib.values import NamedTuple

BETWEEN = "\n\n"
"""Stands between two parts, as it does between the paragraphs of plain text."""
CELL = "\t"
"""Stands between the cells of a row."""
_HEADING = 120
"""A line in bold that is longer is no headline."""
_STOPS = (".", "!", "?", "…", ":", ";", ",")


class Piece(NamedTuple):
    """Text that stands as it is at one place of the file; ``place`` is None for what the file only implies."""

    text: str
    place: int | None = None
    bold: bool = False


class Link(NamedTuple):
    """A link over the pieces from ``first`` up to ``end`` of its part."""

    first: int
    end: int
    url: str


class Part(NamedTuple):
    """A paragraph, heading or note; ``remarks`` are the comments (of Word, of HTML) that stand in it or before it."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    label: str | None = None
    links: tuple[Link, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def joined(parts: Iterable[Part], between: str, kind: BlockKind, label: str | None = None) -> Part:
    """Several parts as one: the cells of a row, the paragraphs of a note."""
    pieces: list[Piece] = []
    links: list[Link] = []
    remarks: list[str] = []
    for part in parts:
        pieces += [Piece(between)] if pieces else []
        links += moved(part.links, len(pieces))
        pieces += part.pieces
        remarks += part.remarks
    return Part(kind, tuple(pieces), label, tuple(links), tuple(remarks))


def row(cells: Sequence[Sequence[Part]]) -> Iterator[Part]:
    """One part of a row whose cells are short; a cell of several paragraphs is a column of text, and keeps them."""
    said = [part for cell in cells for part in cell]
    if any(len(cell) > 1 for cell in cells):
        yield from said
    elif said:
        yield joined(said, CELL, "paragraph")


def moved(links: Iterable[Link], by: int) -> tuple[Link, ...]:
    """The links after so many pieces were put before them."""
    return tuple(Link(first + by, end + by, url) for first, end, url in links)


def worded(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts that hold words or remarks; a short one all in bold, without a stop, heads those after it.

    A row in bold heads columns, and no text.
    """
    return tuple(
        part._replace(kind="heading") if part.kind == "paragraph" and _is_bold_line(part) else part
        for part in parts
        if part.remarks or part.text.strip()
    )


def _is_bold_line(part: Part) -> bool:
    said = [piece for piece in part.pieces if piece.text.strip()]
    text = part.text.strip()
    return (
        CELL not in text
        and all(piece.bold for piece in said)
        and 0 < len(text) <= _HEADING
        and not text.endswith(_STOPS)
    )


def starts(parts: Sequence[Part]) -> Iterator[int]:
    """The offset of each part in the text of all."""
    at = 0
    for part in parts:
        yield at
        at += len(part.text) + len(BETWEEN)


def document(
    path: str,
    format: str,
    encoding: str,
    parts: Sequence[Part],
    *,
    meta: Mapping[str, str] | None = None,
    written: str | None = None,
) -> Document:
    """The parts as a Document. ``written`` is the text of the file that places count in, where it has lines.

    Where it has none, the lines of the document are its parts: "draft.docx:6" is the sixth paragraph that holds words.
    """
    begun = tuple(starts(parts))
    text = BETWEEN.join(part.text for part in parts)
    blocks = tuple(
        Block(part.kind, span, part.label)
        for part, start in zip(parts, begun, strict=True)
        if (span := trimmed(text, start, start + len(part.text))).start < span.end
    )
    return Document(
        path=path,
        text=text,
        prose=encodable(prose(text, (block.span for block in blocks))),
        blocks=blocks,
        format=format,
        encoding=encoding,
        meta=dict(meta or {}),
        hyperlinks=tuple(_hyperlinks(parts, begun)),
        comments=tuple(
            Comment(Span(start, start), remark)
            for part, start in zip(parts, begun, strict=True)
            for remark in part.remarks
        ),
        line_starts=line_starts(written) if written is not None else (begun or (0,)),
        extracted=True,
        extract=None if written is None else _extract(parts, begun, written),
    )


def _hyperlinks(parts: Sequence[Part], begun: Sequence[int]) -> Iterator[Hyperlink]:
    for part, start in zip(parts, begun, strict=True):
        for link in part.links:
            first = start + sum(len(piece.text) for piece in part.pieces[: link.first])
            span = Span(first, first + sum(len(piece.text) for piece in part.pieces[link.first : link.end]))
            if span.start < span.end:
                yield Hyperlink(span, span, link.url)


def _extract(parts: Sequence[Part], begun: Sequence[int], written: str) -> Extract:
    """The places of the pieces; what the file only implies, and what stands between parts, is where the last ended."""
    at: list[int] = []
    places: list[int] = []
    last = 0

    def put(offset: int, place: int) -> None:
        if at and at[-1] == offset:
            places[-1] = place
        elif not at or place != places[-1] + offset - at[-1]:
            at.append(offset)
            places.append(place)

    for part, start in zip(parts, begun, strict=True):
        offset = start
        for piece in part.pieces:
            for number, _ in enumerate(piece.text if piece.place is None else ""):
                put(offset + number, last)
            if piece.place is not None:
                put(offset, piece.place)
                last = piece.place + len(piece.text)
            offset += len(piece.text)
        for number in range(len(BETWEEN)):
            put(offset + number, last)
    return Extract(written, tuple(at), tuple(places))
