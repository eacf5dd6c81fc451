"""Headlines by their form, where nobody marked them."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.dates.written import read
from attrib.matching.patterns import pattern
from attrib.model import BULLETS, Block, Document, Span
from attrib.segment import bylines
from attrib.segment.lists import LABEL

_MOST_WORDS = 16
LONGEST = 120  # code points of a headline, or of a line that heads a page
_NUMBERED = pattern(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s+[A-Z][^\d,;:.!?…]{2,60}\Z")
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
    rf"(?=[\"“‘']?(?:[A-Z](?:[a-z]|\s+[a-z])|[AI]\s[A-Z][a-z]|(?(stop){_ACRONYMS}|(?(ellipsis){_ACRONYMS}|(?!)))))"
)
_MARKED = pattern(r"[.!?…][\"”’]*\d{1,3}\Z|[⁰¹²³⁴-⁹][.,;\"”’]*\Z")  # a sentence with the marker of a note
_UNSTOPPED = pattern(r"(?P<words>[\"“][^\"“”]*[^\W_])[\"”]\Z")  # "Blix “runs out of track”" has no stop in its marks
_NO_HEAD = pattern(rf"[(\[\-*{BULLETS}\"“]|o\s")  # a bracket, a quotation, an item of a list
_DAY_TAG = pattern(
    r"(?:\A|\s+)[(\[](?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s+\d{1,2})[)\]](?:\s+|\Z)"
)  # "[3 Dec]"
_DATELINE_WORDS = 2  # a place and its dash
_STRONG = pattern(r"(?P<words>[^*_\n.:]{2,60}[.:])(?:\*\*|__)\s+(?=\S)")
_STRONG_WORDS = 4  # more of them are a sentence
_DAY = 20  # code points of one with its year
_STOPLESS = 14  # a shorter run of capitals without a stop is a name: "IMF CHIEF Smith"


def is_headline(text: str, *, last: bool) -> bool:
    """A short line of its own without a closing stop, or in capitals with one."""
    if "\n" in text or "\t" in text or len(text) > LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if text[0] in "[(" or text[-1] in ")]":
        text = _DAY_TAG.sub("", text)
    if text.isupper():
        letters = [c for c in text if c.isalpha()]
        if len(letters) > 3 and all(c.isupper() for c in letters):
            label = LABEL.match(text)  # "2. TASS, 3.12.2018" is an entry of a list, "[2] ITAR-TASS." of one of notes
            return not (label and (label["square"] or any(c.isdigit() for c in text[label.end() :])))
    text = _UNSTOPPED.sub(r"\g<words>", text)
    if last or not text or _NO_HEAD.match(text) or text[-1] in ".!?…:;,)]\"”'’" or LABEL.match(text):
        return False
    if _MARKED.search(text) or _TWO_SENTENCES.match(text) or bylines.SIGNATURE.search(text):
        return False
    return any(c.isalpha() for c in text)


def is_numbered(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether the first of two blocks is a numbered headline: "1. Exit without permit", over running text."""
    if document.text[blocks[0].span.start] not in "0123456789IVX":
        return False
    line, *below = (block.span.of(document.text).strip() for block in blocks)
    return _NUMBERED.match(line) is not None and any(len(t) > _RUNNING and not LABEL.match(t) for t in below)


def strong(document: Document, span: Span) -> Span | None:
    """A few words in strong type that head a paragraph of Markdown: "**Armenia.** The cabinet met"."""
    if document.text[span.start - 2 : span.start] not in ("**", "__") or span.start < 2:
        return None
    found = _STRONG.match(document.text, span.start, span.end)
    return Span(span.start, found.end("words")) if found and found["words"].count(" ") < _STRONG_WORDS else None


def run_in(prose: str, span: Span) -> Span | None:
    """A headline at the head of its paragraph; "MOSCOW, MAY 13 (INTERFAX) -- " is none.

    Nor is what ends in the midst of a day, as "TASS AND UNIAN, 24 January 2006", or what begins an entry of a list, as
    "2. ITAR-TASS, RIA Novosti"; behind a label that only notes have, nothing is.
    """
    found = _RUN_IN.match(prose, span.start, span.end)
    if found is None:
        return None
    stopless = not (found["ellipsis"] or found["stop"] or found["dash"])
    label = LABEL.match(prose, *span)
    if label and (label["square"] or stopless):
        return None
    if found["dash"] and not found["stop"] and len(found[0].split()) <= _DATELINE_WORDS:  # "SANTIAGO -- Copper is dear"
        return None
    if found["dash"] and ("(" in found[0] or any(read(prose, *found.span()))):
        return None
    if stopless:
        if len(found[0].rstrip()) < _STOPLESS:
            return None
        days = read(prose, found.start(), min(span.end, found.end() + _DAY))
        if any(day.span.start < found.end() < day.span.end for day in days):
            return None
    return Span(*found.span())
