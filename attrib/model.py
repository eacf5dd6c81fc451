"""Every value that passes from stage to stage, in the order of the flow.

All are frozen and hold tuples; nothing is changed after it was made, and nothing points to a later stage.
Offsets count code points of ``Document.text``; a span's end is exclusive.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

from attrib.values import NamedTuple, field, frozen

_Begun = TypeVar("_Begun", bound=tuple[object, ...])

# --- places and days --------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """A stretch of ``Document.text``: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def meeting(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of ``spans``, which are in order and apart, that meet ``span``; a long paragraph has thousands."""
    first = bisect_left(spans, (span.start,))
    if first and spans[first - 1].end > span.start:
        first -= 1
    return spans[first : bisect_left(spans, (span.end,), first)]


def begun_in(found: Sequence[_Begun], span: Span) -> Sequence[_Begun]:
    """Those of ``found``, tuples in order whose first value is their start, that begin inside ``span``."""
    return found[bisect_left(found, (span.start,)) : bisect_left(found, (span.end,))]


class Place(NamedTuple):
    """Where an offset stands in its file: line and column from 1, columns in code points."""

    line: int
    column: int


class Days(NamedTuple):
    """A range of days, both ends included; a single day has ``first == last``."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


# --- inputs -----------------------------------------------------------------------------------------------------------

BlockKind = Literal["paragraph", "heading", "note"]


@frozen
class Block:
    """A stretch that the format itself sets apart. ``label`` is the marker of a note (``[^7]: ...`` has ``7``)."""

    kind: BlockKind
    span: Span
    label: str | None = None


@frozen
class Hyperlink:
    """A link as the format marks it: ``span`` is the whole of ``[text](url)``, ``text`` its words."""

    span: Span
    text: Span
    url: str


@frozen
class Comment:
    """A comment of the format (``<!-- ... -->``), where suppressions are written; ``text`` is what stands inside."""

    span: Span
    text: str


@frozen
class Extract:
    """The way back from a text that was taken out of a file: ``written`` is what stands in the file.

    From ``starts[i]`` on (both tuples ascend), the text runs beside ``written`` from ``places[i]`` on.
    """

    written: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    places: tuple[int, ...] = field(repr=False)

    def place(self, offset: int) -> int:
        """Where an offset of the text stands in ``written``."""
        number = bisect_right(self.starts, offset) - 1
        return self.places[number] + offset - self.starts[number] if number >= 0 else 0

    def offset(self, place: int) -> int:
        """The offset of the text that stands at a place of ``written``, or the next after it."""
        number = bisect_right(self.places, place) - 1
        if number < 0:
            return 0
        offset = self.starts[number] + place - self.places[number]
        return min(offset, self.starts[number + 1]) if number + 1 < len(self.starts) else offset


@frozen
class Document:
    """One draft as read.

    ``prose`` has the length of ``text`` and the same offsets; what is markup, code, a link target or a comment is
    blank in it, and so are line ends and tabs within a paragraph, so that patterns see running text.
    """

    path: str
    text: str
    prose: str = field(repr=False)
    blocks: tuple[Block, ...] = ()
    format: str = "plain"
    encoding: str = "utf-8"
    meta: Mapping[str, str] = field(factory=dict)
    """Front matter, keys in lower case, values as written."""
    hyperlinks: tuple[Hyperlink, ...] = ()
    comments: tuple[Comment, ...] = ()
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)
    """The offsets at which the lines of the file begin; where the file has no lines (Word), its paragraphs."""
    extracted: bool = False
    """Whether ``text`` was taken out of the file (HTML, Word), and is not what stands in it."""
    extract: Extract | None = field(default=None, repr=False)
    """For such a text, the way back into a file of lines; ``line_starts`` are then of the file."""
    marked: bool = field(default=False, repr=False)
    """Whether the file is UTF-8 and begins with a byte order mark, which is no part of ``text``."""

    def origin(self, offset: int) -> Place:
        """The line and column of the file, from 1, of an offset."""
        at = self.extract.place(offset) if self.extract else offset
        line = max(bisect_right(self.line_starts, at), 1)
        return Place(line, at - self.line_starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column, both from 1; past the end of the text gives its length."""
        if line > len(self.line_starts):
            return len(self.text)
        at = self.line_starts[max(line, 1) - 1] + column - 1
        return min(self.extract.offset(at) if self.extract else at, len(self.text))

    def before(self, offset: int) -> str:
        """The line of the file that an offset stands in, up to there."""
        at = self.extract.place(offset) if self.extract else offset
        line = max(bisect_right(self.line_starts, at), 1)
        return self.file_text[self.line_starts[line - 1] : at]

    @property
    def file_text(self) -> str:
        """What stands in the file, as far as it is text."""
        return self.extract.written if self.extract else self.text


# --- sources ----------------------------------------------------------------------------------------------------------

SourceKind = Literal["agency", "newspaper", "broadcaster", "magazine", "site", "institution", "person"]
Control = Literal["state", "party", "private", "public"]
OwnerKind = Literal["state", "party", "church", "private", "foundation", "public"]


@frozen
class Period:
    """A value that held for some time, with what vouches for it.

    ``first`` and ``last`` are a day, month or year, as exactly as it is known ("2001-04-14", "2001-04", "2001"), and
    count whole; ``None`` at either end means open or unknown.
    """

    value: str
    first: str | None = None
    last: str | None = None
    basis: str | None = None

    def holds(self, day: dt.date | None) -> bool:
        """Whether it may have held on that day; of an unknown day only a value without bounds is sure."""
        if day is None:
            return self.first is None and self.last is None
        written = day.isoformat()
        return (self.first is None or self.first <= written[: len(self.first)]) and (
            self.last is None or written[: len(self.last)] <= self.last
        )


@frozen
class Owner:
    """Who owns sources: a house, a person, a party, an organ of a state. ``parent`` holds the ids of its own owners."""

    id: str
    name: str
    kind: OwnerKind | None = None
    country: str | None = None
    parent: tuple[Period, ...] = ()
    basis: str | None = None


@frozen
class Source:
    """An entry of the registry: an agency, paper, broadcaster, site or institution under one name.

    ``first`` and ``last`` are the years in which the name was in use. A blank fact is unknown, never a guess.
    """

    id: str
    name: str
    kind: SourceKind | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2, lower levels unknown to it; ``None`` for an outlet of no one country."""
    place: str | None = None
    languages: tuple[str, ...] = ()
    owner: tuple[Period, ...] = ()
    """The ids of its owners."""
    control: tuple[Period, ...] = ()
    first: int | None = None
    last: int | None = None
    predecessor: str | None = None
    successor: str | None = None
    domains: tuple[str, ...] = ()
    collective: bool = False
    common_word: bool = False
    """The name is a word or phrase of running text too ("Time", "Today"): alone in a sentence it names nothing."""
    at_home: bool = False
    """Abroad the name means something else ("Duma"): it is this source among others of its country alone."""
    basis: str | None = None

    def controlled(self, day: dt.date | None) -> Control | None:
        """Who controlled it on that day; ``None`` where that is not known for sure."""
        return value_on(self.control, day)  # type: ignore[return-value]  # the registry admits only these words

    def owned(self, day: dt.date | None) -> str | None:
        """The id of who owned it on that day; ``None`` where that is not known for sure."""
        return value_on(self.owner, day)

    def in_use(self, year: int) -> bool:
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


def value_on(periods: tuple[Period, ...], day: dt.date | None) -> str | None:
    """The one value that held on a day. In a year of change whose day is unknown two may have, and none is sure."""
    if len(periods) < 2:
        return periods[0].value if periods and periods[0].holds(day) else None
    values = {p.value for p in periods if p.holds(day)}
    return values.pop() if len(values) == 1 else None


@frozen
class Mention:
    """A name of the registry as it stands in running text; several ``sources`` where one name serves several."""

    span: Span
    sources: tuple[Source, ...]


# --- segmenting -------------------------------------------------------------------------------------------------------


@frozen
class Masthead:
    """The header lines of an issue. ``span`` is ``None`` where only front matter gave the values."""

    span: Span | None
    publication: str | None = None
    volume: int | None = None
    issue: int | None = None
    date: dt.date | None = None


ParagraphKind = Literal["prose", "headline", "masthead", "byline", "note"]


@frozen
class Paragraph:
    """``number`` counts prose paragraphs from 1 (0 for what is no prose); ``item`` counts stories from 0."""

    span: Span
    kind: ParagraphKind
    number: int = 0
    item: int = 0
    label: str | None = None
    """The marker of a note: ``1`` for ``[1] ...`` and ``[^1]: ...``."""


@frozen
class Sentence:
    """``paragraph`` is its paragraph's number; ``quotations`` are the stretches in quotation marks, marks included."""

    span: Span
    paragraph: int
    quotations: tuple[Span, ...] = ()


# --- citations --------------------------------------------------------------------------------------------------------

BracketKind = Literal[
    "citation", "cross-reference", "acronym", "gloss", "currency", "date", "enumerator", "note", "other"
]
CitationForm = Literal["parenthetical", "note", "footnote", "link", "inline"]
DateForm = Literal["month-day", "day-month", "iso", "numeric", "implied"]
"""``implied`` is a day that no figures give: "the next day", "on Friday", or the address of a link."""


class PartialDay(NamedTuple):
    """A day as written: the year, or the day of a whole month, may be missing."""

    year: int | None
    month: int
    day: int | None


@frozen
class WrittenDate:
    """One date or range as it stands in the text, before the year is known.

    ``ranges`` holds one pair a range; "June 29 and 30" is two pairs. ``fault`` says what no calendar allows.
    """

    span: Span
    ranges: tuple[tuple[PartialDay, PartialDay], ...]
    form: DateForm = "month-day"
    weekday: int | None = None
    """Monday is 0."""
    fault: str | None = None
    ambiguous: bool = False
    """Its figures may be read the other way round, day for month: "12/09/2018"."""
    spoken: str | None = None
    """The word that says the day where nothing is written, in small letters; there are no ``ranges`` then."""


@frozen
class Problem:
    """What keeps a citation from being read whole: ``kind`` names it for the rules, ``message`` for people."""

    kind: str
    span: Span
    message: str


@frozen
class Reference:
    """One source with all its dates inside a citation.

    ``span`` covers the source's words and the dates that follow directly; ``name_span`` the words alone. ``source`` is
    ``None`` where the registry has no such name or cannot tell which; ``candidates`` then holds the choices.
    ``via`` is the relaying source as written ("Interfax" in "Vremya, as cited by Interfax"), ``via_source`` its entry.
    """

    span: Span
    name_span: Span
    written: str
    source: Source | None = None
    candidates: tuple[Source, ...] = ()
    written_dates: tuple[WrittenDate, ...] = ()
    dates: tuple[Days, ...] = ()
    via: str | None = None
    via_source: Source | None = None
    title: str | None = None
    url: str | None = None
    again: bool = False
    """ "Ibid." stands for the name: ``written`` is that of the citation before."""

    @property
    def collective(self) -> bool:
        return self.source is not None and self.source.collective

    @property
    def name(self) -> str | None:
        return None if self.source is None else self.source.name


@frozen
class CrossReference:
    """ "See the Monitor, May 5": another issue of this or a sister publication."""

    span: Span
    publication: str | None
    written_dates: tuple[WrittenDate, ...] = ()
    dates: tuple[Days, ...] = ()


@frozen
class Bracket:
    """One bracket of the text and what it is; ``span`` includes the marks."""

    span: Span
    kind: BracketKind
    paragraph: int = 0
    cross_references: tuple[CrossReference, ...] = ()


@frozen
class Citation:
    """One bracket, note, footnote, link or inline phrase that names sources, with its references in order."""

    span: Span
    form: CitationForm
    paragraph: int
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()
    label: str | None = None
    """The marker of a note or footnote."""


DateBasis = Literal["option", "front-matter", "masthead", "file-name", "inferred", "none"]


@frozen
class IssueDate:
    """The day the bulletin is dated, what told it, and the reasons in words."""

    value: dt.date | None
    basis: DateBasis
    reasons: tuple[str, ...] = ()


# --- attribution ------------------------------------------------------------------------------------------------------

SourceClass = Literal["outlet", "person", "role", "collective", "anonymous", "agentless"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "thought", "stance", "finding"]
"""What was done: something said, held to be so, backed or opposed, or shown by a poll or a document."""


@frozen
class Attribution:
    """Who said it (``source``), the words that say so (``cue``) and what was said (``content``).

    ``sentence`` is the index of the sentence that holds the cue (or the source). ``outlet`` is the outlet that speaks,
    or that carried a person's words ("told Interfax"). ``speaker`` is who a pronoun, a bare name or "one newspaper"
    stands for, ``office`` and ``body`` what he is and where, as told here or when he was introduced. ``cue`` is
    ``None`` only for a quotation without one.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: SourceClass
    sentence: int
    outlet: Source | None = None
    speaker: str | None = None
    quotation: QuotationKind = "indirect"
    own_interview: bool = False
    act: Act = "speech"
    office: str | None = None
    body: str | None = None


# --- claims and links -------------------------------------------------------------------------------------------------

ClaimKind = Literal["reported", "background", "analysis"]
Basis = Literal["passage", "named", "dated", "later", "earlier", "note"]
SupportLevel = Literal["multiple", "single", "attributed", "none", "exempt"]


@frozen
class Event:
    """A day that the text gives to something that happened, or is planned to ("scheduled for tomorrow")."""

    span: Span
    days: Days
    planned: bool = False


@frozen
class Claim:
    """A stretch of one sentence that asserts something; ``sentence`` and ``attributions`` are indices."""

    span: Span
    sentence: int
    paragraph: int
    kind: ClaimKind
    kind_reasons: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    attributions: tuple[int, ...] = ()


@frozen
class Link:
    """Claim to reference: indices of the citation and of the reference in it, with the basis and reasons in words."""

    citation: int
    reference: int
    basis: Basis
    reasons: tuple[str, ...] = ()


@frozen
class Support:
    """What carries the claim of the same index. ``dropped`` are references of its passage that cannot carry it.

    ``origins`` counts those of its links; where each of them stands for another half of the claim ("one newspaper ...
    another daily"), its level is ``single`` all the same.
    """

    level: SupportLevel
    origins: int = 0
    links: tuple[Link, ...] = ()
    dropped: tuple[Link, ...] = ()


@frozen
class Analysis:
    """A bulletin, read to the bottom: what `attrib links` shows and what the rules judge."""

    document: Document
    masthead: Masthead | None
    date: IssueDate
    style: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    brackets: tuple[Bracket, ...]
    citations: tuple[Citation, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    supports: tuple[Support, ...]
    cross_references: tuple[CrossReference, ...] = ()
    """Those of running text; the others are in their brackets."""


# --- findings ---------------------------------------------------------------------------------------------------------

Severity = Literal["error", "warning", "note"]
Safety = Literal["safe", "unsafe"]


class Edit(NamedTuple):
    span: Span
    text: str


@frozen
class Fix:
    safety: Safety
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that a finding speaks of, with what it is."""

    span: Span
    message: str


@frozen
class Finding:
    """One rule met at one span.

    ``words`` are those of its subject, blanks made even, and ``ordinal`` says the how manieth finding of the rule on
    these words it is: by these it is known again when the text around it moves.
    """

    code: str
    name: str
    severity: Severity
    path: str
    span: Span
    message: str
    why: str
    words: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    ordinal: int = 1

    @property
    def known_by(self) -> tuple[str, str, int]:
        """What makes it the same finding in another text: rule, words in any case, and which of several."""
        return self.code, self.words.casefold(), self.ordinal

    @property
    def fingerprint(self) -> str:
        """The same in sixteen signs, for files that others keep."""
        from hashlib import sha256  # loads a library that most runs do without

        code, words, ordinal = self.known_by
        return sha256(f"{code}\0{words}\0{ordinal}".encode()).hexdigest()[:16]
