"""Sources for people: all the registry knows of one, and what a name was on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from attrib import wording
from attrib.dates import MONTHS
from attrib.model import Period, Source, value_on
from attrib.registry import Registry
from attrib.terminal import inert, wrapped
from attrib.values import NamedTuple, evolve

LABELS = 11
"""Columns of the labels at the left."""

Verdict = Literal["one", "several", "not-in-use"]


class Answer(NamedTuple):
    """What a name was on a day: the sources it meant then, and those that bear it at other times."""

    name: str
    day: dt.date
    then: tuple[Source, ...]
    others: tuple[Source, ...]

    @property
    def verdict(self) -> Verdict:
        return "one" if len(self.then) == 1 else "several" if self.then else "not-in-use"


def on_day(name: str, day: dt.date, found: Sequence[Source]) -> Answer:
    """The answer to what a name was, of the sources that it may mean."""
    then = tuple(source for source in found if source.in_use(day.year))
    return Answer(name, day, then, tuple(source for source in found if source not in then))


def page(source: Source, registry: Registry, width: int) -> str:
    """All that the registry knows of a source, a line a fact, in lines of so many columns."""
    owners = [_held(period, _owner(period.value, registry)) for period in source.owner]
    lines = [
        inert(source.name),
        *_what(source, width),
        *_labelled("in use", [years(source.first, source.last)], width),
        *_labelled("owner", owners, width),
        *_labelled("control", [_held(period, period.value) for period in source.control], width),
        *_labelled("before it", [_other(source.predecessor, registry)], width),
        *_labelled("after it", [_other(source.successor, registry)], width),
        *_labelled("aliases", [", ".join(source.aliases)], width),
        *_labelled("domains", [", ".join(source.domains)], width),
        *_labelled("basis", [source.basis or ""], width),
    ]
    return "\n".join(lines) + "\n"


def answer(asked: Answer, registry: Registry, width: int) -> str:
    """What the name was on the day, with what vouches for it, or how its bearers are told apart."""
    name, day = inert(asked.name), wording.day(asked.day)
    if asked.verdict == "not-in-use":
        head = f"“{name}” was nobody's name on {day}"
    elif asked.verdict == "one":
        head = f"“{name}” on {day}: {_kind(asked.then[0])}"
    else:
        head = f"“{name}” on {day} may be {len(asked.then)} sources"
    parts = [head + "\n" + (f"{_apart(asked.then, width)}\n" if len(asked.then) > 1 else "")]
    parts += [_then(source, asked.day, registry, width) for source in asked.then or asked.others]
    if asked.then and asked.others:
        other = [f"{_kind(source)}, {years(source.first, source.last)} [{source.id}]" for source in asked.others]
        parts.append("\n".join(_labelled("also", other, width)) + "\n")
    return "\n".join(parts)


def held_on(periods: Sequence[Period], day: dt.date) -> Period | None:
    """The period that tells who or what it was on the day, if that is sure."""
    value = value_on(tuple(periods), day)
    return next((period for period in periods if value is not None and period.holds(day)), None)


def years(first: object, last: object) -> str:
    """
    >>> years(1992, 2014), years("2001-04-14", None), years(None, "2001-04")
    ('1992-2014', 'since April 14, 2001', 'until April 2001')
    """
    begin, end = _bound(first), _bound(last)
    if first is not None and last is not None:
        return f"{begin}-{end}" if begin.isdigit() and end.isdigit() else f"{begin} to {end}"
    return f"since {begin}" if first is not None else f"until {end}" if last is not None else ""


def _bound(bound: object) -> str:
    """A year, a month or a day in words."""
    year, _, rest = str(bound).partition("-")
    month, _, day = rest.partition("-")
    return f"{MONTHS[int(month) - 1]} {f'{int(day)}, ' if day else ''}{year}" if month else year


def _then(source: Source, day: dt.date, registry: Registry, width: int) -> str:
    in_use = source.in_use(day.year)
    span = years(source.first, source.last) or "years unknown"
    control = held_on(source.control, day)
    named = registry.name_in(source, day.year)
    lines = [
        inert(source.name),
        *_what(source, width),
        *_labelled("in use", [span if in_use else f"{span}, and not in {day.year}"], width),
        *_labelled("then named", [named.name if named else ""], width),
        *_labelled("control", [_held(control, control.value) if control else "not known for that day"], width),
        *_labelled("owner", list(_chain(source, day, registry)), width),
        *_labelled("before it", [_other(source.predecessor, registry)], width),
        *_labelled("after it", [_other(source.successor, registry)], width),
        *_labelled("basis", [source.basis or ""], width),
    ]
    return "\n".join(lines) + "\n"


def _chain(source: Source, day: dt.date, registry: Registry) -> Iterator[str]:
    """Who owned it on the day, who owned that owner, and so on, each with its years and what vouches for it."""
    periods = source.owner
    for number, owner in enumerate(registry.owners.of(source, day)):
        period = held_on(periods, day) or Period(owner.id)
        if owner.basis and not period.basis:
            period = evolve(period, basis=owner.basis)
        yield ("of " if number else "") + _held(period, owner.name)
        periods = owner.parent


def _what(source: Source, width: int) -> Iterator[str]:
    yield from _labelled("id", [source.id], width)
    yield from _labelled("kind", ["collective" if source.collective else source.kind or ""], width)
    yield from _labelled("country", [source.country or ""], width)
    yield from _labelled("place", [source.place or ""], width)
    yield from _labelled("languages", [", ".join(source.languages)], width)


def _apart(sources: Sequence[Source], width: int) -> str:
    """How an editor and attrib tell the bearers of one name from each other."""
    places = {source.place for source in sources}
    ways = []
    if None not in places and len(places) == len(sources):
        ways.append(f"its place behind it (“{sources[0].name} [{sources[0].place}]”)")
    if len({source.kind for source in sources} - {None}) == len(sources):
        ways.append(f"its kind before it (“the {sources[0].kind} {sources[0].name}”)")
    if len({source.country for source in sources}) == len(sources):
        ways.append("the country that most of the bulletin's other sources are of")
    told = f"They are told apart by {' or by '.join(ways)}." if ways else "Only their full names tell them apart."
    return "\n".join(wrapped(inert(told), width))


def _kind(source: Source) -> str:
    where = source.place or source.country
    kind = "collective source" if source.collective else source.kind or "source"
    return f"{kind} of {where}" if where else kind


def _other(id: str | None, registry: Registry) -> str:
    other = registry.get(id) if id else None
    if other is None:
        return ""
    span = years(other.first, other.last)
    return f"{other.name}, {span} [{other.id}]" if span else f"{other.name} [{other.id}]"


def _owner(id: str, registry: Registry) -> str:
    owner = registry.owners.get(id)
    return owner.name if owner else id


def _held(period: Period, value: str) -> str:
    span = years(period.first, period.last)
    return f"{value}{f', {span}' if span else ''}{f' ({period.basis})' if period.basis else ''}"


def _labelled(label: str, values: Sequence[str], width: int) -> Iterator[str]:
    blank = " " * (2 + LABELS)
    for number, value in enumerate(value for value in values if value):
        for at, line in enumerate(wrapped(inert(value), max(20, width - len(blank) - 2))):
            head = blank if number or at or not label else f"  {label:{LABELS}}"
            yield f"{head}{'  ' if at else ''}{line}"
