"""A citation that lost its opening bracket: "... left AFP, May 16)."."""

from __future__ import annotations

from attrib.citations import grammar
from attrib.citations.brackets import Pair
from attrib.citations.words import CitationWords
from attrib.dates import written
from attrib.model import Reference, Span
from attrib.registry import Registry

_LONGEST = 120  # code points before the mark in which it may have begun
_LONGEST_DAY = 40


def whole(prose: str, start: int, mark: int, registry: Registry, words: CitationWords) -> Pair | None:
    """The bracket that a mark closes and none opens; ``start`` is where it begins at the earliest.

    Only the plain form is sure: a day right before the mark, and before it sources that the registry knows, all read.
    """
    days = tuple(written.read(prose, max(start, mark - _LONGEST_DAY), mark, citation=True))
    if not days or days[-1].span.end != mark:
        return None
    for named in registry.mentions(prose, Span(max(start, mark - _LONGEST), mark)):
        inner = Span(named.span.start, mark)
        reading = grammar.read(prose, inner, registry, words)
        plain = not (reading.unread or reading.problems or reading.cross_references)
        if plain and reading.references and all(map(_is_sure, reading.references)):
            return Pair(Span(inner.start, mark + 1), inner, opened=False)
    return None


def _is_sure(reference: Reference) -> bool:
    """Whether it has its day and is an outlet: a bank or a minister may be what the sentence is about."""
    outlet = any(source.publishes for source in reference.candidates)
    return outlet and bool(reference.written_dates)
