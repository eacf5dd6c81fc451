"""What a claim counts: figures, and people who were killed, hurt or lost."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.matching.patterns import pattern
from attrib.model import Span

_YEAR = pattern(r"(?:1[89]|20)\d\d[.,]?")


# What is put in an order is not counted, nor is a decade: "the 18th congress", "since the 1930s".
_ORDINAL = pattern(r"(?:st|nd|rd|th|s)\b")
_TERM = pattern(r"(?:[ -](?:days?|weeks?|months?|years?)\b)")
_NEAR_TERM = 40  # code points around "30 days" in which "custody" stands


def figures(view: View, claim: int) -> tuple[Span, ...]:
    """Its figures, years, days, ordinals and terms of custody left out: whoever set these counted nothing."""
    found = view.analysis.claims[claim].figures
    return tuple([figure for figure in found if _counts(view, claim, figure)]) if found else ()


def _counts(view: View, claim: int, figure: Span) -> bool:
    if _YEAR.fullmatch(figure.of(view.prose)) or _ORDINAL.match(view.prose, figure.end):
        return False
    return not (_TERM.match(view.prose, figure.end) and _is_custody(view, claim, figure))


def _is_custody(view: View, claim: int, figure: Span) -> bool:
    """Whether a court or the police keep somebody so long: "30 days of custody", "remanded for 30 days"."""
    own = view.analysis.claims[claim].span
    near = Span(max(own.start, figure.start - _NEAR_TERM), min(own.end, figure.end + _NEAR_TERM))
    return view.words_in("custody", near) is not None


def casualties(view: View, claim: int) -> bool:
    """Whether it says that somebody came to harm, and gives a number in figures or in words."""
    where = view.analysis.claims[claim].span
    if view.words_in("harm", where) is None:
        return False
    return bool(figures(view, claim)) or view.words_in("counts", where) is not None
