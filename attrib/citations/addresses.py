"""Web addresses as sources: whose site it is or who posts there, what an archive kept, the day that a path tells."""

from __future__ import annotations

import datetime as dt
import re

from attrib.dates import MONTHS
from attrib.matching.patterns import pattern
from attrib.model import PartialDay, Span, WrittenDate
from attrib.resources import Table
from attrib.values import frozen

_HOST = pattern(r"(?:https?://)?(?:[^/@]*@)?(?:(?:www\d?|m|amp|mobile)\.)*([^/:?#]*)", re.IGNORECASE)
_SHORT_MONTHS = [month[:3].lower() for month in MONTHS]
_YEAR = r"(?<!\d)(?P<year>(?:199|20[0-4])\d)"
_DAY = pattern(
    rf"{_YEAR}(?P<mark>[/_.-])(?P<month>\d\d?|{'|'.join((*MONTHS, *_SHORT_MONTHS))})(?P=mark)(?P<day>\d\d?)(?!\d)"
    rf"|{_YEAR.replace('year', 'year2')}(?P<month2>\d\d)(?P<day2>\d\d)(?!\d{{1,5}}(?!\d))"
    r"|(?<!\d)(?P<day3>\d\d?)(?P<mark3>[/_.-])(?P<month3>\d\d?)(?P=mark3)(?P<year3>(?:199|20[0-4])\d)(?!\d)",
    re.IGNORECASE,
)


@frozen
class Addresses:
    """What hosts are known for, of the table ``[addresses]`` of ``rules/lexicon/citations.toml``."""

    copies: re.Pattern[str]
    """An address that holds another, as ``original``."""
    archives: re.Pattern[str]
    platforms: frozenset[str]
    platform_names: frozenset[str]
    """Hosts where anybody may post."""

    @classmethod
    def load(cls, table: Table) -> Addresses:
        hosts = "|".join(map(re.escape, table["archives"]))
        return cls(
            pattern(rf"https?://(?:{'|'.join(table['copies'])})(?P<original>.+)", re.IGNORECASE),
            pattern(rf"https?://(?:{hosts})(?:/|\Z)", re.IGNORECASE),
            frozenset(table["platforms"]),
            frozenset(table["platform_names"]),
        )

    def original(self, url: str) -> str:
        """The address that an archive or an intermediary keeps a copy of; any other as it is."""
        while found := self.copies.match(url):
            url = found["original"] if "://" in found["original"][:8] else f"http://{found['original']}"
        return url

    def is_archive(self, url: str) -> bool:
        """Whether it leads to an archive and does not say to a copy of what."""
        return self.archives.match(self.original(url)) is not None

    def is_platform(self, host: str) -> bool:
        """Whether anybody may post there, so that the site is not the source."""
        labels = host.split(".")
        return any(".".join(labels[at:]) in self.platforms for at in range(len(labels)))

    def host(self, url: str) -> str:
        """The host without "www.", "m." and "amp."."""
        found = _HOST.match(self.original(url))
        return found[1].lower() if found else ""

    def dates(self, url: str, at: Span) -> tuple[WrittenDate, ...]:
        """The one day that the path of an address tells, as a date at ``at``; () where it tells none, or two.

        Of figures that may be the day or the month, as in "05-12-2024", none is taken.
        """
        path = re.split(r"[?#]", self.original(url).partition("://")[2].partition("/")[2])[0]
        days = {day for found in _DAY.finditer(path) if (day := _day(found))}
        if len(days) != 1:
            return ()
        (day,) = days
        written = PartialDay(day.year, day.month, day.day)
        return (WrittenDate(at, ((written, written),), "implied"),)


def _day(found: re.Match[str]) -> dt.date | None:
    year, month, day = (
        found["year"] or found["year2"] or found["year3"],
        found["month"] or found["month2"] or found["month3"],
        found["day"] or found["day2"] or found["day3"],
    )
    if found["year3"] and int(day) <= 12:
        return None
    if not month.isdecimal():
        month = str(1 + _SHORT_MONTHS.index(month[:3].lower()))
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:  # a number that only looks like a day
        return None
