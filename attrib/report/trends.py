"""Several bulletins side by side: what share of each is supported, and how much was found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrib.model import SupportLevel
from attrib.outputs import Report
from attrib.report.bulletin import title, verdict
from attrib.report.charts import Share, shares
from attrib.summary import Summary, summary
from attrib.values import NamedTuple, frozen
from attrib.wording import day

WIDTH, HEIGHT, MARGIN = 960.0, 150.0, 50.0


@frozen
class Issue:
    """A row of the index. ``href`` leads to the bulletin's page; ``percent`` is ``None`` where it has no statements."""

    title: str
    path: str
    href: str
    date: dt.date | None
    dated: str
    sums: Summary
    percent: float | None
    several: float | None
    shares: tuple[Share, ...]


class Point(NamedTuple):
    x: float
    y: float
    issue: Issue


class Block(NamedTuple):
    """Findings of one severity in one issue."""

    severity: str
    x: float
    y: float
    width: float
    height: float


@frozen
class Trends:
    """The issues in order of their dates, with the line of their shares and the columns of their findings."""

    issues: tuple[Issue, ...]
    sums: Summary
    verdict: str
    points: tuple[Point, ...]
    several: tuple[Point, ...]
    blocks: tuple[Block, ...]
    tops: tuple[Point, ...]
    """Where the columns of findings end."""
    most: int

    @property
    def ends(self) -> tuple[tuple[float, Issue, str], ...]:
        """The first and the last issue, each with the edge it stands at and how it is set there."""
        first, last = self.issues[0], self.issues[-1]
        return ((MARGIN, first, "start"), (WIDTH - 10, last, "end")) if len(self.issues) > 1 else ()


def trends(reports: Sequence[Report], hrefs: Sequence[str]) -> Trends:
    """The index of these bulletins; those without a date come last, in their order."""
    issues = sorted(
        (_issue(report, href) for report, href in zip(reports, hrefs, strict=True)),
        key=lambda issue: issue.date or dt.date.max,
    )
    step = (WIDTH - 10 - MARGIN) / max(len(issues), 1)
    most = max((issue.sums.findings for issue in issues), default=0)
    placed = [(round(MARGIN + (at + 0.5) * step, 2), issue) for at, issue in enumerate(issues)]
    width = min(34.0, round(step * 0.7, 2))
    sums = summary(reports)
    return Trends(
        tuple(issues),
        sums,
        verdict(sums),
        tuple(Point(x, _height(issue.percent), issue) for x, issue in placed if issue.percent is not None),
        tuple(Point(x, _height(issue.several), issue) for x, issue in placed if issue.several is not None),
        tuple(block for x, issue in placed for block in _column(issue.sums, x, width, most)),
        tuple(Point(x, round(HEIGHT * (1 - issue.sums.findings / max(most, 1)), 2), issue) for x, issue in placed),
        most,
    )


def _issue(report: Report, href: str) -> Issue:
    sums, date = summary([report]), report.analysis.date.value
    parts = {share.level: share.percent for share in shares(report.analysis)}
    levels: tuple[SupportLevel, ...] = ("multiple", "single", "attributed")
    percent = sum(parts[level] or 0.0 for level in levels) if sums.statements else None
    dated = day(date) if date else "no date"
    name = title(report.analysis)
    return Issue(name, report.path, href, date, dated, sums, percent, parts["multiple"], shares(report.analysis))


def _height(percent: float | None) -> float:
    return round(HEIGHT * (1 - (percent or 0) / 100), 2)


def _column(sums: Summary, x: float, width: float, most: int) -> list[Block]:
    blocks, top = [], HEIGHT
    for severity, number in (("error", sums.errors), ("warning", sums.warnings), ("note", sums.notes)):
        if number:
            height = round(HEIGHT * number / most, 2)
            top = round(top - height, 2)
            blocks.append(Block(severity, round(x - width / 2, 2), top, width, height))
    return blocks
