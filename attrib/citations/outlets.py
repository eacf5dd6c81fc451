"""Outlets named in a sentence: those of the registry, and papers in quotation marks that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrib.citations.reporting import Reporting
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Mention, Reference, Source, Span, meeting
from attrib.registry import Registry
from attrib.values import frozen

_QUOTED = pattern(r"[\"“«](?P<name>[A-ZА-Я\d][^\"“”«»,.;:!?()]{1,40})(?P<comma>,?)\.?[\"”»]")
_NAME_WORDS = 4
_CAPITALS = pattern(r"(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+){0,3})")
_MARKS = ('"', "“", "«", "”", "»")


@frozen
class Outlet:
    """One outlet as named: ``span`` with its marks and what it is called ("radio"), ``name`` without the marks.

    ``bare`` is where its own words end. One that is ``guessed`` is known by its quotation marks alone. ``written`` is
    its name where only "the agency" stands for it.
    """

    span: Span
    name: Span
    bare: int
    candidates: tuple[Source, ...] = ()
    guessed: bool = False
    written: str | None = None


def groups(
    prose: str,
    span: Span,
    mentions: Sequence[Mention],
    taken: Sequence[Span],
    named: Sequence[Reference],
    registry: Registry,
    words: CitationWords,
) -> list[list[Outlet]]:
    """The outlets of ``prose[span]`` outside of ``taken``, in order; those joined by commas and "and" are one group.

    "The paper" and "the two agencies" are those of ``named``, the references of the citation before.
    """
    found: list[list[Outlet]] = []
    here = [*_outlets(prose, span, mentions, taken, registry, words), *_meant(prose, span, named, words.inline)]
    for outlet in sorted(here, key=lambda outlet: outlet.span):
        last = found[-1][-1].span if found else None
        meant = outlet.span == last  # "the two agencies"
        if meant or (last and words.inline.listed.fullmatch(prose, last.end, outlet.span.start)):
            found[-1].append(outlet)
        else:
            found.append([outlet])
    return found


def _outlets(
    prose: str, span: Span, mentions: Sequence[Mention], taken: Sequence[Span], registry: Registry, words: CitationWords
) -> Sequence[Outlet]:
    here = [m for m in mentions if span.holds(m.span) and not meeting(taken, m.span)]
    found = [
        _quoted(prose, quoted, here, registry, words.inline)
        for quoted in _QUOTED.finditer(prose, span.start, span.end)
        if not meeting(taken, Span(*quoted.span()))
    ]
    named = [outlet for outlet in found if outlet]
    for mention in here:
        if not any(o.span.meets(mention.span) for o in named) and any(map(_reports, mention.sources)):
            named.append(_outlet(prose, mention.span, mention.sources, words.inline))
    named += _called(prose, span, [*taken, *(o.span for o in named)], words)
    return named


def _reports(source: Source) -> bool:
    """Whether a bare name in a sentence is an outlet's."""
    return source.publishes and not source.common_word


def _quoted(
    prose: str, quoted: re.Match[str], mentions: Sequence[Mention], registry: Registry, words: Reporting
) -> Outlet | None:
    """A name in quotation marks; of "Vechernyaya Pravda" the registry's Pravda is only a part."""
    name = Span(*quoted.span("name"))
    whole = next((m.sources for m in mentions if m.span.holds(name)), ()) or registry.lookup(name.of(prose))
    called = words.called.search(prose, max(0, quoted.start() - 40), quoted.start() + 1) is not None
    if whole and not any(source.publishes for source in whole):
        return None
    if whole:
        return _outlet(prose, name, whole, words)
    if len(name.of(prose).split()) > _NAME_WORDS or (quoted["comma"] and not called) or prose[name.start].isdigit():
        return None
    return _outlet(prose, name, (), words, guessed=not called)


def _called(prose: str, span: Span, taken: Sequence[Span], words: CitationWords) -> Iterator[Outlet]:
    """ "The weekly Severnaya Zvezda", "told Severny News": capitals behind the word for an outlet, or with one."""
    for kind in words.inline.kinds_of_outlets.finditer(prose, span.start, span.end):
        if named := _CAPITALS.match(prose, kind.end() + 1, span.end):
            name = Span(*named.span("name"))
            if prose[kind.end()].isspace() and not any(t.meets(name) for t in taken):
                yield _outlet(prose, name, (), words.inline)
    for told in words.inline.informed.finditer(prose, span.start, span.end):
        named = _CAPITALS.match(prose, told.end(), span.end)
        if named is None:
            continue
        name = Span(*named.span("name"))
        media = any(token.casefold() in words.media_nouns for token in name.of(prose).split())
        if (media or words.inline.kind.match(prose, name.end)) and not any(t.meets(name) for t in taken):
            yield _outlet(prose, name, (), words.inline)


def _meant(prose: str, span: Span, named: Sequence[Reference], words: Reporting) -> Iterator[Outlet]:
    """The outlets of the citation before that "the agency" or "the two papers" stand for."""
    if not named or "he " not in prose[span.start : span.end]:
        return
    for found in words.meant.finditer(prose, span.start, span.end):
        at = Span(*found.span())
        kinds = words.kinds_meant(found["kind"])
        fitting = [r for r in named if any(source.kind in kinds for source in r.candidates)]
        if len(fitting) == len(named) and (len(named) > 1) == (found["kind"][-1] == "s"):
            yield from (Outlet(at, at, at.end, r.candidates, written=r.written) for r in fitting)


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
        if tail and tail[-1] in _MARKS and tail[:-1] in ("", ",", "."):
            return end + len(tail)
    return end
