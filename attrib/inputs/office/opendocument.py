"""The parts of an OpenDocument text as its readers see it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrib.errors import InputError
from attrib.inputs import extract
from attrib.inputs.extract import Link, Part, Piece, worded
from attrib.inputs.office import archive
from attrib.model import BlockKind
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from odfdo import Document as OpenDocument

_KIND = "OpenDocument text (.odt)"
_CONTENT, _STYLES = "content.xml", "styles.xml"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_SKIPPED = frozenset(
    "text:tracked-changes text:table-of-content text:sequence-decls text:variable-decls text:user-field-decls "
    "text:hidden-text text:hidden-paragraph text:alphabetical-index text:bibliography office:forms".split()
)
_FOR = {"text:tab": "\t", "text:line-break": "\n"}
_DEEPEST = 200


class _Counted(NamedTuple):
    """How a list of one style is numbered; ``form`` is empty for bullets."""

    before: str
    form: str
    after: str
    start: int


def opened(data: bytes, path: str) -> OpenDocument:
    """The file as odfdo has it. Raises InputError for one that is broken, encrypted or made to fill memory."""
    from odfdo import Document

    members = archive.opened(data, path, _KIND, _CONTENT)
    try:
        if b"encryption-data" in members.read("META-INF/manifest.xml"):
            raise InputError(f"{path}: is encrypted; save it without a password and try again")
        if any(_DECLARES.search(members.read(name)) for name in (_CONTENT, _STYLES) if name in members.namelist()):
            raise InputError(f"{path}: declares entities of its own, which no office program writes; save it again")
        document = Document(io.BytesIO(data))
        assert document.body is not None
        return document
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001  # odfdo lets through whatever its parsers raise
        said = " ".join(str(error).split())[:120]
        raise InputError(f"{path}: is a damaged OpenDocument file ({said}); save the draft again") from None


def parts(document: OpenDocument) -> tuple[Part, ...]:
    """The paragraphs, headings and rows of a file, then its notes."""
    reading = _Reading(document)
    body = list(reading.flow(document.body))
    return worded((*body, *reading.notes))


def _rows(holder: Any) -> Iterator[Any]:
    """The rows of a table, but for those that head its columns, and for those of a table in one of its cells."""
    for element in holder.children:
        if element.tag == "table:table-row":
            yield element
        elif element.tag in ("table:table-rows", "table:table-row-group"):
            yield from _rows(element)


class _Reading:
    """One reading of one file: notes and list items are counted as they come."""

    def __init__(self, document: OpenDocument) -> None:
        self.notes: list[Part] = []
        self._lists: dict[str, dict[int, _Counted]] = {}
        self._bold: set[str] = set()
        self._counts: dict[tuple[str, int], int] = {}
        there = document.parts
        for part in (one for one in (_STYLES, _CONTENT) if one in there):
            self._styles(document.get_part(part).root)  # type: ignore[union-attr]

    def flow(self, holder: Any, list_style: str = "", depth: int = 0, level: int = 0) -> Iterator[Part]:
        """The parts of a body, a section, an item or a cell."""
        if level > _DEEPEST:
            return
        marker = ""
        if holder.tag == "text:list-item":
            marker = self._marker(list_style, depth)
        for element in holder.children:
            tag = element.tag
            if tag in ("text:p", "text:h"):
                kind: BlockKind = "heading" if tag == "text:h" else "paragraph"
                line = _Line(marker, element.get_attribute("text:style-name") in self._bold)
                self._inline(element, line, level + 1)
                yield line.part(kind)
                marker = ""
                for box in line.boxes:
                    yield from self.flow(box, level=level + 1)
            elif tag == "text:list":
                style = str(element.get_attribute("text:style-name") or list_style)
                if element.get_attribute("text:continue-numbering") != "true" and depth == 0:
                    self._counts = {key: value for key, value in self._counts.items() if key[0] != style}
                for item in element.children:
                    yield from self.flow(item, style, depth + 1, level + 1)
            elif tag == "table:table":
                for row in _rows(element):
                    cells = [cell for cell in row.children if cell.tag == "table:table-cell"]
                    yield from extract.row([list(self.flow(cell, level=level + 1)) for cell in cells])
            elif tag not in _SKIPPED and tag.startswith(("text:", "office:")):
                yield from self.flow(element, list_style, depth, level + 1)

    def _inline(self, holder: Any, line: _Line, level: int) -> None:
        line.put(holder.text)
        for element in holder.children if level < _DEEPEST else ():
            tag = element.tag
            if tag == "text:s":
                line.put(" " * min(_whole(element.get_attribute("text:c"), 1), 1000))
            elif tag in _FOR:
                line.put(_FOR[tag])
            elif tag == "text:note":
                self._note(element, line, level)
            elif tag == "text:a":
                first = len(line.pieces)
                self._inline(element, line, level + 1)
                line.link(first, str(element.get_attribute("xlink:href") or ""))
            elif tag == "text:span":
                bold = line.bold
                line.bold = bold or element.get_attribute("text:style-name") in self._bold
                self._inline(element, line, level + 1)
                line.bold = bold
            elif tag == "office:annotation":
                words = [p.text_recursive for p in element.children if p.tag in ("text:p", "text:list")]
                line.remarks.append(" ".join(" ".join(words).split()))
            elif tag in ("draw:frame", "draw:custom-shape"):
                line.boxes += element.get_elements("descendant::draw:text-box")
            elif tag not in _SKIPPED and tag.startswith("text:"):
                self._inline(element, line, level + 1)  # fields, marks of changes, bookmarks, ruby
            line.put(element.tail)

    def _note(self, note: Any, line: _Line, level: int) -> None:
        citation, body = note.get_element("text:note-citation"), note.get_element("text:note-body")
        label = (citation.text_recursive.strip() if citation is not None else "") or str(len(self.notes) + 1)
        line.put(f"[^{label}]")
        entry = self.flow(body, level=level + 1) if body is not None else ()
        self.notes.append(extract.joined(entry, "\n", "note", label))

    # --- styles and numbers -------------------------------------------------------------------------------------------

    def _styles(self, root: Any) -> None:
        for style in root.get_elements("descendant::style:style"):
            properties = style.get_element("style:text-properties")
            if properties is not None and properties.get_attribute("fo:font-weight") == "bold":
                self._bold.add(str(style.get_attribute("style:name")))
        for style in root.get_elements("descendant::text:list-style"):
            self._lists[str(style.get_attribute("style:name"))] = {
                _whole(level.get_attribute("text:level"), 1): _Counted(
                    str(level.get_attribute("style:num-prefix") or ""),
                    str(level.get_attribute("style:num-format") or ""),
                    str(level.get_attribute("style:num-suffix") or ""),
                    _whole(level.get_attribute("text:start-value"), 1),
                )
                for level in style.children
            }

    def _marker(self, style: str, depth: int) -> str:
        """The number of the next item of a list; only lists in digits are those of notes."""
        counted = self._lists.get(style, {}).get(depth)
        if counted is None or counted.form != "1":
            return ""
        number = self._counts.get((style, depth), counted.start - 1) + 1
        self._counts[style, depth] = number
        return f"{counted.before}{number}{counted.after} "


class _Line:
    """The pieces of one paragraph as they are gathered."""

    def __init__(self, marker: str, bold: bool) -> None:
        self.pieces: list[Piece] = [Piece(marker)] if marker else []
        self.links: list[Link] = []
        self.remarks: list[str] = []
        self.boxes: list[Any] = []
        self.bold = bold

    def put(self, text: str | None) -> None:
        if text:
            self.pieces.append(Piece(text, bold=self.bold))

    def link(self, first: int, url: str) -> None:
        if url.startswith(("http://", "https://")) and first < len(self.pieces):
            self.links.append(Link(first, len(self.pieces), url))

    def part(self, kind: BlockKind) -> Part:
        return Part(kind, tuple(self.pieces), links=tuple(self.links), remarks=tuple(self.remarks))


def _whole(written: Any, default: int) -> int:
    return int(written) if str(written or "").isdecimal() else default
