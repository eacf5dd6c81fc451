"""A sentence as a string of one letter a word, so that small patterns can see subjects, verb groups and clauses.

The letters: D determiner, P subject pronoun, p object pronoun, W who, w which, T that, t to, o of, I preposition,
S subordinator, h whether/how/why, C and/or/but, H have, B be, M modal, ! not, R adverb, Z day, F another finite verb;
of cues v base, z third person, V past, U participle, G -ing, y and Y the base and -s forms that are nouns too, K noun;
of all else N name, n lower-case word, s the same in -s, d in -ed, g in -ing, 0 number, ' possessive; and ``< q >`` a
quotation, one letter for all it holds, ``Q`` where it is whole speech. Other marks stand for themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrib.attribution.quotations import closed, mark
from attrib.model import Span

_WORD = re.compile(
    r"[’']s\b|\d[\d.,]*(?:\d|\b)|[^\W_]+(?:(?:[-&./]|[’'](?!s\b))[^\W_]+)*(?:(?<=\b[A-Z])\.|(?<=\.[A-Z])\.)?|[^\s\w]|_"
)
_IS = re.compile(r"(?<=[PTh])'")
_ENDS_SPEECH = (",", ".", "?", "!", "…", "—", "–", "-")
_MARK = {"’": "'", "—": "-", "–": "-", "[": "(", "]": ")"}


class Words(NamedTuple):
    """The words of one sentence: where each starts and ends in the prose, as written, and their letters."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: str

    def at(self, offset: int) -> int:
        """The first word that starts at the offset or after it."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """From the first word to before the last one."""
        return Span(self.starts[first], self.ends[last - 1])


def read(
    prose: str,
    span: Span,
    quoted: Sequence[Span],
    masked: Sequence[Span],
    lexicon: Mapping[str, str],
    stops: frozenset[str],
) -> Words:
    """The words of ``span``; what is ``masked`` leaves none, a quotation leaves three."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    tags: list[str] = []
    at = span.start
    holes = sorted((*((s, True) for s in quoted), *((s, False) for s in masked))) if quoted or masked else ()
    for hole, is_quotation in (*holes, (Span(span.end, span.end), False)):
        if hole.start < at:
            if not is_quotation:
                at = max(at, min(hole.end, span.end))
            continue
        spans = [m.span() for m in _WORD.finditer(prose, at, min(hole.start, span.end))]
        found = [prose[start:end] for start, end in spans]
        starts += [start for start, _ in spans]
        ends += [end for _, end in spans]
        words += found
        tags += [lexicon.get(word) or _shape(word) for word in found]
        at = min(hole.end, span.end)
        if is_quotation and hole.end <= span.end:
            open_end = hole.start + mark(prose, hole)
            close = hole.end - (mark(prose, hole) if closed(prose, hole) else 0)
            inner = prose[open_end:close].rstrip()
            whole = inner.endswith(_ENDS_SPEECH) or not words or words[-1] in (",", ":")
            if inner:
                starts += (hole.start, open_end, max(close, open_end))
                ends += (open_end, close, hole.end)
                words += ("“", inner, "”")
                tags += ("<", "Q" if whole else "q", ">")
    letters = _IS.sub("B", "".join(tags))
    if words:
        letters = _first(words[0], letters, lexicon)
    return Words(starts, ends, words, _abbreviated(words, letters, stops) if "." in letters[:-1] else letters)


@lru_cache(maxsize=4096)
def _shape(word: str) -> str:
    """The letter of a word that no list holds."""
    first = word[0]
    if first.isupper():
        return "N"
    if first.isdigit():
        return "0"
    if not first.isalpha():
        return "'" if word in ("'s", "’s") else _MARK.get(word, first)
    if word.endswith("ly"):
        return "R"
    if word.endswith("ing"):
        return "g"
    if word.endswith("ed"):
        return "d"
    return "s" if word.endswith("s") and not word.endswith(("ss", "us", "is")) else "n"


def _first(word: str, letters: str, lexicon: Mapping[str, str]) -> str:
    """The first word of a sentence has its capital from its place."""
    if letters[0] == "N" and (small := word.lower()) != word:
        letter = lexicon.get(small) or (_shape(small) if word.endswith(("ing", "ly", "ed")) else "N")
        return letter + letters[1:]
    return letters


def _abbreviated(words: Sequence[str], letters: str, stops: frozenset[str]) -> str:
    """A stop after an abbreviation is part of the name."""
    out = list(letters)
    at = letters.find(".")
    while at != -1:
        if at and words[at - 1] in stops:
            out[at] = "N"
        at = letters.find(".", at + 1)
    return "".join(out)
