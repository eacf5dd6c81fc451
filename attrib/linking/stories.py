"""A story: what an item of the bulletin holds, and all that tells what carries its claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from attrib.keeping.reuse import Memo, Start, shifted
from attrib.model import Attribution, Bracket, Citation, Claim, Paragraph, Reference, Span, Told, WrittenDate
from attrib.values import field, frozen

_number = attrgetter("paragraph")


Indices = Mapping[int, Sequence[int]]
"""What stands in a paragraph, by its number: indices, in order."""


@frozen(slots=False)
class Story:
    """The paragraphs of an item with their brackets, citations and claims; ``first_citation`` is an index.

    ``told`` is the whole bulletin, whose sentences and attributions the claims name by their indices.
    """

    told: Told = field(repr=False)
    paragraphs: tuple[Paragraph, ...]
    brackets: Sequence[Bracket]
    citations: Sequence[Citation]
    claims: Sequence[Claim]
    first_citation: int

    @classmethod
    def of(cls, told: Told, paragraphs: tuple[Paragraph, ...], claims: Sequence[Claim]) -> Story:
        """The item of these paragraphs, with what stands in them of a bulletin and of its claims."""
        first, last = paragraphs[0].number, paragraphs[-1].number
        here = [
            slice(bisect_left(values, first, key=_number), bisect_right(values, last, key=_number))
            for values in (told.brackets, told.citations, claims)
        ]
        return cls(told, paragraphs, told.brackets[here[0]], told.citations[here[1]], claims[here[2]], here[1].start)

    @property
    def prose(self) -> str:
        return self.told.prose

    @cached_property
    def citations_in(self) -> Indices:
        """The indices of its citations, by paragraph."""
        return _by_paragraph(self.citations)

    @cached_property
    def claims_in(self) -> Indices:
        """The indices of its claims, by paragraph."""
        return _by_paragraph(self.claims)

    def said(self, claim: Claim) -> Sequence[Attribution]:
        """The attributions of a claim."""
        attributions = self.told.attributions
        return [attributions[i] for i in claim.attributions]

    def key(self, speakers: Mapping[int, Sequence[str | None]], memo: Memo) -> tuple[Hashable, ...]:
        """All that tells what is read in it, as counted from its start; ``speakers`` are those of each paragraph."""
        start, first = self.paragraphs[0].span.start, self.paragraphs[0].number
        read = tuple(
            [
                (p.span.start - start, memo.token("said", p.number), memo.token("claims", p.number))
                for p in self.paragraphs
            ]
        )
        brackets = tuple([(b.kind, b.paragraph - first, _place(b.span, start)) for b in self.brackets])
        cited = tuple([(c.paragraph - first, _cited(c, start)) for c in self.citations])
        told = tuple([tuple(speakers.get(p.number, ())) for p in self.paragraphs])
        return read, brackets, cited, told


def _by_paragraph(values: Sequence[Claim] | Sequence[Citation]) -> Indices:
    found: dict[int, list[int]] = defaultdict(list)
    for index, paragraph in enumerate([value.paragraph for value in values]):
        found[paragraph].append(index)
    return found


def speakers(told: Told) -> Mapping[int, Sequence[str | None]]:
    """Who speaks in the attributions of each paragraph: "one newspaper" may be known only by what is cited."""
    found: dict[int, list[str | None]] = defaultdict(list)
    for one in told.attributions:
        found[told.sentences[one.sentence].paragraph].append(one.speaker)
    return found


def _cited(citation: Citation, start: int) -> Hashable:
    problems = shifted(citation.problems, Start(-start)) if citation.problems else ()
    references = tuple([_reference(reference, start) for reference in citation.references])
    return citation.form, citation.label, _place(citation.span, start), references, problems


def _reference(own: Reference, start: int) -> Hashable:
    return (
        own.span.start - start,
        own.span.end - start,
        own.name_span.start - start,
        own.name_span.end - start,
        own.written,
        own.source and own.source.id,
        tuple([source.id for source in own.candidates]),
        tuple([_written(date, start) for date in own.written_dates]),
        own.dates,
        own.via,
        own.via_source and own.via_source.id,
        own.title,
        own.url,
        own.again,
    )


def _written(own: WrittenDate, start: int) -> Hashable:
    return _place(own.span, start), own.ranges, own.form, own.weekday, own.fault, own.ambiguous, own.spoken


def _place(span: Span, start: int) -> tuple[int, int]:
    return span.start - start, span.end - start
