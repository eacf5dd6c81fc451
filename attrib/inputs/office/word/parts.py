"""The parts of a Word file as its readers see it with all changes accepted: paragraphs, headings, rows, notes.

Nothing is left to `paragraph.text` of python-docx, which omits what was inserted, and what stands in content controls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from attrib.inputs import extract
from attrib.inputs.extract import Link, Part, Piece, worded
from attrib.inputs.office.word.numbering import Numbering, roman
from attrib.inputs.office.word.package import W, part_of
from attrib.model import BlockKind
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr", _FALLBACK))
_FOR = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_OFF = ("0", "false", "off")
_HEADINGS = ("heading", "title", "subtitle")
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_DEEPEST = 40
"""So deep tables may stand in tables."""


class Parts(NamedTuple):
    """The parts of the body, then the notes.

    ``places[piece.place]`` is the element of a run that shows a piece: ``w:t``, ``w:tab``, a mark of a note.
    """

    parts: tuple[Part, ...]
    places: tuple[Any, ...]


def parts(document: WordDocument) -> Parts:
    """What a Word file says, and where in it."""
    reading = _Reading(document)
    body = list(reading.flow(document.element.body))
    return Parts(worded((*body, *reading.notes())), tuple(reading.places))


class _Reading:
    """One reading of one file: places, notes and list items are counted as they come."""

    def __init__(self, document: WordDocument) -> None:
        styles = document.styles.element
        self.places: list[Any] = []
        self._roots: dict[str, Any] = {kind: part_of(document, kind) for kind in ("footnotes", "endnotes", "comments")}
        self._numbering = Numbering(part_of(document, "numbering"), styles)
        self._heads = _headings(styles)
        self._links = {key: one.target_ref for key, one in document.part.rels.items() if one.is_external}
        self._cited: dict[tuple[str, str], str] = {}

    # --- blocks -------------------------------------------------------------------------------------------------------

    def flow(self, holder: Any, depth: int = 0) -> Iterator[Part]:
        """The parts of a body, a cell or a note: each paragraph, each row of a table."""
        open_part: list[_Run] = []
        for element in holder:
            if element.tag == f"{W}p":
                run = self._paragraph(element)
                open_part.append(run)
                if not run.joins_next:
                    yield from _parted(open_part)
                    open_part = []
                for box in _boxes(element) if depth < _DEEPEST else ():
                    yield from self.flow(box, depth + 1)
            elif element.tag == f"{W}tbl":
                for row in element.iter(f"{W}tr") if depth < _DEEPEST else ():
                    if next(row.iterancestors(f"{W}tbl")) is element and not (_is_deleted(row) or _is_head(row)):
                        yield from extract.row([list(self.flow(cell, depth + 1)) for cell in _cells(row)])
            elif element.tag == f"{W}sdt" or element.tag == f"{W}customXml" or element.tag == f"{W}ins":
                content = element.find(f"{W}sdtContent")
                yield from self.flow(element if content is None else content, depth)
        yield from _parted(open_part)

    def notes(self) -> Iterator[Part]:
        """The notes that the text refers to, each one part however many paragraphs it has."""
        for (kind, number), label in list(self._cited.items()):
            root = self._roots[kind]
            for note in root if root is not None else ():
                if note.get(f"{W}id") == number:
                    yield extract.joined(self.flow(note), "\n", "note", label)

    # --- runs ---------------------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Any) -> _Run:
        deleted = _mark_deleted(paragraph)  # such a paragraph is the beginning of the next, which has the number
        run = _Run(self._kind(paragraph), "" if deleted else self._numbering.marker(paragraph), deleted)
        self._inline(paragraph, run)
        return run

    def _kind(self, paragraph: Any) -> BlockKind:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = paragraph.find(f"{W}pPr/{W}outlineLvl")
        outlined = level is not None and level.get(f"{W}val") in tuple("012345678")
        return "heading" if outlined or (style is not None and style.get(f"{W}val") in self._heads) else "paragraph"

    def _inline(self, holder: Any, run: _Run) -> None:
        for element in holder:
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, run)
            elif tag == f"{W}hyperlink":
                with_link = len(run.pieces)
                self._inline(element, run)
                run.link(with_link, self._links.get(element.get(_RELATION, ""), ""))
            elif tag == f"{W}fldSimple":
                with_link = len(run.pieces)
                self._inline(element, run)
                run.link(with_link, _address(element.get(f"{W}instr", "")))
            elif tag not in _GONE and isinstance(tag, str):
                self._inline(element, run)  # w:ins, w:moveTo, w:smartTag, w:sdt and its content

    def _run(self, element: Any, run: _Run) -> None:
        if _is_on(element.find(f"{W}rPr/{W}vanish")):
            return
        bold = _is_on(element.find(f"{W}rPr/{W}b"))
        for shown in element:
            tag = shown.tag
            if tag == f"{W}fldChar":
                run.field(shown.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText":
                run.instruct(shown.text or "")
            elif tag == f"{W}commentReference":
                run.remarks.append(self._remark(shown.get(f"{W}id", "")))
            elif run.hidden:
                continue
            elif tag == f"{W}t":
                self._show(shown.text or "", shown, run, bold)
            elif tag in _FOR:
                self._show(_FOR[tag], shown, run, bold)
            elif tag == f"{W}sym":
                self._show(_symbol(shown), shown, run, bold)
            elif tag in _NOTES:
                label = self._label(_NOTES[tag], shown.get(f"{W}id", ""))
                run.pieces.append(Piece(f"[^{label}]", self._place(shown)))

    def _show(self, text: str, shown: Any, run: _Run, bold: bool) -> None:
        if text:
            run.pieces.append(Piece(text, self._place(shown), bold))

    def _place(self, shown: Any) -> int:
        self.places.append(shown)
        return len(self.places) - 1

    def _label(self, kind: str, number: str) -> str:
        """The number of a note as Word shows it: footnotes in digits, endnotes in small Roman ones."""
        same_kind = sum(other == kind for other, _ in self._cited) + 1
        return self._cited.setdefault((kind, number), str(same_kind) if kind == "footnotes" else roman(same_kind))

    def _remark(self, number: str) -> str:
        root = self._roots["comments"]
        return next(
            (
                " ".join("".join(text.text or "" for text in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
                for comment in (root if root is not None else ())
                if comment.get(f"{W}id") == number
            ),
            "",
        )


class _Run:
    """The pieces of one paragraph as they are gathered, and the field (a link, a page number) that is open."""

    def __init__(self, kind: BlockKind, marker: str, joins_next: bool) -> None:
        self.kind: BlockKind = kind
        self.marker = marker
        self.joins_next = joins_next
        self.pieces: list[Piece] = []
        self.links: list[Link] = []
        self.remarks: list[str] = []
        self._fields: list[list[Any]] = []  # [instruction, first piece of what it shows, or None before that]

    @property
    def hidden(self) -> bool:
        """Inside the instruction of a field, which is not shown."""
        return any(first is None for _, first in self._fields)

    def field(self, edge: str) -> None:
        if edge == "begin":
            self._fields.append(["", None])
        elif edge == "separate" and self._fields:
            self._fields[-1][1] = len(self.pieces)
        elif edge == "end" and self._fields:
            instruction, first = self._fields.pop()
            if first is not None:
                self.link(first, _address(instruction))

    def instruct(self, text: str) -> None:
        if self._fields:
            self._fields[-1][0] += text

    def link(self, first: int, url: str) -> None:
        if url and first < len(self.pieces):
            self.links.append(Link(first, len(self.pieces), url))


def _parted(runs: Iterable[_Run]) -> Iterator[Part]:
    """One part of the paragraphs that deleted marks joined; two line breaks in a row part it again."""
    runs = list(runs)
    if not runs:
        return
    kind, marker = runs[-1].kind, runs[-1].marker
    pieces: list[Piece] = [Piece(marker)] if marker else []
    links: list[Link] = []
    for run in runs:
        links += extract.moved(run.links, len(pieces))
        pieces += run.pieces
    remarks = tuple(remark for run in runs for remark in run.remarks)
    first = 0
    for at, piece in enumerate(pieces):
        if piece.text == "\n" and at > first and pieces[at - 1].text == "\n":
            yield Part(kind, tuple(pieces[first : at - 1]), links=_within(links, first, at - 1))
            first = at + 1
    yield Part(kind, tuple(pieces[first:]), links=_within(links, first, len(pieces)), remarks=remarks)


def _within(links: Iterable[Link], first: int, end: int) -> tuple[Link, ...]:
    return tuple(Link(a - first, b - first, url) for a, b, url in links if first <= a and b <= end)


# --- small readings of Word's elements --------------------------------------------------------------------------------


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph; of the two forms that Word writes, the newer."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = list(box.iterancestors(_FALLBACK, f"{W}txbxContent"))
        if not above and next(box.iterancestors(f"{W}p")) is paragraph:
            yield box


def _headings(styles: Any) -> frozenset[str]:
    """The identifiers of the styles that set headings: by name, by outline level, or based on one that does."""
    by_id = {style.get(f"{W}styleId"): style for style in styles.findall(f"{W}style")}

    @cache
    def is_heading(identifier: str | None, depth: int = 0) -> bool:
        style = by_id.get(identifier)
        if style is None or depth > _DEEPEST:
            return False
        name, base = style.find(f"{W}name"), style.find(f"{W}basedOn")
        called = "" if name is None else str(name.get(f"{W}val", "")).casefold()
        return (
            called.startswith(_HEADINGS)
            or style.find(f"{W}pPr/{W}outlineLvl") is not None
            or (base is not None and is_heading(base.get(f"{W}val"), depth + 1))
        )

    return frozenset(identifier for identifier in by_id if identifier and is_heading(identifier))


def _mark_deleted(paragraph: Any) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in ("del", "moveFrom"))


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row)


def _is_deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _is_head(row: Any) -> bool:
    """Whether it heads the columns on every page: such words state nothing."""
    return _is_on(row.find(f"{W}trPr/{W}tblHeader"))


def _is_on(switch: Any) -> bool:
    """Whether a switch of Word's, such as ``w:b``, is there and not turned off."""
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF


def _symbol(element: Any) -> str:
    """The character of ``w:sym``; those of a font of signs lie in a private range and mean nothing without it."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _address(instruction: str) -> str:
    found = _ADDRESS.match(instruction)
    return found[1] if found else ""
