"""Facts of an attribution: who said it, the words that say so, and what was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from attrib.attribution.cues import default_cues
from attrib.facts import happened, named, words
from attrib.facts.view import View
from attrib.model import Act, ClaimKind, QuotationKind, SourceClass, Span, SupportLevel

_LONGEST_PHRASE = 40  # code points of "claimed full responsibility"
_NEAR = 30  # code points before a cue in which its article stands

Rung = Literal[
    "person with office",
    "person",
    "outlet",
    "role and body",
    "role",
    "collective",
    "anonymous",
    "agentless",
]

_BEST_FIRST: tuple[SupportLevel, ...] = ("multiple", "single", "attributed", "none", "exempt")


def count(view: View) -> int:
    return len(view.analysis.attributions)


def span(view: View, attribution: int) -> Span:
    """From the source to the cue, or what was said where there is neither."""
    own = view.analysis.attributions[attribution]
    parts = [part for part in (own.source, own.cue) if part] or list(own.content)
    if not parts:
        return view.analysis.sentences[own.sentence].span
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def text(view: View, attribution: int) -> str:
    """Its words as they stand, blanks made single."""
    return " ".join(span(view, attribution).of(view.prose).split())


def kind(view: View, attribution: int) -> SourceClass:
    """Who speaks: an outlet, a person, a role, a collective, somebody unnamed, or nobody (agentless)."""
    return view.analysis.attributions[attribution].kind


def act(view: View, attribution: int) -> Act:
    """What was done: something said, held to be so, backed or opposed, or shown by a poll or a document (finding)."""
    return view.analysis.attributions[attribution].act


def rung(view: View, attribution: int) -> Rung:
    """Where who speaks stands on the ladder of vagueness, from what can be checked to what cannot.

    A named person with his office; a named person; a named outlet; a role and the body it is of ("a spokesman for the
    ministry"); a role alone ("a top general"); a collective ("officials", "the Kremlin"); somebody anonymous
    ("sources"); nobody ("reportedly"). A pronoun, "the general" or "another daily" is whom it stands for, where that
    is known.
    """
    own = view.analysis.attributions[attribution]
    if own.kind == "person" or (own.kind == "role" and own.speaker):
        return "person with office" if own.office else "person"
    if own.kind == "role":
        return "role and body" if own.body else "role"
    return "outlet" if own.kind in ("collective", "anonymous") and own.speaker else own.kind


def quotation(view: View, attribution: int) -> QuotationKind:
    """Whether it gives the speaker's own words, the sense of them, or both."""
    return view.analysis.attributions[attribution].quotation


def source_at(view: View, attribution: int) -> Span | None:
    """The words for who speaks."""
    return view.analysis.attributions[attribution].source


def source(view: View, attribution: int) -> str | None:
    """The words for who speaks, as they stand."""
    where = source_at(view, attribution)
    return " ".join(where.of(view.prose).split()) if where else None


def speaker(view: View, attribution: int) -> str | None:
    """Whom a pronoun or a bare name stands for; of "one newspaper ... another daily", what the brackets name."""
    return view.analysis.attributions[attribution].speaker


def office(view: View, attribution: int) -> str | None:
    """What the speaker is ("deputy minister"), as told here or where he was introduced."""
    return view.analysis.attributions[attribution].office


def body(view: View, attribution: int) -> str | None:
    """What the speaker's office is of ("the central bank"), as told here or where he was introduced."""
    return view.analysis.attributions[attribution].body


def pronoun(view: View, attribution: int) -> bool:
    """Whether the words for who speaks are a pronoun."""
    where = source_at(view, attribution)
    return where is not None and where.of(view.prose).lower() in words.pronouns()


def plural(view: View, attribution: int) -> bool:
    """Whether the words for who speaks mean several people ("sources", "officials close to the talks")."""
    where = source_at(view, attribution)
    return where is not None and view.words_in("plurals", where) is not None


def unnamed(view: View, attribution: int) -> bool:
    """Whether who speaks is not to be named: "sources", or "an official said, on condition of anonymity"."""
    own = view.analysis.attributions[attribution]
    if own.kind == "anonymous" or own.source is None:
        return own.kind == "anonymous"
    rest = Span(own.source.start, view.analysis.sentences[own.sentence].span.end)
    return view.words_in("anonymity", rest) is not None


def cue_at(view: View, attribution: int) -> Span | None:
    """The words that say it is somebody's."""
    return view.analysis.attributions[attribution].cue


def cue(view: View, attribution: int) -> str | None:
    """The words that say it is somebody's, as they stand."""
    where = cue_at(view, attribution)
    return " ".join(where.of(view.prose).split()) if where else None


def noun(view: View, attribution: int) -> bool:
    """Whether the words that say so are a noun with its article: "the claim that" only names what was said."""
    where = cue_at(view, attribution)
    if where is None or where.of(view.prose) not in default_cues().nouns:
        return False
    before = view.prose[max(0, where.start - _NEAR) : where.start].lower().split()
    return not words.articles().isdisjoint(before[-2:])


def bidding(view: View, attribution: int) -> bool:
    """Whether it only tells that somebody was asked or bidden: "asked by deputies", "were ordered to leave"."""
    where = cue_at(view, attribution)
    return where is not None and view.words_in("bidding", where) is not None


def loaded(view: View, attribution: int) -> bool:
    """Whether its verb judges what it reports: "admitted", and not the set phrase "claimed responsibility"."""
    where = cue_at(view, attribution)
    verb = view.words_in("loaded", where) if where else None
    if verb is None:
        return False
    phrase = view.words_in("settled", Span(verb.start, verb.start + _LONGEST_PHRASE))
    return phrase is None or phrase.start != verb.start


def content_words(view: View, attribution: int) -> int:
    """How many words were said, as the bulletin gives them."""
    return sum(len(part.of(view.prose).split()) for part in view.analysis.attributions[attribution].content)


def accuses(view: View, attribution: int) -> bool:
    """Whether its verb or what was said charges somebody with a wrong."""
    own = view.analysis.attributions[attribution]
    parts = (own.cue, *own.content) if own.cue else own.content
    return any(view.words_in("accusations", part) is not None for part in parts)


def content_at(view: View, attribution: int) -> Span | None:
    """The first stretch of what was said."""
    return next(iter(view.analysis.attributions[attribution].content), None)


def own_interview(view: View, attribution: int) -> bool:
    """Whether it comes from the bulletin's own interview."""
    return view.analysis.attributions[attribution].own_interview


def generic_media(view: View, attribution: int) -> bool:
    """Whether the words for who speaks mean media in general ("local media", "press reports") and no one outlet."""
    own = view.analysis.attributions[attribution]
    if own.outlet is not None:
        return own.outlet.collective
    return own.source is not None and view.words_in("media", own.source) is not None


def introduced(view: View, attribution: int) -> bool:
    """Whether anybody or anything is named before it in its paragraph or in the one before."""
    sentence = view.analysis.attributions[attribution].sentence
    paragraph = view.analysis.sentences[sentence].paragraph
    before = (*view.paragraph_claims.get(paragraph - 1, ()), *view.paragraph_claims.get(paragraph, ()))
    start = span(view, attribution).start
    return any(view.analysis.claims[c].names for c in before if view.analysis.claims[c].span.start < start)


# --- what carries it --------------------------------------------------------------------------------------------------


def support(view: View, attribution: int) -> SupportLevel | None:
    """The best support among the claims it speaks in; unknown where it speaks in none."""
    supports = view.analysis.supports
    levels = [supports[claim].level for claim in _claims(view, attribution)]
    return min(levels, key=_BEST_FIRST.index) if len(levels) > 1 else next(iter(levels), None)


def claim_kind(view: View, attribution: int) -> ClaimKind | None:
    """The kind of the first claim it speaks in."""
    claims = _claims(view, attribution)
    return view.analysis.claims[claims[0]].kind if claims else None


def cited_sources(view: View, attribution: int) -> tuple[str, ...]:
    """The sources that carry the claims it speaks in, as the draft first writes them."""
    return tuple(dict.fromkeys(name for claim in _claims(view, attribution) for name in view.carriers[claim].names))


def references_at(view: View, attribution: int) -> tuple[Span, ...]:
    """The references that carry the claims it speaks in."""
    references = [r for claim in _claims(view, attribution) for r in view.linked[claim]]
    return tuple(dict.fromkeys([reference.span for reference in references]))


def heard_by(view: View, attribution: int) -> tuple[str, ...]:
    """The sources that carry the claims it speaks in; where no citation does, the outlets that the text gives it to."""
    heard = named.at(view, _claims(view, attribution), source_at(view, attribution))
    return cited_sources(view, attribution) or named.written(view, heard)


def heard_origins(view: View, attribution: int) -> int:
    """How many independent origins these are, for that of its claims that has most."""
    where = source_at(view, attribution)
    return max([named.origins(view, claim, where) for claim in _claims(view, attribution)], default=0)


def outlet(view: View, attribution: int) -> str | None:
    """The outlet that speaks, or that carried a person's words."""
    own = view.analysis.attributions[attribution].outlet
    return own.name if own else None


def outlet_written(view: View, attribution: int) -> str | None:
    """That outlet by the name that the sentence gives it."""
    own = view.analysis.attributions[attribution]
    return view.written(own.outlet, own.sentence) if own.outlet else None


def reported_at(view: View, attribution: int) -> Span | None:
    """The words of the day that the text gives to what its outlet reported, where no citation has it."""
    event = happened.reported(view, attribution)
    return event.span if event else None


def reported_on(view: View, attribution: int) -> dt.date | None:
    """That day."""
    event = happened.reported(view, attribution)
    return event.days.first if event else None


def reported_ahead(view: View, attribution: int) -> int | None:
    """By how many days it lies after the issue date; less than 1 before it."""
    day = reported_on(view, attribution)
    return (day - view.issued).days if day and view.issued else None


def issue_date(view: View, attribution: int) -> dt.date | None:
    """The issue date."""
    return view.issued


def issue_date_given(view: View, attribution: int) -> bool:
    """Whether the issue date was given (option, front matter, masthead, file name) and not inferred."""
    return view.date_given


def carrier(view: View, attribution: int) -> str | None:
    """The outlet that carried the words of somebody else ("told Interfax"); unknown where the outlet itself speaks."""
    own = view.analysis.attributions[attribution]
    return own.outlet.name if own.outlet and own.kind != "outlet" else None


def outlet_cited(view: View, attribution: int) -> bool | None:
    """Whether the outlet named in the text is among those cited for it or in its paragraph.

    Unknown where the text names none, nothing is cited for it, a collective or unknown source might be the outlet, or
    the outlet and what is cited are of one house.
    """
    said = view.analysis.attributions[attribution]
    own = said.outlet
    claims = _claims(view, attribution)
    references = [r for claim in claims for r in view.linked[claim]]
    if own is None or own.collective or not references:
        return None
    for_it = view.outlets(references)
    here = view.paragraph_outlets(view.analysis.claims[claims[0]].paragraph)
    if for_it is None or here is None:
        return None
    lineage = view.registry.lineage(own)
    if any(r.written == own.name for r in references):
        return True  # "RNZ Pacific" on the site of RNZ
    if any(r.source and r.source.name.startswith((f"{own.name}-", f"{own.name} ")) for r in references):
        return None  # "Kommersant" for "Kommersant-Ukraine"
    others = (view.analysis.attributions[a] for claim in claims for a in view.analysis.claims[claim].attributions)
    for other in others:  # "as Respublika noted, cited by AFP (AFP, May 3)"
        relays = said.source and any(content.holds(said.source) for content in other.content)
        if relays and other.outlet and view.registry.lineage(other.outlet) in for_it:
            return None
    return lineage in for_it or lineage in here or (None if named.of_one_house(view, own, references) else False)


def _claims(view: View, attribution: int) -> Sequence[int]:
    return view.attribution_claims.get(attribution, ())
