"""What a change touches: claims whose words or whose support differ from those of the text before it.

Text that was moved or wrapped anew is the same text; a claim that lost its citation is touched, though its words stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrib.model import Analysis, Finding, Span
from attrib.wording import of_link


def touched(before: Analysis, now: Analysis) -> tuple[Span, ...]:
    """The claims of ``now`` that ``before`` does not have, or not on the same references; of several the last ones."""
    left = Counter(key for _, key in _keyed(before))
    found = []
    for span, key in _keyed(now):
        if left[key]:
            left[key] -= 1
        else:
            found.append(span)
    return tuple(found)


def of_change(findings: Sequence[Finding], before: Sequence[Finding], claims: Sequence[Span]) -> tuple[Finding, ...]:
    """The findings that a change brought, or that stand on a claim it touched (``claims``)."""
    known = {finding.known_by for finding in before}
    return tuple(
        finding
        for finding in findings
        if finding.known_by not in known
        or any(claim.meets(finding.span) or finding.span.holds(claim) for claim in claims)
    )


def _keyed(analysis: Analysis) -> Iterator[tuple[Span, tuple[str, ...]]]:
    text = analysis.document.text
    for claim, support in zip(analysis.claims, analysis.supports, strict=True):
        carried_by = sorted(_even(of_link(analysis, link).span, text) for link in support.links)
        yield claim.span, (_even(claim.span, text), support.level, *carried_by)


def _even(span: Span, text: str) -> str:
    return " ".join(span.of(text).split()).casefold()
