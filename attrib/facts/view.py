"""An analysis with the indexes that facts look things up in; each is made when a fact first asks for it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from attrib.citations.notes import referred_to
from attrib.facts import gaps, named, slips, words, years
from attrib.facts.days import has_form
from attrib.facts.indexes import Indexes
from attrib.matching.wordlists import ListHit
from attrib.model import (
    Analysis,
    Citation,
    CitationForm,
    CrossReference,
    DateForm,
    Mention,
    Paragraph,
    Reference,
    Source,
    Span,
    WrittenDate,
    meeting,
)
from attrib.values import field, frozen

if TYPE_CHECKING:
    from attrib.registry import Registry
    from attrib.withheld.suppression import Ignored

_RIGHT_BEHIND = 2  # code points from the end of a claim, with its stop and a blank, to what stands right behind it
_OPENING = 40  # code points before the day of a cross-reference in which it opens: “see also "RFE/RL Newsline,"”


@frozen
class View(Indexes):
    """What every fact is computed from. Subjects are indices into its tuples and into those of ``analysis``."""

    analysis: Analysis
    given_registry: Registry | None = None
    ignored: tuple[Ignored, ...] = ()
    known: tuple[Span, ...] = ()
    """Stretches of which no fact is asked: their gaps and words are not looked for."""
    _suggested: dict[str, tuple[str, ...]] = field(factory=dict, repr=False, eq=False)
    _places: dict[str, Sequence[ListHit]] = field(factory=dict, init=False, repr=False, eq=False)
    """Where the words of lists stand, of those that were asked for."""
    _outlets: dict[int, frozenset[str] | None] = field(factory=dict, init=False, repr=False, eq=False)

    @cached_property
    def text(self) -> str:
        return self.analysis.document.text

    @cached_property
    def prose(self) -> str:
        return self.analysis.document.prose

    @cached_property
    def registry(self) -> Registry:
        if self.given_registry is not None:
            return self.given_registry
        from attrib import registry

        return registry.default()

    def suggest(self, name: str) -> tuple[str, ...]:
        """The registry's nearest names, each name looked up once."""
        if name not in self._suggested:
            self._suggested[name] = self.registry.suggest(name)
        return self._suggested[name]

    # --- citations ----------------------------------------------------------------------------------------------------

    @cached_property
    def cross_references(self) -> tuple[CrossReference, ...]:
        bracketed = [x for bracket in self.analysis.brackets for x in bracket.cross_references]
        return tuple(sorted([*bracketed, *self.analysis.cross_references], key=lambda x: x.span))

    @cached_property
    def gaps(self) -> tuple[tuple[int, gaps.Gap], ...]:
        """Every gap with the index of its citation, in order."""
        document, known, found = self.analysis.document, self.known, []
        for c, own in enumerate(self.analysis.citations):
            if not (known and meeting(known, own.span)):
                found += [(c, gap) for gap in gaps.gaps(document, own)]
        return tuple(found)

    @cached_property
    def justified(self) -> bool:
        """Whether the lines are filled with doubled blanks."""
        return gaps.justified(self.analysis.document)

    @cached_property
    def cites_inline(self) -> bool:
        """Whether the bulletin's style cites in running text."""
        return self.analysis.habit.inline

    @cached_property
    def usual_marks(self) -> Mapping[str, str | None]:
        """By what they part, the marks that the bulletin's style puts there."""
        style = self.analysis.habit
        return {"dated-references": style.reference_mark, "name-and-day": style.day_mark}

    def dates_of(self, citation: int) -> Iterator[WrittenDate]:
        """The days of the references of a citation."""
        return (date for own in self.analysis.citations[citation].references for date in own.written_dates)

    def outlets(self, references: Iterable[Reference]) -> frozenset[str] | None:
        """The outlets of references, each by its lineage; unknown where a collective or unknown source may be any."""
        lineage, found = self.registry.lineage, set()
        for own in references:
            if own.source is None or own.source.collective:
                return None
            found.add(lineage(own.source))
            if own.via_source:
                found.add(lineage(own.via_source))
        return frozenset(found)

    def paragraph_outlets(self, paragraph: int) -> frozenset[str] | None:
        """The outlets that the citations of a paragraph name, in the same way."""
        if paragraph not in self._outlets:
            cited = [self.analysis.citations[c] for c in self.paragraph_citations.get(paragraph, ())]
            self._outlets[paragraph] = self.outlets([own for citation in cited for own in citation.references])
        return self._outlets[paragraph]

    def closing(self, claim: int) -> Citation | None:
        """The citation that closes the passage of a claim, in its paragraph: the first behind it or in it."""
        own = self.analysis.claims[claim]
        cited = (self.analysis.citations[c] for c in self.paragraph_citations.get(own.paragraph, ()))
        return next((citation for citation in cited if citation.span.end > own.span.start), None)

    @cached_property
    def undated_names(self) -> tuple[int, ...]:
        """The claims that name an outlet in the text and no day of it, where that is the habit; else none."""
        return named.habitual(self)

    @cached_property
    def slipped(self) -> frozenset[int]:
        """The references whose year is probably last year's by a slip."""
        return slips.found(self)

    def source_asked(self, span: Span) -> bool:
        """Whether a mark of the desk in a stretch, or right behind it, asks for a source."""
        asked = (mark.span.start for mark in self.analysis.marks if mark.asks_source)
        return any(span.start <= at <= span.end + _RIGHT_BEHIND for at in asked)

    # --- paragraphs and sentences -------------------------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The prose paragraphs, in order."""
        return tuple(paragraph for paragraph in self.analysis.paragraphs if paragraph.kind == "prose")

    @cached_property
    def notes(self) -> tuple[Paragraph, ...]:
        """The notes, in order."""
        return tuple(one for one in self.analysis.paragraphs if one.kind == "note" and one.label)

    @cached_property
    def noted(self) -> frozenset[str]:
        """The labels of the notes that the text refers to."""
        marks = [c for c in self.analysis.citations if c.form in ("note", "footnote")]
        cited = frozenset([label for mark in marks if mark.label for label in mark.label.split(", ")])
        return cited | referred_to(self.analysis.document, self.analysis.paragraphs)

    @cached_property
    def paragraph_claims(self) -> Mapping[int, Sequence[int]]:
        """The claims of each paragraph number."""
        return _grouped([(claim.paragraph, c) for c, claim in enumerate(self.analysis.claims)])

    @cached_property
    def paragraph_citations(self) -> Mapping[int, Sequence[int]]:
        """The citations of each paragraph number."""
        return _grouped([(citation.paragraph, c) for c, citation in enumerate(self.analysis.citations)])

    @cached_property
    def attribution_claims(self) -> Mapping[int, Sequence[int]]:
        """The claims that each attribution speaks in."""
        return _grouped([(a, c) for c, claim in enumerate(self.analysis.claims) for a in claim.attributions])

    def sourced(self, paragraph: int) -> bool:
        """Whether the paragraph has a citation or a claim that something supports."""
        return paragraph in self.paragraph_citations or paragraph in self._supported

    @cached_property
    def _supported(self) -> frozenset[int]:
        return frozenset(
            claim.paragraph
            for claim, support in zip(self.analysis.claims, self.analysis.supports, strict=True)
            if support.level in ("multiple", "single", "attributed")
        )

    @cached_property
    def referring(self) -> Mapping[int, Sequence[CrossReference]]:
        """By sentence the cross-references that it holds, or that follow it directly; "see also" only tells of more."""
        found: dict[int, list[CrossReference]] = {}
        if leaned_on := [one for one in self.cross_references if not self.words_in("asides", _opening(one))]:
            starts = [sentence.span.start for sentence in self.analysis.sentences]
            for own in leaned_on:
                if (sentence := bisect_right(starts, own.span.start) - 1) >= 0:
                    found.setdefault(sentence, []).append(own)
        return found

    @cached_property
    def _contents(self) -> tuple[tuple[Span, ...], tuple[int, ...]]:
        """What somebody is said to have said, in order, and up to where it and all before it reach."""
        spoken = [a for a in self.analysis.attributions if a.source or a.speaker or a.own_interview]
        parts = tuple(sorted(part for a in spoken for part in a.content))
        return parts, tuple(accumulate((part.end for part in parts), max))

    def said_by_somebody(self, span: Span) -> bool:
        """Whether words of the span are among what a named or described speaker said."""
        parts, reaches = self._contents
        before = bisect_left(parts, (span.end, 0))
        return before > 0 and reaches[before - 1] > span.start

    @cached_property
    def repeated(self) -> frozenset[int]:
        """The cross-references to an issue that one further up refers to."""
        seen: set[object] = set()
        repeated = []
        for index, own in enumerate(self.cross_references):
            if own.dates and (own.publication, own.dates) in seen:
                repeated.append(index)
            seen.add((own.publication, own.dates))
        return frozenset(repeated)

    # --- days and names -----------------------------------------------------------------------------------------------

    @cached_property
    def date_given(self) -> bool:
        """Whether the issue date was given and not inferred from what a rule would judge by it."""
        return self.analysis.date.basis in ("option", "front-matter", "masthead", "file-name")

    def day(self, reference: Reference) -> dt.date | None:
        """The last day a reference is cited of; that of the issue where it has no date."""
        return reference.dates[-1].last if reference.dates else self.issued

    @cached_property
    def main_date_form(self) -> DateForm | None:
        """The form that most dates of the citations have; of equals, the first."""
        forms: list[DateForm] = []
        for reference in self.references:
            dates = reference.written_dates
            # Of several that are equal one counts; to tell takes long, and most references have one.
            forms += [d.form for d in (dates if len(dates) == 1 else dict.fromkeys(dates)) if has_form(d)]
        return Counter(forms).most_common(1)[0][0] if forms else None

    @cached_property
    def years_written(self) -> tuple[bool | None, ...]:
        """Of each citation whether it writes the year of a day; ``None`` where nobody would."""
        return tuple([years.written(citation) for citation in self.analysis.citations])

    @cached_property
    def years_usual(self) -> frozenset[CitationForm]:
        """The forms of citations of which most write the year."""
        return years.usual(self.analysis.citations, self.years_written)

    def name_in(self, source: Source, year: int) -> str | None:
        """The other name that an outlet bore in a year, from the registry's predecessors and successors."""
        other = self.registry.name_in(source, year)
        return other.name if other else None

    def written(self, source: Source, sentence: int) -> str:
        """A source by the name that a sentence gives it; by the registry's where it stands for "the paper"."""
        span = self.analysis.sentences[sentence].span
        named = (m.span.of(self.prose) for m in self.registry.mentions(self.prose, span) if _means(m, source))
        return " ".join(next(named, source.name).split())

    # --- words --------------------------------------------------------------------------------------------------------

    def words_in(self, name: str, span: Span) -> Span | None:
        """The first word of a list of rules/lexicon/facts.toml inside a span."""
        if name not in self._places:
            edges = [0, *(edge for span in self.known for edge in span), len(self.prose)]
            self._places.update(words.places(name, self.prose, tuple(map(Span, edges[::2], edges[1::2]))))
        places = self._places[name]
        if not places:
            return None
        at = bisect_left(places, (span.start,))
        return Span(*places[at][:2]) if at < len(places) and places[at].end <= span.end else None


def _opening(one: CrossReference) -> Span:
    """Where the words stand that open a cross-reference."""
    return Span(max(0, one.span.start - _OPENING), one.span.end)


def _means(mention: Mention, source: Source) -> bool:
    return any(one.id == source.id for one in mention.sources)


def _grouped(pairs: Iterable[tuple[int, int]]) -> Mapping[int, Sequence[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
