"""The word lists of ``rules/lexicon/facts.toml``: whole words, any case; ``*`` stands for a word's endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from attrib import resources
from attrib.errors import RuleError
from attrib.model import Span
from attrib.values import frozen

_ENDING = re.compile(r"\w*")

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


@frozen
class _Finder:
    """All words of all lists in one automaton; of each, whether endings may follow and the lists it is of."""

    automaton: AhoCorasick
    words: tuple[tuple[bool, tuple[str, ...]], ...]


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """The words of each list. Raises RuleError where the file is missing."""
    table = resources.tables("lexicon").get("facts")
    if table is None:
        file = resources.rules_folder() / "lexicon" / "facts.toml"
        raise RuleError(f"{file}: the word lists of the facts are missing; install attrib again")
    return {name: tuple(words) for name, words in table.items()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of one list, for a short text."""
    words = sorted(lists()[name], key=len, reverse=True)
    either = "|".join(re.escape(word.removesuffix("*")) + r"\w*" * word.endswith("*") for word in words)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def places(prose: str) -> Mapping[str, tuple[Span, ...]]:
    """Where the words of each list stand in a text, in order."""
    finder = _finder()
    text = lowered(prose)
    found: dict[str, list[Span]] = {name: [] for name in lists()}
    for index, start, end in finder.automaton.find_matches_as_indexes(text, overlapping=True):
        open_ended, names = finder.words[index]
        if start and text[start - 1].isalnum():
            continue
        if end < len(text) and text[end].isalnum():
            if not open_ended:
                continue
            end = _ENDING.match(text, end).end()  # type: ignore[union-attr]  # matches everywhere, if only nothing
        for name in names:
            found[name].append(Span(start, end))
    return {name: tuple(sorted(spans)) for name, spans in found.items()}


def lowered(text: str) -> str:
    """The text in small letters, of the same length: a letter whose small form is longer stays."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@cache
def _finder() -> _Finder:
    from ahocorasick_rs import AhoCorasick, Implementation

    homes: dict[str, list[str]] = {}
    for name, words in lists().items():
        for word in words:
            homes.setdefault(word, []).append(name)
    automaton = AhoCorasick(
        [word.removesuffix("*") for word in homes], store_patterns=False, implementation=Implementation.ContiguousNFA
    )
    return _Finder(automaton, tuple((word.endswith("*"), tuple(names)) for word, names in homes.items()))
