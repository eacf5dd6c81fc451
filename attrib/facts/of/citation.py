"""Facts of a citation: one bracket, note, footnote, link or inline phrase that names sources."""

from __future__ import annotations

from attrib.facts import order
from attrib.facts.view import View
from attrib.facts.years import spelt
from attrib.model import CitationForm, Span


def count(view: View) -> int:
    return len(view.analysis.citations)


def span(view: View, citation: int) -> Span:
    """The citation, marks included."""
    return view.analysis.citations[citation].span


def text(view: View, citation: int) -> str:
    """The citation as it stands, blanks made single."""
    return " ".join(span(view, citation).of(view.prose).split())


def form(view: View, citation: int) -> CitationForm:
    """How it is written."""
    return view.analysis.citations[citation].form


def label(view: View, citation: int) -> str | None:
    """The marker of a note or footnote."""
    return view.analysis.citations[citation].label


def references(view: View, citation: int) -> int:
    """How many sources it names."""
    return len(view.analysis.citations[citation].references)


def problems(view: View, citation: int) -> int:
    """How many faults kept it from being read whole."""
    return len(view.analysis.citations[citation].problems)


def claims(view: View, citation: int) -> int:
    """How many claims it carries, in whole or in part."""
    return len(view.carried[citation])


def passage(view: View, citation: int) -> int:
    """How many claims of its passage it could have carried, with those that its days rule out."""
    return len(view.passages[citation])


def statements(view: View, citation: int) -> int:
    """How many claims that are no analysis it carries."""
    return sum(view.analysis.claims[claim].kind != "analysis" for claim in view.carried[citation])


def sentences(view: View, citation: int) -> int:
    """How many sentences it carries a claim of."""
    return len({view.analysis.claims[claim].sentence for claim in view.carried[citation]})


def paragraphs(view: View, citation: int) -> int:
    """How many paragraphs it carries a claim of."""
    return len({view.analysis.claims[claim].paragraph for claim in view.carried[citation]})


# --- its days ---------------------------------------------------------------------------------------------------------


def year_usual(view: View, citation: int) -> bool | None:
    """Whether a day in it has its year, where most citations of its form have; unknown where most have none."""
    return view.years_written[citation] if form(view, citation) in view.years_usual else None


def yearless_at(view: View, citation: int) -> Span | None:
    """The words of its first day, where no day in it has its year."""
    if view.years_written[citation] is not False:
        return None
    return next(date.span for reference in view.analysis.citations[citation].references for date in spelt(reference))


# --- the order of its references --------------------------------------------------------------------------------------


def listing_at(view: View, citation: int) -> Span | None:
    """Its references from the first to the last; unknown where other words stand between them."""
    groups = _groups(view, citation)
    return Span(groups[0].span.start, groups[-1].span.end) if groups else None


def by_day(view: View, citation: int) -> bool | None:
    """Whether its references stand in order of their last days; unknown of a single day, and where one is unknown."""
    return _in_order(view, citation, order.by_day)


def by_name(view: View, citation: int) -> bool | None:
    """Whether its references stand in order of their names; those that share a day stay together."""
    return _in_order(view, citation, order.by_name)


def listing_by_day(view: View, citation: int) -> str | None:
    """Its references in order of their last days."""
    return _arranged(view, citation, order.by_day)


def listing_by_name(view: View, citation: int) -> str | None:
    """Its references in order of their names; those that share a day stay together."""
    return _arranged(view, citation, order.by_name)


def _groups(view: View, citation: int) -> tuple[order.Group, ...]:
    return order.groups(view.analysis.document, view.analysis.citations[citation])


def _in_order(view: View, citation: int, key: order.Key) -> bool | None:
    groups = _groups(view, citation)
    wanted = order.ordered(groups, key)
    return None if wanted is None else wanted == groups


def _arranged(view: View, citation: int, key: order.Key) -> str | None:
    groups = _groups(view, citation)
    wanted = order.ordered(groups, key)
    return None if wanted is None else order.rearranged(view.analysis.document, groups, wanted)
