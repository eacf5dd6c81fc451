"""Comments in a Word file, each at the very words of a finding: runs are cut there, and nothing else is changed."""

from __future__ import annotations

import io
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from attrib.inputs.office.word.package import W
from attrib.model import Analysis, Finding, Span
from attrib.values import NamedTuple
from attrib.xmltext import held

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

AUTHOR, INITIALS = "attrib", "at"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Shown(NamedTuple):
    """Text of the draft that one element of a run shows: from ``offset`` on, so many code points."""

    offset: int
    length: int
    element: Any

    @property
    def end(self) -> int:
        return self.offset + self.length

    @property
    def run(self) -> Any:
        return self.element.getparent()


def nearest(shown: Sequence[Shown], offset: int) -> Shown:
    """What shows an offset, or the last before it; what the file only implies, such as a number, nothing shows."""
    return shown[max(bisect_right(shown, offset, key=_offset) - 1, 0)]


def remark(
    document: WordDocument,
    shown: Sequence[Shown],
    spans: Sequence[Span],
    findings: Sequence[Finding],
    analysis: Analysis,
) -> bytes:
    """The file with a comment for each finding at its span, which holds one code point at least of what is shown."""
    pieces = list(shown)
    for offset in sorted({offset for span in spans for offset in span}):
        _cut(pieces, offset)
    for finding, span in sorted(zip(findings, spans, strict=True), key=lambda both: both[1]):
        _comment(document, pieces, span, finding, analysis)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _offset(one: Shown) -> int:
    return one.offset


# --- runs -------------------------------------------------------------------------------------------------------------


def _cut(pieces: list[Shown], offset: int) -> None:
    """Part the run at an offset, so that a comment can begin or end there."""
    one = nearest(pieces, offset)
    if not one.offset <= offset < one.end:
        return
    element = one.element
    if at := offset - one.offset:
        element = _part(element, at)
        pieces[bisect_right(pieces, offset, key=_offset) - 1] = Shown(one.offset, at, one.element)
        insort(pieces, Shown(offset, one.length - at, element), key=_offset)
    _begin_run(element)


def _part(element: Any, at: int) -> Any:
    """The element that shows the text of this one from character ``at`` on; this one is left with what is before."""
    rest = deepcopy(element)
    rest.text, element.text = element.text[at:], element.text[:at]
    for one in (element, rest):
        one.set(_SPACE, "preserve")
    element.addnext(rest)
    return rest


def _begin_run(element: Any) -> None:
    """Move an element, and what stands behind it in its run, into a run of their own, set in the same type."""
    run = element.getparent()
    if all(other.tag == f"{W}rPr" for other in element.itersiblings(preceding=True)):
        return
    tail = [element, *element.itersiblings()]
    behind = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        behind.append(deepcopy(properties))
    behind.extend(tail)
    run.addnext(behind)


# --- comments ---------------------------------------------------------------------------------------------------------


def _comment(document: WordDocument, shown: Sequence[Shown], span: Span, finding: Finding, analysis: Analysis) -> None:
    from docx.text.run import Run

    first, last = nearest(shown, span.start), nearest(shown, span.end - 1)
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
