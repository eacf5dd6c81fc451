"""Who owned what on a day: the owners of the registry, and how sources hang together by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from attrib.model import Owner, Source, value_on
from attrib.registry import entries as of_files
from attrib.values import field, frozen


@frozen
class Owners:
    """The owners of sources, made from their ``entries`` as they are asked for."""

    entries: Mapping[str, of_files.Entry] = field(factory=dict, repr=False)
    """By id, as their tables stand in the files."""
    _made: dict[str, Owner] = field(factory=dict, init=False, repr=False, eq=False)

    def get(self, id: str) -> Owner | None:
        """The owner of that id."""
        if id not in self._made and id in self.entries:
            self._made[id] = of_files.owner(self.entries[id])
        return self._made.get(id)

    def of(self, source: Source, day: dt.date | None) -> tuple[Owner, ...]:
        """Who owned a source on a day, then who owned its owner, and so on as far as is known."""
        found: dict[str, Owner] = {}
        id = source.owned(day)
        while id is not None and id not in found and (owner := self.get(id)):
            found[id] = owner
            id = value_on(owner.parent, day)
        return tuple(found.values())

    def shared(self, pairs: Iterable[tuple[Source | None, dt.date | None]]) -> Owner | None:
        """The nearest owner that all these sources had, each on its day; ``None`` where none is known for sure."""
        shared: tuple[Owner, ...] | None = None
        for source, day in pairs:
            chain = self.of(source, day) if source and source.owner else ()
            shared = chain if shared is None else tuple([owner for owner in shared if owner in chain])
            if not shared:
                return None
        return shared[0] if shared else None

    def of_one_house(self, one: Source, other: Source, day: dt.date | None) -> bool:
        """Whether one belonged to the other, as a language service to its broadcaster, whose site carries it."""
        return any(
            whole.id in [owner.id for owner in self.of(part, day)] for part, whole in ((one, other), (other, one))
        )

    def holdings(self, owner: str, day: dt.date | None = None) -> frozenset[str]:
        """The ids of an owner and of all owners that were its own on a day; without one, at any time."""
        held = {owner}
        more = True
        while more:
            more = False
            for id, entry in self.entries.items():
                parents = (p.value for p in of_files.periods(entry.get("parent")) if day is None or p.holds(day))
                if id not in held and not held.isdisjoint(parents):
                    held.add(id)
                    more = True
        return frozenset(held)
