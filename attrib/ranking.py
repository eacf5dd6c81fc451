"""The worst first, for readers that take only so many findings; and the words for those that are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrib.model import Document, Finding, Severity
from attrib.outputs import Report
from attrib.summary import SEVERITIES
from attrib.wording import count

Found = tuple[Finding, Document]
"""A finding with the bulletin it is of."""


def found(reports: Sequence[Report]) -> list[Found]:
    """All findings in the order of the bulletins and of their text."""
    return [(finding, report.analysis.document) for report in reports for finding in report.findings]


def ranked(reports: Sequence[Report]) -> list[Found]:
    """All findings, errors before warnings before notes; among equals the order of the text."""
    return sorted(found(reports), key=lambda one: SEVERITIES.index(one[0].severity))


def counted(severities: Iterable[Severity]) -> str:
    """How many of each severity, in words.

    >>> counted(["note", "error", "note"])
    '1 error and 2 notes'
    """
    numbers = Counter(severities)
    words = [count(numbers[severity], severity) for severity in SEVERITIES if numbers[severity]]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))
