"""The words of ``rules/lexicon/linking.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib.attribution.speakers import Speakers
from attrib.matching.wordlists import either, expand
from attrib.resources import Table, tables
from attrib.values import frozen


@frozen
class LinkWords:
    """What shows that a sentence goes on telling what the one before it told."""

    anaphors: re.Pattern[str]
    """At its start: "They", "One of them"."""
    pronouns: frozenset[str]
    """In the place of its speaker, in small letters."""
    scene: re.Pattern[str]
    """Who hears it: "told them"."""
    outlets: frozenset[str]
    """An outlet without its name, in small letters: "the paper"."""
    hearers: re.Pattern[str]
    """Such an outlet as the one who is told something: "told the paper"."""
    agreement: re.Pattern[str]
    """One outlet says what the other says."""
    adding: re.Pattern[str]
    """The verb of one who spoke before: "added", "also said"."""
    elsewhere: re.Pattern[str]
    """At its start: "Meanwhile", "Elsewhere"."""
    common: frozenset[str]
    """Words that any two paragraphs share: "reporters", "yesterday"."""
    speakers: Speakers
    places: frozenset[str] = frozenset()
    """Places of datelines that are not in capitals."""

    @classmethod
    def load(cls, table: Table, speakers: Speakers, places: Sequence[str] = ()) -> LinkWords:
        return cls(
            anaphors=either(table["anaphors"]["words"]),
            pronouns=frozenset(table["pronouns"]["words"]),
            scene=either(table["scene"]["words"]),
            hearers=either(table["hearers"]["words"]),
            agreement=either(table["agreement"]["words"]),
            adding=either(table["adding"]["words"]),
            elsewhere=either(table["elsewhere"]["words"]),
            outlets=frozenset(phrase.lower() for words in table["outlets"]["words"] for phrase in expand(words)),
            common=frozenset(table["common"]["words"]),
            speakers=speakers,
            places=frozenset(places),
        )


@cache
def default_words() -> LinkWords:
    """The words that ship with attrib."""
    lexicon = tables("lexicon")
    return LinkWords.load(lexicon["linking"], Speakers.load(lexicon["speakers"]), lexicon["citations"]["places"])
