"""Sentences of a paragraph, where a stop may stand before a citation, behind it, on both sides, or not at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from attrib import styles
from attrib.matching.patterns import pattern
from attrib.model import Sentence, Span
from attrib.resources import Table, tables
from attrib.segment import datelines
from attrib.segment.imprints import ImprintWords
from attrib.values import NamedTuple, frozen

_WORDS_BEFORE_AN_OPENER = 3
_WORDS_FOR_A_LOST_STOP = 5  # fewer words before a bracket make no sentence that lost its stop

# A run of stops with the marks that close with it; a colon or dash never ends a sentence here.
_STOP = pattern(r"[.!?…](?:(?<=\.)(?:\s\.){2,}|[.!?…]*[\"”’'»\])]*(?=\s|[\[(]|\Z)|[.!?…]*[\"”’'»]+(?=[A-Z(\[]))")
_STOPPED = pattern(r".[.!?…]\Z|[.!?…][\"”’]\Z")
_NEXT_WORD = pattern(r"[\"“”‘'«(\[\s–—-]*([\w’'-]*)")
_NOTE_MARK = pattern(r"(?:\[\^?\w{1,4}\])+")
_WORD = pattern(r"[A-Za-z]+")
_SPEAKER = pattern(r"\s*(?:[A-Z][\w.’'-]*\s+){0,4}(?:[a-z]+\s+)?")
_SIGNED = pattern(r"(?:--+|[—–])\s*(?:an?\s|(?P<word>[A-Z][\w’'-]*))")
_LIST_NUMBER = pattern(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\Z")
_INITIALS = pattern(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ABBREVIATED = pattern(r"(?:[A-Za-z]\.)*[A-Z]")
_LONGEST_LIST_NUMBER = 6


@frozen
class Abbreviations:
    """The words of ``rules/lexicon/segment.toml``."""

    before_name: frozenset[str]
    inner: frozenset[str]
    openers: frozenset[str]
    speaks: frozenset[str]
    speaks_anew: frozenset[str]
    imprint: ImprintWords
    """What a bulletin says of itself: "All rights reserved", "The Monitor is a publication of"."""
    places: frozenset[str] = frozenset()
    """Places of datelines that are not in capitals."""

    @classmethod
    def load(cls, table: Table, places: Sequence[str] = (), publications: Sequence[str] = ()) -> Abbreviations:
        before_name, inner, openers, speaks, speaks_anew = (
            frozenset(table[key]) for key in ("before_name", "inner", "openers", "speaks", "speaks_anew")
        )
        imprint = ImprintWords.load(table, publications)
        return cls(before_name, inner, openers, speaks, speaks_anew, imprint, frozenset(places))


@cache
def default_abbreviations() -> Abbreviations:
    return abbreviations_for(styles.default().publications())


def abbreviations_for(publications: Sequence[str]) -> Abbreviations:
    """The words that ship, for bulletins of these names."""
    lexicon = tables("lexicon")
    return Abbreviations.load(lexicon["segment"], lexicon["citations"]["places"], publications)


class _Spans(NamedTuple):
    """Spans in order and apart, found by an offset."""

    spans: Sequence[Span] = ()
    starts: Sequence[int] = ()
    ends: frozenset[int] = frozenset()

    @classmethod
    def of(cls, spans: Sequence[Span]) -> _Spans:
        if not spans:
            return _NONE
        apart: list[Span] = []
        for span in sorted(spans):
            if apart and span.start < apart[-1].end:
                apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
            else:
                apart.append(span)
        return cls(apart, [span.start for span in apart], frozenset(span.end for span in apart))

    def at(self, offset: int) -> Span | None:
        """The span that holds the character at ``offset``."""
        if not self.starts:
            return None
        index = bisect_right(self.starts, offset) - 1
        return self.spans[index] if index >= 0 and offset < self.spans[index].end else None

    def inside(self, start: int, end: int) -> tuple[Span, ...]:
        if not self.starts:
            return ()
        found = self.spans[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return tuple([span for span in found if span.end <= end])


_NONE = _Spans()


def sentences(
    prose: str,
    span: Span,
    number: int,
    closing: Sequence[Span],
    quotations: Sequence[Span],
    words: Abbreviations,
) -> tuple[Sentence, ...]:
    """The sentences of the paragraph ``number`` at ``span``, in order and without overlap.

    ``closing`` are the brackets that cite or refer (citations, cross-references, notes), whose place against the stop
    is free: one that stands before the stop is inside its sentence, one behind it is in none.
    """
    brackets, quoted = _Spans.of(closing), _Spans.of(quotations)
    found = []
    start = _past(prose, span.start, span.end, brackets)
    for end, next_start in _ends(prose, span, brackets, quoted, words):
        if start < end:
            found.append(Sentence(Span(start, end), number, quoted.inside(start, end)))
        start = next_start
    return tuple(found)


def _ends(
    prose: str, span: Span, closing: _Spans, quotations: _Spans, words: Abbreviations
) -> Iterator[tuple[int, int]]:
    """Where each sentence ends and where the next one may begin."""
    start = span.start
    for stop, bracket in _candidates(prose, span, closing):
        if stop < start:
            continue
        if bracket:  # the text came to a bracket without a stop
            if _lost_stop(prose, start, bracket, span.end, words):
                start = _past(prose, stop, span.end, closing)
                yield stop, start
            continue
        quotation = quotations.at(stop - 1) if quotations.starts else None
        if quotation and stop < quotation.end:
            continue
        after = _past(prose, stop, span.end, closing)
        if start == span.start and after < span.end and datelines.stopped(prose, start, stop, words.places):
            continue
        if _ends_sentence(prose, start, stop, after, span.end, closing, quotations, words):
            yield stop, after
            start = after
    if start < span.end:
        end = start + len(prose[start : span.end].rstrip())
        yield end, span.end


def _candidates(prose: str, span: Span, closing: _Spans) -> Sequence[tuple[int, Span | None]]:
    """Behind every stop outside the brackets, and behind each bracket, with it; a note may touch its stop: "sank.1"."""
    stops = [found.end() for found in _STOP.finditer(prose, span.start, span.end)]
    if not closing.spans:
        return [(stop, None) for stop in stops]
    found: dict[int, Span | None] = {}
    for bracket in closing.spans:
        del stops[bisect_right(stops, bracket.start) : bisect_right(stops, bracket.end)]
        found[bracket.end] = bracket
        if bracket.start not in closing.ends and _STOPPED.match(prose, bracket.start - 2, bracket.start):
            found[bracket.start] = None
    return sorted((found | dict.fromkeys(stops)).items())


def _lost_stop(prose: str, start: int, bracket: Span, end: int, words: Abbreviations) -> bool:
    """A bracket with no stop on either side, before a word that begins a sentence; "The" hardly does anything else."""
    after = _skip_blank(prose, bracket.end, end)
    if after >= end or not (prose[after].isupper() or prose[after] in '"“‘«'):
        return False
    following = _NEXT_WORD.match(prose, after, end)
    sure = following is not None and following[1] in words.openers
    return prose.count(" ", start, bracket.start) >= (_WORDS_BEFORE_AN_OPENER if sure else _WORDS_FOR_A_LOST_STOP)


def _past(prose: str, at: int, end: int, closing: _Spans) -> int:
    """Past the blanks, citations and stray stops that belong to what went before."""
    moved = True
    while moved and at < end:
        moved = False
        while at < end and prose[at].isspace():
            at += 1
        if not closing.starts and prose[at : at + 1] != "[":
            break
        while bracket := closing.at(at):
            at, moved = bracket.end, True
        stop = _skip_blank(prose, at, end) if moved else end  # behind the address of a link, which is blank
        if stop < end and prose[stop] in ".,;":
            at = stop
        while at < end and moved and prose[at] in ".,;":
            at += 1
        if at < end and prose[at] == "[" and (mark := _NOTE_MARK.match(prose, at, end)):
            at, moved = mark.end(), True
    return at


def _ends_sentence(
    prose: str,
    start: int,
    stop: int,
    after: int,
    end: int,
    closing: _Spans,
    quotations: _Spans,
    words: Abbreviations,
) -> bool:
    """Whether the sentence that began at ``start`` ends at ``stop``; ``after`` is where the next one may begin."""
    following = _NEXT_WORD.match(prose, after, end) if after < end else None
    next_word = following[1] if following else ""
    if next_word[:1].islower():
        return False
    if after >= end and not closing.starts:
        return True
    core = prose[max(start, stop - 40) : stop].rstrip("\"”’'»])")
    if after >= end:
        return not _stop_follows_bracket(prose, core, stop, end, closing, words)
    if core[-1:] in "!?…" or core.endswith(("..", ". .")):
        quoted = stop - len(core) > start and stop in quotations.ends
        return not (quoted and _speaker_follows(prose, after, end, words))
    token = _last_word(core[:-1]).strip("'’-")
    if stop - start <= _LONGEST_LIST_NUMBER and _LIST_NUMBER.match(prose, start, stop):
        return False
    if not token and not prose[start : stop - 1].strip():
        return False
    if token in words.before_name:
        return False
    if closing.starts and _stop_follows_bracket(prose, core, stop, end, closing, words):
        return False
    initials = token.isupper() if len(token) == 1 else "." in token and _INITIALS.fullmatch(token)
    if initials or token in words.inner:
        return next_word in words.openers or after > _skip_blank(prose, stop, end)
    quotation = quotations.at(stop - 1) if stop in quotations.ends else None
    whole = quotation is not None and quotation.start <= start  # else it is part of a clause that has its own verb
    return not (whole and _speaker_follows(prose, after, end, words))


def _stop_follows_bracket(prose: str, core: str, stop: int, end: int, closing: _Spans, words: Abbreviations) -> bool:
    """ "... in the U.S. (Interfax, May 3)." — the stop is the abbreviation's; the sentence's own stands behind."""
    at = _skip_blank(prose, stop, end)
    bracket = closing.at(at)
    if bracket is None or bracket.start != at or prose[bracket.end : bracket.end + 1] != ".":
        return False
    token = _last_word(core[:-1])
    return token in words.inner or token in words.before_name or bool(_ABBREVIATED.fullmatch(token))


def _last_word(text: str) -> str:
    """What ends the text without a blank: letters and digits with stops, hyphens and apostrophes."""
    last = text.rpartition(" ")[2]
    if last.isalnum():
        return last
    at = len(text)
    while at and (text[at - 1].isalnum() or text[at - 1] in "_.’'-"):
        at -= 1
    return text[at:]


def _skip_blank(prose: str, at: int, end: int) -> int:
    while at < end and prose[at].isspace():
        at += 1
    return at


def _speaker_follows(prose: str, at: int, end: int, words: Abbreviations) -> bool:
    """Whether the speech before ``at`` goes on with who says it: "... he said", "-- President Kucan"."""
    if signed := _SIGNED.match(prose, at, end):
        return signed["word"] not in words.openers
    speaker = _SPEAKER.match(prose, at, end)
    near = _WORD.finditer(prose, at, min(end, at + 60))
    for match in near:
        if match[0] in words.speaks:
            behind = next(near, None)
            anew = behind is not None and behind[0] in words.speaks_anew
            return not anew and speaker is not None and match.start() <= speaker.end() + len(match[0])
        if match.start() > at + 45:
            break
    return False
