"""A Word draft with a comment at the words of every finding, and nothing else in it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrib.errors import InputError
from attrib.inputs import extract
from attrib.inputs.office.word import package, parts
from attrib.inputs.office.word.package import W
from attrib.model import Analysis, Finding, Span
from attrib.report.remarks import AUTHOR, Shown, nearest, remark

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def reviewed(data: bytes, analysis: Analysis, findings: Sequence[Finding]) -> bytes:
    """The file ``data`` with a comment by attrib for each finding; its earlier ones are gone, those of people stay.

    ``analysis`` is of that very file. Raises InputError where it is not, or the file cannot be read.
    """
    document = package.opened(data, analysis.document.path)
    _without_own(document)
    if _text(document) != analysis.document.text:
        raise InputError(f"{analysis.document.path}: has changed since it was read; run it again")
    shown = _shown(document)
    if not shown:
        return data
    spans = [_in_body(shown, analysis, finding.span) for finding in findings]
    return remark(document, shown, spans, findings, analysis)


def of_people(data: bytes) -> Counter[tuple[str, str]]:
    """The author and the words of each comment that is not by attrib. Raises InputError for what is no Word file."""
    root = package.part_of(package.opened(data, "the report"), "comments")
    return Counter(
        (one.get(f"{W}author", ""), "".join(text.text or "" for text in one.iter(f"{W}t")))
        for one in (root if root is not None else ())
        if one.get(f"{W}author") != AUTHOR
    )


# --- where the words stand --------------------------------------------------------------------------------------------


def _text(document: WordDocument) -> str:
    return extract.BETWEEN.join(part.text for part in parts.parts(document).parts)


def _shown(document: WordDocument) -> list[Shown]:
    """The text of the body, element by element, in order. A comment cannot stand in a note."""
    found = parts.parts(document)
    shown = []
    for part, start in zip(found.parts, extract.starts(found.parts), strict=True):
        offset = start
        for piece in part.pieces if part.kind != "note" else ():
            if piece.place is not None:
                shown.append(Shown(offset, len(piece.text), found.places[piece.place]))
            offset += len(piece.text)
    return shown


def _in_body(shown: Sequence[Shown], analysis: Analysis, span: Span) -> Span:
    """The span, of one code point at least; for words of a note, the mark that leads to it."""
    note = next((b for b in analysis.document.blocks if b.kind == "note" and b.span.holds(span)), None)
    if note is not None:
        at = analysis.document.text.find(f"[^{note.label}]")
        span = Span(at, at + len(f"[^{note.label}]")) if at >= 0 else span
    first = nearest(shown, span.start)
    last = nearest(shown, max(span.end - 1, first.offset))
    return Span(max(span.start, first.offset), min(max(span.end, first.offset + 1), last.end))


# --- earlier comments ------------------------------------------------------------------------------------------------


def _without_own(document: WordDocument) -> None:
    """Take out the comments by attrib, with their anchors; an answer to one is then a comment of its own."""
    root = package.part_of(document, "comments")
    own = [one for one in root if one.get(f"{W}author") == AUTHOR] if root is not None else []
    numbers = {one.get(f"{W}id") for one in own}
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for anchor in list(document.element.body.iter(f"{W}{kind}")):
            if anchor.get(f"{W}id") in numbers:
                run = anchor.getparent()
                run.remove(anchor)
                if run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run):
                    run.getparent().remove(run)
    _forget(document, {p.get(f"{_W14}paraId") for one in own for p in one.iter(f"{W}p")} - {None})
    for one in own:
        root.remove(one)


def _forget(document: WordDocument, paragraphs: set[str]) -> None:
    """Take the paragraphs of comments out of the table of threads that newer versions of Word keep."""
    from lxml import etree

    for relation in document.part.rels.values():
        if relation.reltype != _EXTENDED or not paragraphs:
            continue
        part = relation.target_part
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for entry in list(root):
            if entry.get(f"{_W15}paraId") in paragraphs:
                root.remove(entry)
            elif entry.get(f"{_W15}paraIdParent") in paragraphs:
                del entry.attrib[f"{_W15}paraIdParent"]
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
