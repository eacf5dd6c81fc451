"""What a claim counts: its numbers with their unit and currency."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Citation, Event, Span, meeting

# Patterns that begin with a letter or digit and look behind it are found faster than those that look behind first.
_FIGURE = pattern(
    r"[0-9](?<![\w.,][0-9])\d*(?:[.,]\d+)*(?:\s?(?:%|(?:percent|per cent|million|billion|trillion|thousand)\b))?"
)
_MONEY = pattern(r"(?:US)?[$€£]\s?\Z")
_CURRENCIES = "$€£"
# A year counts nothing: "in 1999", "since 1999", "November 1999".
_YEAR = pattern(r"(?:19|20)\d\d\Z")
_BEFORE_YEAR = (
    "in ",
    "In ",
    "since ",
    "Since ",
    "ber ",
    "ary ",
    "March ",
    "April ",
    "May ",
    "June ",
    "July ",
    "August ",
)
# Nor does a year that is aimed at or belongs to, unless a noun follows it: "by 2010", and not "by 2000 tons".
_BEFORE_AIM = ("of ", "by ", "By ", "until ", "Until ", "till ", "through ", "before ", "Before ", "after ", "After ")
_AIM = pattern(r"(?:19|20)\d\d(?!\s+(?:(?!(?:was|is|has|its|this|thus)\b)[a-z]+s|men|people|percent|per cent)\b)")


def none(
    prose: str, span: Span, crossed: Sequence[Span], citations: Sequence[Citation], *, dated: bool
) -> Sequence[Span]:
    """Where numbers of a paragraph count nothing, in order: cross-references and markers of notes, also as links.

    In a bulletin that is not ``dated`` the days are among them; else they are events, which are asked by themselves.
    """
    marks = [c.span for c in citations if c.form in ("note", "footnote") or (c.form == "link" and _is_number(prose, c))]
    found = sorted([*crossed, *marks])
    if dated:
        return found
    return sorted([*found, *(day.span for day in written.read(prose, *span) if not meeting(found, day.span))])


def _is_number(prose: str, citation: Citation) -> bool:
    """Whether a link has no words but a number, as the marker of a note: "[2](https://...)", "[[2]](https://...)"."""
    return citation.references[0].name_span.of(prose).strip("[]() ").isdecimal()


def read(prose: str, span: Span, at: int, others: Sequence[Span], days: Sequence[Event]) -> tuple[Span, ...]:
    """The numbers with their unit and currency, but for those of days and of ``others``, as the markers of notes.

    The first figure stands ``at``.
    """
    begin = span.start
    figures = [*_FIGURE.finditer(prose, at, span.end)]
    if not figures:
        return ()
    dated = [event.span for event in days]
    found: list[Span] = []
    for figure in figures:
        start, end = figure.span()
        here = Span(start, start + 1)
        if (dated and meeting(dated, here)) or (others and meeting(others, here)):
            continue
        if end - start == 4 and _YEAR.match(prose, start, end) and prose.endswith(_BEFORE_YEAR, begin, start):
            continue
        if end - start == 4 and prose.endswith(_BEFORE_AIM, begin, start) and _AIM.match(prose, start):
            continue
        if end - start == 1 and prose[start - 1 : start] == "(" and prose[end : end + 1] == ")":
            continue  # "(1) a price, (2) a loan"
        if start > begin and (prose[start - 1] in _CURRENCIES or prose[max(begin, start - 2)] in _CURRENCIES):
            money = _MONEY.search(prose, max(begin, start - 4), start)
            start = money.start() if money else start
        found.append(Span(start, end))
    return tuple(found)
