"""What a claim quotes word for word, and whether somebody said it."""

from __future__ import annotations

from attrib.facts import words
from attrib.facts.view import View
from attrib.model import Span

_MARKS = "\"“”„«»‘’'"
_STOPS = (",", ".", "?", "!")
_FEWEST_BLANKS = 3
_LONGEST_NAME = 8  # words
_NEAR = 30  # code points before a quotation in which the word before it stands


def first(view: View, claim: int) -> Span | None:
    """The first quotation of at least four words in it, or of a shorter sentence that somebody is said to have said.

    A title or a nickname quotes nobody.
    """
    own = view.analysis.claims[claim]
    sentence = view.analysis.sentences[own.sentence]
    for quotation in sentence.quotations:
        if own.span.meets(quotation) and _quotes(view, quotation, sentence.span):
            return quotation
    return None


def _quotes(view: View, quotation: Span, sentence: Span) -> bool:
    written = quotation.of(view.prose)
    blanks = written.count(" ")
    if blanks < _FEWEST_BLANKS:
        speech = blanks > 0 and written.strip(_MARKS).endswith(_STOPS) and _begins(view, quotation, sentence)
        return speech and view.said_by_somebody(quotation)
    return not _names(view, quotation)


def _begins(view: View, quotation: Span, sentence: Span) -> bool:
    """Whether it stands where speech begins: at the head of its sentence, or behind a comma or a colon."""
    before = view.prose[max(sentence.start, quotation.start - _NEAR) : quotation.start].rstrip()
    return not before or before.endswith((",", ":"))


def _names(view: View, quotation: Span) -> bool:
    """Whether it is what something is called: nouns behind an article ("the “father of the nation”"), or a title."""
    before = view.prose[max(0, quotation.start - _NEAR) : quotation.start].lower().split()
    if not before or before[-1] in words.titles():
        return bool(before)
    if before[-1] not in words.articles() and not before[-1].endswith(("'s", "’s")):
        return False
    inside = quotation.of(view.prose).strip(_MARKS).rstrip(",").lower().split()
    if len(inside) > _LONGEST_NAME or inside[-1].endswith((".", "!", "?")):
        return False
    return words.clausal().isdisjoint(inside)


def by_nobody(view: View, claim: int) -> Span | None:
    """That quotation, if no attribution of the bulletin takes it in, no outlet heads it and it is not of a law."""
    quotation = first(view, claim)
    if quotation is None or view.said_by_somebody(quotation) or _headed(view, claim):
        return None
    return None if _of_a_law(view, claim, quotation) else quotation


def _of_a_law(view: View, claim: int, quotation: Span) -> bool:
    """Whether part of a sentence is in the words of a law: "the code punishes acts “against the state”"."""
    fragment = quotation.of(view.prose).strip(_MARKS)[:1].islower()
    return fragment and view.words_in("laws", Span(view.analysis.claims[claim].span.start, quotation.start)) is not None


def _headed(view: View, claim: int) -> bool:
    """Whether what carries it stands before it with a colon: "Kommersant, June 20: “...”" quotes the paper."""
    citations = (view.analysis.citations[link.citation].span for link in view.analysis.supports[claim].links)
    start = view.analysis.claims[claim].span.start
    return any(span.end <= start and view.prose[span.end - 1] == ":" for span in citations)
