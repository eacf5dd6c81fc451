"""The kind of a claim, by cues that are weighed: no word decides alone, and what somebody else said is no analysis."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from attrib.claims.words import ClaimWords
from attrib.model import Attribution, ClaimKind, Event, Span

# Weights of what is seen around the words; those of the words themselves are in the lexicon.
_SAID_BY_ANOTHER = -3.0
_CLOSED = -1.0  # what a citation stands right behind, somebody reported
_COVERED = -0.25  # and most of what stands before one in its paragraph
_UNCOVERED = 0.5
_CARRIED_LATER = 0.25  # a paragraph without citations, before one that has some
_PLANNED = -1.0  # "will meet on May 9": news of a plan
_PRESENT = 0.75  # all in the present, without a day: a state or a judgement
_EVENT = -1.0
_RECENT = dt.timedelta(days=14)

# "has become", "is kept": what looks like a past form is none behind these.
_PARTICIPLE = re.compile(r"\b(?:has|have|is|are|be|been|being)\s+(?:not\s+|\w+ly\s+|been\s+)?\w+(?:ed|[ewo]n|ne|me|de|ft|nt|pt|ut|ld|ught)\b")


def kind_of(
    prose: str,
    span: Span,
    said: Sequence[Attribution],
    events: Sequence[Event],
    issue: dt.date | None,
    words: ClaimWords,
    *,
    covered: bool,
    ahead: bool,
    closed: bool,
) -> tuple[ClaimKind, tuple[str, ...]]:
    """The kind of the claim at ``span`` and the reasons for it.

    ``covered`` says that a citation follows in its paragraph, ``ahead`` that its paragraph has none but one behind it has,
    ``closed`` that one stands right behind the claim.
    """
    score, reasons = 0.0, []
    spoken = [a for a in said if a.kind != "agentless"]
    for name, weight, text in _cues(prose, span, spoken, words):
        score += weight
        reasons.append(f"{name}: “{text}”")
    if spoken:
        score += _SAID_BY_ANOTHER
        reasons.append("somebody is named who said it")
    if closed:
        score += _CLOSED
        reasons.append("a citation stands right behind it")
    else:
        score += _COVERED if covered else _CARRIED_LATER if ahead else _UNCOVERED
    if any(not e.planned for e in events):
        score += _EVENT
        reasons.append("an event has its day")
    elif events:
        score += _PLANNED
    elif not spoken:
        if not words.past.search(_PARTICIPLE.sub("", prose[span.start : span.end])):
            score += _PRESENT
            reasons.append("all in the present")
    if score >= words.threshold:
        return "analysis", tuple(reasons)
    if _is_background(prose, span, spoken, events, issue, words, closed):
        return "background", (*reasons, "it tells of an older time or a lasting state")
    return "reported", tuple(reasons)


def _cues(
    prose: str, span: Span, spoken: Sequence[Attribution], words: ClaimWords
) -> list[tuple[str, float, str]]:
    """The cues in the claim, each kind once, outside of what another is said to have said."""
    inside = [content for a in spoken for content in a.content]
    found: dict[str, tuple[str, float, str]] = {}
    for match in words.cues.finditer(prose, span.start, span.end):
        if any(c.start <= match.start() < c.end for c in inside):
            continue
        index = (match.lastindex or 1) - 1
        found.setdefault(words.names[index], (words.names[index], words.weights[index], match[0]))
    return list(found.values())


def _is_background(
    prose: str,
    span: Span,
    spoken: Sequence[Attribution],
    events: Sequence[Event],
    issue: dt.date | None,
    words: ClaimWords,
    closed: bool,
) -> bool:
    if closed or spoken:
        return False
    past = [e for e in events if not e.planned]
    if issue and past:
        return all(issue - e.days.last > _RECENT for e in past)
    if past:
        return False
    if words.background.search(prose, span.start, span.end):
        return True
    return not words.past.search(_PARTICIPLE.sub("", prose[span.start : span.end]))
