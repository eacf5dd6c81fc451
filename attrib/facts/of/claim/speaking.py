"""Facts of a claim: who is said to have told it."""

from __future__ import annotations

from attrib.facts import named
from attrib.facts.view import View


def attributed(view: View, claim: int) -> bool:
    """Whether its own sentence says who said it."""
    return bool(view.analysis.claims[claim].attributions)


def own_interview(view: View, claim: int) -> bool:
    """Whether it comes from the bulletin's own interview."""
    return named.own_interview(view, claim)


def outlet(view: View, claim: int) -> str | None:
    """The first outlet that its sentence names as having reported it; media in general are none."""
    return next((source.name for source, _ in named.at(view, [claim])), None)


def outlet_written(view: View, claim: int) -> str | None:
    """That outlet by the name that the sentence gives it."""
    return next(iter(outlets_written(view, claim)), None)


def outlets_written(view: View, claim: int) -> tuple[str, ...]:
    """All outlets that its sentence names as having reported it, by the names that it gives them."""
    return named.written(view, named.at(view, [claim]))


def outlet_dated(view: View, claim: int) -> bool:
    """Whether its sentence gives the day of what an outlet reported; where the style cites so, of what happened."""
    return named.dated(view, claim)


def outlets_before(view: View, claim: int) -> tuple[str, ...]:
    """The outlets that its paragraph names last before it, as told what stands there, with no bracket in between."""
    return named.written(view, named.before(view, claim))


def silence(view: View, claim: int) -> bool:
    """Whether it only tells that somebody would not say anything: whoever asked vouches for that."""
    return view.words_in("silence", view.analysis.claims[claim].span) is not None


def names_outlets(view: View, claim: int) -> bool:
    """Whether the bulletin names most of its outlets in the text alone: one finding for all of them is enough."""
    return bool(view.undated_names)
