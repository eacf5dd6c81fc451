"""What must hold among several sources and owners: names, kinship, owners and their years; and what needs a basis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import combinations
from typing import Any

from attrib.registry.entries import Entry
from attrib.registry.names import fold

Placed = tuple[str, Entry]
"""A table with the words for its place."""

_FOREVER = 9999
_PLAIN = {"agency": ("state", "private", "public"), "institution": ("state",), "broadcaster": ("private", "public")}
_PRIVATE = ("private",)


def among(sources: Sequence[Placed], owners: Sequence[Placed]) -> Iterator[str]:
    """The mistakes among tables that are sound each for itself, with their places."""
    yield from _doubles(sources)
    yield from _twice("id", owners)
    yield from _twice("name", owners)
    yield from _kinship(sources)
    yield from _lives(sources)
    houses = {entry["id"]: entry for _, entry in owners}
    for where, entry, key in ((w, e, k) for w, e in (*sources, *owners) for k in ("owner", "parent")):
        for period in periods(entry.get(key)):
            if period["is"] not in houses:
                near = nearest(period["is"], houses)
                yield f"{where}: {key}: no [[owner]] has the id {shown(period['is'])}{near}"
    for where, entry in owners:
        yield from _circle(where, entry, "parent", houses)


def unfounded(sources: Iterable[Entry], owners: Iterable[Entry]) -> Iterator[str]:
    """The facts that nothing vouches for and that nobody sees at a glance, a line each.

    They are the values that changed, names that followed one another, control by a party whose paper it is not by its
    owner, and control that outlets of the kind have seldom.
    """
    houses = {entry["id"]: entry for entry in owners}
    for entry in (*sources, *houses.values()):
        for key in ("owner", "control", "parent"):
            held = periods(entry.get(key))
            if len(held) > 1 or any("from" in p or "to" in p for p in held):
                for period in held:
                    if not (period.get("basis") or entry.get("basis")):
                        yield f"{entry['id']}: {key} {shown(period['is'])} has no basis"
        if "predecessor" in entry and "basis" not in entry:
            yield f"{entry['id']}: that it follows {entry['predecessor']} has no basis"
        kinds = {houses[p["is"]].get("kind") for p in periods(entry.get("owner")) if p["is"] in houses}
        for period in periods(entry.get("control")):
            plain = (*_PLAIN.get(entry.get("kind", ""), _PRIVATE), *kinds)
            if period["is"] not in plain and not (period.get("basis") or entry.get("basis")):
                yield f"{entry['id']}: control {shown(period['is'])} has no basis"


def periods(value: Any) -> tuple[Entry, ...]:
    """The periods of an owner, control or parent as it stands in a table; a text alone is one without bounds."""
    if value is None:
        return ()
    return ({"is": value},) if isinstance(value, str) else tuple(value)


def in_order(first: object, last: object) -> bool | None:
    """Whether two bounds are in order; ``None`` where one is missing or is none.

    They may be a year, a month or a day each: "2001" and "2001-04-14" are in order both ways.
    """
    if not all(isinstance(bound, (int, str, dt.date)) and not isinstance(bound, bool) for bound in (first, last)):
        return None
    one, other = str(first), str(last)
    length = min(len(one), len(other))
    return one[:length] <= other[:length]


def nearest(word: object, words: Iterable[str]) -> str:
    near = get_close_matches(str(word), list(words), n=1)
    return f"; did you mean {shown(near[0])}?" if near else ""


def shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _twice(key: str, entries: Sequence[Placed]) -> Iterator[str]:
    known: dict[str, str] = {}
    for where, entry in entries:
        if entry[key] in known:
            yield f"{where}: the {key} is taken by {known[entry[key]]}"
        known.setdefault(entry[key], where)


def _doubles(entries: Sequence[Placed]) -> Iterator[str]:
    yield from _twice("id", entries)
    domains: dict[str, str] = {}
    names: dict[str, dict[str, Entry]] = {}
    for where, entry in entries:
        for domain in entry.get("domains", ()):
            if domain in domains:
                yield f"{where}: the domain {domain} is listed by {domains[domain]} too"
            domains[domain] = where
        for name in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(fold(name), {})[where] = entry
    for key, bearers in names.items():
        for (one, a), (other, b) in combinations(bearers.items(), 2):
            if not _apart(a, b):
                name = next(n for n in (b["name"], *b.get("aliases", ())) if fold(n) == key)
                yield f"{other}: the name {shown(name)} serves {one} too; country, place, kind or years must differ"


def _apart(a: Entry, b: Entry) -> bool:
    """Whether something tells two sources of one name from each other: where, what, or when they are."""
    if any(a.get(key) and b.get(key) and a[key] != b[key] for key in ("country", "place", "kind")):
        return True
    # Years that overlap in part leave a few in which the name stays ambiguous, and is reported so.
    return any(
        x.get("from", 0) < y.get("from", 0) and x.get("to", _FOREVER) < y.get("to", _FOREVER)
        for x, y in ((a, b), (b, a))
    )


def _kinship(entries: Sequence[Placed]) -> Iterator[str]:
    known = {entry["id"]: entry for _, entry in entries}
    for where, entry in entries:
        for key in ("predecessor", "successor"):
            if key in entry and entry[key] not in known:
                yield f"{where}: {key}: no source has the id {shown(entry[key])}{nearest(entry[key], known)}"
        before, after = known.get(entry.get("predecessor", "")), known.get(entry.get("successor", ""))
        if before and before.get("successor") != entry["id"] and before is not entry:
            yield f"{where}: follows {before['id']}, which does not name it as its successor"
        # Of several that became one, one is the predecessor.
        if after and known.get(after.get("predecessor", ""), {}).get("successor") != entry["successor"]:
            yield f"{where}: is followed by {after['id']}, which does not name it as its predecessor"
        if before and "to" in before and "from" in entry:
            ends, begins = before["to"], entry["from"]
            if begins < ends:
                yield f"{where}: begins in {begins}, its predecessor {before['id']} ends in {ends}"
            elif begins > ends + 1:
                yield f"{where}: begins in {begins}, long after its predecessor {before['id']} ends in {ends}"
        yield from _circle(where, entry, "predecessor", known)


def _lives(entries: Sequence[Placed]) -> Iterator[str]:
    """Owners and control of years in which the name was not in use."""
    for where, entry in entries:
        for key, period in ((k, p) for k in ("owner", "control") for p in periods(entry.get(k))):
            for bound in (period.get("from"), period.get("to")):
                if in_order(entry.get("from"), bound) is False or in_order(bound, entry.get("to")) is False:
                    years = f"{entry.get('from', '')}-{entry.get('to', '')}"
                    yield f"{where}: {key} {shown(period['is'])} changes in {bound}, outside its own years {years}"


def _circle(where: str, entry: Entry, key: str, known: Mapping[str, Entry]) -> Iterator[str]:
    """A line of predecessors, or of owners of owners, that comes back to where it began."""
    seen = [entry["id"]]
    while seen[-1] in known and (last := periods(known[seen[-1]].get(key))):
        if last[-1]["is"] in seen:
            yield f"{where}: is its own {key}: {' < '.join([*seen, last[-1]['is']])}"
            return
        seen.append(last[-1]["is"])
