"""The words of ``rules/lexicon/claims.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from attrib.resources import Table, tables


@frozen
class ClaimWords:
    """``cues`` finds every cue at once; the group that matched is an index into ``names`` and ``weights``."""

    cues: re.Pattern[str]
    names: tuple[str, ...]
    weights: tuple[float, ...]
    threshold: float
    background: re.Pattern[str]
    past: re.Pattern[str]
    planned: re.Pattern[str]
    no_names: frozenset[str]
    """Capitalised words that are no name: months, weekdays, titles, words that open sentences."""
    plain: frozenset[str]
    """Small words that a sentence may open with."""

    @classmethod
    def load(cls, table: Table, openers: Sequence[str]) -> ClaimWords:
        groups = table["cue"]
        return cls(
            cues=re.compile("|".join(f"({_whole(group['words'])})" for group in groups)),
            names=tuple(group["name"] for group in groups),
            weights=tuple(float(group["weight"]) for group in groups),
            threshold=float(table["threshold"]),
            background=re.compile(_whole(table["background"]["words"])),
            past=re.compile(_whole(table["tense"]["past"])),
            planned=re.compile(_whole(table["planned"]["words"])),
            no_names=frozenset(openers) | frozenset(_CALENDAR),
            plain=frozenset(word.lower() for word in openers),
        )


_CALENDAR = (
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
).split()


_LETTERS = re.compile(r"[\w(\[]|\\w|\\d")


def _whole(words: Sequence[str]) -> str:
    """The words as one pattern, whole words only; what is no word ("?") stands as it is."""
    letters = [_either_case(w) for w in words if _LETTERS.match(w)]
    marks = [w for w in words if not _LETTERS.match(w)]
    parts = [rf"\b(?:{'|'.join(sorted(letters, key=len, reverse=True))})(?!\w)"] if letters else []
    return "|".join(parts + marks)


def _either_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].islower() and not word.startswith("may") else word


@cache
def default_words() -> ClaimWords:
    lexicon = tables("lexicon")
    return ClaimWords.load(lexicon["claims"], lexicon["segment"]["openers"])
