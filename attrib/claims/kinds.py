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
    said: Sequence[Attribution],
    events: Sequence[Event],
    issue: dt.date | None,
    words: ClaimWords,
    standing: Standing,
) -> tuple[ClaimKind, tuple[str, ...]]:
    """The kind of the claim at ``span`` and the reasons for it; ``standing`` is its place against the citations."""
    score, reasons = 0.0, []
    hits = words.lists.find(prose, span)
    spoken = [a for a in said if a.kind != "agentless" and not _infers(a, hits)]
    in_past = _in_past(prose, hits)
    for name, at in _cues(hits, [*_asides(prose, span), *(c for a in spoken for c in a.content)], words):
        score += words.weights[name]
        reasons.append(f"{name}: “{at.of(prose)}”")
    if spoken:
        score += _SAID_BY_ANOTHER
        reasons.append("somebody is named who said it")
    score += _STANDING[standing]
    closed = standing == "closed"
    if closed:
        reasons.append("a citation stands right behind it")
    if any(not e.planned for e in events):
        score += _EVENT
        reasons.append("an event has its day")
    elif events:
        score += _PLANNED
    elif not spoken and not in_past and not closed:
        score += _PRESENT
        reasons.append("all in the present")
    if score >= words.threshold:
        return "analysis", tuple(reasons)
    if not closed and not spoken and _is_background(hits, events, issue, in_past):
        return "background", (*reasons, "it tells of an older time or a lasting state")
    return "reported", tuple(reasons)


def _infers(said: Attribution, hits: Sequence[Hit]) -> bool:
    """Whether it is a thing that "says" so: "the minister's words suggest that" is the author's inference."""
    cue = said.cue
    return said.kind == "collective" and cue is not None and any(n == INFERENCE and cue.meets(at) for at, n in hits)


def _cues(hits: Sequence[Hit], outside: Sequence[Span], words: ClaimWords) -> Iterator[tuple[str, Span]]:
    """The cues in the claim, each kind once; none in what another is said to have said, or in an aside."""
    seen = set()
    for at, name in hits:
        if name in words.weights and name not in seen and not any(o.start <= at.start < o.end for o in outside):
            seen.add(name)
            yield name, at


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
    for at, name in hits:
        if name == AUXILIARY:
            helped = at.end
        elif name == PAST and (at.start - helped > _PARTICIPLE_REACH or prose.count(" ", helped, at.start) > 2):
            return True
    return False


def _is_background(hits: Sequence[Hit], events: Sequence[Event], issue: dt.date | None, in_past: bool) -> bool:
    past = [e for e in events if not e.planned]
    if issue and past:
        return all(issue - e.days.last > _RECENT for e in past)
    return not past and (not in_past or any(name == BACKGROUND for _, name in hits))
