"""Facts of a whole bulletin."""

from __future__ import annotations

import datetime as dt

from attrib.facts.view import View
from attrib.model import DateBasis, Span


def count(view: View) -> int:
    return 1


def span(view: View, bulletin: int) -> Span:
    """The masthead, or the first paragraph, or an empty span at the start of the text."""
    masthead = view.analysis.masthead
    if masthead and masthead.span:
        return masthead.span
    return next((paragraph.span for paragraph in view.analysis.paragraphs), Span(0, 0))


def style(view: View, bulletin: int) -> str:
    """The citation style it is read in."""
    return view.analysis.style


def publication(view: View, bulletin: int) -> str | None:
    """The publication that its masthead names."""
    return view.analysis.masthead.publication if view.analysis.masthead else None


def issue_date(view: View, bulletin: int) -> dt.date | None:
    """The issue date."""
    return view.issued


def issue_date_basis(view: View, bulletin: int) -> DateBasis:
    """What told the issue date."""
    return view.analysis.date.basis


def empty(view: View, bulletin: int) -> bool:
    """Whether it has no sentence at all."""
    return not view.analysis.sentences


def sentences(view: View, bulletin: int) -> int:
    """How many sentences it has."""
    return len(view.analysis.sentences)


def claims(view: View, bulletin: int) -> int:
    """How many claims it makes that are no analysis."""
    levels = [support.level for support in view.analysis.supports]
    return len(levels) - levels.count("exempt")


def citations(view: View, bulletin: int) -> int:
    """How many citations it has."""
    return len(view.analysis.citations)


def undated_outlets(view: View, bulletin: int) -> int:
    """How many claims name an outlet in the text and no day of it, where that is its habit; else 0."""
    return len(view.undated_names)


def undated_outlet_at(view: View, bulletin: int) -> Span | None:
    """The first of them."""
    return next((view.analysis.claims[c].span for c in view.undated_names), None)


def further_undated_outlets_at(view: View, bulletin: int) -> tuple[Span, ...]:
    """The others."""
    return tuple([view.analysis.claims[c].span for c in view.undated_names[1:]])


def supported_share(view: View, bulletin: int) -> int | None:
    """Of the claims that are no analysis, how many in a hundred something supports; unknown where there is none."""
    total = claims(view, bulletin)
    unsupported = [support.level for support in view.analysis.supports].count("none")
    return 100 * (total - unsupported) // total if total else None


def linked_claims(view: View, bulletin: int) -> int:
    """How many claims some reference carries."""
    return sum([bool(references) for references in view.linked])


def sources(view: View, bulletin: int) -> int:
    """How many different sources carry its claims, by name."""
    return len({reference.name or reference.written for carriers in view.linked for reference in carriers})


def only_source(view: View, bulletin: int) -> str | None:
    """The one source that carries all claims that something carries; unknown where there are several, or none."""
    only = None
    for carriers in view.linked:
        for reference in carriers:
            name = reference.name or reference.written
            if only not in (None, name):
                return None
            only = name
    return only or None
