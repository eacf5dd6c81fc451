"""Initials that the text gives an outlet and then cites: "the Caucasus Press Agency (CPA) ... (CPA, May 3)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Bracket, Citation, Reference, Source
from attrib.registry import Registry
from attrib.values import evolve

_INITIALS = pattern(r"[A-Z]{2,7}")
_MOST_WORDS = 7  # of a name: "the Press Agency of the Islamic Republic of Iran"
_FARTHEST = 80  # code points before the bracket in which it begins


def resolved(
    prose: str, brackets: Sequence[Bracket], citations: Sequence[Citation], registry: Registry
) -> tuple[Citation, ...]:
    """The citations, with the outlet that the text gives unlisted initials as candidate, of which they are an alias."""
    wanted = {r.written for c in citations for r in c.references if _is_open(r)}
    given = dict(_given(prose, brackets, wanted, registry)) if wanted else {}
    if not given:
        return tuple(citations)
    return tuple(evolve(c, references=tuple(_named(r, given) for r in c.references)) for c in citations)


def _is_open(reference: Reference) -> bool:
    return not reference.candidates and _INITIALS.fullmatch(reference.written) is not None


def _named(reference: Reference, given: Mapping[str, tuple[Source, ...]]) -> Reference:
    if _is_open(reference) and reference.written in given:
        return evolve(reference, candidates=given[reference.written])
    return reference


def _given(
    prose: str, brackets: Sequence[Bracket], wanted: set[str], registry: Registry
) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """The wanted initials that stand in brackets right behind the name of an outlet, with what that name may mean."""
    for bracket in brackets:
        start, end = bracket.span
        if bracket.kind in ("acronym", "gloss") and (initials := prose[start + 1 : end - 1].strip()) in wanted:
            words = prose[max(0, start - _FARTHEST) : start].split()[-_MOST_WORDS:]
            names = (" ".join(words[first:]) for first in range(len(words)) if words[first][0].isupper())
            if found := next(filter(None, map(registry.lookup, names)), ()):
                yield initials, tuple(evolve(source, aliases=(*source.aliases, initials)) for source in found)
