"""Plain text: paragraphs between blank lines, wrapped at a margin or one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.dates.written import alone
from attrib.inputs.prose import line_starts, prose, trimmed
from attrib.matching.patterns import pattern
from attrib.model import BULLETS, Block, Document, Span

ENDINGS = (".txt", ".text")

_SEPARATOR = "\u2029"
_MARGIN = 120
"""Few wrap text wider than this: a longer line is a whole paragraph, unless the lines show that they are wrapped."""
_WIDEST = 200
_RAGGED = 25
"""By so much the lines of wrapped text differ at most, but for the last."""
_NARROWEST = 50
"""Nobody wraps text narrower than this, so shorter lines tell no margin."""
_USUAL = 60
"""From here on, people wrap text: a line that ends there may be a wrapped one."""
_WRAPPED = pattern(r"^[ \t]*(?=\S)([^\n]{49,199}\w)(?=[ \t]*\r?\n[ \t]*[a-z])", re.MULTILINE)
"""A line that was wrapped for sure: the next goes on with it in small letters."""
_RULE = pattern(r"[-=_*~#\s]{3,}|(\S)\1{7,}")
_RULED = frozenset("-=_*~#")
_LETTER = r"o(?=[ \t]+[^\sa-z])"
_MARKER = pattern(
    rf"(?:(?P<bullet>[-*–{BULLETS}]|{_LETTER})"
    r"|(?P<digit>\d{1,2}[.)])|(?P<round>\(\d{1,2}\))|(?P<square>\[\d{1,3}\]))[ \t]"
)
_LETTER_BULLET = pattern(_LETTER)
_ENDED = pattern(r"""[.?!…:;,)\]—–-]["'”’»)\]]*\Z""")
_LAST = frozenset("""'"”’»)].?!…:;,)—–-""")  # most lines end in a word


def document(text: str, path: str, encoding: str) -> Document:
    """The text as a Document whose blocks are all paragraphs; spans are trimmed of white space.

    The letter that stands for a bullet on a typewriter ("o Rain fell.") is one in the prose.
    """
    spans = tuple(paragraphs(text))
    words = prose(text, spans)
    for start, end in spans:
        if text[start] == "o" and _LETTER_BULLET.match(text, start, end):
            words = f"{words[:start]}•{words[start + 1 :]}"
    return Document(
        path=path,
        text=text,
        prose=words,
        blocks=tuple(Block("paragraph", span) for span in spans),
        format="plain",
        encoding=encoding,
        line_starts=line_starts(text),
    )


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text in order, trimmed: between blank lines, by indents, by the numbers of a list."""
    width = _width(text)
    for stretch in _stretches(text):
        start, margin = 0, _margin(text, stretch)
        for number in range(1, len(stretch)):
            if _parted(text, stretch, start, number, margin, width):
                yield Span(stretch[start].start, stretch[number - 1].end)
                start = number
        yield Span(stretch[start].start, stretch[-1].end)


def _stretches(text: str) -> Iterator[list[Span]]:
    """The trimmed lines between blank lines, rules ("* * *", "xxxxxxxx") and paragraph separators."""
    stretch: list[Span] = []
    at = 0
    for written in text.splitlines(keepends=True):
        line = trimmed(text, at, at + len(written))
        at += len(written)
        empty = line.start == line.end or (_may_rule(text, line.start) and _RULE.fullmatch(text, *line))
        if not empty:
            stretch.append(line)
        if stretch and (empty or written[-1] == _SEPARATOR):
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _may_rule(text: str, start: int) -> bool:
    """Whether a line begins as a rule does: most begin with two letters that differ."""
    return text[start] in _RULED or text[start] == text[start + 1 : start + 2]


def _width(text: str) -> int | None:
    """How wide the page is wrapped: what three in four of the lines that were wrapped for sure stay within.

    A line into which somebody put a word later is wider and tells nothing.
    """
    widths = sorted([len(line) for line in _WRAPPED.findall(text)])
    return widths[len(widths) * 3 // 4] if widths else None


def _margin(text: str, stretch: list[Span]) -> int:
    """How long a line may be that is no whole paragraph: more than usual where most lines break off at one width."""
    full = stretch[:-1]
    if len(full) < 2:
        return _MARGIN
    widths = [end - start for start, end in full]
    widest = max(widths)
    if not _MARGIN < widest <= _WIDEST or widest - min(widths) > _RAGGED:
        return _MARGIN
    return widest if sum(_is_ended(text, line) for line in full) * 2 < len(full) else _MARGIN


def _is_ended(text: str, line: Span) -> bool:
    return text[line.end - 1] in _LAST and _ENDED.search(text, *line) is not None


def _parted(text: str, stretch: list[Span], start: int, number: int, margin: int, width: int | None) -> bool:
    """Whether line ``number`` of the stretch begins a paragraph, when line ``start`` began the last one."""
    above, line = stretch[number - 1], stretch[number]
    ended = _is_ended(text, above)
    if _unwrapped(text, above, margin) or _unwrapped(text, line, margin):
        return ended or not text[line.start].islower()  # a sentence that goes on in small letters is not over
    if marker := _MARKER.match(text, *line):
        opening = _MARKER.match(text, *stretch[start])
        return ended or (opening is not None and opening.lastgroup == marker.lastgroup)
    indent = _indent(text, line)
    if indent > 1 and ended and _indent(text, above) == 0:
        return True
    return number == start + 1 and _headline(text, above, line, stretch[number:], ended, width)


def _headline(text: str, above: Span, line: Span, rest: list[Span], ended: bool, width: int | None) -> bool:
    """Whether a line heads those after it: in capitals over others, even with a stop, a day, or a line cut short.

    How wide a line could have been, the page tells. Where nothing on it is wrapped for sure, the lines below tell it;
    but a line as wide as people wrap may then go on in the next, whose own width is its author's whim.
    """
    words, below = above.of(text), line.of(text)
    if words.isupper():
        return not below.isupper()
    if alone(text, *above):
        return True
    if ended or not (words[0].isupper() and below[0].isupper()):
        return False
    below_width = max(end - start for start, end in rest)
    if below_width < _NARROWEST or (width is None and len(words) > _USUAL):
        return False
    return len(below.split(None, 1)[0]) < ((width or below_width) - len(words)) // 2


def _indent(text: str, line: Span) -> int:
    """The white space before a trimmed line."""
    before = text[max(0, line.start - _NARROWEST) : line.start]
    return len(before) - len(before.rstrip(" \t"))


def _unwrapped(text: str, line: Span, margin: int) -> bool:
    """Longer than the margin, and not just for a web address that cannot be broken."""
    return line.end - line.start > margin and text.rfind(" ", *line) - line.start > margin * 3 // 4
