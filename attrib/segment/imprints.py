"""Imprints: what a bulletin says of itself at its head and foot, as who makes it, whose it is and how to get it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrib.model import Paragraph
from attrib.values import evolve


def told_apart(prose: str, paragraphs: Iterable[Paragraph], words: re.Pattern[str]) -> Sequence[Paragraph]:
    """The paragraphs, those of an imprint with that kind: from the first and the last on, as far as ``words`` tell one.

    In the middle of a bulletin the same words are news: somebody's copyright, somebody's subscribers.
    """
    told = list(paragraphs)
    running = [number for number, paragraph in enumerate(told) if paragraph.kind == "prose"]
    for order in (running, running[::-1]):
        for number in order:
            paragraph = told[number]
            if paragraph.kind == "prose":
                if not words.search(prose, *paragraph.span):
                    break
                told[number] = evolve(paragraph, kind="imprint")
    return told
