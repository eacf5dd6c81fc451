"""`analyse`: the stages composed, one after the other, none looking ahead."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from attrib import attribution, claims, linking, registry, said, segment, styles
from attrib.attribution import unnamed
from attrib.citations import dating, mentioned, reading, sameday
from attrib.citations.reading import Cited
from attrib.citations.words import CitationWords, default_words, words_for
from attrib.dates import issue
from attrib.garbage import uncollected
from attrib.keeping.reuse import Memo
from attrib.model import (
    Analysis,
    Citation,
    Document,
    IssueDate,
    Source,
    Style,
    Told,
)
from attrib.registry import Registry
from attrib.segment import Abbreviations, Layout, marks
from attrib.segment.marks import MarkWords
from attrib.styles import Styles
from attrib.values import evolve, frozen


@frozen
class Library:
    """What the stages are handed: the registry, the styles and each stage's part of the lexicon."""

    registry: Registry
    styles: Styles
    marks: MarkWords
    abbreviations: Abbreviations
    citation_words: CitationWords
    cues: attribution.Cues
    claim_words: claims.ClaimWords
    link_words: linking.LinkWords

    def with_registry(self, registry: Registry) -> Library:
        """The library with another registry."""
        return evolve(self, registry=registry)

    def with_styles(self, styles: Styles) -> Library:
        """The library with styles of a house too, whose publications its words know then."""
        known = self.styles.joined(styles)
        names = known.publications()
        words = words_for(names)
        return evolve(self, styles=known, abbreviations=segment.abbreviations_for(names), citation_words=words)


@cache
def library() -> Library:
    """The registry, styles and lexicon that ship with attrib."""
    return Library(
        registry.default(),
        styles.default(),
        marks.default_marks(),
        segment.default_abbreviations(),
        default_words(),
        attribution.default_cues(),
        claims.default_words(),
        linking.default_words(),
    )


@uncollected
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
    document, marked = marks.taken_out(document, books.marks)
    page = segment.layout(document, books.styles, books.abbreviations.imprint, books.registry.knows_spelling)
    issue_ends = [end for end in books.citation_words.issue_ends if end in document.prose]
    cited = reading.read(document, page, issue_ends, books.registry, books.citation_words, memo)
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
    found = claims.claims(told, issue_date.value, books.claim_words, memo)
    supports = linking.link(told, found, books.registry, books.link_words, memo)
    named = mentioned.read(document.prose, page.prose, told.brackets, told.citations, issue_ends, books.citation_words)
    return Analysis(
        document, page.masthead, issue_date, habit, page.paragraphs, told.sentences, told.brackets,
        told.citations, told.attributions, found, supports, dating.dated_cross_references(named, issue_date.value),
        marked,
    )  # fmt: skip


def _shipped() -> Library:
    return library()


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
    cited: Cited,
    habit: Style,
    issue_date: IssueDate,
    otherwise: dt.date | None,
    books: Library,
    memo: Memo | None,
) -> Told:
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

    sentences, attributions, inlined = said.sentences(
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
        inlined = sameday.without_twice_told(inlined, citations)
        citations = tuple(sorted((*citations, *inlined), key=lambda c: c.span))
    attributions = unnamed.resolved(document.prose, sentences, attributions, citations, books.cues.speakers)
    return Told(document.prose, page.prose, sentences, brackets, citations, attributions)
