"""The conditions of a rule's ``when``: checked against the facts and compiled to functions when a rulebook loads.

A plain value means equality, a list any of its values, ``">= 2"`` a comparison, ``{ matches = "..." }`` a pattern that
is searched for, ``{ not = ... }`` the contrary, ``{ known = false }`` that the fact has no value; ``all``, ``any`` and
``none`` are arrays of such tables. A fact without a value meets only ``{ known = false }``. A fact of several values is
met when one of them is; ``{ not = ... }`` of it when none is.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrib.errors import RuleError
from attrib.facts import Fact, Kind, Subject
from attrib.facts.view import View
from attrib.matching.patterns import pattern
from attrib.nearest import nearest
from attrib.values import NamedTuple

Test = Callable[[Any], bool]
Condition = Callable[[View, int], bool]

_TIME_LIMIT = 1.0  # seconds for one pattern on one value: no pattern of use comes near
_COMPARISON = pattern(r"\s*(>=|<=|==|!=|>|<)\s*(\S.*?)\s*")
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
GROUPS = ("all", "any", "none")
"""The keys of a ``when`` that hold arrays of tables."""
_TYPES: Mapping[str, tuple[type, ...]] = {"truth": (bool,), "number": (int,), "text": (str,), "word": (str,)}


class Step(NamedTuple):
    """One line of a ``when``, met where the answer is one of ``admits``; the cheaper it is, the sooner it is asked.

    Lines of one ``question`` have one answer: it is the name of a fact that is compared with words or truths, else the
    whole line.
    """

    cost: int
    question: str
    answer: Callable[[View, int], object]
    admits: frozenset[object] = frozenset([True])


def compile_when(table: Mapping[str, Any], subject: Subject, place: str) -> tuple[Step, ...]:
    """The lines of a ``when``, cheapest first; all must be met. ``place`` begins every error: file and key.

    Raises RuleError at an unknown fact, a value of the wrong type or a bad pattern.
    """
    steps = []
    for key, wanted in table.items():
        here = f"{place}.{key}"
        if key in GROUPS:
            steps.append(_group(key, wanted, subject, here))
        elif key in subject.facts:
            steps.append(_line(subject.facts[key], wanted, here))
        else:
            known = [*subject.facts, *GROUPS]
            raise RuleError(f"{here}: a {subject.name} has no fact “{key}”{nearest(key, known)}")
    return tuple(sorted(steps, key=lambda step: step.cost))


def meets_all(steps: Sequence[Step]) -> Condition:
    """Whether every step is met, asked in order."""
    asked = tuple((step.answer, step.admits) for step in steps)
    return lambda view, index: all(answer(view, index) in admits for answer, admits in asked)


def _group(key: str, tables: Any, subject: Subject, here: str) -> Step:
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) and table for table in tables):
        raise RuleError(
            f"{here}: found {_found(tables)}, expected an array of tables of facts: {key} = [{{ ... }}, {{ ... }}]"
        )
    parts = [compile_when(table, subject, f"{here}[{n}]") for n, table in enumerate(tables)]
    conditions = tuple(map(meets_all, parts))
    cost, question = 10 + sum(step.cost for part in parts for step in part), f"{key} {tables}"
    if key == "all":
        return Step(cost, question, lambda view, index: all(met(view, index) for met in conditions))
    met = frozenset([key == "any"])
    return Step(cost, question, lambda view, index: any(one(view, index) for one in conditions), met)


def _line(fact: Fact, wanted: Any, here: str) -> Step:
    value, question = fact.value, f"{fact.name} {wanted}"
    if isinstance(wanted, dict) and "known" in wanted:
        _one_key(wanted, here)
        known = wanted["known"]
        if not isinstance(known, bool):
            raise RuleError(f"{here}.known: found {_found(known)}, expected true or false")
        met, question = frozenset([known]), f"{fact.name} known"
        if fact.kind.many:
            return Step(3, question, lambda view, index: bool(value(view, index)), met)
        return Step(3, question, lambda view, index: value(view, index) is not None, met)
    test = _test(fact.kind, wanted, here)
    cost = 6 if isinstance(wanted, dict) else {"word": 0, "truth": 1, "number": 1}.get(fact.kind.base, 4)
    if fact.kind.many:
        return Step(5, question, _of_many(fact, wanted, test, here))

    values = wanted if isinstance(wanted, list) else [wanted]
    if fact.kind.base in ("word", "truth") and not any(isinstance(one, dict | list) for one in values):
        return Step(cost, fact.name, value, frozenset(values))

    def meets(view: View, index: int) -> bool:
        found = value(view, index)
        return found is not None and test(found)

    return Step(cost, question, meets)


def _of_many(fact: Fact, wanted: Any, test: Test, here: str) -> Condition:
    value = fact.value
    if isinstance(wanted, dict) and "not" in wanted:
        contrary = _test(fact.kind, wanted["not"], f"{here}.not")
        return lambda view, index: not any(map(contrary, value(view, index)))
    return lambda view, index: any(map(test, value(view, index)))


def _test(kind: Kind, wanted: Any, here: str) -> Test:
    """The test of one value of a fact that has one."""
    if isinstance(wanted, dict):
        _one_key(wanted, here)
        if "not" in wanted:
            contrary = _test(kind, wanted["not"], f"{here}.not")
            return lambda value: not contrary(value)
        return _pattern(kind, wanted["matches"], f"{here}.matches")
    if isinstance(wanted, list):
        if not wanted:
            raise RuleError(f"{here}: an empty list is never met; expected at least one value")
        return _any_of([_one(kind, one, f"{here}[{n}]") for n, one in enumerate(wanted)], wanted, kind)
    if isinstance(wanted, str) and kind.base in ("number", "day") and (comparison := _COMPARISON.fullmatch(wanted)):
        compare, bound = _COMPARE[comparison[1]], _bound(kind, comparison[2], here)
        return lambda value: compare(value, bound)
    plain = _plain(kind, wanted, here)
    return lambda value: bool(value == plain)


def _one(kind: Kind, wanted: Any, here: str) -> Test:
    if isinstance(wanted, list):
        raise RuleError(f"{here}: found an array inside an array, expected {kind._replace(many=False)}")
    return _test(kind, wanted, here)


def _any_of(tests: Sequence[Test], wanted: Sequence[Any], kind: Kind) -> Test:
    if kind.base in ("word", "text") and all(isinstance(one, str) for one in wanted):
        words = frozenset(wanted)
        return lambda value: value in words
    return lambda value: any(test(value) for test in tests)


def _plain(kind: Kind, wanted: Any, here: str) -> Any:
    """A plain value of the right type for a fact."""
    if kind.base == "day":
        return _bound(kind, wanted, here)
    if kind.base == "span":
        raise RuleError(
            f"{here}: found {_found(wanted)}, but a span meets only {{ known = true }} or {{ known = false }}"
        )
    if not isinstance(wanted, _TYPES[kind.base]) or (kind.base == "number" and isinstance(wanted, bool)):
        more = " or a comparison such as “>= 2”" if kind.base == "number" else ""
        raise RuleError(f"{here}: found {_found(wanted)}, expected {kind._replace(many=False)}{more}")
    if kind.words and wanted not in kind.words:
        raise RuleError(f"{here}: found “{wanted}”{nearest(wanted, kind.words)}")
    return wanted


def _bound(kind: Kind, wanted: Any, here: str) -> Any:
    """What a comparison compares with. Days may come as text: the cache of the shipped rules has no dates."""
    try:
        if kind.base == "number":
            return int(wanted)
        return wanted if isinstance(wanted, dt.date) else dt.date.fromisoformat(wanted)
    except (TypeError, ValueError):
        raise RuleError(f"{here}: found {_found(wanted)}, expected {kind._replace(many=False)}") from None


def _pattern(kind: Kind, wanted: Any, here: str) -> Test:
    import regex

    if kind.base not in ("text", "word"):
        raise RuleError(f"{here}: a pattern fits a text, but this fact is {kind}")
    if not isinstance(wanted, str):
        raise RuleError(f"{here}: found {_found(wanted)}, expected a pattern in quotation marks")
    try:
        pattern = regex.compile(wanted)
    except regex.error as error:
        raise RuleError(f"{here}: “{wanted}” is not a pattern: {error}") from None

    def test(value: Any) -> bool:
        try:
            return pattern.search(value, timeout=_TIME_LIMIT) is not None
        except TimeoutError:
            raise RuleError(
                f"{here}: the pattern “{wanted}” took more than {_TIME_LIMIT:g} s on “{value[:60]}”; "
                "make it simpler, without a repetition inside a repetition"
            ) from None

    return test


def _one_key(table: Mapping[str, Any], here: str) -> None:
    words = ("matches", "not", "known")
    for key in table:
        if key not in words:
            raise RuleError(f"{here}: unknown key “{key}”{nearest(key, words)}")
    if len(table) != 1:
        raise RuleError(f"{here}: found {len(table)} keys, expected one of: {', '.join(words)}")
    if "known" in table and here.endswith(".not"):
        raise RuleError(f"{here}: write known = true or known = false in place of not")


def _found(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "an array"
    return str(value)
