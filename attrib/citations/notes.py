"""Citations by marker: numbered notes with a list, footnotes of Markdown, and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from attrib.citations import grammar
from attrib.citations.words import CitationWords
from attrib.dates.written import read as read_dates
from attrib.model import Bracket, Citation, CitationForm, Document, Hyperlink, Paragraph, Problem, Reference, Span
from attrib.registry import Registry

_MARKER = re.compile(r"\[(?P<foot>\^)?(?P<square>[^\[\]\s]{1,40})\]|\((?P<round>\d{1,3})\)")
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|\b|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

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
            references = _of_links(document, note.span, registry) or references
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


def _of_links(document: Document, span: Span, registry: Registry) -> tuple[Reference, ...]:
    links = [link for link in document.hyperlinks if span.holds(link.span) and _SCHEME.match(link.url)]
    dates = tuple(read_dates(document.prose, span.start, span.end, citation=True))
    return tuple(evolve(reference(link, document, registry), written_dates=dates) for link in links[:1])


def read_links(
    document: Document, paragraph: Paragraph, taken: Sequence[Span], registry: Registry
) -> tuple[Citation, ...]:
    """The links of a paragraph that stand in no other citation: the outlet by its domain, the day by the path."""
    return tuple(
        Citation(link.span, "link", paragraph.number, (reference(link, document, registry),))
        for link in document.hyperlinks
        if paragraph.span.holds(link.span)
        and _SCHEME.match(link.url)
        and link.text.start < link.text.end
        and not any(span.holds(link.span) for span in taken)
    )


def reference(link: Hyperlink, document: Document, registry: Registry) -> Reference:
    """What a link refers to. A day in its words comes before one in its path."""
    words = link.text.of(document.text)
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.url, flags=re.IGNORECASE).partition("/")[0]
    named = registry.lookup(words) if len(words) < 60 else ()
    mentioned = registry.mentions(document.prose, link.text)
    candidates = registry.lookup(host) or named or (mentioned[0].sources if len(mentioned) == 1 else ())
    dates = tuple(read_dates(document.prose, link.text.start, link.text.end, citation=True))
    if not dates and (found := _DAY_IN_PATH.search(link.url)):
        month = found[2] if found[2].isdecimal() else str(_month(found[2]))
        day = f"{found[1]}-{int(month):02}-{int(found[3]):02}"
        dates = tuple(evolve(d, span=link.span, form="implied") for d in read_dates(day, 0, len(day)))
    written = words if named else host
    return Reference(link.span, link.text, written, candidates=candidates, written_dates=dates, url=link.url)


def _month(name: str) -> int:
    return _MONTHS.index(name.casefold()) + 1 if name.casefold() in _MONTHS else 0


def with_links(document: Document, citations: Sequence[Citation], registry: Registry) -> tuple[Citation, ...]:
    """Give each reference inside whose words a link stands the address of that link."""
    return (
        tuple(evolve(c, references=tuple(_addressed(r, document.hyperlinks) for r in c.references)) for c in citations)
        if document.hyperlinks
        else tuple(citations)
    )


def _addressed(reference: Reference, links: Sequence[Hyperlink]) -> Reference:
    link = next((link for link in links if link.span.meets(reference.name_span)), None)
    return evolve(reference, url=link.url) if link else reference


def without_markers(brackets: Sequence[Bracket], citations: Sequence[Citation]) -> tuple[Bracket, ...]:
    """The brackets with each marker of a note marked as one."""
    spans = {c.span for c in citations}
    return tuple(evolve(b, kind="note") if b.span in spans and b.kind != "citation" else b for b in brackets)
