"""One fault is told once: of rules that are met by the same words, the one that says most exactly what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from attrib.facts.view import View
from attrib.model import Severity, Span
from attrib.rulebook.book import Rule
from attrib.values import NamedTuple


class Met(NamedTuple):
    """A rule that is met by a subject, by its index; in the order of the text, of the codes, and of asking."""

    span: Span
    """What it underlines."""
    code: str
    asked: int
    rule: Rule
    subject: int

    @property
    def key(self) -> tuple[str, int]:
        return self.code, self.subject


_GRAVEST_FIRST: tuple[Severity, ...] = get_args(Severity)


def kept(view: View, met: Sequence[Met]) -> tuple[list[Met], Mapping[tuple[str, int], Severity]]:
    """Those that no other says more exactly, and the severity, by code and subject, of those that stand for a graver.

    A rule yields to others of its `yields_to` that are met by a subject whose words meet its own, and that do not
    yield in turn. What it would have said is as grave as before.
    """
    yielding = [one for one in met if one.rule.yields_to]
    if not yielding:
        return list(met), {}
    codes = {code for one in yielding for code in one.rule.yields_to}
    asked = [one for one in met if one.rule.yields_to or one.code in codes]
    words = {one.key: one.rule.subject.span(view, one.subject) for one in asked}

    def better(one: Met) -> list[Met]:
        own = words[one.key]
        return [other for other in asked if other.code in one.rule.yields_to and words[other.key].meets(own)]

    gone: set[tuple[str, int]] = set()
    severities: dict[tuple[str, int], Severity] = {}
    for one in yielding:
        for other in better(one):
            if not better(other):
                gone.add(one.key)
                graver = severities.get(other.key, other.rule.severity), one.rule.severity
                severities[other.key] = min(graver, key=_GRAVEST_FIRST.index)
    return [one for one in met if one.key not in gone], severities
