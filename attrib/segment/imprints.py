"""Imprints: what a bulletin says of itself, as who makes it, whose it is, how to get it, what it got wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Paragraph
from attrib.resources import Table
from attrib.segment.bylines import Bylines
from attrib.values import evolve, frozen

_FIGURE = pattern(r"\d")
_LONGEST_STAMP = 80  # code points of "Last updated: 6 May 2024 at 15:00"


@frozen
class ImprintWords:
    """What tells an imprint, whatever the case of its letters.

    At the head or foot of a bulletin: ``phrases`` anywhere, in small letters, ``itself``, the bulletin's own name with
    a verb, or ``credits``, which begin a paragraph that names agencies and no day. Anywhere: ``label`` with its colon,
    as "Correction:", ``stamp``, a whole line of a label and a day or a time, and ``slug``, with which a desk's line to
    another begins: "CORRECTED COPY".
    """

    phrases: tuple[str, ...]
    itself: re.Pattern[str]
    credits: re.Pattern[str]
    label: re.Pattern[str]
    stamp: re.Pattern[str]
    slug: re.Pattern[str]
    mail_header: re.Pattern[str]
    """What begins a line above a mail, "Subject:", or is one that parts a forwarded one from what was said of it."""
    bylines: Bylines
    beside_day: re.Pattern[str]
    """What may stand beside the day in a date line at the head of a page: a place, a weekday, the part of an issue."""
    names_issue: re.Pattern[str]
    """What stands beside a day without its year where it is that of the issue: a word for one must be in it."""
    notes: re.Pattern[str]
    """A whole line that heads a list of notes."""

    @classmethod
    def load(cls, table: Table, publications: Sequence[str]) -> ImprintWords:
        names = "|".join(re.escape(name.lower()) for name in (*publications, *table["itself"]))
        credits, labels, stamps, beside = (
            "|".join(table[key]) for key in ("credits", "imprint_labels", "stamps", "stamp_words")
        )
        led, named = "|".join(table["date_leads"]), "|".join(table["date_lines"])
        beside_day = rf"[\W\d]*(?:(?i:{led})\b[\W\d]*)?(?:(?:[A-Z][\w'’-]*|{named})\b[\W\d]*){{0,4}}\Z"
        return cls(
            tuple(table["imprint"]),
            pattern(rf"\b(?:{names})\s+(?:{'|'.join(table['of_itself'])})\b"),
            pattern(rf"\W*(?:{credits})\b", re.IGNORECASE),
            pattern(rf"[\W_]*(?:{labels})\s*:", re.IGNORECASE),
            pattern(
                rf"[\W_]*(?i:{stamps})(?:\s*:\s*|\s+)(?=\D*\d)"
                rf"(?:\d[\d:.]*(?:st|nd|rd|th|h)?|[A-Z][a-z]+\.?|[A-Z]+|(?:{beside})(?!\w)|[\W_])+\Z"
            ),
            pattern(rf"[\W_]*(?:{'|'.join(table['slugs'])})"),
            pattern(
                rf"(?:{'|'.join(table['mail_headers'])})[ \t]*:|[\W_]*(?:{'|'.join(table['mail_parts'])})[\W_]*\Z",
                re.IGNORECASE,
            ),
            Bylines.load(table),
            pattern(beside_day),
            pattern(rf"(?=.*\b(?i:{'|'.join(table['issues'])})\b){beside_day}"),
            pattern(rf"\W*(?:{'|'.join(table['note_headings'])})\W*\Z", re.IGNORECASE),
        )

    def stand(self, text: str) -> bool:
        """Whether a text at the head or foot speaks of the bulletin."""
        small = text.lower()
        return (
            any(phrase in small for phrase in self.phrases)
            or self.itself.search(small) is not None
            or (self.credits.match(text) is not None and not _FIGURE.search(text))
        )

    def is_slug(self, text: str) -> bool:
        """Whether all lines of a text are a desk's to another."""
        return all(self.slug.match(line) for line in text.splitlines() if line.strip())

    def head(self, text: str) -> bool:
        """Whether a paragraph begins with a label, or is a stamp or a slug; a label in capitals is a headline."""
        if self.is_slug(text):
            return True
        if label := self.label.match(text):
            return not label[0].isupper()
        return len(text) <= _LONGEST_STAMP and self.stamp.match(text) is not None


def told_apart(prose: str, paragraphs: Iterable[Paragraph], words: ImprintWords) -> Sequence[Paragraph]:
    """The paragraphs, those of an imprint with that kind: from the first and the last on, as far as ``words`` tell one.

    In the middle of a bulletin the same words are news: somebody's copyright, somebody's subscribers.
    """
    told = list(paragraphs)
    running = [number for number, paragraph in enumerate(told) if paragraph.kind == "prose"]
    for order in (running, running[::-1]):
        for number in order:
            paragraph = told[number]
            if paragraph.kind == "prose":
                if not words.stand(paragraph.span.of(prose)):
                    break
                told[number] = evolve(paragraph, kind="imprint")
    return told
