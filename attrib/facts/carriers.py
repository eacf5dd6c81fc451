"""What the references that carry a claim have in common: who controls and owns their sources, and their country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from attrib.facts.view import View
from attrib.model import Control, Owner, Reference


def names(references: Iterable[Reference]) -> list[str]:
    """The sources by the registry's names, else as written."""
    return [name for own in references if (name := own.source.name if own.source else own.written)]


def control(view: View, references: Sequence[Reference]) -> Control | None:
    """Who controls all the sources on the days cited; ``None`` where they differ or one is not known."""
    shared = None
    for own in references:
        value = own.source.controlled(view.day(own)) if own.source else None
        if value is None or shared not in (None, value):
            return None
        shared = value
    return shared


def owner(view: View, references: Sequence[Reference]) -> Owner | None:
    """Who owns all the sources on the days cited; ``None`` where they differ or one is not known."""
    return view.registry.owners.shared((own.source, view.day(own)) for own in references)


def country(references: Sequence[Reference]) -> str | None:
    """The country of all the sources (two letters); ``None`` where they differ or one is not known."""
    shared = None
    for own in references:
        value = own.source.country if own.source else None
        if value is None or shared not in (None, value):
            return None
        shared = value
    return shared


def newest(references: Sequence[Reference]) -> dt.date | None:
    """The last day that one of them gives."""
    found = [days.last for own in references for days in own.dates]
    return max(found) if found else None
