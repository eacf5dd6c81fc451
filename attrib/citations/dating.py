"""The years of cited days, which of their figures is the month, and the one source that a name means on such a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrib.dates.written import turned
from attrib.dates.years import resolve
from attrib.matching.patterns import pattern
from attrib.model import Bracket, Citation, CrossReference, Days, Reference, WrittenDate
from attrib.registry import Registry
from attrib.values import evolve

_FIGURES = pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(?:\d\d|\d{4}))?(?![\d/])")
_NEAR = 1000.0  # what a source of the same paragraph tells of a country, against one elsewhere
_RECENT = dt.timedelta(days=31)  # news is mostly cited within the month


def settled(citations: Sequence[Citation], prose: str, issue: dt.date | None) -> tuple[Citation, ...]:
    """The citations with each date of figures in the order that the bulletin writes them.

    A figure above twelve tells it ("25/09/2018"), else the order that makes more of them recent on the issue date, else
    that of the days in words ("9 December"); where nothing does, the month is first.
    """
    dates = [date for c in citations for r in c.references for date in r.written_dates]
    open_ones = [date for date in dates if date.ambiguous]
    if not open_ones or not _day_first(dates, open_ones, prose, issue):
        return tuple(citations)
    return tuple(
        evolve(c, references=tuple(evolve(r, written_dates=_turned(r)) for r in c.references)) for c in citations
    )


def _turned(reference: Reference) -> tuple[WrittenDate, ...]:
    return tuple(turned(date) if date.ambiguous else date for date in reference.written_dates)


def _day_first(
    dates: Sequence[WrittenDate], open_ones: Sequence[WrittenDate], prose: str, issue: dt.date | None
) -> bool:
    figures = [(int(first), int(second)) for first, second in _FIGURES.findall(prose)]
    surely = sum((first > 12) - (second > 12) for first, second in figures)
    if surely or issue is None:
        recent = 0
    else:
        recent = sum(_recent(turned(date), issue) - _recent(date, issue) for date in open_ones)
    words = sum((date.form == "day-month") - (date.form == "month-day") for date in dates)
    return (surely or recent or words) > 0


def _recent(date: WrittenDate, issue: dt.date) -> bool:
    return any(issue - _RECENT <= day.last <= issue for day in resolve(date, issue))


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

    ``of`` weighs the countries that a name of several outlets may be of; what its own paragraph cites weighs more.
    """
    paragraphs = {c.paragraph for c in citations if any(map(_is_open, c.references))}
    neighbours = {number: around([c for c in citations if c.paragraph == number], of) for number in paragraphs}
    found = []
    for c in citations:
        weights = neighbours.get(c.paragraph, of)
        references = tuple([_reference(r, near, registry, weights) for r in c.references])
        found.append(Citation(c.span, c.form, c.paragraph, references, c.problems, c.label))
    return tuple(found)


def around(cited: Sequence[Citation], of: Mapping[str, float]) -> Mapping[str, float]:
    """What tells the country of a name in a paragraph: what the paragraph itself cites, far before ``of``."""
    here = countries(cited)
    return {c: of.get(c, 0) + _NEAR * here.get(c, 0) for c in {*of, *here}}


def _is_open(reference: Reference) -> bool:
    """Whether its name may mean several outlets, or none abroad."""
    candidates = reference.candidates
    return len(candidates) > 1 or (len(candidates) == 1 and candidates[0].at_home)


def dated_brackets(brackets: Sequence[Bracket], near: dt.date | None) -> tuple[Bracket, ...]:
    """The brackets with the days of their cross-references in their years."""
    return tuple(
        evolve(b, cross_references=dated_cross_references(b.cross_references, near)) if b.cross_references else b
        for b in brackets
    )


def dated_cross_references(found: Sequence[CrossReference], near: dt.date | None) -> tuple[CrossReference, ...]:
    """The cross-references with their days in their years."""
    return tuple(evolve(x, dates=days(x.written_dates, near)) for x in found)


def days(written: Sequence[WrittenDate], near: dt.date | None) -> tuple[Days, ...]:
    if len(written) == 1:
        return resolve(written[0], near)
    return tuple([day for date in written for day in resolve(date, near)])


def _reference(reference: Reference, near: dt.date | None, registry: Registry, of: Mapping[str, float]) -> Reference:
    dates = days(reference.written_dates, near)
    day = dates[0].first if dates else near
    source = registry.resolve(reference.candidates, day, of) if reference.candidates else None
    r = reference  # no evolve: there are as many as citations
    return Reference(
        r.span, r.name_span, r.written, source, r.candidates, r.written_dates, dates,
        r.via, r.via_source, r.title, r.url, r.again,
    )  # fmt: skip
