"""The kind of a claim, by cues that are weighed: no word decides alone, and what somebody else said is no analysis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from attrib.claims.older import MainClause
from attrib.claims.tense import Verb, says_which, verb_of
from attrib.claims.whose import is_authors_own, is_weighed, odds
from attrib.claims.words import (
    ACT,
    BACKGROUND,
    CORRECTION,
    HEDGE,
    IMAGE,
    NUMBER,
    OLDER,
    ONGOING,
    PERMISSION,
    PLAN,
    POSSIBILITY,
    QUANTITY,
    RECENT,
    ClaimWords,
)
from attrib.matching.patterns import pattern
from attrib.matching.wordlists import ListHit
from attrib.model import Attribution, ClaimKind, Event, Span
from attrib.values import NamedTuple

# Where the claim stands against the citations of its paragraph and bulletin.
Standing = Literal[
    "closed",  # a citation stands right behind it
    "crossed",  # a cross-reference closes it
    "covered",  # a citation follows in the paragraph
    "carried",  # none does, and the paragraph has none, but a later one has
    "behind",  # its paragraph is cited before it
    "told",  # its paragraph began with what an outlet told, and cites nothing else: an item of a digest
    "open",  # nothing comes that could carry it
]
_UNCOVERED: tuple[Standing, ...] = ("behind", "carried", "open")
_FEW_WORDS = 10
_CLEAR = 0.75  # what a cue must weigh to speak for itself
_RECENT = dt.timedelta(days=14)
_MODAL = (POSSIBILITY, HEDGE)
_MARKING_OUT = (" that ", " who ", " which ")
# What stands in such a clause is told of its noun, and is not the news of the sentence.
_RELATIVE = pattern(r", (?P<who>which|who|whose|whom|where) [^,;]*")
_LASTING = pattern(r" (?:year|month|week|day|decade|centur)")
_QUOTED = {'"': '"', "“": "”", "«": "»"}


class _Signs(NamedTuple):
    """What is seen in a claim, before anything is weighed."""

    hits: Sequence[ListHit]
    """The words of the lexicon outside of its relative clause."""
    cues: Mapping[str, ListHit]
    verb: Verb
    spoken: bool
    """Somebody is named who said it."""
    quoted: bool
    nobody: bool
    """It is reported, and nobody says by whom."""
    happened: Sequence[Event]
    """Its days that are no plans."""
    counts: bool
    others: Sequence[Span]
    """What is told in it of something else: its relative clause, and what somebody said."""

    @property
    def settled(self) -> bool:
        return any(hit.name == BACKGROUND for hit in self.hits)


class Case(NamedTuple):
    """A claim whose kind is asked, and all that is known of it."""

    prose: str
    span: Span
    hits: Sequence[ListHit]
    """The words of the lexicon in it."""
    said: Sequence[Attribution]
    events: Sequence[Event]
    standing: Standing
    counts: bool
    """It holds a figure."""
    opens: bool
    """It is the first of its paragraph."""
    leads: bool
    """It is the first of its item, where news stands."""
    older: bool
    """The one before tells of an older time, with which the past goes on: "In 1996 the miners struck. The army broke
    the strike." """
    dated: bool = False
    """Its paragraph begins with its day: what it tells in the present is what happened then."""


def kind_of(case: Case, issue: dt.date | None, words: ClaimWords) -> tuple[ClaimKind, tuple[str, ...], bool]:
    """The kind of a claim, the reasons for it, and whether it tells in the past of an older time."""
    signs = _signs(case, words)
    weighed = _weighed(case, signs, words)
    in_past = signs.verb.tense == "past"
    standing: Standing = "open" if case.standing == "behind" and in_past else case.standing
    reasons = tuple(weighed)
    if words.evidence.standing[standing] + sum(weighed.values()) >= words.threshold:
        return "analysis", reasons, False
    if standing == "closed" or signs.quoted:
        return "reported", reasons, False
    if _is_background(signs, case, issue, words):
        return "background", (*reasons, "it tells of an older time or a lasting state"), in_past
    return "reported", reasons, False


def _signs(case: Case, words: ClaimWords) -> _Signs:
    prose, span, hits, events = case.prose, case.span, case.hits, case.events
    relative = _relative(prose, span, hits, words)
    main = [hit for hit in hits if not relative.start <= hit.start < relative.end] if relative else hits
    verb = verb_of(prose, main, words)
    if case.dated and verb.tense == "present":
        verb = Verb("past")
    spoken, nobody = [], False
    given = odds(span, hits) if case.said else None
    for one in case.said:
        inside = relative is not None and one.cue is not None and relative.holds(one.cue)
        if given is not None and is_weighed(one, given):
            continue
        if one.kind == "agentless":
            nobody = nobody or (one.cue is not None and not inside)
        elif not (inside or is_authors_own(one, prose, hits, words, verb.tense)):
            spoken.append(one)
    happened = [e for e in events if not (e.planned or (relative and relative.holds(e.span)))] if events else ()
    cues = _cues(prose, span, main, spoken, words)
    if happened:
        cues.pop(RECENT, None)
    quoted = not spoken and _is_quotation(prose, span)
    counts = case.counts and QUANTITY not in cues
    others = sorted([*([relative] if relative else ()), *(content for one in spoken for content in one.content)])
    return _Signs(main, cues, verb, bool(spoken), quoted, nobody, happened, counts, others)


def _weighed(case: Case, signs: _Signs, words: ClaimWords) -> dict[str, float]:
    """What speaks for analysis and what against it, in words, each with its weight."""
    prose, span, events, standing = case.prose, case.span, case.events, case.standing
    evidence = words.evidence
    weighed: dict[str, float] = {}
    clear, for_news = 0, False
    for name, (start, end, _) in signs.cues.items():
        weight = words.weights[name]
        if weight:
            weighed[f"{name}: “{prose[start:end]}”"] = weight
        if weight >= _CLEAR:
            clear += 1
        elif weight <= 0:
            for_news = True
    if signs.counts:
        weighed["it holds a figure"] = evidence.figure
    closed = standing == "closed"
    state = opening = points_back = remark = False
    if not (signs.spoken or signs.quoted or signs.nobody or closed or signs.counts or events or for_news):
        settled = signs.settled
        state = signs.verb.tense == "present" and not settled
        opening = case.opens and standing == "covered"
        points_back = state and (
            words.pointing.match(prose, *span) is not None
            or (standing in _UNCOVERED and words.pointing_verbs.match(prose, *span) is not None)
        )
        remark = state and (points_back or opening)  # on what was just told, or on what follows: it needs no cue
        if (remark or clear) and _terse(prose, span):
            weighed["few words without day, figure, act or speaker"] = evidence.terse + (
                evidence.opens if opening else 0
            )
        elif clear > 1 or (clear and not settled and standing in _UNCOVERED):
            weighed["nothing in it is news"] = evidence.no_news
    # "Since the war Moscow has limited its aid" begins with the older time from which it tells.
    since = signs.verb.tense == "perfect" and any(
        h.name == BACKGROUND and h.start == span.start for h in signs.hits[:1]
    )
    if signs.nobody:
        weighed["it is reported, nobody says by whom"] = evidence.said_by_nobody
    if signs.spoken:
        weighed["somebody is named who said it"] = evidence.said_by_another
    if signs.quoted:
        weighed["it is somebody's very words"] = evidence.said_by_another
    if closed:
        weighed["a citation stands right behind it"] = 0
    if signs.happened:
        weighed["an event has its day"] = evidence.event
    elif events:
        weighed["a day is set for it"] = evidence.planned
    elif not (signs.spoken or signs.verb.tense == "past" or closed or since):
        more = (evidence.state if state else 0) + (evidence.no_news if remark or (state and signs.cues) else 0)
        weighed["all in the present"] = evidence.present + more
    if points_back:
        weighed["it says something of what was just told"] = evidence.points_back
    elif state and words.maxims.match(prose, *span):
        weighed["it says what is always so"] = evidence.maxim
    return weighed


def _relative(prose: str, span: Span, hits: Sequence[ListHit], words: ClaimWords) -> Span | None:
    """The clause behind a comma that tells more of a noun: ", which has staked its name on it".

    One that begins with a cue says what to think of all that stands before it: ", which suggests that".
    """
    found = _RELATIVE.search(prose, *span) if prose.find(", wh", span.start, span.end) >= 0 else None
    if found is None or any(hit.start == found.end("who") + 1 and words.weights.get(hit.name, 0) > 0 for hit in hits):
        return None
    return Span(*found.span())


def _is_quotation(prose: str, span: Span) -> bool:
    """Whether all of it is one quotation."""
    mark, end = _QUOTED.get(prose[span.start]), span.end
    while mark and prose[end - 1] in ".,":
        end -= 1
    return mark is not None and prose.find(mark, span.start + 1, end) == end - 1


def _terse(prose: str, span: Span) -> bool:
    """Whether it is short and quotes nothing."""
    return prose.count(" ", span.start, span.end) < _FEW_WORDS and not any(
        prose.find(mark, span.start, span.end) >= 0 for mark in _QUOTED
    )


def _cues(
    prose: str, span: Span, hits: Sequence[ListHit], spoken: Sequence[Attribution], words: ClaimWords
) -> dict[str, ListHit]:
    """The first cue of each kind in the claim, by name; none in what another is said to have said, or in an aside."""
    first: dict[str, ListHit] = {}
    outside: list[Span] | None = None
    for hit in hits:
        start, end, name = hit
        if name not in words.weights or name in first or (name in words.opening and start != span.start):
            continue
        if name == RECENT and prose.startswith(("'s", "’s"), end):
            continue  # "this morning's press" has no day of its own
        if name in _MODAL and prose.endswith(_MARKING_OUT, span.start, start) and prose[start - 7] != ",":
            continue  # "two papers that might have reported it"
        if name == NUMBER and _LASTING.match(prose, end):
            continue  # "fifteen years of effort" counts no deeds
        if name == ACT and says_which(prose, start, words):
            continue  # "those who voted for him"
        if outside is None:
            outside = [content for a in spoken for content in a.content] if spoken else []
            if prose.find("(", span.start, span.end) >= 0:
                outside += _asides(prose, span)
        if name == CORRECTION or not (outside and any(begin <= start < stop for begin, stop in outside)):
            first[name] = hit
    if IMAGE in first:
        first.pop(ONGOING, None)  # "is playing with fire" is no news of a fire
    if PERMISSION in first:
        first.pop(POSSIBILITY, None)  # "each family may buy a sack" leaves nothing open
    return first


def _asides(prose: str, span: Span) -> Iterator[Span]:
    """What stands in brackets: "men in fewer divisions (probably 10)" is no guess about the men."""
    end = span.start
    while (start := prose.find("(", end, span.end)) >= 0:
        end = prose.find(")", start, span.end)
        if end < 0:
            return
        yield Span(start, end)


def _is_background(signs: _Signs, case: Case, issue: dt.date | None, words: ClaimWords) -> bool:
    """Whether it tells of an older time or a lasting state; what is to be, is so today, or is rumored, is news.

    What opens an item is its news, but where it tells of an older time.
    """
    verb = signs.verb
    state = not (signs.nobody or signs.spoken or verb.tense != "present" or any(h.name == ACT for h in signs.hits))
    main = MainClause(case.prose, case.span, signs.hits, verb, words.older)
    if not signs.spoken:
        own = [event for event in signs.happened if main.goes_with(event.span)]
        if own:
            return issue is not None and not case.dated and all(issue - e.days.last > _RECENT for e in own)
    names = {name for _, _, name in signs.hits}
    if any(event.planned for event in case.events) or RECENT in names or PLAN in names:
        return False
    if not (state or names.isdisjoint((BACKGROUND, OLDER))) and main.is_of_older_time(
        signs.others, issue, spoken=signs.spoken
    ):
        return True
    if signs.spoken or (case.leads and not signs.settled):
        return False
    return state or (case.older and issue is not None and verb.tense == "past" and not signs.nobody)
