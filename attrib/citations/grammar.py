"""The reference grammar: what stands between the marks of a citation, read into sources with their days.

content   = group *( ";" group )
group     = cross-reference / *( names dates )          dates may come first: "November 30, Itar-Tass"
names     = name *( ("," / "and" / "&") name )          all of them share the dates that follow
name      = source [ relayed-by name ] / source relaying name
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.citations import asides, days, plain
from attrib.citations.asides import Asides
from attrib.citations.crossed import cross_references
from attrib.citations.grouped import named
from attrib.citations.naming import Name, known, stripped, without_authors
from attrib.citations.words import CitationWords
from attrib.keeping.reuse import Start, shifted
from attrib.matching.patterns import pattern
from attrib.model import CrossReference, Problem, Reference, Span, WrittenDate
from attrib.registry import Registry
from attrib.values import evolve, frozen

_GROUP_END = pattern(
    r";|(?:[,.]\s+|\s*(?:--+|[–—])\s*|\s-\s)"
    r"(?=(?:(?:and|also|but|please|for(?: \w+){1,3}|on(?: \w+){1,3}),?\s+)?(?:see|cf)\b)",
    re.IGNORECASE,
)
_SEMICOLON = pattern(r";")
_SAME_DAY = pattern(r",?\s*(?P<day>(?:the\s+)?(?:same|that)\s+day)\b")
_HAS_LETTER = pattern(r"[^\W\d_]")
_NO_ASIDES = Asides()


@frozen
class Reading:
    """What a content holds. ``unread`` are stretches that are neither names, days nor known details.

    ``only_days`` says that it is days and nothing else.
    """

    references: tuple[Reference, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Span, ...] = ()
    only_days: bool = False


def read(
    prose: str,
    span: Span,
    registry: Registry,
    words: CitationWords,
    before: Sequence[Reference] = (),
    *,
    note: bool = False,
) -> Reading:
    """Read the content at ``span`` (offsets into ``prose``); ``before`` is what "ibid." stands for at its start.

    In a ``note`` names that nobody knows are mostly its author or title, and its other words are no fault.
    """
    if not asides.among(prose, span, words):
        return _read(prose, span, _NO_ASIDES, registry, words, before, note)
    text, aside = asides.blanked(span.of(prose), registry, words)
    return shifted(_read(text, Span(0, len(text)), aside, registry, words, before, note), Start(span.start))


def _read(
    text: str,
    span: Span,
    aside: Asides,
    registry: Registry,
    words: CitationWords,
    before: Sequence[Reference],
    note: bool,
) -> Reading:
    references: list[Reference] = []
    crossed: list[CrossReference] = []
    problems: list[Problem] = []
    unread: list[Span] = []
    only_days = False
    for whole in _groups(text, span, words):
        group = stripped(text, whole)
        if not (crossed or aside.titles or aside.urls) and (known_ones := plain.read(text, group, registry, words)):
            references += known_ones
            continue
        url = aside.url(whole)
        see = words.see.match(text, group.start, whole.end if url else group.end)
        if see:
            group = Span(see.end(), max(see.end(), group.end))
        dates = days.read(text, group, registry, words, note=note)
        if not note and (same := words.same.match(text, group.start, group.end)):
            named_before = references[-1:] or before
            references += (again(r, Span(*same.span()), dates) for r in named_before)
            continue
        if words.interviews.match(text, group.start, group.end):  # of the author's own, beside what is cited
            continue
        if references and not dates and (relayed := words.relayed_by.match(text, group.start, group.end)):
            via = known(text, Span(relayed.end(), group.end), registry, words)
            if via.candidates:  # "Vremya, May 3; quoted by AFP"
                references[-1] = evolve(
                    references[-1], via=via.written, via_source=via.candidates[0] if len(via.candidates) == 1 else None
                )
                continue
        pointed = url is not None and group.start == group.end  # "see https://..."
        title = aside.title(whole)
        named_title = title[1] if title else None
        if (
            not pointed
            and (
                cross := cross_references(
                    text, group, dates, named_title, registry, words, led=bool(see), after=bool(crossed)
                )
            )
            and not (note and title and _cites(text, group, dates, registry, words))
        ):
            crossed += cross
            continue
        here, unknown = named(text, group, dates, registry, words)
        if title and dates and not (here or unknown or url or note):  # "Severny Kurier," May 3
            here = (Name(*title, dates=dates),)
        found = _kept(without_authors(here, title and title[0]), title and title[0], note)
        if found:
            found = _on_the_same_day(text, found, references, before)
            told = words.addresses.dates(url[1], url[0]) if url and len(found) == 1 and not found[0].dates else ()
            references += [_reference(text, name, title and title[1], url and url[1], told) for name in found]
        elif url:
            references.append(_of_address(*url, dates, registry, words))
        elif dates and not (here or unknown):
            at = Span(dates[0].span.start, dates[-1].span.end)
            if "," in text[whole.start : at.start] and not note:
                references.append(Reference(at, Span(at.start, at.start), "", written_dates=dates))
                message = "a date without its source: the name before the comma is missing"
                problems.append(Problem("dropped-source", at, message))
            elif references:
                references = _with_days(references, dates)
            else:
                only_days = True
        unread += unknown
    only_days = only_days and not (references or crossed or unread)
    return Reading(tuple(references), tuple(crossed), tuple(problems), () if note else tuple(unread), only_days)


def _cites(text: str, group: Span, dates: tuple[WrittenDate, ...], registry: Registry, words: CitationWords) -> bool:
    """Whether an author with a title names an outlet behind it: "see A. Kalns, “Before the vote”, Diena, May 3"."""
    found, _ = named(text, group, dates, registry, words)
    return any(n.candidates and n.written.casefold() not in words.publications | words.sisters for n in found)


def _on_the_same_day(
    text: str, found: Sequence[Name], here: Sequence[Reference], before: Sequence[Reference]
) -> tuple[Name, ...]:
    """The names with the days of the one before them, here or in the bracket before, where "same day" follows them."""
    dated: list[Name] = []
    last = next((r[-1].written_dates for r in (here, before) if r), ())
    for name in found:
        same = None if name.dates else _SAME_DAY.match(text, name.span.end)
        days = tuple(evolve(day, span=Span(*same.span("day"))) for day in last) if same else ()
        dated.append(name.on(days) if days else name)
        last = dated[-1].dates or last
    return tuple(dated)


def _with_days(references: Sequence[Reference], dates: tuple[WrittenDate, ...]) -> list[Reference]:
    """Days behind a semicolon are of all names before them without any ("Izvestia, Trud; May 3"), else of the last."""
    last = len(references) - 1
    first = last
    while first > 0 and not references[last].written_dates and not references[first - 1].written_dates:
        first -= 1
    dated = (evolve(r, written_dates=r.written_dates + dates) for r in references[first:])
    return [*references[:first], *dated]


def _groups(text: str, span: Span, words: CitationWords) -> list[Span]:
    low = text[span.start : span.end].lower()
    pointing = "see" in low or "cf" in low
    if not pointing and ";" not in low:
        return [span]  # one group, as most are
    found = []
    start = span.start
    for mark in (_GROUP_END if pointing else _SEMICOLON).finditer(text, span.start, span.end):
        if mark[0] != ";":
            see = words.see.match(text, stripped(text, Span(start, mark.end())).start, span.end)
            if see and see.end() > mark.end():  # "for details, see the Monitor"
                continue
        found.append(Span(start, mark.start()))
        start = mark.end()
    found.append(Span(start, span.end))
    return found


def _kept(found: tuple[Name, ...], title: Span | None, note: bool) -> tuple[Name, ...]:
    """In a note the listed names; where it lists none, the one with a day that stands behind the title, or alone."""
    if not note:
        return found
    listed = tuple(name for name in found if name.candidates)
    behind = tuple(name for name in found if name.dates and (title is None or name.span.start > title.start))
    if len(behind) > 1:  # "Drewry, World Container Index, May 3" is a house and its title
        behind = behind[:1] if title is None and " " not in behind[0].written else ()
    return listed or behind


def again(reference: Reference, at: Span, dates: tuple[WrittenDate, ...]) -> Reference:
    """The source of a reference cited once more by "ibid.", which stands ``at`` a place; its own days, or none."""
    span = Span(at.start, dates[-1].span.end if dates else at.end)
    return evolve(reference, span=span, name_span=at, written_dates=dates, title=None, url=None, again=True)


def _reference(
    text: str, name: Name, title: str | None, url: str | None, told: tuple[WrittenDate, ...] = ()
) -> Reference:
    """The span takes in the days where they follow the name directly, with no other words between.

    ``told`` are the days of its address, where none is written.
    """
    end = name.span.end
    if name.dates and name.dates[0].span.start >= end and not _HAS_LETTER.search(text, end, name.dates[0].span.start):
        end = name.dates[-1].span.end
    return Reference(
        Span(name.span.start, end),
        name.span,
        name.written,
        candidates=name.candidates,
        written_dates=name.dates or told,
        via=name.via,
        via_source=name.via_candidates[0] if len(name.via_candidates) == 1 else None,
        title=title,
        url=url,
    )


def _of_address(
    place: Span, url: str, dates: tuple[WrittenDate, ...], registry: Registry, words: CitationWords
) -> Reference:
    """Where only an address names the source, its domain does."""
    host = words.addresses.host(url)
    end = max(place.end, dates[-1].span.end) if dates else place.end
    return Reference(
        span=Span(place.start, end),
        name_span=place,
        written=host,
        candidates=registry.site(host),
        written_dates=dates or words.addresses.dates(url, place),
        url=url,
    )
