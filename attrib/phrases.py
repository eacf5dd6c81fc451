"""Many phrases found in a text at once, by an automaton; a short text asks only those whose longest word it holds.

An automaton of thousands of phrases takes longer to build than a bulletin takes to read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from attrib.patterns import pattern

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Value = TypeVar("Value")
ByWord = dict[str, tuple[tuple[str, Value], ...]]
"""Phrases with what they stand for, by their longest word; those that may begin or end within a word are under ""."""
_WORD = pattern(r"[^\W_]+")
_SHORT = 12_000  # characters: in so many, the automata of their words are built as quickly as the one of all phrases


def by_word(phrases: Mapping[str, Value], within: Collection[str] = ()) -> ByWord[Value]:
    """Phrases by their longest word, as plain values that can be kept; those ``within`` may be part of a longer one."""
    found: dict[str, list[tuple[str, Value]]] = {"": []}
    for phrase, value in phrases.items():
        words = () if phrase in within else _WORD.findall(phrase)
        found.setdefault(max(words, key=len, default=""), []).append((phrase, value))
    return {word: tuple(pairs) for word, pairs in found.items()}


class Phrases(Generic[Value]):
    """Finds all phrases of a list in texts."""

    def __init__(self, listed: ByWord[Value]) -> None:
        self._listed = listed
        self._seen = 0
        self._all: tuple[AhoCorasick, list[Value]] | None = None

    def find(self, text: str) -> tuple[list[tuple[int, int, int]], list[Value]]:
        """Every phrase as the index of what it stands for in the values beside, and where it begins and ends.

        They may overlap, and be parts of words.
        """
        whole = self._all
        if whole is None:
            self._seen += len(text)
            if self._seen < _SHORT:
                words = {"", *_WORD.findall(text)}
                whole = _automaton(pair for word in words for pair in self._listed.get(word, ()))
            else:
                whole = self._all = _automaton(pair for pairs in self._listed.values() for pair in pairs)
        automaton, values = whole
        return automaton.find_matches_as_indexes(text, overlapping=True), values


def _automaton(pairs: Iterable[tuple[str, Value]]) -> tuple[AhoCorasick, list[Value]]:
    from ahocorasick_rs import AhoCorasick, Implementation

    phrases, values = [], []
    for phrase, value in pairs:
        phrases.append(phrase)
        values.append(value)
    return AhoCorasick(phrases, store_patterns=False, implementation=Implementation.ContiguousNFA), values
