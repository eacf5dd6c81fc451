"""Datelines: "KYIV.", "Riga, May 3.", "MINSK, December 1 (Interfax) --", "Nov. 17 --": where and when, and no news."""

from __future__ import annotations

from collections.abc import Collection

from attrib.dates import WEEKDAYS
from attrib.dates.written import read
from attrib.matching.patterns import pattern
from attrib.model import Span

_LONGEST = 60  # code points of a dateline before its bracket
_PLACE = pattern(r"(?:[A-Z][A-Z.'’/-]+|[A-Z][\w.'’-]+)(?:[ -][A-Z][\w.'’-]+){0,2}")
_REGION = pattern(r"(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})?")
_CLOSE = pattern(r"\.\s+(?=[\"“«A-Z])|\s*(?:[-–—]{1,3}|:)\s+")
_WEEKDAY = pattern(rf"(?:{'|'.join(WEEKDAYS)})\b")
_FIGURE = pattern(r"\d")
_LONGEST_DAY = 26  # code points before the figure of a day: "Wednesday, September "
_LEAD_OUT = pattern(r"\s*(?:[-–—]{1,3}|:)\s")


def stopped(prose: str, start: int, stop: int, places: Collection[str]) -> bool:
    """Whether ``prose[start:stop]``, which begins a paragraph and ends with a stop, is a place, with its day or not."""
    return prose[stop - 1] == "." and stop - start <= _LONGEST and _is_dateline(prose, start, stop - 1, places)


def bracketed(prose: str, start: int, bracket: Span, places: Collection[str]) -> bool:
    """Whether a bracket is of the dateline that begins its paragraph at ``start``: its source carries what follows."""
    end = len(prose[start : bracket.start].rstrip(" ,")) + start
    return (
        start < end <= start + _LONGEST
        and _LEAD_OUT.match(prose, bracket.end) is not None
        and _is_dateline(prose, start, end, places)
    )


def behind(prose: str, start: int, end: int, places: Collection[str]) -> int:
    """Where a paragraph that begins at ``start`` goes on behind its dateline; ``start`` where it has none.

    A day alone is part of what it tells: "Nov. 17 -- Shelling kills five".
    """
    for close in _CLOSE.finditer(prose, start, min(end, start + _LONGEST)):
        if _is_place(prose, start, close.start(), places):
            line = prose[start : close.start()]
            # "Moscow -- its patience at an end -- walked out" is a sentence
            return close.end() if close[0][0] == "." or line.isupper() or any(map(str.isdigit, line)) else start
    return start


def is_dated(prose: str, start: int, end: int) -> bool:
    """Whether a paragraph from ``start`` on begins with its day and no place, as those of a chronology do.

    What it tells in the present happened on that day.
    """
    if _FIGURE.search(prose, start, min(end, start + _LONGEST_DAY)) is None:
        return False
    return any(
        _is_day(prose, start, close.start()) for close in _CLOSE.finditer(prose, start, min(end, start + _LONGEST))
    )


def heads(prose: str, start: int, citation: Span, places: Collection[str]) -> bool:
    """Whether a citation heads the paragraph that ``start`` begins: before it, or in its dateline."""
    return citation.end <= start or bracketed(prose, start, citation, places)


def _is_dateline(prose: str, start: int, end: int, places: Collection[str]) -> bool:
    """A place, or a day alone."""
    return _is_day(prose, start, end) or _is_place(prose, start, end, places)


def _is_place(prose: str, start: int, end: int, places: Collection[str]) -> bool:
    """A place in capitals or one that the lexicon lists, its country, and a day, each but the first where it will."""
    place = _PLACE.match(prose, start, end)
    if place is None or not (_capital(place[0]) or place[0] in places):
        return False
    region = _REGION.match(prose, place.end(), end)
    for at in (region.end() if region else place.end(), place.end()):
        rest = prose[at:end].strip(" ,")
        if not rest:
            return True
        day = next(read(prose, at, end), None)
        if day and not (prose[at : day.span.start] + prose[day.span.end : end]).strip(" ,"):
            return True
    return False


def _is_day(prose: str, start: int, end: int) -> bool:
    """A day of the year, with its weekday or not: "Friday, Nov. 20", "17 November"."""
    if not any(map(str.isdigit, prose[start:end])):
        return False
    day = next(read(prose, start, end), None)
    if day is None or not day.ranges or not day.ranges[0][0].day:
        return False
    return not _WEEKDAY.sub("", prose[start : day.span.start] + prose[day.span.end : end]).strip(" ,")


def _capital(place: str) -> bool:
    return place.isupper() and len(place) > 3
