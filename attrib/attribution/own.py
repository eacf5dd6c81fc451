"""The bulletin's own interviews: what somebody "told this newsletter", or said when "interviewed by the author"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrib.attribution.speakers import Speakers
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Sentence, Span
from attrib.values import evolve

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_REACH = 34  # from the first word of such a phrase to the name, in code points
_ANOTHER = pattern(r"[\w’'-]|,? of ")  # "told the author of the bill"


def hearing(table: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """The words right before the bulletin's name by which it heard; ``table`` is ``[hearing]`` of ``cues.toml``."""
    told, spoke, sought, talk, link = (
        "|".join(map(re.escape, table[name])) for name in ("told", "spoke", "sought", "talks", "talk_links")
    )
    return pattern(
        rf"\b(?:{told}|(?:{spoke}) (?:to|with)|(?:{sought}) (?:by|for)|(?:{talk}) (?:{link}))(?= (?:the )?\Z)",
        re.IGNORECASE,
    )


def names_of(publication: str) -> frozenset[str]:
    """What a bulletin calls itself: "Karelia Brief", and "the Brief" for short."""
    short = publication.rpartition(" ")[2]
    return frozenset((publication, f"the {short}") if short != publication and short[0].isupper() else (publication,))


def named(prose: str, ours: frozenset[str], speakers: Speakers) -> tuple[Span, ...]:
    """Where a bulletin names itself, in order: by ``ours``, or as "this newsletter" and its like."""
    found = _finder(ours, speakers.own).find_matches_as_indexes(prose, overlapping=True)
    return tuple(sorted([Span(start, end) for _, start, end in found]))


def interviews(
    prose: str,
    sentences: Sequence[Sentence],
    first: int,
    said: Sequence[Attribution],
    ours: frozenset[str],
    names: Sequence[Span],
    heard: re.Pattern[str],
) -> tuple[Attribution, ...]:
    """The attributions of a paragraph, with those marked that the bulletin heard itself.

    ``sentences`` are those of the paragraph and ``first`` the index of the first of them in the bulletin; ``ours`` are
    the names that the bulletin goes by, ``names`` the places in the paragraph where it names itself, ``heard`` the
    words by which it heard something. Where no attribution of the sentence can be meant, a new one is added.
    """
    out = [
        evolve(one, outlet=None, own_interview=True)
        if one.outlet and (one.outlet.name in ours or not ours.isdisjoint(one.outlet.aliases))
        else one
        for one in said
    ]
    if not sentences or not names:
        return tuple(out)
    paragraph = Span(sentences[0].span.start, sentences[-1].span.end)
    for cue in sorted(set(_cues(prose, paragraph, names, heard))):
        here = bisect_right(sentences, cue.start, key=lambda sentence: sentence.span.start) - 1
        index = first + here
        at = next((k for k, one in enumerate(out) if one.sentence == index and _heard(one, cue.start)), None)
        if at is not None:
            out[at] = evolve(out[at], own_interview=True)
        elif not any(one.sentence == index and one.own_interview for one in out):
            out.append(Attribution(None, cue, (sentences[here].span,), "person", index, own_interview=True))
    return tuple(out)


def _heard(said: Attribution, place: int) -> bool:
    """Whether the words at ``place`` may say how it was heard: by no outlet, and not within what is said."""
    if said.outlet or said.own_interview or said.kind in ("outlet", "agentless"):
        return False
    return (
        said.cue is None or not any(span.start <= place < span.end for span in said.content) or said.cue.start == place
    )


def _cues(prose: str, span: Span, names: Sequence[Span], heard: re.Pattern[str]) -> Iterator[Span]:
    """The words of an interview before one of the names: "told" the Monitor, "in an interview with" EDM."""
    for name in names:
        if not span.holds(name) or _ANOTHER.match(prose, name.end, span.end):
            continue
        if told := heard.search(prose, max(span.start, name.start - _REACH), name.start):
            yield Span(*told.span())


@lru_cache(maxsize=16)
def _finder(ours: frozenset[str], anybodys: frozenset[str]) -> AhoCorasick:
    """Finds the names that a publication goes by, of which a run meets few, and those that each goes by."""
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick(sorted(ours | anybodys), implementation=Implementation.ContiguousNFA)
