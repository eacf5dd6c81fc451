"""The stretches of a paragraph that stand in quotation marks.

A mark that is never closed runs to the paragraph's end: printers open every paragraph of a long quotation and close the
last one only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Mention, Span

# Straight marks open after a blank, a bracket or a dash and run to the next one; one before a letter opens anew. A mark
# of one kind is closed by one of the other where editors' machines mixed the two. Two apostrophes are a mark of some
# wires. Single curly marks close where no letter follows and a stop, or nothing but a word's end, stands before.
_QUOTATION = pattern(
    r"“(?:[^“”\"]+|(?<=[\s(-])\"[^“”\"]*\"|(?<=[\s(-])\")*(?:”|\"(?!\w)|(?=[“\"])|\Z)"
    r"|(?<![\w,.?!])\"(?=\S)(?:[^“”\"]+|“[^“”\"]*”)*(?:\"(?!\w)|”|(?=[“\"])|\Z)"
    r"|(?<![\w'])(?:''|``)(?=\S)[\s\S]*?(?:'{2,3}|\Z)"
    r"|«[^«»]*(?:»|\Z)|„[^„“”]*(?:[“”]|\Z)"
    r"|(?<!\w)‘(?=\w)(?:[^‘’]|’(?=\w)){2,300}?[,.?!]?’(?!\w)"
)

_CLOSING, _STOPS = "\"”»'’", ",."
_MARK = pattern(r"[“\"«„‘`'](?:(?<!')|(?='))")  # one of these, or '', opens every quotation, and they are found faster


def quotations(prose: str, span: Span) -> tuple[Span, ...]:
    """The quotations inside ``span``, marks included, in order and apart; offsets are those of ``prose``."""
    found = []
    mark = _MARK.search(prose, *span)
    while mark:
        quotation = _QUOTATION.match(prose, mark.start(), span.end)
        if quotation and quotation.end() - quotation.start() > 1:
            found.append(Span(*quotation.span()))
        mark = _MARK.search(prose, quotation.end() if quotation else mark.start() + 1, span.end)
    return tuple(found)


def names_apart(
    prose: str, quoted: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The quotations without the names of outlets that some printers set in marks, and the marks of those names."""
    names = {mention.span for mention in mentions if not mention.sources[0].common_word}
    kept, marks = [], []
    for quotation in quoted:
        name = _inside(prose, quotation) if names else quotation
        if name in names:
            marks += [Span(quotation.start, name.start), *_closing(prose, Span(name.end, quotation.end))]
        else:
            kept.append(quotation)
    return tuple(kept), tuple(marks)


def _inside(prose: str, quotation: Span) -> Span:
    """What stands between the marks, without a stop."""
    start, end = quotation.start + mark(prose, quotation), quotation.end
    while end > start and prose[end - 1] in _CLOSING + _STOPS:
        end -= 1
    return Span(start, end)


def _closing(prose: str, behind: Span) -> Iterator[Span]:
    """The closing marks among the stops behind a name."""
    for at in range(*behind):
        if prose[at] in _CLOSING:
            yield Span(at, at + 1)


def mark(prose: str, quotation: Span) -> int:
    """The length of the opening mark."""
    return 2 if prose.startswith(("''", "``"), quotation.start, quotation.end) else 1


def closed(prose: str, quotation: Span) -> bool:
    """Whether the quotation ends in a closing mark."""
    return quotation.of(prose).endswith(('"', "”", "»", "''", "’")) or prose[quotation.start] == "„"
