"""The entries of ``rules/registry/*.toml``, and what they are as values: sources, owners and their periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrib.model import Owner, Period, Source
from attrib.resources import Table

Entry = Mapping[str, Any]
"""A table of a file, known to be sound; days in it are text."""


def sources(files: Mapping[str, Table]) -> tuple[Entry, ...]:
    """The entries of all sources, in the order of the files."""
    return tuple(entry for table in files.values() for entry in table.get("source", ()))


def owners(files: Mapping[str, Table]) -> dict[str, Entry]:
    """The entries of all owners, by id."""
    return {entry["id"]: entry for table in files.values() for entry in table.get("owner", ())}


def source(entry: Entry) -> Source:
    """A source as its entry has it."""
    get = entry.get
    return Source(
        id=entry["id"],
        name=entry["name"],
        kind=get("kind"),
        aliases=tuple(get("aliases", ())),
        country=get("country"),
        place=get("place"),
        languages=tuple(get("languages", ())),
        owner=periods(get("owner")),
        control=periods(get("control")),
        first=get("from"),
        last=get("to"),
        predecessor=get("predecessor"),
        successor=get("successor"),
        domains=tuple(get("domains", ())),
        common_word=get("common_word", False),
        at_home=get("at_home", False),
        basis=get("basis"),
    )


def owner(entry: Entry) -> Owner:
    """An owner as its entry has it."""
    get = entry.get
    return Owner(
        entry["id"],
        entry["name"],
        get("kind"),
        get("country"),
        periods(get("parent")),
        get("basis"),
        get("rules", False),
    )


def periods(value: str | list[dict[str, Any]] | None) -> tuple[Period, ...]:
    """What held when: a value alone held always."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (Period(value),)
    return tuple(Period(p["is"], _bound(p.get("from")), _bound(p.get("to")), p.get("basis")) for p in value)


def _bound(value: object) -> str | None:
    """A year, a month or a day, as text."""
    return None if value is None else str(value)


def names(entry: Entry) -> Iterator[str]:
    """Its name and its aliases."""
    yield entry["name"]
    yield from entry.get("aliases", ())


def facts(source: Source) -> Iterator[str]:
    """All words that a search looks at."""
    yield from (source.id, source.name, *source.aliases, *source.domains, *source.languages)
    yield from (fact for fact in (source.kind, source.country, source.place, source.basis) if fact)
    yield from (period.value for period in (*source.owner, *source.control))
