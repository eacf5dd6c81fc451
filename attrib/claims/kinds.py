"""The kind of a claim, by cues that are weighed: no word decides alone, and what somebody else said is no analysis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from attrib.claims.words import AUXILIARY, BACKGROUND, INFERENCE, PAST, ClaimWords
from attrib.model import Attribution, ClaimKind, Event, Span
from attrib.wordlists import Hit

# Weights of what is seen around the words; those of the words themselves are in the lexicon.
_SAID_BY_ANOTHER = -3.0
# Where the claim stands against the citations of its paragraph and bulletin.
Standing = Literal["closed", "crossed", "covered", "carried", "open"]
_STANDING: dict[Standing, float] = {
    "closed": -1.5,  # what a citation stands right behind, somebody reported
    "crossed": -0.75,  # what a cross-reference closes, an earlier issue told as news
    "covered": -0.25,  # a citation follows in the paragraph
    "carried": 0.25,  # none does, and the paragraph has none, but a later one has
    "open": 0.5,  # nothing comes that could carry it
}
_PLANNED = -0.5  # "will meet on May 9": news of a plan
_PRESENT = 0.75  # all in the present, without a day: a state or a judgement
_EVENT = -1.0
_PARTICIPLE_REACH = 18  # from an auxiliary to its participle, with a word between, in code points
_RECENT = dt.timedelta(days=14)


def kind_of(
    prose: str,
    span: Span,
    hits: Sequence[Hit],
    said: Sequence[Attribution],
    events: Sequence[Event],
    issue: dt.date | None,
    words: ClaimWords,
    standing: Standing,
) -> tuple[ClaimKind, tuple[str, ...]]:
    """The kind of the claim at ``span`` and the reasons for it.

    ``hits`` are the words of the lexicon in it, ``standing`` is its place against the citations.
    """
    score, reasons = _STANDING[standing], []
    spoken = [a for a in said if a.kind != "agentless" and not _infers(a, hits)]
    in_past = _in_past(prose, hits)
    happened = [e for e in events if not e.planned]
    closed = standing == "closed"
    for cue in _cues(prose, span, hits, spoken, words):
        score += words.weights[cue.name]
        reasons.append(f"{cue.name}: “{cue.of(prose)}”")
    if spoken:
        score += _SAID_BY_ANOTHER
        reasons.append("somebody is named who said it")
    if closed:
        reasons.append("a citation stands right behind it")
    if happened:
        score += _EVENT
        reasons.append("an event has its day")
    elif events:
        score += _PLANNED
    elif not (spoken or in_past or closed):
        score += _PRESENT
        reasons.append("all in the present")
    if score >= words.threshold:
        return "analysis", tuple(reasons)
    if not (closed or spoken) and _is_background(hits, happened, issue, in_past):
        return "background", (*reasons, "it tells of an older time or a lasting state")
    return "reported", tuple(reasons)


def _infers(said: Attribution, hits: Sequence[Hit]) -> bool:
    """Whether it is a thing that "says" so: "the minister's words suggest that" is the author's inference."""
    cue = said.cue
    if said.kind != "collective" or cue is None:
        return False
    return any(hit.name == INFERENCE and hit.start < cue.end and cue.start < hit.end for hit in hits)


def _cues(
    prose: str, span: Span, hits: Sequence[Hit], spoken: Sequence[Attribution], words: ClaimWords
) -> Sequence[Hit]:
    """The cues in the claim, each kind once; none in what another is said to have said, or in an aside."""
    cues = [hit for hit in hits if hit.name in words.weights]
    if not cues:
        return ()
    outside = [*_asides(prose, span), *(content for a in spoken for content in a.content)]
    first: dict[str, Hit] = {}
    for cue in cues:
        if not any(start <= cue.start < end for start, end in outside):
            first.setdefault(cue.name, cue)
    return tuple(first.values())


def _asides(prose: str, span: Span) -> Iterator[Span]:
    """What stands in brackets: "men in fewer divisions (probably 10)" is no guess about the men."""
    end = span.start
    while (start := prose.find("(", end, span.end)) >= 0:
        end = prose.find(")", start, span.end)
        if end < 0:
            return
        yield Span(start, end)


def _in_past(prose: str, hits: Sequence[Hit]) -> bool:
    """Whether a form of the past stands there that is no participle: "has become", "is long kept"."""
    helped = -_PARTICIPLE_REACH
    for start, end, name in hits:
        if name == AUXILIARY:
            helped = end
        elif name == PAST and (start - helped > _PARTICIPLE_REACH or prose.count(" ", helped, start) > 2):
            return True
    return False


def _is_background(hits: Sequence[Hit], happened: Sequence[Event], issue: dt.date | None, in_past: bool) -> bool:
    if happened:
        return issue is not None and all(issue - e.days.last > _RECENT for e in happened)
    return not in_past or any(hit.name == BACKGROUND for hit in hits)
