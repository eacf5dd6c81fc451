"""The whole reasoning for a claim, as text: what it is and why, who said it, what carries it and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrib.excerpt import underlined, words
from attrib.model import Analysis, Claim, Document, Finding, Span
from attrib.outputs import Options, Report
from attrib.pages.reasoning import Line, by_claim, reasoning
from attrib.registry import Registry
from attrib.terminal import glyphs, inert, paint, severity_color, wrapped
from attrib.values import evolve, frozen
from attrib.wording import count, day, of_link

LABELS = 11
"""Columns of the labels at the left."""
_KINDS = {
    "headline": "a headline",
    "byline": "a byline",
    "note": "a note",
    "row": "a row of a table",
    "imprint": "what the bulletin says of itself",
}


def claims_at(analysis: Analysis, line: int, column: int | None = None) -> tuple[int, ...]:
    """The indices of the claims on a line, or of the one at its column.

    A place inside a citation, or between two claims, stands for the claims that end there.
    """
    document = analysis.document
    start = _offset(document, line, column or 1)
    if column is None:
        end = max(document.offset(line + 1), start + 1)
        return tuple(i for i, claim in enumerate(analysis.claims) if claim.span.start < end and claim.span.end > start)
    at = next((i for i, claim in enumerate(analysis.claims) if claim.span.start <= start < claim.span.end), None)
    if at is not None:
        return (at,)
    cited = [i for i, citation in enumerate(analysis.citations) if citation.span.start <= start < citation.span.end]
    return tuple(
        i for i, support in enumerate(analysis.supports) if any(link.citation in cited for link in support.links)
    )


def findings_at(report: Report, claims: Iterable[int], line: int, column: int | None = None) -> tuple[Finding, ...]:
    """The findings that begin on a line, or touch its column, and that none of these claims shows.

    They are those of citations, of notes and of the whole bulletin.
    """
    document = report.analysis.document
    start = _offset(document, line, column or 1)
    of_claims = by_claim(report)
    shown = {finding for claim in claims for finding in of_claims[claim]}
    end = max(document.offset(line + 1), start + 1) if column is None else start + 1
    return tuple(
        finding
        for finding in report.findings
        if finding not in shown
        and (start <= finding.span.start < end or (column is not None and finding.span.holds(Span(start, start))))
    )


def _offset(document: Document, line: int, column: int) -> int:
    """The offset of a place; a column behind the last of its line is the last."""
    starts = document.line_starts
    end = starts[line] - 1 if line < len(starts) else len(document.text)
    return min(document.offset(line, column), end)


def standing_at(analysis: Analysis, line: int, column: int | None) -> str:
    """What stands at a place that belongs to no claim, in words."""
    document = analysis.document
    starts = document.line_starts
    lines = len(starts) - (len(starts) > 1 and starts[-1] == len(document.text))  # the stop of the last line opens none
    if line > lines:
        return f"the file has {count(lines, 'line')}"
    at = _offset(document, line, column or 1)
    here = next((p for p in analysis.paragraphs if p.span.start <= at < p.span.end), None)
    said = f"{_KINDS.get(here.kind, 'no claim')} stands there" if here else "no text stands there"
    if analysis.masthead and analysis.masthead.span and analysis.masthead.span.holds(Span(at, at)):
        said = "the masthead stands there"
    if analysis.claims:
        near = min(analysis.claims, key=lambda claim: max(claim.span.start - at, at - claim.span.end))
        place = document.origin(near.span.start)
        said += f"; the nearest claim starts at {place.line}:{place.column}"
    return said


def explanation(
    report: Report, claims: Iterable[int], registry: Registry, options: Options, found: Iterable[Finding] = ()
) -> str:
    """The page of findings that are of no claim, of these claims, by index, and of what the bulletin itself adds."""
    page = _Page(report, options)
    others = (line for finding in found for line in (*page.finding(finding), ""))
    told: set[Finding] = set()
    lines = (line for index in claims for line in (*page.claim(index, registry, told), ""))
    return "\n".join(line.rstrip() for line in (*others, *lines, *page.bulletin())) + "\n"


@frozen
class _Page:
    """A bulletin and how to set the lines about it."""

    report: Report
    options: Options

    @property
    def analysis(self) -> Analysis:
        return self.report.analysis

    def bulletin(self) -> Iterator[str]:
        """The issue date and the style, which the days of every claim depend on."""
        date = self.analysis.date
        yield self.styled(f"{inert(self.report.path)}:", "bold")
        said = f"{day(date.value)} ({date.basis})" if date.value else "not known"
        yield from self.labelled("issue date", said, date.reasons)
        yield from self.labelled("style", self.analysis.style)

    def claim(self, index: int, registry: Registry, told: set[Finding]) -> Iterator[str]:
        """The reasoning for a claim; of a finding ``told`` before, such as one of a whole paragraph, its code alone."""
        claims = self.analysis.claims
        claim = claims[index]
        yield self.styled(f"{inert(self.report.path)}:{self.place(claim.span)}:", "bold") + (
            f" claim {index + 1} of {len(claims)}, paragraph {claim.paragraph}"
        )
        yield ""
        yield from self.text(claim)
        yield ""
        for line in reasoning(self.report, index, registry, self.words):
            if line.finding in told:
                line = evolve(line, text="as above", reasons=())
            elif line.finding:
                told.add(line.finding)
            yield from self.line(line)

    def finding(self, finding: Finding) -> Iterator[str]:
        """A finding of something else than a claim."""
        head = self.styled(f"{inert(self.report.path)}:{self.place(finding.span)}:", "bold")
        yield f"{head} {self.words(finding.span)}" if finding.span.start < finding.span.end else head
        yield ""
        yield from self.line(Line("finding", f"{finding.message} ({finding.name})", (finding.why,), finding=finding))

    def text(self, claim: Claim) -> Iterator[str]:
        """The claim's words; beneath the cues of attribution stand carets."""
        bar = glyphs(self.options.encoding).bar
        shift = claim.span.start
        words = claim.span.of(self.analysis.document.text)
        cues = [self.analysis.attributions[at].cue for at in claim.attributions]
        spans = [Span(cue.start - shift, cue.end - shift) for cue in cues if cue and claim.span.holds(cue)]
        for row in underlined(words, spans, self.options.width - 6):
            yield f"  {bar} {row.text}"
            if row.carets:
                yield f"  {bar} {self.styled(row.carets, 'dim')}"

    def line(self, line: Line) -> Iterator[str]:
        if line.link:
            head = f"{line.text} ({line.link.basis}), at {self.place(of_link(self.analysis, line.link).span)}"
            yield from self.labelled(line.label, head, line.reasons)
        elif line.finding:
            severity = line.finding.severity
            head = f"{line.finding.code} {severity}"
            for at, row in enumerate(self.labelled(line.label, f"{head} {line.text}", line.reasons)):
                yield row if at else row.replace(head, self.styled(head, severity_color(severity)), 1)
        else:
            yield from self.labelled(line.label, line.text, line.reasons)

    def labelled(self, label: str, text: str, reasons: Iterable[str] = ()) -> Iterator[str]:
        """A label with its text, and beneath, set in, the reasons."""
        blank = " " * (2 + LABELS)
        room = max(20, self.options.width - len(blank))
        for at, line in enumerate(wrapped(inert(text), room)):
            start = f"  {self.styled(f'{label:{LABELS}}', 'bold')}" if label and not at else blank
            yield start + line
        for reason in reasons:
            for at, line in enumerate(wrapped(inert(reason), room - 2)):
                yield f"{blank}{'  ' if at else '- '}{line}"

    def words(self, span: Span) -> str:
        """Words of the draft, quoted and clipped."""
        marks = glyphs(self.options.encoding)
        return marks.quoted(words(self.analysis.document, span, 60, marks.ellipsis))

    def place(self, span: Span) -> str:
        place = self.analysis.document.origin(span.start)
        return f"{place.line}:{place.column}"

    def styled(self, text: str, *styles: str) -> str:
        return paint(text, *styles) if self.options.color and text else text
