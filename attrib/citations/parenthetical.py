"""Which bracket is a citation, which a cross-reference, and which only explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrib.citations import grammar, halfread, initials, unopened
from attrib.citations.brackets import Pair, pairs
from attrib.citations.crossed import is_own
from attrib.citations.glosses import introduces
from attrib.citations.grammar import Reading
from attrib.citations.halfread import speaks_alone
from attrib.citations.words import CitationWords
from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Bracket, BracketKind, Citation, Paragraph, Problem, Reference, Span
from attrib.registry import Registry

_ENUMERATOR = pattern(r"\d{1,3}|[a-zA-Z]|[ivxlIVX]{1,5}")
_LONGEST_ENUMERATOR = 5
_NOTE = pattern(r"\^?\w{1,4}")
_ACRONYM = pattern(r"[A-Z][A-Za-z]?[A-Z&/.-]*[A-Za-z]?[A-Z]s?(?:-\w+)?(?: [A-Z]{2,6})*")
_YEARS = pattern(r"(?:ca?\.\s*)?(?:1\d|20)\d\d(?:\s*[-–]\s*(?:\d\d|\d{4})?)?")
_DATE_LEAD = pattern(r"(?:on|until|from|since|by|of|in|for|,)\s+", re.IGNORECASE)
_DIGIT = pattern(r"\d")
_UNCLOSED_END = pattern(r"(?:(?<=\w\w\w)|(?<=[\d)\]]))[.!?]\s+(?=[\"“]?[A-Z])|\n")
_ENDS = pattern(r"\s*(?:[.!?;,]|\Z)")
_ENDS_STATEMENT = pattern(r"\s*[.!?](?!\w)")
_PLACE = pattern(r"\s*[(\[][^\W\d_][^()\[\]\d]*[)\]]")  # "Radio One (Tbilisi), May 3"
_ENDS_LINE = pattern(r"[ \t]*(?:\n|\Z)")
_WORD_BEFORE = 30  # code points in which the word before a bracket stands
_NAME_BEFORE = 80  # and in which the name of an outlet begins
_STOPPED = pattern(r"\w?[.!?]\s?\Z")
_GOES_ON = pattern(r"\s*(?:[,;.]|\Z)")
_LONGEST_DAY = 40
_LONGEST = 1000  # code points; what is longer is a passage in brackets, no citation
_DEEPEST = 3  # brackets in brackets in brackets are looked into, no further
_CLOSING = {"(": ")", "[": "]"}


def read(
    prose: str,
    paragraph: Paragraph,
    registry: Registry,
    words: CitationWords,
    notes: frozenset[str] = frozenset(),
    before: Sequence[Reference] = (),
) -> tuple[tuple[Bracket, ...], tuple[Citation, ...]]:
    """Every bracket of a paragraph with its kind, and those that cite, read; the years of their days are still open.

    ``notes`` are the labels of the document's notes: ``[1]`` is one only where a list has it. ``before`` is what the
    last citation before the paragraph cites, for which "ibid." stands.
    """
    brackets, citations = [], []
    for pair in _wholes(prose, paragraph.span, registry, words):
        for bracket, citation in _bracket(prose, pair, paragraph, registry, words, notes, before):
            brackets.append(bracket)
            if citation:
                citations.append(citation)
                before = citation.references or before
    return tuple(brackets), tuple(citations)


def _wholes(prose: str, span: Span, registry: Registry, words: CitationWords) -> Iterator[Pair]:
    found = pairs(prose, span)
    begun = span.start
    for i, pair in enumerate(found):
        if pair.span.start < begun:
            continue
        if not pair.opened:
            start = found[i - 1].span.end if i else span.start
            if whole := unopened.whole(prose, start, pair.span.start, registry, words):
                yield whole
            continue
        if pair.closed:
            yield pair
            continue
        later = (p.span.start for p in found[i + 1 :] if not _is_aside(prose, p, words))
        limit = next(later, span.end)
        stop = _UNCLOSED_END.search(prose, pair.inner.start, limit)
        begun = stop.start() if stop else limit
        yield Pair(pair.span, Span(pair.inner.start, begun), closed=False)


def _is_aside(prose: str, pair: Pair, words: CitationWords) -> bool:
    """ "Dnevnik (Skopje), March 23": a bracket within a citation, that says where, in what language or on what day."""
    if not pair.closed or not _GOES_ON.match(prose, pair.span.end):
        return False
    content = pair.inner.of(prose)
    if content in words.places or words.details.match(content):
        return True
    behind = written.read(prose, pair.inner.start, min(len(prose), pair.span.end + _LONGEST_DAY), citation=True)
    day = next(behind, None)
    if day is None or day.span == pair.inner:
        return day is not None
    return (
        content.istitle() and day.span.start > pair.span.end and not prose[pair.span.end : day.span.start].strip(", ")
    )


def _bracket(
    prose: str,
    pair: Pair,
    paragraph: Paragraph,
    registry: Registry,
    words: CitationWords,
    notes: frozenset[str],
    before: Sequence[Reference],
    depth: int = 1,
) -> Iterator[tuple[Bracket, Citation | None]]:
    content = pair.inner.of(prose).strip()
    number = paragraph.number
    if plain := _plain(prose, pair, content, notes, words):
        yield Bracket(pair.span, plain, number), None
        return
    if not content:
        citation = None
        if pair.closed and prose[pair.span.start - 1 : pair.span.start].isspace():
            empty = Problem("empty", pair.span, "the brackets are empty")
            citation = Citation(pair.span, "parenthetical", number, problems=(empty,))
        yield Bracket(pair.span, "citation" if citation else "other", number), citation
        return
    nobody = _is_nobody(content, registry, words)
    if nobody and initials.close(prose, pair, content, paragraph.span.start, words):
        source = Reference(pair.inner, pair.inner, content)
        yield Bracket(pair.span, "citation", number), Citation(pair.span, "parenthetical", number, (source,))
        return
    reading = Reading() if nobody else grammar.read(prose, pair.inner, registry, words, before)
    if _cites(prose, pair, content, reading, words):
        citation = _citation(prose, pair, number, reading)
        yield Bracket(citation.span, "citation", number, reading.cross_references), citation
    elif _points_back(prose, pair, content, paragraph.span, words) and not reading.references:
        nothing = Problem("nothing-before", pair.span, f"nothing is cited before “{content}” for which it could stand")
        yield Bracket(pair.span, "citation", number), Citation(pair.span, "parenthetical", number, problems=(nothing,))
    elif pair.closed and (half := halfread.read(prose, pair.span, pair.inner, number, registry, words)):
        yield Bracket(pair.span, "citation", number), half
    elif pair.closed:
        yield Bracket(pair.span, _kind(content, reading, words), number, reading.cross_references), None
        for inner in pair.within if depth < _DEEPEST else ():
            nested = _bracket(prose, inner, paragraph, registry, words, notes, before, depth + 1)
            yield from (found for found in nested if found[1])


def _plain(prose: str, pair: Pair, content: str, notes: frozenset[str], words: CitationWords) -> BracketKind | None:
    """The kind of a bracket that needs no reading."""
    if prose[pair.span.start] == "[" and _NOTE.fullmatch(content) and content.lstrip("^") in notes:
        return "note"
    if len(content) <= _LONGEST_ENUMERATOR and _ENUMERATOR.fullmatch(content):
        return "enumerator"
    if words.money.match(content):
        return "currency"
    return "gloss" if len(content) > _LONGEST else None


def _is_nobody(content: str, registry: Registry, words: CitationWords) -> bool:
    """Whether a bracket holds one word that names no source, as most acronyms do; there is nothing to read in it."""
    return content.isalpha() and not (registry.lookup(content) or words.same.match(content) or is_own(content, words))


def _kind(content: str, reading: Reading, words: CitationWords) -> BracketKind:
    """The kind of a bracket that cites nobody."""
    if reading.cross_references:
        return "cross-reference"
    if _ACRONYM.fullmatch(content):
        return "acronym"
    if words.money.search(content):
        return "currency"
    if reading.only_days or _YEARS.fullmatch(content) or (_DATE_LEAD.match(content) and _DIGIT.search(content)):
        return "date"
    return "gloss" if any(c.isalpha() for c in content) else "other"


def _cites(prose: str, pair: Pair, content: str, reading: Reading, words: CitationWords) -> bool:
    """A source that the registry knows, or a name with a day behind it, and not much else."""
    references = reading.references
    if not references:
        return False
    known = [r for r in references if r.candidates or r.via_source]
    if pair.closed and not reading.unread and [r for r in known if r.written_dates]:
        return True  # as nearly all do
    if words.same.match(content):
        return True
    dated = [r for r in references if r.written_dates]
    if not pair.closed:  # without its closing mark only the plain form is sure
        plain = references[0].span.start - pair.inner.start <= 2
        ends = prose[pair.inner.end : pair.inner.end + 1] not in _CLOSING  # and no other bracket opens there
        return plain and (bool(known and dated) or (ends and _is_outlets_alone(prose, pair, content, reading, words)))
    if reading.unread and sum(len(u.of(prose).split()) for u in reading.unread) > 2 * len(references) + 2:
        return False
    if any(r.written_dates for r in known) or any(p.kind == "dropped-source" for p in reading.problems):
        return True
    sure = dated or any(not source.at_home for r in known for source in r.candidates)
    if sure and not reading.unread and words.document.search(content.rstrip(". ")):
        return True
    if known:
        return _is_outlets_alone(prose, pair, content, reading, words)
    if reading.unread or len(dated) < len(references):
        # one sure part is enough where a statement ends: "(OHR, May 3; Official Gazette 5/01)."
        return (
            bool(dated)
            and _ENDS_STATEMENT.match(prose, pair.span.end) is not None
            and _day_behind(prose, dated[0], words)
        )
    return _day_behind(prose, references[-1], words) or (
        len(references) > 1 and _day_behind(prose, references[0], words)
    )


def _is_outlets_alone(prose: str, pair: Pair, content: str, reading: Reading, words: CitationWords) -> bool:
    """ "(AFP)", "(Interfax, Trud)": nothing but outlets that are known, which the words before do not introduce."""
    known = [r for r in reading.references if r.candidates]
    if reading.unread and not reading.cross_references:
        return False
    if not known or introduces(prose, pair.span, content, words) or _is_named_before(prose, pair.span, content, known):
        return False
    if all(any(map(speaks_alone, r.candidates)) for r in known):
        return True
    # any other of the registry only where it closes a statement or an item: "they left (Argus).", "They left. [Argus]"
    closes = _ENDS_STATEMENT.match(prose, pair.span.end) and not _explains(prose, pair.span, words)
    return bool(closes or _is_tag(prose, pair)) and not any(s.at_home for r in known for s in r.candidates)


def _is_tag(prose: str, pair: Pair) -> bool:
    """Whether a bracket stands alone behind the last stop of its paragraph."""
    stopped = _STOPPED.match(prose, max(0, pair.span.start - 2), pair.span.start)
    return stopped is not None and _ENDS_LINE.match(prose, pair.span.end) is not None


def _is_named_before(prose: str, bracket: Span, content: str, known: Sequence[Reference]) -> bool:
    """Whether another name of the outlet in the bracket stands right before it: "Russian Public Television (ORT)"."""
    before = prose[max(0, bracket.start - _NAME_BEFORE) : bracket.start].rstrip()
    return any(
        before.endswith(name) and name != content
        for reference in known
        for source in reference.candidates
        for name in (source.name, *source.aliases)
    )


def _explains(prose: str, bracket: Span, words: CitationWords) -> bool:
    """Whether the word before a bracket is one that a name explains: "the security service (FSB)", "Smyrna (Izmir)"."""
    before = prose[max(0, bracket.start - _WORD_BEFORE) : bracket.start].split()
    if not before or before[-1] in initials.DAYS:  # "on Monday (FSB)."
        return False
    return before[-1][0].isupper() or before[-1].casefold() in words.bodies


def _points_back(prose: str, pair: Pair, content: str, paragraph: Span, words: CitationWords) -> bool:
    """Whether a bracket at the end of a statement stands for what was cited before: "(ibid.)", "(ibid., May 3)"."""
    again = words.same.match(content)
    if again is None or not pair.closed:
        return False
    stopped = _STOPPED.match(prose, max(paragraph.start, pair.span.start - 2), pair.span.start)
    if not stopped and not _ENDS.match(prose, pair.span.end, paragraph.end):
        return False
    return again.end() == len(content) or again[0].endswith(",")


def _day_behind(prose: str, reference: Reference, words: CitationWords) -> bool:
    """ "Severnaya gazeta, May 3", "Severnaya gazeta, p. 2, May 3", and not "Duma session on May 3"."""
    day = reference.written_dates[0]
    between = _PLACE.sub("", prose[reference.name_span.end : day.span.start]).strip(' "”’»])')
    kind, comma, rest = between.partition(",")
    details = (part.strip() for part in rest.strip(",").split(","))
    platforms = words.addresses.platform_names  # "Petrov via Telegram, May 3"
    issued = (
        not kind.strip()
        or words.document.search(kind.strip()) is not None  # "OHR press release, May 3"
        or kind.strip().removeprefix("via ") in platforms
    )
    apart = bool(comma) and between[-1:] == "," and issued
    apart = apart and all(not part or part in platforms or words.details.match(part) for part in details)
    return apart and bool(day.ranges) and all(first.day for first, _ in day.ranges)


def _citation(prose: str, pair: Pair, number: int, reading: Reading) -> Citation:
    span, problems = pair.span, list(reading.problems)
    if pair.doubled:
        problems.append(Problem("doubled-bracket", span, "a bracket stands twice"))
    if not pair.opened:
        problems.append(Problem("unopened", span, "the opening bracket is missing"))
    elif pair.closed and _CLOSING[prose[span.start]] != prose[span.end - 1] and not (problems or reading.unread):
        problems.append(Problem("mixed-brackets", span, f"“{prose[span.start]}” is closed by “{prose[span.end - 1]}”"))
    if not pair.closed:  # what is unread then is the text behind it
        ends = (r.written_dates[-1].span.end if r.written_dates else r.span.end for r in reading.references)
        end = max(ends)
        end += end < pair.inner.end and prose[end] in _CLOSING.values()  # of a day in brackets of its own
        span = Span(span.start, end)
        problems.append(Problem("unclosed", span, "the closing bracket is missing"))
        return Citation(span, "parenthetical", number, reading.references, tuple(problems))
    problems += (Problem("unread", u, f"“{u.of(prose)}” is neither a source, a day nor a page") for u in reading.unread)
    return Citation(span, "parenthetical", number, reading.references, tuple(problems))
