"""The rules on one subject asked together: question by question, each once, until it is clear which are met."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from attrib.facts import Subject
from attrib.facts.view import View
from attrib.rulebook.conditions import Step
from attrib.values import frozen

if TYPE_CHECKING:
    from attrib.rulebook.book import Rule

_MET = sys.maxsize  # the rank of what asks nothing any more


class Line:
    """A rule of which a line is to be asked next, and then what comes ``after``; each is itself and equals no other.

    ``rank`` says when it is asked: lines of one question have one rank.
    """

    __slots__ = ("after", "rank", "rule", "step")

    def __init__(self, rule: Rule, rank: int = _MET, step: Step | None = None, after: Line | None = None) -> None:
        self.rule, self.rank, self.step, self.after = rule, rank, step, after


class Open(dict[object, "Open"]):
    """What the answers so far leave open; by the next answer, what is open then.

    ``answer`` gives the next answer of a subject; where nothing is left to ask it is ``None``, and ``rules`` are met.
    Answers are entered as they come, so that a rulebook is sorted as far as the bulletins at hand ask for it; answers
    that leave the same open lead to the same, by ``known``.
    """

    __slots__ = ("_known", "_lines", "_rank", "answer", "rules")

    def __init__(self, lines: tuple[Line, ...], known: dict[tuple[Line, ...], Open]) -> None:
        self._lines, self._known = lines, known
        first = min(lines, key=attrgetter("rank"), default=None)
        self._rank = first.rank if first else _MET
        self.answer: Callable[[View, int], object] | None = first.step.answer if first and first.step else None
        self.rules = () if self.answer else tuple([line.rule for line in lines])

    def __missing__(self, answer: object) -> Open:
        rank = self._rank
        left: list[Line] = []
        for line in self._lines:
            if line.rank != rank:
                left.append(line)
            elif line.step and line.after and answer in line.step.admits:
                left.append(line.after)
        lines = tuple(left)
        found = self._known.get(lines)
        if found is None:
            found = self._known[lines] = Open(lines, self._known)
        self[answer] = found
        return found


@frozen
class Plan:
    """How to ask the rules on one subject."""

    rules: tuple[Rule, ...]

    @property
    def subject(self) -> Subject:
        return self.rules[0].subject

    @cached_property
    def start(self) -> Open:
        """All is open. Cheap questions come first, of those the ones that most rules ask, else the first in a file."""
        steps = [step for rule in self.rules for step in rule.steps]
        counts = Counter([step.question for step in steps])
        steps.sort(key=lambda step: (step.cost, -counts[step.question]))
        ranks = {question: rank for rank, question in enumerate(dict.fromkeys([step.question for step in steps]))}
        lines = []
        for rule in self.rules:
            line = Line(rule)
            for step in sorted(rule.steps, key=lambda step: -ranks[step.question]):
                line = Line(rule, ranks[step.question], step, line)
            lines.append(line)
        return Open(tuple(lines), {})

    def met(self, view: View, indices: Iterable[int]) -> Iterator[tuple[Rule, int]]:
        """The rules that subjects meet, each with the index of the subject."""
        start = self.start
        for index in indices:
            left = start
            while (answer := left.answer) is not None:
                left = left[answer(view, index)]
            for rule in left.rules:
                yield rule, index
