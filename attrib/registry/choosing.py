"""Which of several sources of one name is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from attrib.model import Source


def meant(
    candidates: Sequence[Source],
    day: dt.date | None,
    countries: Mapping[str, float] | None,
    lineage: Callable[[Source], str],
) -> Source | None:
    """The one that is meant, or ``None`` where nothing tells; ``lineage`` says what one outlet is under all its names.

    Of the names of one outlet, the one in use on the day, or nearest to it; of several outlets, the one whose name was
    in use; then the one of the country that most of the bulletin's other sources are of. A name that abroad means
    something else means an outlet only where its country is among those.
    """
    if len(candidates) == 1 and not candidates[0].at_home:
        return candidates[0]
    most = max(countries.values(), default=0) if countries else 0
    left = [s for s in candidates if not s.at_home or (countries and most and countries.get(s.country or "") == most)]
    if day is not None:
        left = [s for s in left if s.in_use(day.year)] or left
    outlets: dict[str, Source] = {}
    for source in left:
        known = outlets.setdefault(lineage(source), source)
        if _distance(source, day) < _distance(known, day):
            outlets[lineage(source)] = source
    left = list(outlets.values())
    if len(left) > 1 and countries:
        most = max(countries.get(s.country or "", 0) for s in left)
        left = [s for s in left if most and countries.get(s.country or "", 0) == most]
    return left[0] if len(left) == 1 else None


def _distance(source: Source, day: dt.date | None) -> int:
    """How many years lie between the day and the years of the name; without a day, how long ago it ended."""
    year = day.year if day else dt.MAXYEAR
    return max((source.first or 0) - year, year - (source.last or dt.MAXYEAR), 0)
