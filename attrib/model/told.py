"""What the prose of a bulletin tells, before it is known what carries it."""

from __future__ import annotations

from attrib.model.attributions import Attribution
from attrib.model.citations import Bracket, Citation
from attrib.model.text import Paragraph, Sentence
from attrib.values import field, frozen


@frozen
class Told:
    """The prose paragraphs with all that stands in them, each in the order of the text; offsets are into ``prose``."""

    prose: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    brackets: tuple[Bracket, ...]
    citations: tuple[Citation, ...]
    attributions: tuple[Attribution, ...]
