"""What the page tells of a claim, a citation or a finding when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from attrib.excerpt import words
from attrib.model import Analysis, ClaimKind, Document, Edit, Finding, Reference, Severity, Span, SupportLevel
from attrib.outputs import Report
from attrib.pages.reasoning import Line, by_claim, reasoning
from attrib.registry import Registry
from attrib.report import outlets
from attrib.report.settext import Referred
from attrib.rulebook import FAMILIES, Rule
from attrib.values import frozen
from attrib.wording import all_days, source

LEVELS: Mapping[SupportLevel, str] = {
    "multiple": "several sources",
    "single": "one source",
    "attributed": "named in the text",
    "none": "no source",
    "exempt": "the author's own view",
}
CLAIM_KINDS: Mapping[ClaimKind, str] = {
    "reported": "news that somebody must have reported",
    "background": "older, settled fact",
    "analysis": "the author's own inference or judgment",
}
BASES = {
    "passage": "cited where the passage ends",
    "dated": "cited where the passage ends, and its day fits",
    "named": "named in the text, and cited elsewhere in the item",
    "later": "cited further on, where the story goes on",
    "earlier": "cited before, under the same speaker",
    "note": "in the note behind it",
}
FAMILY_WORDS = {"citation": "form of citations", "date": "days", "crossref": "cross-references"}
"""Families of rules whose names are no words of an editor's."""
_OF_SUPPORT = ("carried by", "not by", "findings")
"""Labels of which one begins what is said of the support; kind, days, names and speakers come before."""
_WIDTH = 160
"""Columns of words that stand for a place of the text."""


@frozen
class Told:
    """A line of a card: a label, what it says, the reasons; and the reference or the finding, by index, it is about."""

    label: str
    text: str
    reasons: tuple[str, ...] = ()
    reference: Referred | None = None
    finding: int | None = None


@frozen
class ClaimCard:
    """What carries a claim, and behind that what its words say.

    ``references`` carry it, ``findings`` touch it, and ``of_citations`` are in the citations that carry it; by index.
    """

    number: int
    level: SupportLevel
    kind: ClaimKind
    paragraph: int
    words: str
    support: tuple[Told, ...]
    content: tuple[Told, ...]
    references: tuple[Referred, ...]
    findings: tuple[int, ...]
    of_citations: tuple[int, ...]


@frozen
class ReferenceCard:
    """A source with its days, what stands behind it, and the numbers of the claims that it carries."""

    name: str
    written: str
    relayed: str
    days: str
    facts: tuple[str, ...]
    claims: tuple[int, ...]


@frozen
class CitationCard:
    """What stands behind a citation; ``findings`` are in its words, by index."""

    number: int
    words: str
    references: tuple[ReferenceCard, ...]
    problems: tuple[str, ...]
    findings: tuple[int, ...]


@frozen
class FindingCard:
    """A finding with its rule; ``fix`` says in words what would mend it. ``claim`` is the number of its claim."""

    number: int
    code: str
    name: str
    family: str
    severity: Severity
    summary: str
    message: str
    why: str
    authority: str
    words: str
    line: int
    column: int
    fix: str
    related: tuple[tuple[str, tuple[str, ...]], ...]


def claim_cards(report: Report, registry: Registry) -> tuple[ClaimCard, ...]:
    analysis = report.analysis
    index = {id(finding): at for at, finding in enumerate(report.findings)}
    within = _within(report)
    cards = []
    for at, found in enumerate(by_claim(report)):
        claim, support = analysis.claims[at], analysis.supports[at]
        whole = reasoning(report, at, registry, quoting(analysis), found)
        lines = [line for line in whole if line.label != "support"]  # the card has that as its heading
        parted = next(n for n, line in enumerate(lines) if line.label in _OF_SUPPORT)
        told = tuple(_told(line, index, line.link in support.links) for line in lines)
        cards.append(
            ClaimCard(
                at + 1,
                support.level,
                claim.kind,
                claim.paragraph,
                words(analysis.document, claim.span, _WIDTH),
                told[parted:],
                told[:parted],
                tuple(Referred(link.citation, link.reference) for link in support.links),
                tuple(index[id(finding)] for finding in found),
                tuple(one for cited in sorted({link.citation for link in support.links}) for one in within[cited]),
            )
        )
    return tuple(cards)


def citation_cards(report: Report, registry: Registry) -> tuple[CitationCard, ...]:
    analysis, within = report.analysis, _within(report)
    carried: dict[tuple[int, int], list[int]] = {}
    for at, support in enumerate(analysis.supports):
        for link in support.links:
            carried.setdefault((link.citation, link.reference), []).append(at + 1)
    return tuple(
        CitationCard(
            at + 1,
            words(analysis.document, citation.span, _WIDTH),
            tuple(
                ReferenceCard(
                    source(reference),
                    reference.written if reference.written != source(reference) else "",
                    reference.via or "",
                    _days(reference, analysis.document),
                    tuple(outlets.facts(reference, registry)),
                    tuple(carried.get((at, number), ())),
                )
                for number, reference in enumerate(citation.references)
            ),
            tuple(problem.message for problem in citation.problems),
            within[at],
        )
        for at, citation in enumerate(analysis.citations)
    )


def _days(reference: Reference, document: Document) -> str:
    """The days of a reference, or what stands for them where no year is known, or no calendar has them."""
    written = " and ".join(date.span.of(document.text) for date in reference.written_dates)
    return all_days(reference.dates) or (written and f"“{written}”, which is no known day")


def _within(report: Report) -> tuple[tuple[int, ...], ...]:
    """The findings that stand within each citation."""
    starts = [citation.span.start for citation in report.analysis.citations]
    found: list[list[int]] = [[] for _ in starts]
    for at, finding in enumerate(report.findings):
        cited = bisect_right(starts, finding.span.start) - 1
        if cited >= 0 and report.analysis.citations[cited].span.holds(finding.span):
            found[cited].append(at)
    return tuple(map(tuple, found))


def finding_cards(report: Report, rules: Mapping[str, Rule]) -> tuple[FindingCard, ...]:
    return tuple(_finding(report.analysis, at, finding, rules) for at, finding in enumerate(report.findings))


def quoting(analysis: Analysis) -> Callable[[Span], str]:
    """Words of the draft in quotation marks, cut where they are long."""
    from attrib.excerpt import quoted

    return lambda span: quoted(analysis.document, span, 80)


def _told(line: Line, index: Mapping[int, int], carries: bool) -> Told:
    if line.link:
        referred = Referred(line.link.citation, line.link.reference)
        reasons = line.reasons or ((BASES[line.link.basis],) if carries else ())
        return Told(line.label, line.text, reasons, reference=referred)
    if line.finding:
        return Told(line.label, line.finding.message, line.reasons, finding=index[id(line.finding)])
    if line.label == "kind":
        return Told("what it is", CLAIM_KINDS[line.text], line.reasons)  # type: ignore[index]
    return Told(line.label, line.text, line.reasons)


def _finding(analysis: Analysis, at: int, finding: Finding, rules: Mapping[str, Rule]) -> FindingCard:
    document = analysis.document
    rule = rules.get(finding.code)
    place = document.origin(finding.span.start)
    family = FAMILIES.get(finding.code[:1], "other")
    return FindingCard(
        at + 1,
        finding.code,
        finding.name,
        FAMILY_WORDS.get(family, family),
        finding.severity,
        rule.summary if rule else finding.name.replace("-", " ").capitalize(),
        finding.message,
        finding.why,
        rule.authority if rule else "",
        words(document, finding.span, _WIDTH),
        place.line,
        place.column,
        "; ".join(_mended(analysis, finding.fix.edits)) if finding.fix else "",
        tuple(
            (message, tuple(words(document, one.span, _WIDTH) for one in same))
            for message, same in groupby(finding.related, key=lambda one: one.message)
        ),
    )


def _mended(analysis: Analysis, edits: Sequence[Edit]) -> Iterator[str]:
    quoted = quoting(analysis)
    for edit in edits:
        if not edit.text:
            yield f"leave out {quoted(edit.span)}"
        elif edit.span.start == edit.span.end:
            yield f"put in “{edit.text}”"
        else:
            yield f"write “{edit.text}” in place of {quoted(edit.span)}"
