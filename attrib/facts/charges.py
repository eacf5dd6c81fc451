"""Who is charged with a wrong: crime, corruption, atrocity."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.model import Span

_BLAMED = 3  # words between the blame and the weather


def first(view: View, where: Span) -> Span | None:
    """The first word of an accusation there; who blames the weather accuses nobody."""
    while found := view.words_in("accusations", where):
        if not found.of(view.prose).startswith("blam") or not _blames_nature(view, found, where.end):
            return found
        where = Span(found.end, where.end)
    return None


def _blames_nature(view: View, blamed: Span, end: int) -> bool:
    """ "blamed heavy floods", and not "blamed the floods on the governor", "blamed hoarders and weather"."""
    cause = view.words_in("nature", Span(blamed.end, end))
    between = view.prose[blamed.end : cause.start] if cause else ""
    if cause is None or between.count(" ") > _BLAMED or " and " in between:
        return False
    return not view.prose.startswith((" on ", " and "), cause.end)
