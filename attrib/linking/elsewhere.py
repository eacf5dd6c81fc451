"""Claims that the text gives to an outlet, and whose passage a bracket of others closes: it does not carry them."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.linking.passages import Passages, last_covered
from attrib.linking.stories import Story
from attrib.model import Attribution, Citation, Source
from attrib.registry import Registry


def told_elsewhere(story: Story, covering: Passages, registry: Registry) -> frozenset[int]:
    """Claims, by index, that an outlet tells which the brackets of their passage do not cite.

    "Teachers told Ozodi that they were not paid. The rector resigned (IRNA, May 3)." What a bracket stands right
    behind it may still carry; so may one whose source is a collective, unknown, or of the outlet's house.
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
    """Whether all sources of a bracket are known, and none of them is one of the outlets or of the house of one."""
    if citation.form != "parenthetical" or any(outlet.collective for outlet in outlets):
        return False
    cited = [reference.source for reference in citation.references]
    return bool(cited) and all(
        source is not None
        and not source.collective
        and not any(
            registry.lineage(source) == registry.lineage(outlet) or registry.owners.of_one_house(source, outlet, None)
            for outlet in outlets
        )
        for source in cited
    )
