"""Who is charged with a wrong: crime, corruption, atrocity."""

from __future__ import annotations

from attrib.facts import words
from attrib.facts.view import View
from attrib.model import Span

_BLAMED = 3  # words between the blame and the weather
_COUNTERED = 20  # from "campaign against" to a wrong, in code points
_DEALING = 20  # from a wrong to the end of "tribunal"


def first(view: View, where: Span) -> Span | None:
    """The first word of an accusation there; who blames the weather accuses nobody, nor does a war crimes tribunal."""
    while found := view.words_in("accusations", where):
        blames = found.of(view.prose).startswith("blam")
        if not (_blames_nature(view, found, where.end) if blames else _is_dealt_with(view, found, where)):
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


def _is_dealt_with(view: View, wrong: Span, where: Span) -> bool:
    """Whether a wrong is only what a body or a law deals with: "the war crimes tribunal", "anti-corruption"."""
    behind = view.prose[wrong.end : where.end][:_DEALING].split()
    before = view.prose[max(where.start, wrong.start - _COUNTERED) : wrong.start].lower().rstrip()
    return bool(behind and behind[0].strip(".,;:") in words.dealing()) or before.endswith(words.countering())
