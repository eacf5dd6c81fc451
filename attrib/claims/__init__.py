"""Claims: what each sentence asserts, and whether it is news, background or the author's own judgement."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from attrib.claims import figures
from attrib.claims.kinds import Case, Standing, kind_of
from attrib.claims.words import ClaimWords, default_words
from attrib.dates.events import events
from attrib.keeping.reuse import Memo, Start
from attrib.matching.patterns import pattern
from attrib.matching.shapes import FIGURE, shape
from attrib.model import BULLETS, Attribution, Citation, Claim, Days, Event, Sentence, Span, Told, begun_in, meeting
from attrib.segment import datelines
from attrib.values import evolve, frozen

__all__ = ["ClaimWords", "claims", "default_words"]

_FEWEST_WORDS = 3  # a shorter stretch behind a citation in mid-sentence is the tail of the claim before it
# The rest of a word that has a small letter, which mostly is its next.
_REST = r"(?:[a-z]|[\w’'-]*[a-z])[\w’'-]*"
_NAME = pattern(rf"[A-Z](?<!\w[A-Z]){_REST}(?:\s+(?:[A-Z](?:\.|{_REST})|(?:de|von|al|bin|ben|van)\s+[A-Z][\w’'-]+))*+")
_GENITIVES = ("'s", "’s")
_EDGE = f" \t\r\n,;:–—-{BULLETS}"
_EDGE_BEFORE = f"{_EDGE}."
_MARKS_BEHIND = ' .,;”"’'


def claims(told: Told, issue: dt.date | None, words: ClaimWords, memo: Memo | None = None) -> tuple[Claim, ...]:
    """The claims of a bulletin in order. A citation in mid-sentence ends one claim and begins the next.

    ``memo`` keeps those of a paragraph for the next version of the draft.
    """
    prose, citations, attributions = told.prose, told.citations, told.attributions
    by_sentence: dict[int, list[int]] = {}
    for index, attribution in enumerate(attributions):
        by_sentence.setdefault(attribution.sentence, []).append(index)
    crossed_in: dict[int, list[Span]] = {}
    for bracket in told.brackets:
        if bracket.kind == "cross-reference":
            crossed_in.setdefault(bracket.paragraph, []).append(bracket.span)
    cited_in: dict[int, list[Citation]] = {}
    for citation in citations:
        cited_in.setdefault(citation.paragraph, []).append(citation)
    openings = frozenset({p.item: p.number for p in reversed(told.paragraphs)}.values())  # news stands there
    last = citations[-1].span.start if citations else 0
    found: list[Claim] = []
    said = 0
    for paragraph, numbered in groupby(enumerate(told.sentences), lambda pair: pair[1].paragraph):
        here = tuple(numbered)
        scene = _Scene(
            here,
            tuple(cited_in.get(paragraph, ())),
            tuple(crossed_in.get(paragraph, ())),
            last >= here[-1][1].span.end,
            paragraph in openings,
        )
        if memo:
            read = partial(_of_paragraph, prose, scene, by_sentence, attributions, issue, words)
            first, start = here[0][0], here[0][1].span.start
            found += memo.of(
                ("claims", memo.token("said", paragraph), issue, *_key(scene, start)),
                Start(start, paragraph, first, said),
                read,
            )
            said += sum(len(by_sentence.get(number, ())) for number, _ in here)
        else:
            found += _of_paragraph(prose, scene, by_sentence, attributions, issue, words)
    return tuple(found)


@frozen
class _Scene:
    """The numbered sentences of a paragraph, what is cited in it, if anything is behind it, and if it opens an item."""

    sentences: tuple[tuple[int, Sentence], ...]
    citations: tuple[Citation, ...]
    crossed: tuple[Span, ...]
    goes_on: bool
    leads: bool


def _key(scene: _Scene, start: int) -> tuple[object, ...]:
    """All of a scene that tells what is claimed in it, but for what is said, as counted from its start."""
    cited = tuple((c.span.start - start, c.span.end - start, c.form) for c in scene.citations)
    return cited, tuple((span.start - start, span.end - start) for span in scene.crossed), scene.goes_on, scene.leads


def _of_paragraph(
    prose: str,
    scene: _Scene,
    by_sentence: Mapping[int, Sequence[int]],
    attributions: Sequence[Attribution],
    issue: dt.date | None,
    words: ClaimWords,
) -> list[Claim]:
    """The claims of a paragraph; ``by_sentence`` are the indices of the attributions."""
    citations, crossed = scene.citations, scene.crossed
    first = scene.sentences[0][1].span.start
    headed = bool(citations) and datelines.heads(prose, first, citations[0].span, words.places)
    starts = [c.span.start for c in citations]
    closing = [c.span.start for c in citations if c.form not in ("inline", "link")]
    last = scene.sentences[-1][1].span.end
    no_figures = figures.none(prose, Span(first, last), crossed, citations, dated=issue is not None)
    all_hits = words.lists.find(prose, Span(first, last))
    signs = shape(prose[first:last])
    dated = datelines.is_dated(prose, first, last)
    found: list[Claim] = []
    older = False
    named: Days | None = None  # the day that "the same day" means
    told = first - 1 if headed and len(citations) == 1 else _told(scene, by_sentence, attributions)
    for number, sentence in scene.sentences:
        inside = citations[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        said_here = by_sentence.get(number, ())
        for span in _stretches(prose, sentence, inside, first, words):
            said = tuple([i for i in said_here if _within(attributions[i], span, sentence)]) if said_here else ()
            at = signs.find(FIGURE, span.start - first, span.end - first)
            days = events(prose, span, issue, words.planned, named, numbered=at >= 0)
            if days and said and any(event.planned for event in days):
                days = _spoken_on(prose, days, [attributions[i] for i in said], issue, words)
            if crossed and days:  # the day of another issue is no event
                days = tuple([e for e in days if not meeting(crossed, e.span)])
            named = next((event.days for event in reversed(days) if not event.planned), named)
            standing: Standing = "open"
            if closing and _closed(prose, span, closing):
                standing = "closed"
            elif crossed and any(c.end >= span.end - 2 for c in meeting(crossed, span)):
                standing = "crossed"
            elif told is not None and span.start > told:
                standing = "told"
            elif starts:
                standing = "covered" if span.start < starts[-1] else "behind"
            elif scene.goes_on:
                standing = "carried"
            hits = begun_in(all_hits, span) if all_hits else ()
            speech = [attributions[i] for i in said] if said else ()
            counted = figures.read(prose, span, first + at, no_figures, days) if at >= 0 else ()
            opens = not found
            case = Case(
                prose, span, hits, speech, days, standing, bool(counted), opens, scene.leads and opens, older, dated
            )
            kind, reasons, older = kind_of(case, issue, words)
            names = _names(prose, span, words)
            found.append(Claim(span, number, sentence.paragraph, kind, reasons, days, counted, names, said))
    return found


def _told(scene: _Scene, by_sentence: Mapping[int, Sequence[int]], attributions: Sequence[Attribution]) -> int | None:
    """Where the first sentence ends, if an outlet tells it in running text and nothing is cited by other means."""
    if any(citation.form != "inline" for citation in scene.citations):
        return None
    first, sentence = scene.sentences[0]
    said = [attributions[i] for i in by_sentence.get(first, ())]
    outlet = any(one.outlet and not one.outlet.collective for one in said)
    inline = scene.citations and scene.citations[0].span.start < sentence.span.end
    return sentence.span.end - 1 if outlet or inline else None


def _stretches(
    prose: str, sentence: Sentence, inside: Sequence[Citation], first: int, words: ClaimWords
) -> Sequence[Span]:
    """The sentence without its dateline and the brackets that close it, cut at citations in its middle.

    ``first`` is where its paragraph begins.
    """
    start, end = sentence.span
    cuts = [c for c in inside if c.form == "parenthetical"] if inside else []
    if start == first:
        if cuts and datelines.bracketed(prose, start, cuts[0].span, words.places):
            start = cuts.pop(0).span.end
        else:
            start = datelines.behind(prose, start, end, words.places)
    pieces = []
    for cut in cuts:
        pieces.append((start, cut.span.start))
        start = cut.span.end
    pieces.append((start, end))
    kept: list[Span] = []
    for a, b in pieces:
        while a < b and prose[a] in _EDGE_BEFORE:
            a += 1
        while b > a and prose[b - 1] in _EDGE:
            b -= 1
        if b > a and (not kept or prose.count(" ", a, b) + 1 >= _FEWEST_WORDS):
            kept.append(Span(a, b))
    return kept if kept or cuts else [sentence.span]


def _within(said: Attribution, span: Span, sentence: Sentence) -> bool:
    where = said.cue or said.source or (said.content[0] if said.content else None)
    return where is None or span.start <= where.start < span.end or not sentence.span.holds(where)


def _spoken_on(
    prose: str, days: Sequence[Event], said: Sequence[Attribution], issue: dt.date | None, words: ClaimWords
) -> tuple[Event, ...]:
    """The days; one between a verb of saying and what was said is past: "told him by telephone on June 15 that"."""

    def past(event: Event) -> bool:
        return issue is not None and event.days.last <= issue and any(spoken(one, event.span) for one in said)

    def spoken(one: Attribution, day: Span) -> bool:
        if not (one.cue and one.content and one.cue.end <= day.start and day.end <= one.content[0].start):
            return False
        return words.planned.search(prose, *one.cue) is None

    return tuple([evolve(event, planned=False) if event.planned and past(event) else event for event in days])


def _closed(prose: str, span: Span, closing: Sequence[int]) -> bool:
    """Whether a citation stands right behind the claim: what it says, somebody reported."""
    end = span.end
    at = bisect_left(closing, end - 1)
    if at == len(closing):
        return False
    behind = closing[at]
    return behind <= end or (prose[end] in _MARKS_BEHIND and not prose[end:behind].strip(_MARKS_BEHIND))


def _names(prose: str, span: Span, words: ClaimWords) -> tuple[str, ...]:
    """The proper names, each once; a capital that only begins the sentence is none."""
    names: dict[str, None] = {}
    found: list[str] = _NAME.findall(prose, span.start, span.end)
    opens = bool(found) and prose.startswith(found[0], span.start)
    for name in found:
        first = name.split(None, 1)[0]
        while first in words.no_names or (opens and first.lower() in words.plain):
            name = name[len(first) :].lstrip()
            if not name:
                break
            first = name.split(None, 1)[0]
        else:
            if name.endswith(_GENITIVES):
                name = name.removesuffix("'s").removesuffix("’s")
            names[name] = None
        opens = False
    return tuple(names)
