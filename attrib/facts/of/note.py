"""Facts of a note: an entry of the list at the end, or a footnote."""

from __future__ import annotations

import re

from attrib.facts.view import View
from attrib.model import Span


def count(view: View) -> int:
    return len(view.notes)


def span(view: View, note: int) -> Span:
    """The whole note."""
    return view.notes[note].span


def label(view: View, note: int) -> str:
    """The number or word by which the text refers to it."""
    return view.notes[note].label or ""


def referred_to(view: View, note: int) -> bool:
    """Whether the text, or another note, refers to it."""
    own = label(view, note)
    return own in view.noted or any(
        re.search(rf"\bnotes?\s+{re.escape(own)}\b", other.span.of(view.text)) for other in view.notes
    )


def markers(view: View, note: int) -> bool:
    """Whether the text refers to notes at all; else the list is one of what was read."""
    return bool(view.noted)
