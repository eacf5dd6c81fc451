"""All that the page shows of one bulletin, as one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrib.model import Analysis, Masthead
from attrib.outputs import Report
from attrib.registry import Registry
from attrib.report import charts
from attrib.report.cards import CitationCard, ClaimCard, FindingCard, citation_cards, claim_cards, finding_cards
from attrib.report.charts import Bars, Matrix, Share, Timeline
from attrib.report.settext import Block, set_text
from attrib.rulebook import Rule
from attrib.summary import Summary, summary
from attrib.values import frozen
from attrib.wording import count, day

_BASES = {
    "option": "as told on the command line",
    "front-matter": "as its front matter says",
    "masthead": "as its masthead says",
    "file-name": "as its file name says",
    "inferred": "inferred, since the draft does not say",
    "none": "",
}


@frozen
class Bulletin:
    """One bulletin's page. ``key`` begins every id of it, so that several stand on one page."""

    key: str
    title: str
    path: str
    imprint: str
    issued: str
    date_reasons: tuple[str, ...]
    style: str
    verdict: str
    sums: Summary
    blocks: tuple[Block, ...]
    claims: tuple[ClaimCard, ...]
    citations: tuple[CitationCard, ...]
    findings: tuple[FindingCard, ...]
    marked: frozenset[int]
    """The findings, by index, that have a mark in the text; others are about what is not set."""
    shares: tuple[Share, ...]
    bars: tuple[Bars, ...]
    timeline: Timeline | None
    yearless: bool
    """Whether days are cited, and of none the year is known."""
    matrix: Matrix


def bulletin(report: Report, rules: Mapping[str, Rule], registry: Registry, key: str = "") -> Bulletin:
    """The page's values of one bulletin; ``rules`` by code say what its findings are about."""
    analysis = report.analysis
    date, sums = analysis.date, summary([report])
    references = [reference for citation in analysis.citations for reference in citation.references]
    basis, blocks = _BASES[date.basis], set_text(analysis, report.findings)
    return Bulletin(
        key,
        title(analysis),
        report.path,
        imprint(analysis.masthead),
        f"{day(date.value)}, {basis}" if date.value else "No issue date is known",
        date.reasons,
        analysis.style,
        verdict(sums),
        sums,
        blocks,
        claim_cards(report, registry),
        citation_cards(report, registry),
        finding_cards(report, rules),
        frozenset(at for block in blocks for piece in block.pieces for at in piece.ending),
        charts.shares(analysis),
        charts.bars(analysis),
        charts.timeline(analysis),
        not any(of.dates for of in references)
        and any(not written.fault for of in references for written in of.written_dates),
        charts.matrix(analysis),
    )


def title(analysis: Analysis) -> str:
    """What a bulletin is called: its title, its masthead, the headline of its one item, or its file."""
    document = analysis.document
    headlines = [p.span.of(document.prose) for p in analysis.paragraphs if p.kind == "headline"]
    headlines = [one for one in headlines if not one.endswith(":")]  # "Sources:" heads a list
    found: Sequence[str] = (
        document.meta.get("title", ""),
        imprint(analysis.masthead),
        headlines[0] if headlines else "",
        Path(document.path).name,
    )
    return next(" ".join(name.split()) for name in found if name.strip())


def imprint(masthead: Masthead | None) -> str:
    """
    >>> imprint(Masthead(None, "Monitor", 5, 223))
    'Monitor, Volume 5, Issue 223'
    """
    if masthead is None:
        return ""
    parts = (
        masthead.publication,
        masthead.volume is not None and f"Volume {masthead.volume}",
        masthead.issue is not None and f"Issue {masthead.issue}",
    )
    return ", ".join(part for part in parts if part)


def verdict(sums: Summary) -> str:
    """What the sums come to, in a sentence or two.

    >>> verdict(Summary(bulletins=1, claims=4, exempt=1, supported=2, multiple=1))
    'Of 3 statements, 2 rest on a source, 1 of them on several independent ones. 1 has none.'
    """
    total, supported = sums.statements, sums.supported
    if not total:
        return "It makes no statement that needs a source."
    bare = total - supported
    if not supported:
        return "Its one statement has no source." if total == 1 else f"None of its {total} statements has a source."
    if total == 1:
        return f"Its one statement rests on {'several independent sources' if sums.multiple else 'a source'}."
    said = f"Of {count(total, 'statement')}, {supported} {'rests' if supported == 1 else 'rest'} on a source"
    if sums.multiple == supported:
        said = said.replace("a source", "several independent sources")
    elif sums.multiple:
        said += f", {sums.multiple} of them on several independent ones"
    return f"{said}. " + (f"{bare} {'has' if bare == 1 else 'have'} none." if bare else "None is without.")
