"""Initials in brackets: of an outlet that the text named in full, or of a body that stands as a statement's source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrib.citations.brackets import Pair
from attrib.citations.words import CitationWords
from attrib.dates import MONTHS, WEEKDAYS
from attrib.matching.patterns import pattern
from attrib.model import Citation, Reference, Source
from attrib.registry import Registry
from attrib.values import evolve

_INITIALS = pattern(r"[A-Z]{3,6}")
_SOME_INITIALS = pattern(r"[A-Z][A-Za-z]?[A-Z]{1,5}")
_ENDS_STATEMENT = pattern(r"\s*[.!?](?!\w)")
_WORD = pattern(r"[^\W_][\w’'-]*")
_FARTHEST = 80  # code points in which a name before a bracket begins
_LONGEST_NAME = 6  # words
_MOST = 100  # so many different initials are looked for in a bulletin
DAYS = frozenset((*(month.title() for month in MONTHS), *WEEKDAYS))
"""Months and weekdays, whose capitals make no names of them."""


def close(prose: str, pair: Pair, content: str, start: int, words: CitationWords) -> bool:
    """Whether initials that nobody lists stand as the source of the statement they close: "seized at the border (DBR)."

    Behind a name, or the noun of what may bear them, they are its short form, in whatever tongue: "the Greens (EELV)",
    "the ruling party (YAP)", "the new sales tax (VAT)". ``start`` is where the paragraph begins.
    """
    if not (pair.closed and _INITIALS.fullmatch(content) and _ENDS_STATEMENT.match(prose, pair.span.end)):
        return False
    before = _WORD.findall(prose, max(start, pair.span.start - _FARTHEST), pair.span.start)
    if len(before) < 2 or not prose[: pair.span.start].rstrip()[-1:].isalnum():
        return False
    last, noun = before[-1], before[-1].casefold()
    if last[0].isupper() and last not in words.places and last not in DAYS:
        return False
    if noun in words.bodies or noun in words.glossed or noun.removesuffix("s") in words.glossed:
        return False
    letters = content.casefold()
    every = "".join(word[0] for word in before).casefold()
    main = "".join(word[0] for word in before if word not in words.joiners).casefold()
    return noun[0] != letters[-1] and letters not in every and letters not in main


def spelled_out(prose: str, citations: Sequence[Citation], registry: Registry) -> tuple[Citation, ...]:
    """The citations, with the outlet for initials that nobody lists and that the text before them spells out.

    "The Caucasus Press Agency (CPA) ... (CPA, May 3)", or the name alone before "(CPA, May 3)".
    """
    wanted = dict.fromkeys(r.written for c in citations for r in c.references if _is_open(r))
    named = {initials: tuple(_named(prose, initials, registry)) for initials in list(wanted)[:_MOST]}
    if not any(named.values()):
        return tuple(citations)
    return tuple(evolve(c, references=tuple(_spelled(r, named) for r in c.references)) for c in citations)


def _is_open(reference: Reference) -> bool:
    return not reference.candidates and _SOME_INITIALS.fullmatch(reference.written) is not None


def _spelled(reference: Reference, named: Mapping[str, Sequence[tuple[int, tuple[Source, ...]]]]) -> Reference:
    if not _is_open(reference):
        return reference
    before = (found for end, found in named.get(reference.written, ()) if end <= reference.name_span.start)
    return evolve(reference, candidates=next(before, ()))


def _named(prose: str, initials: str, registry: Registry) -> Iterator[tuple[int, tuple[Source, ...]]]:
    """The outlets that the text calls so, each with where its name ends."""
    at = prose.find(f"({initials})")
    if at >= 0:
        name = list(_WORD.finditer(prose, max(0, at - _FARTHEST), at))[-_LONGEST_NAME:]
        for word in name:
            if word[0][0].isupper() and (found := registry.lookup(prose[word.start() : at].strip())):
                yield at, found
    spelled = r"[\w’'-]*(?:\s+(?:of|the|for|and|in))*\s+".join(initials.upper())
    for full in re.compile(rf"\b{spelled}[\w’'-]*").finditer(prose):
        if found := registry.lookup(" ".join(full[0].split())):
            yield full.end(), found
