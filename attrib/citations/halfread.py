"""A bracket that names an outlet and gives something like a day that no calendar has: "(Interfax, 27.2)".

It cites, and cannot be read whole; as part of its sentence it would leave that to the next citation, without a word.
"""

from __future__ import annotations

from attrib.citations.glosses import introduces
from attrib.citations.words import CitationWords
from attrib.matching.patterns import pattern
from attrib.model import Citation, Problem, Reference, Source, Span
from attrib.registry import Registry

_LIKE_A_DAY = pattern(r"(?:[^\W\d_]{2,9}\.?)?\d{1,2}(?:[^\W\d_]{1,2}|(?:[./-]\w{1,4}){1,2}\.?)?")
_WORD = pattern(r"[^\s,]+,?")
_LONGEST, _LONGEST_REST = 8, 3  # words of the bracket, and of what is no name
# A kind of source that a bracket may name without a day; of an institution or a person it is only a gloss.
_SPEAKS_ALONE = {"agency", "newspaper", "broadcaster", "magazine", "site"}


def speaks_alone(source: Source) -> bool:
    """Whether a bracket of nothing but its name cites it."""
    if source.collective and " " in source.name:
        return True
    return not source.common_word and source.kind in _SPEAKS_ALONE


def read(
    prose: str, bracket: Span, inner: Span, paragraph: int, registry: Registry, words: CitationWords
) -> Citation | None:
    """The citation that a closed bracket is by its outlet alone, with what cannot be read; or none."""
    tokens = [Span(*found.span()) for found in _WORD.finditer(prose, *inner)]
    if not 1 < len(tokens) <= _LONGEST or not _LIKE_A_DAY.fullmatch(prose, *tokens[-1]):
        return None
    for last in range(len(tokens) - 2, max(len(tokens) - 2 - _LONGEST_REST, -1), -1):
        if last < len(tokens) - 2 and prose[tokens[last].end - 1] != ",":
            continue  # "(Reuters reported 27)"
        at = Span(tokens[0].start, tokens[last].end - (prose[tokens[last].end - 1] == ","))
        name = " ".join(at.of(prose).split())
        sources = registry.lookup(name)
        if any(map(speaks_alone, sources)) and not introduces(prose, bracket, name, words):
            rest = Span(tokens[last + 1].start, tokens[-1].end)
            problem = Problem("unread", rest, f"“{rest.of(prose)}” is no day that can be read")
            return Citation(bracket, "parenthetical", paragraph, (Reference(at, at, name, None, sources),), (problem,))
    return None
