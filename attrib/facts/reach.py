"""How far facts look: around in the item of their subject, and at the whole bulletin for what `whole` tells.

By this the findings of an item are known again in the next version of a draft. Whoever adds a fact that looks further
adds here what it looks at; tests/test_reuse.py asks every fact.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable
from itertools import groupby
from operator import attrgetter

from attrib.facts import Subject
from attrib.facts.view import View
from attrib.keeping.reuse import Memo, Start, shifted
from attrib.model import Citation, Paragraph, Span
from attrib.values import frozen

_AROUND = 24  # code points before and behind an item: the blanks and marks at its brackets

_number = attrgetter("paragraph")


@frozen
class Item:
    """An item: its stretch of text, the number of its first paragraph, and all that facts of its subjects look at,
    as counted from its start."""

    span: Span
    first: int
    seen: tuple[Hashable, ...]


def whole(view: View) -> tuple[Hashable, ...]:
    """What facts of any subject look at of the bulletin as a whole."""
    analysis = view.analysis
    date = analysis.date.value, analysis.date.basis
    return (
        analysis.document.path,
        date,
        analysis.style,
        view.main_date_form,
        view.years_usual,
        bool(view.undated_names),
        view.justified,
        len(analysis.citations),
    )


def home(subject: Subject) -> Callable[[View, int], Span] | None:
    """What tells where a subject stands; what is part of a citation, there. The bulletin stands nowhere."""
    if subject.name == "bulletin":
        return None
    inside = subject.facts.get("citation_at")
    return inside.value if inside else subject.span


def items(view: View, memo: Memo) -> tuple[Item, ...]:
    """The items of a bulletin, in order; ``memo`` is the one that it was read with.

    None where a citation reaches out of its item: what a note cites stands elsewhere, and may for several notes.
    """
    found = []
    for _, group in groupby(view.paragraphs, lambda paragraph: paragraph.item):
        inside = tuple(group)
        span = Span(inside[0].span.start, inside[-1].span.end)
        seen = _seen(view, memo, inside, span)
        if seen is None:
            return ()
        found.append(Item(span, inside[0].number, seen))
    return tuple(found)


def _seen(view: View, memo: Memo, inside: tuple[Paragraph, ...], span: Span) -> tuple[Hashable, ...] | None:
    analysis, first, last = view.analysis, inside[0].number, inside[-1].number
    cited = analysis.citations[
        bisect_left(analysis.citations, first, key=_number) : bisect_right(analysis.citations, last, key=_number)
    ]
    linked = memo.token("links", first)
    if linked is None or not all(_within(span, citation) for citation in cited):
        return None
    start = span.start
    around = slice(max(0, start - _AROUND), span.end + _AROUND)
    crossed = tuple(
        (shifted(other, Start(-start)), number in view.repeated)
        for number, other in enumerate(view.cross_references)
        if span.meets(other.span)
    )
    sentences = bisect_left(analysis.sentences, first, key=_number), bisect_right(analysis.sentences, last, key=_number)
    crossing = tuple(sorted(s - sentences[0] for s in view.referring if sentences[0] <= s < sentences[1]))
    names_before = any(analysis.claims[c].names for c in view.paragraph_claims.get(first - 1, ()))
    return (linked, first, view.text[around], view.prose[around], start - around.start, crossed, crossing, names_before)


def _within(span: Span, citation: Citation) -> bool:
    """Whether all of a citation stands in the item: a note's sources and a shared date may not."""
    return all(span.holds(problem.span) for problem in citation.problems) and all(
        span.holds(own.span) and all(span.holds(date.span) for date in own.written_dates) for own in citation.references
    )
