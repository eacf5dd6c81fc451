"""Bytes to text: Unicode by its marks or its form, then the single-byte encodings that drafts of 1990-2026 come in."""

from __future__ import annotations

import codecs

from attrib.errors import InputError
from attrib.matching.patterns import pattern

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"PK\x03\x04", "a Word, ODT or zip file", "its name an ending of its format, .docx or .odt"),
    (b"%PDF-", "a PDF file", "its name the ending .pdf"),
    (b"{\\rtf", "an RTF file", "its name the ending .rtf"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_CONTROLS = pattern("[\x00-\x08\x0e-\x1f\x7f]")
_NOT_ASCII = pattern("[^\x00-\x7f]")
_SAVE = "save the draft as UTF-8"
_MOST_CONTROLS = 0.02
"""Wire copy frames its stories with a few control characters (IPTC 7901); programs and pictures are full of them."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text and the name of its encoding; a leading byte order mark is no part of the text.

    ``path`` serves the messages. Raises InputError for what is not text or in no encoding that drafts come in.
    """
    for magic, what, mend in _FORMATS:
        if data.startswith(magic):
            raise InputError(f"{path}: is {what}, not text; give {mend}")
    if data.startswith(_PICTURES):
        raise InputError(f"{path}: is a picture, not text; attrib reads no scans: name a file of the words")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return checked(_strictly(data[len(mark) :], encoding, path), path), encoding
    if b"\0" in data:
        wide = _wide(data)
        if wide is None:
            raise _binary(path)
        try:
            return checked(data.decode(wide), path), wide
        except UnicodeDecodeError:
            raise _binary(path) from None
    try:
        return checked(data.decode("utf-8"), path), "utf-8"
    except UnicodeDecodeError as error:
        if _mostly_utf_8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError(f"{path}: line {line} holds a byte that is not UTF-8, as the rest is; {_SAVE}") from None
    from attrib.inputs.decoding import legacy  # with its detector: few drafts need it

    legacy_encoding = legacy.detect(data)
    if legacy_encoding is None:
        raise InputError(f"{path}: in no encoding that attrib knows ({', '.join(legacy.CANDIDATES)}); {_SAVE}")
    return checked(data.decode(legacy_encoding), path), legacy_encoding


def mark(data: bytes, encoding: str) -> bytes:
    """The byte order mark that a file of that encoding begins with; empty where it has none."""
    return next((mark for mark, name in _MARKS if name == encoding and data.startswith(mark)), b"")


def _mostly_utf_8(data: bytes) -> bool:
    """Whether single faults stand in a text whose other letters beyond ASCII are UTF-8."""
    good = len(_NOT_ASCII.findall(data.decode("utf-8", "ignore")))
    bad = data.decode("utf-8", "replace").count("\ufffd")
    return good > 2 * bad


def _strictly(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: begins as {encoding.upper()} but byte {error.start + 1} is not; {_SAVE} again"
        ) from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: spaces and Latin letters have a zero byte, always on the same side."""
    low, high = data[1::2].count(0), data[::2].count(0)
    if len(data) % 2 or (low and high):
        return None
    return "utf-16-le" if low else "utf-16-be"


def checked(text: str, path: str) -> str:
    """The same text. Raises InputError for one that is full of control characters, as programs and pictures are."""
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text) or "\0" in text:
        raise _binary(path)
    return text


def _binary(path: str) -> InputError:
    return InputError(f"{path}: holds binary data, not text; save the draft as plain text (UTF-8) or Markdown")
