"""Paragraph by paragraph: the sentences, who says what in them, and the citations that are part of the text."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrib import attribution, segment
from attrib.attribution import cited as cited_outlets
from attrib.attribution import own
from attrib.attribution.quotations import names_apart, quotations
from attrib.citations import inline, interviews, links
from attrib.citations.reading import Cited
from attrib.citations.words import CitationWords
from attrib.keeping.reuse import Memo, Start, words_of
from attrib.matching.patterns import pattern
from attrib.model import (
    Attribution,
    Bracket,
    Citation,
    Document,
    Mention,
    Paragraph,
    Sentence,
    Source,
    Span,
    Style,
    WrittenDate,
    begun_in,
    meeting,
)
from attrib.segment import Layout
from attrib.values import evolve, frozen

if TYPE_CHECKING:
    from attrib.analysis import Library

# "... sank. (JS)", "... sank. (Anna Berzina)" at the end of a paragraph
_SIGNED = pattern(
    r"[.!?\"”]\s[(\[](?:[A-Z.]{2,4}|[A-Z][\w’'-]+(?: (?:[A-Z]\.|de|van|von))?(?: [A-Z][\w’'-]+){1,2})[)\]]\s*(?:\n|\Z)"
)
_CLOSING = ("citation", "cross-reference", "note")


def sentences(
    document: Document,
    page: Layout,
    cited: Cited,
    habit: Style,
    meant: Callable[[Sequence[Source], int], Source | None],
    issued: dt.date | None,
    books: Library,
    memo: Memo | None,
) -> tuple[tuple[Sentence, ...], tuple[Attribution, ...], tuple[Citation, ...]]:
    """Paragraph by paragraph: sentences, attributions, and where the style has them, inline citations.

    ``meant`` tells which of the outlets of one name it is in the paragraph of a number. A speaker goes on within an
    item, never into the next.
    """
    sentences: list[Sentence] = []
    attributions: list[Attribution] = []
    inlined: list[Citation] = []
    context = attribution.Context()
    closing_in = _closing(document.prose, cited.brackets, cited.citations, books.citation_words)
    known = {r.source.id for c in cited.citations for r in c.references if r.source}
    ours = frozenset(habit.publications)
    if page.masthead and page.masthead.publication:
        ours |= own.names_of(page.masthead.publication)
    unlisted = cited_outlets.mentions(document.prose, cited.citations, books.cues.speakers)
    starts = [mention.span.start for mention in unlisted]
    itself = own.named(document.prose, ours, books.cues.speakers)
    item, day = 0, None
    for paragraph in page.prose:
        if paragraph.item != item:
            item, context, day = paragraph.item, attribution.Context(), None
        closing = closing_in.get(paragraph.number, [])
        if talks := begun_in(cited.interviews, paragraph.span):
            closing = sorted({*closing, *talks})
        at = Start(paragraph.span.start, paragraph.number, len(sentences), len(attributions))
        mentions = _mentions(document, paragraph, at, books, memo)
        if unlisted:
            first, last = (bisect_left(starts, edge) for edge in paragraph.span)
            mentions = _with(mentions, unlisted[first:last])
        named = [m for m in mentions if not meeting(closing, m.span)]
        outside = [m for found in named for m in _meant(found, meant, known, paragraph.number)]
        here = begun_in(itself, paragraph.span)
        scene = _Scene(paragraph, len(sentences), tuple(outside), tuple(closing), tuple(talks), here, context, day)
        if memo:
            key = ("said", words_of(document.prose, paragraph.span), habit.name, issued, ours, *_key(scene))
            read = partial(_said, document, scene, issued, habit, ours, books)
            said = memo.of(key, at, read, partial(_holds, document.prose))
        else:
            said = _said(document, scene, issued, habit, ours, books)
        context, day = said.context, said.day
        sentences.extend(said.sentences)
        attributions.extend(said.attributions)
        inlined.extend(said.inlined)
    return tuple(sentences), tuple(attributions), tuple(inlined)


@frozen
class _Scene:
    """A paragraph before it is read, with how many sentences stand before it and what they leave open."""

    paragraph: Paragraph
    number: int
    outside: tuple[Mention, ...]
    closing: tuple[Span, ...]
    talks: tuple[Span, ...]
    itself: Sequence[Span]
    """The names of the bulletin itself."""
    context: attribution.Context
    day: WrittenDate | None


@frozen
class _Said:
    """What a paragraph says, and what it leaves open for the next."""

    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    inlined: tuple[Citation, ...]
    context: attribution.Context
    day: WrittenDate | None
    looked: tuple[attribution.Looked, ...] = ()


def _said(
    document: Document, scene: _Scene, issued: dt.date | None, habit: Style, ours: frozenset[str], books: Library
) -> _Said:
    prose, paragraph, day = document.prose, scene.paragraph, scene.day
    quoted, marks = names_apart(prose, quotations(prose, paragraph.span), scene.outside)
    masked = sorted((*scene.closing, *marks)) if marks else scene.closing
    here = segment.sentences(prose, paragraph.span, paragraph.number, scene.closing, quoted, books.abbreviations)
    said, context = attribution.find(
        prose, paragraph, here, scene.number, scene.outside, masked, books.cues, scene.context, quoted
    )
    said = (*said, *interviews.attributions(scene.talks, here, scene.number))
    inlined: tuple[Citation, ...] = ()
    if habit.inline:
        inlined, day = inline.read(
            prose, paragraph, here, scene.outside, scene.closing, day, issued, books.registry, books.citation_words
        )
        said = (*said, *inline.attributions(prose, inlined, here, scene.number, said, books.citation_words))
    said = tuple(own.interviews(prose, here, scene.number, said, ours, scene.itself, books.cues.heard))
    looked = context.looked
    return _Said(tuple(here), said, inlined, evolve(context, looked=()) if looked else context, day, looked)


def _holds(prose: str, said: _Said) -> bool:
    return all(one.holds(prose) for one in said.looked)


def _mentions(
    document: Document, paragraph: Paragraph, at: Start, books: Library, memo: Memo | None
) -> Sequence[Mention]:
    read = partial(books.registry.mentions, document.prose, paragraph.span)
    return memo.of(("mentions", words_of(document.prose, paragraph.span)), at, read) if memo else read()


def _with(mentions: Sequence[Mention], more: Sequence[Mention]) -> Sequence[Mention]:
    """The names of the registry with ``more``: of two that meet, the one that holds the other, else the registry's.

    Of "the weekly Delo No", which the bulletin cites, the registry's Delo is only a part.
    """
    known = [m.span for m in mentions]
    added = [m for m in more if all(m.span.holds(span) and m.span != span for span in meeting(known, m.span))]
    kept = [m for m in mentions if not any(one.span.holds(m.span) for one in added)] if added else mentions
    return sorted((*kept, *added), key=lambda m: m.span)


def _key(scene: _Scene) -> tuple[object, ...]:
    """All of a scene that tells what is read in it, as counted from its paragraph."""
    start = scene.paragraph.span.start
    closing = tuple((span.start - start, span.end - start) for span in scene.closing)
    talks = tuple((span.start - start, span.end - start) for span in scene.talks)
    named = tuple((m.span.start - start, tuple((s.id, s.common_word) for s in m.sources)) for m in scene.outside)
    day = scene.day and evolve(scene.day, span=Span(0, 0))
    people = scene.context.speaker, tuple(outlet.id for outlet in scene.context.outlets), scene.context.people
    return closing, talks, named, people, day


def _meant(
    mention: Mention, meant: Callable[[Sequence[Source], int], Source | None], known: Collection[str], number: int
) -> Iterator[Mention]:
    """The mention with the one source it means, if that can be told; a word that is cited too ("Time") is a name.

    None where all it may mean are at home elsewhere: "the Duma" of a Russian bulletin is no paper of Sofia.
    """
    alone = mention.sources[0] if len(mention.sources) == 1 else None
    one = alone if alone and not alone.at_home else meant(mention.sources, number)
    if one:
        if one.common_word and one.id in known:
            one = evolve(one, common_word=False)
        yield mention if one is alone else Mention(mention.span, (one,))
    elif not all(source.at_home for source in mention.sources):
        yield mention


def _round(span: Span) -> tuple[int, int]:
    return max(0, span.start - 2), span.end + 1


def _closing(
    prose: str, brackets: Sequence[Bracket], citations: Sequence[Citation], words: CitationWords
) -> dict[int, list[Span]]:
    """By paragraph, the brackets, markers and lone links whose place against the stop is free."""
    spans: dict[int, set[Span]] = defaultdict(set)
    for bracket in brackets:
        if bracket.kind in _CLOSING or (
            bracket.kind in ("acronym", "gloss") and _SIGNED.match(prose, *_round(bracket.span))
        ):
            spans[bracket.paragraph].add(bracket.span)
    paragraph, lone = 0, list[Span]()
    for citation in citations:
        if paragraph != citation.paragraph or citation.form != "link":
            paragraph, lone = citation.paragraph, []
        before = lone[-1] if lone else None
        place = links.closing(prose, citation, words, before) if citation.form == "link" else citation.span
        if place:
            spans[paragraph].add(place)
            lone = [*lone, place] if citation.form == "link" else []
        elif before and links.goes_on(prose, before, citation.span):
            spans[paragraph].difference_update(lone)  # "[Trud](...) and [AFP](...) both said so"
            lone = []
        else:
            lone = []
    return {number: sorted(found) for number, found in spans.items()}
