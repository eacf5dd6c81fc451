"""A bulletin, read to the bottom."""

from __future__ import annotations

from attrib.model.attributions import Attribution
from attrib.model.citations import Bracket, Citation, CrossReference
from attrib.model.claims import Claim, Support
from attrib.model.days import IssueDate
from attrib.model.styles import Style
from attrib.model.text import DeskMark, Document, Masthead, Paragraph, Sentence
from attrib.values import frozen


@frozen
class Analysis:
    """A bulletin, read to the bottom: what `attrib links` shows and what the rules judge."""

    document: Document
    masthead: Masthead | None
    date: IssueDate
    habit: Style
    """The citation style by which it was read."""
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    brackets: tuple[Bracket, ...]
    citations: tuple[Citation, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    supports: tuple[Support, ...]
    cross_references: tuple[CrossReference, ...] = ()
    """Those of running text; the others are in their brackets."""
    marks: tuple[DeskMark, ...] = ()
    """What the desk wrote for itself, in order."""

    @property
    def style(self) -> str:
        """The name of its citation style."""
        return self.habit.name
