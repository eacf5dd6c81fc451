"""All that cites in a document: brackets, notes, links and source lines, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from attrib.citations import (
    directed,
    initials,
    interviews,
    links,
    notes,
    parenthetical,
    sameday,
    sourcelines,
    tags,
    undefined,
)
from attrib.citations.words import CitationWords
from attrib.keeping.reuse import Memo, Start, words_of
from attrib.model import Bracket, Citation, Document, Paragraph, Reference, Span
from attrib.registry import Registry
from attrib.values import frozen

if TYPE_CHECKING:
    from attrib.segment import Layout

_SEE = "See "  # at the head of a sentence it sends the reader elsewhere, whatever the place is called


@frozen
class Cited:
    """What the brackets and markers of the prose paragraphs hold, in the order of the text.

    ``interviews`` are those of them that name an interview of the author's own.
    """

    brackets: tuple[Bracket, ...]
    citations: tuple[Citation, ...]
    interviews: tuple[Span, ...] = ()


def read(
    document: Document,
    page: Layout,
    issue_ends: Sequence[str],
    registry: Registry,
    words: CitationWords,
    memo: Memo | None = None,
) -> Cited:
    """What cites in the prose paragraphs, its days without their years.

    ``issue_ends`` are the last words of issues' names that the text holds; ``memo`` keeps the brackets of a paragraph
    for the next version of the draft.
    """
    reader = _Reader(document, page, issue_ends, registry, words, memo)
    brackets: list[Bracket] = []
    citations: list[Citation] = []
    talks: list[Span] = []
    headings = sourcelines.under_headlines(document.prose, page.paragraphs, registry, words)
    item = 0
    before: tuple[Reference, ...] = ()
    for paragraph in page.prose:
        if paragraph.item != item:
            item, before = paragraph.item, ()
        if heading := headings.get(paragraph.number):
            citations.append(heading)
            before = heading.references
        here, before = reader.paragraph(paragraph, before)
        brackets.extend(here.brackets)
        citations.extend(here.citations)
        talks.extend(here.interviews)
    citations = [*initials.spelled_out(document.prose, citations, registry)]
    if any(not r.written_dates for c in citations for r in c.references):
        citations = [*sameday.lent(document.prose, page.prose, citations, words)]
        citations = [*tags.dated(citations, tuple(tags.read_tags(document.prose, page.paragraphs)))]
    return Cited(tuple(brackets), tuple(citations), tuple(sorted(talks)))


@frozen(slots=False)
class _Reader:
    """A document, and what is asked of it once."""

    document: Document
    page: Layout
    issue_ends: Sequence[str]
    registry: Registry
    words: CitationWords
    memo: Memo | None

    def paragraph(self, paragraph: Paragraph, before: tuple[Reference, ...]) -> tuple[Cited, tuple[Reference, ...]]:
        """What cites in a paragraph, and the last references up to its end, which "ibid." of the next one means."""
        document, registry, words = self.document, self.registry, self.words
        brackets, cited = self._bracketed(paragraph, before)
        marked = notes.read_marked(document, paragraph, self._entries, self._own_interviews, registry, words)
        if marked:
            cited = notes.again(document, cited, marked, words)
        last = sorted((*cited, *marked), key=lambda c: c.span) if marked else cited
        before = next((c.references for c in reversed(last) if c.references), before)
        if document.hyperlinks:
            brackets, cited = links.without_linked(document, brackets, cited, words)
            cited = links.addressed(document, cited, registry, words)
        lines = tuple(sourcelines.read(document, paragraph, (*cited, *marked), registry, words))
        if lines := sourcelines.without_again(lines, cited):
            cited = (*cited, *links.addressed(document, lines, registry, words))
        brackets = self._with_directed(paragraph, brackets)
        linked: tuple[Citation, ...] = ()
        if self._has_links:
            taken = [c.span for c in cited] + [b.span for b in brackets if b.kind == "cross-reference"]
            linked = links.read(document, paragraph, taken, registry, words)
        talks = interviews.in_brackets(document.prose, brackets, words)
        if self._own_interviews:
            talks += tuple(notes.to_interviews(document, paragraph, self._own_interviews, words))
        whole = undefined.told(document, paragraph, (*cited, *marked, *linked), self._labels)
        in_order = tuple(sorted(whole, key=lambda c: c.span))
        return Cited(tuple(notes.without_markers(brackets, marked)), in_order, talks), before

    def _bracketed(
        self, paragraph: Paragraph, before: tuple[Reference, ...]
    ) -> tuple[tuple[Bracket, ...], tuple[Citation, ...]]:
        prose, start = self.document.prose, paragraph.span.start
        read = partial(parenthetical.read, prose, paragraph, self.registry, self.words, self._labels, before)
        if not self.memo:
            return read()
        ibid = tuple((r.span.start - start, r.span.of(prose)) for r in before)
        key = ("brackets", words_of(prose, paragraph.span), self._labels, ibid)
        return self.memo.of(key, Start(start, paragraph.number), read)

    def _with_directed(self, paragraph: Paragraph, brackets: tuple[Bracket, ...]) -> tuple[Bracket, ...]:
        """With the cross-references of running text: "see the Monitor of May 5"."""
        prose = self.document.prose
        if not any(prose.find(end, *paragraph.span) >= 0 for end in (_SEE, *self.issue_ends)):
            return brackets
        taken = [bracket.span for bracket in brackets]
        pointing = directed.read(prose, paragraph, taken, self.registry, self.words)
        return tuple(sorted((*brackets, *pointing), key=lambda bracket: bracket.span))

    @cached_property
    def _entries(self) -> notes.Entries:
        return notes.entries(self.page.notes)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(self._entries)

    @cached_property
    def _own_interviews(self) -> notes.Entries:
        return notes.of_interviews(self.document, self._entries, self.words)

    @cached_property
    def _has_links(self) -> bool:
        return bool(self.document.hyperlinks) or "://" in self.document.prose
