"""The reference grammar: what stands between the marks of a citation, read into sources with their days.

    content   = group *( ";" group )
    group     = cross-reference / *( names dates )          dates may come first: "November 30, Itar-Tass"
    names     = name *( ("," / "and" / "&") name )          all of them share the dates that follow
    name      = source [ relayed-by name ] / source relaying name
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from attrib.citations.words import CitationWords
from attrib.dates import written
from attrib.model import CrossReference, Problem, Reference, Source, Span, WrittenDate
from attrib.registry import Registry

_GROUP_END = re.compile(r";|[,.]\s+(?=(?:and\s+)?see\s)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»],?|‘[^’]*’,")
_URL = re.compile(r"(?:https?://|www\.)[^\s,;()<>\[\]]+[^\s,;()<>\[\].]", re.IGNORECASE)
_NESTED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_COMMA = re.compile(r",|\s[-–—]\s")
_AND = re.compile(r"\s*(?:,\s*)?(?:\band\b|&|\bplus\b|\s/\s)\s*")
_EDGE = " \t\r\n,.:;()[]<>–—-*_"
_HAS_LETTER = re.compile(r"[^\W\d_]")
_NAME_WORDS = 8  # a longer stretch without a verb of its own is a phrase, not the name of an outlet


@frozen
class Reading:
    """What a content holds. ``unread`` are stretches that are neither names, days nor known details."""

    references: tuple[Reference, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Span, ...] = ()


def read(prose: str, span: Span, registry: Registry, words: CitationWords, *, note: bool = False) -> Reading:
    """Read the content at ``span`` (offsets into ``prose``). In a ``note`` names that nobody knows are author or title."""
    references: list[Reference] = []
    crossed: list[CrossReference] = []
    problems: list[Problem] = []
    unread: list[Span] = []
    for group in _groups(prose, span):
        if cross := _cross_reference(prose, group, registry, words):
            crossed.append(cross)
            continue
        read_group = _group(prose, group, registry, words, references, note)
        if isinstance(read_group, list):  # days alone: more days of the source before
            references = read_group
            continue
        references.extend(read_group.references)
        problems.extend(read_group.problems)
        unread.extend(read_group.unread)
    return Reading(tuple(references), tuple(crossed), tuple(problems), tuple(unread))


def _groups(prose: str, span: Span) -> Iterator[Span]:
    blocked = [m.span() for m in _QUOTED.finditer(prose, span.start, span.end)]
    start = span.start
    for mark in _GROUP_END.finditer(prose, span.start, span.end):
        if any(a < mark.start() < b for a, b in blocked):
            continue
        yield Span(start, mark.start())
        start = mark.end()
    if prose[start : span.end].strip() or start == span.start:
        yield Span(start, span.end)


# --- cross-references -------------------------------------------------------------------------------------------------


def _cross_reference(prose: str, group: Span, registry: Registry, words: CitationWords) -> CrossReference | None:
    inner = _stripped(prose, group)
    see = words.see.match(prose, inner.start, inner.end)
    start = see.end() if see else inner.start
    dates = tuple(written.read(prose, start, inner.end, citation=True))
    end = dates[0].span.start if dates else inner.end
    name = prose[start:end].strip(_EDGE + "\"'“”‘’")
    bare = re.sub(r"^the\s+|\s+of$", "", name, flags=re.IGNORECASE)
    ours = _is_publication(bare, words)
    if not ours and (see is None or (dates and registry.lookup(bare))):
        return None
    return CrossReference(Span(start, inner.end), bare or None, dates)


def _is_publication(name: str, words: CitationWords) -> bool:
    low = name.casefold()
    return low in words.publications or low.removeprefix("our ").removeprefix("last ") in words.publications


# --- groups -----------------------------------------------------------------------------------------------------------


@frozen
class _Name:
    """One name as written, with who relayed it; ``known`` where the registry has it."""

    span: Span
    written: str
    candidates: tuple[Source, ...]
    via: str | None = None
    via_candidates: tuple[Source, ...] = ()


def _group(
    prose: str, group: Span, registry: Registry, words: CitationWords, before: list[Reference], note: bool
) -> Reading | list[Reference]:
    """The references of one group; or, for days alone, those ``before`` with the days added."""
    text, title, url = _without_titles(prose, group)
    dates = [d for d in written.read(text, group.start, group.end, citation=True)]
    if not dates:
        names, unread = _names(text, group, registry, words)
        references = [_reference(name, (), title, url) for name in _kept(names, note)]
        return Reading(_with_url(references, url, registry, group), unread=_unread(unread, note))
    runs = _runs(dates)
    gaps = [Span(a, b) for a, b in zip([group.start, *(r[-1].span.end for r in runs)], [*(r[0].span.start for r in runs), group.end], strict=True)]
    parsed = [_names(text, gap, registry, words) for gap in gaps]
    unread = [span for _, spans in parsed for span in spans]
    date_first = not parsed[0][0] and any(names for names, _ in parsed[1:])
    references, problems = [], []
    for i, run in enumerate(runs):
        names = parsed[i + 1 if date_first else i][0]
        for name in _kept(names, note):
            last = name is names[-1] and not date_first
            references.append(_reference(name, tuple(run), title, url, closing=last))
    if not date_first:
        references += [_reference(name, (), title, url) for name in parsed[-1][0] if name.candidates]
    references = list(_with_url(references, url, registry, group, tuple(d for run in runs for d in run)))
    if not references and not unread:
        lead = prose[group.start : runs[0][0].span.start]
        if before and "," not in lead:
            more = tuple(d for run in runs for d in run)
            last_ref = before[-1]
            return [*before[:-1], evolve(last_ref, written_dates=last_ref.written_dates + more)]
        if "," in lead:
            span = Span(runs[0][0].span.start, runs[-1][-1].span.end)
            references.append(Reference(span, Span(span.start, span.start), "", written_dates=tuple(runs[0])))
            problems.append(Problem("dropped-source", span, "a date without its source: the name before the comma is missing"))
    return Reading(tuple(references), problems=tuple(problems), unread=_unread(unread, note))


def _runs(dates: list[WrittenDate]) -> list[list[WrittenDate]]:
    """Dates that stand next to one another belong to the same names: "May 3, June 5"."""
    runs: list[list[WrittenDate]] = []
    for date in dates:
        if runs and date.span.start - runs[-1][-1].span.end <= len(", and "):
            runs[-1].append(date)
        else:
            runs.append([date])
    return runs


def _kept(names: tuple[_Name, ...], note: bool) -> tuple[_Name, ...]:
    known = tuple(name for name in names if name.candidates)
    return known if note and known else names if not note else names[:0]


def _unread(spans: list[Span] | tuple[Span, ...], note: bool) -> tuple[Span, ...]:
    return () if note else tuple(spans)


def _reference(
    name: _Name, dates: tuple[WrittenDate, ...], title: str | None, url: str | None, *, closing: bool = False
) -> Reference:
    end = dates[-1].span.end if closing and dates else name.span.end
    return Reference(
        span=Span(name.span.start, end),
        name_span=name.span,
        written=name.written,
        candidates=name.candidates,
        written_dates=dates,
        via=name.via,
        via_source=name.via_candidates[0] if len(name.via_candidates) == 1 else None,
        title=title,
        url=url,
    )


def _with_url(
    references: list[Reference], url: re.Match[str] | str | None, registry: Registry, group: Span, dates: tuple[WrittenDate, ...] = ()
) -> tuple[Reference, ...]:
    """Where only an address names the source, its domain does."""
    if references or not isinstance(url, str):
        return tuple(references)
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).partition("/")[0]
    return (Reference(group, group, host, candidates=registry.lookup(host), written_dates=dates, url=url),)


def _without_titles(prose: str, group: Span) -> tuple[str, str | None, str | None]:
    """The text with titles, addresses and inner brackets blanked, and the first title and address."""
    title = url = None
    text = prose
    for pattern in (_URL, _QUOTED, _NESTED):
        for found in list(pattern.finditer(text, group.start, group.end)):
            if pattern is _URL:
                url = url or found[0]
            elif pattern is _QUOTED:
                inner = found[0].rstrip(",").strip("\"“”«»‘’ ,")
                if found.start() == _stripped(text, group).start and not _HAS_LETTER.search(text, found.end(), group.end):
                    continue
                title = title or inner
            comma = "," if pattern is _QUOTED else " "
            text = text[: found.start()] + comma + " " * (len(found[0]) - 1) + text[found.end() :]
    return text, title, url


# --- names ------------------------------------------------------------------------------------------------------------


def _names(text: str, gap: Span, registry: Registry, words: CitationWords) -> tuple[tuple[_Name, ...], list[Span]]:
    """The names in a stretch without dates, in order, and the stretches that are none."""
    names: list[_Name] = []
    unread: list[Span] = []
    pieces = [_lead_off(text, piece, words) for piece in _pieces(text, gap)]
    pieces = [p for p in pieces if p.start < p.end]
    at = 0
    while at < len(pieces):
        joined = _longest(text, pieces[at:], registry)
        piece = Span(pieces[at].start, pieces[at + joined - 1].end)
        relayed = words.relayed_by.match(text, piece.start, piece.end)
        relaying = words.relaying.match(text, piece.start, piece.end)
        at += joined
        if names and relayed:
            via = _known(text, Span(relayed.end(), piece.end), registry)
            names[-1] = evolve(names[-1], via=via.written, via_candidates=via.candidates)
        elif names and relaying:
            relay = names.pop()
            names.extend(
                evolve(n, via=relay.written, via_candidates=relay.candidates)
                for n in _split(text, Span(relaying.end(), piece.end), registry, words)
            )
        else:
            for name in _split(text, piece, registry, words):
                if name.candidates or _is_name(name.written, words):
                    names.append(name)
                elif not words.details.match(name.written) and name.written not in words.places:
                    unread.append(name.span)
    return tuple(names), unread


def _pieces(text: str, gap: Span) -> Iterator[Span]:
    start = gap.start
    for comma in _COMMA.finditer(text, gap.start, gap.end):
        yield _stripped(text, Span(start, comma.start()))
        start = comma.end()
    yield _stripped(text, Span(start, gap.end))


def _lead_off(text: str, piece: Span, words: CitationWords) -> Span:
    lead = words.leads.match(text, piece.start, piece.end)
    return Span(lead.end(), piece.end) if lead else piece


def _longest(text: str, pieces: list[Span], registry: Registry) -> int:
    """How many pieces make one listed name with a comma in it."""
    for count in range(min(3, len(pieces)), 1, -1):
        if registry.lookup(" ".join(text[pieces[0].start : pieces[count - 1].end].split())):
            return count
    return 1


def _split(text: str, piece: Span, registry: Registry, words: CitationWords) -> Iterator[_Name]:
    """One piece into its names: at a relay, and at "and" where both sides, not the whole, are names."""
    whole = _known(text, piece, registry)
    if whole.candidates:
        yield whole
        return
    for pattern, left_is_source in ((words.relayed_by, True), (words.relaying, False)):
        if (cut := pattern.search(text, piece.start, piece.end)) and cut.start() > piece.start:
            left = _known(text, _stripped(text, Span(piece.start, cut.start())), registry)
            right = _known(text, _stripped(text, Span(cut.end(), piece.end)), registry)
            source, relay = (left, right) if left_is_source else (right, left)
            yield evolve(source, via=relay.written, via_candidates=relay.candidates)
            return
    for cut in _AND.finditer(text, piece.start, piece.end):
        left, right = _stripped(text, Span(piece.start, cut.start())), _stripped(text, Span(cut.end(), piece.end))
        if left.start == left.end:
            yield from _split(text, right, registry, words)
            return
        sides = _known(text, left, registry), _known(text, right, registry)
        if any(side.candidates for side in sides) and right.start < right.end:
            yield sides[0]
            yield from _split(text, right, registry, words)
            return
    yield whole


def _known(text: str, span: Span, registry: Registry) -> _Name:
    name = " ".join(span.of(text).split())
    return _Name(span, name, registry.lookup(name.strip("\"“”‘’'«»")) if name else ())


def _is_name(name: str, words: CitationWords) -> bool:
    """Whether words that nobody knows look like an outlet's name: "Severnaya gazeta", "Radio of Free Islands"."""
    tokens = name.strip("\"“”‘’'«»").split()
    if not tokens or len(tokens) > _NAME_WORDS or not _HAS_LETTER.search(tokens[0]) or name in words.places:
        return False
    if words.details.match(name) or not tokens[0][:1].isupper():
        return False
    return all(
        t[:1].isupper() or t in words.joiners or t.casefold().strip(".") in words.media_nouns or not _HAS_LETTER.search(t)
        for t in tokens
    )


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not text[start:end].endswith((".ru", "p.m.", "a.m.")):
        end -= 1
    return Span(start, end)
