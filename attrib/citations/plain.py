"""The plain citation, as most are: names that are known as they stand, and their day.

The grammar reads the same in it, and needs three times as long.
"""

from __future__ import annotations

from attrib.citations.crossed import is_own
from attrib.citations.words import CitationWords
from attrib.dates import relative, written
from attrib.matching.patterns import pattern
from attrib.model import Reference, Source, Span
from attrib.registry import Registry

_NAME = pattern(r"[A-Z][^\W\d_]*(?:[ '’&./-][^\W\d_]+)*")


def read(text: str, group: Span, registry: Registry, words: CitationWords) -> tuple[Reference, ...]:
    """The references of a group that is plain ("Itar-Tass, November 30", "AFP, Reuters, May 3"); () for any other."""
    names: list[tuple[Span, str, tuple[Source, ...]]] = []
    start, end = group
    while (comma := text.find(", ", start, end)) >= 0 and _NAME.fullmatch(text, start, comma):
        name = text[start:comma]
        candidates = () if words.leads.match(name) else registry.lookup(name)
        if not candidates:
            return ()
        names.append((Span(start, comma), name, candidates))
        start = comma + 2
    day = written.whole(text, start, end) if names else None
    if day is None:
        return ()
    if len(names) == 1:
        ((at, name, candidates),) = names
        return () if is_own(name, words) else (Reference(group, at, name, None, candidates, (day,)),)
    listed = text[group.start : start]
    if any(relative.read(text, *group)) or any(name in listed for name in registry.with_comma):
        return ()  # "Izvestia, Monday, May 3"
    *others, (last, name, candidates) = names
    return (
        *[Reference(at, at, name, None, candidates, (day,)) for at, name, candidates in others],
        Reference(Span(last.start, end), last, name, None, candidates, (day,)),
    )
