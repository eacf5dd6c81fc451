"""For people: each finding with its words in a window on the text, carets beneath, the reason and what it touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.excerpt import excerpt, words
from attrib.model import Document, Edit, Finding
from attrib.outputs import Options, Report
from attrib.terminal import Glyphs, glyphs, inert, paint, severity_color, wrapped


def render(reports: Sequence[Report], options: Options) -> str:
    marks = glyphs(options.encoding)
    found = [(one, report.analysis.document) for report in reports for one in report.findings]
    return "\n".join("\n".join(_finding(*both, options, marks)) + "\n" for both in found)


def _finding(finding: Finding, document: Document, options: Options, marks: Glyphs) -> Iterator[str]:
    place = document.origin(finding.span.start)
    color = severity_color(finding.severity)

    def styled(text: str, *styles: str) -> str:
        return paint(text, *styles) if options.color and text else text

    where = styled(f"{inert(document.path)}:{place.line}:{place.column}:", "bold")
    yield f"{where} {styled(f'{finding.code} {finding.severity}', color, 'bold')} {finding.name}"
    yield from (f"  {line}" for line in wrapped(inert(finding.message), options.width - 2))
    yield ""
    number = str(place.line)
    gutter = max(4, len(number) + 1)
    for at, row in enumerate(excerpt(document, finding.span, options.width - gutter - 3, marks.ellipsis)):
        side = styled(f"{'' if at else number:>{gutter}} {marks.bar}", "dim")
        yield f"{side} {row.text}".rstrip()
        if row.carets:
            side = styled(f"{'':{gutter}} {marks.bar}", "dim")
            indent = len(row.carets) - len(row.carets.lstrip())
            yield f"{side} {row.carets[:indent]}{styled(row.carets[indent:], color, 'bold')}"
    yield ""
    notes = [("why", finding.why)]
    for related in finding.related:
        there = document.origin(related.span.start)
        shown = marks.quoted(words(document, related.span, 48, marks.ellipsis))
        notes.append(("see", f"{there.line}:{there.column} {shown}: {related.message}"))
    if finding.fix:
        edits = "; ".join(_edit(edit, document, marks) for edit in finding.fix.edits)
        notes.append((f"fix ({finding.fix.safety})", edits))
    for label, note in notes:
        lines = wrapped(inert(note), options.width - 4 - len(label))
        yield f"  {styled(f'{label}:', 'bold')} {lines[0]}"
        yield from (f"       {line}" for line in lines[1:])


def _edit(edit: Edit, document: Document, marks: Glyphs) -> str:
    old, new = edit.span.of(document.text), edit.text
    if not old:
        return f"insert {marks.quoted(new)}"
    return f"{marks.quoted(old)} {marks.arrow} {marks.quoted(new)}" if new else f"remove {marks.quoted(old)}"
