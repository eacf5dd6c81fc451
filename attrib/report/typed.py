"""A draft that is no Word file, set as one, with a comment at the words of every finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrib.inputs.extras import parser
from attrib.model import Analysis, Block, Finding, Span
from attrib.report.remarks import Shown, nearest, remark
from attrib.xmltext import admitted

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def typed(analysis: Analysis, findings: Sequence[Finding]) -> bytes:
    """A Word file of the draft's headings, paragraphs and notes, as they are written, with the comments.

    Raises InputError where python-docx is not installed.
    """
    path = analysis.document.path
    document = parser("docx", "word", path, "a Word file").Document()
    shown = list(_set(document, analysis))
    shown = shown or [Shown(0, 1, _run(document.add_paragraph(), " "))]  # a finding on an empty draft stands somewhere
    spans = [_met(shown, finding.span) for finding in findings]
    return remark(document, shown, spans, findings, analysis)


def _set(document: WordDocument, analysis: Analysis) -> Iterator[Shown]:
    """A paragraph of Word for each block of the draft, on one line."""
    for block in analysis.document.blocks:
        paragraph = document.add_heading(level=2) if block.kind == "heading" else document.add_paragraph()
        if block.kind == "note" and not _labelled(block, analysis):
            _run(paragraph, f"[{admitted(block.label or '')}] ")
        words = admitted(block.span.of(analysis.document.text))
        yield Shown(block.span.start, len(words), _run(paragraph, "".join(" " if c.isspace() else c for c in words)))


def _labelled(block: Block, analysis: Analysis) -> bool:
    """Whether the words of a note begin with its label."""
    return block.span.of(analysis.document.text).startswith((f"[{block.label}]", f"[^{block.label}]"))


def _run(paragraph: Any, text: str) -> Any:
    """The element that shows a text at the end of a paragraph."""
    from docx.oxml.ns import qn

    run = paragraph.add_run("x")
    (element,) = run._r.findall(qn("w:t"))
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def _met(shown: Sequence[Shown], span: Span) -> Span:
    """The span as far as it is shown, of one code point at least."""
    first = nearest(shown, span.start)
    start = min(max(span.start, first.offset), first.end - 1)
    last = nearest(shown, max(span.end - 1, start))
    return Span(start, max(min(span.end, last.end), start + 1))
