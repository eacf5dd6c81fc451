"""Outlets without their names that the brackets behind them tell: "one newspaper ... another (Trud, Vremya, May 3)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.attribution.speakers import Speakers
from attrib.model import Attribution, Citation, Reference, Sentence, Span
from attrib.values import evolve

_MOST_WORDS = 6  # of such a source: "yet another Moscow daily"
_BETWEEN = 2  # adjectives of it
_ANY = ("newspaper", "magazine", "agency", "broadcaster", "site")


def resolved(
    prose: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    citations: Sequence[Citation],
    speakers: Speakers,
) -> tuple[Attribution, ...]:
    """The attributions, with the name of its outlet as ``speaker`` where an unnamed one is told by its citation.

    The outlets that a passage leaves without a name are those that its citation names, in order, but for the ones that
    the text names too; where there are more or fewer of the one than of the other, nobody can tell which is which.
    """
    unnamed = [(k, kinds) for k, a in enumerate(attributions) if (kinds := _kinds(a, prose, speakers))]
    if not unnamed:
        return tuple(attributions)
    out = list(attributions)
    for passage, references in _passages(sentences, {attributions[k].sentence for k, _ in unnamed}, citations):
        inside = [(k, kinds) for k, kinds in unnamed if (source := attributions[k].source) and passage.holds(source)]
        while inside and inside[0][1] == _ANY:
            del inside[0]  # "another" is another outlet only behind one
        named = {a.outlet.id for a in attributions if a.outlet and a.source and passage.holds(a.source)}
        left = [r for r in references if r.source and r.source.id not in named]
        places = list(dict.fromkeys(attributions[k].source for k, _ in inside))
        if len(places) != len(left):
            continue
        for k, kinds in inside:
            reference = left[places.index(attributions[k].source)]
            if reference.source and reference.source.kind in kinds:
                out[k] = evolve(out[k], speaker=reference.name)
    return tuple(out)


def _kinds(said: Attribution, prose: str, speakers: Speakers) -> tuple[str, ...]:
    """The kinds of outlet that its source may mean, () where it is no outlet that is left without its name."""
    if said.kind not in ("collective", "anonymous") or said.source is None or said.outlet is not None:
        return ()
    words = said.source.of(prose).split()
    if " ".join(words).lower() in speakers.indefinite:
        return _ANY
    if not 2 <= len(words) <= _MOST_WORDS:
        return ()
    first = next((n for n in (2, 1) if " ".join(words[:n]).lower() in speakers.indefinite), 0)
    for noun in (" ".join(words[-2:]), words[-1]) if first else ():
        between = len(words) - first - noun.count(" ") - 1
        if noun in speakers.agencies and between:
            return ()  # "a Russian agency" may be one of the state's
        if 0 <= between <= _BETWEEN and (kinds := speakers.kinds(noun)):
            return kinds
    return ()


def _passages(
    sentences: Sequence[Sentence], wanted: set[int], citations: Sequence[Citation]
) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
    """The stretches before the citations in brackets of the paragraphs with these sentences, and what each names."""
    paragraphs = {sentences[number].paragraph for number in wanted}
    first = {p: min(s.span.start for s in sentences if s.paragraph == p) for p in paragraphs}
    for citation in citations:
        if citation.paragraph in paragraphs and citation.form == "parenthetical":
            yield Span(first[citation.paragraph], citation.span.start), citation.references
            first[citation.paragraph] = citation.span.end
