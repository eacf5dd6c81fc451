"""Claims that the text gives to an outlet, and whose passage a bracket of others closes: it does not carry them."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.linking.passages import Passages, last_covered
from attrib.linking.stories import Story
from attrib.model import Attribution, Citation, Reference, Source
from attrib.registry import Registry
from attrib.registry.names import fold


def told_elsewhere(story: Story, covering: Passages, registry: Registry) -> frozenset[int]:
    """Claims, by index, that an outlet tells which the brackets of their passage do not cite.

    "Teachers told Ozodi that they were not paid. The rector resigned (IRNA, May 3)." What a bracket stands right
    behind it may still carry; so may one whose source is a collective or of the outlet's house.
    """
    closed = last_covered(covering)
    return frozenset(
        index
        for index, cited in covering.items()
        if story.claims[index].attributions
        and (outlets := [one.outlet for one in story.said(story.claims[index]) if one.outlet and _tells(one)])
        and all(closed[citation] != index for citation in cited)
        and all(_cites_others(story.citations[citation], outlets, registry) for citation in cited)
    )


def _tells(said: Attribution) -> bool:
    """Whether an outlet tells something; in "he calmed the market by giving Interfax an interview" it is the news."""
    return said.source is None or not any(content.holds(said.source) for content in said.content)


def _cites_others(citation: Citation, outlets: Sequence[Source], registry: Registry) -> bool:
    """Whether none of the sources of a bracket is one of the outlets, of the house of one, or may stand for one."""
    if citation.form != "parenthetical" or any(outlet.collective for outlet in outlets):
        return False
    return bool(citation.references) and all(
        _is_other(reference, outlet, registry) for reference in citation.references for outlet in outlets
    )


def _is_other(reference: Reference, outlet: Source, registry: Registry) -> bool:
    """An unlisted name is another's where it is neither a word nor the initials of the outlet's."""
    source = reference.source
    if source is not None:
        same = registry.lineage(source) == registry.lineage(outlet)
        return not (source.collective or same or registry.owners.of_one_house(source, outlet, None))
    written = fold(reference.written)
    names = (outlet.name, *outlet.aliases)
    initials = {"".join(word[0] for word in name.lower().split()) for name in names}
    return not (
        reference.candidates
        or not written
        or written in initials
        or any(written in fold(name) or fold(name) in written for name in names)
    )
