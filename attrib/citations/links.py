"""Links as citations: the outlet by its domain, the day by the path; the linked words are what is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from attrib.citations import addresses, asides
from attrib.citations.words import CitationWords
from attrib.dates.written import read as read_dates
from attrib.model import Citation, Document, Hyperlink, Paragraph, Reference, Span, meeting
from attrib.patterns import pattern
from attrib.registry import Registry

_SCHEME = pattern(r"https?://", re.IGNORECASE)
_BARE = pattern(r"https?://[^\s<>()\[\]{}\"“”«»|]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_"
_SOURCES = r"(?:Sources?|Via|Links?|More|Read more|Original|Full text|Photos?|Video)\s*:?"
_SOURCE = pattern(_SOURCES, re.IGNORECASE)
_LEAD = pattern(rf"(?:[.!?…)\]\"”’»]|://\S+)\s+(?P<words>(?:{_SOURCES}\s*)?)\Z", re.IGNORECASE)
_BEHIND = pattern(r"[>)\].,;\s]*(?:\Z|\n|[A-Z\"“‘«]|https?://)")
_LONGEST_LEAD = 40
_LONGEST_NAME = 60  # code points of words that may be an outlet's name alone


def read(
    document: Document, paragraph: Paragraph, taken: Sequence[Span], registry: Registry, words: CitationWords
) -> tuple[Citation, ...]:
    """The links of a paragraph, and its bare addresses, that stand in no other citation."""
    return tuple(
        Citation(link.span, "link", paragraph.number, (reference(link, document, registry),))
        for link in _links(document, paragraph.span)
        if not any(span.holds(link.span) for span in taken)
        and not addresses.is_archive(link.url)
        and not _refers(link.text.of(document.prose), words)
    )


def _links(document: Document, span: Span) -> Sequence[Hyperlink]:
    marked = [
        link
        for link in document.hyperlinks
        if link.text.start < link.text.end and span.holds(link.text) and _SCHEME.match(link.url)
    ]
    if document.prose.find("://", span.start, span.end) < 0:
        return marked
    spans = [link.span for link in marked]
    bare = (_bare(found) for found in _BARE.finditer(document.prose, span.start, span.end))
    return sorted([*marked, *(link for link in bare if not meeting(spans, link.span))], key=lambda link: link.span)


def _bare(found: re.Match[str]) -> Hyperlink:
    """An address that stands in the text as it is."""
    url = found[0].rstrip(_TRAILING)
    span = Span(found.start(), found.start() + len(url))
    return Hyperlink(span, span, url)


def _refers(linked: str, words: CitationWords) -> bool:
    """Whether the linked words are the bulletin's own name: such a link leads to an issue of it."""
    name = linked.strip().casefold().removeprefix("the ").partition(",")[0]
    return name in words.publications or name in words.sisters


def reference(link: Hyperlink, document: Document, registry: Registry) -> Reference:
    """What a link refers to. A day in its words comes before one in its path.

    Of an unknown site the linked words may name the outlet; else its domain stands for it.
    """
    linked = link.text.of(document.text)
    host = addresses.host(link.url)
    named = registry.lookup(linked) if len(linked) < _LONGEST_NAME and "://" not in linked else ()
    mentioned = registry.mentions(document.prose, link.text)
    candidates = registry.site(host) or named or (mentioned[0].sources if len(mentioned) == 1 else ())
    dates = tuple(read_dates(document.prose, link.text.start, link.text.end, citation=True))
    if not dates or "://" in linked:
        dates = addresses.dates(link.url, link.span)
    return Reference(
        link.span,
        link.text,
        linked if named else host,
        candidates=candidates,
        written_dates=dates,
        url=link.url,
    )


def closing(prose: str, citation: Citation) -> Span | None:
    """The visible words of a link that closes what stands before it, "Source:" included; ``None`` inside a sentence.

    Such a link stands behind the stop, with no sentence about it: "... sank. Source: https://...".
    """
    span, (reference,) = citation.span, citation.references
    linked = reference.name_span.of(prose)
    if not ("://" in linked or linked == reference.written or _SOURCE.fullmatch(linked)):
        return None
    lead = _LEAD.search(prose, max(0, span.start - _LONGEST_LEAD), span.start)
    return Span(lead.start("words"), reference.name_span.end) if lead and _BEHIND.match(prose, span.end) else None


def in_note(document: Document, span: Span, registry: Registry) -> tuple[Reference, ...]:
    """What the first link of a note refers to, with the days that stand beside it."""
    link = next((link for link in _links(document, span) if not addresses.is_archive(link.url)), None)
    if link is None:
        return ()
    dates = asides.days(document.prose, span)
    found = reference(link, document, registry)
    return (evolve(found, written_dates=dates or found.written_dates),)


def addressed(document: Document, citations: Sequence[Citation], registry: Registry) -> tuple[Citation, ...]:
    """Give each reference inside whose words a link stands its address, and the day and the outlet that it lacks."""
    if not document.hyperlinks:
        return tuple(citations)
    return tuple(
        evolve(c, references=tuple(_addressed(r, document.hyperlinks, registry) for r in c.references))
        for c in citations
    )


def _addressed(reference: Reference, links: Sequence[Hyperlink], registry: Registry) -> Reference:
    link = next((link for link in links if link.span.meets(reference.name_span)), None)
    if link is None:
        return reference
    return evolve(
        reference,
        url=link.url,
        candidates=reference.candidates or registry.site(addresses.host(link.url)),
        written_dates=reference.written_dates or addresses.dates(link.url, reference.span),
    )
