"""Sources by name, alias and day: which outlet a name in a bulletin means, and what it was then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from attrs import field, frozen

from attrib import names
from attrib.collectives import Collectives
from attrib.model import Mention, Period, Source, Span
from attrib.resources import Table, tables

_LIKE = 0.80  # rapidfuzz OSA similarity from which a name is suggested; below, Ivanov passes for Ivashov


@frozen(slots=False)
class Registry:
    """All sources, and the ways to find one. What a lookup needs is made when it is first asked for."""

    sources: tuple[Source, ...]
    collectives: Collectives = field(factory=Collectives, repr=False)
    kind_words: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)
    """Words that say what a name is ("news agency", "daily"), with the kinds of source they fit."""

    @classmethod
    def load(cls, tables: Mapping[str, Table], collectives: Table) -> Registry:
        """The registry of tables by file name. Raises RuleError with the file, the source and what is wrong with it."""
        from attrib.soundness import demand

        demand(tables, collectives)
        return _build(tables, collectives)

    def get(self, id: str) -> Source | None:
        return self._by_id.get(id)

    def lookup(self, name: str) -> tuple[Source, ...]:
        """The sources a name may mean, () if unknown.

        Tried in order: the name as listed; without regard to case, hyphens, blanks, diacritics and a leading "the";
        without the words that say what it is ("the newspaper Segodnya"); a web address; a collective.
        """
        return (
            self._exact.get(name)
            or self._folded.get(names.fold(name))
            or self._without_kind(name)
            or self.site(name)
            or ((group,) if (group := self.collectives.lookup(name)) else ())
        )

    def knows_spelling(self, name: str) -> bool:
        """Whether this is exactly a name, an alias or a domain of the registry, or a collective."""
        return name in self._exact or (name.startswith("the ") and f"The {name[4:]}" in self._exact) or (
            not self._folded.get(names.fold(name)) and self.collectives.lookup(name) is not None
        )

    def site(self, url: str) -> tuple[Source, ...]:
        """The sources at a web address: the longest domain listed that the address is, or lies in; () if none."""
        host = url.partition("://")[2] or url
        host = host.partition("/")[0].partition(":")[0].casefold()
        if " " in host or "." not in host:
            return ()
        while "." in host:
            if found := self._domains.get(host):
                return found
            host = host.partition(".")[2]
        return ()

    def lineage(self, source: Source) -> str:
        """The id of the oldest known predecessor: the same for all names that one outlet has borne."""
        return self._lineages.get(source.id, source.id)

    def resolve(
        self, candidates: Sequence[Source], day: dt.date | None = None, countries: Mapping[str, int] | None = None
    ) -> Source | None:
        """The one that is meant, or ``None`` where nothing tells.

        Of the names of one outlet, the one in use on the day, or nearest to it; of several outlets, the one whose
        name was in use; then the one of the country that most of the bulletin's other sources are of.
        """
        left = list(candidates)
        if day is not None:
            left = [s for s in left if s.in_use(day.year)] or left
        outlets: dict[str, Source] = {}
        for source in left:
            known = outlets.setdefault(self.lineage(source), source)
            if _distance(source, day) < _distance(known, day):
                outlets[self.lineage(source)] = source
        left = list(outlets.values())
        if len(left) > 1 and countries:
            most = max(countries.get(s.country or "", 0) for s in left)
            left = [s for s in left if most and countries.get(s.country or "", 0) == most]
        return left[0] if len(left) == 1 else None

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The listed names most like an unknown one, the nearest first, one a source; () where none is near."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        near = extract(names.fold(name), list(self._folded), scorer=OSA.normalized_similarity, score_cutoff=_LIKE)
        found: dict[str, str] = {}
        for key, _, _ in near:
            for source in self._folded[key]:
                spelled = next(n for n in (source.name, *source.aliases, *source.domains) if names.fold(n) == key)
                found.setdefault(source.id, spelled)
        return tuple(dict.fromkeys(found.values()))[:limit]

    def mentions(self, prose: str, span: Span) -> tuple[Mention, ...]:
        """The names of the registry in ``prose[span]``, leftmost and longest, whole words; offsets into ``prose``."""
        return self._finder.mentions(prose, span)

    def search(self, query: str) -> tuple[Source, ...]:
        """The sources that every word of the query speaks of, those named so first, then by name."""
        asked = tuple(names.words(query))
        named = {s.id for s in self.lookup(query)}
        fits = [s for s in self.sources if all(any(w in text for text in self._texts[s.id]) for w in asked)]
        fits += [s for s in self.lookup(query) if s not in fits]
        return tuple(sorted(fits, key=lambda s: (s.id not in named, names.fold(s.name), s.id)))

    @cached_property
    def _by_id(self) -> dict[str, Source]:
        return {s.id: s for s in self.sources}

    @cached_property
    def _exact(self) -> dict[str, tuple[Source, ...]]:
        return _index((n, s) for s in self.sources for n in (s.name, *s.aliases, *s.domains))

    @cached_property
    def _folded(self) -> dict[str, tuple[Source, ...]]:
        return _index((names.fold(n), s) for n, sources in self._exact.items() for s in sources)

    @cached_property
    def _domains(self) -> dict[str, tuple[Source, ...]]:
        return _index((d, s) for s in self.sources for d in s.domains)

    @cached_property
    def _texts(self) -> dict[str, tuple[str, ...]]:
        return {
            s.id: tuple(
                names.fold(t) for t in (s.id, s.name, *s.aliases, s.country, s.place, s.kind, *s.domains, *_values(s)) if t
            )
            for s in self.sources
        }

    @cached_property
    def _lineages(self) -> dict[str, str]:
        oldest: dict[str, str] = {}
        for source in self.sources:
            at, seen = source, {source.id}
            while at.predecessor in self._by_id and at.predecessor not in seen:
                at = self._by_id[at.predecessor]
                seen.add(at.id)
            oldest[source.id] = at.id
        return oldest

    @cached_property
    def _finder(self) -> names.Finder:
        return names.Finder(self._exact, tuple(self.collectives.nouns), self.collectives.before)

    def _without_kind(self, name: str) -> tuple[Source, ...]:
        """The sources a name means once the words that say what it is are off, if they are of that kind."""
        low = name.strip().lower().removeprefix("the ")
        bare = name.strip()[len(name.strip()) - len(low) :]
        for word, kinds in self.kind_words.items():
            rest = ""
            if low.endswith(" " + word):
                rest = bare[: -len(word) - 1]
            elif low.startswith(word + " "):
                rest = bare[len(word) + 1 :]
            if rest:
                found = self._exact.get(rest) or self._folded.get(names.fold(rest)) or ()
                if fit := tuple(s for s in found if s.kind in kinds):
                    return fit
        return ()


@cache
def default() -> Registry:
    """The registry that ships with attrib."""
    return _build(tables("registry"), tables("lexicon").get("collectives", {}))


def _build(files: Mapping[str, Table], collectives: Table) -> Registry:
    """The registry of tables that are known to be sound."""
    return Registry(
        tuple(_source(entry) for table in files.values() for entry in table.get("source", ())),
        Collectives.load(collectives),
        {word.lower(): tuple(kinds) for word, kinds in collectives.get("kind-words", {}).items()},
    )


def _source(entry: Mapping[str, Any]) -> Source:
    get = entry.get
    return Source(
        id=entry["id"],
        name=entry["name"],
        kind=get("kind"),
        aliases=tuple(get("aliases", ())),
        country=get("country"),
        place=get("place"),
        languages=tuple(get("languages", ())),
        owner=_periods(get("owner")),
        control=_periods(get("control")),
        first=get("from"),
        last=get("to"),
        predecessor=get("predecessor"),
        successor=get("successor"),
        domains=tuple(get("domains", ())),
        common_word=get("common_word", False),
        basis=get("basis"),
    )


def _periods(value: str | list[dict[str, Any]] | None) -> tuple[Period, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (Period(value),)
    return tuple(Period(p["is"], p.get("from"), p.get("to")) for p in value)


def _index(pairs: Iterable[tuple[str, Source]]) -> dict[str, tuple[Source, ...]]:
    index: dict[str, tuple[Source, ...]] = {}
    for key, source in pairs:
        known = index.get(key)
        if known is None:
            index[key] = (source,)
        elif source not in known:
            index[key] = (*known, source)
    return index


def _distance(source: Source, day: dt.date | None) -> int:
    """How many years lie between the day and the years of the name; without a day, how long ago it ended."""
    year = day.year if day else dt.MAXYEAR
    return max((source.first or 0) - year, year - (source.last or dt.MAXYEAR), 0)


def _values(source: Source) -> Iterable[str]:
    return (p.value for p in (*source.owner, *source.control))
