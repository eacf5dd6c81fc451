"""The parts of a PDF file: paragraphs put together again from the lines that stand on its pages."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from attrib.errors import InputError
from attrib.inputs.extract import Part, Piece, worded
from attrib.inputs.plain import paragraphs
from attrib.model import Span
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from pdfminer.layout import LTPage, LTTextContainer, LTTextLine

_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_BULLET = re.compile(r"[\uf0b7\uf0a7•▪·◦‣]\s+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENDED = re.compile(r"[.!?…][\"”’)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹\w]?\Z")
_NOTE = re.compile(r"(\d{1,3})\s+(?=[^\W\d])")
_INDENT, _SHORT = 0.8, 0.15
"""An indent is as wide as that part of the line's height; the last line of a paragraph ends so far from the margin."""
_SMALL = 0.8
"""Type so much smaller than the rest of its line, and set higher, is a number of a note."""
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad]\n(?=[a-zà-ÿ])")
_GOES_ON = re.compile(r"[^.!?:…\"”’)\]]\s*\Z")
_LARGE = 1.15
"""Type so many times larger than that of the running text sets a heading."""
_EDGE = 0.1
"""Running heads and feet stand in the uppermost and lowest tenth of a page."""
_PAGES = 3
"""On so many pages a line has to stand in the edge to be a running one."""


class _Line(NamedTuple):
    """``begins`` says that it is indented, ``ends`` that it stops short of the margin."""

    text: str
    size: int
    bold: bool
    begins: bool
    ends: bool


class _Box(NamedTuple):
    text: str
    page: int
    size: float
    bold: bool
    at_edge: bool


def parts(data: bytes) -> tuple[Part, ...]:
    """The paragraphs in the order of reading. Raises InputError for a file that is encrypted or broken."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException

    try:
        boxes = [
            box
            for number, page in enumerate(extract_pages(io.BytesIO(data), laparams=LAParams()))
            for box in _boxes(page, number)
        ]
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise InputError("is encrypted; save it without a password and try again") from None
    except (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise InputError(f"is a damaged PDF file ({type(error).__name__}); save the draft as PDF again") from None
    return worded(_parts(_running_text(boxes)))


def _boxes(page: LTPage, number: int) -> Iterator[_Box]:
    """The boxes of text of a page, parted where the type changes: a headline and the paragraph under it."""
    from pdfminer.layout import LTTextContainer, LTTextLine

    low, high = page.height * _EDGE, page.height * (1 - _EDGE)
    for box in page:
        if isinstance(box, LTTextContainer):
            at_edge = box.y1 < low or box.y0 > high
            lines = [_line(line, box) for line in box if isinstance(line, LTTextLine) and line.get_text().strip()]
            for (size, bold), same in groupby(lines, lambda line: (line.size, line.bold)):
                yield _Box(_BULLET.sub("", _set(list(same)), count=1), number, size, bold, at_edge)


def _line(line: LTTextLine, box: LTTextContainer[LTTextLine]) -> _Line:
    """A line of a box; the number of a note is a small one."""
    from pdfminer.layout import LTChar

    characters = [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]
    begins = line.x0 > box.x0 + _INDENT * line.height
    ends = line.x1 < box.x1 - _SHORT * box.width
    if not characters:
        return _Line(line.get_text().strip(), 0, False, begins, ends)
    size, foot = median(one.size for one in characters), median(one.y0 for one in characters)
    text = "".join(
        one.get_text().translate(_RAISED)
        if isinstance(one, LTChar) and one.size < size * _SMALL and one.y0 > foot + size / 10
        else one.get_text()
        for one in line
    )
    bold = all(_BOLD.search(one.fontname) for one in characters)
    return _Line(text.strip(), round(size), bold, begins, ends)


def _set(lines: Sequence[_Line]) -> str:
    """The lines as plain text has them: with a blank one between two paragraphs."""
    text = lines[0].text
    for above, line in pairwise(lines):
        apart = (line.begins and not above.begins) or (above.ends and _ENDED.search(above.text))
        text += ("\n\n" if apart else "\n") + line.text
    return text


def _running_text(boxes: Sequence[_Box]) -> list[_Box]:
    """The boxes without page numbers, and without what stands at the edge of page after page."""
    seen = Counter(line for _, line in {(box.page, _NUMBERS.sub("#", box.text)) for box in boxes if box.at_edge})
    return [
        box
        for box in boxes
        if not (box.at_edge and (_PAGE_NUMBER.fullmatch(box.text) or seen[_NUMBERS.sub("#", box.text)] >= _PAGES))
    ]


def _parts(boxes: Sequence[_Box]) -> Iterator[Part]:
    size = median(box.size for box in boxes for _ in range(1 + len(box.text) // 80)) if boxes else 0
    for text, box_size, bold in _joined(boxes):
        large, small = box_size > size * _LARGE, box_size < size
        if (note := _NOTE.match(text)) and small and any(_raised(note[1]) in box.text for box in boxes):
            yield Part("note", (Piece(text[note.end() :]),), note[1])
            continue
        for span in (Span(0, len(text)),) if large or bold else paragraphs(text):
            yield Part("heading" if large else "paragraph", (Piece(span.of(text), bold=bold),))


def _raised(label: str) -> str:
    return label.translate(_RAISED)


def _joined(boxes: Iterable[_Box]) -> Iterator[tuple[str, float, bool]]:
    """The texts of the boxes; a paragraph that the end of a page or column cut in two is one again."""
    held: tuple[str, float, bool] | None = None
    for box in boxes:
        text = _HYPHEN.sub("", box.text)
        here = (text, box.size, box.bold)
        if held and held[1:] == here[1:] and text[0].islower() and _GOES_ON.search(held[0]):
            held = (_HYPHEN.sub("", f"{held[0]}\n{text}"), *here[1:])
            continue
        if held:
            yield held
        held = here
    if held:
        yield held
