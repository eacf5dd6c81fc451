"""Lists of words and phrases of the lexicon, found together in running text by one automaton.

A phrase is written as it stands in the text. ``{a,b}`` stands for either, ``{s,}`` for an ending or none, and ``*`` at
an end for any further letters: ``suggest{s,ed,} that``, ``*ed``. A small first letter fits a capital too, as at the
head of a sentence, except in what a list holds as ``exact``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation
from attrs import field

from attrib.model import Span
from attrib.resources import Table
from attrib.values import frozen

_BRACES = re.compile(r"\{([^{}]*)\}")


class Hit(NamedTuple):
    """A phrase of the list ``name`` in the text."""

    span: Span
    name: str


@frozen
class WordLists:
    """``entries`` says of each phrase of the automaton its list, and whether letters may stand before and behind it."""

    automaton: AhoCorasick = field(repr=False)
    entries: tuple[tuple[str, bool, bool], ...] = field(repr=False)
    patterns: tuple[tuple[str, re.Pattern[str]], ...] = ()

    @classmethod
    def load(cls, lists: Mapping[str, Table]) -> WordLists:
        """Lists by name; each a table of ``words``, ``exact`` words and ``patterns`` of Python's re, all optional."""
        phrases: dict[str, tuple[str, bool, bool]] = {}
        for name, table in lists.items():
            for word in table.get("words", ()):
                for phrase in expand(word):
                    entry = (name, phrase.startswith("*"), phrase.endswith("*"))
                    bare = phrase.strip("*")
                    phrases.setdefault(bare, entry)
                    phrases.setdefault(bare[:1].upper() + bare[1:], entry)
            for word in table.get("exact", ()):
                for phrase in expand(word):
                    phrases.setdefault(phrase, (name, False, False))
        patterns = tuple(
            (name, re.compile(rf"(?:{'|'.join(table['patterns'])})(?!\w)"))
            for name, table in lists.items()
            if "patterns" in table
        )
        return cls(
            AhoCorasick(list(phrases), store_patterns=False, implementation=Implementation.ContiguousNFA),
            tuple(phrases.values()),
            patterns,
        )

    def find(self, prose: str, span: Span) -> list[Hit]:
        """The phrases in ``prose[span]``, whole words only, in order; offsets into ``prose``. They may overlap."""
        text = prose[span.start : span.end]
        found = []
        length = len(text)
        entries = self.entries
        for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            name, open_before, open_behind = entries[index]
            if start and not open_before and text[start - 1].isalnum() and text[start].isalnum():
                continue
            while open_before and start and text[start - 1].isalpha():
                start -= 1
            if end < length and not open_behind and text[end].isalnum():
                continue
            found.append(Hit(Span(span.start + start, span.start + end), name))
        for name, pattern in self.patterns:
            found.extend(Hit(Span(*m.span()), name) for m in pattern.finditer(prose, span.start, span.end))
        found.sort()
        return found


def expand(phrase: str) -> Iterator[str]:
    """The phrases that one with braces stands for."""
    found = _BRACES.search(phrase) if "{" in phrase else None
    if found is None:
        yield " ".join(phrase.split()) if "  " in phrase else phrase
        return
    for choice in found[1].split(","):
        yield from expand(phrase[: found.start()] + choice + phrase[found.end() :])


def either(words: Sequence[str]) -> re.Pattern[str]:
    """One pattern for the phrases of a short list, whole words only."""
    phrases = sorted({p for word in words for p in expand(word)}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
