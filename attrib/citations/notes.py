"""Citations by marker: numbered notes with a list, and the footnotes of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from attrib.citations import grammar, links
from attrib.citations.words import CitationWords
from attrib.model import Bracket, Citation, CitationForm, Document, Paragraph, Problem, Span
from attrib.patterns import pattern
from attrib.registry import Registry

_MARKER = pattern(r"\[(?P<foot>\^)?(?P<square>[^\[\]\s]{1,40})\]|\((?P<round>\d{1,3})\)")
_NUMBER = pattern(r"\d{1,3}")

Entries = Mapping[str, Paragraph]


def entries(notes: Sequence[Paragraph]) -> dict[str, Paragraph]:
    """The notes of a document by label; of two with one label the first counts."""
    found: dict[str, Paragraph] = {}
    for note in notes:
        found.setdefault(note.label or "", note)
    return found


def read_marked(
    document: Document, paragraph: Paragraph, notes: Entries, registry: Registry, words: CitationWords
) -> tuple[Citation, ...]:
    """One citation a marker; its references have their spans in the entry of the list."""
    return tuple(_marked(document, paragraph, notes, registry, words))


def _marked(
    document: Document, paragraph: Paragraph, notes: Entries, registry: Registry, words: CitationWords
) -> Iterable[Citation]:
    numbered = document.format != "markdown" and any(label.isdecimal() for label in notes)
    for mark in _MARKER.finditer(document.prose, paragraph.span.start, paragraph.span.end):
        label = mark["square"] or mark["round"]
        note = notes.get(label)
        if note and mark["round"] and f"[{label}]" in document.prose:
            continue  # where notes are marked in square brackets, "(1) the size, (2) the price" is a list
        form: CitationForm = "footnote" if mark["foot"] else "note"
        if note is None:
            if mark["foot"] or (numbered and _NUMBER.fullmatch(mark["square"] or "")):
                missing = Problem("missing-note", Span(*mark.span()), f"there is no {form} {mark[0]}")
                yield Citation(Span(*mark.span()), form, paragraph.number, problems=(missing,), label=label)
            continue
        reading = grammar.read(document.prose, note.span, registry, words, note=True)
        references = reading.references
        if not any(r.candidates for r in references):
            references = links.in_note(document, note.span, registry) or references
        if not references and reading.cross_references:
            continue
        unknown = Problem("unread", note.span, f"note {label} names no source that is known")
        yield Citation(
            Span(*mark.span()),
            form,
            paragraph.number,
            references,
            () if references else (unknown,),
            label,
        )


def without_markers(brackets: Sequence[Bracket], citations: Sequence[Citation]) -> tuple[Bracket, ...]:
    """The brackets with each marker of a note marked as one."""
    spans = {c.span for c in citations}
    return tuple(evolve(b, kind="note") if b.span in spans and b.kind != "citation" else b for b in brackets)
