"""Many phrases found in a text at once, by an automaton; a short text asks only those whose longest word it holds.

An automaton of thousands of phrases takes longer to build than a bulletin takes to read.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from attrib.matching.patterns import pattern

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Value = TypeVar("Value")
ByWord = dict[str, bytes]
"""Phrases with what they stand for, by their longest word; those that may begin or end within a word are under "".

Those of a word are packed until it is met: of thousands a text asks a few hundred.
"""
_WORD = pattern(r"[^\W_]+")
_LONG = 30_000  # characters: so many take about as long one by one as the automaton takes to build


def by_word(phrases: Mapping[str, Value], within: Collection[str] = ()) -> ByWord:
    """Phrases by their longest word, what they stand for being plain; those ``within`` may be part of a longer one."""
    found: dict[str, list[tuple[str, Value]]] = {}
    for phrase, value in phrases.items():
        words = () if phrase in within else _WORD.findall(phrase)
        found.setdefault(max(words, key=len, default=""), []).append((phrase, value))
    return {word: marshal.dumps(pairs) for word, pairs in found.items()}


class Phrases(Generic[Value]):
    """Finds all phrases of a list in texts."""

    def __init__(self, listed: ByWord) -> None:
        self._listed = listed
        self._met: dict[str, list[tuple[str, Value]]] = {}
        self._seen = 0
        self._all: tuple[AhoCorasick, list[Value]] | None = None

    def find(self, text: str) -> tuple[list[tuple[int, int, int]], list[Value]]:
        """Every phrase as the index of what it stands for in the values beside, and where it begins and ends.

        They may overlap, and be parts of words.
        """
        if self._all is None:
            self._seen += len(text)
            if self._seen < _LONG:
                return self._one_by_one(text)
            self._all = _automaton(self._listed.values())
        automaton, values = self._all
        return automaton.find_matches_as_indexes(text, overlapping=True), values

    def _one_by_one(self, text: str) -> tuple[list[tuple[int, int, int]], list[Value]]:
        places: list[tuple[int, int, int]] = []
        values: list[Value] = []
        look, met = text.find, self._met
        for word in self._listed.keys() & {"", *_WORD.findall(text)}:
            for phrase, value in met.get(word) or self._unpacked(word):
                at = look(phrase)
                if at >= 0:
                    while at >= 0:
                        places.append((len(values), at, at + len(phrase)))
                        at = look(phrase, at + 1)
                    values.append(value)
        return places, values

    def _unpacked(self, word: str) -> list[tuple[str, Value]]:
        found: list[tuple[str, Value]] = marshal.loads(self._listed[word])
        self._met[word] = found
        return found


def _automaton(packed: Iterable[bytes]) -> tuple[AhoCorasick, list[Value]]:
    from ahocorasick_rs import AhoCorasick, Implementation

    phrases, values = [], []
    for pairs in map(marshal.loads, packed):
        for phrase, value in pairs:
            phrases.append(phrase)
            values.append(value)
    return AhoCorasick(phrases, store_patterns=False, implementation=Implementation.ContiguousNFA), values
