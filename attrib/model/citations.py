"""Brackets and citations, with the references in them."""

from __future__ import annotations

from typing import Literal

from attrib.model.days import Days, WrittenDate
from attrib.model.sources import Source
from attrib.model.text import Span
from attrib.values import frozen

BracketKind = Literal[
    "citation", "cross-reference", "acronym", "gloss", "currency", "date", "enumerator", "note", "other"
]
CitationForm = Literal["parenthetical", "note", "footnote", "link", "inline"]


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

    @property
    def by_address(self) -> bool:
        """Whether the address of its site is all that names it: "ria.ru"."""
        return "." in self.written and self.written.islower()


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
    """The marker of a note or footnote, or the figure that is linked."""
