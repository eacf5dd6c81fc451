"""What the examples of a rule show of its condition: each line of ``when`` should be seen both true and false."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrib.facts import Subject
from attrib.facts.view import View
from attrib.rulebook.book import Rule
from attrib.rulebook.conditions import GROUPS, Condition, Step, compile_when, meets_all
from attrib.values import NamedTuple, evolve


class Line(NamedTuple):
    """One fact that a ``when`` asks for, or one table of several in a group (``any[1]``, counted from 0).

    ``true`` and ``false`` are of how many subjects of the examples it was, whatever the other lines were.
    """

    key: str
    wanted: Any
    true: int
    false: int

    @property
    def unseen(self) -> tuple[str, ...]:
        """What it never was."""
        return tuple(word for word, count in (("true", self.true), ("false", self.false)) if not count)


def watched(rule: Rule) -> tuple[Rule, Callable[[], tuple[Line, ...]]]:
    """The same rule, which counts what it is asked, and its lines with the counts so far, in the order of the file."""
    lines = list(_lines(rule.when, rule.subject, ""))
    counts: Counter[tuple[int, bool]] = Counter()
    whole = meets_all(rule.steps)

    def meets(view: View, index: int) -> bool:
        counts.update((at, bool(met(view, index))) for at, (_, _, met) in enumerate(lines))
        return whole(view, index)

    def seen() -> tuple[Line, ...]:
        return tuple(
            Line(key, wanted, counts[at, True], counts[at, False]) for at, (key, wanted, _) in enumerate(lines)
        )

    return evolve(rule, steps=(Step(0, rule.code, meets),)), seen


def share(lines: tuple[Line, ...]) -> float:
    """How much of what the lines could have been was seen, in percent."""
    return 100 - 50 * sum(len(line.unseen) for line in lines) / len(lines) if lines else 100.0


def _lines(table: Mapping[str, Any], subject: Subject, above: str) -> Iterator[tuple[str, Any, Condition]]:
    for key, wanted in table.items():
        if key not in GROUPS:
            yield f"{above}{key}", wanted, _condition({key: wanted}, subject)
            continue
        for at, part in enumerate(wanted):
            if len(part) > 1:
                yield f"{above}{key}[{at}]", part, _condition(part, subject)
            yield from _lines(part, subject, f"{above}{key}[{at}].")


def _condition(table: Mapping[str, Any], subject: Subject) -> Condition:
    return meets_all(compile_when(table, subject, "when"))  # which was compiled before: no place need be told
