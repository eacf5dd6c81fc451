"""Imprints: what a bulletin says of itself at its head and foot, as who makes it, whose it is and how to get it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Paragraph
from attrib.resources import Table
from attrib.values import evolve, frozen


@frozen
class ImprintWords:
    """What tells an imprint, in small letters: ``phrases`` anywhere, or the bulletin's own name with a verb."""

    phrases: tuple[str, ...]
    itself: re.Pattern[str]

    @classmethod
    def load(cls, table: Table, publications: Sequence[str]) -> ImprintWords:
        names = "|".join(re.escape(name.lower()) for name in (*publications, *table["itself"]))
        return cls(tuple(table["imprint"]), pattern(rf"\b(?:{names})\s+(?:{'|'.join(table['of_itself'])})\b"))

    def stand(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        small = text.lower()
        return any(phrase in small for phrase in self.phrases) or self.itself.search(small) is not None


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
