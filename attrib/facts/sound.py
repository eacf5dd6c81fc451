"""Which references may carry a claim at all: not those of a day after the issue, nor of one that no calendar has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib.facts.carriers import Carriers, together
from attrib.facts.days import age, fault
from attrib.linking.origins import groups
from attrib.model import Reference

if TYPE_CHECKING:
    from attrib.facts.view import View


def carriers(view: View, claim: int) -> Carriers:
    """Those of its references that have no such day, as carriers."""
    carried = view.carriers[claim]
    sound = tuple([own for own in carried.references if not _is_impossible(view, own)])
    return carried if len(sound) == len(carried.references) else together(sound, view.issued)


def origins(view: View, claim: int) -> int:
    """How many independent origins these are."""
    sound = carriers(view, claim)
    if sound is view.carriers[claim]:
        return view.analysis.supports[claim].origins
    return len(groups(sound.references, view.registry)) if sound.references else 0


def _is_impossible(view: View, own: Reference) -> bool:
    if not own.written_dates:
        return False
    days = age(own, view.issued) if view.date_given else None
    return (days is not None and days < 0) or fault(own.written_dates, view.issued) is not None
