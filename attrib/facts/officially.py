"""Whether a state speaks for itself: its own words, or acts, told by what it controls."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrib.matching.patterns import pattern
from attrib.matching.wordlists import either
from attrib.model import Source
from attrib.resources import tables

if TYPE_CHECKING:
    from attrib.facts.view import View

_OF_ALL = 2  # of the words of a nation so many are of all of it; regions of it speak for themselves
_ARTICLE = pattern(r"(?:[Tt]he )?")


def speaks(view: View, claim: int) -> bool:
    """Whether an organ of the one country of all that carries it says it ("Turkey's foreign ministry", "Ankara"), or,
    told by institutions alone, does it ("Ankara recalled two envoys") or has a man of office say it.
    """
    sources = tuple([reference.source for reference in view.linked[claim]])
    own = view.analysis.claims[claim]
    names = _names(tuple(dict.fromkeys(sources))) if view.carriers[claim].country else None
    if names is None:
        return False
    said = [view.analysis.attributions[a] for a in own.attributions]
    for one in said:
        named = names.search(view.prose, *one.source) if one.source else None
        if named and one.source and (named.span() == one.source or view.words_in("organs", one.source)):
            return True
    if not all(source and source.kind == "institution" for source in sources):
        return False
    if any(one.office for one in said):
        return True
    article = _ARTICLE.match(view.prose, *own.span)
    return article is not None and names.match(view.prose, article.end(), own.span.end) is not None


@cache
def _names(sources: tuple[Source | None, ...]) -> re.Pattern[str] | None:
    """What names their country, what is of it, and the places where they sit."""
    country = next((source.country for source in sources if source), None)
    if country is None:
        return None
    name = tables("lexicon")["countries"].get(country)
    of_it = tables("lexicon")["collectives"]["nationalities"].get(country, ())[:_OF_ALL]
    places = [source.place for source in sources if source and source.place]
    return either([*([name] if name else ()), *of_it, *places])
