"""Facts of a claim: what it asserts, what carries it, and how independent that is."""

from __future__ import annotations

from attrib.facts import carriers, officially, sound
from attrib.facts.of.claim import days, speaking, words
from attrib.facts.view import View
from attrib.model import Basis, ClaimKind, Control, Span, SupportLevel

PARTS = (words, speaking, days)
"""The modules of this folder with more of them."""


def count(view: View) -> int:
    return len(view.analysis.claims)


def span(view: View, claim: int) -> Span:
    """The words of the claim."""
    return view.analysis.claims[claim].span


def text(view: View, claim: int) -> str:
    """The words of the claim as they stand, blanks made single."""
    return " ".join(span(view, claim).of(view.prose).split())


def kind(view: View, claim: int) -> ClaimKind:
    """News that somebody must have reported, settled background, or the author's own analysis."""
    return view.analysis.claims[claim].kind


def support(view: View, claim: int) -> SupportLevel:
    """What carries the claim; every analysis claim is exempt."""
    return view.analysis.supports[claim].level


def paragraph_cited(view: View, claim: int) -> bool:
    """Whether its paragraph has a citation or a claim that something supports."""
    return view.sourced(view.analysis.claims[claim].paragraph)


# --- what carries it --------------------------------------------------------------------------------------------------


def origins(view: View, claim: int) -> int:
    """How many independent origins carry it: references of one owner, or relayed from one another, are one."""
    return view.analysis.supports[claim].origins


def sources(view: View, claim: int) -> int:
    """How many different sources carry it, by name."""
    return len(view.carriers[claim].names)


def source_names(view: View, claim: int) -> tuple[str, ...]:
    """The sources that carry it, by the registry's names."""
    return view.carriers[claim].names


def sound_origins(view: View, claim: int) -> int:
    """How many independent origins carry it without references of a day after the issue, or that no calendar has."""
    return sound.origins(view, claim)


def sound_names(view: View, claim: int) -> tuple[str, ...]:
    """The sources of these, by the registry's names."""
    return sound.carriers(view, claim).names


def sound_at(view: View, claim: int) -> tuple[Span, ...]:
    """The references of these."""
    return tuple([reference.span for reference in sound.carriers(view, claim).references])


def basis(view: View, claim: int) -> Basis | None:
    """The basis that all its links share; unknown where they have several or there is none."""
    bases = [link.basis for link in view.analysis.supports[claim].links]
    return bases[0] if bases and bases.count(bases[0]) == len(bases) else None


def references_at(view: View, claim: int) -> tuple[Span, ...]:
    """The references that carry it."""
    return tuple([reference.span for reference in view.linked[claim]])


def repeats(view: View, claim: int) -> bool:
    """Whether a claim of its kind before it in its paragraph rests on the same references: one finding is enough."""
    return claim in view.repeating


def dropped(view: View, claim: int) -> int:
    """How many references of its passage cannot carry it, by their days."""
    return len(view.analysis.supports[claim].dropped)


def note_missing(view: View, claim: int) -> bool:
    """Whether the citation that closes its passage is a note marker without its note."""
    closing = view.closing(claim)
    return closing is not None and any(problem.kind == "missing-note" for problem in closing.problems)


def source_asked(view: View, claim: int) -> bool:
    """Whether a mark of the desk in it, or right behind it, asks for its source: "(source?)"."""
    return view.source_asked(span(view, claim))


def collective_only(view: View, claim: int) -> bool | None:
    """Whether only collective sources ("Russian agencies") carry it; unknown where nothing does."""
    linked = view.linked[claim]
    return all(reference.collective for reference in linked) if linked else None


def control(view: View, claim: int) -> Control | None:
    """Who controls all the sources that carry it, on the days cited; unknown where they differ or one is not known."""
    return view.carriers[claim].control


def state_speaks(view: View, claim: int) -> bool:
    """Whether it is what the country of all that carries it says itself, or does where institutions alone tell it."""
    return officially.speaks(view, claim)


def owner(view: View, claim: int) -> str | None:
    """Who owns all the sources that carry it, on the days cited; unknown where they differ or one is not known."""
    return shared.name if (shared := carriers.owner(view, view.linked[claim])) else None


def country(view: View, claim: int) -> str | None:
    """The country of all the sources that carry it (two letters); unknown where they differ or one is not known."""
    return view.carriers[claim].country


def relayed(view: View, claim: int) -> bool | None:
    """Whether every reference that carries it is relayed by another source; unknown where nothing carries it."""
    linked = view.linked[claim]
    return all(reference.via for reference in linked) if linked else None
