"""The outlets that the text itself gives something to: "Reuters and dpa reported", "told Politico"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrib.attribution.days import day_of
from attrib.facts import happened
from attrib.linking.origins import groups
from attrib.model import Attribution, Mention, Reference, Source, Span

if TYPE_CHECKING:
    from attrib.facts.view import View

_LONGEST_NAME = 60  # code points before a bracket in which the name of an outlet begins
_MARKS = ' "”»'
_FEWEST = 3
"""So many statements that name an outlet in the text alone make a habit,"""
_OFTENER = 2
"""where outlets are named in the text so many times as often as in citations beside it."""

Named = tuple[Source, int]
"""An outlet, and the sentence that names it."""


def by(view: View, attribution: int) -> tuple[Named, ...]:
    """The outlets that an attribution names, all of "Reuters and dpa"; media in general are none."""
    own = view.analysis.attributions[attribution]
    if own.outlet is None or own.outlet.collective:
        return ()
    sources = {own.outlet.id: own.outlet}
    if own.kind == "outlet" and own.source:
        for mention in view.registry.mentions(view.prose, own.source):
            source = _meant(mention, own)
            if not (source.collective or source.common_word):
                sources.setdefault(source.id, source)
    return tuple([(source, own.sentence) for source in sources.values()])


def at(view: View, claims: Iterable[int], place: Span | None = None) -> tuple[Named, ...]:
    """The outlets that claims name, each once; with a place, those that its words are given to.

    "The mayor said that two were killed; a spokesman told AFP that the road is open": the two are not AFP's.
    """
    found: dict[str, Named] = {}
    for claim in claims:
        for attribution in view.analysis.claims[claim].attributions:
            if place is None or _gives(view.analysis.attributions[attribution], place):
                for source, sentence in by(view, attribution):
                    found.setdefault(source.id, (source, sentence))
    return tuple(found.values())


def before(view: View, claim: int) -> tuple[Named, ...]:
    """The outlets that the text of the paragraph names last before a claim, with no bracket or note behind them."""
    analysis, paragraph = view.analysis, view.analysis.claims[claim].paragraph
    brackets = [
        citation.span.end
        for citation in (analysis.citations[c] for c in view.paragraph_citations.get(paragraph, ()))
        if citation.form != "inline" and citation.span.end <= analysis.claims[claim].span.start
    ]
    for other in range(claim - 1, view.paragraph_claims[paragraph][0] - 1, -1):
        if brackets and analysis.claims[other].span.start < brackets[-1]:
            break
        if found := at(view, [other]):
            return found
    return ()


def dated(view: View, claim: int) -> bool:
    """Whether its sentence gives the day of what an outlet reported: "Vedomosti wrote on May 16".

    Where the style cites in running text, the day of what happened serves: "Miners on 2 October blocked the line,
    Interfax reported."
    """
    if view.cites_inline and happened.past(view, claim):
        return True
    own = view.analysis.claims[claim]
    said = [one for one in (view.analysis.attributions[a] for a in own.attributions) if one.outlet]
    if any(day_of(view.prose, one) for one in said):
        return True
    brackets = (b.span.start for b in view.analysis.brackets if b.kind == "date" and own.span.holds(b.span))
    return bool(said) and any(right_before(view, start) for start in brackets)


def right_before(view: View, start: int) -> bool:
    """Whether an outlet, or a part of one, is named right before a place: "on BBC Radio 4 (May 3)"."""
    before = Span(max(0, start - _LONGEST_NAME), len(view.prose[:start].rstrip(_MARKS)))
    mentioned = view.registry.mentions(view.prose, before)
    if not mentioned or not any(source.publishes for source in mentioned[-1].sources):
        return False
    last = mentioned[-1].span
    return last.end == before.end or view.registry.is_part(view.prose[last.start : before.end])


def habitual(view: View) -> tuple[int, ...]:
    """The statements that name an outlet in the text and no day of it, where that is the habit; else none.

    It is where the bulletin names its outlets in the text much oftener than in brackets, notes and links.
    """
    analysis = view.analysis
    named = [
        c
        for c, support in enumerate(analysis.supports)
        if support.level == "attributed" and analysis.claims[c].attributions and at(view, [c])
    ]
    beside = sum(citation.form != "inline" for citation in analysis.citations)
    inside = len(named) + len(analysis.citations) - beside
    if len(named) < _FEWEST or inside < _OFTENER * beside:
        return ()
    found = tuple([c for c in named if not dated(view, c) and not own_interview(view, c)])
    return found if len(found) >= _FEWEST else ()


def own_interview(view: View, claim: int) -> bool:
    """Whether a claim comes from the bulletin's own interview."""
    return any(view.analysis.attributions[a].own_interview for a in view.analysis.claims[claim].attributions)


def written(view: View, named: Iterable[Named]) -> tuple[str, ...]:
    """Outlets by the names that their sentences give them."""
    return tuple([view.written(source, sentence) for source, sentence in named])


def sources(view: View, claim: int, place: Span | None) -> tuple[str, ...]:
    """The sources that carry a claim; where no citation does, the outlets that its text gives the place to."""
    return view.carriers[claim].names or written(view, at(view, [claim], place))


def origins(view: View, claim: int, place: Span | None) -> int:
    """How many independent origins these are; one where each of several sources carries another half of the claim."""
    support = view.analysis.supports[claim]
    if support.links:
        return 1 if support.level == "single" else support.origins
    nowhere = Span(0, 0)
    named = [Reference(nowhere, nowhere, source.name, source) for source, _ in at(view, [claim], place)]
    return len(groups(named, view.registry))


def of_one_house(view: View, own: Source, references: Iterable[Reference]) -> bool:
    """Whether one of them belongs to the other, as a language service to its broadcaster, whose site carries it."""
    house = view.registry.owners.of_one_house
    return any(own_source and house(own, own_source, view.issued) for own_source in (r.source for r in references))


def _meant(mention: Mention, own: Attribution) -> Source:
    """Of several outlets of one name the one that speaks."""
    return next((source for source in mention.sources if source == own.outlet), mention.sources[0])


def _gives(own: Attribution, place: Span) -> bool:
    parts = (own.source, own.cue, *own.content)
    return any(part.meets(place) for part in parts if part)
