"""The time a claim tells of, by its verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrib.claims.words import ACT, AUXILIARY, COUNTERFACTUAL, PAST, ClaimWords
from attrib.matching.wordlists import ListHit

Tense = Literal["past", "perfect", "present"]
_PARTICIPLE_REACH = 18  # from an auxiliary to its participle, with a word between, in code points
_PAST = (PAST, COUNTERFACTUAL)
_BETWEEN = 6  # auxiliaries of one verb: "have not been"
_WHICH_REACH = 20  # from "who" or "a cabinet he" to its verb, in code points


def tense_of(prose: str, hits: Sequence[ListHit], words: ClaimWords) -> Tense:
    """Whether it tells of the past: a form of the past may be a participle ("is long kept"), or perfect ("has become").

    What stands in the past behind "than" or "who" only says which: "better cards than it did", "the man who bought it".
    """
    told: Tense = "present"
    helped, perfect = -_PARTICIPLE_REACH, False
    for start, end, name in hits:
        if name == AUXILIARY:
            perfect = prose[start:end].lower() in words.perfect or (perfect and start - helped < _BETWEEN)
            told = "perfect" if perfect and words.participle.match(prose, end) else told
            helped = end
        elif (name in _PAST or (name == ACT and prose[start:end] in words.past_acts)) and prose[
            start:end
        ].lower() not in words.not_past:
            if start - helped <= _PARTICIPLE_REACH and prose.count(" ", helped, start) <= 3:
                told = "perfect" if perfect else told
            elif prose.startswith("ed", end - 2) and words.reduced.match(prose, end):
                continue
            elif not says_which(prose, start, words):
                return "past"
    return told


def says_which(prose: str, start: int, words: ClaimWords) -> bool:
    """Whether a verb only says which one is meant: "the man who bought it", "what was seized in the war"."""
    return (
        prose.endswith(words.before_which, 0, start)
        and words.which.search(prose, max(0, start - _WHICH_REACH), start) is not None
    )
