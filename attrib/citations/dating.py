"""The years of cited days, and the one source that a name means on such a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import evolve

from attrib.dates.written import resolve
from attrib.model import Bracket, Citation, Days, Reference, WrittenDate
from attrib.registry import Registry


def countries(citations: Sequence[Citation], style: Sequence[str] = ()) -> Mapping[str, float]:
    """Of which countries the bulletin's sources are: how many of those that no other may be meant by.

    The countries of its style, likeliest first, decide where these do not.
    """
    found = {country: (len(style) - place) / 100 for place, country in enumerate(style)}
    for reference in (r for c in citations for r in c.references if len(r.candidates) == 1):
        (source,) = reference.candidates
        if source.country and not source.at_home:
            found[source.country] = found.get(source.country, 0) + 1
    return found


def dated(
    citations: Sequence[Citation], near: dt.date | None, registry: Registry, of: Mapping[str, float]
) -> tuple[Citation, ...]:
    """The citations with every day in its year, as the issue date ``near`` tells, and every name resolved.

    ``of`` weighs the countries that a name of several outlets may be of.
    """
    return tuple(
        evolve(c, references=tuple(_reference(r, near, registry, of) for r in c.references)) for c in citations
    )


def dated_brackets(brackets: Sequence[Bracket], near: dt.date | None) -> tuple[Bracket, ...]:
    """The brackets with the days of their cross-references in their years."""
    return tuple(
        evolve(b, cross_references=tuple(evolve(x, dates=days(x.written_dates, near)) for x in b.cross_references))
        if b.cross_references
        else b
        for b in brackets
    )


def days(written: Sequence[WrittenDate], near: dt.date | None) -> tuple[Days, ...]:
    return tuple(day for date in written for day in resolve(date, near))


def _reference(reference: Reference, near: dt.date | None, registry: Registry, of: Mapping[str, float]) -> Reference:
    dates = days(reference.written_dates, near)
    day = dates[0].first if dates else near
    source = registry.resolve(reference.candidates, day, of) if reference.candidates else None
    return evolve(reference, dates=dates, source=source)
