"""Collective sources ("Russian agencies", "local media"): phrases that stand for several sources and name none.

They are made when met, out of the adjectives and nouns of ``rules/lexicon/collectives.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from attrib.model import Mention, Source, SourceKind, Span

_JOINT = re.compile(r"\s*(?:,\s*(?:and\s+)?|&|\band\b|\bor\b)\s*")
_BLANKS = re.compile(r"\s+")
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_GAP = re.compile(r"[ /]+")
_TAIL = re.compile(r"(?:[\w'-]+(?:, and |, |/| and | or | & | ))+$")
_REACH = 80  # characters before a noun in which its adjectives stand


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

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> Collectives:
        """From the table of ``collectives.toml``; an empty one gives no collectives."""
        adjectives = dict.fromkeys(table.get("adjectives", ()), "")
        for country, forms in table.get("nationalities", {}).items():
            adjectives |= dict.fromkeys(forms, country)
        return cls(
            nouns={n: None if kind == "any" else kind for kind, nouns in table.get("nouns", {}).items() for n in nouns},
            adjectives={adjective.lower(): country for adjective, country in adjectives.items()},
            alone=frozenset(table.get("alone", ())),
            doubtful=frozenset(table.get("doubtful", ())),
        )

    def lookup(self, phrase: str) -> Source | None:
        """The collective source that a whole phrase names: "the Russian & Western news agencies"."""
        phrase = _ARTICLE.sub("", _BLANKS.sub(" ", phrase.strip()), count=1)
        low = phrase.lower()
        noun = next((n for n in self._longest_first if low.endswith(n.lower())), None)
        if noun is None:
            return None
        before = low[: -len(noun)]
        if not before:
            return self._source(phrase, noun, ()) if noun in self.alone else None
        parts = [self._adjectives(part.strip()) for part in _JOINT.split(before)]
        if before[-1] != " " or not all(parts):
            return None
        return self._source(phrase, noun, tuple(a for part in parts for a in part))

    def before(self, text: str, noun: Span) -> Mention | None:
        """The collective source whose noun stands at ``noun``, with as many adjectives before it as belong to it."""
        tail = _TAIL.search(text, max(noun.start - _REACH, 0), noun.start)
        start = tail.start() if tail else noun.start
        while start < noun.start:
            if not _ARTICLE.match(text, start) and (found := self._mention(text, Span(start, noun.end))):
                return found
            gap = _GAP.search(text, start, noun.start)
            start = gap.end() if gap else noun.start
        return self._mention(text, noun)

    def _mention(self, text: str, span: Span) -> Mention | None:
        source = self.lookup(span.of(text))
        return Mention(span, (source,)) if source else None

    @cached_property
    def _longest_first(self) -> tuple[str, ...]:
        return tuple(sorted(self.nouns, key=len, reverse=True))

    def _adjectives(self, words: str) -> tuple[str, ...]:
        """The adjectives that ``words`` consists of, () where a word of them is none."""
        found: list[str] = []
        rest = words
        while rest:
            known = next((rest[:end] for end in _ends(rest) if rest[:end] in self.adjectives), None)
            if known is None:
                return ()
            found.append(known)
            rest = rest[len(known) :].strip()
        return tuple(found)

    def _source(self, phrase: str, noun: str, adjectives: tuple[str, ...]) -> Source:
        countries = {country for a in adjectives if (country := self.adjectives[a])}
        return Source(
            id=re.sub(r"[^\w]+", "-", phrase.lower().replace("&", "and")).strip("-"),
            name=phrase,
            kind=self.nouns[noun],
            country=countries.pop() if len(countries) == 1 else None,
            collective=True,
            common_word=noun in self.doubtful,
        )


def _ends(words: str) -> list[int]:
    """Where the words end, the last first."""
    return [len(words), *(gap.start() for gap in reversed(list(_BLANKS.finditer(words))))]
