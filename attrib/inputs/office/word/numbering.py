"""The numbers that Word sets before the items of a list: they are not in the text, and a list may be the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrib.inputs.office.word.package import W
from attrib.values import NamedTuple

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_ROMAN = 3999


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class Numbering:
    """Counts the items of one document's lists as they come, in the order of the document."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """``numbering`` and ``styles`` are the root elements of those parts, or None."""
        self._lists = _lists(numbering) if numbering is not None else {}
        self._of_style = _styled(styles) if styles is not None else {}
        self._counts: dict[str, list[int]] = {}

    def marker(self, paragraph: Any) -> str:
        """What stands before a paragraph: ``2. ``, ``[2] ``; empty for one that is in no numbered list."""
        number, depth = _place(paragraph, self._of_style)
        levels = self._lists.get(number)
        if levels is None or depth not in levels:
            return ""
        level = levels[depth]
        if level.form in ("none", "bullet"):
            return ""
        counts = self._counts.setdefault(number, [])
        while len(counts) <= depth:
            counts.append(levels[len(counts)].start - 1 if len(counts) in levels else 0)
        counts[depth] += 1
        del counts[depth + 1 :]

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            return _written(counts[at], levels[at].form) if at < len(counts) and at in levels else ""

        return f"{_PLACE.sub(shown, level.text)} ".lstrip() if level.text else ""


def roman(number: int) -> str:
    """A number in small Roman numerals, as Word counts endnotes; ``4000`` and more in digits."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 9 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if form == "upperRoman" else roman(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _place(paragraph: Any, of_style: Mapping[str, tuple[str, int]]) -> tuple[str, int]:
    """The list and the depth of a paragraph: its own, else its style's; list ``0`` is none."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    number, depth = of_style.get(style.get(f"{W}val"), ("0", 0)) if style is not None else ("0", 0)
    own = paragraph.find(f"{W}pPr/{W}numPr")
    return (number, depth) if own is None else _pair(own, number, depth)


def _pair(properties: Any, number: str = "0", depth: int = 0) -> tuple[str, int]:
    listed, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    return (
        number if listed is None else listed.get(f"{W}val", "0"),
        depth if level is None else _whole(level.get(f"{W}val"), 0),
    )


def _styled(styles: Any) -> dict[str, tuple[str, int]]:
    return {
        style.get(f"{W}styleId"): _pair(properties)
        for style in styles.findall(f"{W}style")
        if (properties := style.find(f"{W}pPr/{W}numPr")) is not None
    }


def _lists(numbering: Any) -> dict[str, dict[int, _Level]]:
    shapes = {
        shape.get(f"{W}abstractNumId"): {
            _whole(level.get(f"{W}ilvl"), 0): _Level(
                _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), _whole(_value(level, "start", "1"), 1)
            )
            for level in shape.findall(f"{W}lvl")
        }
        for shape in numbering.findall(f"{W}abstractNum")
    }
    return {
        one.get(f"{W}numId"): shapes[_value(one, "abstractNumId", "")]
        for one in numbering.findall(f"{W}num")
        if _value(one, "abstractNumId", "") in shapes
    }


def _value(element: Any, child: str, default: str) -> str:
    found = element.find(f"{W}{child}")
    return default if found is None else str(found.get(f"{W}val", default))


def _whole(written: str | None, default: int) -> int:
    return int(written) if written and written.isdecimal() else default
