"""Names in running text: how two spellings are told to be one name, and where names stand in prose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from attrib.model import Mention, Source, Span

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_NO_LETTER = re.compile(r"[\W_]+")
# Letters that Unicode does not take apart into a plain letter and a mark.
_UNMARKED = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th"})
# Typesetters' variants of the marks that names hold; each one code point for one, so offsets stay.
_MARKS = (("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'"), ("\u00a0", " "), ("\u2011", "-"), ("\u2010", "-"), ("\u2013", "-"))
_BLANKS = re.compile(r"  +")


def fold(name: str) -> str:
    """The key under which spellings of one name meet: no case, blanks, hyphens, marks or diacritics, no leading "the"."""
    name = name.casefold()
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name).translate(_UNMARKED)
        name = "".join(c for c in name if not unicodedata.combining(c))
    return _NO_LETTER.sub("", name.strip().removeprefix("the ").replace("&", "and"))


def plain_marks(text: str) -> str:
    """The text with typewriter apostrophes, hyphens and blanks; same length, same offsets."""
    if not text.isascii():
        for fancy, plain in _MARKS:
            text = text.replace(fancy, plain)
    return text


def spellings(name: str) -> Iterator[str]:
    """The forms in which running text may hold a name: as listed, in capitals, and after "the" in mid-sentence."""
    yield name
    yield name.upper()
    if name.startswith("The "):
        yield "the " + name[4:]
        if " " in name[4:]:
            yield name[4:]
            yield name[4:].upper()


@frozen(slots=False)
class Finder:
    """Finds names in prose: every name of ``names`` and, before a noun of ``nouns``, what ``collective`` makes of it.

    ``collective`` is handed the text and the span of such a noun, and answers with the mention that ends there.
    """

    names: Mapping[str, tuple[Source, ...]] = field(repr=False)
    nouns: tuple[str, ...] = ()
    collective: Callable[[str, Span], Mention | None] = field(default=lambda text, noun: None, repr=False)

    @cached_property
    def _listed(self) -> tuple[tuple[Source, ...], ...]:
        return tuple(self._patterns.values())

    @cached_property
    def _patterns(self) -> dict[str, tuple[Source, ...]]:
        # What is listed comes first: a spelling that is only derived never hides or widens a listed name.
        patterns = dict.fromkeys(self.nouns, ())
        patterns.update((plain_marks(name), sources) for name, sources in self.names.items())
        derived: dict[str, tuple[Source, ...]] = {}
        for name, sources in self.names.items():
            for spelling in spellings(plain_marks(name)):
                if spelling not in patterns:
                    known = derived.get(spelling, ())
                    derived[spelling] = known + tuple(s for s in sources if s not in known) if known else sources
        return patterns | derived

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(list(self._patterns), store_patterns=False)

    def mentions(self, prose: str, span: Span) -> tuple[Mention, ...]:
        """The names in ``prose[span]``, leftmost and longest, whole words only, in order; offsets into ``prose``."""
        text = plain_marks(prose[span.start : span.end])
        if "  " not in text:
            return tuple(Mention(Span(m.span.start + span.start, m.span.end + span.start), m.sources)
                         for m in self._found(text))
        # Markup was blanked in mid-name, or a line end and its indent: look at single blanks and map back.
        places: list[int] = []
        at = 0
        for gap in _BLANKS.finditer(text):
            places.extend(range(at, gap.start() + 1))
            at = gap.end()
        places.extend(range(at, len(text)))
        return tuple(
            Mention(Span(places[m.span.start] + span.start, places[m.span.end - 1] + 1 + span.start), m.sources)
            for m in self._found(_BLANKS.sub(" ", text))
        )

    def _found(self, text: str) -> Iterator[Mention]:
        listed = self._listed
        found: list[Mention] = []
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if not _whole(text, start, end):
                continue
            if sources := listed[index]:
                found.append(Mention(Span(start, end), sources))
            elif group := self.collective(text, Span(start, end)):
                found.append(group)
        found.sort(key=lambda m: (m.span.start, -m.span.end))
        free = 0
        for mention in found:
            if mention.span.start >= free:
                free = mention.span.end
                yield mention


def _whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is no part of a longer word, a compound ("Times-Picayune") or a web address."""
    if start:
        left, last = text[max(start - 2, 0)], text[start - 1]
        if _in_word(last) or last == "@" or (last == "-" and _in_word(left)):
            return False
        # A capital after a stop is a lost blank; a small letter is the middle of an address, unless after "www.".
        if last == "." and text[start].islower() and _in_word(left) and text[max(start - 4, 0) : start] != "www.":
            return False
    if end < len(text):
        first, right = text[end], text[end + 1 : end + 2]
        return not (_in_word(first) or (first == "-" and _in_word(right)) or (first in ".@" and right.islower()))
    return True


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def words(text: str) -> Iterable[str]:
    """The words of a name, folded, for search."""
    return (key for part in re.split(r"[\s\-/.]+", text) if (key := fold(part)))
