"""Cross-references: "see the Monitor, May 5", "for the history see Fortnight in Review, March 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import CrossReference, Span, WrittenDate
from attrib.registry import Registry

_MARKS = " \t\r\n,.:;()[]<>–—-*_\"'“”‘’"
_NO_NAME = pattern(r"(?:the|our|last|(?:yesterday|today|(?:last|this) (?:week|month))['’]s)\s+|\s+of\Z", re.IGNORECASE)


def cross_references(
    prose: str,
    group: Span,
    dates: Sequence[WrittenDate],
    title: str | None,
    registry: Registry,
    words: CitationWords,
    *,
    led: bool,
    after: bool,
) -> tuple[CrossReference, ...]:
    """The cross-references that a group of a bracket makes: of "Prism, April 30, and Fortnight in Review, May 2" two.

    ``led`` says that "see" stood before it; then anything but an outlet is one. Without it only the bulletin's own name
    makes one, and ``after`` another cross-reference that of a sister too. ``title`` is its name in quotation marks.
    """
    runs = _runs(prose, group, dates, words) if len(dates) > 1 else [(group, dates)]
    first = _cross_reference(prose, *runs[0], title, registry, words, led=led, after=after)
    if first is None:
        return ()
    others = (_cross_reference(prose, *run, None, registry, words, led=led, after=True) for run in runs[1:])
    return (first, *filter(None, others))


def _runs(
    prose: str, group: Span, dates: Sequence[WrittenDate], words: CitationWords
) -> list[tuple[Span, Sequence[WrittenDate]]]:
    """The group, parted behind a day that the name of a publication follows."""
    start, begun = group.start, 0
    found: list[tuple[Span, Sequence[WrittenDate]]] = []
    for i in range(1, len(dates)):
        between = prose[dates[i - 1].span.end : dates[i].span.start].strip(_MARKS).removeprefix("and ")
        low = _bare(between).casefold()
        if low in words.publications or low in words.sisters:
            found.append((Span(start, dates[i - 1].span.end), dates[begun:i]))
            name = prose.index(between, dates[i - 1].span.end)
            start, begun = name, i
    return [*found, (Span(start, group.end), dates[begun:])]


def is_own(name: str, words: CitationWords) -> bool:
    """Whether it is the bulletin's own name, which cites nobody."""
    return _bare(name).casefold() in words.publications


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    while (bare := _NO_NAME.sub("", name)) != name:
        name = bare
    return name


def _cross_reference(
    prose: str,
    group: Span,
    dates: Sequence[WrittenDate],
    title: str | None,
    registry: Registry,
    words: CitationWords,
    *,
    led: bool,
    after: bool,
) -> CrossReference | None:
    end = dates[0].span.start if dates else group.end
    name = _bare(prose[group.start : end].strip(_MARKS)) or title or ""
    low = name.casefold()
    ours = low in words.publications or ((led or after) and low in words.sisters)
    if not ours and (not led or any(s.publishes for s in registry.lookup(name))):
        return None
    return CrossReference(group, name if name[:1].isupper() else None, tuple(dates))
