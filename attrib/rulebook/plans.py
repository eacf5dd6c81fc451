"""The rules on one subject asked together: question by question, each once, until it is clear which are met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrib.facts import Subject
from attrib.facts.view import View
from attrib.rulebook.conditions import Step
from attrib.values import frozen

if TYPE_CHECKING:
    from attrib.rulebook.book import Rule

Lines = tuple[tuple["Rule", tuple[Step, ...]], ...]
"""Rules, each with the lines that are still to be asked, in order."""


class Open(dict[object, "Open"]):
    """What the answers so far leave open; by the next answer, what is open then.

    ``answer`` gives the next answer of a subject; where nothing is left to ask it is ``None``, and ``rules`` are met.
    Answers are entered as they come, so that a rulebook is sorted as far as the bulletins at hand ask for it; answers
    that leave the same open lead to the same, by ``known``.
    """

    __slots__ = ("_known", "_lines", "_question", "_ranks", "answer", "rules")

    def __init__(self, lines: Lines, ranks: Mapping[str, int], known: dict[tuple[tuple[str, int], ...], Open]) -> None:
        self._lines, self._ranks, self._known = lines, ranks, known
        asked = [steps[0] for _, steps in lines if steps]
        first = min(asked, key=lambda step: ranks[step.question], default=None)
        self._question = first.question if first else None
        self.answer: Callable[[View, int], object] | None = first.answer if first else None
        self.rules = tuple([rule for rule, _ in lines])

    def __missing__(self, answer: object) -> Open:
        lines = tuple(self._after(answer))
        key = tuple([(rule.code, len(steps)) for rule, steps in lines])
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Open(lines, self._ranks, self._known)
        self[answer] = found
        return found

    def _after(self, answer: object) -> Iterable[tuple[Rule, tuple[Step, ...]]]:
        for rule, steps in self._lines:
            if not steps or steps[0].question != self._question:
                yield rule, steps
            elif answer in steps[0].admits:
                yield rule, steps[1:]


@frozen
class Plan:
    """How to ask the rules on one subject."""

    rules: tuple[Rule, ...]

    @property
    def subject(self) -> Subject:
        return self.rules[0].subject

    @cached_property
    def start(self) -> Open:
        """All is open: cheap questions come first, of those the ones that most rules ask, else the first in a file."""
        steps = [step for rule in self.rules for step in rule.steps]
        counts = Counter(step.question for step in steps)
        steps.sort(key=lambda step: (step.cost, -counts[step.question]))
        ranks = {question: rank for rank, question in enumerate(dict.fromkeys(step.question for step in steps))}
        return Open(
            tuple([(rule, tuple(sorted(rule.steps, key=lambda step: ranks[step.question]))) for rule in self.rules]),
            ranks,
            {},
        )

    def met(self, view: View, indices: Iterable[int]) -> Iterator[tuple[Rule, int]]:
        """The rules that subjects meet, each with the index of the subject."""
        start = self.start
        for index in indices:
            left = start
            while (answer := left.answer) is not None:
                left = left[answer(view, index)]
            for rule in left.rules:
                yield rule, index
