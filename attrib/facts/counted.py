"""What a claim counts: figures, and people who were killed, hurt or lost."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.matching.patterns import pattern
from attrib.model import Span

_YEAR = pattern(r"(?:1[89]|20)\d\d[.,]?")


def figures(view: View, claim: int) -> tuple[Span, ...]:
    """Its figures, years and days left out."""
    found = view.analysis.claims[claim].figures
    return tuple([figure for figure in found if not _YEAR.fullmatch(figure.of(view.prose))]) if found else ()


def casualties(view: View, claim: int) -> bool:
    """Whether it says that somebody came to harm, and gives a number in figures or in words."""
    where = view.analysis.claims[claim].span
    if view.words_in("harm", where) is None:
        return False
    return bool(figures(view, claim)) or view.words_in("counts", where) is not None
