"""Text for a terminal: made inert, measured in columns, and painted."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from attrib.values import NamedTuple

if TYPE_CHECKING:
    from attrib.model import Severity

_BLANKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_COMMANDS = r"(?<!\S):(?=:[A-Za-z])|#(?=#\w*\[)"
"""A word that makes a line of a log a command to the CI that shows it: ``::error`` at its start, and anywhere in it
``##[error]`` (GitHub; actions/runner, ``ActionCommand.cs``), ``##vso[`` (Azure) and ``##teamcity[``."""
_HARMLESS = "\u200c\u200d"
"""Joiners of letters, which are of the category of what steers, and belong to the spelling of some languages."""

_CODES = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip


class Glyphs(NamedTuple):
    """The few marks of a report beyond letters; ASCII where the terminal's encoding has no better ones."""

    bar: str
    ellipsis: str
    arrow: str
    opening: str
    closing: str

    def quoted(self, text: str) -> str:
        """The text in quotation marks, unless it brings its own."""
        return text if text[:1] in {"“", '"', "«", "„"} else f"{self.opening}{text}{self.closing}"


def glyphs(encoding: str) -> Glyphs:
    """The marks that an encoding can show."""
    fine = Glyphs("│", "…", "→", "“", "”")
    try:
        "│…→“”".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Glyphs("|", "...", "->", '"', '"')
    return fine


def inert(text: str) -> str:
    """The text on one line, with every character written out that would steer a terminal or command a CI.

    >>> inert("a\\x1b[31mb"), inert("::error::none")
    ('a\\\\x1b[31mb', '\\\\x3a:error::none')
    """
    text = visible(text)
    for at in reversed(commands(text)):
        text = f"{text[:at]}\\x{ord(text[at]):02x}{text[at + 1 :]}"
    return text


def visible(text: str) -> str:
    """The text on one line, with controls and marks of direction written out; for pages, whose words no CI obeys."""
    return text if text.isprintable() else "".join(map(_shown, text))


def commands(text: str) -> list[int]:
    """Where the characters stand that, as they are, make a line with this text a command to a CI."""
    if "::" not in text and "##" not in text:
        return []
    import re

    return [match.start() for match in re.finditer(_COMMANDS, text)]


def columns(text: str) -> int:
    """How many columns inert text takes: two for a wide character, none for a combining one.

    >>> columns("\\u4e2d") + columns("e\\u0301")
    3
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def clipped(text: str, width: int, ellipsis: str = "...") -> str:
    """The first words of inert text that fit in so many columns.

    >>> clipped("The minister resigned on Monday.", 20)
    'The minister...'
    """
    if columns(text) <= width:
        return text
    taken = ""
    for word in text.split(" "):
        if columns(taken) + columns(word) + 1 + len(ellipsis) > width and taken:
            break
        taken = f"{taken} {word}" if taken else word
    while columns(taken) + len(ellipsis) > width:
        taken = taken[:-1]
    return taken + ellipsis


def wrapped(text: str, width: int) -> list[str]:
    """Inert text in lines of so many columns, broken at spaces; a longer word has a line of its own. Never empty.

    >>> wrapped("no citation supports this", 16)
    ['no citation', 'supports this']
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and columns(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def paint(text: str, *styles: str) -> str:
    """The text in ANSI styles: ``bold``, ``dim``, or a colour."""
    return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def severity_color(severity: Severity) -> str:
    return {"error": "red", "warning": "yellow", "note": "cyan"}[severity]


@lru_cache(1024)
def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shown(character: str) -> str:
    """A character that steers nothing as it is; controls, marks of direction and half characters by their number."""
    if character in _BLANKS:
        return " "
    if character in _HARMLESS or unicodedata.category(character) not in ("Cc", "Cf", "Cs"):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
