"""What somebody told one outlet, the reference to that outlet carries; the others of the bracket have it from there."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.linking.stories import Story
from attrib.model import Attribution, Claim, Link, Source
from attrib.registry import Registry

_EDGE = 3  # code points of marks and blanks at the ends of a claim

Links = tuple[Link, ...]


def by_hearer(story: Story, claim: Claim, links: Links, registry: Registry) -> tuple[Links, Links]:
    """The links of a claim to the one outlet that it says was told it, and the other links, each with its reason.

    All stay where it says more than what was told, where several outlets were told, or none that is cited.
    """
    hearer = _hearer(story.said(claim), claim)
    if hearer is None:
        return links, ()
    line, kept, others = registry.lineage(hearer), [], []
    for link in links:
        reference = story.citations[link.citation].references[link.reference]
        if reference.source and registry.lineage(reference.source) == line:
            kept.append(link)
        else:
            reason = f"it was told {hearer.name}, and not {reference.written}"
            others.append(Link(link.citation, link.reference, link.basis, (reason,)))
    return (tuple(kept), tuple(others)) if kept else (links, ())


def _hearer(said: Sequence[Attribution], claim: Claim) -> Source | None:
    """The outlet that was told all that the claim says."""
    told = [one for one in said if one.content]
    outlets = [one.outlet for one in told if one.outlet and one.kind != "outlet" and not one.own_interview]
    if not told or len(outlets) < len(told) or len({outlet.id for outlet in outlets}) != 1:
        return None
    parts = sorted(part for one in told for part in (one.source, one.cue, *one.content) if part)
    # Behind a cue that comes last stands whom it was told.
    ends = parts[-1].end >= claim.span.end - _EDGE or any(one.cue == parts[-1] for one in told)
    return outlets[0] if ends and parts[0].start <= claim.span.start + _EDGE else None
