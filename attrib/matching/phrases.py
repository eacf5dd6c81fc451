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
_SHORT = 12_000  # characters: in so many, the automata of their words are built as quickly as the one of all phrases


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
        self._seen = 0
        self._all: tuple[AhoCorasick, list[Value]] | None = None

    def find(self, text: str) -> tuple[list[tuple[int, int, int]], list[Value]]:
        """Every phrase as the index of what it stands for in the values beside, and where it begins and ends.

        They may overlap, and be parts of words.
        """
        whole = self._all
        if whole is None:
            words = {"", *_WORD.findall(text)}
            near = [packed for word in words if (packed := self._listed.get(word))]
            if not near:
                return [], []
            self._seen += len(text)
            whole = _automaton(near if self._seen < _SHORT else self._listed.values())
            if self._seen >= _SHORT:
                self._all = whole
        automaton, values = whole
        return automaton.find_matches_as_indexes(text, overlapping=True), values


def _automaton(packed: Iterable[bytes]) -> tuple[AhoCorasick, list[Value]]:
    from ahocorasick_rs import AhoCorasick, Implementation

    phrases, values = [], []
    for pairs in map(marshal.loads, packed):
        for phrase, value in pairs:
            phrases.append(phrase)
            values.append(value)
    return AhoCorasick(phrases, store_patterns=False, implementation=Implementation.ContiguousNFA), values
