"""Lists of words and phrases of the lexicon, found together in running text by one automaton.

A phrase is written as it stands in the text. ``{a,b}`` stands for either, ``{s,}`` for an ending or none, and ``*`` at
an end for any further letters: ``suggest{s,ed,} that``, ``*ed``. A small first letter fits a capital too, as at the
head of a sentence, except in what a list holds as ``exact``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrib.keeping import kept
from attrib.keeping.kept import Keep, anew
from attrib.matching.patterns import heads, pattern
from attrib.matching.phrases import ByWord, Phrases, by_word
from attrib.model import Span
from attrib.resources import Table
from attrib.values import NamedTuple, field, frozen

_MOST = 500  # lists of the lexicon are kept written out
_BRACES = pattern(r"\{([^{}]*)\}")


class ListHit(NamedTuple):
    """A phrase of the list ``name`` in the text; tuples, so that ``bisect`` finds them by their start."""

    start: int
    end: int
    name: str

    def of(self, text: str) -> str:
        return text[self.start : self.end]


Listing = tuple[str, bool, bool, tuple[int, ...]]
"""What a phrase is: its list, or ""; whether letters may stand before and behind it; the patterns that it begins."""


@frozen
class WordLists:
    """``patterns`` are tried where a word stands that they may begin with, ``others`` everywhere."""

    phrases: Phrases[Listing] = field(repr=False)
    patterns: tuple[tuple[str, re.Pattern[str]], ...] = ()
    others: tuple[tuple[str, re.Pattern[str]], ...] = ()
    any_case: bool = False

    @classmethod
    def load(cls, lists: Mapping[str, Table], *, any_case: bool = False, keep: Keep = anew) -> WordLists:
        """Lists by name; each a table of ``words``, ``exact`` words and ``patterns`` of Python's re, all optional.

        A pattern begins at the head of a word or with a mark. It is found fast where it begins with words that are
        written out, the faster the more they are, or with the mark.
        A phrase of several lists is of the first. In ``any_case`` all are written in small letters and fit any.
        ``keep`` may have what the lists come to from an earlier start.
        """
        phrases, patterns, others = keep(f"words of {', '.join(lists)}", lambda: _written_out(lists, any_case))
        return cls(Phrases(phrases), _shapes(patterns), _shapes(others), any_case)

    def find(self, prose: str, span: Span) -> list[ListHit]:
        """The phrases in ``prose[span]``, whole words only, in order; offsets into ``prose``. They may overlap."""
        text = prose[span.start : span.end]
        new = tuple.__new__  # half the time of ListHit(), which asks the same of a function
        found = []
        for name, shape in self.others:
            for match in shape.finditer(prose, span.start, span.end):
                start, end = match.span()
                if start == span.start or not (prose[start - 1].isalnum() and prose[start].isalnum()):
                    found.append(ListHit(start, end, name))
        if self.any_case:
            text = lowered(text)
        shift = span.start
        phrases, places = self.phrases.find(text)
        text += " "  # so that something stands behind each phrase, and before it: text[-1]
        for at, start, end in phrases:
            name, open_before, open_behind, patterns = places[at]
            if text[end].isalnum():
                if not open_behind:
                    continue
                end = _word_end(text, end)
            if text[start - 1].isalnum():
                if open_before:
                    start = _word_start(text, start)
                elif text[start].isalnum():
                    continue
            if name:
                found.append(new(ListHit, (start + shift, end + shift, name)))
            for number in patterns:
                name, shape = self.patterns[number]
                if here := shape.match(prose, start + shift, span.end):
                    found.append(ListHit(*here.span(), name))
        found.sort()
        return found


def _written_out(
    lists: Mapping[str, Table], any_case: bool
) -> tuple[ByWord, list[tuple[str, str]], list[tuple[str, str]]]:
    """All phrases; the patterns that begin with words of theirs, and the others."""
    phrases: dict[str, tuple[str, bool, bool]] = {}
    patterns: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    begun: dict[str, list[int]] = {}
    for name, table in lists.items():
        for word in table.get("words", ()):
            for phrase in expand(word):
                place = (name, phrase.startswith("*"), phrase.endswith("*"))
                bare = phrase.strip("*")
                phrases.setdefault(bare, place)
                if not any_case:
                    phrases.setdefault(bare[:1].upper() + bare[1:], place)
        for word in table.get("exact", ()):
            for phrase in expand(word):
                phrases.setdefault(phrase, (name, False, False))
        for one in table.get("patterns", ()):
            words = heads(one)
            for word in words:
                begun.setdefault(word, []).append(len(patterns))
            (patterns if words else others).append((name, one))
    places = {
        phrase: (*phrases.get(phrase, ("", False, False)), tuple(begun.get(phrase, ())))
        for phrase in dict.fromkeys((*phrases, *begun))
    }
    within = {phrase for phrase, (_, before, behind, _) in places.items() if before or behind}
    return by_word(places, within), patterns, others


def _shapes(patterns: Iterable[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, pattern(rf"(?:{one})(?!\w)")) for name, one in patterns)


def _word_start(text: str, at: int) -> int:
    begun = text.rfind(" ", 0, at) + 1
    if text[begun:at].isalpha():
        return begun
    while at and text[at - 1].isalpha():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def lowered(text: str) -> str:
    """The text in small letters, of the same length: a letter whose small form is longer stays."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


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
    known, key = kept.table("lists of words"), "\n".join(words)
    if (found := known.get(key)) is None:
        found = "|".join(_by_letter(_longest_first(words))) or "(?!)"  # of no phrases nothing is one
        if len(known) < _MOST:
            known[key] = found
    return pattern(rf"(?:{found})(?!\w)")


def _by_letter(phrases: Iterable[str]) -> Iterator[str]:
    """An alternative for each first letter, so that the pattern passes at once where no phrase begins with it."""
    begun: dict[str, list[str]] = {}
    for phrase in phrases:
        begun.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    for letter, rests in begun.items():
        first = re.escape(letter)
        bound = rf"(?<!\w{first})" if letter.isalnum() else rf"(?<=\w{first})"  # as \b before it would be
        yield f"{first}{bound}(?:{'|'.join(rests)})"


def _longest_first(words: Sequence[str]) -> list[str]:
    return sorted(dict.fromkeys(p for word in words for p in expand(word)), key=len, reverse=True)


@frozen
class RightBefore:
    """The phrases of a short list that stand right before a place: whole words, a blank behind, in any case."""

    phrases: tuple[str, ...]
    """In small letters, each with its blank."""

    @classmethod
    def load(cls, words: Sequence[str]) -> RightBefore:
        return cls(tuple([f"{phrase.lower()} " for phrase in _longest_first(words)]))

    def stand(self, prose: str, start: int, end: int) -> bool:
        """Whether one of them ends at ``end`` and begins at ``start`` or behind it."""
        if start >= end or prose[end - 1] != " ":
            return False
        before = prose[start:end].lower()
        if not before.endswith(self.phrases):
            return False
        begun = [end - len(phrase) for phrase in self.phrases if before.endswith(phrase)]
        return any(at == 0 or not _in_word(prose[at - 1]) for at in begun)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
