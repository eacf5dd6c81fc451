"""From offsets of a document to positions of the protocol and back."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from attrib.model import Document, Span
from attrib.values import NamedTuple, frozen

_UTF_16 = types.PositionEncodingKind.Utf16.value


class _Unit(NamedTuple):
    """What a column counts: so many bytes of a codec."""

    codec: str
    width: int


_UNITS = {
    _UTF_16: _Unit("utf-16-le", 2),
    types.PositionEncodingKind.Utf8.value: _Unit("utf-8", 1),
    types.PositionEncodingKind.Utf32.value: _Unit("utf-32-le", 4),
}


@frozen
class Positions:
    """Counts as was agreed with the client: lines from 0, columns in units of UTF-16 where nothing was agreed."""

    encoding: str = _UTF_16

    def place(self, document: Document, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        at = document.extract.place(offset) if document.extract else offset
        line = max(bisect_right(document.line_starts, at) - 1, 0)
        start = document.line_starts[line]
        before = document.file_text[start:at]
        if before.isascii():
            return line, at - start
        codec, width = _UNITS[self.encoding]
        return line, len(before.encode(codec, "surrogatepass")) // width

    def at(self, document: Document, offset: int) -> types.Position:
        """The position of an offset."""
        return types.Position(*self.place(document, offset))

    def range(self, document: Document, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.at(document, span.start), self.at(document, span.end))

    def offset(self, document: Document, position: types.Position) -> int:
        """The offset of a position; one past the end of its line is that end, as the protocol has it."""
        starts = (*document.line_starts[position.line : position.line + 2], len(document.file_text))
        if position.line >= len(document.line_starts):
            return len(document.text)
        line = document.file_text[starts[0] : starts[1]].rstrip("\r\n")
        codec, width = _UNITS[self.encoding]
        if not line.isascii():
            line = line.encode(codec, "surrogatepass")[: position.character * width].decode(codec, "ignore")
        return document.offset(position.line + 1, min(position.character, len(line)) + 1)
