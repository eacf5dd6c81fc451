"""The parts of an RTF file: striprtf reads the words; notes and links, which it leaves out, are set apart first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.errors import InputError
from attrib.inputs import extract
from attrib.inputs.extract import Link, Part, Piece, worded

_BRACE = re.compile(r"\\[\\{}]|[{}]")
_NOTE = re.compile(r"\{\s{0,4}(?:\\\*)?\\footnote\b")
_FIELD = re.compile(r"\{\s{0,4}\\field\b")
_ADDRESS = re.compile(r'HYPERLINK\s{1,4}"([^"{}\\]{1,2000})"')
_RESULT = re.compile(r"\{\s{0,4}\\fldrslt\b ?")
_HIDDEN = re.compile(r"\{[^{}]{0,200}\\(?:deleted|v)(?![a-z0-9])")
_BULLET = re.compile(r"\s*[\uf0b7\uf0a7•▪·◦‣]\s+")
_MARK = re.compile(r"\\chftn\b ?")
_OPENS, _CLOSES, _NOTED = "\ue001", "\ue002", "\ue003"
_SIGN = re.compile(f"[{_OPENS}{_CLOSES}{_NOTED}]")
_PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def parts(data: bytes) -> tuple[Part, ...]:
    """The paragraphs, then the notes. Raises InputError for what striprtf cannot read."""
    source = data.decode("latin-1")
    body, notes = _without_notes(_without_hidden(source))
    body, addresses = _with_links(body)
    head = source[: _head(source)]
    told = [_part(_BULLET.sub("", line, count=1), addresses) for line in _text(body).split("\n")]
    numbered = _numbered(told)
    entries = (
        Part("note", (Piece(" ".join(_text(f"{head}{note}}}").split())),), str(number))
        for number, note in enumerate(notes, 1)
    )
    return worded((*numbered, *entries))


def _text(source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, OverflowError) as error:
        raise InputError(f"is a damaged RTF file ({error}); save the draft again") from None
    # Beyond the first 65,536 characters RTF writes halves.
    return _PAIRS.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _head(source: str) -> int:
    """The end of what a piece of the file needs before it to be read: its fonts and its encoding."""
    fonts = source.find("{\\fonttbl")
    return _end(source, fonts) if fonts >= 0 else min(len(source), source.find("\\", 6) % (len(source) + 1))


def _without_hidden(source: str) -> str:
    """The file without what was deleted while changes were tracked, and what is set as hidden."""
    kept: list[str] = []
    end = 0
    for start, close in _groups(source, _HIDDEN):
        kept.append(source[end:start])
        end = close
    return "".join([*kept, source[end:]])


def _without_notes(source: str) -> tuple[str, list[str]]:
    """The file with a sign in place of each note, and the notes."""
    notes: list[str] = []
    kept: list[str] = []
    end = 0
    for start, close in _groups(source, _NOTE):
        kept += [source[end:start], _sign(_NOTED)]
        notes.append(_MARK.sub("", source[_NOTE.match(source, start).end() : close - 1]))  # type: ignore[union-attr]
        end = close
    return _MARK.sub("", "".join([*kept, source[end:]])), notes


def _with_links(source: str) -> tuple[str, list[str]]:
    """The file with signs around the words of each link, and the addresses in their order."""
    addresses: list[str] = []
    kept: list[str] = []
    end = 0
    for start, close in _groups(source, _FIELD):
        address = _ADDRESS.search(source, start, close)
        result = _RESULT.search(source, start, close)
        if address is None or result is None:
            continue
        last = _end(source, result.start()) - 1
        addresses.append(address[1])
        kept += [
            source[end : address.start()],
            source[address.end() : result.end()],
            _sign(_OPENS),
            source[result.end() : last],
            _sign(_CLOSES),
        ]
        end = last
    return "".join([*kept, source[end:]]), addresses


def _sign(character: str) -> str:
    return f"\\uc0\\u{ord(character)} \\uc1 "


def _groups(source: str, opening: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where each group begins and ends that opens so; of one in another only the outer."""
    end = 0
    for found in opening.finditer(source):
        if found.start() >= end:
            end = _end(source, found.start())
            yield found.start(), end


def _end(source: str, start: int) -> int:
    """The end of the group that opens at ``start``; the end of the file where it is never closed."""
    depth = 0
    for brace in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return len(source)


def _part(line: str, addresses: list[str]) -> Part:
    """A paragraph or row with its links; ``addresses`` are used up in the order of the text."""
    if line.endswith("|"):
        line = line[:-1].replace("|", extract.CELL)
    pieces: list[Piece] = []
    links: list[Link] = []
    first = end = 0
    for sign in _SIGN.finditer(line):
        pieces.append(Piece(line[end : sign.start()]))
        if sign[0] == _OPENS:
            first = len(pieces)
        elif sign[0] == _NOTED:
            pieces.append(Piece(_NOTED))
        elif addresses:
            links.append(Link(first, len(pieces), addresses.pop(0)))
        end = sign.end()
    pieces.append(Piece(line[end:]))
    return Part("paragraph", tuple(pieces), links=tuple(links))


def _numbered(parts: list[Part]) -> Iterator[Part]:
    """The parts with the signs of notes turned into markers."""
    number = 0
    for part in parts:
        pieces = []
        for piece in part.pieces:
            number += piece.text == _NOTED
            pieces.append(Piece(f"[^{number}]") if piece.text == _NOTED else piece)
        yield part._replace(pieces=tuple(pieces))
