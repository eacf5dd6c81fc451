"""Why a claim stands as it does, line by line: what it is, who said it, what carries it, what does not, what was found.

`attrib explain` sets these lines for a terminal, the editor's report for a page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from attrib.linking.origins import groups
from attrib.model import Analysis, Attribution, Claim, Finding, Link, Span
from attrib.outputs import Report
from attrib.registry import Registry
from attrib.values import frozen
from attrib.wording import all_days, of_link, reference, source

MEANINGS = {
    "multiple": "carried by sources of more than one origin",
    "single": "carried by sources of one origin",
    "attributed": "no citation carries it, but the text names who reported it: an outlet, or the bulletin",
    "none": "nothing carries it",
    "exempt": "the author's own analysis needs no source",
}


@frozen
class Line:
    """A line of the reasoning: its label, what it says, and beneath it the reasons.

    The lines after the first of one label have a blank one. ``link`` and ``finding`` are what the line is about.
    """

    label: str
    text: str
    reasons: tuple[str, ...] = ()
    link: Link | None = None
    finding: Finding | None = None


def reasoning(
    report: Report,
    index: int,
    registry: Registry,
    quoted: Callable[[Span], str],
    found: Sequence[Finding] | None = None,
) -> Iterator[Line]:
    """The lines about the claim of that index; ``quoted`` gives the words of a span in quotation marks.

    ``found`` are the findings of the claim, where `by_claim` has them already.
    """
    analysis = report.analysis
    claim, support = analysis.claims[index], analysis.supports[index]
    yield Line("kind", claim.kind, claim.kind_reasons)
    yield Line("support", f"{support.level}: {MEANINGS[support.level]}")
    yield from _facts(claim, quoted)
    for at in claim.attributions:
        yield _attribution(analysis.attributions[at], quoted)
    for label, links in (("carried by", support.links), ("not by", support.dropped)):
        for at, link in enumerate(links):
            yield Line("" if at else label, reference(of_link(analysis, link)), link.reasons, link=link)
    if support.links:
        yield _origins(analysis, support.links, registry)
    elif not support.dropped and support.level != "exempt":
        yield Line("carried by", "no citation")
    found = by_claim(report)[index] if found is None else found
    for at, one in enumerate(found):
        yield Line("" if at else "findings", f"{one.message} ({one.name})", (one.why,), finding=one)
    if not found:
        yield Line("findings", "none")


def by_claim(report: Report) -> tuple[tuple[Finding, ...], ...]:
    """The findings that touch each claim."""
    spans = [claim.span for claim in report.analysis.claims]
    found: list[list[Finding]] = [[] for _ in spans]
    for one in report.findings:
        first = bisect_left(spans, one.span.start, key=lambda span: span.end)
        for at in range(first, bisect_right(spans, one.span.end, key=lambda span: span.start)):
            if one.span.meets(spans[at]) or spans[at].holds(one.span):
                found[at].append(one)
    return tuple(map(tuple, found))


def _facts(claim: Claim, quoted: Callable[[Span], str]) -> Iterator[Line]:
    for at, event in enumerate(claim.events):
        planned = ", planned" if event.planned else ""
        yield Line("" if at else "days", f"{quoted(event.span)}: {all_days([event.days])}{planned}")
    if claim.figures:
        yield Line("figures", ", ".join(map(quoted, claim.figures)))
    if claim.names:
        yield Line("names", ", ".join(claim.names))


def _attribution(attribution: Attribution, quoted: Callable[[Span], str]) -> Line:
    parts: list[str] = [attribution.kind]
    if attribution.source:
        parts.append(quoted(attribution.source))
    if attribution.speaker:
        parts.append(f"that is {attribution.speaker}")
    if attribution.cue:
        parts.append(f"cue {quoted(attribution.cue)}")
    reasons = [f"says {quoted(span)}" for span in attribution.content]
    if attribution.outlet:
        reasons.append(f"the outlet is {attribution.outlet.name}")
    if attribution.own_interview:
        reasons.append("in an interview of the bulletin's own")
    return Line("said by", ", ".join(parts), tuple(reasons))


def _origins(analysis: Analysis, links: Sequence[Link], registry: Registry) -> Line:
    """Which of the sources are one origin, and so how many there are."""
    names = [of_link(analysis, link) for link in links]
    parted = [" + ".join(dict.fromkeys(source(names[i]) for i in own)) for own in groups(names, registry)]
    return Line("origins", f"{len(parted)}: {'; '.join(parted)}")
