"""The plain rule: a citation covers its passage, back to the citation before it or the paragraph's start."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from attrib.linking.stories import Indices, Story
from attrib.model import Claim, Span, meeting
from attrib.segment import datelines

_RIGHT_BEHIND = 8  # stops, marks and blanks between a claim and what closes it, in code points

Passages = Mapping[int, tuple[int, ...]]
"""Citations, by index, that cover a claim, by index."""


def passages(story: Story, places: Collection[str] = ()) -> Passages:
    """Which citations of an item close the passage of which of its claims.

    A citation right behind another shares its passage. A link and a citation in running text cover their own sentence;
    a link that stands in none closes the passage before it. A note covers its own sentence too, but where its
    paragraph has no note before its end: then it stands for the whole.
    A claim that a cross-reference closes leans on the issue it refers to, and an author's comment right behind a
    citation in mid-paragraph on nothing: neither is swept into the passage behind it. The citation of a dateline,
    whose place may be one of ``places``, or of a heading carries all of its paragraph that nothing else does. What
    cites in a paragraph of its own closes those before it, back to the last citation; above all others it opens the
    item, and carries each paragraph that cites nothing.
    """
    prose, sentences = story.prose, story.told.sentences
    citations, claims, citations_in, claims_in = story.citations, story.claims, story.citations_in, story.claims_in
    covering: dict[int, tuple[int, ...]] = {}
    crossed = defaultdict(list)
    for bracket in story.brackets:
        if bracket.kind == "cross-reference":
            crossed[bracket.paragraph].append(bracket.span)
    for number, cited in citations_in.items():
        if number not in claims_in:
            known = tuple(
                c for c in cited if citations[c].form != "link" or any(r.source for r in citations[c].references)
            )
            above = _above(number, claims_in, citations_in) if known else ()
            covering.update((claim, known) for claim in above if claim not in covering)
            continue
        here = claims_in[number]
        left, closed_before = list(here), list[int]()
        at_end = bool(here) and citations[cited[0]].span.start > claims[here[-1]].span.start
        heads = bool(here) and datelines.heads(prose, claims[here[0]].span.start, citations[cited[0]].span, places)
        for index in cited[heads:]:
            citation = citations[index]
            mine = []
            if citation.form in ("link", "inline"):
                mine = [c for c in here if sentences[claims[c].sentence].span.meets(citation.span)]
            if not mine and citation.label and not at_end:
                mine = _sentence_before(claims, here, citation.span.start)
            if mine or citation.form == "inline":
                left = [c for c in left if c not in mine]
            else:
                cut = bisect_left(left, citation.span.start, key=lambda c: claims[c].span.start)
                mine, left = left[:cut], left[cut:]
                mine = _without_comment(claims, mine, closed_before)
                if number in crossed:
                    mine = [c for c in mine if not _cross_referenced(prose, claims[c].span, crossed[number])]
                mine = mine or closed_before
                closed_before = mine
            for claim in mine:
                covering[claim] = (*covering.get(claim, ()), index)
        if heads:
            covering.update((claim, (cited[0],)) for claim in here if claim not in covering)
    if citations and claims and _opens(prose, citations[0].span, claims[0].span):
        bare = (claim for number, here in claims_in.items() if number not in citations_in for claim in here)
        covering.update((claim, (0,)) for claim in bare if claim not in covering)
    covering.update(_led(story, covering))
    return covering


def _led(story: Story, covering: Passages) -> dict[int, tuple[int, ...]]:
    """Claims that a bracket before them carries, with what is said to lead to them: "AFP reported (AFP, May 3) that".

    Not where another bracket closes them in their own sentence.
    """
    found: dict[int, tuple[int, ...]] = {}
    claims = story.claims
    for index, (claim, behind) in enumerate(pairwise(claims)):
        cited = covering.get(index, ())
        if claim.sentence != behind.sentence or not (cited and claim.attributions):
            continue
        bracket = story.citations[cited[-1]]
        if bracket.form != "parenthetical" or not claim.span.end <= bracket.span.start < behind.span.start:
            continue
        begun = Span(bracket.span.end, behind.span.start + 1)
        if not any(content.start in range(*begun) for one in story.said(claim) for content in one.content):
            continue
        whole = story.told.sentences[claim.sentence].span
        if not any(whole.holds(story.citations[c].span) for c in covering.get(index + 1, ())):
            found[index + 1] = cited
    return found


def _opens(prose: str, citation: Span, claim: Span) -> bool:
    """Whether a source line opens an item: it stands above all that is claimed, and heads not just one paragraph."""
    return citation.end <= claim.start and prose[citation.end - 1] != ":"


def _above(number: int, claims_in: Indices, citations_in: Indices) -> list[int]:
    """The claims above a paragraph that is a citation and nothing else, up to one that is cited itself."""
    found: list[int] = []
    for above in range(number - 1, 0, -1):
        if above not in claims_in:
            break
        found += claims_in[above]
        if above in citations_in:
            break
    return found


def _sentence_before(claims: Sequence[Claim], here: Sequence[int], marker: int) -> list[int]:
    """The claims of the sentence that a marker stands in or behind."""
    begun = bisect_left(here, marker, key=lambda c: claims[c].span.start)
    return [c for c in here if claims[c].sentence == claims[here[begun - 1]].sentence] if begun else []


def _without_comment(claims: Sequence[Claim], mine: list[int], before: list[int]) -> list[int]:
    """Behind a citation in mid-paragraph, the author's own words up to the next news are nobody's."""
    if not before:
        return mine
    news = next((i for i, c in enumerate(mine) if claims[c].kind != "analysis"), len(mine) - 1)
    return mine[news:]


def _cross_referenced(prose: str, span: Span, crossed: Sequence[Span]) -> bool:
    """Whether a cross-reference closes the claim, at its end or right behind it."""
    return any(
        not prose[min(span.end, cross.end) : max(span.end, cross.start)].strip(' .,;)”"') and cross.end >= span.end - 2
        for cross in meeting(crossed, Span(span.start, span.end + _RIGHT_BEHIND))
    )


def last_covered(covering: Passages) -> dict[int, int]:
    """The last claim that each citation covers."""
    return {citation: claim for claim in sorted(covering) for citation in covering[claim]}
