"""A sentence as a string of one letter a word, so that small patterns can see subjects, verb groups and clauses.

The letters: D determiner, P subject pronoun, p object pronoun, W who, w which, T that, t to, o of, I preposition,
S subordinator, h whether/how/why, C and/or/but, H have, B be, M modal, ! not, R adverb, Z day, F another finite verb;
of cues v base, z third person, V past, U participle, G -ing, y and Y the base and -s forms that are nouns too, K noun;
of all else N name, n lower-case word, s the same in -s, d in -ed, g in -ing, 0 number, ' possessive; and ``< q >`` a
quotation, one letter for all it holds, ``Q`` where it is whole speech. Other marks stand for themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from sys import intern

from attrib.attribution.quotations import closed, mark
from attrib.matching.patterns import pattern
from attrib.model import Span
from attrib.values import NamedTuple

_WORD = pattern(
    r"[^\W\d_][^\W_]*(?:(?:[-&./]|[’'](?!s\b))[^\W_]+)*(?:\.(?:(?<=\b[A-Z]\.)|(?<=\.[A-Z]\.)))?"
    r"|[’']s\b|\d[\d.,]*(?:\d|\b)|[^\W_]+(?:(?:[-&./]|[’'](?!s\b))[^\W_]+)*|[^\s\w]|_"
)
_IS = pattern(r"(?<=[PTh])'")
_ENDS_SPEECH = (",", ".", "?", "!", "…", "—", "–", "-")
_MARK = {"’": "'", "—": "-", "–": "-", "[": "(", "]": ")", "%": "n", "$": "0", "£": "0", "€": "0"}
_VERBS = frozenset("vzVUGyYBHMt")
_REMEMBERED = 20_000


class Letters(dict[str, tuple[tuple[str, ...], str]]):
    """The words of what stands between two blanks, and their letters: most of it comes again, and is remembered."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        super().__init__()
        self.listed = listed

    def __missing__(self, piece: str) -> tuple[tuple[str, ...], str]:
        found: tuple[tuple[str, ...], str]
        if piece.isalpha():
            found = (piece,), self.listed.get(piece) or _shape(piece)
        elif piece[-1] in ",.;:" and piece[:-1].isalpha() and len(piece) > 2:  # "J." is one word
            words, letters = self[piece[:-1]]
            found = (*words, piece[-1]), intern(letters + self[piece[-1]][1])
        else:
            words = tuple(_WORD.findall(piece))
            found = words, intern("".join([self.listed.get(word) or _shape(word) for word in words]))
        if len(self) < _REMEMBERED:
            self[piece] = found
        return found


class Grammar(NamedTuple):
    """The lists of rules/lexicon/grammar.toml by which words of one letter differ; what each is for stands there."""

    control: frozenset[str]
    abbreviation: frozenset[str]
    article: frozenset[str]
    opening: frozenset[str]
    possessive: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    behind_noun: frozenset[str]
    apart: frozenset[str]
    quoting: frozenset[str]
    nobody: frozenset[str]

    @classmethod
    def load(cls, table: Mapping[str, Sequence[str]]) -> Grammar:
        """Those lists of ``grammar.toml``."""
        return cls(*[frozenset(table[name]) for name in cls._fields])


class Words:
    """The words of one sentence, as written, and their letters; where each stands is only found when it is asked."""

    __slots__ = ("_ends", "_pieces", "_prose", "_quoted", "end", "grammar", "tags", "words")

    def __init__(
        self, words: list[str], tags: str, prose: str, pieces: Sequence[tuple[int, ...]], grammar: Grammar
    ) -> None:
        self.words = words
        self.tags = tags
        self.grammar = grammar
        self.end = len(tags.rstrip(".;:!?,"))
        """Where the last word ends before the sentence's stop."""
        self._prose = prose
        self._pieces = pieces
        self._ends: list[int] = []
        self._quoted: dict[int, int] = {}

    def at(self, offset: int) -> int:
        """The first word that starts at the offset or after it."""
        return bisect_left(range(len(self.words)), offset, key=self.starts)

    def starts(self, word: int) -> int:
        """Where a word starts."""
        ends = self._ends or self._place()
        return self._quoted[word] if word in self._quoted else ends[word] - len(self.words[word])

    def ends(self, word: int) -> int:
        """Where a word ends."""
        return (self._ends or self._place())[word]

    def span(self, first: int, last: int) -> Span:
        """From the first word to before the last one."""
        ends = self._ends or self._place()
        start = self._quoted[first] if first in self._quoted else ends[first] - len(self.words[first])
        return Span(start, ends[last - 1])

    def _place(self) -> list[int]:
        """A piece is where some words begin and how many they are, or the four edges of a quotation's three words."""
        words, find, ends = self.words, self._prose.find, self._ends
        for piece in self._pieces:
            first = len(ends)
            if len(piece) == 4:
                ends += piece[1:]
                self._quoted.update(zip(range(first, first + 3), piece, strict=False))
            else:
                at, count = piece
                ends += [at := find(word, at) + len(word) for word in words[first : first + count]]  # blanks between
        return ends


def read(
    prose: str, span: Span, quoted: Sequence[Span], masked: Sequence[Span], letters: Letters, grammar: Grammar
) -> Words:
    """The words of ``span``; what is ``masked`` leaves none, a quotation leaves three."""
    if not quoted and not masked:
        words, tags = _lettered(prose[span.start : span.end], letters)
        return Words(words, _finished(words, tags, letters, grammar), prose, ((span.start, len(words)),), grammar)
    words = []
    pieces: list[tuple[int, ...]] = []
    tags = ""
    at, end = span
    for hole, is_quotation in sorted([*[(span, True) for span in quoted], *[(span, False) for span in masked]]):
        if hole.start < at:
            if not is_quotation:
                at = max(at, min(hole.end, end))
            continue
        found, letters_found = _lettered(prose[at : min(hole.start, end)], letters)
        pieces.append((at, len(found)))
        words += found
        tags += letters_found
        at = min(hole.end, end)
        if is_quotation and hole.end <= end:
            width = mark(prose, hole)
            opened = hole.start + width
            close = hole.end - (width if closed(prose, hole) else 0)
            inner = prose[opened:close].rstrip()
            if inner:
                whole = inner.endswith(_ENDS_SPEECH) or not words or words[-1] in (",", ":")
                pieces.append((hole.start, opened, max(close, opened), hole.end))
                words += ("“", inner, "”")
                tags += "<Q>" if whole else "<q>"
    found, letters_found = _lettered(prose[at:end], letters)
    pieces.append((at, len(found)))
    words += found
    tags += letters_found
    return Words(words, _finished(words, tags, letters, grammar), prose, pieces, grammar)


def _lettered(text: str, letters: Letters) -> tuple[list[str], str]:
    """The words of a text, and the letters of all of them."""
    words: list[str] = []
    tags = ""
    for piece in text.split():
        found, letter = letters[piece]
        words += found
        tags += letter
    return words, tags


def _finished(words: Sequence[str], tags: str, letters: Letters, grammar: Grammar) -> str:
    """The letters, seen together: a contracted "is", the first word's capital, stops that are part of a name."""
    if "'" in tags:
        tags = _IS.sub("B", tags)
    if tags[:1] == "N":
        tags = _first(words[0], tags, letters)
    if tags.count("N") * 2 > len(tags) > 4:
        tags = _headline(words, tags, letters)
    return _abbreviated(words, tags, grammar.abbreviation) if "." in tags[:-1] else tags


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


def _first(word: str, tags: str, letters: Letters) -> str:
    """The first word of a sentence has its capital from its place."""
    small = word.lower()
    if small == word:
        return tags
    letter = letters.listed.get(small) or (_shape(small) if word.endswith(("ing", "ly", "ed")) else "N")
    if letter in "RZ" and tags[1:].lstrip("R")[:1] in {*"Vzv"} and (letter == "Z" or small not in letters.listed):
        letter = "N"  # "Kelly also said"
    return letter + tags[1:]


def _headline(words: Sequence[str], tags: str, letters: Letters) -> str:
    """Where every word of some length has a capital, as in headlines, verbs of saying are those of the small form."""
    if any(word[0].islower() and len(word) > 4 for word in words):
        return tags
    out = list(tags)
    for at, word in enumerate(words):
        if out[at] == "N" and at and (letter := letters.listed.get(word.lower())) and letter in _VERBS:
            out[at] = letter
    return "".join(out)


def _abbreviated(words: Sequence[str], tags: str, stops: frozenset[str]) -> str:
    """A stop after an abbreviation is part of the name."""
    out = list(tags)
    at = tags.find(".")
    while at != -1:
        if at and words[at - 1] in stops:
            out[at] = "N"
        at = tags.find(".", at + 1)
    return "".join(out)
