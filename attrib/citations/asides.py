"""What stands beside names and days in a citation: titles, addresses, inner brackets, days of looking at a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.citations.words import CitationWords
from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Span, WrittenDate
from attrib.registry import Registry
from attrib.values import frozen

_SIGNS = ('"', *"“«‘([", "://", "www.")
_QUOTED = pattern(r"[\"“«][^\"”»]*[\"”»],?|‘[^’]*’,")
# "t.me/mash/1" too; of "Lenta.ru/Interfax" the path is another outlet
_BARE = r"(?-i:(?<![\w.@/])(?:[a-z0-9-]+\.)+[a-z]{2,6}/(?=[a-z0-9]))"
_URL = pattern(rf"(?:https?://|www\.|{_BARE})[^\s,;()<>\[\]]+[^\s,;()<>\[\].]", re.IGNORECASE)
_BARE_ADDRESS = pattern(rf"(?<!//)(?<!www\.){_BARE}")
_NESTED = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_NAME_BEFORE = pattern(r"[^,;()\[\]]+\Z")


@frozen
class Asides:
    """Titles and addresses of a content, by their spans. In the text that is read they are blank."""

    titles: tuple[tuple[Span, str], ...] = ()
    urls: tuple[tuple[Span, str], ...] = ()

    def title(self, group: Span) -> tuple[Span, str] | None:
        return next((t for t in self.titles if group.holds(t[0])), None) if self.titles else None

    def url(self, group: Span) -> tuple[Span, str] | None:
        return next((u for u in self.urls if group.holds(u[0])), None) if self.urls else None


def among(prose: str, span: Span, words: CitationWords) -> bool:
    """Whether a content may hold any."""
    text = span.of(prose).lower()
    for sign in _SIGNS + words.looked_at_signs:  # a generator takes twice as long
        if sign in text:
            return True
    return "/" in text and _BARE_ADDRESS.search(prose, *span) is not None


def blanked(text: str, registry: Registry, words: CitationWords) -> tuple[str, Asides]:
    """The text with titles, addresses and inner brackets blanked, and what the titles and addresses are.

    Of an outlet's name in quotation marks only the marks are blanked; in 'NTV "Itogi"' it is a programme.
    """
    titles: list[tuple[Span, str]] = []
    urls: list[tuple[Span, str]] = []
    for found in _URL.finditer(text):
        if _is_another_outlet(text, found, registry):
            continue
        urls.append((Span(*found.span()), found[0]))
        text = _blanked(text, found.span())
    for found in _QUOTED.finditer(text):
        marked = found[0].strip('"“”«»‘’ ,')
        if not marked:
            text = _blanked(text, found.span(), ",")
            continue
        start = text.index(marked, found.start())
        inner = Span(start, start + len(marked))
        before = text[: found.start()].rstrip()
        if (not before[-1:].isalpha() or before.endswith("and")) and registry.lookup(marked):
            text = _blanked(text, (found.start(), inner.start))
            text = _blanked(text, (inner.end, found.end()), "," if "," in found[0][len(marked) :] else " ")
        else:
            titles.append((inner, marked))
            text = _blanked(text, found.span(), ",")
    for found in _NESTED.finditer(text):
        day = next(written.read(text, found.start() + 1, found.end() - 1, citation=True), None)
        if day and day.span == (found.start() + 1, found.end() - 1):  # "Interfax (September 10, 2018)"
            text = _without_marks(text, found, ",")
        elif not text[: found.start()].rpartition(";")[2].strip() and found[0][1:2].isupper():  # "[Trud], May 3"
            text = _without_marks(text, found, " ")
        elif not _is_place(text, found, registry):
            text = _blanked(text, found.span())
    for at in _looked_at(text, 0, len(text), words):
        text = _blanked(text, at)
    return text, Asides(tuple(titles), tuple(urls))


def _is_another_outlet(text: str, address: re.Match[str], registry: Registry) -> bool:
    """Whether an address without a page stands for one more outlet: "Interfax, www.charter97.org, May 16"."""
    if "/" in address[0] or not text[: address.start()].rpartition(";")[2].strip():
        return False
    found = registry.site(address[0])
    return bool(found) and not any(source.name in text for source in found)


def _is_place(text: str, bracket: re.Match[str], registry: Registry) -> bool:
    """Whether a bracket tells which outlet of a name it is: "Duma [Sofia]"."""
    found = _NAME_BEFORE.search(text, 0, bracket.start())
    name = found[0].strip() if found else ""
    placed = registry.at(name, bracket[0][1:-1])
    return bool(placed) and placed != registry.lookup(name)


def _without_marks(text: str, bracket: re.Match[str], mark: str) -> str:
    start, end = bracket.span()
    return _blanked(_blanked(text, (start, start + 1), mark), (end - 1, end))


def _looked_at(text: str, start: int, end: int, words: CitationWords) -> Iterator[Span]:
    """Where a text says when its author looked at a page: "accessed on May 14, 2024"."""
    for found in words.looked_at.finditer(text, start, end):
        day = next(written.read(text, found.end(), min(end, found.end() + 30), citation=True), None)
        if day and day.span.start == found.end():
            yield Span(found.start(), day.span.end)


def days(prose: str, span: Span, words: CitationWords) -> tuple[WrittenDate, ...]:
    """The days of a content that are of what is cited, and not of when its author looked at it."""
    looked_at = tuple(_looked_at(prose, *span, words))
    days = written.read(prose, *span, citation=True)
    return tuple(day for day in days if not any(at.holds(day.span) for at in looked_at))


def _blanked(text: str, place: tuple[int, int], mark: str = " ") -> str:
    start, end = place
    return text[:start] + mark + " " * (end - start - 1) + text[end:]
