"""Sources by name, alias and day: which outlet a name in a bulletin means, and what it was then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from attrib.keeping import kept
from attrib.keeping.kept import Keep, anew
from attrib.matching.patterns import pattern
from attrib.model import Mention, Source, Span
from attrib.registry import entries as of_files
from attrib.registry import names
from attrib.registry.choosing import meant
from attrib.registry.collectives import Collectives
from attrib.registry.houses import Parts
from attrib.registry.ownership import Owners
from attrib.resources import Table, parsed, tables
from attrib.values import evolve, field, frozen

_LIKE_HOST = 0.88  # addresses share "www" and ".com": one letter in nine may be wrong
_HOST = pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_OFFICE = pattern(r"['’]s\s+(?:[A-Z][\w-]+\s+)*[a-z]+\Z")
_KEPT = 4096  # answers on names and ids; a bulletin cites its sources again and again
_LIKE = 0.80  # rapidfuzz OSA similarity from which a name is suggested; below, Ivanov passes for Ivashov


@frozen(slots=False)
class Registry:
    """All sources, and the ways to find one.

    It holds the tables as they were read; what a question needs is made when it is first asked, since a cold start
    has no time for 1,700 sources of which a bulletin names ten.
    """

    entries: Sequence[of_files.Entry] = field(repr=False)
    collectives: Collectives = field(factory=Collectives, repr=False)
    kind_words: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)
    """Words that say what a name is ("news agency", "daily"), with the kinds of source they fit."""
    parts: Parts = field(factory=Parts, repr=False)
    owners: Owners = field(factory=Owners, repr=False)
    _keep: Keep = field(default=anew, repr=False, eq=False)

    @classmethod
    def load(cls, tables: Mapping[str, Table], collectives: Table) -> Registry:
        """The registry of tables by file name. Raises RuleError with the file, the source and what is wrong with it."""
        from attrib.registry.soundness import demand

        demand(tables, collectives)
        return _build(of_files.sources(tables), of_files.owners(tables), collectives)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """All sources, in the order of the files."""
        return self._made(range(len(self.entries)))

    def get(self, id: str) -> Source | None:
        """The source of that id; not the collective ones, which are made when met."""
        number = self._numbers.get(id)
        return None if number is None else self._source(number)

    def name_in(self, source: Source, year: int) -> Source | None:
        """The source under the other name that an outlet bore in a year, by its predecessors and successors."""
        for step in ("predecessor", "successor"):
            at, seen = source, {source.id}
            while (id := getattr(at, step)) and id not in seen and (found := self.get(id)):
                if found.in_use(year) and not source.in_use(year):
                    return found
                seen.add(id)
                at = found
        return None

    def lookup(self, name: str) -> tuple[Source, ...]:
        """The sources a name may mean, () if unknown.

        Tried in order: the name or domain as listed; a collective; the name without regard to case, hyphens, blanks,
        diacritics and a leading "the"; without the words that say what it is ("the newspaper Segodnya"); with its
        place ("Segodnya [Kyiv]"); as a part of an outlet ("RFE/RL's Kyrgyz Service"); a web address.
        """
        return self._lookup(name)

    def knows_spelling(self, name: str) -> bool:
        """Whether this is exactly a name, an alias or a domain of the registry, or a collective.

        "The" before a name, the words that say what it is and "'s Moscow bureau" are no part of the spelling.
        """
        spelled = _OFFICE.sub("", name.removeprefix("The ").removeprefix("the "))
        for bare in (spelled, *(bare for bare, _ in self._bare(spelled))):
            if bare in self._named or f"The {bare}" in self._named or self.site(bare):
                return True
        if names.fold(name) in self._folded:
            return False
        return self.collectives.lookup(name) is not None or self.is_part(name)

    def is_part(self, name: str) -> bool:
        """Whether it names a part of an outlet that is not listed itself: "Radio Liberty's Kyrgyz Service"."""
        return bool(self._of_house(name)) and names.fold(name) not in self._folded

    def site(self, url: str) -> tuple[Source, ...]:
        """The sources at a web address: the longest domain listed that the address is, or lies in; () if none."""
        host = url.partition("://")[2] or url
        host = host.partition("/")[0].partition(":")[0].casefold()
        if " " in host or "." not in host:
            return ()
        while "." in host:
            if found := self._domains.get(host):
                return self._made(found)
            host = host.partition(".")[2]
        return ()

    @cached_property
    def with_comma(self) -> frozenset[str]:
        """The listed names with a comma inside, which a list of names would part."""
        return self._keep("names with a comma", lambda: frozenset(name for name in self._named if "," in name))

    @cached_property
    def places(self) -> frozenset[str]:
        """Where outlets have their seat, as written: a place beside a name says which outlet, or where it wrote."""
        return self._keep("places", lambda: frozenset(place for e in self.entries if (place := e.get("place"))))

    def at(self, bare: str, place: str) -> tuple[Source, ...]:
        """The sources of a name that have their seat at a place, or are listed with it ("Duma (Sofia)"); () if none."""
        found = self._named.get(f"{bare} ({place})")
        if found:
            return self._made(found)
        found = self._folded.get(names.fold(bare), ())
        here = names.fold(place)
        return tuple(_surely(s) for s in self._made(found) if s.place and here and names.fold(s.place) == here)

    def lineage(self, source: Source) -> str:
        """The id of the oldest known predecessor: the same for all names that one outlet has borne."""
        return self._lineage(source.id)

    def resolve(
        self, candidates: Sequence[Source], day: dt.date | None = None, countries: Mapping[str, float] | None = None
    ) -> Source | None:
        """The one that is meant, by the day and by how many sources of the bulletin are of each country, if any is."""
        return meant(candidates, day, countries, self.lineage)

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The listed names most like an unknown one, the nearest first, one a source; () where none is near.

        For a web address the nearest listed ones.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        like = OSA.normalized_similarity
        if _HOST.fullmatch(name):
            hosts = extract(name, list(self._domains), scorer=like, score_cutoff=_LIKE_HOST, limit=limit)
            return tuple(host for host, _, _ in hosts)
        near = extract(names.fold(name), list(self._folded), scorer=like, score_cutoff=_LIKE, limit=4 * limit)
        found: dict[str, None] = {}
        seen: set[int] = set()
        for key, _, _ in near:
            for number in self._folded[key]:
                if number not in seen:
                    seen.add(number)
                    entry = self.entries[number]
                    found[next((n for n in of_files.names(entry) if names.fold(n) == key), entry["name"])] = None
        return tuple(found)[:limit]

    def mentions(self, prose: str, span: Span) -> tuple[Mention, ...]:
        """The names of the registry in ``prose[span]``, leftmost and longest, whole words; offsets into ``prose``."""
        return self._finder.mentions(prose, span)

    def search(self, query: str) -> tuple[Source, ...]:
        """The sources of whose facts each word of the query begins a word, those named so first, then by name."""
        asked = [f" {word}" for word in names.words(query)]
        named = dict.fromkeys(self.lookup(query)) if asked else {}
        fits = [s for s, text in zip(self.sources, self._texts, strict=True) if all(word in text for word in asked)]
        fits.sort(key=lambda s: (names.fold(s.name), s.id))
        return tuple(dict.fromkeys((*named, *fits)))

    @cached_property
    def _lookup(self) -> Callable[[str], tuple[Source, ...]]:
        @lru_cache(_KEPT)
        def lookup(name: str) -> tuple[Source, ...]:
            return (
                self._made(self._named.get(name) or self._domains.get(name, ()))
                or ((group,) if (group := self.collectives.lookup(name)) else ())
                or self._made(self._folded.get(names.fold(name), ()))
                or self._without_kind(name)
                or self._placed(name)
                or self._of_house(name)
                or self.site(name)
            )

        return lookup

    @cached_property
    def _lineage(self) -> Callable[[str], str]:
        @lru_cache(_KEPT)
        def lineage(id: str) -> str:
            line = [id]
            while (number := self._numbers.get(line[-1])) is not None:
                before = self.entries[number].get("predecessor")
                if before is None or before in line:
                    break
                line.append(before)
            return line[-1]

        return lineage

    @cached_property
    def _memo(self) -> dict[int, Source]:
        return {}

    def _source(self, number: int) -> Source:
        if number not in self._memo:
            self._memo[number] = of_files.source(self.entries[number])
        return self._memo[number]

    def _made(self, numbers: Iterable[int]) -> tuple[Source, ...]:
        return tuple([self._source(number) for number in numbers])

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return self._keep("numbers", lambda: {entry["id"]: number for number, entry in enumerate(self.entries)})

    @cached_property
    def _named(self) -> dict[str, tuple[int, ...]]:
        """The listed names, and the spellings of Russian ones that nobody lists."""
        listed = ((name, n) for n, entry in enumerate(self.entries) for name in of_files.names(entry))
        return self._keep("names", lambda: names.with_spellings(_index(listed)))

    @cached_property
    def _folded(self) -> dict[str, tuple[int, ...]]:
        return self._keep(
            "folded names", lambda: _index((names.fold(name), n) for name, ns in self._named.items() for n in ns)
        )

    @cached_property
    def _domains(self) -> dict[str, tuple[int, ...]]:
        return self._keep(
            "domains",
            lambda: _index((host, n) for n, entry in enumerate(self.entries) for host in entry.get("domains", ())),
        )

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """What search looks at, a text a source: a blank and each word of its facts, and each fact whole, folded."""
        return tuple(
            "".join(f" {key}" for fact in of_files.facts(source) for key in (*names.words(fact), names.fold(fact)))
            for source in self.sources
        )

    @cached_property
    def _finder(self) -> names.Finder:
        groups = self.collectives
        return names.Finder(self._named, self._domains, self._made, groups.spellings, groups.before, self._keep)

    def _without_kind(self, name: str) -> tuple[Source, ...]:
        """The sources a name means once the words that say what it is are off, if they are of that kind."""
        for bare, kinds in self._bare(name):
            found = self._named.get(bare) or self._folded.get(names.fold(bare), ())
            if fit := tuple(_surely(s) for s in self._made(found) if s.kind in kinds):
                return fit
        return ()

    def _placed(self, name: str) -> tuple[Source, ...]:
        """The sources of that name at the place that stands behind it in brackets."""
        bare, _, place = name.strip().rstrip(")]").replace("[", "(").partition(" (")
        return self.at(bare, place)

    def _of_house(self, name: str) -> tuple[Source, ...]:
        """The service of that tongue where an outlet has one listed, else the outlet of which the name is a part."""
        for whole, tongue, kinds in self.parts.read(name):
            houses = self._made(self._named.get(whole) or self._folded.get(names.fold(whole), ()))
            fit = tuple(s for s in houses if s.publishes and s.kind in (kinds or (s.kind,)))
            if not fit or any(s.at_home or s.common_word for s in fit):
                continue
            owners = (owner for s in fit for owner in self.owners.of(s, None)) if tongue else ()
            for own in (*(n for s in fit for n in (s.name, *s.aliases)), *(owner.name for owner in owners)):
                if service := tongue and self._folded.get(names.fold(f"{own} {tongue} Service")):
                    return self._made(service)
            return fit
        return ()

    def _bare(self, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The name without a word of its kind ("the daily Segodnya"), with the kinds that the word fits."""
        name = name.strip()
        name = name[4:] if name[:4].lower() == "the " else name
        low = name.lower()
        for word, kinds in self.kind_words.items():
            if low.endswith((" " + word, "-" + word)):
                yield name[: -len(word) - 1].rstrip(), kinds
            elif low.startswith(word + " "):
                yield name[len(word) + 1 :].lstrip(), kinds


@cache
def default() -> Registry:
    """The registry that ships with attrib."""
    return _build(
        kept.rows("sources", lambda: of_files.sources(parsed("registry"))),
        kept.made("owners", lambda: of_files.owners(parsed("registry"))),
        tables("lexicon").get("collectives", {}),
        kept.made,
    )


def _build(
    entries: Sequence[of_files.Entry],
    owners: Mapping[str, of_files.Entry],
    collectives: Table,
    keep: Keep = anew,
) -> Registry:
    """The registry of tables that are known to be sound."""
    kind_words = {word.lower(): tuple(kinds) for word, kinds in collectives.get("kind-words", {}).items()}
    return Registry(entries, Collectives.load(collectives), kind_words, Parts.load(collectives), Owners(owners), keep)


def _surely(source: Source) -> Source:
    """A source whose kind or place stands with its name: it means nothing else, wherever."""
    return evolve(source, at_home=False) if source.at_home else source


def _index(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for key, number in pairs:
        known = index.setdefault(key, (number,))
        if number not in known:
            index[key] = (*known, number)
    return index
