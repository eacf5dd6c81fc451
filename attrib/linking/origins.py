"""Independence: what references come from one origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrib.matching.patterns import pattern
from attrib.model import Reference, Source
from attrib.nearest import nearest_word
from attrib.registry import Registry

_LIKE = 0.8  # of the letters of two names that are one; the registry suggests from there too
_SHORTEST = 5
_DIGIT = pattern(r"\d")


def groups(references: Sequence[Reference], registry: Registry) -> tuple[tuple[int, ...], ...]:
    """The references, by index, parted into origins, in order of their first.

    One origin are: one outlet under whatever name, outlets of one owner, and outlets that one state controls, or the
    one party that it admits. A relayed reference is its source's; who relayed it adds nothing. A collective source is
    nobody new where it may stand for somebody who is named: "Itar-Tass, Russian agencies" is one for sure, and perhaps
    more; nor is a source that was dropped from its date.
    """
    if len(references) == 1:
        return ((0,),)
    found: list[list[int]] = []
    if len(references) == 2 and not _vague(references[0]):
        return ((0, 1),) if _one(references[1], references[0], registry) else ((0,), (1,))
    for index in sorted(range(len(references)), key=lambda i: _vague(references[i])):
        reference = references[index]
        home = next((g for g in found if any(_one(reference, references[i], registry) for i in g)), None)
        if home is None:
            found.append([index])
        else:
            home.append(index)
    return tuple(tuple(sorted(g)) for g in sorted(found, key=min))


def _vague(reference: Reference) -> bool:
    return reference.collective or not reference.written


def _one(a: Reference, b: Reference, registry: Registry) -> bool:
    if not (a.written and b.written):
        return True
    if a.source is None or b.source is None:
        return _same_name(a, b)
    if a.source.collective or b.source.collective:
        return _may_be(a.source, b.source)
    if registry.lineage(a.source) == registry.lineage(b.source):
        return True
    day_a, day_b = _day(a), _day(b)
    if registry.owners.shared(((a.source, day_a), (b.source, day_b))):
        return True
    state = a.source.country is not None and a.source.country == b.source.country
    return state and _of_state(a.source, day_a, registry) and _of_state(b.source, day_b, registry)


def _of_state(source: Source, day: dt.date | None, registry: Registry) -> bool:
    """Whether its state controls a source, or the one party that is as good as the state."""
    control = source.controlled(day)
    return control == "state" or (control == "party" and any(owner.rules for owner in registry.owners.of(source, day)))


def _same_name(a: Reference, b: Reference) -> bool:
    """Whether two names are one, of which the registry does not know both: a listed one misspelt is no other source."""
    one, other = a.written.casefold(), b.written.casefold()
    if one == other or bool(a.candidates) == bool(b.candidates):
        return one == other
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or _DIGIT.search(one + other):
        return False
    return one[0] == other[0] and nearest_word(one, (other,), _LIKE) is not None


def _may_be(a: Source, b: Source) -> bool:
    if a.country is None or b.country is None:
        return not _western_and_other(a, b)
    return a.country == b.country


def _western_and_other(a: Source, b: Source) -> bool:
    """ "Western agencies" are none of those of the former Soviet Union."""
    group, other = (a, b) if a.country is None else (b, a)
    return "western" in group.id and other.country in _FORMER_USSR


_FORMER_USSR = frozenset("RU UA BY MD EE LV LT GE AM AZ KZ KG UZ TJ TM".split())


def _day(reference: Reference) -> dt.date | None:
    return reference.dates[-1].last if reference.dates else None
