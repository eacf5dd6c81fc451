"""Sentences of a paragraph, where a stop may stand before a citation, behind it, on both sides, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from attrib.model import Sentence, Span
from attrib.resources import Table, tables

_WORDS_FOR_A_LOST_STOP = 5  # fewer words before a bracket make no sentence that lost its stop

# A run of stops with the marks that close with it; a colon or dash never ends a sentence here.
_STOP = re.compile(r"(?:\.\s){2,}\.|[.!?…]+[\"”’'»\])]*(?=\s|[\[(]|\Z)|[.!?…]+[\"”’'»]+(?=[A-Z(\[])")
_WORD_BEFORE = re.compile(r"[\w.’'-]*\Z")
_NEXT_WORD = re.compile(r"[\"“”‘'«(\[\s–—-]*([\w’'-]*)")
_NOTE_MARK = re.compile(r"\s*(?:\[\^?\w{1,4}\])+")
_SPEAKER = re.compile(r"\s*(?:[A-Z][\w.’'-]*\s+){0,4}(?:[a-z]+\s+)?")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\Z")
_BLANK = re.compile(r"\s*")


@frozen
class Abbreviations:
    """The words of ``rules/lexicon/segment.toml``."""

    before_name: frozenset[str]
    inner: frozenset[str]
    openers: frozenset[str]
    speaks: frozenset[str]

    @classmethod
    def load(cls, table: Table) -> Abbreviations:
        return cls(*(frozenset(table[key]) for key in ("before_name", "inner", "openers", "speaks")))


@cache
def default_abbreviations() -> Abbreviations:
    return Abbreviations.load(tables("lexicon")["segment"])


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
    found = []
    start = _past(prose, span.start, span.end, closing)
    for end, next_start in _ends(prose, span, closing, quotations, words):
        if start < end:
            inside = tuple(q for q in quotations if start <= q.start and q.end <= end)
            found.append(Sentence(Span(start, end), number, inside))
        start = next_start
    return tuple(found)


def _ends(
    prose: str, span: Span, closing: Sequence[Span], quotations: Sequence[Span], words: Abbreviations
) -> Iterator[tuple[int, int]]:
    """Where each sentence ends and where the next one may begin."""
    start = span.start
    for stop in _candidates(prose, span, closing):
        if stop < start:
            continue
        bracket = next((b for b in closing if b.start < stop <= b.end), None)
        if bracket is not None:  # the text came to a bracket without a stop
            if bracket.end == stop and _lost_stop(prose, start, bracket, span.end):
                start = _past(prose, stop, span.end, closing)
                yield stop, start
            continue
        if any(q.start < stop < q.end for q in quotations):
            continue
        if _ends_sentence(prose, start, stop, span.end, closing, quotations, words):
            after = _past(prose, stop, span.end, closing)
            yield stop, after
            start = after
    if start < span.end:
        end = start + len(prose[start : span.end].rstrip())
        yield end, span.end


def _candidates(prose: str, span: Span, closing: Sequence[Span]) -> list[int]:
    stops = [m.end() for m in _STOP.finditer(prose, span.start, span.end)]
    ends = [b.end for b in closing]
    return sorted({*(s for s in stops if not any(b.start < s <= b.end for b in closing)), *ends}) if ends else stops


def _lost_stop(prose: str, start: int, bracket: Span, end: int) -> bool:
    """A bracket with no stop on either side, before a word that begins a sentence."""
    after = _BLANK.match(prose, bracket.end, end)
    assert after
    if after.end() >= end:
        return False
    following = prose[after.end() : after.end() + 1]
    if not (following.isupper() or following in '"“‘«'):
        return False
    return prose.count(" ", start, bracket.start) >= _WORDS_FOR_A_LOST_STOP


def _past(prose: str, at: int, end: int, closing: Sequence[Span]) -> int:
    """Past the blanks, citations and stray stops that belong to what went before."""
    moved = True
    while moved and at < end:
        moved = False
        blank = _BLANK.match(prose, at, end)
        assert blank
        at = blank.end()
        for bracket in closing:
            if bracket.start <= at < bracket.end:
                at, moved = bracket.end, True
        while at < end and moved and prose[at] in ".,;":
            at += 1
        if mark := _NOTE_MARK.match(prose, at, end):
            at, moved = mark.end(), True
    return at


def _ends_sentence(
    prose: str,
    start: int,
    stop: int,
    end: int,
    closing: Sequence[Span],
    quotations: Sequence[Span],
    words: Abbreviations,
) -> bool:
    core = prose[max(start, stop - 40) : stop].rstrip("\"”’'»])")
    after = _past(prose, stop, end, closing)
    if after >= end:
        return not _stop_follows_bracket(prose, core, stop, end, closing, words)
    following = _NEXT_WORD.match(prose, after, end)
    next_word = following[1] if following else ""
    if next_word[:1].islower():
        return False
    if core[-1:] in "!?…" or core.endswith(("..", ". .")):
        quoted = stop - len(core) > start and any(q.end == stop for q in quotations)
        return not (quoted and _speaker_follows(prose, after, end, words))
    word = _WORD_BEFORE.search(core[:-1])
    token = word[0].strip("'’-") if word else ""
    if _LIST_NUMBER.match(prose[start:stop].strip()) or not token and core[:-1].strip() == "":
        return False
    if token in words.before_name:
        return False
    if _stop_follows_bracket(prose, core, stop, end, closing, words):
        return False
    if (len(token) == 1 and token.isupper()) or token in words.inner or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", token):
        return next_word in words.openers or after > _skip_blank(prose, stop, end)
    return not any(q.end == stop for q in quotations) or not _speaker_follows(prose, after, end, words)


def _stop_follows_bracket(
    prose: str, core: str, stop: int, end: int, closing: Sequence[Span], words: Abbreviations
) -> bool:
    """ "... in the U.S. (Interfax, May 3)." — the stop is the abbreviation's; the sentence's own stands behind."""
    at = _skip_blank(prose, stop, end)
    bracket = next((b for b in closing if b.start == at), None)
    if bracket is None or prose[bracket.end : bracket.end + 1] != ".":
        return False
    word = _WORD_BEFORE.search(core[:-1])
    token = word[0] if word else ""
    return token in words.inner or token in words.before_name or bool(re.fullmatch(r"(?:[A-Za-z]\.)*[A-Z]", token))


def _skip_blank(prose: str, at: int, end: int) -> int:
    blank = _BLANK.match(prose, at, end)
    assert blank
    return blank.end()


def _speaker_follows(prose: str, at: int, end: int, words: Abbreviations) -> bool:
    speaker = _SPEAKER.match(prose, at, end)
    for match in re.finditer(r"[A-Za-z]+", prose[at : min(end, at + 60)]):
        if match[0] in words.speaks:
            return speaker is not None and match.start() + at <= speaker.end() + len(match[0])
        if match.start() > 45:
            break
    return False
