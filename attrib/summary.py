"""What a run comes to: claims, the shares that are supported, findings by severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrib.model import Severity, SupportLevel
from attrib.outputs import Report
from attrib.values import NamedTuple
from attrib.wording import count

SUPPORTED: tuple[SupportLevel, ...] = ("multiple", "single", "attributed")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""


class Summary(NamedTuple):
    """Counts over all bulletins of a run. ``exempt`` claims are analysis, which needs no source."""

    bulletins: int = 0
    claims: int = 0
    exempt: int = 0
    supported: int = 0
    multiple: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @property
    def statements(self) -> int:
        """The claims that need a source: all but the exempt ones. Shares are of these."""
        return self.claims - self.exempt

    @property
    def findings(self) -> int:
        return self.errors + self.warnings + self.notes

    def __str__(self) -> str:
        where = f" in {count(self.bulletins, 'bulletin')}" if self.bulletins != 1 else ""
        exempt = f" ({self.exempt} of them analysis)" if self.exempt else ""
        read = f"{count(self.claims, 'claim')}{exempt}{where}"
        if self.statements:
            read += f": {_share(self.supported, self.statements)} supported"
            read += f", {_share(self.multiple, self.statements)} multiply sourced"
        by_severity = zip((self.errors, self.warnings, self.notes), SEVERITIES, strict=True)
        split = ", ".join(count(number, severity) for number, severity in by_severity if number)
        return f"{read}; " + (f"{count(self.findings, 'finding')} ({split})" if split else "no findings")


def summary(reports: Sequence[Report]) -> Summary:
    """The counts over these bulletins."""
    levels = Counter(support.level for report in reports for support in report.analysis.supports)
    severities = Counter(finding.severity for report in reports for finding in report.findings)
    return Summary(
        bulletins=len(reports),
        claims=levels.total(),
        exempt=levels["exempt"],
        supported=sum(levels[level] for level in SUPPORTED),
        multiple=levels["multiple"],
        errors=severities["error"],
        warnings=severities["warning"],
        notes=severities["note"],
    )


def supported(report: Report) -> float | None:
    """The share of a bulletin's statements that are supported, in percent; ``None`` where it makes none."""
    counted = summary([report])
    return 100 * counted.supported / counted.statements if counted.statements else None


class Shortfall(NamedTuple):
    """A bulletin of which less is supported than must be, in words for people."""

    path: str
    message: str


def shortfalls(reports: Iterable[Report]) -> list[Shortfall]:
    """The bulletins of which too little is supported; none where no share is asked for."""
    found = ((report, report.least, supported(report)) for report in reports)
    return [
        Shortfall(report.path, f"{int(share)} % of its claims are supported; {least:g} % must be")
        for report, least, share in found
        if least is not None and share is not None and share < least
    ]


def statistics(reports: Sequence[Report]) -> str:
    """A line a rule, the most frequent first: how often, which rule, how severe."""
    met = Counter((finding.code, finding.name, finding.severity) for report in reports for finding in report.findings)
    rows = sorted(met.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{number:6} {code} {name} ({severity})\n" for (code, name, severity), number in rows)


def _share(part: int, whole: int) -> str:
    """In whole percent, but 100 % and 0 % only where it is all or none."""
    if part in (0, whole):
        return "0 %" if not part else "100 %"
    return f"{min(max(round(100 * part / whole), 1), 99)} %"
