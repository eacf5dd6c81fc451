"""What the registry knows: sources, their owners, and the times for which a fact of them held."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrib.model.text import Span
from attrib.values import frozen

SourceKind = Literal["agency", "newspaper", "broadcaster", "magazine", "site", "institution", "person"]
Control = Literal["state", "party", "private", "public"]
OwnerKind = Literal["state", "party", "church", "private", "foundation", "public"]


@frozen
class Period:
    """A value that held for some time, with what vouches for it.

    ``first`` and ``last`` are a day, month or year, as exactly as it is known ("2001-04-14", "2001-04", "2001"), and
    count whole; ``None`` at either end means open or unknown.
    """

    value: str
    first: str | None = None
    last: str | None = None
    basis: str | None = None

    def holds(self, day: dt.date | None) -> bool:
        """Whether it may have held on that day; of an unknown day only a value without bounds is sure."""
        if self.first is None and self.last is None:
            return True
        if day is None:
            return False
        written = day.isoformat()
        return (self.first is None or self.first <= written[: len(self.first)]) and (
            self.last is None or written[: len(self.last)] <= self.last
        )


@frozen
class Owner:
    """Who owns sources: a house, a person, a party, an organ of a state. ``parent`` holds the ids of its own owners."""

    id: str
    name: str
    kind: OwnerKind | None = None
    country: str | None = None
    parent: tuple[Period, ...] = ()
    basis: str | None = None
    rules: bool = False
    """It is the one party that its state admits: what either controls, the other does."""


@frozen
class Source:
    """An entry of the registry: an agency, paper, broadcaster, site or institution under one name.

    ``first`` and ``last`` are the years in which the name was in use. A blank fact is unknown, never a guess.
    """

    id: str
    name: str
    kind: SourceKind | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2, lower levels unknown to it; ``None`` for an outlet of no one country."""
    place: str | None = None
    languages: tuple[str, ...] = ()
    owner: tuple[Period, ...] = ()
    """The ids of its owners."""
    control: tuple[Period, ...] = ()
    first: int | None = None
    last: int | None = None
    predecessor: str | None = None
    successor: str | None = None
    domains: tuple[str, ...] = ()
    collective: bool = False
    common_word: bool = False
    """The name is a word or phrase of running text too ("Time", "Today"): alone in a sentence it names nothing."""
    at_home: bool = False
    """Abroad the name means something else ("Duma"): it is this source among others of its country alone."""
    basis: str | None = None

    @property
    def publishes(self) -> bool:
        """Whether it may be an outlet: what an institution or a person says is no report."""
        return self.kind not in ("institution", "person")

    def controlled(self, day: dt.date | None) -> Control | None:
        """Who controlled it on that day; ``None`` where that is not known for sure."""
        return value_on(self.control, day)  # type: ignore[return-value]  # the registry admits only these words

    def owned(self, day: dt.date | None) -> str | None:
        """The id of who owned it on that day; ``None`` where that is not known for sure."""
        return value_on(self.owner, day)

    def in_use(self, year: int) -> bool:
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


def value_on(periods: tuple[Period, ...], day: dt.date | None) -> str | None:
    """The one value that held on a day. In a year of change whose day is unknown two may have, and none is sure."""
    if len(periods) < 2:
        return periods[0].value if periods and periods[0].holds(day) else None
    values = {p.value for p in periods if p.holds(day)}
    return values.pop() if len(values) == 1 else None


@frozen
class Mention:
    """A name as it stands in running text; several ``sources`` where one name serves several.

    It is one of the registry, or of an outlet that only the bulletin's own citations name.
    """

    span: Span
    sources: tuple[Source, ...]
