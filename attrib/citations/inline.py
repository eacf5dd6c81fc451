"""Citations in running text: "ITAR-TASS reported on 3 December", "according to Interfax the same day"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from attrib.dates import written
from attrib.model import Attribution, Citation, Mention, Paragraph, Reference, Sentence, Span, WrittenDate

_REACH = 90  # how far from an outlet its day may stand, in code points, within one sentence
_CUE = re.compile(
    r"\b(?:reported|reports|said|says|wrote|writes|announced|quoted|cited|told|according to|carried|broadcast|published"
    r"|aired|commented|claimed|noted|added|revealed|disclosed|confirmed|stated)\b"
)
_BEFORE = re.compile(
    r"\b(?:[Aa]ccording to|told|reported by|quoted by|cited by|interview with)\s+(?:the\s+)?(?:\w+\s+)?[\"“]?\Z"
)
_ADJACENT = re.compile(r"(?:,|\s|[\"”]|news agency|agency|television|TV|radio|daily)*(?:\bon|in its issue of)?\s*\Z")
_KIND = re.compile(r"[\"”]?\s+(?:radio|television|TV|news agency)\b")
_JOINED = re.compile(r"[\s,]*(?:and|as did)?[\s\"“]*\Z")
_SPOKEN = re.compile(r"\b(?:(?:on |later )?the same|that|the (?:next|following|previous)) day\b|\bthe day before\b")

_Dated = tuple[Span, tuple[WrittenDate, ...]]


def read(
    prose: str, paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], taken: Sequence[Span]
) -> tuple[Citation, ...]:
    """The outlets named with a verb of reporting and a day, outside of brackets.

    The span runs from the outlet or the verb to the day. "The same day" is the day named last before it, "the next day"
    the one after. "Tanjug reported on 6 January and Beta on 7 January" is one citation of two references.
    """
    found: list[Citation] = []
    last: WrittenDate | None = None
    for sentence in sentences:
        days = list(_days(prose, sentence.span, last))
        last = days[-1][1][-1] if days else last
        here = [m for m in mentions if sentence.span.holds(m.span) and not any(t.meets(m.span) for t in taken)]
        cited: list[Citation] = []
        for i, mention in enumerate(here):
            limit = here[i + 1].span.start if i + 1 < len(here) else sentence.span.end
            joined = bool(cited) and _JOINED.match(prose, cited[-1].span.end, mention.span.start) is not None
            if one := _cited(prose, sentence.span, mention, limit, days, joined=joined):
                reference = _reference(prose, mention, one)
                if joined:
                    before = cited.pop()
                    span = Span(before.span.start, one[0].end)
                    cited.append(evolve(before, span=span, references=(*before.references, reference)))
                else:
                    cited.append(Citation(one[0], "inline", paragraph.number, (reference,)))
        found.extend(cited)
    return tuple(found)


def _days(prose: str, span: Span, last: WrittenDate | None) -> Iterator[_Dated]:
    """The days of a sentence in order, those spoken of by the one before them too."""
    found: list[tuple[int, WrittenDate | re.Match[str]]] = [
        (date.span.start, date) for date in written.read(prose, span.start, span.end)
    ]
    found += ((spoken.start(), spoken) for spoken in _SPOKEN.finditer(prose, span.start, span.end))
    for _, day in sorted(found, key=lambda pair: pair[0]):
        if isinstance(day, WrittenDate):
            last = day
            yield day.span, (day,)
        elif last is not None and (moved := _moved(last, day[0])):
            last = moved
            yield Span(*day.span()), (moved,)


def _moved(day: WrittenDate, words: str) -> WrittenDate | None:
    """The day named last, or the one beside it; nothing where that would leave its month."""
    last = day.ranges[-1][1]
    if last.day is None:
        return None
    by = 1 if "next" in words or "following" in words else -1 if "previous" in words or "before" in words else 0
    moved = last._replace(day=last.day + by)
    if moved.day == 0 or (moved.day or 0) > 28 >= last.day:
        return None
    return evolve(day, ranges=((moved, moved),), weekday=None)


def _cited(
    prose: str, sentence: Span, mention: Mention, limit: int, days: Sequence[_Dated], *, joined: bool
) -> _Dated | None:
    """The span and days of an inline citation of this outlet, if a day follows it with a verb beside it."""
    quoted = prose[mention.span.start - 1 : mention.span.start] in ('"', "“", "«")
    if all(s.common_word for s in mention.sources) and not quoted:
        return None
    floor = max(sentence.start, mention.span.start - 25)
    before = _BEFORE.search(prose[floor : mention.span.start])
    for at, dates in days:
        if not mention.span.end <= at.start < min(limit, mention.span.end + _REACH):
            continue
        between = prose[mention.span.end : at.start]
        adjacent = _ADJACENT.match(between)
        cue = _CUE.search(between) or (
            adjacent and (joined or _CUE.search(prose, at.end, min(sentence.end, at.end + 25)))
        )
        if (before or cue) and not re.search(r"[;:]", between):
            return Span(floor + before.start() if before else mention.span.start - quoted, at.end), dates
    return None


def _reference(prose: str, mention: Mention, cited: _Dated) -> Reference:
    kind = _KIND.match(prose, mention.span.end)
    name = Span(mention.span.start, kind.end() if kind else mention.span.end)
    return Reference(
        span=Span(name.start, max(name.end, cited[0].end)),
        name_span=name,
        written=name.of(prose),
        candidates=mention.sources,
        written_dates=cited[1],
    )


def attributions(
    prose: str,
    citations: Sequence[Citation],
    sentences: Sequence[Sentence],
    first: int,
    said: Sequence[Attribution],
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
            cue = _CUE.search(prose, citation.span.start, sentence.end)
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
