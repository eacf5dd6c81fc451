"""Initials in brackets: of an outlet that the text named in full, or of a body that stands as a statement's source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    return tuple(
        evolve(c, references=tuple(_spelled(prose, r, registry) for r in c.references))
        if any(map(_is_open, c.references))
        else c
        for c in citations
    )


def _is_open(reference: Reference) -> bool:
    return not reference.candidates and _SOME_INITIALS.fullmatch(reference.written) is not None


def _spelled(prose: str, reference: Reference, registry: Registry) -> Reference:
    found = _is_open(reference) and next(_named(prose, reference, registry), ())
    return evolve(reference, candidates=found) if found else reference


def _named(prose: str, reference: Reference, registry: Registry) -> Iterator[tuple[Source, ...]]:
    end = reference.name_span.start
    at = prose.find(f"({reference.written})", 0, end)
    if at >= 0:
        name = list(_WORD.finditer(prose, max(0, at - _FARTHEST), at))[-_LONGEST_NAME:]
        yield from (
            s for word in name if word[0][0].isupper() and (s := registry.lookup(prose[word.start() : at].strip()))
        )
    spelled = r"[\w’'-]*(?:\s+(?:of|the|for|and|in))*\s+".join(reference.written.upper())
    for full in re.compile(rf"\b{spelled}[\w’'-]*").finditer(prose, 0, end):
        if found := registry.lookup(" ".join(full[0].split())):
            yield found
