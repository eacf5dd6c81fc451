"""`analyse`: the stages composed, one after the other, none looking ahead."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial

from attrib import attribution, claims, linking, registry, segment, styles
from attrib.attribution import own, unnamed
from attrib.attribution.quotations import names_apart, quotations
from attrib.citations import dating, inline, interviews, links, mentioned, notes, parenthetical, tags
from attrib.citations.words import CitationWords, default_words
from attrib.dates import issue
from attrib.model import (
    Analysis,
    Attribution,
    Bracket,
    Citation,
    Document,
    IssueDate,
    Mention,
    Paragraph,
    Reference,
    Sentence,
    Source,
    Span,
    WrittenDate,
    begun_in,
    meeting,
)
from attrib.patterns import pattern
from attrib.registry import Registry
from attrib.reuse import Memo, Place
from attrib.segment import Abbreviations, Layout
from attrib.styles import Style, Styles
from attrib.values import evolve, frozen

_SIGNED = pattern(r"[.!?\"”]\s[(\[][A-Z.]{2,4}[)\]](?:\n|\Z)")  # "... sank. (JS)" at the end of a paragraph
_CLOSING = ("citation", "cross-reference", "note")


@frozen
class Library:
    """What the stages are handed: the registry, the styles and each stage's part of the lexicon."""

    registry: Registry
    styles: Styles
    abbreviations: Abbreviations
    citation_words: CitationWords
    cues: attribution.Cues
    claim_words: claims.ClaimWords
    link_words: linking.LinkWords


@cache
def library() -> Library:
    """The registry, styles and lexicon that ship with attrib."""
    return Library(
        registry.default(),
        styles.default(),
        segment.default_abbreviations(),
        default_words(),
        attribution.default_cues(),
        claims.default_words(),
        linking.default_words(),
    )


@frozen
class _Cited:
    """What the brackets and markers of the prose paragraphs hold, in the order of the text.

    ``interviews`` are those of them that name an interview of the author's own.
    """

    brackets: tuple[Bracket, ...]
    citations: tuple[Citation, ...]
    interviews: tuple[Span, ...] = ()


@frozen
class _Told:
    """What the prose paragraphs say on a known issue date, or on none."""

    brackets: tuple[Bracket, ...]
    citations: tuple[Citation, ...]
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]


def analyse(
    document: Document,
    *,
    date: dt.date | None = None,
    style: str | None = None,
    library: Library | None = None,
    memo: Memo | None = None,
) -> Analysis:
    """Read a document to the bottom: its claims, and what carries each.

    ``date`` is the issue date where the document's own is not to be believed, ``style`` the name of a citation style.
    ``memo`` keeps what was read in the paragraphs for the next version of the same draft, read by the same library.
    Raises RuleError for a style that does not exist. All offsets are code points into ``document.text``.

    >>> from attrib import read_text
    >>> analysis = analyse(read_text("Crews walked out on Monday (Interfax, AFP, May 4)."), date=dt.date(1999, 5, 5))
    >>> [(reference.name, str(reference.dates[0].first)) for reference in analysis.citations[0].references]
    [('Interfax', '1999-05-04'), ('AFP', '1999-05-04')]
    >>> analysis.supports[0].level
    'multiple'
    """
    books = library or _shipped()
    if memo:
        memo.turn()
    page = segment.layout(document, books.styles)
    cited = _citations(document, page, books, memo)
    habit = books.styles.get(style) if style else _habit(page, cited.citations, books.styles)
    bounds = issue.frame(page.masthead, habit)
    given = issue.given(document, page.masthead, date)
    citations = dating.settled(cited.citations, document.prose, given.value if given else None)
    issue_date = given or issue.infer(document, citations, bounds)
    cited = evolve(cited, citations=citations)
    told = _told(document, page, cited, habit, issue_date, bounds.near, books, memo)
    if issue_date.value is None and any(c.form == "inline" for c in told.citations):
        issue_date = issue.infer(document, told.citations, bounds)
        if issue_date.value:
            told = _told(document, page, cited, habit, issue_date, None, books, memo)
    found = claims.claims(
        document.prose, told.sentences, told.brackets, told.citations, told.attributions, issue_date.value,
        books.claim_words, memo,
    )  # fmt: skip
    supports = linking.link(
        document.prose, page.prose, told.sentences, told.brackets, told.citations, told.attributions, found,
        books.registry, books.link_words, memo,
    )  # fmt: skip
    named = mentioned.read(document.prose, page.prose, told.brackets, told.citations, books.citation_words)
    return Analysis(
        document, page.masthead, issue_date, habit.name, page.paragraphs, told.sentences, told.brackets,
        told.citations, told.attributions, found, supports, dating.dated_cross_references(named, issue_date.value),
    )  # fmt: skip


def _shipped() -> Library:
    return library()


def _citations(document: Document, page: Layout, books: Library, memo: Memo | None) -> _Cited:
    brackets: list[Bracket] = []
    citations: list[Citation] = []
    talks: list[Span] = []
    entries = notes.entries(page.notes)
    labels = frozenset(entries)
    own = notes.of_interviews(document, entries, books.citation_words)
    has_links = bool(document.hyperlinks) or "://" in document.prose
    item = 0
    before: tuple[Reference, ...] = ()
    for paragraph in page.prose:
        if paragraph.item != item:
            item, before = paragraph.item, ()
        read = partial(
            parenthetical.read, document.prose, paragraph, books.registry, books.citation_words, labels, before
        )
        if memo:
            start = paragraph.span.start
            ibid = tuple((r.span.start - start, r.span.of(document.prose)) for r in before)
            key = ("brackets", _prose(document, paragraph), labels, ibid)
            found, cited = memo.of(key, Place(start, paragraph.number), read)
        else:
            found, cited = read()
        before = next((c.references for c in reversed(cited) if c.references), before)
        marked = notes.read_marked(document, paragraph, entries, books.registry, books.citation_words)
        if document.hyperlinks:
            found, cited = links.without_linked(document, found, cited)
            cited = links.addressed(document, cited, books.registry)
        spans = [c.span for c in cited] + [b.span for b in found if b.kind == "cross-reference"]
        linked = links.read(document, paragraph, spans, books.registry, books.citation_words) if has_links else ()
        talks += interviews.in_brackets(document.prose, found, books.citation_words)
        if own:
            talks += notes.to_interviews(document, paragraph, own, books.citation_words)
        brackets.extend(notes.without_markers(found, marked))
        citations.extend(sorted((*cited, *marked, *linked), key=lambda c: c.span))
    if any(not r.written_dates for c in citations for r in c.references):
        citations = [*tags.dated(citations, tuple(tags.read_tags(document.prose, page.paragraphs)))]
    return _Cited(tuple(brackets), tuple(citations), tuple(sorted(talks)))


def _habit(page: Layout, citations: Sequence[Citation], all_styles: Styles) -> Style:
    """The style of the publication that the masthead or front matter names; else the one that the text shows."""
    if page.style:
        return page.style
    if any(c.form in ("note", "footnote") for c in citations):
        return all_styles.get("notes")
    if not citations and any(s.inline for s in all_styles.by_name.values()):
        return next(s for s in all_styles.by_name.values() if s.inline)
    return all_styles.get("generic")


def _told(
    document: Document,
    page: Layout,
    cited: _Cited,
    habit: Style,
    issue_date: IssueDate,
    otherwise: dt.date | None,
    books: Library,
    memo: Memo | None,
) -> _Told:
    """The brackets and citations in their years, the sentences and who speaks.

    Without an issue date, ``otherwise`` is a day near enough to tell the years.
    """
    near = issue_date.value or otherwise
    brackets = dating.dated_brackets(cited.brackets, near)
    countries = dating.countries(cited.citations, habit.countries)
    citations = dating.dated(cited.citations, near, books.registry, countries)

    cited_in = defaultdict(list)
    for citation in citations:
        cited_in[citation.paragraph].append(citation)

    def meant(sources: Sequence[Source], number: int) -> Source | None:
        here = {r.source for c in cited_in[number] for r in c.references if r.source in sources}
        if len(here) == 1:
            return here.pop()
        return books.registry.resolve(sources, near, dating.around(cited_in[number], countries))

    sentences, attributions, inlined = _sentences(
        document,
        page,
        evolve(cited, brackets=brackets, citations=citations),
        habit,
        meant,
        issue_date.value,
        books,
        memo,
    )
    if inlined:
        inlined = dating.dated(inlined, near, books.registry, countries)
        citations = tuple(sorted((*citations, *inlined), key=lambda c: c.span))
    attributions = unnamed.resolved(document.prose, sentences, attributions, citations, books.cues.speakers)
    return _Told(brackets, citations, sentences, attributions)


def _sentences(
    document: Document,
    page: Layout,
    cited: _Cited,
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
    closing_in = _closing(document.prose, cited.brackets, cited.citations)
    known = {r.source.id for c in cited.citations for r in c.references if r.source}
    ours = frozenset(habit.publications)
    if page.masthead and page.masthead.publication:
        ours |= {page.masthead.publication}
    item, day = 0, None
    for paragraph in page.prose:
        if paragraph.item != item:
            item, context, day = paragraph.item, attribution.Context(), None
        closing = closing_in.get(paragraph.number, [])
        if talks := begun_in(cited.interviews, paragraph.span):
            closing = sorted({*closing, *talks})
        at = Place(paragraph.span.start, paragraph.number, len(sentences), len(attributions))
        mentions = _mentions(document, paragraph, at, books, memo)
        named = [m for m in mentions if not meeting(closing, m.span)]
        outside = [m for found in named for m in _meant(found, meant, known, paragraph.number)]
        scene = _Scene(paragraph, len(sentences), tuple(outside), tuple(closing), tuple(talks), context, day)
        holds = partial(_holds, document.prose)
        read = partial(_said, document, scene, issued, habit, ours, books)
        said = (
            memo.of(("said", _prose(document, paragraph), habit.name, issued, ours, *_key(scene)), at, read, holds)
            if memo
            else read()
        )
        context, day = said.context, said.day
        sentences.extend(said.sentences)
        attributions.extend(said.attributions)
        inlined.extend(said.inlined)
    return tuple(sentences), tuple(attributions), tuple(inlined)


@frozen
class _Scene:
    """A paragraph as it is come to: how many sentences stand before it, and what the text before it leaves open."""

    paragraph: Paragraph
    number: int
    outside: tuple[Mention, ...]
    closing: tuple[Span, ...]
    talks: tuple[Span, ...]
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
    said = tuple(own.interviews(prose, here, scene.number, said, ours, books.cues.speakers))
    return _Said(tuple(here), said, inlined, evolve(context, looked=()), day, context.looked)


def _holds(prose: str, said: _Said) -> bool:
    return all(one.holds(prose) for one in said.looked)


def _mentions(
    document: Document, paragraph: Paragraph, at: Place, books: Library, memo: Memo | None
) -> Sequence[Mention]:
    read = partial(books.registry.mentions, document.prose, paragraph.span)
    return memo.of(("mentions", _prose(document, paragraph)), at, read) if memo else read()


def _prose(document: Document, paragraph: Paragraph) -> str:
    return document.prose[slice(*paragraph.span)]


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


def _closing(prose: str, brackets: Sequence[Bracket], citations: Sequence[Citation]) -> dict[int, list[Span]]:
    """By paragraph, the brackets, markers and lone links whose place against the stop is free."""
    spans: dict[int, set[Span]] = defaultdict(set)
    for bracket in brackets:
        if bracket.kind in _CLOSING or (
            bracket.kind in ("acronym", "gloss") and _SIGNED.match(prose, *_round(bracket.span))
        ):
            spans[bracket.paragraph].add(bracket.span)
    last: tuple[int, Span | None] = 0, None
    for citation in citations:
        before = last[1] if last[0] == citation.paragraph else None
        place = links.closing(prose, citation, before) if citation.form == "link" else citation.span
        if place:
            spans[citation.paragraph].add(place)
        last = citation.paragraph, place if citation.form == "link" else None
    return {number: sorted(found) for number, found in spans.items()}
