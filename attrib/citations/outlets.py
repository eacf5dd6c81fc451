"""Outlets named in a sentence: those of the registry, and papers in quotation marks that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrib.citations.reporting import Reporting
from attrib.model import Mention, Source, Span, meeting
from attrib.patterns import pattern
from attrib.registry import Registry
from attrib.values import frozen

_QUOTED = pattern(r"[\"“«](?P<name>[A-ZА-Я][^\"“”«»,.;:!?()]{1,40})(?P<comma>,?)[\"”»]")
_NAME_WORDS = 4
_SPEAKERS = ("institution", "person")  # what they say is no report
_CAPITALS = pattern(r"(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})")
_MARKS = ('"', "“", "«", "”", "»")


@frozen
class Outlet:
    """One outlet as named: ``span`` with its marks and what it is called ("radio"), ``name`` without the marks.

    ``bare`` is where its own words end. One that is ``guessed`` is known by its quotation marks alone.
    """

    span: Span
    name: Span
    bare: int
    candidates: tuple[Source, ...] = ()
    guessed: bool = False


def groups(
    prose: str,
    span: Span,
    mentions: Sequence[Mention],
    taken: Sequence[Span],
    registry: Registry,
    words: Reporting,
) -> list[list[Outlet]]:
    """The outlets of ``prose[span]`` outside of ``taken``, in order; those joined by commas and "and" are one group."""
    found: list[list[Outlet]] = []
    for outlet in _outlets(prose, span, mentions, taken, registry, words):
        if found and words.listed.fullmatch(prose, found[-1][-1].span.end, outlet.span.start):
            found[-1].append(outlet)
        else:
            found.append([outlet])
    return found


def _outlets(
    prose: str, span: Span, mentions: Sequence[Mention], taken: Sequence[Span], registry: Registry, words: Reporting
) -> Sequence[Outlet]:
    here = [m for m in mentions if span.holds(m.span) and not meeting(taken, m.span)]
    found = [
        _quoted(prose, quoted, here, registry, words)
        for quoted in _QUOTED.finditer(prose, span.start, span.end)
        if not meeting(taken, Span(*quoted.span()))
    ]
    named = [outlet for outlet in found if outlet]
    for mention in here:
        if not any(o.span.meets(mention.span) for o in named) and any(map(_reports, mention.sources)):
            named.append(_outlet(prose, mention.span, mention.sources, words))
    named += _called(prose, span, [*taken, *(o.span for o in named)], words)
    return sorted(named, key=lambda outlet: outlet.span)


def _reports(source: Source) -> bool:
    """Whether a bare name in a sentence is an outlet's."""
    return not source.common_word and source.kind not in _SPEAKERS


def _quoted(
    prose: str, quoted: re.Match[str], mentions: Sequence[Mention], registry: Registry, words: Reporting
) -> Outlet | None:
    """A name in quotation marks; of "Vechernyaya Pravda" the registry's Pravda is only a part."""
    name = Span(*quoted.span("name"))
    whole = next((m.sources for m in mentions if m.span.holds(name)), ()) or registry.lookup(name.of(prose))
    called = words.called.search(prose, max(0, quoted.start() - 40), quoted.start() + 1) is not None
    if whole and all(source.kind in _SPEAKERS for source in whole):
        return None
    if whole:
        return _outlet(prose, name, whole, words)
    if len(name.of(prose).split()) > _NAME_WORDS or (quoted["comma"] and not called):
        return None
    return _outlet(prose, name, (), words, guessed=not called)


def _called(prose: str, span: Span, taken: Sequence[Span], words: Reporting) -> Iterator[Outlet]:
    """ "The weekly Severnaya Zvezda": capitals behind the word for an outlet."""
    for kind in words.kind.finditer(prose, span.start, span.end):
        if named := _CAPITALS.match(prose, kind.end() + 1, span.end):
            name = Span(*named.span("name"))
            if prose[kind.end()].isspace() and not any(t.meets(name) for t in taken):
                yield _outlet(prose, name, (), words)


def _outlet(
    prose: str, name: Span, candidates: tuple[Source, ...], words: Reporting, *, guessed: bool = False
) -> Outlet:
    kind = words.kind.match(prose, name.end)
    end = kind.end() if kind else name.end
    closed = end + (prose[end : end + 1] in _MARKS) if kind else _past_marks(prose, end)
    start = name.start - (prose[name.start - 1 : name.start] in _MARKS)
    return Outlet(Span(start, closed), Span(name.start, end), name.end, candidates, guessed)


def _past_marks(prose: str, end: int) -> int:
    """Behind the closing mark of a name, and the comma before it."""
    for tail in (prose[end : end + 1], prose[end : end + 2]):
        if tail and tail[-1] in _MARKS and tail[:-1] in ("", ","):
            return end + len(tail)
    return end
