"""What a claim quotes word for word, and whether somebody said it."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.model import Span


def first(view: View, claim: int) -> Span | None:
    """The first quotation of at least four words in it."""
    own = view.analysis.claims[claim]
    for quotation in view.analysis.sentences[own.sentence].quotations:
        if own.span.meets(quotation) and quotation.of(view.prose).count(" ") >= 3:
            return quotation
    return None


def by_nobody(view: View, claim: int) -> Span | None:
    """That quotation, if no attribution of the bulletin takes it in, no outlet heads it and it is not of a law."""
    quotation = first(view, claim)
    if quotation is None or view.said_by_somebody(quotation) or _headed(view, claim):
        return None
    return None if _of_a_law(view, claim, quotation) else quotation


def _of_a_law(view: View, claim: int, quotation: Span) -> bool:
    """Whether part of a sentence is in the words of a law: "the code punishes acts “against the state”"."""
    fragment = quotation.of(view.prose).strip("\"“”«»‘’'")[:1].islower()
    return fragment and view.words_in("laws", Span(view.analysis.claims[claim].span.start, quotation.start)) is not None


def _headed(view: View, claim: int) -> bool:
    """Whether what carries it stands before it with a colon: "Kommersant, June 20: “...”" quotes the paper."""
    citations = (view.analysis.citations[link.citation].span for link in view.analysis.supports[claim].links)
    start = view.analysis.claims[claim].span.start
    return any(span.end <= start and view.prose[span.end - 1] == ":" for span in citations)
