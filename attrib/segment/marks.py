"""Marks of the desk: what a draft holds for those who work on it and not for readers: "[TK: check]", "(source?)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib.dates import MONTHS
from attrib.matching.patterns import pattern
from attrib.model import DeskMark, Document, Span
from attrib.resources import Table, tables
from attrib.values import evolve, frozen

_MONTH = f"(?:{'|'.join((*MONTHS, *(name[:3] for name in MONTHS), 'Sept'))})\\b"
_BEFORE = pattern(r",?\s*\Z")  # what joins a stopgap for a day to the name before it
_REST = r"[^()\[\]\n]*(?:\([^()\n]*\)[^()\[\]\n]*)?"  # of a bracket, which may hold another
_CLOSING = ")]"


@frozen
class MarkWords:
    """The marks of ``rules/lexicon/marks.toml``: those in brackets, and stopgaps anywhere."""

    bracketed: re.Pattern[str]
    stopgaps: re.Pattern[str]
    signs: re.Pattern[str]
    """What every stopgap holds: a text without it holds none, and that is soon found."""

    @classmethod
    def load(cls, table: Table) -> MarkWords:
        source, asks, opens, stopgaps = (
            "|".join(table[key]).replace("{month}", _MONTH) for key in ("source", "asks", "opens", "stopgaps")
        )
        return cls(
            pattern(
                rf"[(\[] ?(?:(?:(?P<source>{source})|{asks})[.!]? ?|(?:{opens}){_REST})[)\]]",
            ),
            pattern(rf"(?<![\w$])(?:{stopgaps})(?!\w)"),
            pattern("|".join(map(re.escape, table["signs"]))),
        )


@cache
def default_marks() -> MarkWords:
    """Those that ship with attrib."""
    return MarkWords.load(tables("lexicon")["marks"])


def taken_out(document: Document, words: MarkWords) -> tuple[Document, tuple[DeskMark, ...]]:
    """The document with its marks blank in the prose, so that nobody takes them for news, and the marks in order."""
    prose = document.prose
    found = [DeskMark(Span(*one.span()), bool(one["source"])) for one in words.bracketed.finditer(prose)]
    taken = [mark.span for mark in found]
    for one in words.stopgaps.finditer(prose) if words.signs.search(prose) else ():
        span = Span(*one.span())
        if not any(span.meets(other) for other in taken):
            found.append(DeskMark(span))
    if not found:
        return document, ()
    found.sort(key=lambda mark: mark.span)
    return evolve(document, prose=_without(prose, [mark.span for mark in found])), tuple(found)


def _without(prose: str, spans: Sequence[Span]) -> str:
    """The prose with blanks for the spans, and for the comma before one that ends a bracket."""
    pieces, at = [], 0
    for start, end in spans:
        if prose[end : end + 1] in _CLOSING and (joint := _BEFORE.search(prose, at, start)):
            start = joint.start()
        pieces += [prose[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, prose[at:]])
