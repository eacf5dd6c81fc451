"""Citations in running text: "ITAR-TASS reported on 3 December", "according to Interfax the same day"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from attrib.citations import outlets, spoken
from attrib.citations.outlets import Outlet
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Citation, Mention, Paragraph, Reference, Sentence, Span, WrittenDate
from attrib.registry import Registry
from attrib.values import evolve, frozen

_REACH = 120  # how far from an outlet its day may stand, in code points, within one sentence
_LONGEST = 8_000  # code points of a sentence; what is longer was made to take time, and is none
_LEAD = 60  # how far before an outlet the words that lead to it may begin
_RESPECTIVELY = pattern(r",?\s+respectively\b")
_OPENING = pattern(
    r"\W*(?:(?:later|also|but|and|then|and then|already)\s+)?(?P<day>(?:(?:late|early)\s+)?on\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_CLAUSE = pattern(r"[;:—–]\s|--\s|,\s+(?=(?:and|but|while)\b)")
_IN_ITS = pattern(r"\b[Ii]n\s+(?:its|their|the|a)\s+\Z")
_ARTICLE = pattern(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Ii]n)\s+\Z")
_IN_BRACKET = pattern(r"[\"”»]?\s*\((?:of\s+)?")  # "told Interfax (3 May)"
_OF = pattern(r"\b(?:former|of|for|from|at|with|against|to|on|by|in)\s+(?:the\s+)?(?:\w+\s+)?\Z")

Days = Sequence[WrittenDate]


@frozen
class _Cited:
    """Outlets with their day and what the citation spans; ``joined``: they take the verb of the citation before."""

    span: Span
    date: WrittenDate
    joined: bool = False


def read(
    prose: str,
    paragraph: Paragraph,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    taken: Sequence[Span],
    last: WrittenDate | None,
    near: dt.date | None,
    registry: Registry,
    words: CitationWords,
) -> tuple[tuple[Citation, ...], WrittenDate | None]:
    """The outlets named with a verb of reporting and a day, outside of the brackets ``taken``; and the day named last.

    The span runs from the outlet or the verb to the day, or from the day to them. ``last`` is the day named before the
    paragraph, to which "the same day" goes back, ``near`` the issue date. Outlets of one verb are one citation, and so
    are "Tanjug reported on 6 January and Beta on 7 January".
    """
    found: list[Citation] = []
    for sentence in sentences:
        if sentence.span.end - sentence.span.start > _LONGEST:
            continue
        days = list(spoken.days(prose, sentence.span, last, near))
        if not days:
            continue
        last = spoken.latest(days, near) or last
        named = found[-1].references if found else ()
        groups = outlets.groups(prose, sentence.span, mentions, taken, named, registry, words)
        found.extend(_citations(prose, sentence.span, groups, days, paragraph.number, words))
    return tuple(found), last


def _citations(
    prose: str,
    sentence: Span,
    groups: Sequence[Sequence[Outlet]],
    days: Days,
    paragraph: int,
    words: CitationWords,
) -> Sequence[Citation]:
    cited: list[Citation] = []
    before: Sequence[Outlet] = ()  # outlets without a day of their own, right before these
    relays = False
    for i, group in enumerate(groups):
        if relays:  # "AP reported on 3 December, citing Interfax"
            cited[-1] = _with_source(cited[-1], group, prose)
            before, relays = (), False
            continue
        limit = groups[i + 1][0].span.start if i + 1 < len(groups) else sentence.end
        one = _dated(prose, sentence, group, limit, days, words)
        if one is None:
            before = group
            continue
        span, references = one.span, _references(prose, group, one)
        if before:
            gap = Span(before[-1].span.end, group[0].span.start)
            if words.relayed_by.fullmatch(prose, *_within(prose, gap)):
                via = references[0]
                span = Span(before[0].span.start, span.end)
                references = tuple(_via(r, via) for r in _references(prose, before, one))
            elif words.relaying.fullmatch(prose, *_within(prose, gap)):
                (via, *_) = _references(prose, before, one)
                span = Span(before[0].span.start, span.end)
                references = tuple(_via(r, via) for r in references)
        if one.joined and cited and words.inline.joined.fullmatch(prose, cited[-1].span.end, span.start):
            last = cited.pop()
            span, references = Span(last.span.start, span.end), last.references + references
        cited.append(Citation(span, "inline", paragraph, references))
        before = ()
        relays = words.relaying.fullmatch(prose, *_within(prose, Span(span.end, limit))) is not None
    return cited


def _within(prose: str, gap: Span) -> Span:
    """The gap without an opening quotation mark at its end."""
    return Span(gap.start, gap.end - (prose[gap.end - 1 : gap.end] in ("“", '"', "«")))


# --- an outlet and its day --------------------------------------------------------------------------------------------


def _dated(
    prose: str, sentence: Span, group: Sequence[Outlet], limit: int, days: Days, words: CitationWords
) -> _Cited | None:
    """The day of outlets, if a verb of reporting ties them, or what stands for one."""
    for date in days:
        if group[-1].bare <= date.span.start < min(limit, group[-1].bare + _REACH):
            if one := _day_behind(prose, sentence, group, date, days, words):
                return one
        elif date.span.end <= group[0].span.start and (one := _day_before(prose, sentence, group, date, words)):
            return one
    return None


def _day_behind(
    prose: str, sentence: Span, group: Sequence[Outlet], date: WrittenDate, days: Days, words: CitationWords
) -> _Cited | None:
    """ "Interfax reported on 3 December", "told Interfax on 3 December", "Interfax's 3 December report"."""
    inline, day = words.inline, date.span
    start, end = group[0].span.start, group[-1].bare
    floor = max(sentence.start, start - _LEAD)
    led = inline.led.search(prose[floor:start])
    if led is None and not group[0].guessed:
        led = inline.disclosed.search(prose[floor:start])
    if led and _IN_BRACKET.fullmatch(prose, end, day.start) and prose[day.end : day.end + 1] == ")":
        return _Cited(Span(floor + led.start(), day.end + 1), date)
    if led and inline.spoken_to.fullmatch(prose, end, day.start):
        return _Cited(Span(floor + led.start(), day.end), date)
    if _governed(prose, sentence, start) and not led:
        return None
    verb = inline.verb_follows.match(prose, day.end, sentence.end)
    if group[0].guessed and not (
        inline.begins.search(prose[sentence.start : start])
        and (inline.writes.match(prose, end, day.start) or inline.writes.match(prose, day.end, sentence.end))
    ):
        return None
    if inline.reports.fullmatch(prose, end, day.start):
        return _Cited(Span(start, day.end), date)
    if not inline.next_to.fullmatch(prose, end, day.start):
        return None
    if verb or inline.item_follows.match(prose, day.end, sentence.end):
        return _Cited(Span(start, day.end), date)
    if _is_subject(prose, sentence, group, day, words):
        return _Cited(Span(start, day.end), date)
    joined = any(
        other.span.end <= start
        and inline.joined.fullmatch(prose, other.span.end, start)
        and inline.cue.search(prose, max(sentence.start, other.span.start - _LEAD), other.span.start)
        for other in days
    )
    return _Cited(Span(start, day.end), date, joined=True) if joined else None


def _is_subject(prose: str, sentence: Span, group: Sequence[Outlet], day: Span, words: CitationWords) -> bool:
    """Whether papers in quotation marks begin a clause with their day: '"Trud" the same day put the figure at 20'.

    What befell them is no report of theirs.
    """
    start = group[0].span.start
    quoted = prose[start] in '"“«' and words.inline.begins.search(prose[sentence.start : start]) is not None
    return quoted and not group[0].guessed and words.inline.befell.match(prose, day.end, sentence.end) is None


def _day_before(
    prose: str, sentence: Span, group: Sequence[Outlet], date: WrittenDate, words: CitationWords
) -> _Cited | None:
    """ "On 3 December, Interfax reported", "in the 3 December issue of", "published on 3 December in"."""
    inline, day = words.inline, date.span
    start, end = group[0].span.start, group[-1].span.end
    floor = max(sentence.start, day.start - _LEAD)
    head = prose[floor : day.start]
    if inline.issue_of.fullmatch(prose, day.end, start):
        lead = inline.issue_lead.search(head)
        return _Cited(Span(floor + lead.start() if lead else day.start, end), date)
    if inline.report_by.fullmatch(prose, day.end, start) and _ARTICLE.search(head):
        return _Cited(Span(day.start, end), date)
    if inline.carried_by.fullmatch(prose, day.end, start) and (lead := inline.carried_lead.search(head)):
        return _Cited(Span(floor + lead.start(), end), date)
    if inline.item_follows.match(prose, end, sentence.end) and not prose[day.end : start].strip(' "“«'):
        return _Cited(Span(day.start, end), date)
    verb = inline.verb_follows.match(prose, group[-1].bare, sentence.end)
    if group[0].guessed:
        verb = inline.writes.match(prose, group[-1].bare, sentence.end)
    if verb and prose[verb.end() : verb.end() + 1] != "," and inline.opened.fullmatch(prose, day.end, start):
        clause = max((c.end() for c in _CLAUSE.finditer(prose, sentence.start, day.start)), default=sentence.start)
        opening = _OPENING.fullmatch(prose, clause, day.start)
        its = _IN_ITS.search(head)
        if opening or its:
            first = floor + its.start() if its else opening.start("day") if opening and opening["day"] else day.start
            return _Cited(Span(first, verb.end()), date)
    return None


def _governed(prose: str, sentence: Span, start: int) -> bool:
    """Whether the name only belongs to who speaks: "the editor of Interfax said"."""
    return _OF.search(prose, max(sentence.start, start - _LEAD), start) is not None


# --- references -------------------------------------------------------------------------------------------------------


def _references(prose: str, group: Sequence[Outlet], one: _Cited) -> tuple[Reference, ...]:
    """One reference an outlet; "on 2 and 3 December, respectively" gives each its own day."""
    date, ranges = one.date, one.date.ranges
    respectively = _RESPECTIVELY.match(prose, date.span.end) or _RESPECTIVELY.match(prose, one.span.end)
    apart = len(ranges) == len(group) > 1 and respectively
    return tuple(
        Reference(
            span=Span(outlet.name.start, max(outlet.name.end, date.span.end)) if outlet is group[-1] else outlet.name,
            name_span=outlet.name,
            written=outlet.written or outlet.name.of(prose),
            candidates=outlet.candidates,
            written_dates=(evolve(date, ranges=(ranges[i],)) if apart else date,),
        )
        for i, outlet in enumerate(group)
    )


def _via(reference: Reference, relay: Reference) -> Reference:
    via = relay.candidates[0] if len(relay.candidates) == 1 else None
    return evolve(reference, via=relay.written, via_source=via)


def _with_source(citation: Citation, group: Sequence[Outlet], prose: str) -> Citation:
    """A citation whose outlet relays those named behind its day."""
    relay = citation.references[-1]
    one = _Cited(citation.span, relay.written_dates[0])
    told = tuple(_via(evolve(r, span=r.name_span), relay) for r in _references(prose, group, one))
    return evolve(
        citation, span=Span(citation.span.start, group[-1].span.end), references=(*citation.references[:-1], *told)
    )


# --- attributions -----------------------------------------------------------------------------------------------------


def attributions(
    prose: str,
    citations: Sequence[Citation],
    sentences: Sequence[Sentence],
    first: int,
    said: Sequence[Attribution],
    words: CitationWords,
) -> Iterator[Attribution]:
    """The attributions that inline citations make and ``said`` has not: an outlet and its day are one by themselves.

    ``sentences`` are those of the paragraph, ``first`` the index of the first of them in the bulletin.
    """
    for citation in citations:
        index, sentence = next((i, s.span) for i, s in enumerate(sentences, first) if s.span.holds(citation.span))
        for reference in citation.references:
            outlet = reference.candidates[0] if len(reference.candidates) == 1 else None
            if any(a.sentence == index and a.outlet and a.outlet in reference.candidates for a in said):
                continue
            cue = words.inline.cue.search(prose, citation.span.start, sentence.end)
            before, behind = Span(sentence.start, citation.span.start), Span(citation.span.end, sentence.end)
            content = before if before.end - before.start > behind.end - behind.start else behind
            yield Attribution(
                source=reference.name_span,
                cue=Span(*cue.span()) if cue else citation.span,
                content=(content,),
                kind="outlet",
                sentence=index,
                outlet=outlet,
            )
