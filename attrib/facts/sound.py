"""Which references may carry a claim at all: not those of a day after the issue, nor of one that no calendar has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib.facts.carriers import Carriers, together
from attrib.facts.of.reference import age, date_fault
from attrib.linking.origins import groups

if TYPE_CHECKING:
    from attrib.facts.view import View


def carriers(view: View, claim: int) -> Carriers:
    """Those of its references that have no such day, as carriers."""
    carried = view.carriers[claim]
    numbers = [view.first_references[link.citation] + link.reference for link in view.analysis.supports[claim].links]
    sound = tuple([view.references[number] for number in numbers if not _is_impossible(view, number)])
    return carried if len(sound) == len(numbers) else together(sound, view.issued)


def origins(view: View, claim: int) -> int:
    """How many independent origins these are."""
    sound = carriers(view, claim)
    if sound is view.carriers[claim]:
        return view.analysis.supports[claim].origins
    return len(groups(sound.references, view.registry)) if sound.references else 0


def _is_impossible(view: View, reference: int) -> bool:
    if not view.references[reference].written_dates:
        return False
    days = age(view, reference) if view.date_given else None
    return (days is not None and days < 0) or date_fault(view, reference) is not None
