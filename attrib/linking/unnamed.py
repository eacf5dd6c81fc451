"""What "one newspaper" says, its own reference carries, and not that of "another daily" in the same bracket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrib.linking.stories import Story
from attrib.model import Citation, Claim, Link


def unnamed_outlets(story: Story, claim: Claim) -> Mapping[str, str]:
    """The outlets that speak in the claim without their names: those by the registry, and the words for them.

    Empty where somebody speaks beside them: the other references may be for what he says.
    """
    prose, said = story.prose, story.said(claim)
    outlets = {
        a.speaker: a.source.of(prose) for a in said if a.kind in ("collective", "anonymous") and a.speaker and a.source
    }
    if not outlets:
        return outlets
    told = [content for a in said if a.speaker in outlets for content in a.content]
    others = [a.cue or a.source for a in said if a.speaker not in outlets]
    return {} if any(where and not any(span.holds(where) for span in told) for where in others) else outlets


def of_outlets(
    links: Sequence[Link], outlets: Mapping[str, str], citations: Sequence[Citation]
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links to the references of these outlets, and the other links, each with its reason.

    All stay where none of the references is of one of them.
    """
    kept, others = [], []
    names = " and ".join(f"“{words}”" for words in outlets.values())
    for link in links:
        reference = citations[link.citation].references[link.reference]
        if reference.name and reference.name in outlets:
            reason = f"“{outlets[reference.name]}” is {reference.name}, by its place among those cited"
            kept.append(Link(link.citation, link.reference, "named", (*link.reasons, reason)))
        else:
            reason = f"{reference.written} is another outlet than {names}"
            others.append(Link(link.citation, link.reference, link.basis, (reason,)))
    return (tuple(kept), tuple(others)) if kept else (tuple(links), ())
