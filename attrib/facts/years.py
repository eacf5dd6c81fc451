"""Which citations write the year of their days, and where most do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrib.model import Citation, CitationForm, Reference, WrittenDate


def spelt(reference: Reference) -> tuple[WrittenDate, ...]:
    """The dates of a reference that somebody wrote in figures."""
    return tuple([date for date in reference.written_dates if date.form != "implied"])


def written(citation: Citation) -> bool | None:
    """Whether a day in it is written with its year; ``None`` without days, and in a link or running text."""
    if citation.form in ("inline", "link"):
        return None
    dates = [date for own in citation.references for date in own.written_dates if date.form != "implied"]
    found = [last.year is not None for date in dates for _, last in date.ranges]
    return True in found if found else None


def usual(citations: Sequence[Citation], years: Sequence[bool | None]) -> frozenset[CitationForm]:
    """The forms of which most that have days write the year: notes may, where brackets do not."""
    balance: Counter[CitationForm] = Counter()
    for citation, own in zip(citations, years, strict=True):
        if own is not None:
            balance[citation.form] += 1 if own else -1
    return frozenset(form for form, more in balance.items() if more > 0)
