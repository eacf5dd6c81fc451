"""From a claim to the citations that carry it, and from a citation to the claims it carries."""

from __future__ import annotations

from lsprotocol import types

from attrib.model import Span
from attrib.pages.explain import claims_at
from attrib.server.drafts import Draft


def counterparts(draft: Draft, position: types.Position) -> list[types.Location]:
    """The places that what stands at a position leads to, in the order of the text."""
    offset = draft.positions.offset(draft.document, position)
    cited = [i for i, one in enumerate(draft.analysis.citations) if one.span.start <= offset < one.span.end]
    return [types.Location(draft.uri, draft.positions.range(draft.document, span)) for span in (
        _claims(draft, cited[0]) if cited else _citations(draft, offset)
    )]  # fmt: skip


def _claims(draft: Draft, citation: int) -> list[Span]:
    analysis = draft.analysis
    return [
        claim.span
        for claim, support in zip(analysis.claims, analysis.supports, strict=True)
        if any(link.citation == citation for link in support.links)
    ]


def _citations(draft: Draft, offset: int) -> list[Span]:
    """The references that carry the claim at an offset; several of one citation are one place."""
    place = draft.document.origin(offset)
    analysis = draft.analysis
    found = {
        analysis.citations[link.citation].span
        for index in claims_at(analysis, place.line, place.column)
        for link in analysis.supports[index].links
    }
    return sorted(found)
