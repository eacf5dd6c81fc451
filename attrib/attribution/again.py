"""An outlet that speaks again without its name: "the paper", "the same daily", and "it" where only papers do so."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.attribution import sources
from attrib.attribution.cues import Cues
from attrib.attribution.speakers import Context
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Source, Span
from attrib.values import evolve

# "An independent radio" station, and "station" with no name behind it.
_ANY = pattern(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s+(?:(?!(?:the|its|his|of|in|at|and)\b)[\w’'-]+\s+){0,3}\Z")
_NAMELESS = pattern(r"\b(?!,?\s+[\"“«]?[A-Z])")
_LONGEST_PHRASE = 50


def outlet(prose: str, span: Span, cues: Cues, context: Context, begin: int) -> Source | None:
    """The outlet named last, where the words are "the paper" or "the same daily": one that can be called so.

    Where the paragraph, which begins at ``begin``, speaks of "a radio station" before, "the station" is that one.
    """
    written = span.of(prose)
    if not written[:5].lower().startswith(("the ", "this ")):
        return None
    lowered = sources.head(written).lower()
    word = lowered.rpartition(" ")[2]
    if not lowered.startswith(("the ", "this ")) or lowered.count(" ") >= 3 or word not in cues.speakers.media:
        return None
    last = context.outlet(cues.speakers.kinds(word))
    return None if last and _introduced(prose, word, begin, span.start) else last


def _introduced(prose: str, word: str, begin: int, end: int) -> bool:
    """Whether an outlet without a name is brought in there by that word: "the studio of an independent station"."""
    at = prose.find(word, begin, end)
    while at >= 0:
        if _NAMELESS.match(prose, at + len(word)) and _ANY.search(prose, max(begin, at - _LONGEST_PHRASE), at):
            return True
        at = prose.find(word, at + 1, end)
    return False


def it_writes(prose: str, said: Attribution, before: Sequence[Attribution], cues: Cues) -> Attribution:
    """ "It recalls" behind what a paper told, up to a sentence before: the paper again, where only papers do so."""
    if said.outlet or not (said.source and said.cue) or said.source.end - said.source.start != len("it"):
        return said
    told = before[0] if before and before[0].sentence >= said.sentence - 1 else None
    if told is None or told.kind != "outlet" or told.outlet is None or told.outlet.collective:
        return said
    it = said.source.of(prose).lower() == "it" and said.cue.of(prose).lower() in cues.speakers.writing
    return evolve(said, kind="outlet", outlet=told.outlet) if it else said
