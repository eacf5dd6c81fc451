"""What stands beside the text: above each paragraph its support, behind each unsupported claim a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lsprotocol import types

from attrib.model import Span, SupportLevel
from attrib.pages.reasoning import MEANINGS
from attrib.server.drafts import Draft
from attrib.wording import count

_SAID: dict[SupportLevel, str] = {
    "multiple": "multiply sourced",
    "single": "single source",
    "attributed": "attributed in the text",
    "none": "unsupported",
    "exempt": "analysis",
}


def lenses(draft: Draft) -> Iterator[types.CodeLens]:
    """A line a paragraph that claims anything: how many statements, and what they stand on."""
    analysis = draft.analysis
    stands: dict[int, Counter[SupportLevel]] = {}
    for claim, support in zip(analysis.claims, analysis.supports, strict=True):
        stands.setdefault(claim.paragraph, Counter())[support.level] += 1
    for paragraph in analysis.paragraphs:
        if levels := stands.get(paragraph.number):
            said = ", ".join(f"{levels[level]} {_SAID[level]}" for level in _SAID if levels[level])
            start = Span(paragraph.span.start, paragraph.span.start)
            yield types.CodeLens(
                draft.positions.range(draft.document, start),
                command=types.Command(f"{count(sum(levels.values()), 'statement')}: {said}", ""),
            )


def hints(draft: Draft, shown: types.Range) -> Iterator[types.InlayHint]:
    """A word behind each unsupported claim in a range."""
    start, end = (draft.positions.offset(draft.document, place) for place in (shown.start, shown.end))
    analysis = draft.analysis
    for claim, support in zip(analysis.claims, analysis.supports, strict=True):
        if support.level == "none" and start <= claim.span.end <= end:
            yield types.InlayHint(
                draft.positions.at(draft.document, claim.span.end),
                "no source",
                padding_left=True,
                tooltip=f"{MEANINGS['none']} ({claim.kind})",
            )
