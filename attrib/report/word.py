"""A Word draft with a comment at the words of every finding, and nothing else in it changed."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from attrib.errors import InputError
from attrib.inputs import extract
from attrib.inputs.office.word import package, parts
from attrib.inputs.office.word.package import W
from attrib.model import Analysis, Finding, Span
from attrib.xmltext import held

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

AUTHOR, INITIALS = "attrib", "at"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Shown(NamedTuple):
    """Text of the draft that one element of a run shows: from ``offset`` on, so many code points."""

    offset: int
    length: int
    run: Any
    element: Any

    @property
    def end(self) -> int:
        return self.offset + self.length


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
    _cut(shown, {offset for span in spans for offset in span})
    shown = _shown(document)
    for finding, span in sorted(zip(findings, spans, strict=True), key=lambda both: both[1]):
        _comment(document, shown, span, finding, analysis)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


# --- where the words stand --------------------------------------------------------------------------------------------


def _text(document: WordDocument) -> str:
    return extract.BETWEEN.join(part.text for part in parts.parts(document).parts)


def _shown(document: WordDocument) -> list[_Shown]:
    """The text of the body, element by element, in order. A comment cannot stand in a note."""
    found = parts.parts(document)
    shown = []
    for part, start in zip(found.parts, extract.starts(found.parts), strict=True):
        offset = start
        for piece in part.pieces if part.kind != "note" else ():
            if piece.place is not None:
                run, element = found.places[piece.place]
                shown.append(_Shown(offset, len(piece.text), run, element))
            offset += len(piece.text)
    return shown


def _in_body(shown: Sequence[_Shown], analysis: Analysis, span: Span) -> Span:
    """The span, of one code point at least; for words of a note, the mark that leads to it."""
    note = next((b for b in analysis.document.blocks if b.kind == "note" and b.span.holds(span)), None)
    if note is not None:
        at = analysis.document.text.find(f"[^{note.label}]")
        span = Span(at, at + len(f"[^{note.label}]")) if at >= 0 else span
    first = _nearest(shown, span.start)
    last = _nearest(shown, max(span.end - 1, first.offset))
    return Span(max(span.start, first.offset), min(max(span.end, first.offset + 1), last.end))


def _nearest(shown: Sequence[_Shown], offset: int) -> _Shown:
    """What shows an offset, or the last before it; what the file only implies, such as a number, nothing shows."""
    return shown[max(bisect_right(shown, offset, key=lambda one: one.offset) - 1, 0)]


# --- runs -------------------------------------------------------------------------------------------------------------


def _cut(shown: Sequence[_Shown], offsets: Iterable[int]) -> None:
    """Part the runs at these offsets, so that a comment can begin and end there."""
    for offset in sorted(offsets, reverse=True):  # what stands before a cut keeps its place
        one = _nearest(shown, offset)
        if one.offset <= offset < one.end:
            _part(one.run, one.element, offset - one.offset)


def _part(run: Any, element: Any, at: int) -> None:
    """Move what stands in a run from character ``at`` of an element on into a run behind it, set in the same type."""
    if at:
        rest = deepcopy(element)
        rest.text, element.text = element.text[at:], element.text[:at]
        for one in (element, rest):
            one.set(_SPACE, "preserve")
        element.addnext(rest)
        element = rest
    elif all(other.tag == f"{W}rPr" for other in element.itersiblings(preceding=True)):
        return
    tail = [element, *element.itersiblings()]
    behind = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        behind.append(deepcopy(properties))
    behind.extend(tail)
    run.addnext(behind)


# --- comments ---------------------------------------------------------------------------------------------------------


def _comment(document: WordDocument, shown: Sequence[_Shown], span: Span, finding: Finding, analysis: Analysis) -> None:
    from docx.text.run import Run

    first, last = _nearest(shown, span.start), _nearest(shown, span.end - 1)
    comment = document.add_comment(
        [Run(first.run, document), Run(last.run, document)], author=AUTHOR, initials=INITIALS
    )
    heading, *others = _paragraphs(finding, analysis)
    comment.paragraphs[0].add_run(heading).bold = True
    for text in others:
        comment.add_paragraph(text)


def _paragraphs(finding: Finding, analysis: Analysis) -> Iterator[str]:
    yield _sentence(finding.message)
    yield _sentence(finding.why)
    for edit in finding.fix.edits if finding.fix else ():
        old = held(edit.span.of(analysis.document.text))
        yield f"Write “{held(edit.text)}” for “{old}”." if old else f"Put in “{held(edit.text)}”."
    yield f"{finding.severity} {finding.code}, {finding.name}"


def _sentence(text: str) -> str:
    shown = held(text).rstrip(".")
    return f"{shown[:1].upper()}{shown[1:]}."


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
