"""Collective sources ("Russian agencies", "local media"): phrases that stand for several sources and name none.

They are made when met, out of the adjectives and nouns of ``rules/lexicon/collectives.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrib.matching.patterns import pattern
from attrib.model import Mention, Source, SourceKind, Span
from attrib.values import field, frozen

_BLANKS = pattern(r"\s+")
_ARTICLE = pattern(r"the ", re.IGNORECASE)
_JOINT = pattern(r"(?: and | & | or |, and |, |/| )$")
_NEXT = pattern(r" ([\w]+)")
_WORD = pattern(r"[\w.'-]+$")
_NO_WORD = pattern(r"\W+")
_REACH = 40  # characters before a noun, or an adjective, in which the next adjective stands
_MOST_WORDS = 3  # of one adjective


@frozen(slots=False)
class Collectives:
    """The words of collective sources: nouns with the kind they stand for, adjectives with the country they mean."""

    nouns: Mapping[str, SourceKind | None] = field(factory=dict, repr=False)
    """Noun (as listed) to the kind of source it stands for, ``None`` where for outlets of all kinds."""
    adjectives: Mapping[str, str] = field(factory=dict, repr=False)
    """Adjective (lower case) to the country it means, "" where it means none."""
    alone: frozenset[str] = frozenset()
    """Nouns that need no adjective: "news agencies"."""
    doubtful: frozenset[str] = frozenset()
    """Nouns of running text too ("agencies", "papers"): a phrase with one alone in a sentence may name no outlets."""
    heads: frozenset[str] = frozenset()
    """Words that take a noun before them as their own part: no press speaks in "the Russian press service"."""

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> Collectives:
        """From the table of ``collectives.toml``; an empty one gives no collectives."""
        adjectives = dict.fromkeys(table.get("adjectives", ()), "")
        for country, forms in table.get("nationalities", {}).items():
            adjectives |= dict.fromkeys(forms, country)
        return cls(
            nouns={n: None if kind == "any" else kind for kind, nouns in table.get("nouns", {}).items() for n in nouns},
            adjectives={adjective.lower(): country for adjective, country in adjectives.items()},
            alone=frozenset(noun.lower() for noun in table.get("alone", ())),
            doubtful=frozenset(noun.lower() for noun in table.get("doubtful", ())),
            heads=frozenset(table.get("heads", ())),
        )

    def lookup(self, phrase: str) -> Source | None:
        """The collective source that a whole phrase names: "the Russian & Western news agencies"."""
        phrase = _ARTICLE.sub("", _BLANKS.sub(" ", phrase.strip()), count=1)
        low = phrase.lower()
        if not low.endswith(self._longest_first):
            return None
        noun = next(noun for noun in self._longest_first if low.endswith(noun))
        at = len(phrase) - len(noun)
        start, countries = self._adjectives(phrase, at)
        if start > 0 or (at == 0 and noun not in self.alone):
            return None
        return self._source(phrase, noun, countries)

    def before(self, text: str, noun: Span) -> Mention | None:
        """The collective source whose noun stands at ``noun``, with the adjectives before it.

        Without one, a noun that is a word of running text too is none.
        """
        if (after := _NEXT.match(text, noun.end)) and after[1] in self.heads:
            return None
        start, countries = self._adjectives(text, noun.start)
        word = noun.of(text).lower()
        if start == noun.start and (word not in self.alone or word in self.doubtful):
            return None
        return Mention(Span(start, noun.end), (self._source(text[start : noun.end], word, countries),))

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """The nouns as running text may hold them: small, or with a capital at the start of a sentence."""
        return tuple(dict.fromkeys(form for noun in self.nouns for form in (noun, noun[0].upper() + noun[1:])))

    @cached_property
    def _kinds(self) -> dict[str, SourceKind | None]:
        return {noun.lower(): kind for noun, kind in self.nouns.items()}

    @cached_property
    def _longest_first(self) -> tuple[str, ...]:
        return tuple(sorted(self._kinds, key=len, reverse=True))

    def _adjectives(self, text: str, noun: int) -> tuple[int, frozenset[str]]:
        """Where the adjectives begin that stand before the noun at ``noun``, and the countries they mean."""
        start = noun
        countries = set()
        while found := self._adjective(text, start):
            start, country = found
            countries.add(country)
        return start, frozenset(countries - {""})

    def _adjective(self, text: str, end: int) -> tuple[int, str] | None:
        """The adjective that ends before ``end``, with a blank, a comma or an "and" between: its start and country."""
        before = text[max(end - _REACH, 0) : end]
        joint = _JOINT.search(before)
        if joint is None:
            return None
        at = joint.start()
        for _ in range(_MOST_WORDS):
            word = _WORD.search(before, before.rfind(" ", 0, at) + 1, at)
            if word is None:
                break
            country = self.adjectives.get(before[word.start() : joint.start()].lower())
            if country is not None:
                return end - len(before) + word.start(), country
            at = word.start() - 1
        return None

    def _source(self, phrase: str, noun: str, countries: frozenset[str]) -> Source:
        return Source(
            id=_NO_WORD.sub("-", phrase.lower().replace("&", "and")).strip("-"),
            name=phrase,
            kind=self._kinds[noun],
            country=next(iter(countries)) if len(countries) == 1 else None,
            collective=True,
            common_word=noun in self.doubtful,
        )
