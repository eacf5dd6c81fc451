"""Cross-references: "see the Monitor, May 5", "for the history see Fortnight in Review, March 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.citations.words import CitationWords
from attrib.model import CrossReference, Span, WrittenDate
from attrib.patterns import pattern
from attrib.registry import Registry

_MARKS = " \t\r\n,.:;()[]<>–—-*_\"'“”‘’"
_NO_NAME = pattern(r"(?:the|our|last|(?:yesterday|today|(?:last|this) (?:week|month))['’]s)\s+|\s+of\Z", re.IGNORECASE)


def cross_reference(
    prose: str,
    group: Span,
    dates: Sequence[WrittenDate],
    registry: Registry,
    words: CitationWords,
    *,
    led: bool,
    after: bool,
) -> CrossReference | None:
    """The cross-reference that a group of a bracket makes, if it makes one.

    ``led`` says that "see" stood before it; then anything but an outlet is one. Without it only the
    bulletin's own name makes one, and ``after`` another cross-reference that of a sister too.
    """
    end = dates[0].span.start if dates else group.end
    name = prose[group.start : end].strip(_MARKS)
    while (bare := _NO_NAME.sub("", name)) != name:
        name = bare
    low = name.casefold()
    ours = low in words.publications or ((led or after) and low in words.sisters)
    if not ours and (not led or any(s.kind not in ("institution", "person") for s in registry.lookup(name))):
        return None
    return CrossReference(group, name if name[:1].isupper() else None, tuple(dates))
