"""Links as citations: the outlet by its domain, the day by the path; the linked words are what is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.citations import asides, grammar
from attrib.citations.words import CitationWords
from attrib.dates import relative
from attrib.dates.written import read as read_dates
from attrib.matching.patterns import pattern
from attrib.model import Bracket, Citation, Document, Hyperlink, Paragraph, Reference, Span, WrittenDate, meeting
from attrib.registry import Registry, names
from attrib.values import evolve

_SCHEME = pattern(r"https?://", re.IGNORECASE)
_BARE = pattern(r"https?://[^\s<>()\[\]{}\"“”«»|]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_"
_BEHIND = pattern(r"[>)\].,;|·•&\s]*(?:and\s|\Z|\n|[A-Z\"“‘«]|https?://)")
_BETWEEN = pattern(r"[\s,;|·•&/]*(?:and\s+)?")
_LONGEST_LEAD = 40
_BRACKETED = pattern(r"[\s*_]*[(\[](?P<inner>[^()\[\]]+)[)\]][\s*_]*")
_NAME = pattern(r"[A-Z0-9À-Þ][\w.'’&-]*(?:\s+(?:(?:d[aeo]s?|del|la|of|the|and|y|e)\s+){0,2}[A-Z0-9À-Þ][\w.'’&-]*){0,5}")
_ON = pattern(r"(?:,?\s+on)?\s+")
_LONGEST_DAY = 40
_SHORTEST_LABEL = 3  # of a domain that tells a name; "ft" may be anybody's
_LONGEST_NAME = 60  # code points of words that may be an outlet's name alone


def read(
    document: Document, paragraph: Paragraph, taken: Sequence[Span], registry: Registry, words: CitationWords
) -> tuple[Citation, ...]:
    """The links of a paragraph, and its bare addresses, that stand in no other citation."""
    return tuple(
        Citation(
            link.span,
            "link",
            paragraph.number,
            _references(link, document, registry, words),
            label=_label(link, document),
        )
        for link in _links(document, paragraph.span)
        if not any(span.holds(link.span) for span in taken)
        and not words.addresses.is_archive(link.url)
        and not _refers(link.text.of(document.prose), words)
    )


def _label(link: Hyperlink, document: Document) -> str | None:
    """The figure that is all of its words, as the marker of a note: "sank.[1](https://...)", "[1]" with its address."""
    linked = link.text.of(document.prose).strip("[]() ")
    return linked if linked.isdecimal() else None


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
    """Whether the linked words are the bulletin's own name, or "our issue": such a link leads to an issue of it."""
    name = linked.strip().casefold().removeprefix("the ").partition(",")[0]
    return name in words.publications or name in words.sisters or words.own_issue.search(linked) is not None


def _references(link: Hyperlink, document: Document, registry: Registry, words: CitationWords) -> tuple[Reference, ...]:
    """What a link refers to; of one whose words are a bracket, what the bracket cites."""
    found = reference(link, document, registry, words)
    if not found.written_dates and words.inline.cue.search(document.prose, *link.text):
        found = evolve(found, written_dates=_day_behind(document.prose, link.span.end))
    bracket = _BRACKETED.fullmatch(document.prose, *link.text)
    if bracket is None:
        return (found,)
    cited = grammar.read(document.prose, Span(*bracket.span("inner")), registry, words).references
    if not cited:
        return (found,)
    return tuple(
        evolve(
            r,
            url=link.url,
            candidates=found.candidates
            if len(cited) == 1 and registry.site(words.addresses.host(link.url))
            else r.candidates,
            written_dates=r.written_dates or found.written_dates,
        )
        for r in cited
    )


def reference(link: Hyperlink, document: Document, registry: Registry, words: CitationWords) -> Reference:
    """What a link refers to. A day in its words comes before one in its path.

    Of an unknown site the linked words may name the outlet; else its domain stands for it.
    """
    linked = link.text.of(document.prose).strip()
    host = words.addresses.host(link.url)
    named = registry.lookup(linked) if len(linked) < _LONGEST_NAME and "://" not in linked else ()
    mentioned = registry.mentions(document.prose, link.text)
    site = registry.site(host)
    of_site = None if site else _name_of_site(linked, host, words)
    within = len(mentioned) == 1 and of_site in (None, mentioned[0].span.of(document.prose))
    # of "Folha do Progresso" at its own address the registry's Folha is only a part
    candidates = site or named or (mentioned[0].sources if within else ())
    dates = tuple(read_dates(document.prose, link.text.start, link.text.end, citation=True))
    if not dates or "://" in linked:
        dates = words.addresses.dates(link.url, link.span)
    return Reference(
        link.span,
        link.text,
        linked if named else of_site or _poster(link.url, host, words),
        candidates=candidates,
        written_dates=dates,
        url=link.url,
    )


def _day_behind(prose: str, at: int) -> tuple[WrittenDate, ...]:
    """The day right behind a link that says who reported: "[Interfax reported](https://...) on May 3"."""
    day = next(read_dates(prose, at, at + _LONGEST_DAY), None) or relative.behind(prose, at, at + _LONGEST_DAY)
    return (day,) if day and _ON.fullmatch(prose, at, day.span.start) else ()


def _poster(url: str, host: str, words: CitationWords) -> str:
    """The host; where anybody posts, with who does: "t.me/kaliningrad_gov"."""
    path = url.partition("://")[2].partition("/")[2]
    who = path.removeprefix("s/").partition("/")[0].partition("?")[0]
    return f"{host}/{who}" if who and words.addresses.is_platform(host) else host


def _name_of_site(linked: str, host: str, words: CitationWords) -> str | None:
    """The name among linked words that is the site's, unknown as it is: "La Boya" of laboya.example.

    On a platform it is who posts there, where the words are a name and nothing else.
    """
    if words.addresses.is_platform(host):
        named = _NAME.fullmatch(linked) and not linked.isdecimal() and linked not in words.addresses.platform_names
        return linked if named else None
    labels = [names.fold(label) for label in host.split(".")[:-1]]
    for found in _NAME.finditer(linked):
        name = found[0].partition(". ")[0].rstrip(".'’-&")
        key, first = names.fold(name), names.fold(name.split()[0])
        initials = "".join(word[0] for word in name.lower().split())
        for label in labels:
            if len(label) < _SHORTEST_LABEL or len(key) < _SHORTEST_LABEL:
                continue
            if label in (key, first, initials) or key.startswith(label) or label.removeprefix("the").startswith(key):
                return name
    return None


def without_linked(
    document: Document, brackets: Sequence[Bracket], citations: Sequence[Citation], words: CitationWords
) -> tuple[tuple[Bracket, ...], tuple[Citation, ...]]:
    """The brackets and citations of a paragraph without those that a link holds or is.

    The bracket of "[(Reuters)](https://...)" is cited by the link; one that holds nothing but links, as in
    "([Reuters](https://...))", cites as they do.
    """
    texts = [link.text for link in document.hyperlinks if _SCHEME.match(link.url)]
    wrapped = {
        c.span
        for c in citations
        for text in texts
        if text.holds(c.span) and _BRACKETED.fullmatch(document.prose, *text)
    }
    kept = tuple(c for c in citations if c.span not in wrapped)
    return tuple(_of_links(b, document.prose, texts, words) for b in brackets), kept


def _of_links(bracket: Bracket, prose: str, texts: Sequence[Span], words: CitationWords) -> Bracket:
    inside = [text for text in texts if bracket.span.holds(text)]
    nameless = all(crossed.publication is None for crossed in bracket.cross_references)  # "(see [here](...))"
    if bracket.kind not in ("gloss", "cross-reference") or not inside or not nameless:
        return bracket
    edges = [bracket.span.start, *(edge for text in inside for edge in text), bracket.span.end]
    alone = all(words.beside_links.fullmatch(prose, edges[i], edges[i + 1]) for i in range(0, len(edges), 2))
    return evolve(bracket, kind="citation", cross_references=()) if alone else bracket


def closing(prose: str, citation: Citation, words: CitationWords, before: Span | None = None) -> Span | None:
    """The visible words of a link that closes what stands before it, "Source:" included; ``None`` inside a sentence.

    Such a link stands behind the stop, with no sentence about it: "... sank. Source: https://...". One right behind
    another such link, whose words end ``before``, closes with it: "Sources: [Trud](...), [AFP](...)".
    """
    span, reference = citation.span, citation.references[0]
    linked = reference.name_span.of(prose)
    if before and _BETWEEN.fullmatch(prose, before.end, span.start) and _BEHIND.match(prose, span.end):
        return Span(before.end, reference.name_span.end)
    if not ("://" in linked or linked == reference.written or linked.isdecimal() or words.link_label.fullmatch(linked)):
        return None
    begins = reference.name_span.start if linked.isdecimal() else span.start  # "sank.[1](https://...)" has no blank
    lead = words.link_lead.search(prose, max(0, span.start - _LONGEST_LEAD), begins)
    return Span(lead.start("words"), reference.name_span.end) if lead and _BEHIND.match(prose, span.end) else None


def goes_on(prose: str, before: Span, link: Span) -> bool:
    """Whether a link that closes nothing goes on with the lone ones before it: then they begin a sentence with it."""
    return _BETWEEN.fullmatch(prose, before.end, link.start) is not None


def in_note(document: Document, span: Span, registry: Registry, words: CitationWords) -> tuple[Reference, ...]:
    """What the links of a note refer to: the first, with the days that stand beside it, and those to known sites."""
    link = next((link for link in _links(document, span) if not words.addresses.is_archive(link.url)), None)
    if link is None:
        return ()
    dates = asides.days(document.prose, span, words)
    found = reference(link, document, registry, words)
    name = (
        None if found.candidates else _name_of_site(document.prose[span.start : link.span.start], found.written, words)
    )
    first = evolve(found, written=name or found.written, written_dates=dates or found.written_dates)
    others = beside(document, span, (first,), registry, words)
    return _each_dated(document.prose, span, (first, *others), words) if others else (first,)


def _each_dated(prose: str, span: Span, found: Sequence[Reference], words: CitationWords) -> tuple[Reference, ...]:
    """Links of a note with the days that stand behind each, or behind those that follow it: "A, B, May 3; C, May 4"."""
    dated: list[Reference] = []
    end, days = span.end, tuple[WrittenDate, ...]()
    for own in reversed(found):
        days = asides.days(prose, Span(own.span.end, end), words) or days
        end = own.span.start
        dated.insert(0, evolve(own, written_dates=days or own.written_dates))
    return tuple(dated)


def beside(
    document: Document, span: Span, cited: Sequence[Reference], registry: Registry, words: CitationWords
) -> tuple[Reference, ...]:
    """What the links of a note refer to besides what it cites in words: other known outlets, each once."""
    if not document.hyperlinks:
        return ()
    known = {source.id for r in cited for source in r.candidates}
    found = []
    for link in _links(document, span):
        if words.addresses.is_archive(link.url) or any(r.span.meets(link.span) for r in cited):
            continue
        sources = registry.site(words.addresses.host(link.url))
        if sources and known.isdisjoint(source.id for source in sources):
            known.update(source.id for source in sources)
            found.append(reference(link, document, registry, words))
    return tuple(found)


def addressed(
    document: Document, citations: Sequence[Citation], registry: Registry, words: CitationWords
) -> tuple[Citation, ...]:
    """Give each reference inside whose words a link stands its address, and the day and the outlet that it lacks."""
    if not document.hyperlinks:
        return tuple(citations)
    return tuple(
        evolve(c, references=tuple(_addressed(r, document.hyperlinks, registry, words) for r in c.references))
        for c in citations
    )


def _addressed(reference: Reference, links: Sequence[Hyperlink], registry: Registry, words: CitationWords) -> Reference:
    link = next((link for link in links if link.span.meets(reference.name_span)), None)
    if link is None:
        return reference
    site = registry.site(words.addresses.host(link.url))
    there = tuple(source for source in reference.candidates if source in site)  # "APA" at apa.az is not that of Vienna
    return evolve(
        reference,
        url=link.url,
        candidates=there or reference.candidates or site,
        written_dates=reference.written_dates or words.addresses.dates(link.url, reference.span),
    )
