"""The days of a citation: as the calendar writes them, in other tongues, as spoken, and with a slip in the month.

"Febuary 26" is a day, and no source of that name: a word right beside the number of a day, where a citation has its
day, is read as the month that it nearly is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.citations.words import CitationWords
from attrib.dates import MONTHS, relative, written
from attrib.matching.patterns import pattern
from attrib.model import Span, WrittenDate
from attrib.nearest import nearest_word
from attrib.registry import Registry
from attrib.values import evolve

_DIGIT = pattern(r"\d")
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[:.,]\d)"
_BESIDE_NUMBER = pattern(
    rf"(?<![\w.])(?P<first>[^\W\d_]{{3,11}}\b\.?)(?=\s+{_NUMBER})"
    rf"|(?<![\w.])(?P<number>{_NUMBER})\.?\s+(?:of\s+)?(?P<behind>[^\W\d_]{{3,11}}\b\.?)"
)
_SLOT = pattern(r"(?:[,;(\[/&–—-]|\b(?:and|on|to))\s*\Z")
_SHORT = 3  # letters that tell a month
_LIKE = 0.75  # of the letters; "Marhc" has .8, "Mayak" of May .6


def read(text: str, group: Span, registry: Registry, words: CitationWords, *, note: bool) -> tuple[WrittenDate, ...]:
    """The days of a group in order; in a title of a note "today" is none."""
    days = _of_figures(text, group, registry, words) if _DIGIT.search(text, *group) else ()
    return days if note else _with(days, relative.read(text, *group))


def _of_figures(text: str, group: Span, registry: Registry, words: CitationWords) -> tuple[WrittenDate, ...]:
    days = tuple(written.read(text, *group, citation=True))
    if not days and (foreign := tuple(words.tongues.read(text, group))):
        return foreign
    slips = _slips(text, group, days, registry)
    return _mended(text, group, slips) if slips else days


def _with(days: tuple[WrittenDate, ...], spoken: Iterator[WrittenDate]) -> tuple[WrittenDate, ...]:
    more = [day for day in spoken if not any(day.span.meets(d.span) for d in days)]
    return tuple(sorted([*days, *more], key=lambda day: day.span)) if more else days


def _slips(text: str, group: Span, days: Sequence[WrittenDate], registry: Registry) -> list[tuple[Span, str, bool]]:
    """The words of a group that a month is meant by, with that month, and whether the number stands before."""
    found = []
    for beside in _BESIDE_NUMBER.finditer(text, *group):
        which = "first" if beside["first"] else "behind"
        at = Span(*beside.span(which))
        if any(day.span.meets(at) for day in days):
            continue
        month = _month(at.of(text))
        if month and _is_slot(text, Span(group.start, beside.start()), at, registry):
            found.append((at, month, which == "behind"))
    return found


def _month(word: str) -> str | None:
    """The month that a word is the beginning of, in any case, or nearly is: "february", "Febr.", "Febuary"."""
    letters = word.rstrip(".").casefold()
    for month in MONTHS:
        if month.casefold().startswith(letters):
            return month
    return nearest_word(letters, MONTHS, _LIKE) if len(letters) > _SHORT else None


def _is_slot(text: str, before: Span, word: Span, registry: Registry) -> bool:
    """Whether a day of a citation may stand behind ``before``, and ``word`` is not of a name there."""
    ahead = text[before.start : before.end]
    named = ahead[max(map(ahead.rfind, ",;")) + 1 :].strip()
    if named and registry.lookup(f"{named} {word.of(text)}"):  # "Paris Match 26"
        return False
    return bool(not ahead.strip() or _SLOT.search(ahead) or registry.lookup(named))


def _mended(text: str, group: Span, slips: Sequence[tuple[Span, str, bool]]) -> tuple[WrittenDate, ...]:
    """The days of the group with the months that are meant; its places stay what they are."""
    for at, month, behind in slips:
        short, width = month[:_SHORT], at.end - at.start
        text = text[: at.start] + (short.rjust(width) if behind else short.ljust(width)) + text[at.end :]
    return tuple(_marked(day, slips) for day in written.read(text, *group, citation=True))


def _marked(day: WrittenDate, slips: Sequence[tuple[Span, str, bool]]) -> WrittenDate:
    slip = next(((at, month) for at, month, _ in slips if day.span.holds(at)), None)
    return evolve(day, misspelt=slip) if slip else day
