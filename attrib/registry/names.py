"""Names in running text: how two spellings are told to be one name, and where names stand in prose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from operator import itemgetter

from attrib.keeping.kept import Keep, anew
from attrib.matching.patterns import pattern
from attrib.matching.phrases import Phrases, by_word
from attrib.matching.shapes import CAPITAL, shape
from attrib.model import Mention, Source, Span
from attrib.values import field, frozen

_NO_LETTER = pattern(r"[\W_]+")
_ASCII_MARKS = {code: None for code in range(128) if not chr(code).isalnum()}
# Letters that Unicode does not take apart into a plain letter and a mark.
_UNMARKED = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th"})
_UNMARKED_CAPITALS = str.maketrans({"Đ": "D", "Ð": "D", "Ł": "L", "Ø": "O", "Æ": "Ae", "Œ": "Oe", "Ə": "E", "Þ": "Th"})
# Typesetters' variants of the marks that names hold; each one code point for one, so offsets stay.
_MARKS = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u02bc", "'"),
    ("\u00a0", " "),
    ("\u2011", "-"),
    ("\u2010", "-"),
    ("\u2013", "-"),
)
# How newsrooms and libraries write the end of a Russian or Ukrainian adjective; names in "-ski" have no other.
_ENDINGS = (("y", "ii", "iy", "ij", "yi"), ("aya", "aia"), ("oye", "oe"), ("iye", "ie"))
_ADJECTIVE = pattern(r"(?<=[a-z]{2}sk)(" + "|".join(end for ends in _ENDINGS for end in ends) + r")(?![a-z])")
_SECOND = pattern(r" [A-Z][a-z]")
_BLANKS = pattern(r"  +")
_CAPITALS = pattern(r"(?<!\w)[A-Z]{3,}(?:-[A-Z]+)*\b")
_THREE = 3 * CAPITAL
_DOTTED = pattern(r"\.[a-z]")
_ADDRESS = pattern(r"(?<![\w@.-])(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w-]|\.\w)")

ARABIC_ARTICLE = "(?:[AEae]l|[Aa][dnrstz]|[Aa]sh)"
"""As names are written with it, before a hyphen or a blank: "al-Mada", "El Watan", "Ash-Sharq"."""


def fold(name: str) -> str:
    """The key under which spellings of one name meet: no case, blanks, marks or diacritics, no leading "the"."""
    name = name.strip().casefold().removeprefix("the ").replace("&", "and")
    if name.isascii():
        return name.translate(_ASCII_MARKS)
    name = unicodedata.normalize("NFKD", name).translate(_UNMARKED)
    return _NO_LETTER.sub("", "".join(c for c in name if not unicodedata.combining(c)))


def one_script(name: str, other: str) -> bool:
    """Whether two names are in Latin letters, or neither is."""
    return plain_letters(name).isascii() == plain_letters(other).isascii()


def plain_letters(name: str) -> str:
    """The name without its diacritics: case, blanks and marks stay."""
    if name.isascii():
        return name
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(letters).translate(_UNMARKED).translate(_UNMARKED_CAPITALS)


def written_so(name: str, listed: Sequence[str]) -> bool:
    """Whether a name is one of those listed, diacritics aside."""
    return name in listed or plain_letters(name) in map(plain_letters, listed)


def spellings(name: str) -> Iterator[str]:
    """The other spellings of a name with adjectives in "-sky", whose second word may be small; none of any other name.

    >>> list(spellings("Selskaya Zhizn"))
    ['Selskaya zhizn', 'Selskaia Zhizn', 'Selskaia zhizn']
    """
    if "sk" not in name or len(parts := _ADJECTIVE.split(name)) == 1:
        return
    ways = [next(ends for ends in _ENDINGS if part in ends) if odd % 2 else (part,) for odd, part in enumerate(parts)]
    for at in range(2, len(parts), 2):
        if _SECOND.match(parts[at]):
            ways[at] = (parts[at], parts[at][:2].lower() + parts[at][2:])
    yield from (written for way in product(*ways) if (written := "".join(way)) != name)


def with_spellings(listed: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """The names with those of their other spellings that are none of them."""
    derived: dict[str, tuple[int, ...]] = {}
    for name, numbers in listed.items():
        for other in spellings(name):
            derived[other] = tuple(dict.fromkeys((*derived.get(other, ()), *numbers)))
    return derived | dict(listed)


def plain_marks(text: str) -> str:
    """The text with typewriter apostrophes, hyphens and blanks; same length, same offsets."""
    if not text.isascii():
        for fancy, plain in _MARKS:
            text = text.replace(fancy, plain)
    return text


@frozen(slots=False)
class Finder:
    """Finds in prose the names of ``names``, as listed or in capitals, web addresses, and collective sources.

    ``collective`` is handed the text and the span of a noun of ``nouns``, and answers with the mention that ends there.
    ``sources`` gives the sources of what ``names`` and ``addresses`` hold for a name.
    """

    names: Mapping[str, tuple[int, ...]] = field(repr=False)
    addresses: Mapping[str, tuple[int, ...]] = field(repr=False)
    sources: Callable[[tuple[int, ...]], tuple[Source, ...]] = field(repr=False)
    nouns: tuple[str, ...] = ()
    collective: Callable[[str, Span], Mention | None] = field(default=lambda text, noun: None, repr=False)
    _keep: Keep = field(default=anew, repr=False)

    def _listed(self) -> dict[str, tuple[int, ...]]:
        """The patterns with what they stand for, () for a noun of collectives. What is listed beats what is derived."""
        listed: dict[str, tuple[int, ...]] = dict.fromkeys(self.nouns, ())
        for name, numbers in self.names.items():
            if name.startswith("The "):
                listed.setdefault("the " + name[4:], numbers)
                if " " in name[4:]:  # "Washington Post" names it alone, "Guardian" does not
                    listed.setdefault(name[4:], numbers)
        listed.update(self.names)
        return {plain_marks(name): numbers for name, numbers in listed.items()}

    def _capitals(self) -> dict[str, tuple[int, ...]]:
        capitals: dict[str, tuple[int, ...]] = {}
        listed = self._listed()
        for name, numbers in listed.items():
            if numbers and (upper := name.upper()) not in listed:
                capitals[upper] = tuple(dict.fromkeys((*capitals.get(upper, ()), *numbers)))
        return capitals

    @cached_property
    def _as_listed(self) -> Phrases[tuple[int, ...]]:
        return Phrases(self._keep("names in prose", lambda: by_word(self._listed())))

    @cached_property
    def _in_capitals(self) -> Phrases[tuple[int, ...]]:
        return Phrases(self._keep("names in capitals", lambda: by_word(self._capitals())))

    def mentions(self, prose: str, span: Span) -> tuple[Mention, ...]:
        """The names in ``prose[span]``, leftmost and longest, whole words only, in order; offsets into ``prose``."""
        text = plain_marks(prose[span.start : span.end])
        shift = span.start
        if "  " not in text:
            return tuple([Mention(Span(start + shift, end + shift), of) for start, end, of in self._found(text)])
        # Markup was blanked in mid-name, or a line end and its indent: look at single blanks and map back.
        places: list[int] = []
        at = 0
        for gap in _BLANKS.finditer(text):
            places.extend(range(at + shift, gap.start() + 1 + shift))
            at = gap.end()
        places.extend(range(at + shift, span.end))
        return tuple(
            Mention(Span(places[start], places[end - 1] + 1), of)
            for start, end, of in self._found(_BLANKS.sub(" ", text))
        )

    def _found(self, text: str) -> Iterator[tuple[int, int, tuple[Source, ...]]]:
        found: list[tuple[int, int, bool, tuple[Source, ...]]] = []
        for start, end, numbers in self._matches(text):
            if numbers:
                found.append((start, -end, False, self.sources(numbers)))
            elif group := self.collective(text, Span(start, end)):
                found.append((group.span.start, -group.span.end, True, group.sources))
        found.sort(key=itemgetter(0, 1, 2))  # of one stretch a listed name beats a collective: "Hungarian Radio"
        free = 0
        for start, end, _, sources in found:
            if start >= free:
                free = -end
                yield start, free, sources

    def _matches(self, text: str) -> list[tuple[int, int, tuple[int, ...]]]:
        # All that is found, since the longest may be no whole word where a shorter one is.
        places, values = self._as_listed.find(text)
        found = [(start, end, values[at]) for at, start, end in places if _whole(text, start, end)]
        if self._has_others_in_capitals(text):
            places, values = self._in_capitals.find(text)
            found += [(start, end, values[at]) for at, start, end in places if _whole(text, start, end)]
        if _DOTTED.search(text):
            for address in _ADDRESS.finditer(text):
                if numbers := self.addresses.get(address[1]):
                    found.append((*address.span(), numbers))
        return found

    def _has_others_in_capitals(self, text: str) -> bool:
        """Whether a word of capitals stands there that is not so listed: it may be a name listed in small ones."""
        signs = shape(text)
        at = signs.find(_THREE)
        while at >= 0:
            word = _CAPITALS.match(text, at)
            if word and word[0] not in self.names:
                return True
            at = signs.find(_THREE, word.end() if word else at + 1)
        return False


def _whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is no part of a longer word, a compound ("Times-Picayune") or a web address."""
    if start:
        last = text[start - 1]
        if last.isalnum() or last in "_@":
            return False
        if last == "-" and text[max(start - 2, 0)].isalnum():
            return False
        # A capital after a stop is a lost blank; a small letter is the middle of an address.
        if last == "." and text[start].islower() and text[max(start - 2, 0)].isalnum():
            return False
    if end < len(text):
        first = text[end]
        if first.isalnum() or first == "_":
            return False
        if first in "-.@":
            right = text[end + 1 : end + 2]
            return not (right.isalnum() if first == "-" else right.islower())
    return True


def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, for search."""
    return tuple(key for part in re.split(r"[\s\-/.]+", text) if (key := fold(part)))
