"""Whose words a claim is: a speech that somebody reports, or one that the author puts into a mouth or a mind."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.claims.tense import Tense
from attrib.claims.words import COMMENT, IMAGE, INFERENCE, MIND, ODDS, ClaimWords
from attrib.matching.wordlists import ListHit
from attrib.model import Attribution, Span

_NAMED_REACH = 20  # from "much of what" to who speaks, in code points
_WHOEVER_REACH = 40  # from "those" to "who", in code points
_HABIT_REACH = 14  # from "undoubtedly" to what he does


def odds(span: Span, hits: Sequence[ListHit]) -> int | None:
    """Where the odds end with which the author begins: "It seems improbable that Moscow expects more"."""
    for start, end, name in hits[:3]:
        if name == ODDS and start == span.start:
            return end
    return None


def is_weighed(said: Attribution, odds: int) -> bool:
    """Whether the odds that end there are of what is said, and not of what an outlet told."""
    return said.cue is not None and not said.outlet and odds <= said.cue.start


def is_authors_own(said: Attribution, prose: str, hits: Sequence[ListHit], words: ClaimWords, tense: Tense) -> bool:
    """Whether nobody reports a single speech there.

    It is a thing that "says" so ("the minister's words suggest that"); what is said is only named ("what they said
    brought out"); it is a habit ("the police always say that"), or on the mind of many ("Georgians remember
    that"); or it is the author, or nobody ("one suspects", "few believe").
    """
    cue, source = said.cue, said.source
    if cue is None:
        return False
    begin, stop = cue
    kinds = [name for start, end, name in hits if start < stop and begin < end]
    if (said.kind == "collective" and INFERENCE in kinds) or (said.kind != "person" and MIND in kinds):
        return True
    if COMMENT in kinds or IMAGE in kinds or words.foretold.match(prose, begin, stop):
        return True  # "says a good deal about"; "plays for time"; "the left will blame the right"
    blank = prose.find(" ", begin, stop)
    verb_end = stop if blank < 0 else blank
    if prose.startswith("ed", verb_end - 2) and words.reduced.match(prose, verb_end):
        return True  # "every ruble promised to the region is"
    if said.content and words.reflexives.match(prose, *said.content[0]):
        return True  # "presents himself as"
    if source and not said.outlet:
        if words.relatives.fullmatch(prose, *source) and (said.act != "speech" or _marks_out(prose, source, words)):
            return True  # "those who wish to see the two men quarrel": it only says which ones
        if words.wishes.fullmatch(prose, begin, stop):
            return True  # "Moscow wants": nobody reports that
        if said.kind == "collective" and words.views.search(prose, begin, stop):
            return True  # "Moscow sees no need": and what traders see, they have said
        if tense == "present" and words.things.fullmatch(prose, *source):
            return True  # "It concedes everything"
        if said.kind == "collective" and words.is_thing(source.of(prose)) and not words.sayings.search(prose, *cue):
            return True  # "The quarrel confirmed every fear"
    if source:
        if words.author.match(prose, *source) or words.alone.fullmatch(prose, *source):
            return True
        first = min(begin, source.start)
        if words.named.stand(prose, max(0, first - _NAMED_REACH), first):
            return True
    return words.habit.stand(prose, max(0, begin - _HABIT_REACH), begin)


def _marks_out(prose: str, relative: Span, words: ClaimWords) -> bool:
    """Whether "those" or "anyone" stands before a relative, with no comma between."""
    before = max(prose.rfind(",", 0, relative.start) + 1, relative.start - _WHOEVER_REACH)
    return words.whoever.search(prose, before, relative.start) is not None
