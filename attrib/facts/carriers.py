"""What the references that carry a claim have in common: who controls and owns their sources, and their country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from attrib.model import Control, Owner, Reference
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from attrib.facts.view import View

Value = TypeVar("Value")


class Carriers(NamedTuple):
    """The references that carry a claim, and what several claims ask of them; it is told once for all of these.

    ``names`` are their sources as the draft first writes them, by the registry's name where that is an address alone.
    ``newest`` is the last day that one of them gives. ``control``, on the days cited, and ``country`` are ``None``
    where they differ or one is not known.
    """

    references: tuple[Reference, ...]
    names: tuple[str, ...]
    newest: dt.date | None
    control: Control | None
    country: str | None


def together(references: tuple[Reference, ...], issued: dt.date | None) -> Carriers:
    """References as carriers; one without a date is of the issue date."""
    named: dict[str, str] = {}
    newest: dt.date | None = None
    controls: list[Control | None] = []
    countries: list[str | None] = []
    for own in references:
        source, last = own.source, issued
        if own.written:
            named.setdefault(source.id if source else own.written, _as_written(own))
        for days in own.dates:
            last = days.last
            if newest is None or last > newest:
                newest = last
        controls.append(source.controlled(last) if source else None)
        countries.append(source.country if source else None)
    return Carriers(references, tuple(named.values()), newest, _shared(controls), _shared(countries))


def _as_written(own: Reference) -> str:
    return own.source.name if own.source and own.by_address else own.written


def _shared(values: Sequence[Value | None]) -> Value | None:
    """The one value that all have."""
    return values[0] if values and values.count(values[0]) == len(values) else None


def owner(view: View, references: Sequence[Reference]) -> Owner | None:
    """Who owns all the sources on the days cited; ``None`` where they differ or one is not known."""
    return view.registry.owners.shared((own.source, view.day(own)) for own in references)
