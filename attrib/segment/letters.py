"""The lines that a mail program writes above an issue: who sent it to whom, and no part of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrib.dates import written
from attrib.model import Block, Document, Span
from attrib.segment.imprints import ImprintWords
from attrib.segment.lists import trimmed
from attrib.values import evolve

_FEWEST = 2  # one alone may be the first line of a text: "To: the editors"
_FARTHEST = 4000  # code points in which they end


def opened(document: Document, words: ImprintWords) -> tuple[Sequence[Block], dt.date | None]:
    """The blocks without such lines at their head, and the day of sending that these give.

    A line that begins with a blank goes on with the one above it.
    """
    blocks = document.blocks
    headers, sent = 0, None
    at = end = blocks[0].span.start if blocks else 0
    for line in document.text[at : at + _FARTHEST].splitlines(keepends=True):
        at += len(line)
        if words.mail_header.match(line):
            headers += 1
            sent = sent or written.full_date(line)
        elif line.strip() and not line[0].isspace():
            break
        end = at
    if headers < _FEWEST:
        return blocks, None
    left = (trimmed(document.text, Span(max(end, block.span.start), block.span.end)) for block in blocks)
    return tuple(evolve(b, span=s) for b, s in zip(blocks, left, strict=True) if s.start < s.end), sent
