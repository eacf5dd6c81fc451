"""The figures behind the charts of a bulletin: shares of support, bars of sources, cited days, claims by sources."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from attrib.model import Analysis, Reference, Span, SupportLevel
from attrib.report import outlets
from attrib.report.cards import LEVELS
from attrib.report.settext import Referred
from attrib.values import frozen
from attrib.wording import of_link, source

MOST_BARS = 8
"""Bars of one chart; what is rarer is summed in the last."""
WINDOW = 31
"""Days before the issue date that the timeline shows; what is cited from before is counted at its edge."""


@frozen
class Share:
    """The claims of one level of support, by number. ``percent`` is of the statements; analysis has none."""

    level: SupportLevel
    claims: tuple[int, ...]
    percent: float | None


@frozen
class Bar:
    label: str
    count: int


@frozen
class Bars:
    title: str
    rows: tuple[Bar, ...]

    @property
    def most(self) -> int:
        return max((bar.count for bar in self.rows), default=0)


@frozen
class Cited:
    """A reference of a day: its source's name, and where it is; the entry of a note is where its markers are."""

    name: str
    references: tuple[Referred, ...]


@frozen
class CitedDay:
    day: dt.date
    cited: tuple[Cited, ...]


@frozen
class Timeline:
    """Cited days in order, from ``first`` on; ``older`` are those before it. ``issue`` may be unknown."""

    first: dt.date
    last: dt.date
    issue: dt.date | None
    days: tuple[CitedDay, ...]
    older: tuple[CitedDay, ...]


@frozen
class Column:
    """A source of the matrix, with the numbers of the claims it carries, and of those it is cited for and cannot."""

    name: str
    carries: tuple[int, ...]
    cannot: tuple[int, ...]


@frozen
class Cell:
    """A claim meets a source: the source carries it, or stands in its citation and cannot."""

    column: int
    carries: bool


@frozen
class Row:
    claim: int
    paragraph: int
    level: SupportLevel
    cells: tuple[Cell, ...]


@frozen
class Matrix:
    """Claims by sources; the sources that carry the most come first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def shares(analysis: Analysis) -> tuple[Share, ...]:
    """How many claims stand on what, the best first."""
    levels: dict[SupportLevel, list[int]] = {level: [] for level in LEVELS}
    for at, support in enumerate(analysis.supports):
        levels[support.level].append(at + 1)
    statements = sum(len(claims) for level, claims in levels.items() if level != "exempt")
    return tuple(
        Share(level, tuple(claims), 100 * len(claims) / statements if statements and level != "exempt" else None)
        for level, claims in levels.items()
    )


def bars(analysis: Analysis) -> tuple[Bars, ...]:
    """The cited references by the kind, the control and the country of their sources; a note counts once."""
    named = [reference for reference, _ in _references(analysis) if reference.written]
    asked: tuple[tuple[str, Callable[[Reference], str]], ...] = (
        ("Kinds of source", outlets.kind),
        ("Who controls them", outlets.control),
        ("Where they are from", outlets.country),
    )
    return tuple(Bars(title, _ranked(Counter(map(told, named)))) for title, told in asked)


def timeline(analysis: Analysis) -> Timeline | None:
    """The days of the references, each under the last day that it is of; nothing where no day is known."""
    issue = analysis.date.value
    cited: dict[dt.date, list[Cited]] = {}
    for reference, places in _references(analysis):
        if day := outlets.day_of(reference):
            cited.setdefault(day, []).append(Cited(source(reference), places))
    if not cited:
        return None
    end = issue or max(cited)
    first = max(min(*cited, end - dt.timedelta(6)), end - dt.timedelta(WINDOW))
    days = [CitedDay(day, tuple(cited[day])) for day in sorted(cited)]
    last = min(max(*cited, end), end + dt.timedelta(WINDOW))
    shown = tuple(one for one in days if first <= one.day)
    return Timeline(first, last, issue, shown, tuple(one for one in days if one.day < first))


def matrix(analysis: Analysis) -> Matrix:
    """Every claim with the sources of its links, and of the references that could not be its links."""
    carries: dict[str, list[int]] = {}
    cannot: dict[str, list[int]] = {}
    rows: list[list[tuple[str, bool]]] = []
    for at, support in enumerate(analysis.supports):
        names = {source(of_link(analysis, link)): False for link in support.dropped}
        names |= {source(of_link(analysis, link)): True for link in support.links}
        for name, does in names.items():
            (carries if does else cannot).setdefault(name, []).append(at + 1)
        rows.append(list(names.items()))
    ordered = sorted({*carries, *cannot}, key=lambda name: (-len(carries.get(name, ())), name.casefold(), name))
    place = {name: column for column, name in enumerate(ordered)}
    return Matrix(
        tuple(Column(name, tuple(carries.get(name, ())), tuple(cannot.get(name, ()))) for name in ordered),
        tuple(
            Row(
                at + 1,
                analysis.claims[at].paragraph,
                analysis.supports[at].level,
                tuple(sorted((Cell(place[name], does) for name, does in names), key=lambda cell: cell.column)),
            )
            for at, names in enumerate(rows)
        ),
    )


def _references(analysis: Analysis) -> list[tuple[Reference, tuple[Referred, ...]]]:
    """The references of a bulletin, each with its places: the entry of a note is cited wherever its marker stands."""
    places: dict[Span, list[Referred]] = {}
    first: dict[Span, Reference] = {}
    for at, citation in enumerate(analysis.citations):
        for number, reference in enumerate(citation.references):
            places.setdefault(reference.span, []).append(Referred(at, number))
            first.setdefault(reference.span, reference)
    return [(first[span], tuple(found)) for span, found in places.items()]


def _ranked(counted: Counter[str]) -> tuple[Bar, ...]:
    """The most frequent first, what says nothing at the end; what there is no room for in one bar."""
    dull = (outlets.UNNAMED, outlets.UNKNOWN, outlets.UNLISTED)
    ordered: Sequence[str] = sorted(counted, key=lambda label: (label in dull, -counted[label], label))
    if len(ordered) <= MOST_BARS:
        return tuple(Bar(label, counted[label]) for label in ordered)
    shown, rest = ordered[: MOST_BARS - 1], ordered[MOST_BARS - 1 :]
    left = Bar(f"{len(rest)} others", sum(counted[label] for label in rest))
    return (*(Bar(label, counted[label]) for label in shown), left)
