"""The whole reasoning for a claim, as text: what it is and why, who said it, what carries it and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrib.excerpt import underlined
from attrib.linking.origins import groups
from attrib.model import Analysis, Attribution, Claim, Finding, Link, Span
from attrib.outputs import Options, Report
from attrib.registry import Registry
from attrib.terminal import clipped, glyphs, inert, paint, severity_color, wrapped
from attrib.values import frozen
from attrib.wording import all_days, count, day, of_link, reference, source

LABELS = 11
"""Columns of the labels at the left."""

MEANINGS = {
    "multiple": "carried by sources of more than one origin",
    "single": "carried by sources of one origin",
    "attributed": "no citation carries it, but the text names the outlet that reported it",
    "none": "nothing carries it",
    "exempt": "the author's own analysis needs no source",
}


def claims_at(analysis: Analysis, line: int, column: int | None = None) -> tuple[int, ...]:
    """The indices of the claims on a line, or of the one at its column.

    A place inside a citation, or between two claims, stands for the claims that end there.
    """
    document = analysis.document
    start = document.offset(line, column or 1)
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


def standing_at(analysis: Analysis, line: int, column: int | None) -> str:
    """What stands at a place that belongs to no claim, in words."""
    document = analysis.document
    if line > len(document.line_starts):
        return f"the file has {count(len(document.line_starts), 'line')}"
    at = document.offset(line, column or 1)
    here = next((p for p in analysis.paragraphs if p.span.start <= at < p.span.end), None)
    what = {"headline": "a headline", "masthead": "the masthead", "dateline": "a dateline", "note": "a note"}
    said = f"{what.get(here.kind, 'no claim')} stands there" if here else "no text stands there"
    if analysis.claims:
        near = min(analysis.claims, key=lambda claim: abs(claim.span.start - at))
        place = document.origin(near.span.start)
        said += f"; the nearest claim starts at {place.line}:{place.column}"
    return said


def explanation(report: Report, claims: Iterable[int], registry: Registry, options: Options) -> str:
    """The page of these claims, by index, and of what the bulletin itself adds."""
    page = _Page(report, options)
    lines = (line for index in claims for line in (*page.claim(index, registry), ""))
    return "\n".join(line.rstrip() for line in (*lines, *page.bulletin())) + "\n"


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

    def claim(self, index: int, registry: Registry) -> Iterator[str]:
        analysis = self.analysis
        claim, support = analysis.claims[index], analysis.supports[index]
        yield self.styled(f"{inert(self.report.path)}:{self.place(claim.span)}:", "bold") + (
            f" claim {index + 1} of {len(analysis.claims)}, paragraph {claim.paragraph}"
        )
        yield ""
        yield from self.text(claim)
        yield ""
        yield from self.labelled("kind", claim.kind, claim.kind_reasons)
        level = f"{support.level}: {MEANINGS[support.level]}"
        yield from self.labelled("support", level)
        yield from self.facts(claim)
        for at in claim.attributions:
            yield from self.attribution(analysis.attributions[at])
        for label, links in (("carried by", support.links), ("not by", support.dropped)):
            for link in links:
                yield from self.link(label, link)
                label = ""
        if support.links:
            yield from self.origins(support.links, registry)
        elif not support.dropped and support.level != "exempt":
            yield from self.labelled("carried by", "no citation")
        found = [one for one in self.report.findings if one.span.meets(claim.span) or claim.span.holds(one.span)]
        for at, one in enumerate(found):
            yield from self.finding("" if at else "findings", one)
        if not found:
            yield from self.labelled("findings", "none")

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

    def facts(self, claim: Claim) -> Iterator[str]:
        for at, event in enumerate(claim.events):
            planned = ", planned" if event.planned else ""
            yield from self.labelled(
                "" if at else "days", f"{self.words(event.span)}: {all_days([event.days])}{planned}"
            )
        if claim.figures:
            yield from self.labelled("figures", ", ".join(map(self.words, claim.figures)))
        if claim.names:
            yield from self.labelled("names", ", ".join(claim.names))

    def attribution(self, attribution: Attribution) -> Iterator[str]:
        parts: list[str] = [attribution.kind]
        if attribution.source:
            parts.append(self.words(attribution.source))
        if attribution.speaker:
            parts.append(f"that is {attribution.speaker}")
        if attribution.cue:
            parts.append(f"cue {self.words(attribution.cue)}")
        reasons = [f"says {self.words(span)}" for span in attribution.content]
        if attribution.outlet:
            reasons.append(f"the outlet is {attribution.outlet.name}")
        if attribution.own_interview:
            reasons.append("in an interview of the bulletin's own")
        yield from self.labelled("said by", ", ".join(parts), reasons)

    def link(self, label: str, link: Link) -> Iterator[str]:
        own = of_link(self.analysis, link)
        head = f"{reference(own)} ({link.basis}), at {self.place(own.span)}"
        yield from self.labelled(label, head, link.reasons)

    def origins(self, links: Sequence[Link], registry: Registry) -> Iterator[str]:
        """Which of the sources are one origin, and so how many there are."""
        names = [of_link(self.analysis, link) for link in links]
        parted = [" + ".join(dict.fromkeys(source(names[i]) for i in own)) for own in groups(names, registry)]
        yield from self.labelled("origins", f"{len(parted)}: {'; '.join(parted)}")

    def finding(self, label: str, finding: Finding) -> Iterator[str]:
        head = f"{finding.code} {finding.severity}"
        for at, line in enumerate(self.labelled(label, f"{head} {finding.message} ({finding.name})", (finding.why,))):
            yield line if at else line.replace(head, self.styled(head, severity_color(finding.severity)), 1)

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
        return marks.quoted(clipped(inert(" ".join(span.of(self.analysis.document.text).split())), 60, marks.ellipsis))

    def place(self, span: Span) -> str:
        place = self.analysis.document.origin(span.start)
        return f"{place.line}:{place.column}"

    def styled(self, text: str, *styles: str) -> str:
        return paint(text, *styles) if self.options.color and text else text
