"""Facts of a citation: one bracket, note, footnote, link or inline phrase that names sources."""

from __future__ import annotations

from attrib.facts.view import View
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
