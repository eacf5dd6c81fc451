"""What stands behind a reference, in words an editor reads: kind, country, control and owner on its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrib.model import Reference, Source
from attrib.registry import Registry
from attrib.resources import tables

KINDS = {
    "agency": "news agency",
    "newspaper": "newspaper",
    "broadcaster": "broadcaster",
    "magazine": "magazine",
    "site": "web site",
    "institution": "institution",
    "person": "person",
}
KINDS_OF_MANY = {
    "agency": "News agencies",
    "newspaper": "Newspapers",
    "broadcaster": "Broadcasters",
    "magazine": "Magazines",
    "site": "Web sites",
    "institution": "Institutions",
    "person": "Persons",
}
CONTROLS = {"state": "State", "party": "Party", "private": "Private", "public": "Public service"}
UNNAMED = "Nobody in particular"
"""Collective sources: "local media"."""
UNKNOWN = "Not known"
UNLISTED = "Not in the registry"


def day_of(reference: Reference) -> dt.date | None:
    """The last day that a reference is of."""
    return reference.dates[-1].last if reference.dates else None


def kind(reference: Reference) -> str:
    source = reference.source
    if source is None:
        return UNLISTED
    return UNNAMED if source.collective else KINDS_OF_MANY.get(source.kind or "", UNKNOWN)


def control(reference: Reference) -> str:
    if reference.source is None:
        return UNLISTED
    held = reference.source.controlled(day_of(reference))
    return CONTROLS[held] if held else UNKNOWN


def country(reference: Reference) -> str:
    if reference.source is None:
        return UNLISTED
    code = reference.source.country
    return country_name(code) if code else "Of no one country"


def country_name(code: str) -> str:
    """
    >>> country_name("RU"), country_name("ZZ")
    ('Russia', 'ZZ')
    """
    return str(tables("lexicon")["countries"].get(code, code))


def facts(reference: Reference, registry: Registry) -> Iterator[str]:
    """What the registry knows of a reference's source on its day, a sentence a fact."""
    source = reference.source
    if source is None:
        near = [f"“{one.name}”" for one in reference.candidates] or list(registry.suggest(reference.written, 1))
        yield "The registry has no such source" + (f"; the nearest is {' or '.join(near)}." if near else ".")
        return
    if source.collective:
        yield "It stands for several sources and names none."
        return
    yield f"{_what(source)}."
    day = day_of(reference)
    if held := source.controlled(day):
        yield f"Control then: {CONTROLS[held].lower()}."
    if owners := registry.owners.of(source, day):
        yield f"Owner then: {', of '.join(owner.name for owner in owners)}."


def _what(source: Source) -> str:
    """
    >>> _what(Source("afp", "AFP", kind="agency", country="FR"))
    'News agency, France'
    """
    what = KINDS.get(source.kind or "", "source")
    return what[:1].upper() + what[1:] + (f", {country_name(source.country)}" if source.country else "")
