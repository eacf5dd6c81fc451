"""One fault is told once: of rules that are met by the same words, the one that says most exactly what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from attrib.facts.view import View
from attrib.model import Severity, Span
from attrib.rulebook.book import Rule

Met = tuple[Span, str, int, Rule, int]
"""A rule that is met: what it underlines, its code, the place in the order of asking, the rule, the subject."""

_Key = tuple[str, int]
_GRAVEST_FIRST: tuple[Severity, ...] = get_args(Severity)


def kept(view: View, met: Sequence[Met]) -> tuple[list[Met], Mapping[_Key, Severity]]:
    """Those that no other says more exactly, and the severity, by code and subject, of those that stand for a graver.

    A rule yields to others of its `yields_to` that are met by a subject whose words meet its own, and that do not
    yield in turn. What it would have said is as grave as before.
    """
    yielding = [one for one in met if one[3].yields_to]
    if not yielding:
        return list(met), {}
    codes = {code for one in yielding for code in one[3].yields_to}
    asked = [one for one in met if one[3].yields_to or one[1] in codes]
    words = {_key(one): one[3].subject.span(view, one[4]) for one in asked}

    def better(one: Met) -> list[Met]:
        own = words[_key(one)]
        return [other for other in asked if other[1] in one[3].yields_to and words[_key(other)].meets(own)]

    gone: set[_Key] = set()
    severities: dict[_Key, Severity] = {}
    for one in yielding:
        for other in better(one):
            if not better(other):
                gone.add(_key(one))
                graver = severities.get(_key(other), other[3].severity), one[3].severity
                severities[_key(other)] = min(graver, key=_GRAVEST_FIRST.index)
    return [one for one in met if _key(one) not in gone], severities


def _key(one: Met) -> _Key:
    return one[1], one[4]
