"""Citations by marker: numbered notes with a list, and the footnotes of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrib.citations import asides, grammar, interviews, links
from attrib.citations.grammar import Reading
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Bracket, Citation, CitationForm, Document, Paragraph, Problem, Span
from attrib.registry import Registry
from attrib.segment.lists import MARKER, labels
from attrib.values import evolve

_NUMBER = pattern(r"\d{1,3}")
_SAME = pattern(r"[^;]{0,40}?\b(?:ibid(?:em)?|idem|id)\b\.?(?!\w)", re.IGNORECASE)
_SAME_AS = pattern(
    r"(?:see|cf\.?|supra|as in|same as)?[\s,]*\b(?:supra|note|n\.|footnote|fn\.?)\s+(\d{1,3})\b", re.IGNORECASE
)
_CHAIN = 20  # notes that say "ibid." of one another

Entries = Mapping[str, tuple[Paragraph, ...]]


def entries(notes: Sequence[Paragraph]) -> Entries:
    """The notes of a document by label, in order; each article may have a list of its own."""
    found: dict[str, tuple[Paragraph, ...]] = {}
    for note in notes:
        label = note.label or ""
        found[label] = (*found.get(label, ()), note)
    return found


def read_marked(
    document: Document, paragraph: Paragraph, notes: Entries, own: Entries, registry: Registry, words: CitationWords
) -> tuple[Citation, ...]:
    """One citation a marker; its references have their spans in the entry of the list. ``own`` are of interviews.

    Of several entries with one label the first behind the marker counts. "Ibid." is the entry before, "see note 3"
    that entry.
    """
    if not notes and document.prose.find("[^", *paragraph.span) < 0:
        return ()
    return tuple(_marked(document, paragraph, notes, own, registry, words))


def _marked(
    document: Document, paragraph: Paragraph, notes: Entries, own: Entries, registry: Registry, words: CitationWords
) -> Iterator[Citation]:
    numbered = document.format != "markdown" and any(label.isdecimal() for label in notes)
    for mark, names, found in _marks(document, paragraph, notes):
        at, label = Span(*mark.span()), ", ".join(names)
        form: CitationForm = "footnote" if mark["foot"] else "note"
        if len(found) < len(names):
            if mark["foot"] or (numbered and _NUMBER.fullmatch(mark["square"] or "")):
                missing = Problem("missing-note", at, f"there is no {form} {mark[0]}")
                yield Citation(at, form, paragraph.number, problems=(missing,), label=label)
            continue
        if own and all(interviews.is_note(document.prose, note, words) for note in found):
            continue
        readings = [_read(document, note, notes, registry, words) for note in found]
        references = tuple([reference for reading in readings for reference in reading.references])
        if references:
            yield Citation(at, form, paragraph.number, references, label=label)
        elif not any(_refers(reading, words) for reading in readings):
            unknown = Problem("unread", found[0].span, f"note {label} names no source that is known")
            yield Citation(at, form, paragraph.number, problems=(unknown,), label=label)


def _marks(
    document: Document, paragraph: Paragraph, notes: Entries
) -> Iterator[tuple[re.Match[str], tuple[str, ...], list[Paragraph]]]:
    """What looks like a marker, with its labels and the entries that there are of them."""
    for mark in MARKER.finditer(document.prose, *paragraph.span):
        names = labels(mark)
        found = [note for name in names if (note := _entry(notes, name, mark.start()))]
        if found and (mark["round"] or mark["glued"]) and f"[{', '.join(names)}]" in document.prose:
            continue  # where notes are marked in square brackets, "(1) the size, (2) the price" is a list
        yield mark, names, found


def referred_to(document: Document, paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The labels of the notes among ``paragraphs`` to which their prose refers, whatever these notes cite."""
    listed = entries([p for p in paragraphs if p.kind == "note"])
    prose = (p for p in paragraphs if p.kind == "prose") if listed else ()
    return frozenset([note.label or "" for p in prose for _, _, found in _marks(document, p, listed) for note in found])


def _refers(reading: Reading, words: CitationWords) -> bool:
    """Whether a note leads to an issue of the bulletin; "see note 9" only leads nowhere."""
    named = {(crossed.publication or "").casefold() for crossed in reading.cross_references}
    return not (named.isdisjoint(words.publications) and named.isdisjoint(words.sisters))


def _entry(notes: Entries, label: str, marker: int) -> Paragraph | None:
    """The entry that a marker refers to: the first behind it, else the last before."""
    found = notes.get(label, ())
    if len(found) > 1:
        return next((note for note in found if note.span.start > marker), found[-1])
    return found[0] if found else None


def _read(
    document: Document, note: Paragraph, notes: Entries, registry: Registry, words: CitationWords, chain: int = 1
) -> Reading:
    reading = grammar.read(document.prose, note.span, registry, words, note=True)
    if any(r.candidates for r in reading.references):
        if chain < _CHAIN and words.cited_above.search(document.prose, *note.span):
            return _as_above(document, note, notes, registry, words, reading)
        more = links.beside(document, note.span, reading.references, registry, words)
        return evolve(reading, references=(*reading.references, *more)) if more else reading
    if (same := _same(document, note, notes)) and chain < _CHAIN:
        told = _read(document, same, notes, registry, words, chain + 1)
        days = asides.days(document.prose, note.span, words)
        return evolve(told, references=tuple(evolve(r, written_dates=days or r.written_dates) for r in told.references))
    return evolve(reading, references=links.in_note(document, note.span, registry, words) or reading.references)


def _as_above(
    document: Document, note: Paragraph, notes: Entries, registry: Registry, words: CitationWords, reading: Reading
) -> Reading:
    """The reading with the days of what was cited from the same source in a note above: "Danas, op. cit."."""
    above = sorted((n for found in notes.values() for n in found if n.span < note.span), key=lambda n: n.span)
    days = {
        source.id: r.written_dates
        for n in above
        for r in _read(document, n, notes, registry, words, _CHAIN).references
        for source in r.candidates
        if r.written_dates
    }
    told = (next((days[s.id] for s in r.candidates if s.id in days), ()) for r in reading.references)
    references = (evolve(r, written_dates=r.written_dates or d) for r, d in zip(reading.references, told, strict=True))
    return evolve(reading, references=tuple(references))


def _same(document: Document, note: Paragraph, notes: Entries) -> Paragraph | None:
    """The entry that a note only points to: "Ibid.", "See note 3"."""
    if _SAME.match(document.prose, *note.span):
        above = (other for found in notes.values() for other in found if other.span.start < note.span.start)
        return max(above, key=lambda other: other.span, default=None)
    if pointed := _SAME_AS.match(document.prose, *note.span):
        found = [other for other in notes.get(pointed[1], ()) if other is not note]
        before = [other for other in found if other.span.start < note.span.start]
        return (before or found)[-1] if found else None
    return None


def again(
    document: Document, cited: Sequence[Citation], marked: Sequence[Citation], words: CitationWords
) -> tuple[Citation, ...]:
    """The brackets of a paragraph, of which "[ibid.]" behind a marker stands for what its note cites."""
    return tuple(_again(document, c, marked, words) if _is_open(c) else c for c in cited)


def _is_open(citation: Citation) -> bool:
    return any(problem.kind == "nothing-before" for problem in citation.problems)


def _again(document: Document, citation: Citation, marked: Sequence[Citation], words: CitationWords) -> Citation:
    before = next((m.references for m in reversed(marked) if m.span < citation.span and m.references), ())
    same = words.same.search(document.prose, *citation.span)
    if not before or same is None:
        return citation
    days = asides.days(document.prose, citation.span, words)
    return evolve(citation, references=tuple(grammar.again(r, Span(*same.span()), days) for r in before), problems=())


def of_interviews(document: Document, notes: Entries, words: CitationWords) -> Entries:
    """The notes of those labels by which some name nothing but an interview of the author's own."""
    return {
        label: found
        for label, found in notes.items()
        if any(interviews.is_note(document.prose, note, words) for note in found)
    }


def to_interviews(document: Document, paragraph: Paragraph, own: Entries, words: CitationWords) -> Iterator[Span]:
    """The markers of a paragraph that refer to such notes alone; ``own`` as `of_interviews` gives them."""
    for mark in MARKER.finditer(document.prose, *paragraph.span):
        found = [_entry(own, name, mark.start()) for name in labels(mark)]
        if all(note and interviews.is_note(document.prose, note, words) for note in found):
            yield Span(*mark.span())


def without_markers(brackets: Sequence[Bracket], citations: Sequence[Citation]) -> tuple[Bracket, ...]:
    """The brackets with each marker of a note marked as one."""
    if not citations:
        return tuple(brackets)
    spans = {c.span for c in citations}
    return tuple(
        [
            Bracket(b.span, "note", b.paragraph, b.cross_references) if b.span in spans and b.kind != "citation" else b
            for b in brackets
        ]
    )
