"""The parts of a page: masthead, headlines that part its items, bylines, prose paragraphs, lists of notes, imprint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrib.dates.written import alone
from attrib.model import Block, Document, Masthead, Paragraph, ParagraphKind, Span, Style
from attrib.segment import headlines, imprints, mastheads, tables
from attrib.segment.imprints import ImprintWords
from attrib.segment.lists import trimmed, with_notes
from attrib.styles import Styles
from attrib.values import frozen


@frozen
class Layout:
    """``style`` is what the masthead says; ``notes`` are paragraphs of kind ``note``, in ``paragraphs`` too."""

    masthead: Masthead | None
    style: Style | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs if p.kind == "prose")

    @property
    def notes(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs if p.kind == "note")


def layout(document: Document, styles: Styles, imprint: ImprintWords, is_outlet: Callable[[str], object]) -> Layout:
    """The layout of a document. Spans leave out the blanks around a paragraph; items count from 0.

    ``imprint`` finds words by which a paragraph speaks of the bulletin itself. ``is_outlet`` says
    whether three letters behind an item are those of an outlet and not of who wrote it.
    """
    masthead, style, rest = mastheads.read(document, styles, imprint)
    paragraphs = imprints.told_apart(
        document.prose, with_notes(document, _parts(document, rest, imprint, is_outlet), imprint.notes), imprint
    )
    return Layout(masthead, style, tuple(_numbered(paragraphs)))


# --- headlines, bylines, paragraphs -----------------------------------------------------------------------------------


def _parts(
    document: Document, blocks: Sequence[Block], words: ImprintWords, is_outlet: Callable[[str], object]
) -> Iterable[Paragraph]:
    # Where nobody marked a heading, as in plain text and many a Word file, headlines show by their form.
    unmarked = document.format == "plain" or (
        document.extracted and not any(block.kind == "heading" for block in document.blocks)
    )
    rows = [tables.are_rows(document, blocks[i : i + 2], is_outlet) for i in range(len(blocks))]
    for number, block in enumerate(blocks):
        span = trimmed(document.prose, block.span)
        if span.start == span.end:
            continue
        text, last = span.of(document.text), number + 1 == len(blocks)
        if block.kind == "note":
            yield Paragraph(span, "note", label=block.label)
        elif block.kind == "heading" or alone(document.prose, *span):
            yield Paragraph(span, "headline")
        elif words.head(span.of(document.prose)):
            yield Paragraph(span, "imprint")
        elif len(text) <= headlines.LONGEST and words.bylines.stand(text, is_outlet, last=last):
            yield Paragraph(span, "byline")
        elif rows[number] and (
            not unmarked or any(rows[max(number - 1, 0) : number]) or any(rows[number + 1 : number + 2])
        ):
            yield Paragraph(span, "row")
        elif unmarked and (
            headlines.is_headline(text, last=last) or headlines.is_numbered(document, blocks[number : number + 2])
        ):
            yield Paragraph(span, "headline")
        elif rows[number]:
            yield Paragraph(span, "row")
        elif text[0].isalpha() or any(map(str.isalpha, text)):  # figures alone are the number of a page or of an item
            yield from _signed(document, span, words, is_outlet)


def _signed(
    document: Document, span: Span, words: ImprintWords, is_outlet: Callable[[str], object]
) -> Iterable[Paragraph]:
    """A paragraph without the headline that runs into it and the signature behind it."""
    prose = document.prose
    headline = headlines.run_in(prose, span)
    if headline or (not words.label.match(prose, *span) and (headline := headlines.strong(document, span))):
        yield Paragraph(trimmed(prose, headline), "headline")
        span = Span(headline.end, span.end)
    if signature := words.bylines.signature(prose, span, is_outlet):
        yield Paragraph(Span(span.start, signature.start), "prose")
        yield Paragraph(trimmed(prose, signature), "byline")
    else:
        yield Paragraph(span, "prose")


# --- items ------------------------------------------------------------------------------------------------------------


def _numbered(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    """Count prose paragraphs from 1, and items at each headline that follows prose."""
    number = item = 0
    prose_seen = False
    for p in paragraphs:
        if p.kind == "headline" and prose_seen:
            item, prose_seen = item + 1, False
        kind: ParagraphKind = p.kind
        if kind == "prose":
            number, prose_seen = number + 1, True
        yield Paragraph(p.span, kind, number if kind == "prose" else 0, item, p.label)
