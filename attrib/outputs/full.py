"""For people: each finding with its words in a window on the text, carets beneath, the reason and what it touches.

Notes of one rule in one paragraph are one entry: a paragraph that is well sourced has the same note at each of its
statements, which would hide what is to be mended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from attrib.excerpt import excerpt, words
from attrib.model import Document, Edit, Finding, Span
from attrib.outputs import Options, Report
from attrib.terminal import Glyphs, glyphs, inert, paint, severity_color, wrapped


def render(reports: Sequence[Report], options: Options) -> str:
    entries = (_Entry(found, one.analysis.document, options) for one in reports for found in _folded(one))
    return "\n".join("".join(f"{line}\n" for line in entry.lines()) for entry in entries)


def _folded(report: Report) -> Collection[Sequence[Finding]]:
    """The findings of each entry, in the order of the first of each: notes of one rule in a block make one entry."""
    starts = [block.span.start for block in report.analysis.document.blocks]
    folded: dict[tuple[str, int], list[Finding]] = {}
    for at, finding in enumerate(report.findings):
        alone = finding.severity != "note" or finding.fix is not None
        where = -1 - at if alone else bisect_right(starts, finding.span.start)
        folded.setdefault((finding.code, where), []).append(finding)
    return folded.values()


class _Entry:
    """One finding, or notes of one rule."""

    def __init__(self, found: Sequence[Finding], document: Document, options: Options) -> None:
        self._found, self._document, self._options = found, document, options
        self._marks: Glyphs = glyphs(options.encoding)
        self._color = severity_color(found[0].severity)

    def lines(self) -> Iterator[str]:
        first, *others = self._found
        where = self._styled(f"{inert(self._document.path)}:{self._place(first.span)}:", "bold")
        what = self._styled(f"{first.code} {first.severity}", self._color, "bold")
        times = "twice" if len(others) == 1 else f"{len(self._found)} times"
        yield f"{where} {what} {first.name}" + (f", {times} in this paragraph" if others else "")
        if others:
            yield ""
            width = max(len(self._place(one.span)) for one in self._found)
            for one in self._found:
                said = f"{self._quoted(one.span, 40)}: {inert(one.message)}"
                yield from self._labelled(f"{self._place(one.span):{width}}", said, self._color, indent=width + 3)
        else:
            yield from (f"  {line}" for line in wrapped(inert(first.message), self._options.width - 2))
            yield ""
            yield from self._window(first.span)
        yield ""
        yield from self._labelled("why:", inert(first.why), "bold")
        related = [to for one in self._found for to in one.related]
        for to in sorted(set(related), key=lambda to: to.span) if others else related:
            said = f"{self._place(to.span)} {self._quoted(to.span)}: {to.message}"
            yield from self._labelled("see:", inert(said), "bold")
        if first.fix:
            edits = "; ".join(self._edit(edit) for edit in first.fix.edits)
            yield from self._labelled(f"fix ({first.fix.safety}):", inert(edits), "bold")

    def _window(self, span: Span) -> Iterator[str]:
        number = self._place(span).partition(":")[0]
        gutter = max(4, len(number) + 1)
        rows = excerpt(self._document, span, self._options.width - gutter - 3, self._marks.ellipsis)
        for at, row in enumerate(rows):
            side = self._styled(f"{'' if at else number:>{gutter}} {self._marks.bar}", "dim")
            yield f"{side} {row.text}".rstrip()
            if row.carets:
                side = self._styled(f"{'':{gutter}} {self._marks.bar}", "dim")
                indent = len(row.carets) - len(row.carets.lstrip())
                yield f"{side} {row.carets[:indent]}{self._styled(row.carets[indent:], self._color, 'bold')}"

    def _labelled(self, label: str, text: str, style: str, indent: int = 7) -> Iterator[str]:
        lines = wrapped(text, self._options.width - 3 - len(label))
        yield f"  {self._styled(label, style)} {lines[0]}"
        yield from (f"{'':{indent}}{line}" for line in lines[1:])

    def _place(self, span: Span) -> str:
        place = self._document.origin(span.start)
        return f"{place.line}:{place.column}"

    def _quoted(self, span: Span, width: int = 48) -> str:
        return self._marks.quoted(words(self._document, span, width, self._marks.ellipsis))

    def _edit(self, edit: Edit) -> str:
        old, new = edit.span.of(self._document.text), edit.text
        if not old:
            return f"insert {self._marks.quoted(new)}"
        if not new:
            return f"remove {self._marks.quoted(old)}"
        return f"{self._marks.quoted(old)} {self._marks.arrow} {self._marks.quoted(new)}"

    def _styled(self, text: str, *styles: str) -> str:
        return paint(text, *styles) if self._options.color and text else text
