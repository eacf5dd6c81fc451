"""Inside a bracket: names of sources, and behind a name the days that a citation may have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lsprotocol import types

from attrib.dates import MONTHS
from attrib.model import Source, Span
from attrib.pages.sourcepage import years
from attrib.server.drafts import Draft

TRIGGERS = ("(", ";", ",")
MOST = 50
_LONGEST = 240
"""No bracket that cites is longer."""
_OPEN = re.compile(r"(?:(?<!\])\(|\[(?![\^\d]))(?P<before>[^()\[\]]*[;,]\s*|)(?P<word>[^()\[\];,]*)\Z")
"""Neither the address of a link nor the number of a note."""
_NAMED = re.compile(r"[(\[]?(?:[^()\[\]]*;)?\s*(?P<name>[^()\[\];,]+),\s*\Z")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def completions(draft: Draft, position: types.Position) -> types.CompletionList:
    """What may follow at a position; nothing outside a bracket that is open there."""
    offset = draft.positions.offset(draft.document, position)
    before = _BLANK_LINE.split(draft.document.text[max(0, offset - _LONGEST) : offset])[-1]
    inside = _OPEN.search(before)
    if inside is None:
        return types.CompletionList(False, [])
    typed = inside["word"].lstrip()
    here = draft.positions.range(draft.document, Span(offset - len(typed), offset))
    items: list[types.CompletionItem] = []
    named = _NAMED.search(before[: len(before) - len(typed)])
    if named and draft.registry.lookup(named["name"].strip()):
        items += _days(draft, typed, here)
    items += _names(draft, typed, here)
    return types.CompletionList(len(items) >= MOST, items[:MOST])


def _names(draft: Draft, typed: str, here: types.Range) -> Iterator[types.CompletionItem]:
    """Sources with a word that begins so: those of this draft first, then those in use on its day, by name."""
    cited = {ref.source.id for one in draft.analysis.citations for ref in one.references if ref.source}
    year = draft.analysis.date.value.year if draft.analysis.date.value else None
    start = typed.casefold()
    found = [source for source in draft.registry.sources if _begins(source, start)]
    ranked = sorted(found, key=lambda one: (one.id not in cited, year is not None and not one.in_use(year), one.name))
    for rank, source in enumerate(ranked[:MOST]):
        yield types.CompletionItem(
            source.name,
            kind=types.CompletionItemKind.Reference,
            detail=", ".join(part for part in (source.kind, source.country, years(source.first, source.last)) if part),
            sort_text=f"{rank + MOST:04}",
            filter_text=typed or source.name,
            text_edit=types.TextEdit(here, source.name),
        )


def _begins(source: Source, start: str) -> bool:
    return any(
        name.casefold().startswith(start) or f" {start}" in name.casefold() for name in (source.name, *source.aliases)
    )


def _days(draft: Draft, typed: str, here: types.Range) -> Iterator[types.CompletionItem]:
    """The days that were cited last, the issue's and the two before it, as this draft writes them."""
    issue = draft.analysis.date.value
    if issue is None:
        return
    near = [issue - dt.timedelta(days=back) for back in range(4)]
    for rank, day in enumerate(near):
        text = _written(day, _day_first(draft))
        if text.casefold().startswith(typed.casefold()):
            yield types.CompletionItem(
                text,
                kind=types.CompletionItemKind.Value,
                detail="issue day" if day == issue else day.strftime("%A"),
                sort_text=f"{rank:04}",
                text_edit=types.TextEdit(here, text),
            )


def _day_first(draft: Draft) -> bool:
    """Whether most days of the citations are written as "3 December"."""
    written = [_shape(draft, ref.span) for one in draft.analysis.citations for ref in one.references if ref.dates]
    return sum(written) * 2 > len(written)


_DAY_FIRST = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(month[:3] for month in MONTHS)})")


def _shape(draft: Draft, span: Span) -> bool:
    return bool(_DAY_FIRST.search(span.of(draft.document.text)))


def _written(day: dt.date, day_first: bool) -> str:
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if day_first else f"{month} {day.day}"
