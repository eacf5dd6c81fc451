"""Facts of a desk mark: what a draft holds for those who work on it, and not for its readers."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.model import Span


def count(view: View) -> int:
    return len(view.analysis.marks)


def span(view: View, mark: int) -> Span:
    """The mark, its brackets included."""
    return view.analysis.marks[mark].span


def text(view: View, mark: int) -> str:
    """Its words as they stand, blanks made single."""
    return " ".join(span(view, mark).of(view.text).split())


def asks_source(view: View, mark: int) -> bool:
    """Whether it stands for a source that is still to be found: "(source?)"."""
    return view.analysis.marks[mark].asks_source
