"""Days, shares, counts and sources in the words of a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from attrib.dates import MONTHS
from attrib.model import Analysis, Days, Link, Reference, WrittenDate


def day(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def days(days: Days) -> str:
    """A day or a range as a bulletin writes it, with its year.

    >>> days(Days(dt.date(1999, 11, 15), dt.date(1999, 11, 16)))
    'November 15-16, 1999'
    """
    first, last = days
    begin, end = f"{MONTHS[first.month - 1]} {first.day}", f"{MONTHS[last.month - 1]} {last.day}"
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{begin}, {first.year} - {end}, {last.year}"
    if first.month != last.month:
        return f"{begin} - {end}, {last.year}"
    return f"{begin}-{last.day}, {first.year}"


def all_days(ranges: Iterable[Days]) -> str:
    return " and ".join(map(days, ranges))


def reference(reference: Reference) -> str:
    """A reference in one line: its source by the registry's name, who relayed it, its days."""
    relayed = f" via {reference.via}" if reference.via else ""
    dated = all_days(reference.dates) or _yearless(reference.written_dates)
    return f"{source(reference)}{relayed}" + (f", {dated}" if dated else "")


def _yearless(written: Iterable[WrittenDate]) -> str:
    """Days whose year nobody knows, as far as they are written: "May 4-5 and June 1"."""
    found = []
    for first, last in (ends for date in written if not date.fault for ends in date.ranges):
        if first.day and last.day:
            begin, end = f"{MONTHS[first.month - 1]} {first.day}", f"{MONTHS[last.month - 1]} {last.day}"
            same = f"{begin}-{last.day}" if first.month == last.month else f"{begin} - {end}"
            found.append(begin if first == last else same)
    return " and ".join(found)


def source(reference: Reference) -> str:
    """Its source by the registry's name, else as written; where it was dropped, that."""
    return reference.name or reference.written or "no source"


def of_link(analysis: Analysis, link: Link) -> Reference:
    return analysis.citations[link.citation].references[link.reference]


def either(words: Sequence[str]) -> str:
    """
    >>> either(["AFP", "Trud", "BNS"]), either(["AFP"])
    ('AFP, Trud or BNS', 'AFP')
    """
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def count(number: int, noun: str, nouns: str | None = None) -> str:
    """
    >>> count(1, "claim"), count(2, "claim"), count(2, "fix", "fixes")
    ('1 claim', '2 claims', '2 fixes')
    """
    return f"{number} {noun if number == 1 else nouns or f'{noun}s'}"
