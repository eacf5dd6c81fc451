"""The years of cited days, and the one source that a name means on such a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve

from attrib.dates.written import resolve
from attrib.model import Bracket, Citation, Days, Reference, WrittenDate
from attrib.registry import Registry


def dated(citations: Sequence[Citation], near: dt.date | None, registry: Registry) -> tuple[Citation, ...]:
    """The citations with every day in its year, as the issue date ``near`` tells, and every name resolved."""
    countries = Counter(
        r.candidates[0].country
        for c in citations
        for r in c.references
        if len(r.candidates) == 1 and r.candidates[0].country
    )
    return tuple(
        evolve(c, references=tuple(_reference(r, near, registry, countries) for r in c.references)) for c in citations
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


def _reference(
    reference: Reference, near: dt.date | None, registry: Registry, countries: Mapping[str, int]
) -> Reference:
    dates = days(reference.written_dates, near)
    day = dates[0].first if dates else near
    source = registry.resolve(reference.candidates, day, countries) if reference.candidates else None
    return evolve(reference, dates=dates, source=source)
