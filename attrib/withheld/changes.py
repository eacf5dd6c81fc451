"""What a change touches: claims whose words or whose support differ from those of the text before it.

Text that was moved or wrapped anew is the same text, also where it moved to another draft; a claim that lost its
citation is touched, though its words stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrib.model import Analysis, Finding, Span
from attrib.values import NamedTuple
from attrib.wording import of_link

Key = tuple[str, ...]
"""A claim as it is known again: its words, how it is supported, and the words of the references that carry it."""


class Version(NamedTuple):
    """A draft at one time, and what was found in it then."""

    analysis: Analysis
    findings: Sequence[Finding]


class Change(NamedTuple):
    """What a draft is now, and what it was; ``before`` is ``None`` where it is new, ``now`` where it is gone."""

    before: Version | None
    now: Version | None


def of_change(changes: Sequence[Change]) -> list[tuple[Finding, ...]]:
    """Of each draft that is, the findings that the change brought, or that stand on a claim it touched.

    What one draft lost and another has is moved: of several equal claims, the last ones are new.
    """
    lost_claims, lost_findings = _lost(changes)
    return [_brought(one, lost_claims, lost_findings) for one in changes if one.now]


def _lost(changes: Sequence[Change]) -> tuple[Counter[Key], Counter[Key]]:
    """What the drafts no longer have: claims, and findings by rule and words.

    What is found of a whole bulletin has no words, and does not move.
    """
    claims: Counter[Key] = Counter()
    findings: Counter[Key] = Counter()
    for before, now in changes:
        claims += Counter(_claims(before).values()) - Counter(_claims(now).values())
        findings += Counter(_findings(before)) - Counter(_findings(now))
    return claims, findings


def _brought(change: Change, lost_claims: Counter[Key], lost_findings: Counter[Key]) -> tuple[Finding, ...]:
    """The findings that the change brought to one draft; what it has of the lost is taken out of there."""
    before, now = change
    left = Counter(_claims(before).values())
    touched = [span for span, key in _claims(now).items() if not (_taken(left, key) or _taken(lost_claims, key))]
    known = {finding.known_by for finding in before.findings} if before else ()
    return tuple(
        finding
        for finding in (now.findings if now else ())
        if any(claim.meets(finding.span) or finding.span.holds(claim) for claim in touched)
        or not (finding.known_by in known or _taken(lost_findings, finding.known_by[:2]))
    )


def _taken(left: Counter[Key], key: Key) -> bool:
    """Whether one of these is left, which is then taken."""
    found = left[key] > 0
    left[key] -= found
    return found


def _claims(version: Version | None) -> dict[Span, Key]:
    """The claims in order, each with its key."""
    return dict(_keyed(version.analysis)) if version else {}


def _keyed(analysis: Analysis) -> Iterator[tuple[Span, Key]]:
    text = analysis.document.text
    for claim, support in zip(analysis.claims, analysis.supports, strict=True):
        carried_by = sorted(_even(of_link(analysis, link).span, text) for link in support.links)
        yield claim.span, (_even(claim.span, text), support.level, *carried_by)


def _findings(version: Version | None) -> Iterator[Key]:
    yield from (finding.known_by[:2] for finding in (version.findings if version else ()) if finding.words)


def _even(span: Span, text: str) -> str:
    return " ".join(span.of(text).split()).casefold()
