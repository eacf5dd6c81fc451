"""How the registry names the source of a reference: its spelling, the years of the name, the choices."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.matching.patterns import pattern
from attrib.model import Reference
from attrib.registry import names

_ARTICLE = pattern(rf"{names.ARABIC_ARTICLE}[- ](?=\w)")


def choices(own: Reference) -> tuple[str, ...]:
    """The sources between which nothing tells, with their places; none where the source is clear."""
    if own.source is not None:
        return ()
    return tuple(f"{s.name} ({s.place or s.country})" if s.place or s.country else s.id for s in own.candidates)


def spelling_listed(view: View, own: Reference) -> bool | None:
    """Whether it is spelled as the registry has it, diacritics aside; unknown in another script.

    Unknown too for initials that the registry lacks and the text spells out.
    """
    if own.source is not None and own.written == own.source.name:
        return True
    if own.source is None or not names.one_script(own.written, own.source.name):
        return None
    if not view.registry.lookup(own.written):
        return None
    listed = (own.source.name, *own.source.aliases)
    return names.written_so(own.written, listed) or view.registry.knows_spelling(own.written)


def suggested(view: View, own: Reference) -> str | None:
    """The registry's name that may be meant by a misspelt one: borne by a source in the year cited.

    "Al-Watan" is not "El Watan": papers of two countries differ by the article alone.
    """
    year = own.dates[-1].last.year if own.dates else None
    for name in view.suggest(own.written):
        if _without_article(name) == _without_article(own.written):
            continue
        sources = view.registry.lookup(name)
        if year is None or not sources or any(source.in_use(year) for source in sources):
            return name
    return None


def _without_article(name: str) -> str:
    article = _ARTICLE.match(name)
    return names.fold(name[article.end() :] if article else name)


def years(own: Reference) -> str | None:
    """The years of the name, in words."""
    source = own.source
    if source is None or (source.first is None and source.last is None):
        return None
    if source.last is None:
        return f"since {source.first}"
    return f"{source.first}-{source.last}" if source.first else f"until {source.last}"
