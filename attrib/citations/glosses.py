"""What the words before a bracket say of its content: that they introduce a name, and cite nobody."""

from __future__ import annotations

from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Span

_WORD = pattern(r"[\w’'-]+")
_CAPITALS = pattern(r"[A-Z]{2,7}")
_GOES_ON = pattern(r"(,?)\s+([a-z]+)")
_FARTHEST = 80  # code points in which a name before the bracket begins


def introduces(prose: str, bracket: Span, content: str, words: CitationWords) -> bool:
    """Whether the content is the name, the short name or the initials of what the words before ``bracket`` are."""
    if words.introducing.search(prose, max(0, bracket.start - 20), bracket.start):  # "the newspaper (Vesti)"
        return True
    within = words.introducing_within.search(prose, max(0, bracket.start - 20), bracket.start)
    if within and (goes_on := _GOES_ON.match(prose, bracket.end)) and not goes_on[1] and goes_on[2] not in words.turns:
        return True
    before = prose[max(0, bracket.start - _FARTHEST) : bracket.start]
    return _abbreviates(before, content) or _is_short_name(prose, before, bracket.end, content, words)


def _abbreviates(before: str, content: str) -> bool:
    """ "the Associated Press (AP)": the bracket holds the initials, or the short name, of the words before it."""
    initials = [w[0] for w in _WORD.findall(before) if w[:1].isupper()]
    letters = [c for c in content if c.isupper()]
    return len(letters) > 1 and (initials[-len(letters) :] == letters or initials[-len(letters) - 1 : -1] == letters)


def _is_short_name(prose: str, before: str, end: int, content: str, words: CitationWords) -> bool:
    """ "the Justice and Development Party (AKP) is": the initials of a name in its own language.

    Where the sentence ends or begins anew behind the bracket, it cites an agency of the same initials.
    """
    goes_on = _CAPITALS.fullmatch(content) and _GOES_ON.match(prose, end)
    if not goes_on or goes_on[2] in words.turns:
        return False
    name = _name(before, words)
    if any(word.lower() in words.bodies for word in name):
        return True
    proper = [word for word in name if word[0].isupper()]
    apart = goes_on[1] or goes_on[2] in words.joiners
    return len(proper) > 1 and not (apart or any(word in words.offices for word in proper))


def _name(before: str, words: CitationWords) -> list[str]:
    """The words of the name at the end of a text: capitals with small joiners between, or a common noun alone."""
    name: list[str] = []
    for token in reversed(before.split()):
        if not (token[0].isupper() or token in words.joiners or not name) or not token[-1].isalpha():
            break
        name.append(token)
    while name and name[-1] in words.joiners:
        name.pop()
    return name[::-1]
