"""Rows of tables: their cells, and whether they are labels and figures, which state nothing in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Block, Document
from attrib.segment.lists import LABEL

_CELL = pattern(r"[^|\t\n]+")
_WORDS = 4
_LONGEST_HEAD = 60  # code points of a cell that heads a column
_ENDS = (".", "!", "?", ")", "]")  # of a sentence, a citation, a note
_UNIT = pattern(r"\w[^()]*\((?P<words>[^(),;\d]{1,16})\)")

Cells = Sequence[str]


def are_rows(document: Document, blocks: Sequence[Block], is_outlet: Callable[[str], object]) -> bool:
    """Whether the first of two blocks is rows of labels and figures, or heads the columns of those in the second.

    ``is_outlet`` says whether what stands in brackets behind a label is an outlet, and not a unit.
    """
    own = _rows(document, blocks[0])
    if not own or any(_says_something(cells, is_outlet) for cells in own) or not all(map(_are_short, own[1:])):
        return False
    head, *below = own
    if _are_short(head):
        return True
    below = below or (_rows(document, blocks[1]) if len(blocks) > 1 else [])
    if not below or len(below[0]) > len(head) or max(map(len, head)) > _LONGEST_HEAD:
        return False
    return _are_short(below[0]) and not _says_something(below[0], is_outlet)


def _rows(document: Document, block: Block) -> list[Cells]:
    """The words of the cells, line by line; nothing of a block that is no table."""
    text = block.span.of(document.text)
    if not ("|" in text or "\t" in text) or LABEL.match(text):
        return []
    rows: list[Cells] = []
    start = block.span.start
    for line in text.splitlines(keepends=True):
        found = [
            document.prose[cell.start() : cell.end()]
            for cell in _CELL.finditer(document.text, start, start + len(line))
        ]
        rows.append([words for cell in found if (words := cell.strip())])
        start += len(line)
    return rows


def _are_short(cells: Cells) -> bool:
    return all(cell.count(" ") < _WORDS for cell in cells)


def _says_something(cells: Cells, is_outlet: Callable[[str], object]) -> bool:
    """Whether a cell ends as running text does, or is alone in its row; "Output (t)" ends with its unit."""
    return len(cells) < 2 or any(cell.endswith(_ENDS) and not _is_measured(cell, is_outlet) for cell in cells)


def _is_measured(cell: str, is_outlet: Callable[[str], object]) -> bool:
    unit = _UNIT.fullmatch(cell)
    return unit is not None and not is_outlet(unit["words"])
