"""The parts of a page: masthead, headlines that part its items, bylines, prose paragraphs, lists of notes, imprint."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence

from attrib.dates.written import alone, full_date, read
from attrib.model import Block, Document, Masthead, Paragraph, ParagraphKind, Span
from attrib.patterns import pattern
from attrib.segment import imprints
from attrib.segment.lists import LABEL, trimmed, with_notes
from attrib.styles import Style, Styles
from attrib.values import evolve, frozen

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_MASTHEAD_BLOCKS = 4  # how far down a page a masthead or its date line may stand
_HEADLINE_WORDS = 16
_HEADLINE_LENGTH = 120

_DATE_LINE_LENGTH = 60
# What may stand beside the day in a date line: a place, a weekday, the part of an issue; no running text.
_PAGES = "digest|review|news|bulletin|brief|briefing|update|summary|roundup|round-up|newsletter|report"
_BESIDE_DAY = pattern(rf"[\W\d]*(?:(?:[A-Z][\w'’-]*|of|the|for|dated?|issue|{_PAGES})\b[\W\d]*){{0,4}}\Z")
# Beside a day with its weekday, where more may stand: "Press Review for the Horn of Africa, Thursday, 18 April 2013".
_BESIDE_WEEKDAY = pattern(r"[\W\d]*(?:(?:[A-Z][\w'’-]*|of|the|for|in|and|from|to)\b[\W\d]*){0,10}\Z")
_PERSON = r"[A-Z][\w.'’-]*"
_BYLINE = pattern(
    rf"(?:[Bb]y|BY|[Ff]rom|FROM)\s+{_PERSON}(?:(?:\s+|\s*,\s*)(?:(?:and|AND|&|de|van|von)\s+)?{_PERSON}){{0,7}}\Z"
    rf"|[-–—]{{1,3}}\s*{_PERSON}(?:\s+{_PERSON}){{1,4}}\Z"
)
# Who wrote an item, behind its last stop: "-- Juhan Saarma", "-- J.S.", "LB"; a single name may be a source's,
# and so may three letters ("AFP"). Behind "U.S." they are an acronym whose sentence lost its stop.
_SIGNATURE = pattern(
    r"(?<=[.!?…\"”’)\]])(?:\s+(?:"
    rf"(?:[-–—]{{1,3}}\s*)(?:{_PERSON}(?:\s+{_PERSON}){{1,3}}|(?:[A-Z]\.\s?){{2,3}}|[A-Z]{{2,3}})|(?:[A-Z]\.){{2,3}}|[A-Z]{{2}})"
    r"|(?<=[^A-Z\s][.!?…]|[.!?…][\"”’)\]])\s+(?P<three>[A-Z]{3}))\Z"
)
_INITIALS = pattern(r"[A-Z]{2,3}\Z")
_SIGNATURE_LENGTH = 60
_NUMBERED = pattern(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s+[A-Z][^\d,;:.!?…]{2,60}\Z")
_CELL = pattern(r"\s*[|\t]\s*")
_CELL_WORDS = 4
_CELL_ENDS = (".", "!", "?", ")", "]", "`")  # a sentence, a citation, a note, code
_RUNNING = 60  # code points from which a paragraph is no line of a list
_TWO_SENTENCES = pattern(r"(?:\S+\s+){3,}?\S*(?:[a-z]{4}|[\d)\"”])[.!?][\"”’]?\s+[-–—]*\s*[\"“]?[A-Z]")
# How a story begins with capitals: "UN special envoy", "A U.S. convoy", "RFE/RL's correspondent", "BETA, citing"; what
# small letters follow is no part of a headline.
_ACRONYM = r"[A-Z][A-Z\d/&-]{0,14}[A-Z\d]"
_ACRONYMS = (
    rf"(?:A\s+)?(?:(?:[A-Z]\.){{2,}}(?:\s+{_ACRONYM})?|{_ACRONYM}(?:\s+{_ACRONYM})?)(?:['’]?s|-[a-z]+)?,?\s+[A-Z]?[a-z]"
)
# "PRIME MINISTER RESIGNS. The prime minister ..." — a headline run into its paragraph.
_RUN_IN = pattern(
    r"(?=(?:[^a-z]*[A-Z]{2}){2})[^a-z]{6,200}?[A-Z0-9)\"”'’]{2}"
    r"(?:(?P<ellipsis>\.{2,4}|…)\s*|(?P<stop>[.!?:])?(?P<dash>\s*[-–—]+)?\s+)"
    rf"(?=[\"“‘']?(?:[A-Z](?:[a-z]|\s+[a-z])|(?(stop){_ACRONYMS}|(?(ellipsis){_ACRONYMS}|(?!)))))"
)
_MARKED = pattern(r"[.!?…][\"”’]*\d{1,3}\Z|[⁰¹²³⁴-⁹][.,;\"”’]*\Z")  # a sentence with the marker of a note
_DAY_TAG = pattern(
    r"(?:\A|\s+)[(\[](?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s+\d{1,2})[)\]](?:\s+|\Z)"
)  # "[3 Dec]"
_DATELINE_WORDS = 2  # a place and its dash
_STRONG = pattern(r"(?P<words>[^*_\n.:]{2,60}[.:])(?:\*\*|__)\s+(?=\S)")
_STRONG_WORDS = 4  # more of them are a sentence
_STOPLESS = 14  # a shorter run of capitals without a stop is a name: "IMF CHIEF Smith"


@frozen
class Layout:
    """``style`` is what the masthead says; ``notes`` are paragraphs of kind ``note``, in ``paragraphs`` too."""

    masthead: Masthead | None
    style: Style | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs if p.kind == "prose")

    @property
    def notes(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs if p.kind == "note")


def layout(document: Document, styles: Styles, imprint: re.Pattern[str], is_outlet: Callable[[str], object]) -> Layout:
    """The layout of a document. Spans leave out the blanks around a paragraph; items count from 0.

    ``imprint`` finds words by which a paragraph at the head or foot speaks of the bulletin itself. ``is_outlet`` says
    whether three letters behind an item are those of an outlet and not of who wrote it.
    """
    masthead, style, rest = _masthead(document, styles)
    paragraphs = imprints.told_apart(document.prose, with_notes(document, _parts(document, rest, is_outlet)), imprint)
    return Layout(masthead, style, tuple(_numbered(paragraphs)))


# --- masthead ---------------------------------------------------------------------------------------------------------


def _masthead(document: Document, styles: Styles) -> tuple[Masthead | None, Style | None, list[Block]]:
    """The masthead and what is left of the blocks without its lines. Front matter goes before what the page says."""
    head, style = _front_matter(document, styles)
    rest: list[Block] = []
    for number, block in enumerate(document.blocks):
        if number >= _MASTHEAD_BLOCKS or block.kind == "note" or (rest and not _is_line(document, rest[-1])):
            rest.extend(document.blocks[number:])
            break
        span = trimmed(document.text, block.span)
        named = styles.masthead(span.of(document.text)) if head is None or head.span is None else None
        if named:
            line = Span(span.start, span.start + named[1].end())
            head = _with_masthead(head, line, named[1])
            style = style or (named[0] if named[0].publications else None)  # a header of anybody's tells no habit
            span = trimmed(document.text, Span(line.end, span.end))
        if found := _date_line(document, span):
            line, day = found
            head = evolve(head, date=head.date or day) if head else Masthead(None, date=day)
            if not rest and line.start == span.start:
                head = evolve(head, span=Span(head.span.start if head.span else line.start, line.end))
            above = trimmed(document.text, Span(span.start, line.start))
            rest.extend([evolve(block, span=above)] if above.start < above.end else [])
            span = trimmed(document.text, Span(line.end, span.end))
        if span.start < span.end:
            rest.append(evolve(block, span=span))
    return head, style, rest


def _with_masthead(head: Masthead | None, line: Span, found: re.Match[str]) -> Masthead:
    values = found.groupdict()
    page = Masthead(
        line, values.get("publication"), _whole(values.get("volume")), _whole(values.get("issue")), full_date(found[0])
    )
    if head is None:
        return page
    return Masthead(
        line,
        head.publication or page.publication,
        page.volume if head.volume is None else head.volume,
        page.issue if head.issue is None else head.issue,
        head.date or page.date,
    )


def _date_line(document: Document, span: Span) -> tuple[Span, dt.date] | None:
    """The first or second line of a block at a page's head, where it holds a day with its year and little else."""
    start = span.start
    for number, line in enumerate(span.of(document.text).splitlines(keepends=True)[:2]):
        at = trimmed(document.text, Span(start, start + len(line)))
        start += len(line)
        text = at.of(document.text)
        if len(text) <= _HEADLINE_LENGTH and text[-1:] != "." and (day := full_date(text)):
            written = next(read(text, 0, len(text)))
            beside = text[: written.span.start] + text[written.span.end :]
            plain = len(text) <= _DATE_LINE_LENGTH and _BESIDE_DAY.match(beside)
            if plain or (written.weekday == day.weekday() and _BESIDE_WEEKDAY.match(beside)):
                return at, day
        if number == 0 and not _is_headline(text, last=False):
            return None
    return None


def _is_line(document: Document, block: Block) -> bool:
    """Whether a block can stand above a date line: a heading or a short line, no running text."""
    return block.kind == "heading" or _is_headline(block.span.of(document.text).strip(), last=False)


def _front_matter(document: Document, styles: Styles) -> tuple[Masthead | None, Style | None]:
    meta = document.meta
    publication = meta.get("publication")
    style = styles.by_name.get(meta.get("style", "")) or (styles.of_publication(publication) if publication else None)
    day = full_date(meta.get("date", ""))
    head = Masthead(None, publication, _whole(meta.get("volume")), _whole(meta.get("issue")), day)
    return (head if any((head.publication, head.volume, head.issue, head.date)) else None), style


def _whole(written: str | None) -> int | None:
    """A number in figures, or as printers count volumes: "V" is 5."""
    if not written or written.isdecimal():
        return int(written) if written else None
    values = [_ROMAN.get(letter, 0) for letter in written.upper()]
    if not all(values):
        return None
    return sum(-one if one < behind else one for one, behind in zip(values, (*values[1:], 0), strict=True))


# --- headlines, bylines, paragraphs -----------------------------------------------------------------------------------


def _parts(document: Document, blocks: Sequence[Block], is_outlet: Callable[[str], object]) -> Iterable[Paragraph]:
    # Where nobody marked a heading, as in plain text and many a Word file, headlines show by their form.
    unmarked = document.format == "plain" or (
        document.extracted and not any(block.kind == "heading" for block in document.blocks)
    )
    for number, block in enumerate(blocks):
        span = trimmed(document.prose, block.span)
        if span.start == span.end:
            continue
        text, last = span.of(document.text), number + 1 == len(blocks)
        if block.kind == "note":
            yield Paragraph(span, "note", label=block.label)
        elif block.kind == "heading" or alone(document.prose, *span):
            yield Paragraph(span, "headline")
        elif len(text) <= _HEADLINE_LENGTH and (
            _BYLINE.match(text) or (last and _INITIALS.match(text) and not is_outlet(text))
        ):
            yield Paragraph(span, "byline")
        elif unmarked and (_is_headline(text, last=last) or _is_numbered(document, blocks[number : number + 2])):
            yield Paragraph(span, "headline")
        elif _is_row(text):
            yield Paragraph(span, "row")
        elif text[0].isalpha() or any(map(str.isalpha, text)):  # figures alone are the number of a page or of an item
            yield from _signed(document, span, is_outlet)


def _is_row(text: str) -> bool:
    """Whether it is a row of a table whose cells are labels and figures: a table states nothing in sentences."""
    if not ("|" in text or "\t" in text) or LABEL.match(text):
        return False
    cells = _CELL.split(text.strip(" |"))
    return len(cells) > 1 and all(cell.count(" ") < _CELL_WORDS and cell[-1:] not in _CELL_ENDS for cell in cells)


def _signed(document: Document, span: Span, is_outlet: Callable[[str], object]) -> Iterable[Paragraph]:
    """A paragraph without the headline that runs into it and the signature behind it."""
    prose = document.prose
    if headline := _run_in(prose, span) or _strong(document, span):
        yield Paragraph(trimmed(prose, headline), "headline")
        span = Span(headline.end, span.end)
    initials = prose[span.end - 2 : span.end - 1].isupper()  # nearly all paragraphs end with a word and its stop
    named = prose[span.end - 1].isalpha() or initials
    signature = _SIGNATURE.search(prose, max(span.start + 1, span.end - _SIGNATURE_LENGTH), span.end) if named else None
    if signature and not (signature["three"] and is_outlet(signature["three"])):
        yield Paragraph(Span(span.start, signature.start()), "prose")
        yield Paragraph(trimmed(prose, Span(*signature.span())), "byline")
    else:
        yield Paragraph(span, "prose")


def _strong(document: Document, span: Span) -> Span | None:
    """A few words in strong type that head a paragraph of Markdown: "**Armenia.** The cabinet met"."""
    if document.text[span.start - 2 : span.start] not in ("**", "__") or span.start < 2:
        return None
    found = _STRONG.match(document.text, span.start, span.end)
    return Span(span.start, found.end("words")) if found and found["words"].count(" ") < _STRONG_WORDS else None


def _is_numbered(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether the first of two blocks is a numbered headline: "1. Exit without permit", over running text."""
    if document.text[blocks[0].span.start] not in "0123456789IVX":
        return False
    line, *below = (block.span.of(document.text).strip() for block in blocks)
    return _NUMBERED.match(line) is not None and any(len(t) > _RUNNING and not LABEL.match(t) for t in below)


def _is_headline(text: str, *, last: bool) -> bool:
    """A short line of its own without a closing stop, or in capitals with one."""
    if "\n" in text or "\t" in text or len(text) > _HEADLINE_LENGTH or len(text.split()) > _HEADLINE_WORDS:
        return False
    if text[0] in "[(" or text[-1] in ")]":
        text = _DAY_TAG.sub("", text)
    if text.isupper():
        letters = [c for c in text if c.isalpha()]
        if len(letters) > 3 and all(c.isupper() for c in letters):
            label = LABEL.match(text)  # "2. TASS, 3.12.2018" is an entry of a list
            return not (label and any(c.isdigit() for c in text[label.end() :]))
    if last or not text or text[0] in '([-•*"“' or text[-1] in ".!?…:;,)]\"”'’" or LABEL.match(text):
        return False
    if _MARKED.search(text) or _TWO_SENTENCES.match(text) or _SIGNATURE.search(text):
        return False
    return any(c.isalpha() for c in text)


def _run_in(prose: str, span: Span) -> Span | None:
    """A headline at the head of its paragraph; "MOSCOW, MAY 13 (INTERFAX) -- " is none."""
    found = _RUN_IN.match(prose, span.start, span.end)
    if found is None:
        return None
    if found["dash"] and not found["stop"] and len(found[0].split()) <= _DATELINE_WORDS:  # "SANTIAGO -- Copper is dear"
        return None
    if found["dash"] and ("(" in found[0] or any(read(prose, *found.span()))):
        return None
    if not (found["ellipsis"] or found["stop"] or found["dash"]) and len(found[0].rstrip()) < _STOPLESS:
        return None
    return Span(*found.span())


# --- items ------------------------------------------------------------------------------------------------------------


def _numbered(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    """Count prose paragraphs from 1, and items at each headline that follows prose."""
    number = item = 0
    prose_seen = False
    for p in paragraphs:
        if p.kind == "headline" and prose_seen:
            item, prose_seen = item + 1, False
        kind: ParagraphKind = p.kind
        if kind == "prose":
            number, prose_seen = number + 1, True
        yield Paragraph(p.span, kind, number if kind == "prose" else 0, item, p.label)
