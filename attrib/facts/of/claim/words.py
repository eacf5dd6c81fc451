"""Facts of a claim: what its words tell."""

from __future__ import annotations

from attrib.facts import charges, counted, named, quoted
from attrib.facts.view import View
from attrib.model import Span


def casualties(view: View, claim: int) -> bool:
    """Whether it gives a number of dead, wounded or missing people."""
    return counted.casualties(view, claim)


def harm_at(view: View, claim: int) -> Span | None:
    """The first word of death, injury or loss in it."""
    return view.words_in("harm", view.analysis.claims[claim].span)


def harm_told_by(view: View, claim: int) -> tuple[str, ...]:
    """What carries it, else the outlets that the text gives the death, injury or loss in it to."""
    return named.sources(view, claim, harm_at(view, claim))


def harm_origins(view: View, claim: int) -> int:
    """How many independent origins these are: one too where each of several carries another half of it."""
    return named.origins(view, claim, harm_at(view, claim))


def accusation(view: View, claim: int) -> bool:
    """Whether it charges somebody with a wrong: crime, corruption, atrocity."""
    return accusation_at(view, claim) is not None


def accusation_at(view: View, claim: int) -> Span | None:
    """The first word of an accusation in it; who blames the weather accuses nobody."""
    return charges.first(view, view.analysis.claims[claim].span)


def accusation_told_by(view: View, claim: int) -> tuple[str, ...]:
    """What carries it, else the outlets that the text gives the accusation in it to."""
    return named.sources(view, claim, accusation_at(view, claim))


def accusation_origins(view: View, claim: int) -> int:
    """How many independent origins these are: one too where each of several carries another half of it."""
    return named.origins(view, claim, accusation_at(view, claim))


def figures(view: View, claim: int) -> int:
    """How many figures it gives, years and days left out."""
    return len(figures_at(view, claim))


def figures_at(view: View, claim: int) -> tuple[Span, ...]:
    """The figures it gives, years and days left out."""
    return counted.figures(view, claim)


def figure_at(view: View, claim: int) -> Span | None:
    """The first figure it gives."""
    return next(iter(figures_at(view, claim)), None)


def quotation(view: View, claim: int) -> bool:
    """Whether it quotes somebody word for word: at least four words in quotation marks, or a whole quoted sentence."""
    return quoted.first(view, claim) is not None


def quotation_at(view: View, claim: int) -> Span | None:
    """The first quotation of at least four words in it."""
    return quoted.first(view, claim)


def speakerless_at(view: View, claim: int) -> Span | None:
    """A quotation of at least four words in it that no attribution of the bulletin takes in, and no outlet heads."""
    return quoted.by_nobody(view, claim)
