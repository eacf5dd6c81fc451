"""The time a claim tells of, by its verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrib.claims.words import ACT, AUXILIARY, COUNTERFACTUAL, PAST, ClaimWords
from attrib.matching.wordlists import ListHit
from attrib.model import Span
from attrib.values import NamedTuple

Tense = Literal["past", "perfect", "present"]
_PARTICIPLE_REACH = 18  # from an auxiliary to its participle, with a word between, in code points
_PAST = (PAST, COUNTERFACTUAL)
_BETWEEN = 6  # auxiliaries of one verb: "have not been"
_WHICH_REACH = 20  # from "who" or "a cabinet he" to its verb, in code points


class Verb(NamedTuple):
    """The main verb of a claim, by the form that shows its tense; none where all is in the present."""

    tense: Tense
    at: Span | None = None
    helps: bool = False
    """It is an auxiliary, whose participle may follow: "was"."""


_PRESENT = Verb("present")


def verb_of(prose: str, hits: Sequence[ListHit], words: ClaimWords) -> Verb:
    """The main verb: a form of the past may be a participle ("is long kept"), or perfect ("has become").

    What stands in the past behind "than" or "who" only says which: "better cards than it did", "the man who bought it".
    """
    told = _PRESENT
    loose: Verb | None = None  # behind a comma, mostly a participle: "the company, founded in 1993, filed"
    helped, helper, perfect = -_PARTICIPLE_REACH, -_PARTICIPLE_REACH, False  # where the auxiliary ends and begins
    for start, end, name in hits:
        if name == AUXILIARY:
            perfect = prose[start:end].lower() in words.perfect or (perfect and start - helped < _BETWEEN)
            helper, helped = start, end
            if perfect and words.participle.match(prose, end):
                told = Verb("perfect", Span(helper, helped), True)
        elif (name in _PAST or (name == ACT and prose[start:end] in words.past_acts)) and prose[
            start:end
        ].lower() not in words.not_past:
            if start - helped <= _PARTICIPLE_REACH and prose.count(" ", helped, start) <= 3:
                told = Verb("perfect", Span(helper, helped), True) if perfect else told
            elif told.helps and prose.endswith(" and ", 0, start):
                continue  # "have fallen out and made up"
            elif prose.startswith("ed", end - 2) and words.reduced.match(prose, end):
                continue
            elif not says_which(prose, start, words):
                verb = Verb("past", Span(start, end), prose[start:end] in words.older.helping)
                if not prose.endswith(", ", 0, start) or loose:
                    return verb
                loose = verb
    return loose or told


def says_which(prose: str, start: int, words: ClaimWords) -> bool:
    """Whether a verb only says which one is meant: "the man who bought it", "what was seized in the war"."""
    return (
        prose.endswith(words.before_which, 0, start)
        and words.which.search(prose, max(0, start - _WHICH_REACH), start) is not None
    )
