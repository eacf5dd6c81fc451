"""Days: as they are written, as they are known, and the one that the bulletin is dated."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrib.model.text import Span
from attrib.values import NamedTuple, frozen


class Days(NamedTuple):
    """A range of days, both ends included; a single day has ``first == last``."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


class PartialDay(NamedTuple):
    """A day as written: the year, or the day of a whole month, may be missing."""

    year: int | None
    month: int
    day: int | None


DateForm = Literal["month-day", "day-month", "iso", "numeric", "implied"]
"""``implied`` is a day that no figures give: "the next day", "on Friday", or the address of a link."""


@frozen
class WrittenDate:
    """One date or range as it stands in the text, before the year is known.

    ``ranges`` holds one pair a range; "June 29 and 30" is two pairs. ``fault`` says what no calendar allows.
    """

    span: Span
    ranges: tuple[tuple[PartialDay, PartialDay], ...]
    form: DateForm = "month-day"
    weekday: int | None = None
    """Monday is 0."""
    fault: str | None = None
    ambiguous: bool = False
    """Its figures may be read the other way round, day for month: "12/09/2018"."""
    misspelt: tuple[Span, str] | None = None
    """The word that a month is meant by, and its name: "Febuary"."""
    spoken: str | None = None
    """The word that says the day where nothing is written, in small letters; there are no ``ranges`` then."""


DateBasis = Literal["option", "front-matter", "masthead", "file-name", "inferred", "none"]


@frozen
class IssueDate:
    """The day the bulletin is dated, what told it, and the reasons in words."""

    value: dt.date | None
    basis: DateBasis
    reasons: tuple[str, ...] = ()
