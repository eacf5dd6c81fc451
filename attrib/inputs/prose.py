"""What all formats share: where lines start, and the prose that later stages read in place of the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from attrib.matching.patterns import pattern
from attrib.model import Span

_LINE_END = pattern(r"\r\n?|\n")
# All white space and control characters but the blank, and those that may stand around a line.
_NOT_PROSE = pattern("[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_AROUND = "".join(
    map(chr, (*range(0x21), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
)
_SURROGATE = pattern("[\ud800-\udfff]")
_NO_LINE_END = pattern(r"[^\r\n]")


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of every line's first character; a line ends at ``\\n``, ``\\r\\n`` or a lone ``\\r``."""
    if "\r" not in text:
        return (0, *accumulate([len(line) + 1 for line in text.split("\n")[:-1]]))
    return (0, *[match.end() for match in _LINE_END.finditer(text)])


def prose(text: str, blocks: Iterable[Span]) -> str:
    """The text as running words: same length, same offsets.

    Inside the blocks (ordered, apart) every white space and control character is a plain space, so that a pattern need
    not know how a draft was wrapped; outside them only line ends stand, so that no pattern runs from block to block.
    """
    parts = []
    end = 0
    for block in blocks:
        words = text[block.start : block.end].replace("\n", " ")
        if not words.isprintable():  # few are not, and those without are quickly told
            words = encodable(_NOT_PROSE.sub(" ", words))
        parts += [blank(text[end : block.start]), words]
        end = block.end
    parts.append(blank(text[end:]))
    return "".join(parts)


def blank(text: str) -> str:
    """As many spaces, with the line ends kept."""
    if "\n" not in text and "\r" not in text:
        return " " * len(text)
    return _NO_LINE_END.sub(" ", text) if text.strip("\r\n") else text


def encodable(text: str) -> str:
    """Lone surrogates, which no library that counts bytes accepts, become U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and control characters at either end; an empty one stays at its start."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(_AROUND))
    return Span(first, max(first, start + len(piece.rstrip(_AROUND))))
