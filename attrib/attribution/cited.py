"""Outlets that the registry does not list: what a citation of the bulletin names is one in its text too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrib.attribution import sources
from attrib.attribution.speakers import Speakers
from attrib.model import Citation, Mention, Span, meeting

_SHORTEST = 4  # code points: "TV" or "MK" may be anything in running text


def mentions(prose: str, citations: Sequence[Citation], speakers: Speakers) -> tuple[Mention, ...]:
    """Where the text names, outside its citations, an outlet that they cite and the registry does not know.

    One that is linked is named by the linked words: "told [The Cable](https://thecable.example/...)".
    """
    references = [r for c in citations for r in c.references if r.source is None and not r.candidates and not r.again]
    named = {r.written for r in references if _is_name(r.written, speakers)}
    if not named:
        return ()
    taken = sorted({c.span for c in citations if c.form != "link"})
    found = (span for name in named for span in _places(prose, name) if not meeting(taken, span))
    return tuple(Mention(span, (sources.unlisted(span.of(prose)),)) for span in _longest(found))


def _is_name(written: str, speakers: Speakers) -> bool:
    """Whether it reads as the name of an outlet; a ministry or a spokesman that is cited is none."""
    noun = written.rpartition(" ")[2].lower()
    return (
        len(written) >= _SHORTEST
        and written[0].isupper()
        and not any(speakers.speaks(word) for word in (noun, sources.singular(noun)))
    )


def _places(prose: str, name: str) -> Iterator[Span]:
    at = prose.find(name)
    while at >= 0:
        end = at + len(name)
        if not (prose[at - 1 : at].isalnum() or prose[end : end + 1].isalnum()):
            yield Span(at, end)
        at = prose.find(name, end)


def _longest(found: Iterable[Span]) -> Iterator[Span]:
    """In order, and of those that overlap the first and longest."""
    free = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= free:
            free = span.end
            yield span
