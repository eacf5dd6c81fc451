"""Facts of a paragraph of prose: how much of it is carried by something."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.facts import quoted
from attrib.facts.view import View
from attrib.model import ClaimKind, Span


def count(view: View) -> int:
    return len(view.paragraphs)


def span(view: View, paragraph: int) -> Span:
    """The paragraph."""
    return view.paragraphs[paragraph].span


def number(view: View, paragraph: int) -> int:
    """Its number among the paragraphs of prose, from 1."""
    return view.paragraphs[paragraph].number


def cited(view: View, paragraph: int) -> bool:
    """Whether it has a citation or a claim that something supports."""
    return view.sourced(view.paragraphs[paragraph].number)


def citations(view: View, paragraph: int) -> int:
    """How many citations stand in it."""
    return len(view.paragraph_citations.get(view.paragraphs[paragraph].number, ()))


def claims(view: View, paragraph: int) -> int:
    """How many claims it makes."""
    return len(_claims(view, paragraph))


def unsupported(view: View, paragraph: int) -> int:
    """How many of its claims nothing supports; analysis needs nothing."""
    return sum(view.analysis.supports[claim].level == "none" for claim in _claims(view, paragraph))


def unsupported_news(view: View, paragraph: int) -> int:
    """How many of its claims are news that nothing supports."""
    return _unsupported(view, paragraph, "reported")


def unsupported_background(view: View, paragraph: int) -> int:
    """How many of its claims are background that nothing supports."""
    return _unsupported(view, paragraph, "background")


def unquoted_news(view: View, paragraph: int) -> int:
    """How many of its claims are news that nothing supports, those left out that quote somebody word for word."""
    return _unquoted(view, paragraph, "reported")


def unquoted_background(view: View, paragraph: int) -> int:
    """How many of its claims are background that nothing supports, those left out that quote somebody."""
    return _unquoted(view, paragraph, "background")


def analysis(view: View, paragraph: int) -> int:
    """How many of its claims are the author's own analysis."""
    return sum(view.analysis.claims[claim].kind == "analysis" for claim in _claims(view, paragraph))


def _claims(view: View, paragraph: int) -> Sequence[int]:
    return view.paragraph_claims.get(view.paragraphs[paragraph].number, ())


def _unsupported(view: View, paragraph: int, kind: ClaimKind) -> int:
    return len(_bare(view, paragraph, kind))


def _unquoted(view: View, paragraph: int, kind: ClaimKind) -> int:
    return sum(quoted.first(view, claim) is None for claim in _bare(view, paragraph, kind))


def _bare(view: View, paragraph: int, kind: ClaimKind) -> list[int]:
    """Its claims of a kind that nothing supports; where a mark of the desk asks for the source, that is said there."""
    claims, supports = view.analysis.claims, view.analysis.supports
    bare = (c for c in _claims(view, paragraph) if supports[c].level == "none" and claims[c].kind == kind)
    return [c for c in bare if not view.source_asked(claims[c].span)]
